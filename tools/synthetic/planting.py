"""planting.py - what a planted defect is, and the list of them.

A Planting names the rules of which one must find it, a class, and a maker: maker(rng, report) yields (changed report, place), with the place that
the finding must name: {"cell": path} or {"words": text}, or {} where the rule alone is asked for. A maker that finds nothing to change in this
report yields nothing; a change that by chance leaves a lawful report is not made. Plantings of rules that the ruleset does not have are
passed over, so that a new rule's planting may be written first.
"""

ARITHMETIC, STRUCTURE, BLANK, CONTRADICTION, WORDS, YEARS = "arithmetic", "structure", "blank", "contradiction", "words", "years"
CLASSES = {  # share that must be found
    ARITHMETIC: 1.0, STRUCTURE: 1.0, BLANK: 1.0, CONTRADICTION: 0.98, WORDS: 0.95, YEARS: 0.95,
}
PLANTINGS = []


class Planting:
    def __init__(self, rules, kind, maker, name):
        self.rules, self.kind, self.maker, self.name = rules.split(), kind, maker, name


class Planted:
    """One changed report, with what it is changed in. `prior`: last year's report, where the rule compares."""

    def __init__(self, planting, report, place, prior=None):
        self.planting, self.report, self.place, self.prior = planting, report, place, prior


def plant(rules, kind, name=None):
    """Decorator of a maker."""
    def register(maker):
        PLANTINGS.append(Planting(rules, kind, maker, name or maker.__name__.replace("_", " ")))
        return maker
    return register


def plantings(known):
    """Those whose rules the ruleset has; each keeps the known ones of its rules."""
    found = []
    for planting in PLANTINGS:
        rules = [r for r in planting.rules if r in known]
        if rules:
            found.append(Planting(" ".join(rules), planting.kind, planting.maker, planting.name))
    return found
