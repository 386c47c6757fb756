"""Damages the events of a pack's tests, by a seed: fields are gone, null, empty, or of another type.

    python damage.py PACK COPY --seed 1 --copies 3

writes a copy of the pack in which each test stands beside some damaged copies of itself. Rules meet events there that nobody
wrote them for: what they raise, and what they make of it, is compared like any other outcome. Runs in the environment of the
reference, whose YAML reader it uses; `run.py --damage` calls it.
"""

import argparse
import copy
import pathlib
import random
import shutil

SUFFIXES = (".yml", ".yaml")
EVENTS = ("Log", "Resource")
# How many changes an event gets: rules read a few of many fields.
CHANGES = (1, 3, 10, 30)
# Texts that rules cut, count, compare and parse.
TEXTS = (
    "", " ", "a", "A.b", "0", "-1", "1.5", "true", "None", "null", "é", "😀 ß", "a,b", "a/b/c", "a:b", "{", "[]", '{"a": 1}', "%s {0}",
    "arn:aws:iam::123456789012:user/x", "10.0.0.1", "10.0.0.0/8", "::1", "2024-02-30T25:61:00Z", "2024-05-01T00:00:00Z",
    "2024-05-01 00:00:00.123", "x@example.com", "https://h:99999/p?q=1#f", "a\nb\tc", "x" * 300, "'\"\\",
)
NUMBERS = (0, 1, -1, 2, 443, 4.5, -0.0, 1e300, 2**31, 2**63 - 1, 1714521600, 1714521600000)


def places(value, place=()):
    """The places of all values within a value, each as the keys and indices that lead there."""
    children = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, child in children:
        yield (*place, key)
        yield from places(child, (*place, key))


def replaced(value, chance):
    """Another value in the place of one."""
    kinds = [
        lambda: None,
        lambda: type(value)() if isinstance(value, (str, list, dict)) else 0,
        lambda: chance.choice(TEXTS),
        lambda: chance.choice(NUMBERS),
        lambda: chance.random() < 0.5,
        lambda: [value],
        lambda: {"value": value},
        lambda: str(value),
    ]
    if isinstance(value, str):
        kinds += [value.upper, value.lower, lambda: value[::-1], lambda: value[: len(value) // 2], lambda: value + " ", value.split]
    elif isinstance(value, list):
        kinds += [lambda: value * 2, lambda: value[::-1], lambda: value[1:], lambda: value[0] if value else None, lambda: [None, *value]]
    elif isinstance(value, dict):
        kinds += [lambda: list(value), lambda: list(value.values()), lambda: {**value, "extra": None}]
    elif isinstance(value, (int, float)):
        kinds += [lambda: -value, lambda: value + 1, lambda: float(value)]
    return chance.choice(kinds)()


def damaged(event, chance, times):
    """A copy of an event with as many changes, as far as something is left to change."""
    event = copy.deepcopy(event)
    for _ in range(times):
        found = sorted(places(event), key=repr)
        if not found:
            break
        *way, last = chance.choice(found)
        parent = event
        for key in way:
            parent = parent[key]
        if chance.random() < 0.3:
            del parent[last]
        else:
            parent[last] = copy.deepcopy(replaced(parent[last], chance))
    return event


def damaged_tests(tests, copies, chance):
    """Tests, each followed by damaged copies."""
    result = []
    for test in tests:
        result.append(test)
        key = next((key for key in EVENTS if isinstance(test, dict) and isinstance(test.get(key), dict)), None)
        if key is None:
            continue
        for number in range(1, copies + 1):
            changed = copy.deepcopy(test) | {"Name": f"{test.get('Name')} (damaged {number})"}
            changed[key] = damaged(test[key], chance, chance.choice(CHANGES))
            result.append(changed)
    return result


def main():
    from ruamel.yaml import YAML, SafeConstructor

    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("pack", type=pathlib.Path)
    parser.add_argument("copy", type=pathlib.Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--copies", type=int, default=3, help="damaged copies of each test")
    arguments = parser.parse_args()
    # As the reference reads them: times are texts.
    text = SafeConstructor.yaml_constructors["tag:yaml.org,2002:str"]
    SafeConstructor.add_constructor("tag:yaml.org,2002:timestamp", text)
    yaml = YAML(typ="safe")
    yaml.sort_base_mapping_type_on_output = False
    yaml.width = 1 << 20
    shutil.copytree(arguments.pack, arguments.copy, ignore=shutil.ignore_patterns(".git", "__pycache__"))
    for path in sorted(path for path in arguments.copy.rglob("*") if path.suffix in SUFFIXES):
        try:
            content = yaml.load(path)
        except Exception:
            # Files that are no YAML are the loader's matter.
            continue
        if not isinstance(content, dict) or not isinstance(content.get("Tests"), list):
            continue
        # By the path, so that a file's damage does not depend on the other files.
        chance = random.Random(f"{arguments.seed} {path.relative_to(arguments.copy)}")
        content["Tests"] = damaged_tests(content["Tests"], arguments.copies, chance)
        with open(path, "w", encoding="utf-8") as file:
            yaml.dump(content, file)


if __name__ == "__main__":
    main()
