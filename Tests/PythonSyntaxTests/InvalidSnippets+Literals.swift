extension InvalidSnippets {
    /// Refused for literals, displays, patterns and names.
    static let literals: [String] = [
        "“a”",
        "a = 'b",
        """
        a = "b
        c
        """,
        "'''a",
        "'\\x4'",
        "'\\u123'",
        "'\\U00110000'",
        "'\\N{no such name}'",
        "'\\N'",
        "b'é'",
        "b'\\x4'",
        "'a' b'b'",
        "f'a' b'b'",
        "f'{'",
        "f'}'",
        "f'{}'",
        "f'{ }'",
        "f'{a'",
        "f'{a!x}'",
        "f'{a!}'",
        "f'{a!r'",
        "f'{a:{b:{c}}}'",
        "f'{a b}'",
        "f'{a;b}'",
        "f'{a=b}'",
        "f'{lambda x: 1}'",
        "f'{a[\"b\\n\"]}'",
        "f'{#}'",
        "f'{a)}'",
        "f'{(a]}'",
        "f'{*a}'",
        "f'{a:{}}'",
        "f'{a $ b}'",
        "f'{'a'}'",
        "01",
        "1__0",
        "1_",
        "0x",
        "0xg",
        "0o8",
        "0b2",
        "0b12",
        "1a",
        "1e",
        "1e+",
        "1.2.3",
        "1_.0",
        "1._0",
        "0x1g",
        "1jx",
        "0_7",
        "é€ = 1",
        "a\\ b",
        "a\\",
        "{a: b, c}",
        "{a, b: c}",
        "{a:}",
        "{**a for a in b}",
        "{*a for a in b}",
        "[*a for a in b]",
        "(*a for a in b)",
        "{a: *b}",
        "{*a: b}",
        "[x for x in]",
        "[x for x in y, z]",
        "[x for x in a if b else c]",
        "x[]",
        "a.1",
        "a..b",
        "x = yield = 1",
        """
        match a:
            pass
        """,
        """
        match a:
        case 1: pass
        """,
        """
        match a:
            case 1 + 1: pass
        """,
        """
        match a:
            case -x: pass
        """,
        """
        match a:
            case x: pass
            case 1: pass
        """,
        """
        match a:
            case x | 1: pass
        """,
        """
        match a:
            case (1, y) | (x, z): pass
        """,
        """
        match a:
            case (x, x): pass
        """,
        """
        match a:
            case [*x, *y]: pass
        """,
        """
        match a:
            case *x: pass
        """,
        """
        match a:
            case {1: x, 1: y}: pass
        """,
        """
        match a:
            case {x: 1}: pass
        """,
        """
        match a:
            case {**r, 1: 2}: pass
        """,
        """
        match a:
            case {**_}: pass
        """,
        """
        match a:
            case A(x=1, x=2): pass
        """,
        """
        match a:
            case A(x=1, y): pass
        """,
        """
        match a:
            case f"a": pass
        """,
        """
        match a:
            case 1 as _: pass
        """,
        """
        match a:
            case 1 as x.y: pass
        """,
        """
        match a:
            case 1j + 1j: pass
        """,
        """
        match a:
            case +1: pass
        """,
        """
        match a:
            case {"a": x, **x}: pass
        """,
        """
        match *a:
            case 1: pass
        """,
        "a; ; b",
        "; a",
        "x = class",
        "True = 1",
        "import None",
        "a.None",
        "(a for a in b) = c",
        "{} = a",
        "f\"{a}\" = b",
        "a < b = c",
        "a if b else c = d",
        "await a = b",
        "__debug__ = 1",
        "def f(__debug__): pass",
        "f(__debug__=1)",
        "a.__debug__ = 1",
        "import __debug__",
        "del __debug__",
        "(__debug__ := 1)",
        "def __debug__(): pass",
        "if a:\n        b\n\tc",
        "if a:\n\tb\n        c",
    ]
}
