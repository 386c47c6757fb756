"""Makes events that Sigma rules match, and almost match, from the rules' own values.

Recorded logs match few rules. Here each rule gets events of its log with what it looks for in them; most are then changed a
little: the case of a letter, a sign more or less, null, a number, a list, another value of the rule.
"""

import base64
import random
import re._constants as ops
import re._parser

import reference

LETTERS = "abcXYZ019 ._-/\\é"
MODIFIED = {"wide": "utf-16-le", "utf16le": "utf-16-le", "utf16be": "utf-16-be", "utf16": "utf-16"}


def letters(chance, most=4):
    return "".join(chance.choice(LETTERS) for _ in range(chance.randint(0, most)))


def from_expression(pattern, chance):
    """A text that a regular expression matches, if its groups do not refer to each other."""

    def one(code, value):
        match code:
            case ops.LITERAL:
                return chr(value)
            case ops.ANY:
                return chance.choice("ax1 ")
            case ops.NOT_LITERAL:
                return "~" if value != ord("~") else "a"
            case ops.IN:
                return member(value)
            case ops.BRANCH:
                return many(chance.choice(value[1]))
            case ops.SUBPATTERN:
                return many(value[-1])
            case ops.MAX_REPEAT | ops.MIN_REPEAT | ops.POSSESSIVE_REPEAT:
                low, high, body = value
                return "".join(many(body) for _ in range(chance.randint(low, min(high, low + 2))))
            case ops.ATOMIC_GROUP:
                return many(value)
            case _:
                return ""

    def member(items):
        if items[0][0] == ops.NEGATE:
            return chance.choice("a1 .~")
        code, value = chance.choice(items)
        match code:
            case ops.LITERAL:
                return chr(value)
            case ops.RANGE:
                return chr(chance.randint(*value))
            case _:
                return {ops.CATEGORY_DIGIT: "7", ops.CATEGORY_SPACE: " ", ops.CATEGORY_WORD: "w"}.get(value, "~")

    def many(items):
        return "".join(one(code, value) for code, value in items)

    return many(re._parser.parse(pattern))


def met(value, names, chance):
    """A value of an event that a value of a rule is met by, as far as that is easily said."""
    if value is None:
        return None
    if "exists" in names:
        return "there" if value else None
    if "re" in names:
        return letters(chance) * chance.randint(0, 1) + from_expression(str(value), chance)
    if "cidr" in names:
        network = reference.ipaddress.ip_network(value)
        return str(network[chance.randrange(min(network.num_addresses, 1 << 16))])
    for name, step in (("lt", -1), ("lte", 0), ("gt", 1), ("gte", 0)):
        if name in names:
            return float(value) + step if "." in str(value) else int(value) + step
    if not isinstance(value, str) and not set(names) & set(reference.PLACES):
        return value if chance.random() < 0.7 else reference.spelling(value)
    text = "".join(
        part if isinstance(part, str) else letters(chance) if part == ("*",) else chance.choice("aZ ") for part in reference.parts(reference.spelling(value))
    )
    for name in names:
        if name in MODIFIED:
            text = text.encode(MODIFIED[name]).decode("latin-1")
        elif name in ("base64", "base64offset"):
            before = "" if name == "base64" else "z" * chance.randint(0, 2)
            raw = (before + text).encode("latin-1" if set(names) & set(MODIFIED) else "utf-8")
            text = base64.b64encode(raw + (b"" if name == "base64" else b"zz"[: chance.randint(0, 2)])).decode()
        elif name == "windash":
            text = text.replace("-", chance.choice(reference.DASHES)) if chance.random() < 0.5 else text
    if "contains" in names or "endswith" in names:
        text = letters(chance) + text
    if "contains" in names or "startswith" in names:
        text += letters(chance)
    return text


def put(event, path, value, chance):
    *way, last = path
    for key in way:
        below = event.get(key)
        if isinstance(below, list):
            below = below[0]
        elif not isinstance(below, dict):
            below = {}
            event[key] = [below] if chance.random() < 0.03 else below
        event = below
    event[last] = value


def fill(event, definition, chance):
    """Puts what a search looks for into an event."""
    if isinstance(definition, dict):
        for key, value in definition.items():
            field, *names = str(key).split("|")
            values = value if isinstance(value, list) else [value]
            if "all" in names:
                found = [met(item, names, chance) for item in values]
                value = "".join(map(str, found)) if chance.random() < 0.8 else found
            else:
                value = met(chance.choice(values), names, chance) if values else None
            if "fieldref" in names:
                value = event.get(value, "same")
            put(event, field.split(".") if field else ["Message"], value, chance)
    elif isinstance(definition, list):
        fill(event, chance.choice(definition), chance)
    elif definition is not None:
        put(event, ["Message"], letters(chance) + reference.spelling(definition) + letters(chance), chance)


def changed(value, chance):
    """Another value in the place of one."""
    text = reference.spelling(value)
    place = chance.randint(0, len(text))
    kinds = [
        lambda: text.upper(), lambda: text.lower(), lambda: text.swapcase(), lambda: text[:place] + text[place + 1 :],
        lambda: text[:place] + "x" + text[place:], lambda: text + "\n", lambda: None, lambda: "", lambda: [value], lambda: ["other", value],
        lambda: [None, value], lambda: {"inner": value}, lambda: [], lambda: chance.choice((0, 1, -1, 4.5, True, 4624)), lambda: [[value]],
    ]
    return chance.choice(kinds)()


def change(event, chance):
    keys = [key for key in event if key != "p_log_type"]
    if not keys:
        return
    key = chance.choice(keys)
    if isinstance(event[key], dict) and chance.random() < 0.9:
        change(event[key], chance)
    elif chance.random() < 0.15:
        del event[key]
    else:
        event[key] = changed(event[key], chance)


def made(rule, count, seed):
    """Events for a rule: the same for the same seed."""
    chance = random.Random(f"{seed} {rule.id}")
    detection = {name: value for name, value in rule.document["detection"].items() if name not in ("condition", "timeframe")}
    text = str(rule.document["detection"]["condition"])
    for number in range(count):
        event = {}
        for name, definition in detection.items():
            is_negated = name.startswith(("filter", "falsepositive")) or f"not {name}" in text
            if chance.random() < (0.15 if is_negated else 0.9):
                fill(event, definition, chance)
        # The first is left as it is.
        for _ in range(chance.choice((0, 1, 1, 2)) if number else 0):
            change(event, chance)
        event["p_log_type"] = rule.log_type
        yield event
