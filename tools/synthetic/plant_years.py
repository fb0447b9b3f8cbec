"""plant_years.py - last year's report and this one: makers get the chained pair as (rng, last, this) and yield changed copies of this one, and of
last year's where that is changed, too."""
from .form import paths, value_at
from .plant_cells import set_cell
from .plant_figures import add
from .planting import YEARS, Planting

PAIRS = []


def pair(rules):
    def register(maker):
        PAIRS.append(Planting(rules, YEARS, maker, maker.__name__.replace("_", " ")))
        return maker
    return register


@pair("YOY-001")
def carried_in_differs(rng, last, this):
    """One natural person's request more carried in, and granted: all sums of this year hold."""
    changed = this
    for row in ("carried_in", "granted", "results_total"):
        for column in ("natural_person", "total"):
            path = f"{row}.{column}"
            changed = set_cell(changed, "requests", path, value_at(changed.tables["requests"], path) + 1)
    yield changed, {"cell": "requests.carried_in.natural_person"}


@pair("YOY-002")
def in_force_does_not_follow(rng, last, this):
    if last.form == this.form == "2021":
        now = this.tables["proactive"]["normative_documents"]
        yield set_cell(this, "proactive", "normative_documents.in_force", now["in_force"] + 3), {}


@pair("YOY-020")
def text_of_last_year(rng, last, this):
    changed = this.copy()
    changed.text = {k: [p.replace(str(last.year), str(this.year)) for p in v] for k, v in last.text.items()}
    yield changed, {}


@pair("YOY-021 YOY-022 YOY-020")
def problems_of_last_year(rng, last, this):
    changed = this.copy()
    changed.text["problems"] = [p.replace(str(last.year), str(this.year)) for p in last.text["problems"]]
    yield changed, {}


@pair("YOY-011")
def figures_of_last_year(rng, last, this):
    if last.form == this.form and sum(1 for t in last.tables.values() for p in paths(t) if value_at(t, p)) >= 12:
        changed = this.copy()
        changed.tables, changed.grids = last.tables, last.grids
        yield changed, {}


@pair("YOY-010")
def far_fewer_items(rng, last, this):
    from .plant_figures import figure_changed
    for figure in this.figures:
        if figure.name == "items":
            yield figure_changed(this, figure, 2), {}


@pair("YOY-003")
def pending_cases_vanish(rng, last, this):
    """Cases still pending last year of which there is none this year."""
    for group in ("reconsideration", "direct_suit", "suit_after_reconsideration"):
        if last.tables["disputes"][group]["pending"]:
            changed = this
            for result in ("upheld", "corrected", "other", "pending", "total"):
                changed = set_cell(changed, "disputes", f"{group}.{result}", 0)
            yield changed, {"cell": f"disputes.{group}.total"}


@pair("YOY-030")
def residue_of_last_year(rng, last, this):
    words = "政务公开栏由各村专人管理。。内容按月更换。"
    yield add(this, "overview", words), {"words": "residue"}, add(last, "overview", words)


@pair("NAR-036")
def no_word_on_last_years_problems(rng, last, this):
    changed = this.copy()
    changed.text["problems"] = ["一是个别栏目内容偏少。二是解读方式不多。下一步，一是增加栏目内容；二是制作图解。"]
    yield changed, {"words": "problems.followup"}
