extension HostileRule {
    /// Work without end, in the loop and in builtins.
    static let loops: [HostileRule] = [
        HostileRule("loops", "BudgetExceeded", "def rule(event):\n    while True: pass\n"),
        HostileRule("loops at import", "BudgetExceeded", "while True: pass\ndef rule(event): return True\n"),
        HostileRule("loops in a comprehension", "BudgetExceeded", expression: "[0 for _ in iter(int, 1)]"),
        HostileRule(
            "lists an endless expression",
            "BudgetExceeded",
            "def g(): return (1 for _ in iter(int, 1))\ndef rule(event): return list(g())\n"
        ),
        HostileRule(
            "sums an endless expression",
            "BudgetExceeded",
            "def g(): return (1 for _ in iter(int, 1))\ndef rule(event): return sum(g())\n"
        ),
        HostileRule(
            "asks any of an endless expression",
            "BudgetExceeded",
            "def g(): return (0 for _ in iter(int, 1))\ndef rule(event): return any(g())\n"
        ),
        HostileRule(
            "zips endless expressions",
            "BudgetExceeded",
            "def g(): return (1 for _ in iter(int, 1))\ndef rule(event):\n    for a in zip(g(), g()): pass\n"
        ),
        HostileRule(
            "joins an endless expression",
            "BudgetExceeded",
            "def g(): return ('a' for _ in iter(int, 1))\ndef rule(event): return ''.join(g())\n"
        ),
        HostileRule(
            "searches an endless iterator",
            "BudgetExceeded",
            "class A:\n    def __iter__(self): return self\n    def __next__(self): return 1\ndef rule(event): return 2 in A()\n"
        ),
        HostileRule(
            "goes through an endless sequence",
            "BudgetExceeded",
            "class A:\n    def __getitem__(self, n): return n\ndef rule(event): return max(A())\n"
        ),
        HostileRule(
            "unpacks an endless iterator",
            "BudgetExceeded",
            "def g(): return (1 for _ in iter(int, 1))\ndef rule(event):\n    a, *b = g()\n"
        ),
        HostileRule(
            "calls with endless arguments",
            "BudgetExceeded",
            "def g(): return (1 for _ in iter(int, 1))\ndef rule(event): return max(*g())\n"
        ),
        HostileRule(
            "counts on",
            "BudgetExceeded",
            "import itertools\ndef rule(event):\n    return sum(itertools.count())\n"
        ),
        HostileRule(
            "cycles on",
            "BudgetExceeded",
            "import itertools\ndef rule(event):\n    for a in itertools.cycle([1]): pass\n"
        ),
        HostileRule(
            "filters for nothing",
            "BudgetExceeded",
            "import itertools\ndef rule(event):\n    return next(filter(None, itertools.repeat(0)))\n"
        ),
        HostileRule(
            "drops for ever",
            "BudgetExceeded",
            "import itertools\ndef rule(event):\n    return next(itertools.dropwhile(bool, itertools.repeat(1)))\n"
        ),
        HostileRule(
            "skips for ever",
            "BudgetExceeded",
            "import itertools\ndef rule(event):\n    return next(itertools.islice(itertools.repeat(0), 10 ** 12, None))\n"
        ),
        HostileRule(
            "backtracks exponentially",
            "BudgetExceeded",
            "import re\ndef rule(event):\n    return re.match('(a+)+$', 'a' * 60 + 'b')\n"
        ),
        HostileRule(
            "backtracks with a reference",
            "None",
            "import re\ndef rule(event):\n    return re.match('(.*)(.*)(.*)(.*)(.*)\\\\1x', 'a' * 300)\n"
        ),
        HostileRule(
            "compares long texts",
            "BudgetExceeded",
            "def rule(event):\n    a = 'a' * 4000000\n    b = 'a' * 3999999 + 'b'\n    while True: a == b\n"
        ),
        HostileRule(
            "hashes long texts",
            "BudgetExceeded",
            "def rule(event):\n    a = 'a' * 4000000\n    while True: a in {1: 2}\n"
        ),
        HostileRule(
            "measures long texts",
            "BudgetExceeded",
            "def rule(event):\n    a = 'é' * 2000000\n    while True: len(a)\n"
        ),
        HostileRule(
            "indexes long texts",
            "BudgetExceeded",
            "def rule(event):\n    a = 'é' * 2000000\n    while True: a[-1]\n"
        ),
        HostileRule(
            "searches long tuples",
            "BudgetExceeded",
            "def rule(event):\n    a = ('a',) * 500000\n    while True: 'b' in a\n"
        ),
        HostileRule(
            "deletes from the front",
            "BudgetExceeded",
            "def rule(event):\n    a = [1] * 500000\n    while True:\n        del a[0]\n        a.append(1)\n"
        ),
        HostileRule(
            "inserts at the front",
            "BudgetExceeded",
            "def rule(event):\n    a = [1] * 500000\n    while True:\n        a[0:0] = [1]\n        a.pop()\n"
        ),
        HostileRule(
            "lets ints collide",
            "10000",
            "def rule(event):\n    return len({n << 61: n for n in range(10000)})\n"
        ),
        HostileRule(
            "lets instances collide",
            "BudgetExceeded",
            "class A:\n    def __hash__(self): return 1\n    def __eq__(self, other): return self is other\ndef rule(event): return len({A() for _ in range(20000)})\n"
        ),
        HostileRule(
            "lets instances collide that are not compared",
            "BudgetExceeded",
            "class A:\n    def __hash__(self): return 1\ndef rule(event): return len({A() for _ in range(20000)})\n"
        ),
        HostileRule(
            "lets keys of a dictionary collide",
            "BudgetExceeded",
            "class A:\n    def __hash__(self): return 1\ndef rule(event): return len({A(): n for n in range(20000)})\n"
        ),
        HostileRule(
            "lets multiples of the modulus of hashes collide",
            "BudgetExceeded",
            "def rule(event):\n    return len({n * (2 ** 61 - 1) for n in range(20000)})\n"
        ),
        HostileRule(
            "lets attributes collide",
            "TypeError",
            """
            class A:
                def __init__(self, n): self.n = n
                def __hash__(self): return hash('x')
                def __eq__(self, other): return False
            class Box: pass
            def rule(event):
                box = Box()
                for n in range(20000): box.__dict__[A(n)] = n
                while True: box.x
            """
        ),
        HostileRule(
            "takes from the end of a long queue",
            "BudgetExceeded",
            "import collections\ndef rule(event):\n    q = collections.deque(range(200000))\n    while True:\n        q.append(q.pop())\n"
        ),
        HostileRule(
            "deletes from the front of a long queue",
            "BudgetExceeded",
            "import collections\ndef rule(event):\n    q = collections.deque(range(200000))\n    while True:\n        del q[0]\n        q.append(1)\n"
        ),
        HostileRule(
            "searches a long queue",
            "BudgetExceeded",
            "import collections\ndef rule(event):\n    q = collections.deque(range(200000))\n    while True: 0 in q\n"
        ),
        HostileRule(
            "reverses a long queue",
            "BudgetExceeded",
            "import collections\ndef rule(event):\n    q = collections.deque(range(200000))\n    while True: q.reverse()\n"
        ),
        HostileRule("sleeps", "BudgetExceeded", "import time\ndef rule(event):\n    while True: time.time()\n"),
        HostileRule(
            "raises on",
            "BudgetExceeded",
            "def rule(event):\n    while True:\n        try:\n            raise ValueError(1)\n        except ValueError:\n            pass\n"
        ),
        HostileRule(
            "multiplies matrices of texts",
            "BudgetExceeded",
            "def rule(event):\n    text = 'a' * 100000\n    while True: text.count('aa')\n"
        ),
        HostileRule(
            "searches for what almost matches",
            "BudgetExceeded",
            "def rule(event):\n    text = 'a' * 1000000\n    needle = 'a' * 500000 + 'b'\n    while True: needle in text\n"
        ),
    ]
}
