"""Times functions.py in CPython: usage reference.py EVENTS.ndjson. Prints nanoseconds per call, parsing left out."""

import json
import sys
import time

import functions


class Event(dict):
    """What the functions need of an event, on a plain dictionary: less work than Panther's own class does."""

    def deep_get(self, *keys, default=None):
        value = self
        for key in keys:
            value = value.get(key, default) if isinstance(value, dict) else default
        return default if value is None else value


with open(sys.argv[1], "rb") as lines:
    events = [Event(json.loads(line)) for _, line in zip(range(20_000), lines)]
for name in ("in_sets", "strings", "comparisons", "title", "context"):
    function = getattr(functions, name)
    best = float("inf")
    for _ in range(5):
        started = time.process_time()
        for event in events:
            for _ in range(10):
                function(event)
        best = min(best, time.process_time() - started)
    print(f"{name:12} {best / len(events) / 10 * 1e9:7.0f} ns a call, CPython {sys.version.split()[0]}")
