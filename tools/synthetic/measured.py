"""measured.py - rules/zfxxgk/measured.lua: what each rule was measured to find, on synthetic and on real reports."""
import glob
import os

HEAD = """-- What each rule was measured to find. Made by `make accuracy` (tools/accuracy --write), never edited.
-- planted, found: defects planted in synthetic reports; false_alarms: findings on clean synthetic reports;
-- real_true, real_doubtful, real_false: findings on published reports as judged by reading them (tests/data/real/).
"""


def judged():
    """rule -> [true, doubtful, false]"""
    counts = {}
    for path in sorted(glob.glob("tests/data/real/*.txt")):
        for line in open(path, encoding="utf-8"):
            words = line.split("#")[0].split(maxsplit=5)
            if len(words) >= 5:
                found = counts.setdefault(words[1], [0, 0, 0])
                found[("true", "doubtful", "false").index(words[4])] += 1
    return counts


def real_reports():
    """Published reports that the judgements were made on."""
    folder = "../shared/reports"
    return sum(os.path.exists(f"{folder}/{n}/report.md") for n in os.listdir(folder)) if os.path.isdir(folder) else None


def write_measured(path, counts, clean):
    real, reports = judged(), real_reports()
    if reports is None:
        raise SystemExit("../shared/reports is not there: the figures on real reports cannot be written")
    lines = [HEAD, "return {", f"  clean_reports = {clean}, real_reports = {reports},", "  rules = {"]
    for rule, c in counts.items():
        true, doubtful, false = real.get(rule, (0, 0, 0))
        lines.append(f'    {{ rule = "{rule}", planted = {c["planted"]}, found = {c["found"]}, false_alarms = {c["false"]}, '
                     f"real_true = {true}, real_doubtful = {doubtful}, real_false = {false} }},")
    lines += ["  },", "}", ""]
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n".join(lines))
