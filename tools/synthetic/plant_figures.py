"""plant_figures.py - every figure of the text changed against its table, and every "none" against what is there.

The generator remembers where each figure stands and what it counts; the rule that ties it is looked up here. A wrong figure that the law lets
stand (received may be new, or new plus carried in) is not planted.
"""
from .planting import ARITHMETIC, CONTRADICTION, WORDS, plant
from .plant_cells import set_cell
from .form import APPLICANTS

RULES = {  # figure -> the rule that must object
    "new": "XREF-001 XREF-003", "both": "XREF-001 XREF-003", "carried_in": "XREF-004", "carried_out": "XREF-004", "done": "XREF-005",
    "granted": "XREF-006", "partial": "XREF-006", "denied": "XREF-006", "unavailable": "XREF-006", "not_processed": "XREF-006", "other": "XREF-006",
    "natural_person": "XREF-007", "organisations": "XREF-007",
    "reconsideration": "XREF-008", "suits": "XREF-008", "direct": "XREF-008", "after": "XREF-008",
    "made": "XREF-011", "repealed": "XREF-011", "in_force": "XREF-011", "licences": "XREF-012", "penalties": "XREF-012",
}
# What else the law lets a figure be.
ALSO = {"new": ("new", "both"), "both": ("new", "both"), "natural_person": (), "organisations": ()}


def figure_changed(report, figure, value):
    changed = report.copy()
    paragraph = changed.text[figure.section][figure.paragraph]
    end = figure.start + len(figure.text)
    assert paragraph[figure.start:end] == figure.text, (paragraph, figure.__dict__)
    changed.text[figure.section][figure.paragraph] = paragraph[:figure.start] + str(value) + paragraph[end:]
    return changed


def _lawful(report, name):
    asked = report.tables["requests"]
    new, carried = asked["new"], asked["carried_in"]
    if name in ("new", "both"):
        return {new["total"], new["total"] + carried["total"]}
    if name == "natural_person":
        return {new["natural_person"], new["natural_person"] + carried["natural_person"]}
    if name == "organisations":
        return {sum(s[k] for k in APPLICANTS if k not in ("natural_person", "total") for s in sheets) for sheets in ((new,), (new, carried))}
    return set()


def _contradictions(name, rules):
    @plant(rules, CONTRADICTION, f"{name} in the text")
    def contradiction(rng, report):
        for figure in report.figures:
            if figure.name == name:
                lawful = _lawful(report, name) | {figure.value}
                for value in dict.fromkeys([figure.value + 1, figure.value + 5, figure.value * 10, max(figure.value - 1, 0)]):
                    if value not in lawful:
                        yield figure_changed(report, figure, value), {"words": str(value)}


for _name, _rules in RULES.items():
    _contradictions(_name, _rules)


@plant("NAR-010 NAR-012", ARITHMETIC, "parts above their total")
def parts_above_total(rng, report):
    for figure in report.figures:
        if figure.name.startswith("part") and figure.name != "partial":
            total = next(f.value for f in report.figures if f.name == "items")
            yield figure_changed(report, figure, total + figure.value + 3), {}


@plant("NAR-010 NAR-012", ARITHMETIC, "parts below their total")
def parts_below_total(rng, report):
    for figure in report.figures:
        if figure.name == "items":
            yield figure_changed(report, figure, figure.value + 7), {}


def paragraph_of(report, name):
    """(section, paragraph, text) of the first figure of that name, or None."""
    return next(((f.section, f.paragraph) for f in report.figures if f.name == name), None)


def sentence_with(report, words, new):
    """A copy in which the overview's sentence that holds one of the words is another; None where no sentence does."""
    for index, paragraph in enumerate(report.text["overview"]):
        for sentence in paragraph.split("。"):
            if any(w in sentence for w in words):
                changed = report.copy()
                mark = sentence.rfind("方面，") + 3 if "方面，" in sentence else 0
                changed.text["overview"][index] = paragraph.replace(sentence[mark:] + "。", new)
                return changed
    return None


@plant("XREF-002", CONTRADICTION)
def claims_none_received(rng, report):
    at = paragraph_of(report, "new") or paragraph_of(report, "both")
    if at and report.tables["requests"]["new"]["total"]:
        for words in ("全年未收到政府信息公开申请。", "本年度没有收到公民、法人和其他组织提出的政府信息公开申请。"):
            changed = report.copy()
            head = next((m for m in ("依申请公开。", "依申请公开情况。", "依申请公开方面，") if m in changed.text[at[0]][at[1]]), "")
            changed.text[at[0]][at[1]] = changed.text[at[0]][at[1]].split("依申请公开")[0] + head + words
            yield changed, {}


@plant("XREF-003", CONTRADICTION)
def claims_received_where_the_table_is_zero(rng, report):
    if not report.tables["requests"]["new"]["total"] and not report.tables["requests"]["carried_in"]["total"]:
        for words in ("全年收到政府信息公开申请3件，均已答复。", "本年度共受理政府信息公开申请2件。"):
            changed = sentence_with(report, ["政府信息公开申请", "提出的政府信息公开申请"], words)
            if changed:
                yield changed, {}


@plant("XREF-008", CONTRADICTION)
def claims_no_cases(rng, report):
    if any(report.tables["disputes"][g]["total"] for g in report.tables["disputes"]):
        changed = sentence_with(report, ["行政复议"], "全年未发生因政府信息公开引起的行政复议和行政诉讼。")
        if changed:
            yield changed, {}


@plant("XREF-008", CONTRADICTION)
def claims_cases_where_the_table_is_zero(rng, report):
    if not any(report.tables["disputes"][g]["total"] for g in report.tables["disputes"]):
        changed = sentence_with(report, ["行政复议"], "因政府信息公开被申请行政复议2件。")
        if changed:
            yield changed, {"words": "2件"}


def add(report, section, sentence):
    """A copy with a paragraph more in a section."""
    changed = report.copy()
    changed.text.setdefault(section, []).append(sentence)
    return changed


@plant("XREF-009", CONTRADICTION)
def slow_handling_of_nothing(rng, report):
    if not report.tables["requests"]["new"]["total"] and not report.tables["requests"]["carried_in"]["total"]:
        yield add(report, "problems", "此外，依申请公开办理时间较长，答复不够及时。今后将缩短办理时间。"), {}


@plant("XREF-010", CONTRADICTION)
def rate_of_nothing(rng, report):
    if not report.tables["requests"]["new"]["total"] and not report.tables["requests"]["carried_in"]["total"]:
        yield add(report, "overview", "全年政府信息公开申请按时办结率100%。"), {}


@plant("XREF-013", CONTRADICTION)
def fees_differ(rng, report):
    if report.form == "2021":
        amount = report.tables["proactive"]["fees"]["amount"]
        yield add(report, "overview", f"全年行政事业性收费{round(amount + 12.5, 4)}万元。"), {}


@plant("XREF-014", CONTRADICTION)
def regulations_differ(rng, report):
    if report.form == "2021":
        made = report.tables["proactive"]["regulations"]["made"]
        yield add(report, "overview", f"全年制定规章{made + 2}件。"), {}


@plant("XREF-031 XREF-011", CONTRADICTION)
def documents_where_the_table_has_none(rng, report):
    if report.form == "2021" and not report.tables["proactive"]["normative_documents"]["made"]:
        yield add(report, "overview", "围绕重点工作出台行政规范性文件2件。"), {}


@plant("XREF-021", CONTRADICTION)
def fee_above_all_fees(rng, report):
    asked = report.tables["requests"]["new"]["total"]
    if report.form == "2021" and asked and not report.body.fee_yuan and not report.tables["proactive"]["fees"]["amount"]:
        changed = report.copy()
        changed.text["other"] = ["全年发出收费通知1份，收取信息处理费3800元。"]
        yield changed, {}


@plant("XREF-024", CONTRADICTION)
def fee_without_requests(rng, report):
    asked = report.tables["requests"]
    if report.form == "2021" and not asked["new"]["total"] and not asked["carried_in"]["total"]:
        changed = set_cell(report, "proactive", "fees.amount", 5)
        changed.text["other"] = ["全年发出收费通知1份，收取信息处理费200元。"]
        yield changed, {}


@plant("XREF-023", CONTRADICTION)
def fee_that_no_tariff_gives(rng, report):
    if report.form == "2021" and report.tables["requests"]["new"]["total"] > 10:
        changed = set_cell(report, "proactive", "fees.amount", 9)
        changed.text["other"] = ["全年发出收费通知1份，收取信息处理费385元。"]
        yield changed, {}


@plant("XREF-020", WORDS)
def fee_not_stated(rng, report):
    if report.form == "2021":
        changed = report.copy()
        changed.text["other"] = ["没有其他需要报告的事项。"]
        yield changed, {}


@plant("NAR-017", CONTRADICTION)
def all_completed_but_carried_out(rng, report):
    if report.tables["requests"]["carried_out"]["total"]:
        yield add(report, "overview", "收到的政府信息公开申请均已办结。"), {}


@plant("NAR-018", CONTRADICTION)
def all_answered_but_carried_out(rng, report):
    if report.tables["requests"]["carried_out"]["total"]:
        yield add(report, "overview", "政府信息公开申请答复率100%。"), {}


@plant("T4-009", CONTRADICTION)
def cases_without_requests(rng, report):
    asked = report.tables["requests"]
    if not asked["new"]["total"] and not asked["carried_in"]["total"]:
        changed = set_cell(report, "disputes", "reconsideration.upheld", 3)
        changed = set_cell(changed, "disputes", "reconsideration.total", 3)
        changed = sentence_with(changed, ["行政复议"], "因政府信息公开被申请行政复议3件。") or changed
        yield changed, {}


@plant("NAR-041", CONTRADICTION)
def received_less_completed_unexplained(rng, report):
    at = paragraph_of(report, "new")
    asked = report.tables["requests"]
    if at and asked["carried_out"]["total"] and not asked["carried_in"]["total"] and asked["results_total"]["total"]:
        changed = report.copy()
        changed.text[at[0]][at[1]] = f"（二）依申请公开。收到政府信息公开申请{asked['new']['total']}件，办结{asked['results_total']['total']}件。"
        yield changed, {}
