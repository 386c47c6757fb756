/// Rows of ``DifferentialTests`` that CPython refuses.
enum InvalidSnippets {
    /// Refused by the grammar, or for their targets.
    static let grammar: [String] = [
        "a b",
        "a +",
        "(",
        ")",
        "(a]",
        """
        [a
        b = 1
        """,
        "f(a b)",
        "f(a, b=1, c)",
        "f(**a, b)",
        "f(**a, *b)",
        "f(a=1, a=2)",
        "f(a.b=1)",
        "f(True=1)",
        "f(x for x in y, 1)",
        "f(1, x for x in y)",
        "f(x for x in y,)",
        "f(a=)",
        "f(a=x for x in y)",
        "class A(x for x in y): pass",
        "1 = a",
        "f() = 1",
        "a + b = c",
        "None = 1",
        "(a, 1) = b",
        "[a, f()] = b",
        "a, b += 1",
        "f() += 1",
        "*a = b",
        "*a, *b = c",
        "(*a) = b",
        "*a",
        "a = *b",
        "del f()",
        "del *a",
        "del (a, 1)",
        "del",
        "a: int: str",
        "a, b: int",
        "f(): int",
        "(a, b): int = c",
        "a: int = b = c",
        "a := 1",
        "(a.b := 1)",
        "f(a=b:=1)",
        "(a := b := c)",
        "x = y := 1",
        "{a: b := 1}",
        "{a := 1: b}",
        "x[a:=1:2]",
        "if a = 1: pass",
        """
        if a
            b
        """,
        """
        if a:
        b
        """,
        "if a:",
        "else: pass",
        """
        if a: pass
        else if b: pass
        """,
        "  a",
        """
        a
          b
        """,
        """
        if a:
            b
          c
        """,
        "for x y: pass",
        "for 1 in x: pass",
        "for x in *a: pass",
        "with a as 1: pass",
        "with (a as b, c as d) as e: pass",
        "try: pass",
        """
        try:
            pass
        else:
            pass
        """,
        """
        try: pass
        except: pass
        except A: pass
        """,
        """
        try: pass
        except A: pass
        except* B: pass
        """,
        """
        try: pass
        except*: pass
        """,
        """
        try: pass
        except A, B: pass
        """,
        """
        try: pass
        finally: pass
        except: pass
        """,
        "raise a, b",
        "print \"a\"",
        "exec \"a\"",
        "import a.",
        "from a import b,",
        "from a import (b c)",
        "from a import ()",
        "from import a",
        "import a as b.c",
        "def f: pass",
        "def f(a, a): pass",
        "def f(a=1, b): pass",
        "def f(*): pass",
        "def f(*, **k): pass",
        "def f(*a, *b): pass",
        "def f(**k, a): pass",
        "def f(/): pass",
        "def f(a, /, b, /): pass",
        "def f(*a, /): pass",
        "def f(*a=1): pass",
        "def f(**a=1): pass",
        "def f((a, b)): pass",
        "def f(a=): pass",
        """
        def f():
        pass
        """,
        "lambda a, a: 0",
        "lambda a=1, b: 0",
        "lambda *: 0",
        "lambda",
        """
        class A
            pass
        """,
        """
        @a
        x = 1
        """,
        "async x",
        "async with a: pass",
        "global a.b",
        "x = 1 if 2",
        "not",
        "a not b",
        "a <> b",
        "a === b",
        "a && b",
        "a || b",
        "!a",
        "a++",
        "a ? b : c",
        "`a`",
    ]
}
