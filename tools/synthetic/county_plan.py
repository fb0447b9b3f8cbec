"""county_plan.py - a made-up county with defects of a collection, each on units of its own, and what must be found of them.

A maker is a generator: what it does before its `yield` is done to the reports before they are written, what it does after, to the files. It says what
must be found with `plan.expect(rule, severity, units)`; nothing else may be. A defect that leads to two findings by its nature (two units that
claim one name are both asked about) says both.
"""
import random

from .county import County
from .form import grids, paths, value_at

MAKERS = []


def defect(count=1, last=False):
    """Decorator of a maker that is planted `count` times; `last`: after all others, for it changes every report."""
    def register(maker):
        MAKERS.append((last, count, maker))
        return maker
    return register


class Plan:
    """A county, the units that are still as they were made, and what must be found of those that are not."""

    def __init__(self, seed, count=120, pdf=False):
        self.county = County(seed, count, pdf=pdf)
        self.rng = random.Random(f"plant/{seed}")
        self.spare = list(range(count))
        self.rng.shuffle(self.spare)
        self.expected, self.questions, self.unreadable, self.planted = [], [], 0, 0
        self.steps = []
        for _, times, maker in sorted(MAKERS, key=lambda entry: entry[0]):
            for at in range(times):
                step = maker(self, at)
                next(step)
                self.steps.append(step)
                self.planted += 1

    def write(self, folder):
        self.folder = folder
        self.county.write(folder)
        for step in self.steps:
            next(step, None)
        self.county.write_roster(f"{folder}/roster.csv", "gb18030")

    # What makers ask for.

    def expect(self, rule, severity, *units):
        self.expected.append((rule, severity, tuple(sorted(unit if isinstance(unit, str) else unit.name for unit in units))))

    def unit(self, level=None, kind=None, layout=None, fits=lambda unit: True):
        """A unit that nothing was planted in, of this level, kind and layout."""
        for index in self.spare:
            unit = self.county.units[index]
            if (level in (None, unit.body.level) and kind in (None, unit.body.kind) and layout in (None, unit.layout) and fits(unit)):
                self.spare.remove(index)
                return unit
        raise LookupError("no unit is left for this planting")

    def line(self, unit):
        return self.county.roster[self.county.units.index(unit)]

    def apart(self, unit):
        """Take its figures out of the total, so that what becomes of its report leaves the sums alone."""
        self.line(unit)["在汇总中"] = "否"
        total = self.county.total
        for table, sheet in unit.report.tables.items():
            for path in paths(sheet):
                put(total[table], path, round(value_at(total[table], path) - value_at(sheet, path), 6))

    def put_file(self, name, text):
        with open(f"{self.folder}/now/{name}", "w", encoding="utf-8") as file:
            file.write(text)


def put(sheet, path, value):
    *keys, last = path.split(".")
    for key in keys:
        sheet = sheet[key]
    sheet[last] = value


def bump(tables, table, path, by):
    put(tables[table], path, value_at(tables[table], path) + by)


def rewrite(report):
    report.grids = grids(report.form, report.tables)


def place(unit):
    return unit.name.removesuffix("人民政府").removesuffix("办事处")
