extension InvalidSnippets {
    /// Refused by the symbol table or the compiler.
    static let scopes: [String] = [
        "return",
        "class A: return",
        """
        def f():
            class A:
                return
        """,
        "x = yield a",
        "yield from a",
        "class A: yield",
        "[(yield) for x in y]",
        "def f(): ((yield) for x in y)",
        "def f(): {x: (yield from z) for x in y}",
        "await a",
        "def f(): await a",
        "async def f(): lambda: await a",
        """
        async def f():
            def g(): await a
        """,
        "async for x in y: pass",
        """
        def f():
            async with a: pass
        """,
        "[x async for x in y]",
        "def f(): {x: y async for x, y in z}",
        "class A: [await x for x in y]",
        "async def f(): yield from a",
        """
        async def f():
            yield
            return 1
        """,
        """
        async def f():
            return 1
            yield
        """,
        "break",
        "if a: continue",
        """
        for x in y:
            def f(): break
        """,
        """
        while a:
            class A: continue
        """,
        """
        for x in y: pass
        else: break
        """,
        """
        for x in y:
            try: pass
            except* A: break
        """,
        """
        for x in y:
            try: pass
            except* A:
                if b: continue
        """,
        """
        def f():
            try: pass
            except* A:
                for x in y: return 1
        """,
        "nonlocal a",
        "def f(): nonlocal a",
        "class A: nonlocal b",
        """
        def f():
            class A:
                b = 1
                def g(self): nonlocal b
        """,
        """
        a = 1
        def f():
            def g(): nonlocal a
        """,
        """
        def f():
            global a
            def g(): nonlocal a
        """,
        """
        def f():
            global a
            nonlocal a
        """,
        "def f(a): global a",
        """
        def f(*a):
            nonlocal a
        """,
        """
        def f():
            a = 1
            global a
        """,
        """
        def f():
            print(a)
            global a
        """,
        """
        def f():
            for a in b: pass
            global a
        """,
        """
        def f():
            a: int
            global a
        """,
        """
        def f():
            global a
            a: int
        """,
        """
        def f():
            a = 1
            def g():
                nonlocal a
                a: int
        """,
        """
        a = 1
        global a
        """,
        """
        def f():
            with b as a: pass
            global a
        """,
        """
        def f():
            try: pass
            except A as a: pass
            global a
        """,
        """
        def f():
            def a(): pass
            global a
        """,
        """
        def f():
            class a: pass
            global a
        """,
        """
        def f():
            del a
            global a
        """,
        "[x := 1 for x in y]",
        "[(x := 1) for x in y]",
        "[a for a in (b := c)]",
        "[a for a in b for c in (d := e)]",
        "[a for a in [b for b in (c := d)]]",
        "[[(x := 1) for y in z] for x in w]",
        "[x for x in y if (x := 1)]",
        "class A: [(x := 1) for y in z]",
        "{x: y for x, y in z if (y := 1)}",
        """
        def f():
            from a import *
        """,
        """
        class A:
            from a import *
        """,
        """
        import a
        from __future__ import annotations
        """,
        "from __future__ import nothing",
        "from __future__ import braces",
        "from __future__ import *",
        """
        "a"
        "b"
        from __future__ import annotations
        """,
        """
        def f():
            from __future__ import annotations
        """,
        "x = 1; from __future__ import division",
    ]
}
