#!/usr/bin/env python3
"""Runs a pack through Panther's own tool and through Margay and compares everything they say.

    scripts/equality/run.py PACK                   # makes the reference environment when it is first needed
    scripts/equality/run.py PACK --python FILE     # with a Python that has panther_analysis_tool
    scripts/equality/run.py PACK --damage 3        # each test and three copies of it with damaged events

The reference runs three times under different hash seeds, which tells the outputs that depend on the order of a set from those
that do not. Exit code 0 if all is equal, 1 if not, 2 if one of the two could not run.
"""

import argparse
import os
import pathlib
import subprocess
import sys
import tempfile
import time

import comparison

FOLDER = pathlib.Path(__file__).resolve().parent
ROOT = FOLDER.parent.parent
REQUIREMENTS = FOLDER / "requirements.txt"
SEEDS = ("0", "1", "2")


def environment(folder):
    """A Python with the reference in it, made in `folder` if it is not there."""
    python = folder / "bin" / "python"
    if not python.exists():
        steps = [
            [sys.executable, "-m", "venv", str(folder)],
            [str(python), "-m", "pip", "install", "--quiet", "--requirement", str(REQUIREMENTS)],
        ]
        for step in steps:
            print("+", " ".join(step), file=sys.stderr)
            subprocess.run(step, check=True)
    return python


def run_reference(python, pack, output, seed, log):
    # Outside of AWS, as Margay is: no region, no credentials, no metadata service.
    kept = {key: text for key, text in os.environ.items() if not key.startswith(("AWS_", "PANTHER_", "PYTHON"))}
    variables = kept | {"PYTHONHASHSEED": seed, "AWS_EC2_METADATA_DISABLED": "true", "AWS_CONFIG_FILE": os.devnull}
    # The tool keeps files in its working directory, and those of helpers under one name in the temporary one, where two
    # runs at once would take them from each other: it gets both for itself.
    with tempfile.TemporaryDirectory() as folder:
        variables["TMPDIR"] = folder
        command = [str(python), str(FOLDER / "reference.py"), str(pack), str(output), "--ignore-extra-keys"]
        subprocess.run(command, cwd=folder, env=variables, stdout=log, stderr=subprocess.STDOUT, check=False)


def run_margay(margay, pack, output, log):
    with open(output, "wb") as file:
        command = [str(margay), "test", str(pack), "--format", "json"]
        subprocess.run(command, stdout=file, stderr=log, check=False)


def damaged(python, pack, target, copies, seed):
    """A copy of the pack whose tests stand beside damaged copies of themselves."""
    command = [str(python), str(FOLDER / "damage.py"), str(pack), str(target), "--copies", str(copies), "--seed", str(seed)]
    subprocess.run(command, check=True)
    return target


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("pack", type=pathlib.Path)
    parser.add_argument("--python", type=pathlib.Path, help="a Python that has the reference")
    parser.add_argument("--environment", type=pathlib.Path, default=ROOT / ".build" / "reference")
    parser.add_argument("--margay", type=pathlib.Path, default=ROOT / ".build" / "release" / "margay")
    parser.add_argument("--output", type=pathlib.Path, help="a folder to keep the outputs in")
    parser.add_argument("--seeds", default=",".join(SEEDS), help="hash seeds of the reference's runs")
    parser.add_argument("--damage", type=int, default=0, help="damaged copies of each test, beside it (none)")
    parser.add_argument("--seed", type=int, default=1, help="which damage")
    parser.add_argument("--shown", type=int, help="differences to show; all by default")
    arguments = parser.parse_args()
    pack = arguments.pack.resolve()
    if not pack.is_dir():
        print(f"{pack} is no folder", file=sys.stderr)
        return 2
    margay = arguments.margay.resolve()
    if not margay.exists():
        print(f"{margay} is not there: swift build -c release --product margay", file=sys.stderr)
        return 2
    python = arguments.python or environment(arguments.environment.resolve())
    with tempfile.TemporaryDirectory() as scratch:
        folder = arguments.output or pathlib.Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        if arguments.damage:
            pack = damaged(python, pack, pathlib.Path(scratch) / "pack", arguments.damage, arguments.seed)
        seeds = arguments.seeds.split(",")
        times = []
        with open(folder / "reference.log", "wb") as log:
            for seed in seeds:
                start = time.monotonic()
                run_reference(python, pack, folder / f"reference-{seed}.ndjson", seed, log)
                times.append(time.monotonic() - start)
        with open(folder / "margay.log", "wb") as log:
            start = time.monotonic()
            run_margay(margay, pack, folder / "margay.ndjson", log)
            own = time.monotonic() - start
        first, *others = [comparison.read(folder / f"reference-{seed}.ndjson") for seed in seeds]
        ours = comparison.read(folder / "margay.ndjson")
        if not first or not ours:
            print("one of the two ran no test; see the logs with --output", file=sys.stderr)
            return 2
        report = comparison.compare(first, ours, others)
        print(f"pack: {arguments.pack}" + (f", damaged by seed {arguments.seed}" if arguments.damage else ""))
        print(f"seconds: reference {min(times):.1f}, margay {own:.2f}")
        for line in report.lines(arguments.shown):
            print(line)
        return 0 if report.is_equal else 1


if __name__ == "__main__":
    sys.exit(main())
