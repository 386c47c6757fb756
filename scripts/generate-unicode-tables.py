#!/usr/bin/env python3.11
"""Writes Sources/PythonRuntime/Text/Unicode/UnicodeTables*.swift from this CPython's own character data.

CPython 3.11 carries Unicode 14, Swift's standard library a later version, so rules would see other letters,
printable characters and case pairs if we asked Swift. Every property is observed through the str methods that rules
call, never through a property file: what this script writes is by construction what CPython answers.

Run it with CPython 3.11 (`python3.11 scripts/generate-unicode-tables.py`), then `swift format` is not needed.
"""

import pathlib
import sys
import unicodedata

FOLDER = pathlib.Path(__file__).resolve().parent.parent / "Sources/PythonRuntime/Text/Unicode"
LIMIT = 0x110000
SIGMA, FINAL = "\u03a3", "\u03c2"
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def base36(number):
    text = ""
    while True:
        number, rest = divmod(number, 36)
        text = DIGITS[rest] + text
        if number == 0:
            return text


def flags(c):
    """The bits of UnicodeProperties, lowest first."""
    cased = (c + "a").title().endswith("a")
    if cased:
        ignorable = not (c + SIGMA).lower().endswith(FINAL)
    else:
        ignorable = ("A" + c + SIGMA).lower().endswith(FINAL)
    bits = (
        c.isalpha(),
        c.isdecimal(),
        c.isdigit(),
        c.isnumeric(),
        c.isspace(),
        c.isprintable(),
        c.isupper(),
        c.islower(),
        unicodedata.category(c) == "Lt",
        cased,
        ignorable,
        c.isidentifier(),
        ("a" + c).isidentifier(),
        len(("a" + c + "a").splitlines()) == 2,
    )
    return sum(1 << i for i, bit in enumerate(bits) if bit)


def property_runs():
    runs = []
    for code in range(LIMIT):
        value = flags(chr(code))
        if runs and runs[-1][1] == value:
            runs[-1][0] += 1
        else:
            runs.append([1, value])
    return " ".join(f"{base36(count)} {base36(value)}" for count, value in runs)


def decimal_zeros():
    """The zero of each run of ten decimal digits."""
    zeros = [code for code in range(LIMIT) if unicodedata.decimal(chr(code), None) == 0]
    for zero in zeros:
        assert [unicodedata.decimal(chr(zero + i), None) for i in range(10)] == list(range(10))
    assert len(zeros) * 10 == sum(chr(code).isdecimal() for code in range(LIMIT))
    return " ".join(map(base36, zeros))


def case_map(convert, fallback):
    """Runs `start count step delta-as-target` of one-to-one pairs, and the one-to-many ones."""
    singles, many = [], []
    for code in range(LIMIT):
        c = chr(code)
        result = convert(c)
        if result == fallback(c):
            continue
        if len(result) == 1:
            singles.append((code, ord(result)))
        else:
            many.append([code] + [ord(x) for x in result])
    runs = []
    for code, target in singles:
        if runs:
            start, count, step, first, last = runs[-1]
            gap = code - last
            if first - start == target - code and (count == 1 and gap in (1, 2) or gap == step):
                runs[-1] = (start, count + 1, gap, first, code)
                continue
        runs.append((code, 1, 1, target, code))
    one = " ".join(" ".join(map(base36, run[:4])) for run in runs)
    several = " ".join(" ".join(map(base36, [len(row) - 1] + row)) for row in many)
    return one, several


def declaration(name, comment, data):
    lines, line = [], ""
    for word in data.split():
        if len(line) + len(word) + 1 > 108:
            lines.append(line)
            line = ""
        line += word + " "
    lines.append(line)
    body = "\n".join(f"        {line.rstrip()} \\" for line in lines[:-1])
    last = f"        {lines[-1].rstrip()}"
    text = (body + "\n" if body else "") + last
    return f'    /// {comment}\n    static let {name}: StaticString = """\n{text}\n        """\n'


def write(name, doc, declarations):
    text = (
        f"// Written by scripts/generate-unicode-tables.py from CPython {sys.version_info[0]}.{sys.version_info[1]},"
        f" Unicode {unicodedata.unidata_version}. Do not edit.\n\n"
        f"extension UnicodeTables {{\n" + "\n".join(declarations) + "}\n"
    )
    (FOLDER / name).write_text(text)


def main():
    if sys.version_info[:2] != (3, 11) or unicodedata.unidata_version != "14.0.0":
        sys.exit("run this with CPython 3.11 (Unicode 14): the dialect is defined by it")
    same = lambda c: c
    write(
        "UnicodeTables+Properties.swift",
        "",
        [
            declaration("decimalZeros", "The zero of each run of ten decimal digits, ascending, in base 36.", decimal_zeros()),
            declaration("propertyRuns", "`count bits` of each run of code points with equal properties, from U+0000, in base 36.", property_runs()),
        ],
    )
    maps = {
        "lower": (str.lower, same),
        "upper": (str.upper, same),
        "title": (str.title, str.upper),
        "fold": (str.casefold, str.lower),
    }
    declarations = []
    for name, (convert, fallback) in maps.items():
        one, several = case_map(convert, fallback)
        declarations.append(declaration(f"{name}Runs", "`start count step target` of one-to-one case pairs, in base 36.", one))
        declarations.append(declaration(f"{name}Special", "`length source target…` of one-to-many mappings, in base 36.", several))
    write("UnicodeTables+Case.swift", "", declarations)


main()
