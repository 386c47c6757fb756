"""Runs panther_analysis_tool on a pack and writes what it says of each test as JSON lines.

Runs in an environment that has panther_analysis_tool; `run.py` makes one. The tool prints its results for people only, so the
function that prints one test is replaced by one that writes it down; everything else is the tool's own.
"""

import dataclasses
import json
import sys

import panther_analysis_tool.main as tool
from panther_core.rule import Detection


def main(path, output, *options):
    with open(output, "w", encoding="utf-8") as file:

        def write(detection, result, failed_tests):
            if detection is None:
                return
            functions = {}
            for key, given in dataclasses.asdict(result.functions).items():
                name = key.removesuffix("Function")
                if given is None:
                    continue
                name = detection.matcher_function_name if name == "detection" else name
                error = given.get("error")
                functions[name] = {"error": error["message"]} if error else {"output": given["output"]}
                # The tool counts a test as failed by its functions, as this does.
                if error or not given.get("matched", True):
                    failed_tests[detection.detection_id].append(f"{result.name}:{name}")
            row = {
                "detection": detection.detection_id,
                "test": result.name,
                "passed": result.passed,
                "functions": functions,
            }
            file.write(json.dumps(row) + "\n")

        load = Detection.__init__

        def load_and_write(detection, config):
            load(detection, config)
            if detection.setup_exception is not None:
                error = detection.setup_exception
                text = f"{type(error).__name__}: {error}"
                row = {"detection": detection.detection_id, "test": None, "passed": False, "error": text}
                file.write(json.dumps(row) + "\n")

        tool._print_test_result = write
        Detection.__init__ = load_and_write
        arguments = ["--skip-version-check", "test", "--path", path, "--ignore-table-names", *options]
        try:
            tool.app(arguments)
        except SystemExit as exit:
            return exit.code
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
