"""pdf_file.py - PDF files written by hand, for what no program would save: scans with text behind them, bombs, loops, thousands of pages.

Text is set in a font without outlines (as core/read/pdf/pdf_fonts.c puts in place of others), which is embedded, so that no font of the system is asked for.
"""
import struct, zlib

A4 = (595, 842)


def blank_font():
    tables = {
        "glyf": bytes(4),
        "head": struct.pack(">IIIIHHQQhhhhHHhhh", 0x10000, 0x10000, 0, 0x5F0F3CF5, 0, 1000, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0),
        "hhea": struct.pack(">IhhhHhhhhhhhhhhhH", 0x10000, 800, -200, 0, 1000, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1),
        "hmtx": struct.pack(">Hh", 1000, 0), "loca": bytes(4), "maxp": struct.pack(">IH", 0x10000, 0xFFFF) + bytes(26)}
    head, body = struct.pack(">IHHHH", 0x10000, 6, 64, 2, 32), b""
    for name in sorted(tables):
        head += name.encode() + struct.pack(">III", 0, 12 + 16 * 6 + len(body), len(tables[name]))
        body += tables[name] + bytes(-len(tables[name]) % 4)
    return head + body


class Pdf:
    """add() gives an object's number; page() a page; bytes() the file."""

    def __init__(self):
        self.objects = []  # the first two: catalog and pages
        self.pages = []
        self.add(b""), self.add(b"")
        file = self.stream(blank_font(), b"/Length1 244")
        descriptor = self.add(b"<</Type/FontDescriptor/FontName/Blank/Flags 4/FontBBox[0 -200 1000 800]/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80/FontFile2 %d 0 R>>" % file)
        below = self.add(b"<</Type/Font/Subtype/CIDFontType2/BaseFont/Blank/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 1000/W[0[500] 32 126 500]/FontDescriptor %d 0 R>>" % descriptor)
        meaning = self.stream(b"/CIDInit/ProcSet findresource begin 12 dict begin begincmap/CMapName/U def/CMapType 2 def 1 begincodespacerange<0000><FFFF>endcodespacerange "
                              b"1 beginbfrange<0000><FFFF><0000>endbfrange endcmap end end")
        self.font = self.add(b"<</Type/Font/Subtype/Type0/BaseFont/Blank/Encoding/Identity-H/DescendantFonts[%d 0 R]/ToUnicode %d 0 R>>" % (below, meaning))

    def add(self, text):
        self.objects.append(text)
        return len(self.objects)

    def stream(self, data, more=b"", packed=1):
        """Packed that many times."""
        for _ in range(packed):
            data = zlib.compress(data, 9)
        return self.add(b"<<%s/Filter[%s]/Length %d>>stream\n%s\nendstream" % (more, b"/FlateDecode" * packed, len(data), data))

    def page(self, content, size=A4, resources=b""):
        """`content`: bytes of a content stream, or the number of one."""
        number = content if isinstance(content, int) else self.stream(content)
        self.pages.append(self.add(b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 %d %d]/Resources<</Font<</F %d 0 R>>%s>>/Contents %d 0 R>>" % (*size, self.font, resources, number)))

    def bytes(self, trailer=b""):
        self.objects[0] = b"<</Type/Catalog/Pages 2 0 R>>"
        self.objects[1] = b"<</Type/Pages/Kids[%s]/Count %d>>" % (b" ".join(b"%d 0 R" % n for n in self.pages), len(self.pages))
        out, places = [b"%PDF-1.5\n"], []
        at = len(out[0])
        for number, text in enumerate(self.objects, 1):
            places.append(at)
            out.append(b"%d 0 obj\n%s\nendobj\n" % (number, text))
            at += len(out[-1])
        rows = b"".join(b"%010d 00000 n \n" % place for place in places)
        return b"".join(out) + b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % (
            len(places) + 1, rows, len(places) + 1, trailer, at)


def text(words, x, y, size=12, mode=0):
    """From the lower left corner. Mode 3 is invisible."""
    return b"BT /F %d Tf %d Tr %g %g Td <%s> Tj ET\n" % (size, mode, x, y, words.encode("utf-16-be").hex().encode())


def lines(xs, ys):
    """A net of lines: all of xs upright, all of ys across."""
    out = [b"0.5 w\n"]
    out += [b"%g %g m %g %g l S\n" % (x, ys[0], x, ys[-1]) for x in xs]
    out += [b"%g %g m %g %g l S\n" % (xs[0], y, xs[-1], y) for y in ys]
    return b"".join(out)
