extension HostileRule {
    /// Containers that change while the machine looks at them.
    static let mutations: [HostileRule] = [
        HostileRule(
            "grows a dictionary under a store",
            "(True, 'new')",
            """
            class A:
                def __init__(self, name): self.name = name
                def __hash__(self): return -7
                def __eq__(self, other):
                    if len(table) < 40:
                        for n in range(40): table[n] = n
                    return self.name == other.name
            table = {}
            def rule(event):
                table[A('a')] = 'old'
                table[A('a')] = 'new'
                return len(table) == 41, table[A('a')]
            """
        ),
        HostileRule(
            "changes a dictionary under every comparison",
            "BudgetExceeded",
            """
            class A:
                def __hash__(self): return -7
                def __eq__(self, other):
                    table[len(table)] = 1
                    return False
            table = {}
            def rule(event):
                table[A()] = 1
                while True: table[A()] = 1
            """
        ),
        HostileRule(
            "appends to a list that is iterated",
            "BudgetExceeded",
            "def rule(event):\n    a = [1]\n    for x in a: a.append(x)\n"
        ),
        HostileRule(
            "empties a list that is iterated",
            "[1]",
            "def rule(event):\n    a = [1, 2, 3]\n    seen = []\n    for x in a:\n        seen.append(x)\n        a.clear()\n    return seen\n"
        ),
        HostileRule(
            "changes a dictionary that is iterated",
            "RuntimeError",
            "def rule(event):\n    a = {1: 1}\n    for x in a: a[x + 1] = 1\n"
        ),
        HostileRule(
            "changes a set that is iterated",
            "RuntimeError",
            "def rule(event):\n    a = {1}\n    for x in a: a.add(x + 1)\n"
        ),
        HostileRule(
            "changes a list in the key of its sort",
            "ValueError",
            "def rule(event):\n    a = [3, 1, 2]\n    a.sort(key=lambda x: a.append(x) or x)\n"
        ),
        HostileRule(
            "sorts without consistency",
            "[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]",
            """
            class A:
                count = 0
                def __init__(self, n): self.n = n
                def __lt__(self, other):
                    A.count += 1
                    return A.count % 3 == 0
            def rule(event):
                return sorted(a.n for a in sorted(A(n) for n in range(10)))
            """
        ),
        HostileRule(
            "changes a list in __index__ of a slice",
            "[]",
            """
            class A:
                def __init__(self, items): self.items = items
                def __index__(self):
                    self.items.clear()
                    return 100
            def rule(event):
                items = [1] * 200
                return items[0:A(items)]
            """
        ),
        HostileRule(
            "changes a list in __index__ of an index",
            "IndexError",
            """
            class A:
                def __init__(self, items): self.items = items
                def __index__(self):
                    self.items.clear()
                    return 100
            def rule(event):
                items = [1] * 200
                items[A(items)] = 2
            """
        ),
        HostileRule(
            "changes a list while a slice of it is set",
            "[0, 0]",
            """
            class Values:
                def __init__(self, items): self.items, self.left = items, 3
                def __iter__(self): return self
                def __next__(self):
                    self.items.clear()
                    self.left -= 1
                    if not self.left: raise StopIteration
                    return 0
            def rule(event):
                items = [1] * 200
                items[100:150] = Values(items)
                return items
            """
        ),
        HostileRule(
            "changes a list in __eq__ of its elements",
            "False",
            """
            class A:
                def __init__(self, items): self.items = items
                def __eq__(self, other):
                    self.items.clear()
                    return False
            def rule(event):
                items = []
                items.extend([A(items)] * 100)
                return 1 in items
            """
        ),
        HostileRule(
            "changes a list while it is joined",
            "'aba'",
            """
            def rule(event):
                items = ['a', 'b']
                return ''.join(items.append(x) or x if len(items) < 3 else x for x in items)
            """
        ),
        HostileRule(
            "changes a list in its repr",
            "RecursionError",
            """
            class A:
                def __repr__(self):
                    items.append(self)
                    return repr(items)
            items = []
            def rule(event):
                items.append(A())
                return repr(items)
            """
        ),
        HostileRule(
            "resumes a generator from within",
            "ValueError",
            """
            box = []
            def rule(event):
                box.clear()
                box.append(next(box[0]) for _ in [1])
                return next(box[0])
            """
        ),
        HostileRule("changes the event", "TypeError", "def rule(event):\n    event['a'] = 1\n"),
        HostileRule("deletes from the event", "TypeError", "def rule(event):\n    del event['name']\n"),
        HostileRule("updates the event", "AttributeError", "def rule(event):\n    event.update({})\n"),
        HostileRule(
            "defines __del__",
            "True",
            "class A:\n    def __del__(self):\n        while True: pass\ndef rule(event):\n    A()\n    return True\n"
        ),
        HostileRule(
            "returns a cyclic list",
            "[[...]]",
            "def rule(event):\n    a = []\n    a.append(a)\n    return a\n"
        ),
        HostileRule(
            "makes a class for each event",
            "1",
            "def rule(event):\n    class A:\n        b = 1\n    return A().b\n"
        ),
    ]
}
