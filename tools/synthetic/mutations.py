"""mutations.py - all plantings made in a set of reports: what tools/mutate writes and tools/accuracy checks."""
import json
import random

from . import plant_cells, plant_figures, plant_structure, plant_words, plant_years  # noqa: F401 - they register their plantings
from .plant_years import PAIRS
from .planting import PLANTINGS, Planted, plantings
from .reports import series


def sample(rng, made, limit):
    """At most `limit` of what a maker makes, each as likely as the other."""
    kept = []
    for count, item in enumerate(made):
        if limit is None or count < limit:
            kept.append(item)
        else:
            at = rng.randint(0, count)
            if at < limit:
                kept[at] = item
    return kept


def planted(seed, count, known, limit=None):
    """Planted defects, one at a time: every planting in each of `count` synthetic reports, `limit` of each at most."""
    chosen = plantings(known)
    for index, (report,) in enumerate(series(seed, count)):
        for planting in chosen:
            rng = random.Random(f"{seed}/{index}/{planting.name}")
            for changed, place in sample(rng, planting.maker(rng, report), limit):
                yield Planted(planting, changed, place)


def planted_years(seed, count, known, limit=None):
    """The same over pairs of years."""
    pairs = [p for p in PAIRS if any(r in known for r in p.rules)]
    for index, (last, this) in enumerate(series(seed, count, 2)):
        for planting in pairs:
            rng = random.Random(f"{seed}/{index}/{planting.name}")
            for changed, place, *prior in sample(rng, planting.maker(rng, last, this), limit):
                yield Planted(planting, changed, place, prior[0] if prior else last)


def truth(file, item):
    """One line of ground truth."""
    line = {"file": file, "class": item.planting.kind, "planted": item.planting.name, "rules": item.planting.rules, "place": item.place}
    if item.prior:
        line["prior"] = f"last_{file}"
    return json.dumps(line, ensure_ascii=False)


def unplanted(known):
    named = {r for p in [*PLANTINGS, *PAIRS] for r in p.rules}
    return [r for r in known if r not in named]
