import ast
for text in ["1", "-1", "+2.5", "'a' \"b\"", "b'x'", "[1, 'a', (2,), {3: 4}, {5}]", "()", "{}", "set()", "None", "True", "...", "  \t[1]", "1_000", "0x1f", "-9223372036854775809", "1e400", "'\\u00e9'", "((1, 2), [3, {}])", "\"it's\"", "[1,\n 2]", "(1)", "# comment\n1"]:
    print(repr(ast.literal_eval(text)))
for text in ["", "a", "1 +", "f(1)", "[x for x in y]", "1 + 1", "__import__('os')", "{**{}}", "x.y", "f'{1}'", "lambda: 1", "-'a'", "not 1", "a = 1", "1; 2", "[1, a]", "{[]: 1}", "set(1)"]:
    try:
        print(repr(ast.literal_eval(text)))
    except (ValueError, SyntaxError, TypeError) as e:
        print(type(e).__name__, str(e).split(" on line ")[0] if isinstance(e, ValueError) else "")
#> 1
#> -1
#> 2.5
#> 'ab'
#> b'x'
#> [1, 'a', (2,), {3: 4}, {5}]
#> ()
#> {}
#> set()
#> None
#> True
#> Ellipsis
#> [1]
#> 1000
#> 31
#> -9223372036854775809
#> inf
#> 'é'
#> ((1, 2), [3, {}])
#> "it's"
#> [1, 2]
#> 1
#> 1
#> SyntaxError 
#> ValueError malformed node or string
#> SyntaxError 
#> ValueError malformed node or string
#> ValueError malformed node or string
#> ValueError malformed node or string
#> ValueError malformed node or string
#> ValueError malformed node or string: None
#> ValueError malformed node or string
#> ValueError malformed node or string
#> ValueError malformed node or string
#> ValueError malformed node or string
#> ValueError malformed node or string
#> SyntaxError 
#> SyntaxError 
#> ValueError malformed node or string
#> TypeError 
#> ValueError malformed node or string
