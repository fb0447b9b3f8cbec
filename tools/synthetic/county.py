"""county.py - a made-up county: units of several kinds with reports of two years, in several formats, a roster and the county's total.

All is clean when it is made: every unit reports once and in time, this year's figures follow from last year's, and the total is the sum. What a test plants is
its own business: it changes reports before `write` and files after it.
"""
import copy
import importlib.machinery
import importlib.util
import json
import os
import random
from xml.sax.saxutils import escape

from .bodies import Body
from .form import html
from .reports import SIZES, one

LEVELS = ["township"] * 5 + ["subdistrict"] * 2 + ["department"] * 3
LAYOUTS = ["pipe", "json", "page", "docx", "html"]
WORDS = {"township": "乡镇", "subdistrict": "街道", "county": "县级"}
KINDS = {"government": "政府", "department": "部门", "other": "其他"}


def _docx():
    path = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "make-docx")
    loader = importlib.machinery.SourceFileLoader("make_docx", path)
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("make_docx", loader))
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


class Unit:
    def __init__(self, rng, index, year):
        level = LEVELS[index % len(LEVELS)]
        while True:
            self.body = Body(rng, level, rng.choice(SIZES[level]), index)
            if not (self.body.kind == "department" and self.body.enforces and rng.random() < 0.5):
                break
        self.before = one(rng, self.body, year - 1, "pipe")
        self.report = one(rng, self.body, year, "pipe", self.before)
        self.layout = LAYOUTS[index % len(LAYOUTS)]
        self.signed = f"{year + 1}年1月{10 + index % 15}日"
        self.files = []

    @property
    def name(self):
        return self.body.name


class County:
    def __init__(self, seed, count, year=2024):
        rng = random.Random(f"county/{seed}")
        self.year, self.name = year, "虚岭县人民政府"
        self.units, told = [], set()
        for index in range(count):
            unit = Unit(rng, index, year)
            while frozenset(unit.report.problems) in told: # two units that tell the same problems would be a copy
                unit = Unit(rng, index, year)
            told.add(frozenset(unit.report.problems))
            self.units.append(unit)
        names = [unit.name for unit in self.units]
        assert len(set(names)) == count, "names repeat"
        self.roster = [self.line(unit) for unit in self.units]
        self.total = self.sum()

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
        elif unit.layout == "docx":
            source = f"{folder}/.{number:03}.md"
            with open(source, "w", encoding="utf-8") as file:
                file.write(report.to_markdown())
            docx = _docx()
            with open(name + ".docx", "wb") as file:
                file.write(docx.package(docx.plain(docx.read_markdown(os.path.abspath(source)))))
            os.remove(source)
            unit.files.append(name + ".docx")
            return
        else:
            report.layout = unit.layout
            name += ".md"
            text = report.to_markdown()
        with open(name, "w", encoding="utf-8") as file:
            file.write(text)
        unit.files.append(name)

    def write(self, folder):
        """folder/now, folder/before, folder/roster.csv, folder/total.json"""
        for name in ("now", "before"):
            os.makedirs(f"{folder}/{name}", exist_ok=True)
        for number, unit in enumerate(self.units):
            self.write_unit(f"{folder}/now", unit, number)
            with open(f"{folder}/before/{number:03}.md", "w", encoding="utf-8") as file:
                file.write(unit.before.to_markdown())
        self.write_roster(f"{folder}/roster.csv")
        with open(f"{folder}/total.json", "w", encoding="utf-8") as file:
            json.dump(self.total_report(), file, ensure_ascii=False)

    def total_report(self):
        return {"schema": "gouji/report@1", "form": "2021", "title": f"{self.name}{self.year}年政府信息公开工作年度报告", "year": self.year,
                "issuer": {"name": self.name, "level": "county", "kind": "government", "scope": "aggregate"}, "published": f"{self.year + 1}-03-20",
                "sections": {"overview": {"title": "一、总体情况", "text": ["全县汇总。"]}}, "tables": copy.deepcopy(self.total)}

    def write_roster(self, path, encoding="utf-8-sig"):
        heads = list(self.roster[0])
        with open(path, "w", encoding=encoding, newline="") as file:
            for line in [dict(zip(heads, heads))] + self.roster:
                file.write(",".join('"' + line[h].replace('"', '""') + '"' for h in heads) + "\r\n")
