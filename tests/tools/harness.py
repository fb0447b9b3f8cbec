"""harness.py - what the Python suites share: running gouji, finding fixtures, counting, the closing line.

Suites run from the project's root (tests/run does). Real reports and the seed lie in ../shared, which is not part of the project; suites skip
what needs them where the folder is absent.
"""
import json, os, re, shutil, subprocess

GOUJI = os.environ.get("GOUJI", "build/gouji")
SHARED = "../shared"
TODAY = "2026-01-31"
APART = ("fixtures/rulesets", "fixtures/ledger", "fixtures/oom", "fixtures/bench")  # no golden fixtures


class Tally:
    """Counts, and says what failed."""

    def __init__(self):
        self.passed = self.failed = self.skipped = 0

    def expect(self, holds, words):
        if holds:
            self.passed += 1
        else:
            self.fail(words)
        return holds

    def fail(self, words):
        self.failed += 1
        print("failed:", words)

    def skip(self, words):
        self.skipped += 1
        print("skipped:", words)

    def end(self, *folders):
        for folder in folders:
            shutil.rmtree(folder, ignore_errors=True)
        print(f"{self.passed} passed, {self.failed} failed, {self.skipped} skipped")
        return int(self.failed > 0)


def run(*arguments, **options):
    return subprocess.run([GOUJI, *arguments], capture_output=True, text=True, **options)


def check(paths, *options, codes=(0, 1, 3)):
    """The reports of one `gouji check -f json`, in the order of `paths`. RuntimeError for an exit code that is not among `codes`."""
    done = run("check", "-f", "json", "--no-config", "--today", TODAY, *options, "--", *paths)
    if done.returncode not in codes:
        raise RuntimeError(f"exit {done.returncode}: {done.stderr.strip()[:400]}")
    return json.loads(done.stdout)["reports"]


def convert(source, target):
    """None, or what went wrong."""
    done = run("convert", "--to", "json" if target.endswith(".json") else "md", source, "-o", target)
    return None if done.returncode == 0 else f"exit {done.returncode}: {done.stderr.strip()[:400]}"


def cells(path):
    """Every cell of canonical JSON as `path: lexeme`; a missing key is a missing row."""
    out = {}

    def walk(value, at):
        if isinstance(value, dict):
            for key, inner in value.items():
                walk(inner, f"{at}.{key}")
        else:
            out[at] = value if value is None or isinstance(value, str) else repr(value)
    walk(json.load(open(path, encoding="utf-8")).get("tables", {}), "")
    return out


def fixtures():
    """Golden fixtures, in order."""
    found = []
    for folder, names, files in os.walk("fixtures"):
        names[:] = sorted(n for n in names if os.path.join(folder, n) not in APART)
        found += [os.path.join(folder, n) for n in sorted(files) if not n.endswith(".expect") and n != "README.md"]
    return found


def expectations(path):
    """The expectation lines of a fixture; None where it has none."""
    if os.path.exists(path + ".expect"):
        lines = open(path + ".expect", encoding="utf-8").read().splitlines()
    elif path.endswith(".md"):
        blocks = re.findall(r"<!--\s*expect:(.*?)-->", open(path, encoding="utf-8").read(), re.S)
        lines = [line for block in blocks for line in block.splitlines()]
    else:
        return None
    return [line.strip() for line in lines if line.strip() and not line.strip().startswith("#")]


def fixture_options(path):
    return [word for line in expectations(path) or [] if line.startswith("options ") for word in line.split()[1:]]


def real_reports():
    folder = os.path.join(SHARED, "reports")
    if not os.path.isdir(folder):
        return []
    return [os.path.join(folder, n, "report.md") for n in sorted(os.listdir(folder)) if os.path.exists(os.path.join(folder, n, "report.md"))]
