"""reports.py - a whole synthetic report, from a seed: figures, text, grids, and how it is written down."""
import json
import random

from . import narrative
from .bodies import Body
from .figures import tables
from .form import SECTIONS, grids, html, pipe, tree

LEVELS = ["township", "township", "township", "subdistrict", "department", "department", "county", "city", "zone"]
SIZES = {
    "township": ["zero", "small", "small", "middle"], "subdistrict": ["zero", "small", "middle"], "department": ["zero", "small", "middle", "middle"],
    "county": ["large"], "city": ["huge", "large"], "zone": ["zero", "small", "middle"],
}
TITLES = ["{name}{year}年政府信息公开工作年度报告", "{name}{year}年度政府信息公开工作年度报告", "{year}年{name}政府信息公开工作年度报告"]


class Report:
    """What a report says, before it is written down. `grids` are what the writers print; `tables` are the figures behind them."""

    def __init__(self, body, year, form, sheets, writer, title, layout):
        self.body, self.year, self.form, self.tables, self.title, self.layout = body, year, form, sheets, title, layout
        self.text = writer.sections
        self.figures = writer.figures
        self.headings = dict(SECTIONS)
        self.order = list(SECTIONS)
        self.grids = grids(form, sheets)
        self.published = f"{year + 1}-01-{10 + year % 20}"
        self.tail = []
        self.file = ""  # what its file is called, where that says something

    def copy(self):
        """What a mutation may change is copied, the rest is shared."""
        new = object.__new__(Report)
        new.__dict__.update(self.__dict__)
        new.tables = {key: tree(table) for key, table in self.tables.items()}
        new.grids = {key: [row.copy() for row in rows] for key, rows in self.grids.items()}
        new.text = {key: list(paragraphs) for key, paragraphs in self.text.items()}
        new.headings, new.order, new.tail = dict(self.headings), list(self.order), list(self.tail)
        return new

    def to_markdown(self):
        draw = html if self.layout == "html" else pipe
        lines = ["# " + self.title] if self.title else []
        lines += self.text.get("", [])
        for key in self.order:
            lines.append("## " + self.headings[key])
            lines += self.text.get(key, [])
            if self.grids.get(key):
                lines.append(draw(self.grids[key]))
        return "\n\n".join(lines + self.tail) + "\n"

    def to_json(self):
        body = self.body
        sections = {k: {"title": self.headings[k], **({"text": self.text[k]} if k in self.text else {})} for k in self.order}
        return json.dumps({
            "schema": "gouji/report@1", "form": self.form, "title": self.title, "year": self.year,
            "issuer": {"name": body.name, "level": body.level, "kind": body.kind, "scope": body.scope, "province": body.province},
            "published": self.published, "preamble": self.text.get("", []), "sections": sections, "tables": self.tables,
        }, ensure_ascii=False, indent=1) + "\n"

    @property
    def format(self):
        return "json" if self.layout == "json" else "md"

    def write(self):
        return self.to_json() if self.layout == "json" else self.to_markdown()


def one(rng, body, year, layout, last=None, sheets=None, form=None):
    """The report of a body for a year; `last`: the one of the year before, which figures and problems continue; `sheets`: figures that are given."""
    form = form or ("2019" if year <= 2020 else "2021")
    sheets = sheets or tables(rng, body, form, last and last.tables)
    values = narrative.quantities(rng, body, year, sheets)
    title = rng.choice(TITLES).format(name=body.name, year=year)
    writer = narrative.Writer(rng, {**values, "title": title})
    if last:
        writer.plain += last.wordings
    narrative.preamble(writer, form)
    narrative.overview(writer, body, form)
    problems = narrative.problems(writer, body, last.problems if last else ())
    unpaid = form == "2021" and sheets["requests"]["other"]["unpaid_fee"]["total"]
    narrative.other(writer, body, form, unpaid)
    report = Report(body, year, form, sheets, writer, title, layout)
    report.problems, report.wordings = problems, writer.plain
    return report


def series(seed, count, years=1):
    """`count` bodies, each with reports of `years` years running (1 or 2): lists of Report, the newest last."""
    for index in range(count):
        rng = random.Random(f"{seed}/{index}")
        level = LEVELS[index % len(LEVELS)]
        size = rng.choice(SIZES[level])
        body = Body(rng, level, size, index)
        if level == "city":  # only metadata says that a made-up place is a city with districts
            layout = "json"
        else:
            layout = rng.choice(["pipe", "pipe", "html", "json"])
        first = rng.choice([2020, 2021, 2022, 2023, 2024]) if years == 1 else rng.choice([2021, 2022, 2023])
        reports = [one(rng, body, first, layout)]
        for year in range(first + 1, first + years):
            reports.append(one(rng, body, year, layout, reports[-1]))
        yield reports
