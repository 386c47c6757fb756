#!/usr/bin/env python3
"""Compares two files of outcomes: `compare.py REFERENCE OURS [--shown N]`. Exit code 0 if all is equal, 1 if not.

A file is what `margay test --format json` or `reference.py` writes, or an object {detection: {test: {function: text}}}; each
may be gzipped.
"""

import argparse
import sys

import comparison


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("reference")
    parser.add_argument("ours")
    parser.add_argument("--rerun", action="append", default=[], help="the reference under another hash seed; repeatable")
    parser.add_argument("--shown", type=int, help="differences to show; all by default")
    parser.add_argument("--reordered", action="store_true", help="list the outputs that differ in order only")
    arguments = parser.parse_args()
    report = comparison.compare(
        comparison.read(arguments.reference),
        comparison.read(arguments.ours),
        [comparison.read(path) for path in arguments.rerun],
    )
    for line in report.lines(arguments.shown):
        print(line)
    if arguments.reordered:
        for row in report.reordered:
            print(" / ".join(row))
    return 0 if report.is_equal else 1


if __name__ == "__main__":
    sys.exit(main())
