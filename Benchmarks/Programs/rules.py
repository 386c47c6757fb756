"""Times the rule function of every detection of a pack on the events of its own unit tests: usage rules.py PACK > FILE.

Needs panther_analysis_tool, whose loading is used; its running of tests is replaced. Prints `identifier<tab>nanoseconds`.
Tests with mocks are left out, as in RulesBenchmark.swift.
"""

import contextlib
import io
import sys
import time

import panther_analysis_tool.main as tool
from panther_core import PantherEvent

CALLS = 20
ROUNDS = 5
output = sys.stdout


def best_time(rule, event):
    best = float("inf")
    for _ in range(ROUNDS):
        started = time.process_time_ns()
        for _ in range(CALLS):
            try:
                rule(event)
            except Exception:
                pass
        best = min(best, time.process_time_ns() - started)
    return best / CALLS


def timed(models, detection, tests, failed_tests, *rest, **options):
    if detection is None or detection.detection_type.upper() != "RULE":
        return failed_tests
    times = []
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        for test in tests:
            if test.get("Mocks") or not isinstance(test.get("Log"), dict):
                continue
            event = PantherEvent(test["Log"], models.get(test["Log"].get("p_log_type") or ""))
            times.append(best_time(detection.module.rule, event))
    if times:
        output.write(f"{detection.detection_id}\t{sum(times) / len(times):.0f}\n")
    return failed_tests


tool._run_tests = timed
with contextlib.redirect_stdout(io.StringIO()):
    tool.app(["--skip-version-check", "test", "--path", sys.argv[1], "--ignore-table-names"])
