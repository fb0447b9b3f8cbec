"""form.py - the two statutory forms as grids: what is printed in which cell, and how a grid is written down.

Transcribed from the annexes of 国办公开办函〔2021〕30号 and 〔2019〕60号 independently of rules/zfxxgk/form/, so that a label mistyped there is
found here. A grid is a list of Row; mutations work on grids, writers only print them.
"""
from html import escape

SECTIONS = {
    "overview": "一、总体情况",
    "proactive": "二、主动公开政府信息情况",
    "requests": "三、收到和处理政府信息公开申请情况",
    "disputes": "四、政府信息公开行政复议、行政诉讼情况",
    "problems": "五、存在的主要问题及改进情况",
    "other": "六、其他需要报告的事项",
}
NOTE = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
APPLICANTS = {
    "natural_person": "自然人", "business": "商业企业", "research": "科研机构", "nonprofit": "社会公益组织",
    "legal_service": "法律服务机构", "other_org": "其他", "total": "总计",
}
RESULTS = "三、本年度办理结果"
DENIED, UNAVAILABLE, REFUSED, OTHER = "（三）不予公开", "（四）无法提供", "（五）不予处理", "（六）其他处理"
REQUESTS_2021 = {
    "new": ("一、本年新收政府信息公开申请数量", "", ""),
    "carried_in": ("二、上年结转政府信息公开申请数量", "", ""),
    "granted": (RESULTS, "（一）予以公开", ""),
    "partial": (RESULTS, "（二）部分公开（区分处理的，只计这一情形，不计其他情形）", ""),
    "denied.state_secret": (RESULTS, DENIED, "1.属于国家秘密"),
    "denied.law_forbids": (RESULTS, DENIED, "2.其他法律行政法规禁止公开"),
    "denied.safety_stability": (RESULTS, DENIED, "3.危及“三安全一稳定”"),
    "denied.third_party": (RESULTS, DENIED, "4.保护第三方合法权益"),
    "denied.internal_affairs": (RESULTS, DENIED, "5.属于三类内部事务信息"),
    "denied.process_info": (RESULTS, DENIED, "6.属于四类过程性信息"),
    "denied.enforcement_file": (RESULTS, DENIED, "7.属于行政执法案卷"),
    "denied.query_matter": (RESULTS, DENIED, "8.属于行政查询事项"),
    "unavailable.not_held": (RESULTS, UNAVAILABLE, "1.本机关不掌握相关政府信息"),
    "unavailable.must_create": (RESULTS, UNAVAILABLE, "2.没有现成信息需要另行制作"),
    "unavailable.unclear": (RESULTS, UNAVAILABLE, "3.补正后申请内容仍不明确"),
    "not_processed.petition": (RESULTS, REFUSED, "1.信访举报投诉类申请"),
    "not_processed.repeat": (RESULTS, REFUSED, "2.重复申请"),
    "not_processed.publication": (RESULTS, REFUSED, "3.要求提供公开出版物"),
    "not_processed.excessive": (RESULTS, REFUSED, "4.无正当理由大量反复申请"),
    "not_processed.reconfirm": (RESULTS, REFUSED, "5.要求行政机关确认或重新出具已获取信息"),
    "other.no_correction": (RESULTS, OTHER, "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"),
    "other.unpaid_fee": (RESULTS, OTHER, "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"),
    "other.other": (RESULTS, OTHER, "3.其他"),
    "results_total": (RESULTS, "（七）总计", ""),
    "carried_out": ("四、结转下年度继续办理", "", ""),
}
REQUESTS_2019 = {}
for _key, _labels in REQUESTS_2021.items():  # one row （六） in place of three
    if _key == "other.no_correction":
        REQUESTS_2019["other"] = (RESULTS, OTHER, "")
    elif not _key.startswith("other."):
        REQUESTS_2019[_key] = _labels
REQUESTS = {"2021": REQUESTS_2021, "2019": REQUESTS_2019}

# Table 2: blocks of (heading, header, rows); a row is key, label, columns.
PROACTIVE = {
    "2021": [
        ("第二十条第（一）项", ["本年制发件数", "本年废止件数", "现行有效件数"],
         [("regulations", "规章", ["made", "repealed", "in_force"]),
          ("normative_documents", "行政规范性文件", ["made", "repealed", "in_force"])]),
        ("第二十条第（五）项", ["本年处理决定数量"], [("licences", "行政许可", ["decisions"])]),
        ("第二十条第（六）项", ["本年处理决定数量"],
         [("penalties", "行政处罚", ["decisions"]), ("coercion", "行政强制", ["decisions"])]),
        ("第二十条第（八）项", ["本年收费金额（单位：万元）"], [("fees", "行政事业性收费", ["amount"])]),
    ],
    "2019": [
        ("第二十条第（一）项", ["本年新制作数量", "本年新公开数量", "对外公开总数量"],
         [("regulations", "规章", ["made", "published", "total_published"]),
          ("normative_documents", "规范性文件", ["made", "published", "total_published"])]),
        ("第二十条第（五）项", ["上一年项目数量", "本年增/减", "处理决定数量"],
         [("licences", "行政许可", ["previous", "change", "decisions"]),
          ("other_services", "其他对外管理服务事项", ["previous", "change", "decisions"])]),
        ("第二十条第（六）项", ["上一年项目数量", "本年增/减", "处理决定数量"],
         [("penalties", "行政处罚", ["previous", "change", "decisions"]),
          ("coercion", "行政强制", ["previous", "change", "decisions"])]),
        ("第二十条第（八）项", ["上一年项目数量", "本年增/减"], [("fees", "行政事业性收费", ["previous", "change"])]),
        ("第二十条第（九）项", ["采购项目数量", "采购总金额"], [("procurement", "政府集中采购", ["items", "amount"])]),
    ],
}
DISPUTE_GROUPS = {"reconsideration": "行政复议", "direct_suit": "未经复议直接起诉", "suit_after_reconsideration": "复议后起诉"}
DISPUTE_RESULTS = {"upheld": "结果维持", "corrected": "结果纠正", "other": "其他结果", "pending": "尚未审结", "total": "总计"}


class Row:
    """One line of a grid. kind: block, head or data; `keys` are the cells' paths below the table, one a cell of a data line."""

    def __init__(self, kind, labels, cells, keys=(), key=""):
        self.kind, self.labels, self.cells, self.keys, self.key = kind, list(labels), [str(c) for c in cells], list(keys), key

    def place(self, path):
        return self.keys.index(path)

    def copy(self):
        return Row(self.kind, self.labels, self.cells, self.keys, self.key)


def value_at(table, path):
    for key in path.split("."):
        table = table[key]
    return table


def put(table, path, value):
    *parents, last = path.split(".")
    for key in parents:
        table = table.setdefault(key, {})
    table[last] = value


def paths(table, at=""):
    for key, inner in table.items():
        here = f"{at}.{key}" if at else key
        if isinstance(inner, dict):
            yield from paths(inner, here)
        else:
            yield here


def grids(form, tables):
    """table key -> list of Row."""
    proactive = []
    for heading, header, rows in PROACTIVE[form]:
        proactive += [Row("block", [heading], []), Row("head", ["信息内容"], header)]
        for key, label, columns in rows:
            keys = [f"{key}.{column}" for column in columns]
            proactive.append(Row("data", [label], [value_at(tables["proactive"], k) for k in keys], keys, key))
    requests = [Row("head", [NOTE, "", ""], APPLICANTS.values())]
    for key, labels in REQUESTS[form].items():
        keys = [f"{key}.{column}" for column in APPLICANTS]
        requests.append(Row("data", labels, [value_at(tables["requests"], k) for k in keys], keys, key))
    keys = [f"{g}.{r}" for g in DISPUTE_GROUPS for r in DISPUTE_RESULTS]
    results = list(DISPUTE_RESULTS.values())
    disputes = [
        Row("head", [], ["行政复议"] * 5 + ["行政诉讼"] * 10),
        Row("head", [], results + ["未经复议直接起诉"] * 5 + ["复议后起诉"] * 5),
        Row("head", [], results * 3),
        Row("data", [], [value_at(tables["disputes"], k) for k in keys], keys, "disputes"),
    ]
    return {"proactive": proactive, "requests": requests, "disputes": disputes}


def pipe(rows):
    """A pipe table; the first line is its header, short lines are filled."""
    width = max(len(r.labels) + len(r.cells) for r in rows)
    lines = []
    for row in rows:
        cells = row.labels + row.cells
        lines.append("| " + " | ".join(cells + [""] * (width - len(cells))) + " |")
        if len(lines) == 1:
            lines.append("|" + "---|" * width)
    return "\n".join(lines)


def html(rows):
    """The same as an HTML table. Equal labels below one another are merged, and so are a label and the empty cells after it."""
    width = max(len(r.labels) + len(r.cells) for r in rows)
    lines = []
    for index, row in enumerate(rows):
        cells = []
        if row.kind == "block":
            cells.append(f'<td colspan="{width}">{escape(row.labels[0])}</td>')
        else:
            cells += _labels(rows, index)
            spare = width - len(row.labels) - len(row.cells)
            for at, cell in enumerate(row.cells):
                span = spare + 1 if at == len(row.cells) - 1 and spare > 0 else 1
                cells.append(f'<td colspan="{span}">{escape(cell)}</td>' if span > 1 else f"<td>{escape(cell)}</td>")
        lines.append("<tr>" + "".join(cells) + "</tr>")
    return "<table>\n" + "\n".join(lines) + "\n</table>"


def _labels(rows, index):
    labels, cells, at = rows[index].labels, [], 0
    while at < len(labels):
        span = 1
        while at + span < len(labels) and labels[at + span] == "":
            span += 1
        start = labels[:at + 1]
        parent = at + 1 < len(labels) and span == 1
        if parent and index and rows[index - 1].labels[:at + 1] == start:
            at += 1
            continue
        height = 1
        while parent and index + height < len(rows) and rows[index + height].labels[:at + 1] == start:
            height += 1
        tags = (f' rowspan="{height}"' if height > 1 else "") + (f' colspan="{span}"' if span > 1 else "")
        cells.append(f"<td{tags}>{escape(labels[at])}</td>")
        at += span
    return cells


def tree(table):
    """A copy of nested tables."""
    return {key: tree(inner) if isinstance(inner, dict) else inner for key, inner in table.items()}
