"""Compares what two engines say of the tests of a pack, function by function.

Outcomes are dicts `{"passed": bool, "functions": {name: {"output": value} or {"error": text}}}` by (detection, test); a test
that an engine could not run has `"functions": None`, and a detection that it could not load an outcome whose test is `""`.
Nothing here starts a program or reads a pack.
"""

import collections
import gzip
import json
import re

# Outputs that are texts; all others are JSON.
TEXTS = {"title", "dedup", "description", "reference", "severity", "runbook"}

# How two outputs stand to each other, the best first. All but the last count as equal.
EQUAL, KEY_ORDER, SET_ORDER, DIFFERENT = "equal", "order of keys", "order of sets", "different"


def open_text(path):
    return gzip.open(path, "rt", encoding="utf-8") if str(path).endswith(".gz") else open(path, encoding="utf-8")


def value(name, text):
    """An output as the reference prints it, as a value."""
    if name in TEXTS or not isinstance(text, str):
        return text
    try:
        return json.loads(text)
    except ValueError:
        return text


def read(path):
    """Outcomes of a file: JSON lines as both engines write them, or one object `{detection: {test: {function: text}}}`
    of a run in which everything passed."""
    with open_text(path) as file:
        text = file.read()
    try:
        whole = json.loads(text)
    except ValueError:
        whole = None
    if isinstance(whole, dict) and "detection" not in whole:
        return {
            (detection, test): {
                "passed": True,
                "functions": {name: {"output": value(name, output)} for name, output in functions.items()},
            }
            for detection, tests in whole.items()
            for test, functions in tests.items()
        }
    outcomes = {}
    for line in text.splitlines():
        row = json.loads(line)
        functions = row.get("functions")
        if functions is not None:
            functions = {name: result(name, given) for name, given in functions.items()}
        outcomes[row["detection"] or "", row["test"] or ""] = {
            "passed": row["passed"],
            "functions": functions,
            "error": error_text(row.get("error")),
        }
    return outcomes


def error_text(error):
    if isinstance(error, dict):
        return f"{error['type']}: {error['message']}"
    return error


def result(name, given):
    if given.get("error") is not None:
        return {"error": error_text(given["error"])}
    return {"output": value(name, given.get("output"))}


def unordered(item):
    """A value without what depends on the order of a set: the words of texts and the elements of lists are sorted."""
    if isinstance(item, str):
        return " ".join(sorted(re.findall(r"\w+|[^\w\s]", item)))
    if isinstance(item, list):
        return sorted((unordered(element) for element in item), key=lambda element: json.dumps(element, sort_keys=True))
    if isinstance(item, dict):
        return {key: unordered(element) for key, element in item.items()}
    return item


def relation(left, right):
    """How two results of a function stand to each other."""
    if json.dumps(left) == json.dumps(right):
        return EQUAL
    if json.dumps(left, sort_keys=True) == json.dumps(right, sort_keys=True):
        return KEY_ORDER
    if "output" in left and "output" in right:
        # As text, where 1, 1.0 and true are not the same.
        plain = [json.dumps(unordered(given["output"]), sort_keys=True) for given in (left, right)]
        if plain[0] == plain[1]:
            return SET_ORDER
    return DIFFERENT


class Report:
    """The outcome of a comparison: counts, and each difference in words."""

    def __init__(self):
        self.counts = collections.Counter()
        # (detection, test, what, reference, ours)
        self.differences = []
        self.reordered = []

    @property
    def is_equal(self):
        return not self.differences

    def lines(self, shown=None):
        counts = self.counts
        yield (
            f"tests: {counts['tests']}, verdicts equal: {counts['verdicts equal']}; "
            f"only margay runs: {counts['only margay']}; detections that neither loads: {counts['not loaded by both']}"
        )
        yield (
            f"outputs: {counts['outputs']}, equal: {counts[EQUAL]}, equal but for the order of keys: {counts[KEY_ORDER]}, "
            f"of sets: {counts[SET_ORDER]}, different: {counts[DIFFERENT]}"
        )
        for detection, test, what, left, right in self.differences[:shown]:
            yield f"{detection} / {test} / {what}"
            yield f"    reference: {shorten(left)}"
            yield f"    margay:    {shorten(right)}"
        if shown is not None and len(self.differences) > shown:
            yield f"… and {len(self.differences) - shown} more"


def shorten(item, length=400):
    text = item if isinstance(item, str) else json.dumps(item, ensure_ascii=False)
    return text if len(text) <= length else text[: length // 2] + " … " + text[-length // 2 :]


def ran(outcome):
    return outcome is not None and outcome["functions"] is not None


def compare(reference, ours, reruns=()):
    """Compares the outcomes of `ours` with those of `reference`.

    `reruns` are outcomes of the reference under other hash seeds. Where they are given, an output may differ in the order
    of sets only if the reference itself varies there.
    """
    report = Report()
    known = {detection for detection, _ in reference}
    for key in sorted(reference.keys() | ours.keys()):
        detection, test = key
        left, right = reference.get(key), ours.get(key)
        if detection not in known:
            # Correlation rules and simple detections, which the reference does not run offline.
            report.counts["only margay"] += bool(test)
        elif test == "":
            report.counts["not loaded by both"] += left is not None and right is not None
            if left is None or right is None:
                report.differences.append((detection, "", "loading", load(left), load(right)))
        else:
            compare_test(report, key, left, right, [rerun.get(key) for rerun in reruns])
    return report


def load(outcome):
    return "loads" if outcome is None else outcome["error"]


def compare_test(report, key, left, right, reruns):
    report.counts["tests"] += 1
    passed = [outcome is not None and outcome["passed"] for outcome in (left, right)]
    if passed[0] == passed[1]:
        report.counts["verdicts equal"] += 1
    else:
        report.differences.append((*key, "verdict", verdict(left), verdict(right)))
    if not ran(left) and not ran(right):
        return
    left_functions = left["functions"] if ran(left) else {}
    right_functions = right["functions"] if ran(right) else {}
    for name in sorted(left_functions.keys() | right_functions.keys()):
        report.counts["outputs"] += 1
        compare_function(report, key, name, left_functions.get(name), right_functions.get(name), reruns)


def compare_function(report, key, name, left, right, reruns):
    if left is None or right is None:
        kind = DIFFERENT
    else:
        kind = relation(left, right)
        if kind == SET_ORDER and reruns:
            others = [rerun["functions"].get(name) for rerun in reruns if ran(rerun)]
            if all(other == left for other in others):
                kind = DIFFERENT
    report.counts[kind] += 1
    if kind == DIFFERENT:
        report.differences.append((*key, name, text_of(left), text_of(right)))
    elif kind != EQUAL:
        report.reordered.append((*key, name, kind))


def verdict(outcome):
    if outcome is None:
        return "not run"
    word = "passed" if outcome["passed"] else "failed"
    return f"{word}: {outcome['error']}" if outcome.get("error") else word


def text_of(given):
    if given is None:
        return "nothing"
    return given["error"] if "error" in given else given["output"]
