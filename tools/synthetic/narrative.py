"""narrative.py - the text of a report, and where each of its figures stands.

Every figure is put by name, so that what a sentence claims is known without reading it: Figure(section, paragraph, start, end, name, value). mutate.py
changes the text at those places.
"""
import re

from . import wording
from .figures import total

SLOT = re.compile(r"\{(\w+)\}")


class Figure:
    def __init__(self, section, paragraph, start, text, name, value):
        self.section, self.paragraph, self.start, self.text, self.name, self.value = section, paragraph, start, text, name, value


def quantities(rng, body, year, tables):
    """All that a sentence may name."""
    asked, sheet, cases = tables["requests"], tables["proactive"], tables["disputes"]
    items = rng.randint(24, 400) * (20 if body.is_wide else 1)
    direct, after = cases["direct_suit"]["total"], cases["suit_after_reconsideration"]["total"]
    found = {
        "year": year, "name": body.name, "we": body.we, "unit": body.unit, "phone": body.phone, "office": body.name + ("" if body.kind == "department" else "办公室"),
        "new": asked["new"]["total"], "carried_in": asked["carried_in"]["total"], "done": asked["results_total"]["total"],
        "carried_out": asked["carried_out"]["total"], "natural_person": asked["new"]["natural_person"],
        "organisations": asked["new"]["total"] - asked["new"]["natural_person"],
        "reconsideration": cases["reconsideration"]["total"], "direct": direct, "after": after, "suits": direct + after,
        "licences": sheet["licences"]["decisions"], "penalties": sheet["penalties"]["decisions"],
        "items": items, "readings": rng.randint(3, 30), "replies": rng.randint(2, 30), "checked": rng.randint(6, 90), "returned": rng.randint(2, 9),
        "points": rng.randint(4, 18), "drawings": rng.randint(5, 24), "grade": rng.choice(["优秀", "良好", "合格"]),
        "score": rng.randint(86, 98), "percent": rng.choice([94, 95, 96, 97, 98, 96.5, 97.1]), "forms": rng.randint(40, 300),
        "sessions": rng.randint(2, 4), "people": rng.randint(12, 90), "fee_yuan": body.fee_yuan, "notices": rng.randint(1, 4),
    }
    found["both"] = found["new"] + found["carried_in"]
    for key, _ in wording.RESULTS:
        found[key] = total(asked, key)
    documents = sheet["normative_documents"]
    found.update({k: documents[k] for k in ("made", "repealed", "in_force") if k in documents})
    return found


class Writer:
    """Puts sentences into sections and remembers the figures."""

    def __init__(self, rng, values):
        self.rng, self.values, self.figures, self.sections, self.plain = rng, values, [], {}, []

    def paragraph(self, section, *templates, **extra):
        values = {**self.values, **extra}
        paragraphs = self.sections.setdefault(section, [])
        text, found = "", []
        for template in templates:
            at = 0
            for slot in SLOT.finditer(template):
                text += template[at:slot.start()]
                value = values[slot.group(1)]
                if isinstance(value, (int, float)) and slot.group(1) != "year":
                    found.append(Figure(section, len(paragraphs), len(text), str(value), slot.group(1), value))
                text += str(value)
                at = slot.end()
            text += template[at:]
        self.figures += found
        paragraphs.append(text)

    def choose(self, options):
        """One of them; not the one that last year's report took, where there is another."""
        fresh = [o for o in options if o not in self.plain] or list(options)
        chosen = self.rng.choice(fresh)
        self.plain.append(chosen)
        return chosen


def parts(writer, body):
    """`A 3条、B 4条` whose parts make {items}; the template and its values."""
    rng, items = writer.rng, writer.values["items"]
    names = rng.sample(body.topics, min(len(body.topics), rng.randint(3, 4)))
    cuts = sorted(rng.sample(range(1, items), len(names) - 1))
    counts = [b - a for a, b in zip([0, *cuts], [*cuts, items])]
    words = "、".join(f"{name}类{{part{i}}}条" for i, name in enumerate(names))
    return words, {f"part{i}": count for i, count in enumerate(counts)}


def requests_paragraph(writer, body):
    values = writer.values
    if not values["both"]:
        return [writer.choose(wording.RECEIVED_NONE), writer.choose(wording.NO_CASES)]
    received = writer.choose(wording.RECEIVED if values["carried_in"] else wording.RECEIVED_FRESH)
    if not values["new"]:
        received = "全年没有新收政府信息公开申请，办理上年结转的申请{carried_in}件。"
    sentences = [received]
    if values["new"] and writer.rng.random() < 0.3:
        sentences.append(writer.choose(wording.APPLICANTS))
    results = "、".join(f"{words}{{{key}}}件" for key, words in wording.RESULTS if values[key])
    if values["done"]:
        shape = writer.choose(wording.COMPLETED_SOME if values["carried_out"] else wording.COMPLETED_ALL)
        sentences.append(shape.replace("{results}", results))
    else:
        sentences.append("全部结转下年度继续办理，共结转{carried_out}件。")
    sentences.append(cases_sentence(writer))
    return sentences


def cases_sentence(writer):
    values = writer.values
    if not values["reconsideration"] and not values["suits"]:
        return writer.choose(wording.NO_CASES)
    if not values["suits"]:
        return writer.choose(wording.CASES_REVIEW)
    return writer.choose(wording.CASES_SPLIT if values["direct"] and values["after"] else wording.CASES_BOTH)


def overview(writer, body, form):
    rng, values = writer.rng, writer.values
    trade = "wide" if body.is_wide else "department" if body.kind == "department" else body.level
    mark = writer.choose(wording.MARKS)
    writer.paragraph("overview", writer.choose(wording.OPENINGS[trade]))
    words, counts = parts(writer, body)
    proactive = [writer.choose(wording.ITEMS).replace("{parts}", words)]
    if form == "2021":
        made = wording.DOCUMENTS_MADE if values["repealed"] else wording.DOCUMENTS_KEPT
        proactive.append(writer.choose(made if values["made"] else wording.DOCUMENTS_NONE))
    if rng.random() < 0.4:
        proactive.append(writer.choose(wording.DECISIONS))
    if rng.random() < 0.6:
        proactive.append(writer.choose(wording.INTERPRET))
    guarantee = [writer.choose(wording.TRAINING)]
    if body.governs or rng.random() < 0.7:
        guarantee.append("；".join(writer.choose(group) for group in (wording.APPRAISAL, wording.EVALUATION, wording.ACCOUNT)) + "。")
    else:
        guarantee.append(writer.choose(wording.ACCOUNT) + "。")
    platform = [writer.choose(wording.PLATFORM[trade])]
    texts = [proactive, requests_paragraph(writer, body), [writer.choose(wording.MANAGEMENT)], platform, guarantee]
    for index, (name, sentences) in enumerate(zip(wording.ASPECTS, texts)):
        writer.paragraph("overview", mark(index, name), *sentences, **counts)


def problems(writer, body, last=()):
    """Two or three problems with their measures; `last`: those of the year before, of which one was put right."""
    rng = writer.rng
    fresh = [p for p in body.problems if p not in last]
    chosen = rng.sample(fresh, min(len(fresh), rng.randint(2, 3)))
    repaired = rng.choice(list(last) or [p for p in body.problems if p not in chosen])
    old = f"上年提出的{repaired[2]}。"
    many = "".join(f"{'一二三四'[i]}是{problem}；" for i, (problem, _, _) in enumerate(chosen))[:-1] + "。"
    measures = "".join(f"{'一二三四'[i]}是{measure}；" for i, (_, measure, _) in enumerate(chosen))[:-1] + "。"
    for paragraph in writer.choose(wording.PROBLEM_FORMS)(many, measures, old):
        writer.paragraph("problems", paragraph)
    return chosen


def other(writer, body, form, unpaid):
    if form == "2019":
        writer.paragraph("other", writer.choose(["无。", "没有其他需要报告的事项。"]))
        return
    if body.fee_yuan:
        fee = writer.choose(wording.FEE_SOME)
    elif unpaid:
        fee = writer.choose(wording.FEE_UNPAID)
    else:
        fee = writer.choose(wording.FEE_NONE)
    writer.paragraph("other", fee, writer.choose(wording.NOTHING_ELSE))


def preamble(writer, form):
    writer.paragraph("", writer.choose(wording.BASIS[form]), writer.choose(wording.PERIOD), writer.choose(wording.CONTACT))
