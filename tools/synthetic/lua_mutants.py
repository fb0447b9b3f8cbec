"""lua_mutants.py - small wrong changes to a rule file: what a rule's own cases must notice.

Changed are the check and applies functions of each rule{…}, and what stands outside of rules (shared functions, patterns, word lists). Metadata, messages
and cases are left alone. Kinds of change:
    negate   an `if` turned round               call     a call that reports dropped
    compare  < <= > >= == ~= changed            number   a number of a comparison, one more and one less
    logic    and <-> or                         not      `not` dropped
    return   true <-> false                     word     one alternative of a pattern, or one entry of a list of strings, dropped
"""
import re

TOKEN = re.compile(r"""
    (?P<space>\s+) | (?P<comment>--\[(?P<c>=*)\[.*?\](?P=c)\] | --[^\n]*) | (?P<long>\[(?P<l>=*)\[.*?\](?P=l)\])
  | (?P<string>"(?:\\.|[^"\\])*" | '(?:\\.|[^'\\])*') | (?P<number>\d+(?:\.\d+)?) | (?P<name>[A-Za-z_]\w*)
  | (?P<op>==|~=|<=|>=|\.\.\.|\.\.|::|//|[-+*/%^#<>=(){}\[\];:,.])""", re.X | re.S)
OPPOSITE = {"==": ["~="], "~=": ["=="], "<": ["<=", ">="], "<=": ["<", ">"], ">": [">=", "<="], ">=": [">", "<"]}
COMPARISONS = set(OPPOSITE)
STARTERS = {"then", "do", "else", "repeat", ";", "end", ")", "}"}
SKIPPED_FIELDS = {"cases", "title", "message", "messages", "remedy", "explain", "history", "tags", "clauses", "needs"}


class Token:
    def __init__(self, kind, text, at):
        self.kind, self.text, self.at, self.end = kind, text, at, at + len(text)


def tokens(source):
    found, at = [], 0
    while at < len(source):
        match = TOKEN.match(source, at)
        if not match:
            raise ValueError(f"no Lua at {source[at:at + 40]!r}")
        kind = next(k for k in ("space", "comment", "long", "string", "number", "name", "op") if match.group(k) is not None)
        if kind not in ("space", "comment"):
            found.append(Token(kind, match.group(), at))
        at = match.end()
    return found


class Mutant:
    """One change: the rule whose cases must notice it ("" for what the whole file shares), kind, and the new source."""

    def __init__(self, rule, kind, line, source, detail):
        self.rule, self.kind, self.line, self.source, self.detail = rule, kind, line, source, detail

    @property
    def key(self):
        return f"{self.kind} | {self.detail}"


def closing(list_, at, opener="{", closer="}"):
    """Index of the bracket that closes the one at `at`."""
    depth = 0
    for index in range(at, len(list_)):
        if list_[index].kind == "op":
            depth += (list_[index].text == opener) - (list_[index].text == closer)
            if depth == 0:
                return index
    raise ValueError("a bracket is not closed")


def function_end(list_, at):
    """Index of the `end` of the function at `at`."""
    depth = 0
    for index in range(at, len(list_)):
        if list_[index].kind == "name":
            if list_[index].text in ("function", "if", "do", "repeat"):
                depth += 1
            elif list_[index].text in ("end", "until"):
                depth -= 1
                if depth == 0:
                    return index
    raise ValueError("a function is not closed")


def regions(list_):
    """(rule or "", first, last) of what may be changed."""
    at, found, outside = 0, [], 0
    while at < len(list_):
        if list_[at].text == "rule" and at + 1 < len(list_) and list_[at + 1].text == "{":
            end = closing(list_, at + 1)
            if at > outside:
                found.append(("", outside, at - 1))
            found += _functions(list_, at + 1, end)
            at = outside = end + 1
        else:
            at += 1
    if outside < len(list_):
        found.append(("", outside, len(list_) - 1))
    return found


def _functions(list_, begin, end):
    """check and applies of the rule whose braces are at begin and end."""
    rule, at, found = "", begin + 1, []
    while at < end:
        name = list_[at].text
        field = list_[at].kind == "name" and list_[at + 1].text == "="
        if field and name == "id":
            rule = list_[at + 2].text.strip('"')
        if field and list_[at + 2].text == "function":
            last = function_end(list_, at + 2)
            found.append((rule, at + 2, last))
            at = last
        elif list_[at].text == "{":
            at = closing(list_, at)
        at += 1
    return found


class Maker:
    def __init__(self, source):
        self.source, self.list, self.made, self.seen = source, tokens(source), [], {}

    def make(self, rule, kind, edits):
        """Add a mutant of (start, end, text) edits."""
        edits = sorted(edits)
        at = edits[0][0]
        begin = self.source.rfind("\n", 0, at) + 1
        line = self.source[begin:(self.source + "\n").index("\n", at)].strip()
        changed, last = "", 0
        for start, end, text in edits:
            changed += self.source[last:start] + text
            last = end
        what = self.source[edits[0][0]:edits[0][1]].strip()
        detail = f"{line[:110]} | {' '.join(what.split())[:60]} -> {edits[0][2].strip()[:40]}"
        count = self.seen[(kind, detail)] = self.seen.get((kind, detail), 0) + 1
        if count > 1:
            detail += f" #{count}"
        self.made.append(Mutant(rule, kind, self.source.count("\n", 0, at) + 1, changed + self.source[last:], detail))

    def region(self, rule, first, last):
        list_ = self.list
        for index in range(first, last + 1):
            token = list_[index]
            previous = list_[index - 1] if index else None
            if token.text in ("if", "elseif") and token.kind == "name":
                self.negate(rule, index)
            elif token.kind == "op" and token.text in COMPARISONS:
                for other in OPPOSITE[token.text]:
                    self.make(rule, "compare", [(token.at, token.end, other)])
                for side in (index - 1, index + 1):
                    self.numbers(rule, side)
            elif token.kind == "name" and token.text in ("and", "or"):
                self.make(rule, "logic", [(token.at, token.end, "or" if token.text == "and" else "and")])
            elif token.kind == "name" and token.text == "not":
                self.make(rule, "not", [(token.at, token.end, "")])
            elif token.kind == "name" and token.text in ("true", "false") and previous and previous.text == "return":
                self.make(rule, "return", [(token.at, token.end, "false" if token.text == "true" else "true")])
            elif token.kind in ("long", "string"):
                self.alternatives(rule, index)
            elif token.kind == "name" and self.starts_statement(index):
                self.call(rule, index, last)
            elif token.text == "{":
                self.entries(rule, index)

    def negate(self, rule, index):
        depth, at = 0, index + 1
        while self.list[at].text != "then" or depth:
            depth += self.list[at].text == "function"
            depth -= self.list[at].text == "end"
            at += 1
        begin, end = self.list[index].end, self.list[at].at
        self.make(rule, "negate", [(begin, end, f" not ({self.source[begin:end].strip()}) ")])

    def numbers(self, rule, at):
        if 0 <= at < len(self.list) and self.list[at].kind == "number" and "." not in self.list[at].text:
            token = self.list[at]
            for value in (int(token.text) + 1, int(token.text) - 1):
                self.make(rule, "number", [(token.at, token.end, str(value) if value >= 0 else f"({value})")])

    def starts_statement(self, index):
        previous = self.list[index - 1] if index else None
        if previous is None or previous.text in ("then", "do", "else", "repeat", ";"):
            return True
        between = self.source[previous.end:self.list[index].at]
        return "\n" in between and (previous.kind in ("name", "string", "number", "long") or previous.text in STARTERS) \
            and previous.text not in ("and", "or", "not", "return", "local", "function", "in", "=")

    def call(self, rule, index, last):
        """A statement that is a call with `finding` in it: dropped."""
        at = index + 1
        while at < last and self.list[at].text in (".", ":") and self.list[at + 1].kind == "name":
            at += 2
        if at == index + 1 and self.list[at].text != "(":
            return
        if self.list[at].text == "(":
            end = closing(self.list, at, "(", ")")
        elif self.list[at].text == "{":
            end = closing(self.list, at)
        else:
            return
        if any(t.text == "finding" for t in self.list[index:end + 1]):
            self.make(rule, "call", [(self.list[index].at, self.list[end].end, "do end")])

    def alternatives(self, rule, index):
        """Each alternative at the top level of a pattern, or of the one group that it consists of."""
        text = self.list[index].text
        cut = 1 if self.list[index].kind == "string" else text.index("[", 1) + 1
        body = text[cut:-cut]
        if "|" not in body:
            return
        for begin, end in alternatives(body):
            self.make(rule, "word", [(self.list[index].at + cut + begin, self.list[index].at + cut + end, "")])

    def entries(self, rule, index):
        """Each string of a list of strings."""
        end = closing(self.list, index)
        inner = self.list[index + 1:end]
        strings = [t for t in inner if t.kind in ("string", "long")]
        if len(strings) < 2 or any(t not in strings and t.text not in (",", ";") for t in inner):
            return
        for token in strings:
            following = self.list[self.list.index(token) + 1]
            stop = following.end if following.text in (",", ";") else token.end
            self.make(rule, "word", [(token.at, stop, "")])


def alternatives(pattern):
    """Spans to cut so that one alternative is gone: at depth 0, or at depth 1 of a pattern that is one group (after its flags)."""
    bars, depth, at, in_class = {0: [], 1: []}, 0, 0, False
    while at < len(pattern):
        c = pattern[at]
        if c == "\\":
            at += 1
        elif in_class:
            in_class = c != "]"
        elif c == "[":
            in_class = True
            if pattern[at + 1:at + 2] == "]" or pattern[at + 1:at + 3] == "^]":
                at += 2
        elif c == "(":
            depth += 1
        elif c == ")":
            depth -= 1
        elif c == "|" and depth == 0:
            bars[0].append(at)
        at += 1
    flags = re.match(r"\(\?[a-z]+\)", pattern)
    start = flags.end() if flags else 0
    edges = [start - 1, *bars[0], len(pattern)]
    if len(edges) == 2:
        return []
    spans = []
    for number, (left, right) in enumerate(zip(edges, edges[1:])):
        spans.append((left + 1, min(right + 1, len(pattern))) if number == 0 else (left, right))
    return spans


def mutants(source):
    maker = Maker(source)
    for rule, first, last in regions(maker.list):
        maker.region(rule, first, last)
    return maker.made
