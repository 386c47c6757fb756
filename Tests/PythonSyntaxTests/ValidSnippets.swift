/// Rows of ``DifferentialTests`` that CPython accepts, each an edge of one production.
enum ValidSnippets {
    /// Operators, displays, calls, literals, f-strings.
    static let expressions: [String] = [
        "a or b or c and d and not e",
        "not not a",
        "a if b else c if d else e",
        "(a if b else c) if d else lambda: x if y else z",
        "lambda a, /, b, *c, d, e=1, **f: (a, b)",
        "lambda *, a: a",
        "lambda *a, **k: lambda: 0",
        "(x := 1)",
        "[y := f(x), y**2]",
        "f(x := 1, k=(z := 2))",
        "{(a := 1): 2}",
        "{a := 1, b}",
        "x[a := 1]",
        "x[(a:=1):b]",
        "a < b <= c != d == e > f >= g is h is not i in j not in k",
        "a | b ^ c & d << e >> f + g - h * i / j // k % l @ m",
        "a + b + c - d",
        "-a ** -b ** ~c",
        "- + ~ not_",
        "2 ** 3 ** 4",
        "(-2) ** 2",
        "a.b.c(d)[e].f()()",
        "f(**a, **b, k=1)",
        "f(x for x in y)",
        "f((x for x in y), 1)",
        "f(*a, *b)",
        "f(a if b else c, *d or e, **f or g)",
        "f(a,)",
        "a[1:2], a[1:2:3], a[:], a[::], a[::1], a[1::], a[:2:]",
        "a[:, 1]",
        "a[1:2, ::3, ...]",
        "a[*b]",
        "a[*b, c]",
        "a[b,]",
        "a[()]",
        "a[lambda: 0]",
        "(), (a,), (a), ((a)), (a, b,), (*a,), (*a, *b, c)",
        "*a, b",
        "a,",
        "[], [a], [a, *b, c,]",
        "{}, {a: b}, {a: b, **c, d: e,}, {**a}, {a}, {a, *b,}, {*a}",
        "[x for x in y if z if w for q in x]",
        "{x: y for x, y in z}",
        "(x for x, in y)",
        "(x for (x, *y) in z for a.b in c for d[0] in e)",
        "[x for x in a or b]",
        "[lambda: x for x in y]",
        "[x if x else y for x in z]",
        "None, True, False, ...",
        "\"a\" \"b\"",
        "b\"a\" b'b'",
        "f\"a{b}c\"",
        "f\"\"",
        "f\"a\" \"b\"",
        "\"a\" f\"{b}\" \"c\"",
        "u\"a\" f\"{b}\" \"c\"",
        "u\"a\" \"b\"",
        "U\"a\"",
        "f\"{a!r}{b!s}{c!a}\"",
        "f\"{a:>10}\"",
        "f\"{a:{b}}\"",
        "f\"{a:{b}.{c!r}}\"",
        "f\"{a:}\"",
        "f\"{a!r:^{width}.{precision}}\"",
        "f\"{a=}\"",
        "f\"{ a = }\"",
        "f\"{a=!s}\"",
        "f\"{a=:>5}\"",
        "f\"{a!=b}{a==b}{a>=b}{a<=b}{a<b}{a>b}\"",
        "f\"{{}}\"",
        "f\"{{{a}}}\"",
        "f\"a{{b}}c{d}\"",
        "f\"{a['b']}\"",
        "f\"{a[b:c]}\"",
        "f\"{ {1: 2}[1] }\"",
        "f\"{(lambda x: 1)}\"",
        "f\"{a, b}\"",
        "f\"{*a, b}\"",
        "f\"{a,}\"",
        "f\"{x for x in y}\"",
        "f\"{a if b else c}\"",
        "f\"{f'{a}'}\"",
        "f'{a[\"b\"]:{c[\"d\"]}}'",
        "f\"\\N{DIGIT ONE}{a}\\x41\"",
        "rf\"\\{a}\\n\"",
        "fr'{a:\\d}'",
        "Rf\"{a}\"",
        "f\"\\{a}\"",
        "f\"{a:\\x41}\"",
        "f\"{'a' 'b'}\"",
        "f\"{3.4:10}\"",
        "f\"{a:%H:%M}\"",
        "f\"{''!r}\"",
        "f\"{a :b}\"",
        "\"\\ud800\"",
        "\"\\udc00\\ud800x\"",
        "'\\N{LATIN SMALL LETTER A WITH ACUTE}\\N{latin small letter a}\\N{CJK UNIFIED IDEOGRAPH-4E00}\\N{HANGUL SYLLABLE GAG}\\N{LF}\\N{NULL}'",
        "'\\a\\b\\f\\n\\r\\t\\v\\\\\\'\\\"\\0\\1\\12\\123\\1234\\x41\\u0041\\U00010000\\q\\8'",
        "b'\\a\\x41\\377\\400\\u0041\\N{x}\\q'",
        "r'\\'' r\"\\n\" R\"\\x\"",
        "br'\\n' Rb\"\\x41\" rB'\\\\' BR\"a\"",
        "'it\\'s' \"it's\" 'a\"b' 'a\"b\\'c'",
        "0, 00, 0_0, 1, 1_000, 0x_ff, 0XAB, 0o17, 0O7, 0b1_01, 0B1",
        "9223372036854775807, 9223372036854775808, 123456789012345678901234567890",
        "0xffffffffffffffff, 0x123456789abcdef123456789abcdef, 0o7777777777777777777777777, 0b1111111111111111111111111111111111111111111111111111111111111111111111",
        "1., .5, 1.5, 1e5, 1E5, 1e+5, 1e-5, 1_0.0_1, 0e0, 00.5, 012.5, 09e1, 1_0e1_0",
        "1e16, 1e15, 123456789012345678.0, 0.0001, 0.00001, 1e22, 1e100, 1.7976931348623157e308, 1e400, 5e-324, 1e-400, 0.1",
        "1j, 1.5J, 0j, 1e3j, 1e400j, 010j, .5j, 1_0j",
        "1if a else 2",
        "1or 2",
        "[1for x in y]",
        "0x1for x in y",
        "1in a",
        "1 .real, 1..real, 1.0.real",
        "a.match, match, case, _, match.case",
        "match(x)",
        "match[x]",
        "match * a, b",
        "match - a",
        "print >>x, y",
        "'a' % b",
        "(a)(b)",
        "not a in b",
        "a is (not b)",
        "((a := b))",
        "lambda x=(y := 1): x",
        "[a for a in b if (c := a)]",
        "[a := 1 for b in c]",
    ]

    /// Line ends, indentation, encodings, names.
    static let lexical: [String] = [
        "",
        "\n",
        "\n\n  \n# c\n",
        "a",
        "a\n",
        "a\r\nb\r\n",
        "a\rb\r",
        "if a:\r\n  b\r\nc",
        "\u{feff}a",
        """
        # -*- coding: utf-8 -*-
        a
        """,
        """
        #!/x
        # vim: set fileencoding=utf-8 :
        a='é'
        """,
        """
        # coding: latin-1
        a
        """,
        "\u{c}a",
        "\u{c}\n  \u{c}\nif a:\n  \u{c}  b\n",
        "if a:\n\u{c}  b\n",
        " \n\t\na",
        "é = 1",
        "ﬁ = 1",
        "ℌ = ª",
        "变量 = 'ü'",
        "x\u{301} = 1",
        "_é",
        "𝐝𝐞𝐟 = 1",
        "'é' 'ü'",
        "'''a\r\nb\rc'''",
        "'a\\\r\nb'",
        "r'a\\\r\nb'",
        "\"\"\"a\nb'\"c\"\"\"",
        "''''a'''",
        """
        f'''{
        a
        + b}'''
        """,
        "f'''{a\r\n}'''",
        "if a:\n    b\n  # c\n\n    d\n",
        "a\\\n\n",
        "a = \\\n1",
        "if a: \\\n  b",
        "if a:\n  b\\\n+c\n",
        "\\\na",
        "if a:\n    \\\n    b\n    c",
        """
        (a,

        # c
          b)
        """,
        """
        [
        ]
        """,
        """
        x = '''
        '''
        """,
        "a#c",
        "#",
        "#\r\n#",
        "\t# c\na",
        "if a:\n\tb\n\tc\n",
        "if a:\n \tb\n \tc\n",
        """
        class A:
          def f(self): pass

          def g(self): pass


        b
        """,
        """
        if a:
          if b:
            c
        d
        """,
        "x = {\n 'a': 1,\n}\n",
        "a;",
        "'\\\n'",
        "b'\\\n'",
        "'a' \\\n 'b'",
        "x=1#",
        "if a:\n  pass\n#\n",
        "def f():\n  #c\n  x\n #c\n  y\n",
        "if a:\n\tb\n\tif c:\n\t    d",
        "if a:\n        b\nelse:\n\tc",
    ]
}
