"""plant_county_sums.py - who has reported, figures that the county's total lacks or has twice, dates, and figures beside those of the peers."""
import json
import os

from .county import page
from .county_plan import bump, defect, put, rewrite
from .form import value_at
from .reports import one


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


@defect(last=True)
def row_zero_everywhere(plan, at):
    """In both years, and in the total."""
    reports = [report for unit in plan.county.units for report in (unit.before, unit.report)]
    for report in [plan.county.report, *reports]:
        put(report.tables["proactive"], "licences.decisions", 0)
        rewrite(report)
    plan.expect("COL-020", "info")
    yield
