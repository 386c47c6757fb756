"""What Sigma rules match, by an evaluator that shares nothing with Margay: `run.py` compares the two.

It is written from the specification for this check alone, and knows single events only. A rule becomes a function of an event,
which is the whole of the design: nothing is routed, shared between rules or remembered between events.
"""

import base64
import datetime
import fnmatch
import functools
import ipaddress
import itertools
import json
import operator
import re
from pathlib import Path

import yaml

LOG_TYPES = Path(__file__).parents[2] / "Sources/SigmaFormat/Pipelines/log-types.yml"
DASHES = "-/\u2013\u2014\u2015"
COMPARISONS = {"lt": operator.lt, "lte": operator.le, "gt": operator.gt, "gte": operator.ge}
TIMES = {
    "minute": lambda time: time.minute, "hour": lambda time: time.hour, "day": lambda time: time.day,
    "week": lambda time: time.isocalendar().week, "month": lambda time: time.month, "year": lambda time: time.year,
}
FLAGS = {"i": re.I, "ignorecase": re.I, "m": re.M, "multiline": re.M, "s": re.S, "dotall": re.S}
PLACES = {"contains": (True, True), "startswith": (False, True), "endswith": (True, False)}


class NotRun(Exception):
    """Why a rule is not run on single events."""


# MARK: Values of events


@functools.lru_cache(100_000)
def fold(text):
    """Letter for letter in small ones."""
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)


def spelling(value):
    """The text that a scalar is compared by."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return value if isinstance(value, str) else json.dumps(value)


def found(event, path):
    """All that is at the end of a path, lists gone through."""
    values = [event]
    for key in path:
        values = [item[key] for value in values for item in flat(value) if isinstance(item, dict) and key in item]
    return values


def flat(value):
    return [inner for item in value for inner in flat(item)] if isinstance(value, list) else [value]


def scalars(value):
    """Every text, number and Boolean in a value."""
    if isinstance(value, dict):
        return [inner for item in value.values() for inner in scalars(item)]
    if isinstance(value, list):
        return [inner for item in value for inner in scalars(item)]
    return [] if value is None else [value]


def is_number(value):
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def number(value):
    if isinstance(value, bool):
        return None
    try:
        return float(value)
    except (TypeError, ValueError):
        return None


# MARK: Values of rules


def parts(text):
    """A value as written: texts, and `*` and `?` as one-letter tuples."""
    out, plain, index = [], "", 0
    while index < len(text):
        char = text[index]
        if char == "\\" and text[index + 1 : index + 2] in ("\\", "*", "?"):
            plain, index = plain + text[index + 1], index + 2
            continue
        if char in "*?":
            out, plain = out + [plain, (char,)], ""
        else:
            plain += char
        index += 1
    return [part for part in out + [plain] if part != ""]


def expression(pattern, cased):
    signs = {("*",): ".*", ("?",): "."}
    return re.compile("".join(signs.get(part) or re.escape(part if cased else fold(part)) for part in pattern), re.S)


def plain(pattern):
    if any(isinstance(part, tuple) for part in pattern):
        raise NotRun("a wildcard in an encoded value")
    return "".join(pattern).encode("latin-1" if isinstance(pattern, Encoded) else "utf-8")


class Encoded(list):
    """Parts whose letters are bytes."""


def encoded(pattern, name):
    """The patterns that a modifier makes of one."""
    if name in ("wide", "utf16le", "utf16be", "utf16"):
        mark = "\ufeff" if name == "utf16" else ""
        codec = "utf-16-be" if name == "utf16be" else "utf-16-le"
        return [Encoded(part if isinstance(part, tuple) else (mark + part).encode(codec).decode("latin-1") for part in pattern)]
    if name == "base64":
        return [[base64.b64encode(plain(pattern)).decode()]]
    if name == "base64offset":
        # What is the same whatever stands around: found by putting different bytes there.
        texts = []
        for offset in range(3):
            variants = [
                base64.b64encode(bytes([fill]) * offset + plain(pattern) + bytes([fill]) * 3).decode() for fill in (0x00, 0x55, 0xAA, 0xFF)
            ]
            same = [index for index, chars in enumerate(zip(*variants)) if len(set(chars)) == 1]
            runs = [list(run) for _, run in itertools.groupby(same, key=lambda index, count=itertools.count(): index - next(count))]
            longest = max(runs, key=len)
            texts.append([variants[0][longest[0] : longest[-1] + 1]])
        return texts
    if name == "windash":
        pieces = [
            [re.split(r"\B[-/]\b", part)] if isinstance(part, str) else [part] for part in pattern
        ]
        results = [[]]
        for (piece,) in pieces:
            if isinstance(piece, tuple):
                results = [result + [piece] for result in results]
                continue
            joined = [piece[0]]
            for text in piece[1:]:
                joined = [before + dash + text for before in joined for dash in DASHES]
            results = [result + [text] for result in results for text in joined]
        return [[part for part in result if part != ""] for result in results]
    raise NotRun(name)


# MARK: Lines


def scalar_test(value, names):
    """A test of one text, number or Boolean."""
    cased = "cased" in names
    if "re" in names:
        flags = functools.reduce(operator.or_, (FLAGS[name] for name in names if name in FLAGS), re.RegexFlag(0))
        compiled = re.compile(str(value), flags)
        return lambda item: bool(compiled.search(spelling(item)))
    if "cidr" in names:
        network = ipaddress.ip_network(value)

        def inside(item):
            try:
                return ipaddress.ip_address(item) in network
            except ValueError:
                return False

        return inside
    part = next((TIMES[name] for name in names if name in TIMES), None)
    compare = next((COMPARISONS[name] for name in names if name in COMPARISONS), operator.eq if part else None)
    if compare:
        bound = float(value)

        def compares(item):
            if part:
                try:
                    time = datetime.datetime.fromisoformat(item)
                except (TypeError, ValueError):
                    return False
                item = part(time.astimezone(datetime.timezone.utc) if time.tzinfo else time)
            return number(item) is not None and compare(number(item), bound)

        return compares
    if is_number(value) and not set(names) - {"all", "cased", "neq"}:
        # Numbers by size, anything else by the text.
        text = fold(spelling(value))
        return lambda item: item == value if is_number(item) else fold(spelling(item)) == text
    patterns = [parts(spelling(value))]
    for name in names:
        if name in PLACES:
            before, after = PLACES[name]
            patterns = [
                type(pattern)(
                    ([("*",)] if before and pattern[:1] != [("*",)] else [])
                    + pattern
                    + ([("*",)] if after and (pattern[-1:] != [("*",)] or not pattern and not before) else [])
                )
                for pattern in patterns
            ]
        elif name not in ("all", "cased", "neq"):
            patterns = [result for pattern in patterns for result in encoded(pattern, name)]
    tests = [expression(pattern, cased) for pattern in patterns]
    return lambda item: any(test.fullmatch(spelling(item) if cased else fold(spelling(item))) for test in tests)


def reference_test(other, names):
    """A test of one value against those of another field."""
    path = other.split(".")
    place = next((name for name in names if name in PLACES), None)
    holds = {
        None: operator.eq, "contains": lambda one, two: two in one, "startswith": str.startswith, "endswith": str.endswith,
    }[place]

    def test(event, items):
        others = [fold(spelling(item)) for value in found(event, path) for item in flat(value) if item is not None and not isinstance(item, dict)]
        return any(holds(fold(spelling(item)), other) for item in items for other in others)

    return test


KNOWN = {
    "all", "cased", "neq", "exists", "fieldref", "re", "cidr", "windash", "base64", "base64offset", "wide", "utf16", "utf16le", "utf16be",
    *PLACES, *COMPARISONS, *TIMES, *FLAGS,
}


def line(key, value):
    """A line of a selection as a function of an event."""
    field, *names = key.split("|")
    if set(names) - KNOWN:
        raise NotRun(", ".join(sorted(set(names) - KNOWN)))
    path = field.split(".")
    values = value if isinstance(value, list) else [value]
    goes_deep = "contains" in names or not field

    def value_test(wanted):
        if "exists" in names:
            return lambda event, here, items, plain: bool(here) == wanted
        if wanted is None:
            return lambda event, here, items, plain: all(item is None for item in items)
        if "fieldref" in names:
            test = reference_test(wanted, names)
            return lambda event, here, items, plain: test(event, plain)
        if field and isinstance(wanted, str) and wanted and not wanted.strip("*") and not {"re", "cased"} & set(names):
            return lambda event, here, items, plain: any(item is not None for value in here for item in flat(value))
        test = scalar_test(wanted, names if field or "re" in names else names + ["contains"])
        return lambda event, here, items, plain: any(map(test, plain))

    tests = [value_test(wanted) for wanted in values or [None]]
    join = all if "all" in names else any
    negated = "neq" in names

    def test(event):
        here = found(event, path) if field else [event]
        items = [item for value in here for item in (scalars(value) if goes_deep else flat(value))]
        plain = [item for item in items if item is not None and not isinstance(item, dict)]
        return join(test(event, here, items, plain) for test in tests) != negated

    return test


def search(definition):
    if isinstance(definition, dict):
        lines = [line(str(key), value) for key, value in definition.items()]
        return lambda event: all(test(event) for test in lines)
    if isinstance(definition, list):
        searches = [search(item) for item in definition]
        return lambda event: any(test(event) for test in searches)
    return line("", definition)


# MARK: Rules


def condition(text, searches):
    """Turns a condition into Python's own words, and lets Python compile it."""
    if "|" in text:
        raise NotRun("a count in the condition")
    names = list(searches)

    def call(name):
        return f"searches[{name!r}](event)"

    def selector(match):
        wanted = [
            name
            for name in names
            if (match[2].lower() == "them" or fnmatch.fnmatchcase(name, match[2])) and (match[2][0] == "_" or name[0] != "_")
        ]
        joined = (" or " if match[1].lower() in ("1", "any") else " and ").join(map(call, wanted))
        return f"( {joined or match[1].lower() not in ('1', 'any')} )"

    out, rest = [], text
    while rest := rest.lstrip():
        if match := re.match(r"(?i)(1|any|all)\s+of\s+([^\s()]+)", rest):
            out.append(selector(match))
        else:
            match = re.match(r"[()]|[^\s()]+", rest)
            word = match[0]
            out.append(word.lower() if word.lower() in ("(", ")", "and", "or", "not") else call(word))
        rest = rest[match.end() :]
    return eval(f"lambda event: {' '.join(out)}", {"searches": searches})


class Rule:
    def __init__(self, document):
        self.id = document["id"]
        self.document = document
        self.log_type = log_type(document["logsource"])
        detection = document["detection"]
        searches = {name: search(value) for name, value in detection.items() if name not in ("condition", "timeframe")}
        texts = detection["condition"] if isinstance(detection["condition"], list) else [detection["condition"]]
        conditions = [condition(text, searches) for text in texts]
        self.matches = lambda event: any(test(event) for test in conditions)


@functools.cache
def log_type_rows():
    return [
        (item["rule_conditions"][0], item["value"] if isinstance(item["value"], str) else item["value"][0])
        for item in yaml.safe_load(LOG_TYPES.read_text())["transformations"]
    ]


def log_type(source):
    """What events of a log source carry as `p_log_type`."""
    for wanted, name in log_type_rows():
        if all(source.get(key) == value for key, value in wanted.items() if key != "type"):
            return name
    return "/".join(source[key] for key in ("product", "category", "service") if source.get(key))


def load(folder):
    """The rules below a folder that are run, and why others are not."""
    rules, left_out = {}, {}
    for path in sorted(Path(folder).rglob("*.yml")):
        for document in yaml.load_all(path.read_text(), Loader=yaml.CSafeLoader):
            if not isinstance(document, dict) or "detection" not in document or document.get("status") in ("deprecated", "unsupported"):
                continue
            try:
                if document["id"] not in rules:
                    rules[document["id"]] = Rule(document)
            except NotRun as reason:
                left_out[document["id"]] = str(reason)
    return list(rules.values()), left_out
