"""plant_structure.py - rows, columns, tables, sections: left out, renamed, out of order, twice; headings, title and form.

All of these change how the report is written down, so a report in JSON, which has no layout, is passed over.
"""
from .form import APPLICANTS, NOTE, REQUESTS, SECTIONS, grids
from .figures import tables
from .planting import STRUCTURE, WORDS, plant



def laid_out(maker):
    """Only for reports that have a layout."""
    def only(rng, report):
        if report.format == "md":
            yield from maker(rng, report)
    only.__name__ = maker.__name__
    return only


def _data(rows):
    return [i for i, r in enumerate(rows) if r.kind == "data"]


# What a message must say of a missing row.
CALLED = dict(zip(REQUESTS["2021"], (
    "新收 上年结转 予以公开 部分公开 国家秘密 禁止 三安全 第三方 内部事务 过程性 执法案卷 查询事项 不掌握 另行制作 不明确 信访 重复申请 出版物 反复申请 "
    "重新出具 不补正 缴费 其他处理 （七）总计 结转下年度").split()), other="其他处理")


@plant("T3-005", STRUCTURE)
@laid_out
def row_left_out_of_table_3(rng, report):
    for index in _data(report.grids["requests"]):
        changed = report.copy()
        row = changed.grids["requests"].pop(index)
        yield changed, {"words": CALLED[row.key]}


@plant("T3-005 T3-006 T3-021", STRUCTURE)
@laid_out
def row_twice_in_table_3(rng, report):
    for index in _data(report.grids["requests"]):
        changed = report.copy()
        changed.grids["requests"].insert(index, changed.grids["requests"][index].copy())
        yield changed, {}


@plant("T3-006", STRUCTURE)
@laid_out
def rows_out_of_order_in_table_3(rng, report):
    lines = _data(report.grids["requests"])
    for one, two in zip(lines, lines[1:]):
        changed = report.copy()
        rows = changed.grids["requests"]
        if len(rows[one].labels) == len(rows[two].labels) and rows[one].labels[:2] == rows[two].labels[:2] and rows[one].labels[2]:
            rows[one], rows[two] = rows[two], rows[one]
            yield changed, {}


@plant("T3-006 T3-005", STRUCTURE)
@laid_out
def row_renamed_in_table_3(rng, report):
    for index in _data(report.grids["requests"]):
        changed = report.copy()
        row = changed.grids["requests"][index]
        at = max(i for i, label in enumerate(row.labels) if label)
        row.labels[at] = "另外的情形"
        yield changed, {}


@plant("T3-007", STRUCTURE)
@laid_out
def column_left_out_of_table_3(rng, report):
    for index, label in enumerate(APPLICANTS.values()):
        changed = report.copy()
        for row in changed.grids["requests"]:
            row.cells.pop(index)
        yield changed, {"words": label}


@plant("T3-007", STRUCTURE)
@laid_out
def columns_out_of_order_in_table_3(rng, report):
    for index in range(len(APPLICANTS) - 1):
        changed = report.copy()
        for row in changed.grids["requests"]:
            row.cells[index], row.cells[index + 1] = row.cells[index + 1], row.cells[index]
        yield changed, {}


@plant("T3-007", STRUCTURE)
@laid_out
def column_renamed_in_table_3(rng, report):
    for index in range(len(APPLICANTS)):
        changed = report.copy()
        changed.grids["requests"][0].cells[index] = "另一类"
        yield changed, {"words": "另一类"}


@plant("T4-011", STRUCTURE)
@laid_out
def column_renamed_in_table_4(rng, report):
    for index in range(15):
        changed = report.copy()
        for row in changed.grids["disputes"][1 if index < 5 else 2:3]:  # the first group's labels stand on two lines
            row.cells[index] = "另一结果"
        yield changed, {}


@plant("T2-001 T2-021", STRUCTURE)
@laid_out
def row_renamed_in_table_2(rng, report):
    for index in _data(report.grids["proactive"]):
        changed = report.copy()
        changed.grids["proactive"][index].labels[0] = "另外的事项"
        yield changed, {}


@plant("T2-002", STRUCTURE)
@laid_out
def column_renamed_in_table_2(rng, report):
    for index, row in enumerate(report.grids["proactive"]):
        if row.kind == "head":
            for at in range(len(row.cells)):
                changed = report.copy()
                changed.grids["proactive"][index].cells[at] = "另一项数量"
                yield changed, {}


@plant("T3-021", STRUCTURE)
@laid_out
def row_too_short_or_long(rng, report):
    for index in _data(report.grids["requests"]):
        short, long = report.copy(), report.copy()
        short.grids["requests"][index].cells.pop()
        long.grids["requests"][index].cells.append("3")
        if report.layout == "html":  # a cell more or less is plain in HTML; a pipe table's short lines are filled
            yield short, {}
        yield long, {}


@plant("STR-025", STRUCTURE)
@laid_out
def relation_note_left_out(rng, report):
    changed = report.copy()
    for row in changed.grids["requests"]:
        row.labels = ["" if label == NOTE else label for label in row.labels]
    yield changed, {}


@plant("STR-021", STRUCTURE)
@laid_out
def table_left_out(rng, report):
    for key in ("proactive", "requests", "disputes"):
        changed = report.copy()
        changed.grids[key] = []
        changed.text[key] = ["本年度有关数据如实统计。"]
        yield changed, {"section": key}


@plant("T2-001", STRUCTURE)
@laid_out
def row_left_out_of_table_2(rng, report):
    for index in _data(report.grids["proactive"]):
        changed = report.copy()
        row = changed.grids["proactive"].pop(index)
        yield changed, {"words": row.labels[0]}


@plant("T2-002", STRUCTURE)
@laid_out
def header_changed_in_table_2(rng, report):
    for old, new in (("本年制发件数", f"本年({report.year})制发件数"), ("现行有效件数", "累计件数"), ("本年新公开数量", f"{report.year}年公开数量")):
        changed = report.copy()
        hits = [r for r in changed.grids["proactive"] if old in r.cells]
        for row in hits:
            row.cells[row.cells.index(old)] = new
        if hits:
            yield changed, {}


@plant("T2-022", STRUCTURE)
@laid_out
def item_heading_left_out_of_table_2(rng, report):
    changed = report.copy()
    blocks = [r for r in changed.grids["proactive"] if r.kind == "block"]
    changed.grids["proactive"].remove(blocks[1])
    yield changed, {}


@plant("T2-023", STRUCTURE)
@laid_out
def unit_left_out_of_table_2(rng, report):
    if report.form == "2021":
        changed = report.copy()
        for row in changed.grids["proactive"]:
            row.cells = [c.replace("（单位：万元）", "") for c in row.cells]
        yield changed, {}


@plant("T2-021", STRUCTURE)
@laid_out
def row_label_of_the_old_form(rng, report):
    if report.form == "2021":
        changed = report.copy()
        for row in changed.grids["proactive"]:
            row.labels = [x.replace("行政规范性文件", "规范性文件") for x in row.labels]
        yield changed, {}


@plant("T4-004 T4-011", STRUCTURE)
@laid_out
def figure_left_out_of_table_4(rng, report):
    if report.layout == "html":  # a pipe table's short lines are filled: a blank cell, T4-005
        changed = report.copy()
        row = changed.grids["disputes"][-1]
        row.cells.pop(rng.randrange(len(row.cells)))
        yield changed, {}


@plant("T4-011", STRUCTURE)
@laid_out
def group_left_out_of_table_4(rng, report):
    changed = report.copy()
    for row in changed.grids["disputes"]:
        row.cells = row.cells[:10]
    yield changed, {}


@plant("STR-001", STRUCTURE)
@laid_out
def section_left_out(rng, report):
    for key in SECTIONS:
        changed = report.copy()
        changed.order.remove(key)
        yield changed, {"words": SECTIONS[key][2:]}


@plant("STR-002", STRUCTURE)
@laid_out
def sections_out_of_order(rng, report):
    for index in range(5):
        changed = report.copy()
        changed.order[index], changed.order[index + 1] = changed.order[index + 1], changed.order[index]
        yield changed, {}


@plant("STR-003", STRUCTURE)
@laid_out
def section_twice(rng, report):
    for key in SECTIONS:
        changed = report.copy()
        changed.order.insert(changed.order.index(key) + 1, key)
        yield changed, {"section": key}


@plant("STR-004", STRUCTURE)
def section_empty(rng, report):
    for key in ("overview", "problems", "other"):
        changed = report.copy()
        changed.text[key] = []
        yield changed, {"section": key}


HEADINGS = [
    ("STR-005", "overview", "一、工作总体情况介绍"), ("STR-005", "problems", "五、存在问题与下一步工作打算"),
    ("STR-005", "disputes", "四、行政复议和行政诉讼"), ("STR-006", "other", "六、其它事项"), ("STR-006", "other", "六、需要说明的其他事项"),
    ("STR-010 STR-001 STR-005", "requests", "三、政府信息公开的收费及减免情况"),
]


def _heading(rule, key, words):
    @plant(rule, STRUCTURE, f"heading {words}")
    def heading(rng, report):
        changed = report.copy()
        changed.headings[key] = words
        yield changed, {}


for _rule, _key, _words in HEADINGS:
    _heading(_rule, _key, _words)


@plant("STR-012", STRUCTURE)
@laid_out
def extra_section(rng, report):
    for words in ("七、下一步工作打算", "七、信息处理费收取情况"):
        changed = report.copy()
        changed.tail = ["## " + words, "本年度按要求办理有关事项，没有特殊情况。"]
        yield changed, {"words": words[2:]}


@plant("FMT-002", STRUCTURE)
@laid_out
def tables_of_the_other_form(rng, report):
    other = "2019" if report.form == "2021" else "2021"
    changed = report.copy()
    sheets = tables(rng, report.body, other)
    changed.grids["proactive"] = grids(other, sheets)["proactive"]
    yield changed, {}


@plant("PUB-005 STR-021", STRUCTURE)
@laid_out
def table_as_a_picture(rng, report):
    changed = report.copy()
    changed.grids["requests"] = []
    changed.text["requests"] = ["![表三](biao3.png)"]
    yield changed, {}


@plant("T3-023 T3-001 T3-002 T3-003", STRUCTURE)
@laid_out
def row_shifted(rng, report):
    for index in _data(report.grids["requests"]):
        row = report.grids["requests"][index]
        if row.cells[0] != "0" and row.cells[5] == "0" and row.key == "new":
            changed = report.copy()
            cells = changed.grids["requests"][index].cells
            changed.grids["requests"][index].cells = ["0", *cells[:5], cells[6]]
            yield changed, {}
