"""plant_county.py - some forty defects of a collection in a made-up county, each on units of its own, and beside each planting what must be found.

A maker is a generator: what it does before its `yield` is done to the reports before they are written, what it does after, to the files. It says what
must be found with `plan.expect(rule, severity, units)`; nothing else may be. A defect that leads to two findings by its nature (two units that
claim one name are both asked about) says both.
"""
import copy
import json
import os
import random

from .county import County, page
from .form import grids, paths, value_at
from .plant_figures import figure_changed
from .reports import one

MAKERS = []


def defect(count=1):
    """Decorator of a maker that is planted `count` times."""
    def register(maker):
        MAKERS.append((count, maker))
        return maker
    return register


class Plan:
    """A county, the units that are still as they were made, and what must be found of those that are not."""

    def __init__(self, seed, count=120):
        self.county = County(seed, count)
        self.rng = random.Random(f"plant/{seed}")
        self.spare = list(range(count))
        self.rng.shuffle(self.spare)
        self.expected, self.questions, self.unreadable, self.planted = [], [], 0, 0
        steps = []
        for times, maker in MAKERS:
            for at in range(times):
                step = maker(self, at)
                next(step)
                steps.append(step)
                self.planted += 1
        self.steps = steps

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


def in_words_of(plan, other, unit):
    """What `other` has written, under the name of `unit`, which reports for the first time: other's figures are not held against last year's."""
    plan.county.newcomers.append(unit)
    text = copy.deepcopy(other.report.text)
    for paragraphs in text.values():
        for i, paragraph in enumerate(paragraphs):
            paragraphs[i] = paragraph.replace(other.name, unit.name).replace(place(other), place(unit)).replace(other.body.we, unit.body.we)
    return text


def written(unit):
    return json.loads(unit.report.to_json())


# Who has reported.


@defect(2)
def missing(plan, at):
    unit = plan.unit(level=["township", "county"][at])
    plan.apart(unit)
    plan.expect("COL-001", "error", unit)
    yield
    os.remove(unit.files[0])


@defect()
def torn_file(plan, at):
    unit = plan.unit(layout="json")
    plan.apart(unit)
    plan.expect("COL-001", "error", unit)
    plan.unreadable += 1
    yield
    with open(unit.files[0], "w", encoding="utf-8") as file:
        file.write('{"schema": "gouji/report@1", "title": "')


@defect()
def last_years_report_again(plan, at):
    """The report of the wrong year was handed in."""
    unit = plan.unit(layout="pipe")
    plan.apart(unit)
    plan.expect("COL-001", "error", unit)
    yield
    with open(unit.files[0], "w", encoding="utf-8") as file:
        file.write(unit.before.to_markdown())


@defect()
def name_on_no_line(plan, at):
    unit = plan.unit(level="township")
    plan.apart(unit)
    line = plan.line(unit)
    line["单位名称"] = plan.county.name.removesuffix("人民政府") + unit.name
    plan.expect("COL-001", "review", line["单位名称"])
    plan.questions.append(("unlisted", unit.name))
    yield


@defect()
def name_on_two_lines(plan, at):
    one_, two = plan.unit(kind="department"), plan.unit(kind="department")
    plan.apart(one_)
    plan.apart(two)
    for unit in (one_, two):
        line = plan.line(unit)
        line["单位名称"], line["别名"] = line["单位名称"] + "机关", one_.name
        plan.expect("COL-001", "review", line["单位名称"])
    plan.questions.append(("ambiguous", one_.name))
    yield
    os.remove(two.files[0])


@defect(2)
def reported_twice(plan, at):
    """Two reports with other figures; the second under an alias of the roster."""
    unit = plan.unit(level="township")
    plan.apart(unit)
    again = written(unit)
    again["tables"]["requests"]["new"]["total"] += 1
    if at == 1:
        again["issuer"]["name"] = "旧" + unit.name
        again["title"] = again["title"].replace(unit.name, "旧" + unit.name)
        plan.line(unit)["别名"] = "旧" + unit.name
    plan.expect("COL-002", "warning", unit)
    yield
    plan.put_file(f"second{at}.json", json.dumps(again, ensure_ascii=False))


@defect()
def reported_in_two_formats(plan, at):
    unit = plan.unit(layout="json")
    plan.expect("COL-002", "info", unit)
    yield
    plan.put_file("again.html", page(unit.report))


# The total.


@defect()
def total_off(plan, at):
    put(plan.county.total["disputes"], "reconsideration.upheld", 100001)
    plan.expect("COL-003", "error", plan.county.name)
    yield


def lonely(plan, table, path):
    """A unit whose figure no other unit has."""
    values = [value_at(unit.report.tables[table], path) for unit in plan.county.units]
    return plan.unit(fits=lambda unit: value_at(unit.report.tables[table], path) > 1 and values.count(value_at(unit.report.tables[table], path)) == 1)


@defect()
def unit_left_out_of_a_figure(plan, at):
    unit = lonely(plan, "requests", "new.natural_person")
    bump(plan.county.total, "requests", "new.natural_person", -value_at(unit.report.tables["requests"], "new.natural_person"))
    plan.expect("COL-003", "error", unit)
    yield


@defect()
def unit_counted_twice(plan, at):
    unit = lonely(plan, "requests", "granted.natural_person")
    bump(plan.county.total, "requests", "granted.natural_person", value_at(unit.report.tables["requests"], "granted.natural_person"))
    plan.expect("COL-003", "error", unit)
    yield


@defect()
def figure_that_one_unit_left_blank(plan, at):
    """The total has it; the unit's report does not. Nothing can be judged, but it is said whose figure the difference is."""
    unit = plan.unit(layout="json", fits=lambda unit: value_at(unit.report.tables["proactive"], "coercion.decisions") > 0)
    put(unit.report.tables["proactive"], "coercion.decisions", None)
    plan.expect("COL-003", "review", unit)
    yield


@defect()
def unit_far_from_its_peers(plan, at):
    """A zero too many, in the total as well."""
    unit = plan.unit(level="township")
    for tables in (unit.report.tables, plan.county.total):
        bump(tables, "proactive", "penalties.decisions", 20000)
    rewrite(unit.report)
    plan.expect("COL-021", "info", unit)
    yield


@defect()
def figure_changed_after_the_total(plan, at):
    unit = plan.unit(kind="department", fits=lambda unit: value_at(unit.report.tables["requests"], "new.business") > 0)
    bump(unit.report.tables, "requests", "new.business", 1000003)
    rewrite(unit.report)
    plan.expect("COL-003", "error", plan.county.name)
    yield


@defect()
def requests_far_from_peers(plan, at):
    unit = plan.unit(level="subdistrict")
    plan.apart(unit)
    bump(unit.report.tables, "requests", "new.total", 30000)
    rewrite(unit.report)
    plan.expect("COL-021", "info", unit)
    yield


@defect()
def old_forms(plan, at):
    units = [plan.unit(level="township", layout=layout) for layout in ("pipe", "html", "docx")]
    for unit in units:
        plan.apart(unit)
        unit.report = one(plan.rng, unit.body, plan.county.year, unit.layout, form="2019")
        plan.county.newcomers.append(unit)
    plan.expect("COL-022", "warning", *units)
    yield


# Dates.


def dated(plan, unit, day, rule, severity, deadline=""):
    unit.signed = day
    plan.line(unit)["截止日期"] = deadline
    plan.expect(rule, severity, unit)


@defect()
def department_late(plan, at):
    dated(plan, plan.unit(kind="department"), "2025年2月18日", "PUB-001", "error")
    yield


@defect()
def township_late(plan, at):
    dated(plan, plan.unit(level="township"), "2025年2月20日", "PUB-001", "warning")
    yield


@defect()
def later_than_the_roster_says(plan, at):
    dated(plan, plan.unit(level="subdistrict"), "2025年1月24日", "PUB-001", "warning", "2025-01-09")
    yield


@defect()
def later_than_roster_and_law(plan, at):
    dated(plan, plan.unit(kind="department"), "2025年3月3日", "PUB-001", "error", "2025/1/20")
    yield


@defect()
def county_late(plan, at):
    plan.county.report.published = "2025-04-11"
    plan.expect("PUB-001", "error", plan.county.name)
    yield


@defect()
def posted_again(plan, at):
    dated(plan, plan.unit(level="township"), "2025年11月6日", "PUB-002", "info")
    yield


@defect()
def dated_before_the_years_end(plan, at):
    dated(plan, plan.unit(level="township"), "2024年12月30日", "PUB-003", "warning")
    yield


@defect()
def dated_in_the_first_week(plan, at):
    dated(plan, plan.unit(kind="department"), "2025年1月3日", "PUB-003", "info")
    yield


# Who copied whom.


@defect()
def copied_whole(plan, at):
    own, other = plan.unit(level="township"), plan.unit(level="township")
    own.report.text = in_words_of(plan, other, own)
    plan.expect("COL-010", "warning", own, other)
    yield


@defect()
def copied_with_other_figures(plan, at):
    own, other = plan.unit(kind="department"), plan.unit(kind="department")
    own.report.text = in_words_of(plan, other, own)
    for key in ("overview", "problems"):
        for i, paragraph in enumerate(own.report.text[key]):
            own.report.text[key][i] = "".join(str((int(c) + 3) % 9 + 1) if c.isascii() and c.isdigit() else c for c in paragraph.replace("2024年", "本年"))
    plan.expect("COL-010", "warning", own, other)
    yield


@defect()
def copied_in_another_order(plan, at):
    own, other = plan.unit(level="subdistrict"), plan.unit(level="subdistrict")
    own.report.text = in_words_of(plan, other, own)
    own.report.text["overview"].reverse()
    plan.expect("COL-010", "warning", own, other)
    yield


@defect()
def copied_by_two(plan, at):
    units = [plan.unit(level="township") for _ in range(3)]
    for unit in units[1:]:
        unit.report.text = in_words_of(plan, units[0], unit)
    plan.expect("COL-010", "warning", *units)
    yield


@defect()
def overview_copied(plan, at):
    own, other = plan.unit(level="township"), plan.unit(level="township")
    own.report.text["overview"] = in_words_of(plan, other, own)["overview"]
    plan.expect("COL-010", "info", own, other)
    yield


@defect()
def problems_copied(plan, at):
    own, other = plan.unit(kind="department"), plan.unit(kind="department")
    own.report.text["problems"] = in_words_of(plan, other, own)["problems"]
    plan.expect("COL-011", "warning", own, other)
    yield


@defect(2)
def speaks_as_another(plan, at):
    """A sentence was copied with its name: the whole of it, or the place alone."""
    own, other = plan.unit(level="township"), plan.unit(level="township")
    name = [other.name, place(other)][at]
    own.report.text["problems"].append(f"{name}认真落实各项整改措施。")
    plan.expect("COL-013", "error", own, other)
    yield


# Last year.


@defect()
def carried_in_otherwise(plan, at):
    unit = plan.unit(level="township")
    for column in ("natural_person", "total"):
        bump(unit.before.tables, "requests", f"carried_out.{column}", 4)
    rewrite(unit.before)
    plan.expect("YOY-001", "error", unit)
    yield


@defect()
def documents_do_not_chain(plan, at):
    unit = plan.unit(kind="department", fits=lambda unit: not any("清理" in p or "失效" in p for ps in unit.report.text.values() for p in ps))
    bump(unit.before.tables, "proactive", "normative_documents.in_force", 3)
    rewrite(unit.before)
    plan.expect("YOY-002", "warning", unit)
    yield


@defect()
def pending_cases_gone(plan, at):
    unit = plan.unit(fits=lambda unit: not unit.report.tables["disputes"]["direct_suit"]["total"])
    for path in ("direct_suit.pending", "direct_suit.total"):
        bump(unit.before.tables, "disputes", path, 2)
    rewrite(unit.before)
    plan.expect("YOY-003", "info", unit)
    yield


@defect()
def published_far_less(plan, at):
    unit = plan.unit(level="township", fits=lambda unit: next(f.value for f in unit.before.figures if f.name == "items") > 100)
    figure = next(f for f in unit.report.figures if f.name == "items")
    unit.report.text = figure_changed(unit.report, figure, 2).text
    plan.expect("YOY-010", "info", unit)
    yield


@defect()
def last_years_figures(plan, at):
    unit = plan.unit(level="township", fits=lambda unit: sum(1 for t in unit.report.tables.values() for p in paths(t) if value_at(t, p)) >= 16)
    plan.apart(unit)
    for row in ("carried_in", "carried_out"):
        for column in unit.report.tables["requests"][row]:
            put(unit.report.tables["requests"], f"{row}.{column}", 0)
    put(unit.report.tables["proactive"], "normative_documents.repealed", value_at(unit.report.tables["proactive"], "normative_documents.made"))
    unit.before.tables = copy.deepcopy(unit.report.tables)
    rewrite(unit.report)
    rewrite(unit.before)
    plan.expect("YOY-011", "warning", unit)
    yield


@defect()
def last_years_text(plan, at):
    unit = plan.unit(level="subdistrict")
    year = plan.county.year
    unit.report.text = {key: [p.replace(str(year - 1), str(year)) for p in paragraphs] for key, paragraphs in unit.before.text.items()}
    for rule in ("YOY-020", "YOY-021", "YOY-022"):
        plan.expect(rule, "error" if rule == "YOY-020" else "warning", unit)
    yield


@defect()
def last_years_problems(plan, at):
    unit = plan.unit(kind="department")
    unit.report.text["problems"] = list(unit.before.text["problems"])
    for rule in ("YOY-021", "YOY-022"):
        plan.expect(rule, "warning", unit)
    yield


@defect()
def last_years_residue(plan, at):
    unit = plan.unit(level="township")
    for report in (unit.before, unit.report):
        report.text["overview"].append("政务公开栏由各村专人管理。。内容按月更换。")
    plan.expect("YOY-030", "info", unit)
    yield


# Last, for it changes every report.


@defect()
def row_zero_everywhere(plan, at):
    """In both years, and in the total."""
    reports = [report for unit in plan.county.units for report in (unit.before, unit.report)]
    for report in [plan.county.report, *reports]:
        put(report.tables["proactive"], "licences.decisions", 0)
        rewrite(report)
    plan.expect("COL-020", "info")
    yield
