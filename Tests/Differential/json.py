import json

TEXTS = ['"', "\\", "/", "\u00e9", "\U0001f600", "\n", "\x00", "\ud800", "a", " ", "\x7f", "\u2028"]
PIECES = [
    "{", "}", "[", "]", ",", ":", '"a"', '"\\u00e9"', '"\\ud83d\\ude00"', '"\\ud83d"', "1", "-0", "1.5e3", "1E400", "NaN",
    "-Infinity", "true", "false", "null", " ", "\n", "tru", "01", "1.", '"\\x"', '"', "'a'", "\t", "12345678901234567890", "\u00a0",
]


def value(depth):
    kind = chance.below(10)
    if kind == 0:
        return [value(depth - 1) for _ in range(chance.below(4))] if depth else []
    if kind == 1:
        return {key(): value(depth - 1) for _ in range(chance.below(4))} if depth else {}
    if kind == 2:
        return tuple(value(depth - 1) for _ in range(chance.below(3))) if depth else ()
    if kind == 3:
        return chance.between(-(10**25), 10**25)
    if kind == 4:
        return chance.between(-(10**9), 10**9) / chance.choice([1, 3, 1000, 10**15])
    if kind == 5:
        return chance.choice([True, False, None, float("inf"), float("nan"), -0.0, 1e22, 5e-324])
    return "".join(chance.choice(TEXTS) for _ in range(chance.below(5)))


def key():
    return chance.choice([chance.text("ab", 2), chance.below(5), None, True, 1.5, (1,), "z"])


for _ in range(COUNT):
    made = value(3)
    options = {}
    for name, choices in (
        ("indent", [None, 0, 2, "\t"]), ("sort_keys", [False, True]), ("ensure_ascii", [True, False]),
        ("separators", [None, (",", ":")]), ("skipkeys", [False, True]), ("allow_nan", [True, False]),
    ):
        if chance.one_in(3):
            options[name] = chance.choice(choices)
    show([made, options], json.dumps, made, **options)
    show(made, lambda: json.loads(json.dumps(made, skipkeys=True)))
    text = "".join(chance.choice(PIECES) for _ in range(chance.below(9)))
    show(text, json.loads, text)
    text = chance.changed(json.dumps(made, skipkeys=True), '{}[],:"\\ 1ae-')
    show(text, json.loads, text)
    show(text, json.loads, text.encode("utf-8", "surrogatepass"))
