"""plant_cells.py - every cell of every table: off by one, times ten, zero, swapped with a neighbour, blank, a dash, words, negative, a fraction.

Table 3: its 39 equations leave no cell free, so every change of one cell is a defect, and only its own value mends it. Table 4: four results make a
total in each group. Table 2's cells are free: only what no count can be is planted here, what the text says of them in plant_figures.py.
"""
import copy

from .form import paths, put, value_at
from .planting import ARITHMETIC, BLANK, CONTRADICTION, STRUCTURE, WORDS, plant

SUMS = "T3-001 T3-002 T3-003 T3-004 T3-011 T3-012 T3-023"
DISPUTE_SUMS = "T4-001 T4-002 T4-003"
POWERLESS = "T2-003"


def set_cell(report, table, path, value):
    """A copy with one cell changed, in figures and grid."""
    changed = report.copy()
    put(changed.tables[table], path, value)
    for row in changed.grids[table]:
        if path in row.keys:
            row.cells[row.place(path)] = "" if value is None else str(value)
    return changed


def cell(table, path):
    return {"cell": f"{table}.{path}"}


def wrong_values(right):
    values = [right + 1, right - 1, right * 10, 0]
    return [v for v in dict.fromkeys(values) if v >= 0 and v != right]


@plant(SUMS, ARITHMETIC)
def wrong_figure_in_table_3(rng, report):
    for path in paths(report.tables["requests"]):
        for value in wrong_values(value_at(report.tables["requests"], path)):
            yield set_cell(report, "requests", path, value), cell("requests", path)


def _swaps(report, table):
    """Neighbours beside and below one another that differ."""
    data = [r for r in report.grids[table] if r.kind == "data"]
    for index, row in enumerate(data):
        for at, path in enumerate(row.keys):
            others = row.keys[at + 1:at + 2] + (data[index + 1].keys[at:at + 1] if index + 1 < len(data) else [])
            for other in others:
                one, two = value_at(report.tables[table], path), value_at(report.tables[table], other)
                if one != two:
                    yield path, other, one, two


@plant(SUMS, ARITHMETIC)
def neighbours_swapped_in_table_3(rng, report):
    for path, other, one, two in _swaps(report, "requests"):
        yield set_cell(set_cell(report, "requests", path, two), "requests", other, one), {"cells": [f"requests.{path}", f"requests.{other}"]}


@plant(DISPUTE_SUMS, ARITHMETIC)
def wrong_figure_in_table_4(rng, report):
    for path in paths(report.tables["disputes"]):
        for value in wrong_values(value_at(report.tables["disputes"], path)):
            yield set_cell(report, "disputes", path, value), cell("disputes", path)


@plant(DISPUTE_SUMS, ARITHMETIC)
def neighbours_swapped_in_table_4(rng, report):
    for path, other, one, two in _swaps(report, "disputes"):
        same_group = path.split(".")[0] == other.split(".")[0]
        if same_group and "total" not in (path.split(".")[1], other.split(".")[1]):
            continue  # two results of a group: the total still holds
        yield set_cell(set_cell(report, "disputes", path, two), "disputes", other, one), {"cells": [f"disputes.{path}", f"disputes.{other}"]}


def _each(report, table, values):
    for path in paths(report.tables[table]):
        for value in values:
            yield set_cell(report, table, path, value), cell(table, path)


@plant("T3-020", BLANK)
def empty_cell_in_table_3(rng, report):
    yield from _each(report, "requests", [None, "/", "—", "无"])


@plant("T3-010", BLANK)
def no_count_in_table_3(rng, report):
    yield from _each(report, "requests", ["若干", "-1", "1.5"])


@plant("T3-022", WORDS)
def other_digits_in_table_3(rng, report):
    for path in paths(report.tables["requests"]):
        right = value_at(report.tables["requests"], path)
        yield set_cell(report, "requests", path, "".join(chr(ord(d) + 0xFEE0) for d in str(right))), cell("requests", path)


@plant("T4-005", BLANK)
def empty_cell_in_table_4(rng, report):
    yield from _each(report, "disputes", [None, "/", "—", "无"])


@plant("T4-006", BLANK)
def no_count_in_table_4(rng, report):
    yield from _each(report, "disputes", ["若干", "-1", "1.5"])


@plant("T2-010", BLANK)
def empty_cell_in_table_2(rng, report):
    yield from _each(report, "proactive", [None, "/", "—", "无", "若干"])


@plant("T2-011", BLANK)
def no_count_in_table_2(rng, report):
    for path in paths(report.tables["proactive"]):
        if not path.endswith(("amount", "change")):
            yield set_cell(report, "proactive", path, "-2"), cell("proactive", path)
            yield set_cell(report, "proactive", path, "1.5"), cell("proactive", path)


@plant("T2-012", BLANK)
def unit_in_table_2(rng, report):
    for path in paths(report.tables["proactive"]):
        if not path.startswith("procurement"):
            yield set_cell(report, "proactive", path, f"{value_at(report.tables['proactive'], path)}件"), cell("proactive", path)


@plant(POWERLESS, STRUCTURE)
def regulations_of_a_body_without_power(rng, report):
    if report.form == "2021" and not report.body.makes_regulations:
        for column in ("made", "in_force"):
            yield set_cell(report, "proactive", f"regulations.{column}", rng.randint(1, 9)), {}


@plant("T2-005 T2-004", ARITHMETIC)
def in_force_below_issued(rng, report):
    sheet = report.tables["proactive"]["normative_documents"]
    if "in_force" in sheet:
        changed = set_cell(report, "proactive", "normative_documents.repealed", 0)
        changed = set_cell(changed, "proactive", "normative_documents.made", sheet["in_force"] + 3)
        yield changed, {"cell": "proactive.normative_documents.in_force"}


@plant("T2-004", ARITHMETIC)
def in_force_below_issued_less_repealed(rng, report):
    sheet = report.tables["proactive"]["normative_documents"]
    if "in_force" in sheet:
        changed = set_cell(report, "proactive", "normative_documents.repealed", 2)
        yield set_cell(changed, "proactive", "normative_documents.made", sheet["in_force"] + 9), {"cell": "proactive.normative_documents.in_force"}


@plant("T2-006", ARITHMETIC)
def repealed_and_none_in_force(rng, report):
    if report.form == "2021":
        changed = report
        for column, value in (("made", 0), ("repealed", 2), ("in_force", 0)):
            changed = set_cell(changed, "proactive", f"normative_documents.{column}", value)
        yield changed, {}


@plant("T2-030", ARITHMETIC)
def more_published_than_made(rng, report):
    if report.form == "2019":
        sheet = report.tables["proactive"]["normative_documents"]
        yield set_cell(report, "proactive", "normative_documents.published", sheet["made"] + 2), {}
        yield set_cell(report, "proactive", "normative_documents.total_published", -1 + sheet["published"] if sheet["published"] else 0), {}


@plant("T2-031", ARITHMETIC)
def change_exceeds_last_year(rng, report):
    if report.form == "2019":
        for row in ("licences", "other_services", "penalties", "coercion", "fees"):
            yield set_cell(report, "proactive", f"{row}.change", -report.tables["proactive"][row]["previous"] - 3), {}


@plant("T2-020", WORDS)
def fees_in_yuan(rng, report):
    if report.form == "2021" and not report.body.is_wide and report.body.level != "zone":
        yield set_cell(report, "proactive", "fees.amount", rng.randint(2, 40) * 10000), {}


@plant("T2-024", WORDS)
def procurement_without_unit(rng, report):
    if report.form == "2019":
        yield set_cell(report, "proactive", "procurement.amount", "8040"), {}


@plant("T2-040", WORDS)
def too_many_documents_for_a_township(rng, report):
    if report.form == "2021" and report.body.level == "township":
        yield set_cell(report, "proactive", "normative_documents.in_force", 480), {}
        yield set_cell(report, "proactive", "licences.decisions", 30000), {}


def move_requests(report, row, count, source="granted"):
    """`count` natural persons' requests end in another row: all sums stay right. None where there are too few."""
    old = report.tables["requests"][source]
    if old["natural_person"] < count:
        return None
    changed = report
    for path, delta in ((source, -count), (row, count)):
        for column in ("natural_person", "total"):
            at = f"{path}.{column}"
            changed = set_cell(changed, "requests", at, value_at(changed.tables["requests"], at) + delta)
    return changed


def _moved(report, row, count, place=None):
    changed = move_requests(report, row, count) if report.form == "2021" else None
    if changed:
        yield changed, place or {}


@plant("T3-017", WORDS)
def state_secret_of_a_township(rng, report):
    if report.body.level == "township":
        yield from _moved(report, "denied.state_secret", 1)


@plant("T3-014 XREF-022", CONTRADICTION)
def unpaid_fee_that_section_six_denies(rng, report):
    if report.form == "2021" and not report.body.sends_fee_notices:
        for changed, place in _moved(report, "other.unpaid_fee", 1):
            changed.text["other"] = ["本年度未发出信息处理费收费通知，未收取信息处理费。"]
            yield changed, place


def set_cells(report, table, cells):
    changed = report
    for path, value in cells.items():
        changed = set_cell(changed, table, path, value)
    return changed


def _results(report):
    return [r for r in report.tables["requests"] if r not in ("new", "carried_in", "results_total", "carried_out")]


def only_result(report, row):
    """All results of every column in one row: the sums stay right."""
    asked = report.tables["requests"]
    cells = {}
    for path in paths({k: asked[k] for k in _results(report)}):
        parent, _, column = path.rpartition(".")
        cells[path] = asked["results_total"][column] if parent == row else 0
    return set_cells(report, "requests", cells)


@plant("T3-013", WORDS)
def unclear_and_not_corrected(rng, report):
    if report.body.is_wide:
        return
    for changed, place in _moved(report, "unavailable.unclear", 1):
        yield from _moved(changed, "other.no_correction", 1, place)


@plant("T3-015", WORDS)
def too_many_others(rng, report):
    if report.form == "2021":
        yield from _moved(report, "other.other", max(6, report.tables["requests"]["results_total"]["total"] // 4 + 1))


@plant("T3-024", WORDS)
def all_granted(rng, report):
    if report.tables["requests"]["results_total"]["total"] >= 20:
        yield only_result(report, "granted"), {}


@plant("T3-016", WORDS)
def all_of_other_bodies(rng, report):
    asked = report.tables["requests"]
    if asked["new"]["total"] >= 9:
        cells = {}
        for path in paths(asked):
            parent, _, column = path.rpartition(".")
            if column != "total":
                cells[path] = value_at(asked, parent + ".total") if column == "other_org" else 0
        yield set_cells(report, "requests", cells), {}


def renamed(report, name, kind):
    """The same report of another body: name and kind."""
    changed = report.copy()
    changed.body = copy.copy(report.body)
    changed.body.name, changed.body.kind = name, kind
    changed.title = report.title.replace(report.body.name, name)
    changed.text = {k: [p.replace(report.body.name, name) for p in v] for k, v in report.text.items()}
    return changed


@plant("T3-018", WORDS)
def enforcement_file_of_an_archive(rng, report):
    if report.body.kind == "department":
        yield from _moved(renamed(report, report.body.name.split("县")[0] + "县档案馆", "other"), "denied.enforcement_file", 1)


@plant("T2-041", WORDS)
def police_without_penalties(rng, report):
    if report.body.kind == "department" and report.form == "2021":
        changed = renamed(report, report.body.name.split("县")[0] + "县公安局", "department")
        yield set_cell(changed, "proactive", "penalties.decisions", 0), {}


def _cases(report, **groups):
    cells = {}
    for group in ("reconsideration", "direct_suit", "suit_after_reconsideration"):
        given = groups.get(group, {})
        for result in ("upheld", "corrected", "other", "pending"):
            cells[f"{group}.{result}"] = given.get(result, 0)
        cells[f"{group}.total"] = sum(given.values())
    return set_cells(report, "disputes", cells)


@plant("T4-007", WORDS)
def more_suits_after_than_reconsiderations(rng, report):
    if report.tables["requests"]["new"]["total"]:
        yield _cases(report, reconsideration={"upheld": 1}, suit_after_reconsideration={"upheld": 9}), {}


@plant("T4-008", WORDS)
def direct_suits_over_refusals(rng, report):
    if report.form == "2021" and report.year >= 2024 and report.tables["requests"]["results_total"]["natural_person"]:
        yield _cases(only_result(report, "denied.third_party"), direct_suit={"upheld": 3}), {}


@plant("T4-010", WORDS)
def corrections_unmentioned(rng, report):
    if report.tables["requests"]["new"]["total"]:
        changed = _cases(report, reconsideration={"corrected": 5, "upheld": 1})
        changed.text["problems"] = ["主要问题是公开栏更新慢。下一步按月检查。"]
        yield changed, {}
