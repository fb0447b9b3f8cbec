"""figures.py - figures of a year that satisfy every identity of the form, small or large, and that go with the body that reports them."""
from .form import APPLICANTS, REQUESTS, put, value_at

KINDS = list(APPLICANTS)[:-1]
RESULT_ROWS = [k for k in REQUESTS["2021"] if k not in ("new", "carried_in", "results_total", "carried_out")]
# How often a request ends so. What is 0 needs a body of its own kind, or words in section six.
WEIGHTS = {
    "granted": 40, "partial": 8, "denied.state_secret": 0, "denied.law_forbids": 1, "denied.safety_stability": 0.3, "denied.third_party": 3,
    "denied.internal_affairs": 3, "denied.process_info": 3, "denied.enforcement_file": 0, "denied.query_matter": 1, "unavailable.not_held": 25,
    "unavailable.must_create": 3, "unavailable.unclear": 2, "not_processed.petition": 6, "not_processed.repeat": 3, "not_processed.publication": 1,
    "not_processed.excessive": 0.3, "not_processed.reconfirm": 1, "other.no_correction": 3, "other.unpaid_fee": 0, "other.other": 3,
}
APPLICANT_WEIGHTS = {"natural_person": 80, "business": 10, "research": 1, "nonprofit": 1, "legal_service": 5, "other_org": 3}


def spread(rng, count, weights):
    """`count` things over the keys, by weight."""
    keys, shares = list(weights), list(weights.values())
    found = dict.fromkeys(keys, 0)
    if count > 2000:  # by share; what rounding leaves goes to the first
        for key, share in weights.items():
            found[key] = int(count * share / sum(shares))
        found[keys[0]] += count - sum(found.values())
    else:
        for key in rng.choices(keys, shares, k=count):
            found[key] += 1
    return found


def request_count(rng, size):
    return {"zero": 0, "small": rng.randint(1, 9), "middle": rng.randint(10, 60), "large": rng.randint(200, 1500),
            "huge": rng.randint(3000, 15000)}[size]


def requests(rng, body, form, carried_in=None):
    """Table 3. `carried_in`: last year's carried_out, by applicant."""
    count = request_count(rng, body.size)
    new = spread(rng, count, APPLICANT_WEIGHTS)
    if carried_in is None:
        carried_in = spread(rng, rng.randint(0, max(0, count // 8)) if count else 0, APPLICANT_WEIGHTS)
    weights = dict(WEIGHTS)
    if body.enforces:
        weights["denied.enforcement_file"] = 3
    if body.sends_fee_notices:
        weights["other.unpaid_fee"] = 2
    table = {}
    columns = {}
    for kind in KINDS:
        intake = new[kind] + carried_in[kind]
        out = min(intake, rng.randint(0, max(1, intake // 9))) if intake else 0
        results = spread(rng, intake - out, weights)
        columns[kind] = {"new": new[kind], "carried_in": carried_in[kind], **results, "results_total": intake - out, "carried_out": out}
    rows = ["new", "carried_in", *RESULT_ROWS, "results_total", "carried_out"]
    for row in rows:
        for kind in KINDS:
            put(table, f"{row}.{kind}", columns[kind][row])
        put(table, f"{row}.total", sum(columns[kind][row] for kind in KINDS))
    if form == "2019":  # one row （六）
        parts = table.pop("other")
        table["other"] = {c: sum(parts[p][c] for p in parts) for c in APPLICANTS}
        table = {k: table[k] for k in dict.fromkeys(key.split(".")[0] for key in REQUESTS["2019"])}
    return table


def total(table, *prefixes):
    """Sum of the total column over the rows that begin so."""
    found = 0
    for prefix in prefixes:
        inner = value_at(table, prefix)
        if "total" in inner:
            found += inner["total"]
        else:
            found += sum(row["total"] for row in inner.values())
    return found


def disputes(rng, body, table):
    """Table 4: none without requests; in proportion to refusals."""
    refused = total(table, "denied", "unavailable", "not_processed")
    groups = {}
    for key, most in (("reconsideration", refused // 6 + (refused > 0)), ("direct_suit", refused // 30), ("suit_after_reconsideration", refused // 25)):
        count = rng.randint(0, most) if most and body.is_disputed else 0
        found = spread(rng, count, {"upheld": 60, "corrected": 8 if body.size != "small" else 0.1, "other": 18, "pending": 14})
        groups[key] = {**found, "total": count}
    return groups


def proactive_2021(rng, body, in_force=None):
    large = body.size in ("large", "huge")
    made = rng.randint(2, 30) if large else rng.choice([0, 0, 1, 2, 3])
    before = in_force if in_force is not None else (rng.randint(40, 300) if large else rng.randint(1, 14))
    repealed = rng.randint(0, min(before, 12 if large else 2))
    rules = {"made": 0, "repealed": 0, "in_force": 0}
    if body.makes_regulations:
        rules = {"made": rng.randint(0, 4), "repealed": rng.randint(0, 2), "in_force": rng.randint(15, 60)}
    scale = 900 if large else 1
    fees = 0 if rng.random() < 0.4 else round(rng.uniform(0.5, 40) * (300 if large else 1), rng.choice([0, 1, 2, 4]))
    if fees == int(fees):
        fees = int(fees)
    if body.fee_yuan and fees < body.fee_yuan / 10000:
        fees = round(body.fee_yuan / 10000 + rng.randint(1, 20), 2)
    return {
        "regulations": rules,
        "normative_documents": {"made": made, "repealed": repealed, "in_force": before + made - repealed},
        "licences": {"decisions": rng.randint(1, 90) * scale}, "penalties": {"decisions": rng.randint(1, 40) * (scale // 3 or 1)},
        "coercion": {"decisions": rng.randint(0, 3) * (scale // 9 or 1)}, "fees": {"amount": fees},
    }


def proactive_2019(rng, body):
    made = rng.randint(0, 4)

    def matters(least, most, decisions):
        previous = rng.randint(least, most)
        return {"previous": previous, "change": rng.randint(-min(previous, 3), 3), "decisions": rng.randint(0, decisions)}
    fees = matters(0, 4, 0)
    fees.pop("decisions")
    items = rng.randint(1, 9)
    return {
        "regulations": {"made": 0, "published": 0, "total_published": 0},
        "normative_documents": {"made": made, "published": made, "total_published": made + rng.randint(2, 30)},
        "licences": matters(3, 40, 300), "other_services": matters(2, 20, 90), "penalties": matters(3, 30, 60), "coercion": matters(0, 9, 5),
        "fees": fees, "procurement": {"items": items, "amount": f"{items * rng.randint(3, 60) * 1000}元"},
    }


def tables(rng, body, form, prior=None):
    """All three. `prior`: last year's, which this year's continue."""
    carried = None
    in_force = None
    if prior:
        carried = {k: prior["requests"]["carried_out"][k] for k in KINDS}
        in_force = prior["proactive"]["normative_documents"].get("in_force")
    asked = requests(rng, body, form, carried)
    sheet = proactive_2021(rng, body, in_force) if form == "2021" else proactive_2019(rng, body)
    if prior and form == "2021" and body.makes_regulations and "in_force" in prior["proactive"]["regulations"]:
        rules = sheet["regulations"]
        rules["in_force"] = prior["proactive"]["regulations"]["in_force"] + rules["made"] - rules["repealed"]
    return {"proactive": sheet, "requests": asked, "disputes": disputes(rng, body, asked)}
