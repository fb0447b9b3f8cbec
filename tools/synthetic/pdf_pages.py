"""pdf_pages.py - a report as a PDF that an office would print: A4, paragraphs indented by two characters, tables drawn with lines, merged cells once.

Made with tests/tools/pdf_file.py, which must be on the path: no program and no font of the system is needed, and the same report gives the same bytes.
"""
import re

from pdf_file import A4, Pdf, lines, text

LEFT, RIGHT, TOP, BOTTOM = 60, A4[0] - 60, A4[1] - 70, 70
SIZE, LEADING = 12, 20
SMALL, CELL_LEADING = 7, 9  # in tables


def width(words):
    """In units of the size: what pdf_file's font has."""
    return sum(0.5 if " " <= c <= "~" else 1 for c in words)


def wrapped(words, room, first=0):
    """Lines of at most `room` units, the first of which begins `first` units to the right. A number stays whole where a line has room for it."""
    out, line, used = [], "", first
    for piece in re.findall(r"[!-~]+|.", words):
        for part in [piece] if width(piece) <= room else piece:
            if used + width(part) > room:
                out.append(line)
                line, used = "", 0
            line, used = line + part, used + width(part)
    return out + [line]


class Pages:
    def __init__(self):
        self.pdf, self.content, self.y = Pdf(), [], TOP

    def turn(self):
        self.pdf.page(b"".join(self.content))
        self.content, self.y = [], TOP

    def line(self, words, x, size=SIZE):
        if self.y - LEADING < BOTTOM:
            self.turn()
        self.y -= LEADING
        self.content.append(text(words, x, self.y, size))

    def heading(self, level, words):
        size = 16 if level == 1 else 14
        room = (RIGHT - LEFT) / size
        for part in wrapped(words, room):
            middle = LEFT + (RIGHT - LEFT - width(part) * size) / 2
            self.line(part, middle if level == 1 else LEFT + 2 * SIZE, size)

    def paragraph(self, words):
        for number, part in enumerate(wrapped(words, (RIGHT - LEFT) / SIZE, 2)):
            self.line(part, LEFT + (0 if number else 2 * SIZE), SIZE)

    def table(self, rows, cells):
        """`rows` and `cells` as tools/make-docx's spans gives them. A table that does not fit begins on a new page."""
        count = len(rows[0])
        across = (RIGHT - LEFT) / count
        heights = [CELL_LEADING + 6] * len(rows)
        parts = {}
        for (i, j), (high, wide) in cells.items():
            parts[i, j] = wrapped(rows[i][j], (across * wide - 4) / SMALL)
            heights[i + high - 1] = max(heights[i + high - 1], len(parts[i, j]) * CELL_LEADING + 6 - sum(heights[i:i + high - 1]))
        if self.y - sum(heights) < BOTTOM:
            self.turn()
        top = self.y - 6
        tops = [top - sum(heights[:i]) for i in range(len(rows) + 1)]
        for (i, j), (high, wide) in cells.items():
            x, upper, lower = LEFT + j * across, tops[i], tops[i + high]
            self.content.append(lines([x, x + wide * across], [lower, upper]))
            y = (upper + lower) / 2 + len(parts[i, j]) * CELL_LEADING / 2
            for part in parts[i, j]:
                y -= CELL_LEADING
                self.content.append(text(part, x + (wide * across - width(part) * SMALL) / 2, y + 2, SMALL))
        self.y = tops[-1] - 4


def written(blocks, spans):
    """The file's bytes, of blocks as tools/make-docx reads them from Markdown."""
    pages = Pages()
    for block in blocks:
        if block[0] == "h":
            pages.heading(block[1], block[2])
        elif block[0] == "p":
            pages.paragraph(block[1])
        else:
            pages.table(*spans(block[1]))
    pages.turn()
    return pages.pdf.bytes()
