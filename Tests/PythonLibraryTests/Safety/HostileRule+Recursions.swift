extension HostileRule {
    /// Nesting without end, by calls and by data.
    static let recursions: [HostileRule] = [
        HostileRule("calls itself", "RecursionError", "def rule(event):\n    return rule(event)\n"),
        HostileRule(
            "calls each other",
            "RecursionError",
            "def a(n): return b(n)\ndef b(n): return a(n)\ndef rule(event): return a(1)\n"
        ),
        HostileRule(
            "recurses and catches",
            "BudgetExceeded",
            "def rule(event):\n    try:\n        rule(event)\n    except RecursionError:\n        rule(event)\n"
        ),
        HostileRule(
            "recurses in __eq__",
            "RecursionError",
            "class A:\n    def __eq__(self, other): return self == other\ndef rule(event): return A() == A()\n"
        ),
        HostileRule(
            "recurses in __repr__",
            "RecursionError",
            "class A:\n    def __repr__(self): return repr(self)\ndef rule(event): return repr(A())\n"
        ),
        HostileRule(
            "recurses in __str__ by formatting",
            "RecursionError",
            "class A:\n    def __str__(self): return f'{self}'\ndef rule(event): return str(A())\n"
        ),
        HostileRule(
            "recurses in __getattr__",
            "RecursionError",
            "class A:\n    def __getattr__(self, name): return getattr(self, name + 'x')\ndef rule(event): return A().b\n"
        ),
        HostileRule(
            "recurses in __hash__",
            "RecursionError",
            "class A:\n    def __hash__(self): return hash(self)\ndef rule(event): return {A()}\n"
        ),
        HostileRule(
            "recurses in __bool__",
            "RecursionError",
            "class A:\n    def __bool__(self): return not self\ndef rule(event): return bool(A())\n"
        ),
        HostileRule(
            "recurses in __call__",
            "RecursionError",
            "class A:\n    def __call__(self): return self()\ndef rule(event): return A()()\n"
        ),
        HostileRule(
            "recurses in __init__",
            "RecursionError",
            "class A:\n    def __init__(self): A()\ndef rule(event): return A()\n"
        ),
        HostileRule(
            "recurses in a key of sorted",
            "RecursionError",
            "def key(n): return sorted([1, 2], key=key)\ndef rule(event): return sorted([2, 1], key=key)\n"
        ),
        HostileRule(
            "recurses in a generator",
            "RecursionError",
            "def walk(n): return sum(walk(n + 1) for _ in [1])\ndef rule(event): return walk(0)\n"
        ),
        HostileRule(
            "recurses in a property",
            "RecursionError",
            "class A:\n    @property\n    def b(self): return self.b\ndef rule(event): return A().b\n"
        ),
        HostileRule(
            "recurses in map",
            "RecursionError",
            "def f(n): return list(map(f, [n]))\ndef rule(event): return f(1)\n"
        ),
        HostileRule(
            "compares lists that contain themselves",
            "RecursionError",
            "def rule(event):\n    a = []\n    b = []\n    a.append(b)\n    b.append(a)\n    return a == b\n"
        ),
        HostileRule(
            "shows a list that contains itself",
            "'[[...]]'",
            "def rule(event):\n    a = []\n    a.append(a)\n    return repr(a)\n"
        ),
        HostileRule(
            "nests lists deep and shows them",
            "RecursionError",
            "def rule(event):\n    a = []\n    for _ in range(20000): a = [a]\n    return repr(a)\n"
        ),
        HostileRule(
            "nests lists deep and compares them",
            "RecursionError",
            "def nest():\n    a = []\n    for _ in range(20000): a = [a]\n    return a\ndef rule(event): return nest() == nest()\n"
        ),
        HostileRule(
            "nests tuples deep and hashes them",
            "RecursionError",
            "def rule(event):\n    a = ()\n    for _ in range(20000): a = (a,)\n    return hash(a)\n"
        ),
        HostileRule(
            "nests tuples wide and hashes them",
            "BudgetExceeded",
            "def rule(event):\n    a = ()\n    for _ in range(100): a = (a, a)\n    return hash(a)\n"
        ),
        HostileRule(
            "nests lists wide and shows them",
            "BudgetExceeded",
            "def rule(event):\n    a = []\n    for _ in range(100): a = [a, a]\n    return len(repr(a))\n"
        ),
        HostileRule(
            "nests tuples wide and compares them",
            "BudgetExceeded",
            "def nest():\n    a = ()\n    for _ in range(100): a = (a, a)\n    return a\ndef rule(event): return nest() == nest()\n"
        ),
        HostileRule(
            "nests lists wide and copies them",
            "True",
            "import copy\ndef rule(event):\n    a = []\n    for _ in range(60): a = [a, a]\n    b = copy.deepcopy(a)\n    return b[0] is b[1]\n"
        ),
        HostileRule(
            "nests lists wide and dumps them",
            "BudgetExceeded",
            "import json\ndef rule(event):\n    a = []\n    for _ in range(60): a = [a, a]\n    return len(json.dumps(a))\n"
        ),
        HostileRule(
            "nests slices deep and shows them",
            "RecursionError",
            "def rule(event):\n    a = None\n    for _ in range(20000): a = slice(a)\n    return repr(a)\n"
        ),
        HostileRule(
            "nests slices deep and compares them",
            "BudgetExceeded",
            "def nest():\n    a = None\n    for _ in range(20000): a = slice(a)\n    return a\ndef rule(event): return nest() == nest()\n"
        ),
        HostileRule(
            "nests exceptions deep and shows them",
            "RecursionError",
            "def rule(event):\n    a = None\n    for _ in range(20000): a = ValueError(a)\n    return str(a)\n"
        ),
        HostileRule(
            "raises exceptions that are nested deep",
            "ValueError",
            "def rule(event):\n    a = None\n    for _ in range(20000): a = ValueError(a)\n    raise a\n"
        ),
        HostileRule(
            "nests iterators deep",
            "RecursionError",
            "def rule(event):\n    a = iter([1])\n    for _ in range(20000): a = map(str, a)\n    return next(a)\n"
        ),
        HostileRule(
            "nests enumerations deep",
            "RecursionError",
            "def rule(event):\n    a = iter([1])\n    for _ in range(20000): a = enumerate(a)\n    return next(a)\n"
        ),
        HostileRule(
            "nests static methods deep",
            "RecursionError",
            "def rule(event):\n    a = len\n    for _ in range(20000): a = staticmethod(a)\n    return a('x')\n"
        ),
        HostileRule(
            "nests partial functions deep",
            "1",
            "import functools\ndef rule(event):\n    a = len\n    for _ in range(2000): a = functools.partial(a)\n    return a('x')\n"
        ),
        HostileRule(
            "asks for nested classes",
            "RecursionError",
            "def rule(event):\n    a = (str,)\n    for _ in range(20000): a = (a,)\n    return isinstance(1, a)\n"
        ),
        HostileRule(
            "catches nested classes",
            "RecursionError",
            "def rule(event):\n    a = (ValueError,)\n    for _ in range(20000): a = (a,)\n    try:\n        raise KeyError\n    except a:\n        return 1\n"
        ),
        HostileRule(
            "derives classes deep",
            "BudgetExceeded",
            "def rule(event):\n    class A: pass\n    while True:\n        class B(A): pass\n        A = B\n"
        ),
        HostileRule(
            "reads deep JSON",
            "RecursionError",
            "import json\ndef rule(event):\n    return json.loads('[' * 100000)\n"
        ),
        HostileRule(
            "writes deep JSON",
            "RecursionError",
            "import json\ndef rule(event):\n    a = []\n    for _ in range(20000): a = [a]\n    return json.dumps(a)\n"
        ),
        HostileRule(
            "writes JSON of what contains itself",
            "ValueError",
            "import json\ndef rule(event):\n    a = []\n    a.append(a)\n    return json.dumps(a)\n"
        ),
        HostileRule(
            "copies deep lists",
            "RecursionError",
            "import copy\ndef rule(event):\n    a = []\n    for _ in range(20000): a = [a]\n    copy.deepcopy(a)\n    return 1\n"
        ),
    ]
}
