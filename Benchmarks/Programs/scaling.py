"""How the cost of an event grows with the number of rules: usage scaling.py MARGAY EVENTS.ndjson [COUNT ...].

Makes packs of COUNT rules (1, 10, 100, 1000 and 10000 by default), of five shapes that real rules have, over the names that the
events have themselves, and scans the file once and three times over with each. Prints the processor time of one event more, which
leaves out the start, and that of the start.
"""

import json
import os
import resource
import subprocess
import sys
import tempfile

SHAPES = (
    # A name of an event, behind the usual question.
    "if event.get('errorCode'):\n        return False\n    return event.get('eventName') == '{name}' and "
    "event.deep_get('requestParameters', 'key{number}') == 'on'",
    # Some names of one service.
    "return event.get('eventSource') == '{source}' and event.get('eventName') in ('{name}{number}', 'Other{number}')",
    # A field deep inside.
    "return event.deep_get('userIdentity', 'sessionContext', 'sessionIssuer', 'userName', default='') == 'role-{number}'",
    # A part of a text.
    "return 'tool-{number}/' in event.get('userAgent', '') and event.get('eventName') == '{name}'",
    # How a text begins.
    "return event.deep_get('userIdentity', 'arn', default='').startswith('arn:aws:iam::{number:012d}:')",
)

FILE = """AnalysisType: rule
RuleID: Scaling.{number}
DisplayName: Scaling {number}
Enabled: true
Filename: rule_{number}.py
Severity: Low
LogTypes: [AWS.CloudTrail]
"""


def write_pack(folder, count, pairs):
    os.makedirs(f"{folder}/rules")
    for number in range(count):
        source, name = pairs[number % len(pairs)]
        body = SHAPES[number % len(SHAPES)].format(number=number, source=source, name=name)
        with open(f"{folder}/rules/rule_{number}.py", "w", encoding="utf-8") as file:
            file.write(f"def rule(event):\n    {body}\n")
        with open(f"{folder}/rules/rule_{number}.yml", "w", encoding="utf-8") as file:
            file.write(FILE.format(number=number))


def seconds(margay, folder, events, times):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        [margay, "scan", "--quiet", "--workers", "1", "--emit", "matches", "--rules", folder] + [events] * times,
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main():
    margay, events = sys.argv[1:3]
    counts = [int(count) for count in sys.argv[3:]] or [1, 10, 100, 1_000, 10_000]
    with open(events, "rb") as file:
        lines = [json.loads(line) for line in file]
    pairs = sorted({(line["eventSource"], line["eventName"]) for line in lines})
    print("| rules | µs an event | s to start |\n|---|---|---|")
    for count in counts:
        with tempfile.TemporaryDirectory() as folder:
            write_pack(folder, count, pairs)
            once, thrice = (min(seconds(margay, folder, events, times) for _ in range(2)) for times in (1, 3))
        each = (thrice - once) / 2 / len(lines)
        print(f"| {count:,} | {each * 1e6:.2f} | {max(once - each * len(lines), 0):.2f} |", flush=True)


main()
