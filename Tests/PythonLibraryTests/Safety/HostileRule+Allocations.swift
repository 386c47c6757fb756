extension HostileRule {
    /// More memory than there is: refused before it is taken.
    static let allocations: [HostileRule] = [
        HostileRule("repeats a string", "BudgetExceeded", expression: "len('a' * 10 ** 9)"),
        HostileRule("repeats a string past 64 bits", "BudgetExceeded", expression: "len('ab' * (2 ** 63 - 1))"),
        HostileRule("repeats a list", "BudgetExceeded", expression: "len([0] * 10 ** 9)"),
        HostileRule("repeats a tuple past 64 bits", "BudgetExceeded", expression: "len((0, 1) * (2 ** 62))"),
        HostileRule("repeats by less than no times", "''", expression: "'a' * -2 ** 63"),
        HostileRule("raises to a tower", "BudgetExceeded", expression: "10 ** 10 ** 8"),
        HostileRule("shifts far", "BudgetExceeded", expression: "1 << 10 ** 12"),
        HostileRule("shifts past 64 bits", "BudgetExceeded", expression: "1 << 2 ** 63 - 1"),
        HostileRule(
            "squares on",
            "BudgetExceeded",
            "def rule(event):\n    n = 3\n    while True:\n        n = n * n\n"
        ),
        HostileRule(
            "multiplies huge integers",
            "BudgetExceeded",
            "def rule(event):\n    n = 1 << 900000\n    while True:\n        n * n % (n - 1)\n"
        ),
        HostileRule(
            "takes powers modulo a huge number",
            "BudgetExceeded",
            expression: "pow(3, 2 ** 100000, 2 ** 100000 - 1)"
        ),
        HostileRule("lists a range", "BudgetExceeded", expression: "len(list(range(10 ** 12)))"),
        HostileRule("sums a range", "BudgetExceeded", expression: "sum(range(10 ** 12))"),
        HostileRule("counts in a range beyond 64 bits", "True", expression: "-1 in range(2 ** 63 - 1, -2 ** 63, -1)"),
        HostileRule(
            "doubles a string",
            "BudgetExceeded",
            "def rule(event):\n    text = 'ab'\n    while True:\n        text = text + text\n"
        ),
        HostileRule(
            "doubles a list in place",
            "BudgetExceeded",
            "def rule(event):\n    items = [1]\n    while True:\n        items += items\n"
        ),
        HostileRule(
            "extends a list by itself",
            "BudgetExceeded",
            "def rule(event):\n    items = [1]\n    while True:\n        items.extend(items)\n"
        ),
        HostileRule(
            "joins a text with itself",
            "BudgetExceeded",
            "def rule(event):\n    text = 'abc'\n    while True:\n        text = text.join([text] * 10)\n"
        ),
        HostileRule(
            "fills a dictionary",
            "BudgetExceeded",
            "def rule(event):\n    table = {}\n    while True:\n        table[len(table)] = str(len(table))\n"
        ),
        HostileRule(
            "fills a set",
            "BudgetExceeded",
            "def rule(event):\n    items = set()\n    while True:\n        items.add(len(items))\n"
        ),
        HostileRule("formats a wide number", "BudgetExceeded", expression: "f'{1:1000000000}'"),
        HostileRule("formats a wide number by percent", "BudgetExceeded", expression: "'%1000000000d' % 1"),
        HostileRule("formats with precision", "BudgetExceeded", expression: "'%.1000000000d' % 1"),
        HostileRule("formats a float with precision", "BudgetExceeded", expression: "f'{0.1:.1000000000f}'"),
        HostileRule("formats wider than 64 bits", "ValueError", expression: "format(1, '9' * 30)"),
        HostileRule("centres", "BudgetExceeded", expression: "'a'.center(10 ** 10)"),
        HostileRule("fills with zeros", "BudgetExceeded", expression: "'a'.zfill(2 ** 62)"),
        HostileRule("expands tabs", "BudgetExceeded", expression: "('\\t' * 10).expandtabs(2 ** 30)"),
        HostileRule("replaces by more", "BudgetExceeded", expression: "('a' * 100000).replace('a', 'b' * 100000)"),
        HostileRule(
            "replaces the empty text",
            "BudgetExceeded",
            expression: "('a' * 100000).replace('', 'b' * 100000)"
        ),
        HostileRule("reads a long integer", "BudgetExceeded", expression: "int('9' * 10 ** 6)"),
        HostileRule("reads a long integer in base 36", "BudgetExceeded", expression: "int('z' * 10 ** 6, 36)"),
        HostileRule("writes a long integer", "ValueError", expression: "str(10 ** 10000)"),
        HostileRule("prints much", "BudgetExceeded", expression: "print(*['x' * 100000] * 1000)"),
        HostileRule("prints on", "BudgetExceeded", "def rule(event):\n    while True:\n        print('x' * 10000)\n"),
        HostileRule("makes zero bytes", "BudgetExceeded", expression: "len(bytes(10 ** 10))"),
        HostileRule(
            "encodes much",
            "BudgetExceeded",
            "import base64\ndef rule(event):\n    data = b'abc'\n    while True:\n        data = base64.b64encode(data * 10)\n"
        ),
        HostileRule(
            "compiles patterns without end",
            "BudgetExceeded",
            "import re\ndef rule(event):\n    n = 0\n    while True:\n        n += 1\n        re.compile('a' * 50 + str(n))\n"
        ),
        HostileRule("splits into many", "BudgetExceeded", expression: "len(('a ' * 8000000).split())"),
        HostileRule(
            "copies what contains itself",
            "True",
            "import copy\ndef rule(event):\n    items = []\n    items.append(items)\n    other = copy.deepcopy(items)\n    return other[0] is other\n"
        ),
        HostileRule(
            "takes permutations",
            "BudgetExceeded",
            "import itertools\ndef rule(event):\n    return len(list(itertools.permutations(range(20))))\n"
        ),
        HostileRule(
            "takes a product",
            "BudgetExceeded",
            "import itertools\ndef rule(event):\n    return len(list(itertools.product(range(1000), repeat=1000)))\n"
        ),
        HostileRule(
            "takes combinations",
            "BudgetExceeded",
            "import itertools\ndef rule(event):\n    return sum(1 for _ in itertools.combinations(range(60), 30))\n"
        ),
        HostileRule(
            "repeats for ever",
            "BudgetExceeded",
            "import itertools\ndef rule(event):\n    return list(itertools.repeat(1))\n"
        ),
    ]
}
