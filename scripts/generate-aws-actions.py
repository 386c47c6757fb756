#!/usr/bin/env python3
"""Writes Sources/PythonLibrary/Policies/ActionTable+Data*.swift: every action of AWS and its category.

The source is the catalogue that the Python package policyuniverse carries (data.json, Apache License 2.0,
https://github.com/Netflix-Skunkworks/policyuniverse): rules that expand wildcards of policies must find the same actions.

    python3 -m venv .build/actions && .build/actions/bin/pip install policyuniverse==1.5.1.20231109
    .build/actions/bin/python scripts/generate-aws-actions.py

The text is for ActionTable.init to read. Actions are sorted as `service:action` in lower case; each is the numbers of its
words and ends with a mark that says its category; a service stands before its first action.
"""

import collections
import importlib.metadata
import importlib.util
import json
import pathlib
import re

FOLDER = pathlib.Path(__file__).resolve().parent.parent / "Sources/PythonLibrary/Policies"
LINES_MAX = 330
WIDTH = 112
MARKS = {"List": ".", "Read": ",", "Tagging": ";", "Write": "!", "Permissions": "?"}
RESERVED = set(MARKS.values()) | set('=:"\\ ')
ALPHABET = [chr(code) for code in range(33, 127) if chr(code) not in RESERVED]
SHORT = 40


def catalogue():
    """Words of each action's name by `service:action`, and its category."""
    folder = pathlib.Path(importlib.util.find_spec("policyuniverse").origin).parent
    actions = {}
    for service in json.loads((folder / "data.json").read_text()).values():
        for name, body in service["actions"].items():
            words = re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+|[^A-Za-z0-9]", name)
            assert "".join(words) == name and ":" not in name, name
            actions[f"{service['prefix']}:{name.lower()}"] = (
                service["prefix"],
                [word.lower() for word in words],
                body["calculated_action_group"],
            )
    return actions


def encoded(number):
    if number < SHORT:
        return ALPHABET[number]
    high, low = divmod(number - SHORT, len(ALPHABET))
    return ALPHABET[SHORT + high] + ALPHABET[low]


def literal(name, comment, text):
    lines = [text[start : start + WIDTH] for start in range(0, len(text), WIDTH)]
    # A space at the end of a line is easily lost: it begins the next one.
    for index in range(len(lines) - 1):
        while lines[index].endswith(" "):
            lines[index], lines[index + 1] = lines[index][:-1], " " + lines[index + 1]
    body = "\\\n".join("        " + line for line in lines)
    return f'    /// {comment}\n    static let {name}: StaticString = """\n{body}\n        """\n'


def main():
    actions = catalogue()
    counts = collections.Counter(word for _, words, _ in actions.values() for word in words)
    words = [word for word, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))]
    assert len(words) <= SHORT + (len(ALPHABET) - SHORT) * len(ALPHABET)
    number = {word: index for index, word in enumerate(words)}
    text, last = [], None
    for key in sorted(actions):
        service, parts, category = actions[key]
        if service != last:
            text.append(f"={service}:")
            last = service
        text.append("".join(encoded(number[part]) for part in parts) + MARKS[category])
    text = "".join(text)
    size = LINES_MAX * WIDTH
    chunks = [text[start : start + size] for start in range(0, len(text), size)]
    version = importlib.metadata.version("policyuniverse")
    head = (
        f"// Written by scripts/generate-aws-actions.py from policyuniverse {version}, Apache License 2.0,\n"
        "// https://github.com/Netflix-Skunkworks/policyuniverse. Do not edit.\n\nextension ActionTable {\n"
    )
    pieces = [("words", "Words of actions' names, the most frequent first.", " ".join(words))]
    pieces += [
        (f"names{index + 1}", f"Part {index + 1} of the actions, in the numbers of their words.", chunk)
        for index, chunk in enumerate(chunks)
    ]
    for old in FOLDER.glob("ActionTable+Data*.swift"):
        old.unlink()
    for index, piece in enumerate(pieces):
        body = literal(*piece)
        if index == 0:
            parts = ", ".join(name for name, _, _ in pieces[1:])
            body += f"\n    /// All parts in their order.\n    static let names: [StaticString] = [{parts}]\n"
            body += f"\n    /// How many actions there are.\n    static let actionCount = {len(actions)}\n"
        (FOLDER / f"ActionTable+Data{index}.swift").write_text(head + body + "}\n")
    print(f"{len(actions)} actions, {len(words)} words, {len(text)} bytes")


main()
