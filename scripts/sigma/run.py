#!/usr/bin/env python3
"""Compares what Sigma rules match in Margay with what they match in an evaluator of their own.

    scripts/sigma/run.py sigma/rules/cloud/aws trail.ndjson           # recorded events, of CloudTrail
    scripts/sigma/run.py sigma/rules --made 4 --seed 1                # four events for each rule, made from it
    scripts/sigma/run.py sigma/rules --made 4 --tenzir venv/bin/tenzir

Events that do not name their log (`p_log_type`) are taken for `--log-type`. Prints how many rules matched how often in both, and
each difference; exit code 0 means that there is none. With `--tenzir` a third evaluator is asked, Tenzir's `sigma` operator, and
its differences to Margay are counted by rule; it looks at no log source, so that of its matches those in a rule's log count.
Needs PyYAML.
"""

import argparse
import collections
import json
import multiprocessing
import subprocess
import sys
import tempfile
from pathlib import Path

import events
import reference

RULES_BY_LOG = collections.defaultdict(list)


def reference_matches(chunk):
    found = []
    for record, event in chunk:
        for rule in RULES_BY_LOG.get(event["p_log_type"], ()):
            if rule.matches(event):
                found.append((record, rule.id))
    return found


def margay_matches(options, path):
    command = [options.margay, "scan", "--rules", options.rules, "--emit", "matches", "--format", "ndjson", path]
    result = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True, text=True)
    return {(match["record"], match["detection"]) for match in map(json.loads, result.stdout.splitlines())}


def tenzir_matches(options, path, made):
    pipeline = f"""from_file "{path}" {{ read_ndjson merge=false, raw=false }}
sigma path="{options.rules}"
select record=evidences[0].data.record, detection=policy.uid
write_ndjson"""
    with tempfile.NamedTemporaryFile("w", suffix=".ndjson") as numbered:
        for record, event in enumerate(made):
            print(json.dumps({**event, "record": record}), file=numbered, flush=True)
        pipeline = pipeline.replace(str(path), numbered.name).replace(" merge=false, raw=false", "")
        result = subprocess.run([options.tenzir, pipeline], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    print(result.stderr[-2000:], file=sys.stderr)
    return {(match["record"], match["detection"]) for match in map(json.loads, result.stdout.splitlines())}


def differences(ours, theirs, name, names, made, shown):
    for side, only in (("only Margay", ours - theirs), (f"only {name}", theirs - ours)):
        counts = collections.Counter(rule for _, rule in only)
        print(f"{side}: {len(only)} matches of {len(counts)} rules")
        for record, rule in sorted(only)[:shown]:
            print(f"  record {record}: {names.get(rule, rule)} ({rule})\n    {json.dumps(made[record])[:600]}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rules")
    parser.add_argument("events", nargs="?")
    parser.add_argument("--made", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--log-type", default="AWS.CloudTrail")
    parser.add_argument("--margay", default=str(Path(__file__).parents[2] / ".build/release/margay"))
    parser.add_argument("--tenzir")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--shown", type=int, default=10)
    options = parser.parse_args()
    rules, left_out = reference.load(options.rules)
    names = {rule.id: rule.document["title"] for rule in rules}
    for rule in rules:
        RULES_BY_LOG[rule.log_type].append(rule)
    if options.events:
        with open(options.events) as lines:
            made = [json.loads(line) for line in lines if line.strip()]
        for event in made:
            event.setdefault("p_log_type", options.log_type)
    else:
        made = [event for rule in rules for event in events.made(rule, options.made, options.seed)]
    with tempfile.NamedTemporaryFile("w", suffix=".ndjson") as file:
        for event in made:
            print(json.dumps(event), file=file)
        file.flush()
        ours = margay_matches(options, file.name)
        foreign = {rule for _, rule in ours} - set(names)
        ours = {match for match in ours if match[1] in names}
        numbered = list(enumerate(made))
        with multiprocessing.Pool(options.jobs) as pool:
            chunks = [numbered[start : start + 500] for start in range(0, len(numbered), 500)]
            theirs = {match for found in pool.imap_unordered(reference_matches, chunks) for match in found}
        logs = {rule.id: rule.log_type for rule in rules}
        print(f"{len(made)} events, {len(rules)} rules, {len(left_out)} left out: {dict(collections.Counter(left_out.values()))}")
        print(f"Margay: {len(ours)} matches of {len({rule for _, rule in ours})} rules; the reference: {len(theirs)} matches of {len({rule for _, rule in theirs})} rules")
        if foreign:
            print(f"{len(foreign)} rules that matched in Margay are not run in the reference")
        differences(ours, theirs, "the reference", names, made, options.shown)
        if options.tenzir:
            third = {(record, rule) for record, rule in tenzir_matches(options, file.name, made) if made[record]["p_log_type"] == logs.get(rule)}
            print(f"Tenzir: {len(third)} matches of {len({rule for _, rule in third})} rules")
            differences(ours, third, "Tenzir", names, made, options.shown)
    sys.exit(ours != theirs)


if __name__ == "__main__":
    main()
