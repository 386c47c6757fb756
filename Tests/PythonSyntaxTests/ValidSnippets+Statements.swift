extension ValidSnippets {
    /// Statements and patterns.
    static let statements: [String] = [
        "a; b;",
        "a = b = c",
        "(a, b), [c, *d] = e",
        "*a, = b",
        "() = a",
        "[] = a",
        "a.b = c[d] = e[f:g] = (h) = i",
        """
        def f():
            a = yield
            b = yield a
            c = yield from a
            x = y = yield a, b
            yield a, *b
            a += yield
            (yield a, b)
            f((yield))
            a: int = yield
            return (yield)
        """,
        "a += 1; a -= 1; a *= 1; a /= 1; a //= 1; a %= 1; a @= 1; a **= 1; a <<= 1; a >>= 1; a &= 1; a |= 1; a ^= 1",
        "a[b] += *c, d",
        "(a) += 1",
        "a: int",
        "(a): int = 1",
        "a.b: int",
        "a[b]: int = c, *d",
        "del a, b.c, d[e], (f, g), [h], (i)",
        "del (a,)",
        "del a,",
        "del ()",
        "assert a, b",
        "assert (a, b)",
        "import a.b.c as d, e",
        "from . import a",
        "from .. import a as b, c",
        "from ...a.b import (c, d as e,)",
        "from .... import a",
        "from a import *",
        """
        "doc"
        from __future__ import division, print_function
        from __future__ import annotations
        import x
        """,
        """
        def f(a):
            def g():
                def h():
                    nonlocal a
                a = 1
        """,
        """
        def f():
            def g():
                nonlocal a
                def h():
                    nonlocal a
            a = 1
        """,
        """
        def f():
            class A:
                nonlocal b
                b = 1
            b = 2
        """,
        """
        class A:
            def f(self):
                nonlocal __class__
                __class__ = 1
        """,
        """
        def f():
            return a, *b
        """,
        "raise a from b",
        """
        if a:
            b
        elif c:
            d
        elif e: f
        else:
            g
        """,
        """
        if a:
            b
        else:
            if c:
                d
            else:
                e
        """,
        "if a: b; c",
        "if a := b: pass",
        """
        while a:
            break
        else:
            pass
        """,
        "for a, in b: pass",
        """
        for *a, b in c, d: continue
        else: pass
        """,
        "for a[0], (b, [c]) in d: pass",
        "for x in *a, b: pass",
        "for x in lambda: y: pass",
        "with a as b, c as d: pass",
        "with a as (b, c): pass",
        "with a as b.c, d as e[0]: pass",
        "with (a, b): pass",
        "with (a as b, c as d,): pass",
        "with (a,): pass",
        "with (a) as b: pass",
        "with (a, b) as c: pass",
        "with (a), (b): pass",
        "with (a).b, c: pass",
        "with (a := b): pass",
        "with (a := b, c): pass",
        "with (x for x in y): pass",
        "with (*a, b): pass",
        "with (): pass",
        "with (a, b), c: pass",
        """
        with (
            a as b,
            c as [d, *e]
        ):
            pass
        """,
        """
        try:
            a
        except A:
            b
        except (B, C) as d:
            e
        except:
            f
        else:
            g
        finally:
            h
        """,
        """
        try: a
        finally: b
        """,
        """
        try:
            a
        except* A:
            b
        except *(B, C) as d:
            while e:
                break
        """,
        "def f(a, b=1, /, c=2, *d, e, f=3, **g) -> h: pass",
        "def f(a: int, b: str = \"x\", *c: int, d: int = 1, **e: str): pass",
        "def f(*a: *b): pass",
        "def f(a, /, *, b,): pass",
        "def f(*a, b,): pass",
        "def f(**a,): pass",
        """
        def f():
            "doc"
            return 1
        """,
        """
        @a
        @b.c(d)
        @(e := f)
        @x[0]
        def g(): pass
        """,
        """
        @a
        async def f(): pass
        """,
        "class A(): pass",
        """
        @a
        class A(B, *C, metaclass=D, **E):
            "doc"
            x: int = 1
            def f(self): pass
        """,
        """
        async def f():
            await a
            async for b in c: pass
            else: pass
            async with d as e, g: pass
            async with (d as e, g): pass
            [x async for x in y]
            {x: y async for x, y in z if await w}
            await a ** await b
            -await c
            yield
            return
        """,
        """
        async def f():
            return [[x async for x in y] for z in w], (x async for x in y), [await x for x in y]
        """,
        """
        match a:
            case 1 | -2 | 3.5 | -1.5j | 1 + 2j | -1 - 2j | "a" "b" | b"c" | None | True | False:
                pass
            case x:
                pass
        """,
        """
        match a, b:
            case x, y: pass
            case [x, *_]: pass
            case (x, *rest, y): pass
            case x,: pass
            case *x, y: pass
            case []: pass
            case (): pass
            case (1): pass
            case _: pass
        """,
        """
        match *a, b:
            case {}: pass
            case {"x": y, 1: 2, -1: z, A.b: c, None: d, **rest}: pass
            case {"x": 1,}: pass
            case {**rest}: pass
        """,
        """
        match (a):
            case A(): pass
            case A.b.c(x, y=1, z=[p, q],): pass
            case A.b: pass
            case (A(x) | B(x)) as y if x > y: pass
            case {"a": [1, {"b": x}]}: pass
            case _ as z: pass
        """,
        """
        match -a:
            case [1, 2] | [3, *_]: pass
        """,
        """
        match a := b:
            case 1: pass
        """,
        """
        match match:
            case case: pass
        """,
        """
        match {1: 2}:
            case _: pass
        """,
        """
        match not a:
            case _: pass
        """,
        "match = 1; case = 2",
        "match[a] = 1",
        "match[a]: int = 1",
        "match(a, b)",
        "match += 1",
        "print(match if match else case)",
        """
        class A:
            def f(self):
                for x in y:
                    if x:
                        continue
                    else:
                        break
                return super().f
        """,
        """
        while 1:
            try: pass
            finally: continue
        """,
        "x = lambda: (yield)",
        """
        def f():
            [x for x in (yield)]
        """,
        """
        class A:
            [x for x in y if (lambda: (z := 1))]
        """,
        """
        try: pass
        except A as a: pass
        except B as a: pass
        """,
        """
        if 1:
            pass
        # comment
            pass
         # comment
        else:
          pass
        """,
        """
        def f(
            a,
            # comment
            b,
        ): return (a
                   , b)
        """,
        "if a and \\\n   b:\n    c",
        "for x in range(10): print(x); y = x",
        """
        if x:
            pass;
        """,
        "a = b if c else d,",
        """
        def f():
            global a, b
            a = b = 1
        """,
    ]
}
