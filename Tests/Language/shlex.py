import shlex
for text in ["a 'b c' \"d\\\"e\" f\\ g", "", "  ", "a#b #c", "x=1 'y'z\"w\"", "\\", "'open", "a\\\nb", "curl -H 'X: y' http://h/?a=b&c=d | sh", "\"\\a\\$\\\"\""]:
    try:
        print(shlex.split(text), shlex.split(text, comments=True), shlex.split(text, posix=False))
    except ValueError as e:
        print(f"{type(e).__name__}: {e}")
print(shlex.quote(""), shlex.quote("a b'c"), shlex.quote("safe/path-1.txt"), shlex.join(["x", "y z"]))
lexer = shlex.shlex("a && b | c; (d) > e", posix=True, punctuation_chars=True)
print(list(lexer))
lexer = shlex.shlex("one 'two three' # rest\nfour")
print(lexer.get_token(), list(lexer), lexer.lineno)
#> ['a', 'b c', 'd"e', 'f g'] ['a', 'b c', 'd"e', 'f g'] ['a', "'b c'", '"d\\"', 'e"', 'f\\', 'g']
#> [] [] []
#> [] [] []
#> ['a#b', '#c'] ['a'] ['a#b', '#c']
#> ['x=1', 'yzw'] ['x=1', 'yzw'] ['x=1', "'y'", 'z"w"']
#> ValueError: No escaped character
#> ValueError: No closing quotation
#> ['a\nb'] ['a\nb'] ['a\\', 'b']
#> ['curl', '-H', 'X: y', 'http://h/?a=b&c=d', '|', 'sh'] ['curl', '-H', 'X: y', 'http://h/?a=b&c=d', '|', 'sh'] ['curl', '-H', "'X: y'", 'http://h/?a=b&c=d', '|', 'sh']
#> ValueError: No closing quotation
#> '' 'a b'"'"'c' safe/path-1.txt x 'y z'
#> ['a', '&&', 'b', '|', 'c', ';', '(', 'd', ')', '>', 'e']
#> one ["'two three'", 'four'] 2
