#!/usr/bin/env python3
"""What Sigma rules match, by an evaluator that shares nothing with Margay: for comparing the two.

    scripts/sigma-reference.py RULES EVENTS.ndjson > reference.tsv
    margay scan --rules RULES --emit matches --format ndjson EVENTS.ndjson \\
        | python3 -c 'import json, sys
    for line in sys.stdin: match = json.loads(line); print(match["record"], match["detection"], sep="\\t")' > ours.tsv
    diff <(sort reference.tsv) <(sort ours.tsv)

Prints the record and the rule's identifier of each match. Rules are those below RULES with `product: aws` and `service:
cloudtrail`, but for deprecated and unsupported ones; events are one JSON object a line. It is written for this check from the
specification, is slow, and knows single events only. Needs PyYAML.
"""

import fnmatch
import ipaddress
import json
import re
import sys
from pathlib import Path

import yaml


def fold(text):
    """Letter for letter in small ones."""
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)


def spelling(value):
    """The text that a scalar is compared by."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return value
    return json.dumps(value)


def found(event, path):
    """All that is at the end of a path, lists gone through."""
    values = [event]
    for key in path.split("."):
        values = [item[key] for value in values for item in flat(value) if isinstance(item, dict) and key in item]
    return values


def flat(value):
    if not isinstance(value, list):
        return [value]
    return [inner for item in value for inner in flat(item)]


def scalars(value):
    """Every text, number and Boolean in a value."""
    if isinstance(value, dict):
        return [inner for item in value.values() for inner in scalars(item)]
    if isinstance(value, list):
        return [inner for item in value for inner in scalars(item)]
    return [] if value is None else [value]


def pattern(text, cased):
    """The regular expression of a value with wildcards."""
    out, index = "", 0
    while index < len(text):
        char = text[index]
        if char == "\\" and index + 1 < len(text) and text[index + 1] in "\\*?":
            out, index = out + re.escape(text[index + 1] if cased else fold(text[index + 1])), index + 2
            continue
        out += ".*" if char == "*" else "." if char == "?" else re.escape(char if cased else fold(char))
        index += 1
    return re.compile(out, re.S)


def matcher(value, modifiers):
    """A test of one scalar."""
    cased = "cased" in modifiers
    if "re" in modifiers:
        flags = (re.I if "i" in modifiers else 0) | (re.M if "m" in modifiers else 0) | (re.S if "s" in modifiers else 0)
        expression = re.compile(str(value), flags)
        return lambda item: bool(expression.search(spelling(item)))
    if "cidr" in modifiers:
        network = ipaddress.ip_network(value)

        def inside(item):
            try:
                return ipaddress.ip_address(item) in network
            except ValueError:
                return False

        return inside
    for name, test in [("lt", lambda a, b: a < b), ("lte", lambda a, b: a <= b), ("gt", lambda a, b: a > b), ("gte", lambda a, b: a >= b)]:
        if name in modifiers:
            return lambda item, test=test: not isinstance(item, bool) and number(item) is not None and test(number(item), value)
    text = spelling(value)
    if {"contains", "endswith"} & modifiers and not text.startswith("*"):
        text = "*" + text
    if {"contains", "startswith"} & modifiers and not text.endswith("*"):
        text = text + "*"
    expression = pattern(text, cased)
    return lambda item: bool(expression.fullmatch(spelling(item) if cased else fold(spelling(item))))


def number(item):
    try:
        return float(item)
    except (TypeError, ValueError):
        return None


def line(event, key, value):
    """Whether an event meets a line of a selection."""
    field, *names = key.split("|")
    modifiers = set(names)
    values = value if isinstance(value, list) else [value]
    unknown = modifiers - {"all", "contains", "startswith", "endswith", "re", "i", "m", "s", "cidr", "lt", "lte", "gt", "gte", "exists", "cased", "neq", "fieldref"}
    if unknown:
        raise NotImplementedError(", ".join(unknown))
    here = found(event, field) if field else scalars(event)
    items = [item for value in here for item in flat(value)]
    if "contains" in modifiers or not field:
        items = [inner for item in items for inner in scalars(item)]

    def holds(wanted):
        if "exists" in modifiers:
            return bool(here) == wanted
        if wanted is None:
            return all(item is None for item in items)
        plain = [item for item in items if item is not None and not isinstance(item, dict)]
        if "fieldref" in modifiers:
            others = [fold(spelling(item)) for other in found(event, wanted) for item in flat(other) if item is not None and not isinstance(item, dict)]
            return any(fold(spelling(item)) in others for item in plain)
        if wanted == "*" or (wanted == "**" and "contains" in modifiers):
            return any(item is not None for value in here for item in flat(value))
        test = matcher(wanted, modifiers | ({"contains"} if not field and "re" not in modifiers else set()))
        return any(test(item) for item in plain)

    result = all(map(holds, values)) if "all" in modifiers else any(map(holds, values))
    return result != ("neq" in modifiers)


def search(event, definition):
    if isinstance(definition, dict):
        return all(line(event, key, value) for key, value in definition.items())
    if isinstance(definition, list):
        return any(search(event, item) for item in definition)
    return line(event, "", definition)


def condition(text, detection, event):
    """Turns a condition into Python's own words, and asks Python."""
    names = [name for name in detection if name not in ("condition", "timeframe")]
    known = {}

    def held(name):
        if name not in known:
            known[name] = search(event, detection[name])
        return known[name]

    def selector(match):
        wanted = [name for name in names if (match[2] == "them" or fnmatch.fnmatchcase(name, match[2])) and not name.startswith("_")]
        return f" {(any if match[1] in ('1', 'any') else all)(held(name) for name in wanted)} "

    text = re.sub(r"\b(1|any|all)\s+of\s+(\S+?)(?=[\s)]|$)", selector, text)
    words = re.findall(r"[()]|[^\s()]+", text)
    return eval(" ".join(w if w in ("(", ")", "and", "or", "not", "True", "False") else str(held(w)) for w in words))


def main():
    rules = []
    for path in sorted(Path(sys.argv[1]).rglob("*.yml")):
        for rule in yaml.load_all(path.read_text(), Loader=yaml.SafeLoader):
            source = rule.get("logsource", {}) if isinstance(rule, dict) else {}
            if source.get("product") == "aws" and source.get("service") == "cloudtrail" and rule.get("status") not in ("deprecated", "unsupported"):
                rules.append(rule)
    print(len(rules), "rules", file=sys.stderr)
    with open(sys.argv[2]) as events:
        for record, text in enumerate(filter(str.strip, events)):
            event = json.loads(text)
            for rule in rules:
                detection = rule["detection"]
                texts = detection["condition"] if isinstance(detection["condition"], list) else [detection["condition"]]
                if any(condition(text, detection, event) for text in texts):
                    print(record, rule["id"], sep="\t")


main()
