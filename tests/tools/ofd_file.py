"""ofd_file.py - OFD files (GB/T 33190-2016) written by hand: the container, Document.xml, objects of a page. Bytes are the same at every run.

Lengths are millimetres, from the upper left corner, down; a text's place is the foot of its first character.
"""
import io, zipfile
from xml.sax.saxutils import escape, quoteattr

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
SPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'
A4 = (210, 297)


def number(value):
    return f"{value:.4f}".rstrip("0").rstrip(".") or "0"


def numbers(values):
    return " ".join(map(number, values))


def element(name, content="", **attributes):
    """Names of attributes as they are; False and None are left out."""
    said = "".join(f" {k}={quoteattr(v if isinstance(v, str) else number(v))}" for k, v in attributes.items() if v is not None and v is not False)
    return f"<ofd:{name}{said}>{content}</ofd:{name}>" if content else f"<ofd:{name}{said}/>"


def short(distances):
    """A list of distances with "g n d" for what repeats."""
    out, i, words = [], 0, [number(d) for d in distances]
    while i < len(words):
        n = next((k for k in range(i, len(words)) if words[k] != words[i]), len(words)) - i
        out += ["g", str(n), words[i]] if n > 2 else [words[i]]
        i += n if n > 2 else 1
    return " ".join(out)


def zipped(parts, stored=False):
    """`parts`: name -> text or bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as container:
        for name, content in parts.items():
            container.writestr(zipfile.ZipInfo(name, (2025, 1, 20, 9, 0, 0)), content, zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED)
    return out.getvalue()


class Ofd:
    """page() adds a page's content; parts() gives the parts, bytes() the file."""

    def __init__(self, size=A4):
        self.size = size
        self.pages, self.templates, self.extra, self.common, self.more, self.body = [], [], {}, "", "", ""
        self.last = 100

    def id(self):
        self.last += 1
        return str(self.last)

    def page(self, content, size=None, templates=(), resources=""):
        """`content`: objects, or whole layers."""
        area = element("Area", element("PhysicalBox", f"0 0 {number(size[0])} {number(size[1])}")) if size else ""
        head = "".join(element("Template", TemplateID=t, ZOrder="Background") for t in templates)
        self.pages.append(f'{HEAD}<ofd:Page {SPACE}>{head}{resources}{area}<ofd:Content>{self.layers(content)}</ofd:Content></ofd:Page>')

    def template(self, content, head=""):
        number_ = self.id()
        self.templates.append((number_, f'{HEAD}<ofd:Page {SPACE}>{head}<ofd:Content>{self.layers(content)}</ofd:Content></ofd:Page>'))
        return number_

    def layers(self, content):
        return content if content.startswith("<ofd:Layer") else element("Layer", content, ID=self.id())

    def text(self, words, x, y, size, deltas=None, down=None, **more):
        """One text object; `deltas` from each character to the next, or the text of DeltaX."""
        said = {"DeltaX": deltas if isinstance(deltas, str) or deltas is None else short(deltas), "DeltaY": down if isinstance(down, str) or down is None else short(down)}
        code = element("TextCode", escape(words), X=0, Y=size * 0.86, **{k: v for k, v in said.items() if v})
        return element("TextObject", code, ID=self.id(), Font="1", Size=size, Boundary=numbers((x, y - size * 0.86, size * len(words), size)), **more)

    def line(self, x1, y1, x2, y2, **more):
        data = f"M 0 0 L {numbers((x2 - x1, y2 - y1))}"
        return self.path(data, (x1, y1, x2 - x1, y2 - y1), **more)

    def path(self, data, box, colours="", **more):
        more.setdefault("LineWidth", 0.18)
        return element("PathObject", colours + element("AbbreviatedData", data), ID=self.id(), Boundary=numbers(box), **more)

    def bar(self, x, y, width, height, **more):
        data = f"M 0 0 L {number(width)} 0 L {numbers((width, height))} L 0 {number(height)} C"
        return self.path(data, (x, y, width, height), element("FillColor", Value="0 0 0"), Fill="true", Stroke="false", **more)

    def parts(self):
        area = element("PageArea", element("PhysicalBox", f"0 0 {number(self.size[0])} {number(self.size[1])}"))
        templates = "".join(element("TemplatePage", ID=n, BaseLoc=f"Tpls/Tpl_{i}/Content.xml") for i, (n, _) in enumerate(self.templates))
        pages = "".join(element("Page", ID=self.id(), BaseLoc=f"Pages/Page_{i}/Content.xml") for i in range(len(self.pages)))
        document = element("CommonData", element("MaxUnitID", "100000") + area + element("PublicRes", "PublicRes.xml") + self.common + templates) + element("Pages", pages) + self.more
        fonts = element("Fonts", element("Font", ID="1", FontName="仿宋_GB2312", FamilyName="仿宋_GB2312"))
        info = element("DocInfo", element("DocID", "0" * 32) + element("CreationDate", "2025-01-20"))
        return {
            "OFD.xml": f'{HEAD}<ofd:OFD {SPACE} Version="1.0" DocType="OFD">{element("DocBody", info + element("DocRoot", "Doc_0/Document.xml") + self.body)}</ofd:OFD>',
            "Doc_0/Document.xml": f"{HEAD}<ofd:Document {SPACE}>{document}</ofd:Document>",
            "Doc_0/PublicRes.xml": f'{HEAD}<ofd:Res {SPACE} BaseLoc="Res">{fonts}</ofd:Res>',
            **{f"Doc_0/Tpls/Tpl_{i}/Content.xml": t for i, (_, t) in enumerate(self.templates)},
            **{f"Doc_0/Pages/Page_{i}/Content.xml": p for i, p in enumerate(self.pages)},
            **self.extra,
        }

    def bytes(self, **how):
        return zipped(self.parts(), **how)
