"""county.py - a made-up county: units of several kinds with reports of two years, in several formats, a roster and the county's total.

All is clean when it is made: every unit reports once and in time, this year's figures follow from last year's, and the total is the sum. What a test plants is
its own business: it changes reports before `write` and files after it.
"""
import functools
import importlib.machinery
import importlib.util
import json
import os
import random
from xml.sax.saxutils import escape

from . import county_words
from .bodies import Body
from .form import html
from .reports import SIZES, one

LEVELS = ["township"] * 5 + ["subdistrict"] * 2 + ["department"] * 3
LAYOUTS = ["pipe", "json", "page", "docx", "html", "text"]
WORDS = {"township": "乡镇", "subdistrict": "街道", "county": "县级"}
KINDS = {"government": "政府", "department": "部门", "other": "其他"}


@functools.cache
def _writers():
    """tools/make-text, and with it tools/make-docx."""
    path = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "make-text")
    loader = importlib.machinery.SourceFileLoader("make_text", path)
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("make_text", loader))
    loader.exec_module(module)
    return module


def leaves(value, at=()):
    for key, inner in value.items():
        if isinstance(inner, dict):
            yield from leaves(inner, at + (key,))
        else:
            yield at + (key,), inner


def put(tree, keys, value):
    for key in keys[:-1]:
        tree = tree.setdefault(key, {})
    tree[keys[-1]] = value


def page(report):
    """The report as a web page."""
    lines = ["<!DOCTYPE html>", f'<html lang="zh-CN"><head><meta charset="utf-8"><title>{escape(report.title)}</title></head><body>', f"<h1>{escape(report.title)}</h1>"]
    lines += [f"<p>{escape(p)}</p>" for p in report.text.get("", [])]
    for key in report.order:
        lines.append(f"<h2>{escape(report.headings[key])}</h2>")
        lines += [f"<p>{escape(p)}</p>" for p in report.text.get(key, [])]
        if report.grids.get(key):
            lines.append(html(report.grids[key]))
    return "\n".join(lines + ["</body></html>"]) + "\n"


def follows(before, report):
    """Whether a year follows the other without anything that asks to be explained: as much published, and cases that were pending told of."""
    items = [next(f.value for f in r.figures if f.name == "items") for r in (before, report)]
    vanished = any(group["pending"] and not report.tables["disputes"][key]["total"] for key, group in before.tables["disputes"].items())
    return max(items) < 1.7 * min(items) and not vanished


class Unit:
    def __init__(self, rng, index, year):
        level = LEVELS[index % len(LEVELS)]
        while True:
            self.body = Body(rng, level, rng.choice(SIZES[level]), index)
            if not (self.body.kind == "department" and self.body.enforces and rng.random() < 0.5):
                break
        self.body.problems = county_words.problems(rng, level)
        self.before = one(rng, self.body, year - 1, "pipe")
        self.report = one(rng, self.body, year, "pipe", self.before)
        while not follows(self.before, self.report):
            self.report = one(rng, self.body, year, "pipe", self.before)
        for report in (self.before, self.report):
            report.text["overview"].append(county_words.customs(rng))
        self.layout = LAYOUTS[index % len(LAYOUTS)]
        self.signed = f"{year + 1}年1月{10 + index % 15}日"
        self.files = []

    @property
    def name(self):
        return self.body.name


class County:
    """`pdf`: every sixth unit sends a PDF."""

    def __init__(self, seed, count, year=2024, pdf=False):
        rng = random.Random(f"county/{seed}")
        self.seed, self.year, self.name = seed, year, "虚岭县人民政府"
        self.units, self.newcomers, told = [], [], set()
        for index in range(count):
            unit = Unit(rng, index, year)
            while frozenset(unit.report.problems) in told: # two units that tell the same problems would be a copy
                unit = Unit(rng, index, year)
            told.add(frozenset(unit.report.problems))
            self.units.append(unit)
        for index, unit in enumerate(self.units):
            if pdf and index % 12 in (4, 11):
                unit.layout = "pdf"
        names = [unit.name for unit in self.units]
        assert len(set(names)) == count, "names repeat"
        self.roster = [self.line(unit) for unit in self.units]
        self.report = self.whole(rng)

    @property
    def total(self):
        return self.report.tables

    def whole(self, rng):
        """The county's own report: its figures are its units' sums."""
        body = Body(rng, "county", "large")
        body.name, body.makes_regulations = self.name, False
        body.fee_yuan, body.sends_fee_notices = 0, False
        return one(rng, body, self.year, "json", sheets=self.sum())

    def line(self, unit):
        body = unit.body
        return {"单位名称": body.name, "别名": "", "级别": WORDS[body.level], "类型": KINDS[body.kind], "截止日期": "", "在汇总中": "是"}

    def sum(self):
        total = {}
        for unit in self.units:
            for keys, value in leaves(unit.report.tables):
                tree = total
                for key in keys[:-1]:
                    tree = tree.setdefault(key, {})
                tree[keys[-1]] = round(tree.get(keys[-1], 0) + value, 6)
        return total

    def write_unit(self, folder, unit, number):
        report = unit.report
        name = f"{folder}/{number:03}"
        report.tail = report.tail + [f"{unit.name}{unit.signed}"] if unit.layout != "json" else report.tail
        if unit.layout == "json":
            value = json.loads(report.to_json())
            value["published"] = unit.signed.replace("年", "-").replace("月", "-").replace("日", "")
            name += ".json"
            text = json.dumps(value, ensure_ascii=False)
        elif unit.layout == "page":
            name += ".html"
            report.text["other"] = report.text.get("other", []) + report.tail
            text = page(report)
        elif unit.layout in ("docx", "text", "pdf"):
            unit.files.append(self.write_blocks(name, unit))
            return
        else:
            report.layout = unit.layout
            name += ".md"
            text = report.to_markdown()
        with open(name, "w", encoding="utf-8") as file:
            file.write(text)
        unit.files.append(name)

    def write_blocks(self, name, unit):
        """As a Word document, a PDF, or text with tables laid out by blanks in the encoding of an old office."""
        writers, source = _writers(), f"{name}.source"
        with open(source, "w", encoding="utf-8") as file:
            file.write(unit.report.to_markdown())
        blocks = writers.docx.read_markdown(os.path.abspath(source))
        os.remove(source)
        if unit.layout == "pdf":
            from . import pdf_pages  # needs tests/tools on the path
            target, content = name + ".pdf", pdf_pages.written(blocks, writers.docx.spans)
        elif unit.layout == "docx":
            target, content = name + ".docx", writers.docx.package(writers.docx.plain(blocks))
        else:
            target = name + ".txt"
            content = "\r\n\r\n".join(writers.aligned(b[1]) if b[0] == "t" else b[-1] for b in blocks).encode("gb18030")
        with open(target, "wb") as file:
            file.write(content)
        return target

    def write(self, folder):
        """folder/now, folder/before, folder/roster.csv, folder/total.json. Last year's report of `newcomers` is not there."""
        for name in ("now", "before"):
            os.makedirs(f"{folder}/{name}", exist_ok=True)
        for number, unit in enumerate(self.units):
            self.write_unit(f"{folder}/now", unit, number)
            if unit not in self.newcomers:
                with open(f"{folder}/before/{number:03}.md", "w", encoding="utf-8") as file:
                    file.write(unit.before.to_markdown())
        self.write_roster(f"{folder}/roster.csv")
        with open(f"{folder}/total.json", "w", encoding="utf-8") as file:
            file.write(self.report.to_json())

    def write_roster(self, path, encoding="utf-8-sig"):
        heads = list(self.roster[0])
        with open(path, "w", encoding=encoding, newline="") as file:
            for line in [dict(zip(heads, heads))] + self.roster:
                file.write(",".join('"' + line[h].replace('"', '""') + '"' for h in heads) + "\r\n")
