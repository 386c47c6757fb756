import re

ATOMS = ["a", "b", ".", "\\w", "\\d", "\\s", "[ab]", "[^a]", "(a)", "(?:b)", "(?P<n>a|b)", "(b)?", "^", "$", "\\b", "(?=a)", "(?!b)", "é", "A"]
QUANTIFIERS = ["", "", "", "*", "+", "?", "{1,2}", "*?", "+?"]
TEXTS = "aabbAB 12.é\n"
TEMPLATES = ["x", "", "[\\g<0>]", "\\1", "\\g<1>", "\\g<n>", "\\\\", "\\n", "\\2", "\\g<9>", "\\q", "<\\1\\1>"]
FLAGS = [0, 0, re.IGNORECASE, re.MULTILINE, re.DOTALL, re.ASCII, re.VERBOSE, re.I | re.S]


def some_pattern():
    return "".join(chance.choice(ATOMS) + chance.choice(QUANTIFIERS) for _ in range(chance.between(1, 3)))


def described(match):
    if match is None:
        return None
    return (
        match.group(), match.groups(), match.groupdict(), match.span(), match.start(), match.end(), match.lastindex, match.lastgroup,
        match.regs, match.pos, match.endpos, repr(match))


for _ in range(COUNT * 3):
    pattern, text, template, flags = some_pattern(), chance.text(TEXTS, 10), chance.choice(TEMPLATES), chance.choice(FLAGS)
    count, start, end = chance.below(3), chance.below(4), chance.between(2, 12)
    label = (pattern, text, template, int(flags))
    show(label, lambda: re.compile(pattern, flags))
    for name in ("search", "match", "fullmatch"):
        show(label, lambda: described(getattr(re, name)(pattern, text, flags)))
        show(label, lambda: described(getattr(re.compile(pattern, flags), name)(text, start, end)))
    show(label, lambda: re.findall(pattern, text, flags))
    show(label, lambda: [match.span() for match in re.finditer(pattern, text, flags)])
    show(label, lambda: re.split(pattern, text, count, flags))
    show(label, lambda: re.subn(pattern, template, text, count, flags))
    show(label, lambda: re.sub(pattern, lambda match: f"<{match[0]}>", text, flags=flags))
    show(label, lambda: re.search(pattern, text, flags).expand(template))
    show(label, lambda: re.search(pattern, text, flags)[chance.choice([0, 1, 2, "n", -1])])
    show(label, lambda: (re.escape(text), re.compile(pattern, flags).groups, dict(re.compile(pattern, flags).groupindex)))
    show(label, lambda: re.fullmatch(re.escape(text), text) is not None)
