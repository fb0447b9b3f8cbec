"""plant_county_words.py - who copied whom, and what does not follow from last year's report."""
import copy

from .county_plan import bump, defect, place, put, rewrite
from .form import paths, value_at
from .plant_figures import figure_changed


def in_words_of(plan, other, unit):
    """What `other` has written, under the name of `unit`, which reports for the first time: other's figures are not held against last year's."""
    plan.county.newcomers.append(unit)
    text = copy.deepcopy(other.report.text)
    for paragraphs in text.values():
        for i, paragraph in enumerate(paragraphs):
            paragraphs[i] = paragraph.replace(other.name, unit.name).replace(place(other), place(unit)).replace(other.body.we, unit.body.we)
    return text


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
