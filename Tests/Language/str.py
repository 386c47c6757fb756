def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(e.__class__.__name__ + ":", e)
t(lambda: "AbC".lower())
t(lambda: "abc".lower())
t(lambda: "".lower())
t(lambda: "ABCDEFGHIJKLMNOPQRSTUVWXYZ[]@`{}019"  .lower())
t(lambda: "abcdefghijklmnopqrstuvwxyz[]@`{}019".upper())
t(lambda: "a" * 20 + "B" + "c" * 20 == ("A" * 20 + "b" + "C" * 20).swapcase())
t(lambda: ("x" * 15 + "Y").lower())
t(lambda: ("x" * 16 + "Y").lower())
t(lambda: ("x" * 40 + "Y" + "Z" * 17).lower())
t(lambda: "straße".upper())
t(lambda: "ŒUVRE ΑΣ".lower())
t(lambda: "ß".casefold())
t(lambda: "HeLLo".casefold())
t(lambda: "hello wORLD".capitalize())
t(lambda: "ǆabc".capitalize())
t(lambda: "they're bill's friends".title())
t(lambda: "hello world".title())
t(lambda: "x1y2".title())
t(lambda: "Hello".swapcase())
t(lambda: "".title())
t(lambda: "ABC".lower(1))
t(lambda: "a".split(1, 2, 3))
t(lambda: "a".encode(1, 2, 3))
t(lambda: "a".splitlines(1, 2))
t(lambda: (5).to_bytes(1, "big", 3))
t(lambda: float(1, 2))
t(lambda: str(1, 2, 3, 4))
t(lambda: "a".split(x=1))
t(lambda: "a".strip(x=1))
t(lambda: "a".replace())
t(lambda: "a".center())
t(lambda: str.lower())
t(lambda: "a".format_map())
t(lambda: "a".join(x=1))
t(lambda: "a".maketrans())
t(lambda: [].append())
t(lambda: [].append(x=1))
t(lambda: {}.get())
t(lambda: len())
t(lambda: len(1, 2))
t(lambda: "a".lower().upper().title())
#> 'abc'
#> 'abc'
#> ''
#> 'abcdefghijklmnopqrstuvwxyz[]@`{}019'
#> 'ABCDEFGHIJKLMNOPQRSTUVWXYZ[]@`{}019'
#> True
#> 'xxxxxxxxxxxxxxxy'
#> 'xxxxxxxxxxxxxxxxy'
#> 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxyzzzzzzzzzzzzzzzzz'
#> 'STRASSE'
#> 'œuvre ας'
#> 'ss'
#> 'hello'
#> 'Hello world'
#> 'ǅabc'
#> "They'Re Bill'S Friends"
#> 'Hello World'
#> 'X1Y2'
#> 'hELLO'
#> ''
#> TypeError: str.lower() takes no arguments (1 given)
#> TypeError: split() takes at most 2 arguments (3 given)
#> TypeError: encode() takes at most 2 arguments (3 given)
#> TypeError: splitlines() takes at most 1 argument (2 given)
#> TypeError: to_bytes() takes at most 2 positional arguments (3 given)
#> TypeError: float expected at most 1 argument, got 2
#> TypeError: str() takes at most 3 arguments (4 given)
#> TypeError: 'x' is an invalid keyword argument for split()
#> TypeError: str.strip() takes no keyword arguments
#> TypeError: replace expected at least 2 arguments, got 0
#> TypeError: center expected at least 1 argument, got 0
#> TypeError: unbound method str.lower() needs an argument
#> TypeError: str.format_map() takes exactly one argument (0 given)
#> TypeError: str.join() takes no keyword arguments
#> TypeError: maketrans expected at least 1 argument, got 0
#> TypeError: list.append() takes exactly one argument (0 given)
#> TypeError: list.append() takes no keyword arguments
#> TypeError: get expected at least 1 argument, got 0
#> TypeError: len() takes exactly one argument (0 given)
#> TypeError: len() takes exactly one argument (2 given)
#> 'A'
---
def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(e.__class__.__name__ + ":", e)
t(lambda: "abc".startswith("a"))
t(lambda: "abc".startswith(""))
t(lambda: "abc".startswith("abcd"))
t(lambda: "abc".startswith(("x", "ab")))
t(lambda: "abc".startswith(()))
t(lambda: "abc".startswith("b", 1))
t(lambda: "abc".startswith("b", -2))
t(lambda: "abc".startswith("b", 1, 1))
t(lambda: "abc".startswith("", 3))
t(lambda: "abc".startswith("", 4))
t(lambda: "abc".startswith("a", None, None))
t(lambda: "abc".startswith("a", 10**30))
t(lambda: "abc".startswith("a", -10**30))
t(lambda: "abc".endswith("c"))
t(lambda: "abc".endswith(("x", "bc")))
t(lambda: "abc".endswith("b", 0, 2))
t(lambda: "abc".endswith(""))
t(lambda: "abc".endswith("", 4))
t(lambda: "äöü".startswith("ö", 1))
t(lambda: "äöü".endswith("ö", 0, 2))
t(lambda: "abc".startswith(1))
t(lambda: "abc".startswith(None))
t(lambda: "abc".startswith(["a"]))
t(lambda: "abc".startswith(("x", 1)))
t(lambda: "abc".startswith(("a", 1)))
t(lambda: "abc".endswith(1))
t(lambda: "abc".endswith((1,)))
t(lambda: "abc".startswith("a", "b"))
t(lambda: "abc".startswith("a", 1.0))
#> True
#> True
#> False
#> True
#> False
#> True
#> True
#> False
#> True
#> False
#> True
#> False
#> True
#> True
#> True
#> True
#> True
#> False
#> True
#> True
#> TypeError: startswith first arg must be str or a tuple of str, not int
#> TypeError: startswith first arg must be str or a tuple of str, not NoneType
#> TypeError: startswith first arg must be str or a tuple of str, not list
#> TypeError: tuple for startswith must only contain str, not int
#> True
#> TypeError: endswith first arg must be str or a tuple of str, not int
#> TypeError: tuple for endswith must only contain str, not int
#> TypeError: slice indices must be integers or None or have an __index__ method
#> TypeError: slice indices must be integers or None or have an __index__ method
---
def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(e.__class__.__name__ + ":", e)
t(lambda: "a,b,c".split(","))
t(lambda: "a,b,c".split(",", 1))
t(lambda: "a,b,c".split(",", 0))
t(lambda: "a,b,c".split(",", -1))
t(lambda: "".split(","))
t(lambda: ",".split(","))
t(lambda: "a,,b".split(","))
t(lambda: "aXXbXXc".split("XX"))
t(lambda: "  a  b c ".split())
t(lambda: "  a  b c ".split(None, 1))
t(lambda: "  a  b c ".split(None, 0))
t(lambda: "  a  b c ".split(maxsplit=1))
t(lambda: "a b".split(sep=" "))
t(lambda: "".split())
t(lambda: "   ".split())
t(lambda: "a\tb\nc\x1cd".split())
t(lambda: "a\u00a0b\u2003c".split())
t(lambda: "a,b,c".rsplit(","))
t(lambda: "a,b,c".rsplit(",", 1))
t(lambda: "a,b,c".rsplit(",", 0))
t(lambda: "  a  b c ".rsplit())
t(lambda: "  a  b c ".rsplit(None, 1))
t(lambda: "  a  b c ".rsplit(maxsplit=0))
t(lambda: "äxöxü".split("x"))
t(lambda: "äxöxü".rsplit("x", 1))
t(lambda: "a".split(""))
t(lambda: "a".rsplit(""))
t(lambda: "a".split(1))
t(lambda: "a".split(b","))
t(lambda: "a".split(",", "x"))
t(lambda: "a".split(",", 1.5))
t(lambda: "a".split(",", None))
t(lambda: "a\nb\r\nc\rd".splitlines())
t(lambda: "a\nb\r\nc\rd".splitlines(True))
t(lambda: "a\n".splitlines(keepends=True))
t(lambda: "a\n\nb".splitlines())
t(lambda: "".splitlines())
t(lambda: "a\x0bb\x0cc\x1cd\x85e\u2028f".splitlines())
t(lambda: "a-b-c".partition("-"))
t(lambda: "a-b-c".rpartition("-"))
t(lambda: "abc".partition("-"))
t(lambda: "abc".rpartition("-"))
t(lambda: "".partition("x"))
t(lambda: "äöü".partition("ö"))
t(lambda: "a".partition(""))
t(lambda: "a".partition(1))
t(lambda: "a".rpartition(None))
#> ['a', 'b', 'c']
#> ['a', 'b,c']
#> ['a,b,c']
#> ['a', 'b', 'c']
#> ['']
#> ['', '']
#> ['a', '', 'b']
#> ['a', 'b', 'c']
#> ['a', 'b', 'c']
#> ['a', 'b c ']
#> ['a  b c ']
#> ['a', 'b c ']
#> ['a', 'b']
#> []
#> []
#> ['a', 'b', 'c', 'd']
#> ['a', 'b', 'c']
#> ['a', 'b', 'c']
#> ['a,b', 'c']
#> ['a,b,c']
#> ['a', 'b', 'c']
#> ['  a  b', 'c']
#> ['  a  b c']
#> ['ä', 'ö', 'ü']
#> ['äxö', 'ü']
#> ValueError: empty separator
#> ValueError: empty separator
#> TypeError: must be str or None, not int
#> TypeError: must be str or None, not bytes
#> TypeError: 'str' object cannot be interpreted as an integer
#> TypeError: 'float' object cannot be interpreted as an integer
#> TypeError: 'NoneType' object cannot be interpreted as an integer
#> ['a', 'b', 'c', 'd']
#> ['a\n', 'b\r\n', 'c\r', 'd']
#> ['a\n']
#> ['a', '', 'b']
#> []
#> ['a', 'b', 'c', 'd', 'e', 'f']
#> ('a', '-', 'b-c')
#> ('a-b', '-', 'c')
#> ('abc', '', '')
#> ('', '', 'abc')
#> ('', '', '')
#> ('ä', 'ö', 'ü')
#> ValueError: empty separator
#> TypeError: must be str, not int
#> TypeError: must be str, not NoneType
---
def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(e.__class__.__name__ + ":", e)
t(lambda: "  a b  ".strip())
t(lambda: "  a b  ".lstrip())
t(lambda: "  a b  ".rstrip())
t(lambda: "\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f a\x85\u00a0\u2003".strip())
t(lambda: "xxaxx".strip("x"))
t(lambda: "xyaxy".strip("yx"))
t(lambda: "xyaxy".lstrip("x"))
t(lambda: "xyaxy".rstrip("xy"))
t(lambda: "xyaxy".strip(""))
t(lambda: "xxx".strip("x"))
t(lambda: "   ".strip())
t(lambda: "".strip())
t(lambda: "äaä".strip("ä"))
t(lambda: "äöaöä".strip("öä"))
t(lambda: "a".strip(None))
t(lambda: "a".strip(1))
t(lambda: "a".lstrip(b"a"))
t(lambda: "a".rstrip(["a"]))
t(lambda: "foobar".removeprefix("foo"))
t(lambda: "foobar".removeprefix("bar"))
t(lambda: "foobar".removeprefix(""))
t(lambda: "foobar".removesuffix("bar"))
t(lambda: "foobar".removesuffix("foobar"))
t(lambda: "foobar".removesuffix(""))
t(lambda: "foobar".removesuffix("xfoobar"))
t(lambda: "a".removeprefix(1))
t(lambda: "a".removesuffix(None))
#> 'a b'
#> 'a b  '
#> '  a b'
#> 'a'
#> 'a'
#> 'a'
#> 'yaxy'
#> 'xya'
#> 'xyaxy'
#> ''
#> ''
#> ''
#> 'a'
#> 'a'
#> 'a'
#> TypeError: strip arg must be None or str
#> TypeError: lstrip arg must be None or str
#> TypeError: rstrip arg must be None or str
#> 'bar'
#> 'foobar'
#> 'foobar'
#> 'foo'
#> ''
#> 'foobar'
#> 'foobar'
#> TypeError: removeprefix() argument must be str, not int
#> TypeError: removesuffix() argument must be str, not None
---
def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(e.__class__.__name__ + ":", e)
t(lambda: "abcabc".find("c"))
t(lambda: "abcabc".find("c", 3))
t(lambda: "abcabc".find("c", 3, 5))
t(lambda: "abcabc".find("x"))
t(lambda: "abcabc".find(""))
t(lambda: "abcabc".find("", 6))
t(lambda: "abcabc".find("", 7))
t(lambda: "abcabc".find("bc", -2))
t(lambda: "abcabc".rfind("c"))
t(lambda: "abcabc".rfind("c", 0, 5))
t(lambda: "abcabc".rfind(""))
t(lambda: "abcabc".rfind("x"))
t(lambda: "äöüäöü".find("ü"))
t(lambda: "äöüäöü".rfind("ö"))
t(lambda: "äöüäöü".find("ö", 2))
t(lambda: "abcabc".index("b"))
t(lambda: "abcabc".rindex("b"))
t(lambda: "abcabc".index("x"))
t(lambda: "abcabc".rindex("x"))
t(lambda: "abc".find(1))
t(lambda: "abc".index(None))
t(lambda: "abc".rfind(b"a"))
t(lambda: "abc".find("a", "b"))
t(lambda: "aaaa".count("a"))
t(lambda: "aaaa".count("aa"))
t(lambda: "aaaa".count(""))
t(lambda: "aaaa".count("a", 1, 3))
t(lambda: "".count(""))
t(lambda: "äöä".count("ä"))
t(lambda: "äöä".count(""))
t(lambda: "abc".count(1))
t(lambda: "abcabc".replace("b", "XX"))
t(lambda: "abcabc".replace("b", "XX", 1))
t(lambda: "abcabc".replace("b", "XX", 0))
t(lambda: "abcabc".replace("b", "XX", -1))
t(lambda: "abc".replace("", "-"))
t(lambda: "abc".replace("", "-", 2))
t(lambda: "äb".replace("", "-"))
t(lambda: "".replace("", "-"))
t(lambda: "abc".replace("x", "y"))
t(lambda: "abc".replace("abc", ""))
t(lambda: "äöü".replace("ö", "oe"))
t(lambda: "a".replace(1, "b"))
t(lambda: "a".replace("a", 1))
t(lambda: "a".replace("a", "b", "c"))
t(lambda: "a".replace("a"))
t(lambda: "b" in "abc")
t(lambda: "" in "abc")
t(lambda: "bc" not in "abc")
t(lambda: "ö" in "äöü")
t(lambda: 1 in "abc")
t(lambda: None in "abc")
#> 2
#> 5
#> -1
#> -1
#> 0
#> 6
#> -1
#> 4
#> 5
#> 2
#> 6
#> -1
#> 2
#> 4
#> 4
#> 1
#> 4
#> ValueError: substring not found
#> ValueError: substring not found
#> TypeError: must be str, not int
#> TypeError: must be str, not NoneType
#> TypeError: must be str, not bytes
#> TypeError: slice indices must be integers or None or have an __index__ method
#> 4
#> 2
#> 5
#> 2
#> 1
#> 2
#> 4
#> TypeError: must be str, not int
#> 'aXXcaXXc'
#> 'aXXcabc'
#> 'abcabc'
#> 'aXXcaXXc'
#> '-a-b-c-'
#> '-a-bc'
#> '-ä-b-'
#> '-'
#> 'abc'
#> ''
#> 'äoeü'
#> TypeError: replace() argument 1 must be str, not int
#> TypeError: replace() argument 2 must be str, not int
#> TypeError: 'str' object cannot be interpreted as an integer
#> TypeError: replace expected at least 2 arguments, got 1
#> True
#> True
#> False
#> True
#> TypeError: 'in <string>' requires string as left operand, not int
#> TypeError: 'in <string>' requires string as left operand, not NoneType
---
def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(e.__class__.__name__ + ":", e)
t(lambda: ",".join(["a", "b", "c"]))
t(lambda: ",".join(("a",)))
t(lambda: ",".join([]))
t(lambda: "".join("abc"))
t(lambda: ", ".join({"k": 1, "l": 2}))
t(lambda: "-".join(x for x in ["a", "b"]))
t(lambda: "ä".join(["a", "b"]))
t(lambda: "-".join(["ä", "ö"]))
t(lambda: ",".join([1]))
t(lambda: ",".join(["a", 1]))
t(lambda: ",".join(["a", None]))
t(lambda: ",".join("a" if i else b"x" for i in [1, 0]))
t(lambda: ",".join(1))
t(lambda: ",".join(None))
t(lambda: ",".join(["a"], ["b"]))
t(lambda: "abc".center(9))
t(lambda: "abc".center(8))
t(lambda: "abcd".center(7))
t(lambda: "abc".center(2))
t(lambda: "abc".center(9, "*"))
t(lambda: "abc".center(8, "ä"))
t(lambda: "abc".ljust(6) + "|")
t(lambda: "abc".rjust(6))
t(lambda: "abc".ljust(6, "-"))
t(lambda: "ä".rjust(3, "ö"))
t(lambda: "abc".ljust(-1))
t(lambda: "abc".center(9, "ab"))
t(lambda: "abc".center(9, ""))
t(lambda: "abc".center(9, 1))
t(lambda: "abc".center("9"))
t(lambda: "abc".ljust(9.0))
t(lambda: "abc".rjust(None))
t(lambda: "42".zfill(5))
t(lambda: "-42".zfill(5))
t(lambda: "+42".zfill(5))
t(lambda: "--42".zfill(6))
t(lambda: "".zfill(3))
t(lambda: "abc".zfill(2))
t(lambda: "a\tb".expandtabs())
t(lambda: "a\tb".expandtabs(4))
t(lambda: "a\tb".expandtabs(0))
t(lambda: "a\tb\n\tc".expandtabs(tabsize=3))
t(lambda: "ab\t".expandtabs(-1))
t(lambda: "a".expandtabs(2**31))
t(lambda: "a".zfill(2**63))
#> 'a,b,c'
#> 'a'
#> ''
#> 'abc'
#> 'k, l'
#> 'a-b'
#> 'aäb'
#> 'ä-ö'
#> TypeError: sequence item 0: expected str instance, int found
#> TypeError: sequence item 1: expected str instance, int found
#> TypeError: sequence item 1: expected str instance, NoneType found
#> TypeError: sequence item 1: expected str instance, bytes found
#> TypeError: can only join an iterable
#> TypeError: can only join an iterable
#> TypeError: str.join() takes exactly one argument (2 given)
#> '   abc   '
#> '  abc   '
#> '  abcd '
#> 'abc'
#> '***abc***'
#> 'ääabcäää'
#> 'abc   |'
#> '   abc'
#> 'abc---'
#> 'ööä'
#> 'abc'
#> TypeError: The fill character must be exactly one character long
#> TypeError: The fill character must be exactly one character long
#> TypeError: The fill character must be a unicode character, not int
#> TypeError: 'str' object cannot be interpreted as an integer
#> TypeError: 'float' object cannot be interpreted as an integer
#> TypeError: 'NoneType' object cannot be interpreted as an integer
#> '00042'
#> '-0042'
#> '+0042'
#> '-00-42'
#> '000'
#> 'abc'
#> 'a       b'
#> 'a   b'
#> 'ab'
#> 'a  b\n   c'
#> 'ab'
#> OverflowError: Python int too large to convert to C int
#> OverflowError: Python int too large to convert to C ssize_t
---
def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(e.__class__.__name__ + ":", e)
t(lambda: "abc".translate({97: "X", 98: None, 99: 100}))
t(lambda: "abc".translate({}))
t(lambda: "abc".translate({97: "äö"}))
t(lambda: "äbc".translate({0xe4: "ae"}))
t(lambda: "abc".translate(str.maketrans("ab", "xy")))
t(lambda: "abc".translate(str.maketrans("ab", "xy", "c")))
t(lambda: "abc".translate(str.maketrans({"a": "1", 98: "2"})))
t(lambda: str.maketrans("ab", "xy", "z"))
t(lambda: str.maketrans({"a": None}))
t(lambda: str.maketrans("ab", "x"))
t(lambda: str.maketrans({"ab": 1}))
t(lambda: str.maketrans({1.5: 1}))
t(lambda: str.maketrans("ab"))
t(lambda: str.maketrans(1, "a"))
t(lambda: "abc".translate({97: 0x110000}))
t(lambda: "abc".translate({97: 1.5}))
t(lambda: "abc".translate({97: -1}))
t(lambda: "abc".translate(["x"] * 98))
t(lambda: "abc".translate("x" * 98))
t(lambda: "abc".translate(5))
t(lambda: "\x00\x01".translate("ab"))
#> 'Xd'
#> 'abc'
#> 'äöbc'
#> 'aebc'
#> 'xyc'
#> 'xy'
#> '12c'
#> {97: 120, 98: 121, 122: None}
#> {97: None}
#> ValueError: the first two maketrans arguments must have equal length
#> ValueError: string keys in translate table must be of length 1
#> TypeError: keys in translate table must be strings or integers
#> TypeError: if you give only one argument to maketrans it must be a dict
#> TypeError: first maketrans argument must be a string if there is a second argument
#> ValueError: character mapping must be in range(0x110000)
#> TypeError: character mapping must return integer, None or str
#> ValueError: character mapping must be in range(0x110000)
#> 'xbc'
#> 'xbc'
#> TypeError: 'int' object is not subscriptable
#> 'ab'
---
def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(e.__class__.__name__ + ":", e)
t(lambda: [s.isalnum() for s in ["", "a", "1", "a1", "a_", "ä", "½", "٣", " "]])
t(lambda: [s.isalpha() for s in ["", "a", "1", "a1", "ä", "½", "中", " "]])
t(lambda: [s.isdecimal() for s in ["", "1", "²", "½", "٣", "a", "12 "]])
t(lambda: [s.isdigit() for s in ["", "1", "²", "½", "٣", "a", "-1"]])
t(lambda: [s.isnumeric() for s in ["", "1", "²", "½", "٣", "中", "一"]])
t(lambda: [s.isspace() for s in ["", " ", "\t\n", "\x1c", "\u00a0", "\u200b", "a "]])
t(lambda: [s.isascii() for s in ["", "a", "ä", "\x7f", "\x80"]])
t(lambda: [s.isidentifier() for s in ["", "a", "1a", "a1", "_", "ä", "a-b", "class"]])
t(lambda: [s.isprintable() for s in ["", "a", "\n", "ä", "\u00a0", "\u200b", " "]])
t(lambda: [s.islower() for s in ["", "a", "A", "aA", "a1", "1", "ä", "ǅ"]])
t(lambda: [s.isupper() for s in ["", "a", "A", "aA", "A1", "1", "Ä", "ǅ"]])
t(lambda: [s.istitle() for s in ["", "A", "Ab", "AB", "Ab Cd", "Ab cd", "1A", "ǅ"]])
t(lambda: "a".isalpha(1))
#> [False, True, True, True, False, True, True, True, False]
#> [False, True, False, False, True, False, True, False]
#> [False, True, False, False, True, False, False]
#> [False, True, True, False, True, False, False]
#> [False, True, True, True, True, False, True]
#> [False, True, True, True, True, False, False]
#> [True, True, False, True, False]
#> [False, True, False, True, True, True, False, True]
#> [True, True, False, True, False, False, True]
#> [False, True, False, False, True, False, True, False]
#> [False, False, True, False, True, False, True, False]
#> [False, True, True, False, True, False, True, True]
#> TypeError: str.isalpha() takes no arguments (1 given)
---
def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(e.__class__.__name__ + ":", e)
t(lambda: str())
t(lambda: str(""))
t(lambda: str(1))
t(lambda: str(1.5))
t(lambda: str(True))
t(lambda: str(None))
t(lambda: str([1, "a"]))
t(lambda: str(object=5))
t(lambda: str(b"abc"))
t(lambda: str(b"abc", "utf-8"))
t(lambda: str(b"a\xff", "utf-8", "replace"))
t(lambda: str(b"a\xff", errors="ignore"))
t(lambda: str(b"a\xff", "ascii"))
t(lambda: str(b"a\xff", "nope"))
t(lambda: str(b"abc", ""))
t(lambda: str("abc", "utf-8"))
t(lambda: str(5, "utf-8"))
t(lambda: str(b"abc", 5))
t(lambda: str(b"abc", "utf-8", 5))
t(lambda: str(encoding="utf-8"))
t(lambda: "abc".encode())
t(lambda: "äö".encode())
t(lambda: "äö".encode("latin-1"))
t(lambda: "äö".encode("utf-16-le"))
t(lambda: "äö".encode("ascii"))
t(lambda: "äö".encode("ascii", "replace"))
t(lambda: "äö".encode("ascii", "ignore"))
t(lambda: "äö".encode("ascii", "xmlcharrefreplace"))
t(lambda: "äö".encode("ascii", "backslashreplace"))
t(lambda: "abc".encode("UTF8"))
t(lambda: "abc".encode("Latin_1"))
t(lambda: "abc".encode("nope"))
t(lambda: "aä€".encode("latin-1"))
t(lambda: "a\udc80".encode())
t(lambda: "a\udc80".encode("utf-8", "surrogateescape"))
t(lambda: "a\udc80".encode("utf-8", "surrogatepass"))
t(lambda: "abc".encode(5))
t(lambda: "abc".encode(errors=5))
t(lambda: "ä".encode("ascii", "nope"))
#> ''
#> ''
#> '1'
#> '1.5'
#> 'True'
#> 'None'
#> "[1, 'a']"
#> '5'
#> "b'abc'"
#> 'abc'
#> 'a�'
#> 'a'
#> UnicodeDecodeError: 'ascii' codec can't decode byte 0xff in position 1: ordinal not in range(128)
#> LookupError: unknown encoding: nope
#> LookupError: unknown encoding: 
#> TypeError: decoding str is not supported
#> TypeError: decoding to str: need a bytes-like object, int found
#> TypeError: str() argument 'encoding' must be str, not int
#> TypeError: str() argument 'errors' must be str, not int
#> ''
#> b'abc'
#> b'\xc3\xa4\xc3\xb6'
#> b'\xe4\xf6'
#> b'\xe4\x00\xf6\x00'
#> UnicodeEncodeError: 'ascii' codec can't encode characters in position 0-1: ordinal not in range(128)
#> b'??'
#> b''
#> b'&#228;&#246;'
#> b'\\xe4\\xf6'
#> b'abc'
#> b'abc'
#> LookupError: unknown encoding: nope
#> UnicodeEncodeError: 'latin-1' codec can't encode character '\u20ac' in position 2: ordinal not in range(256)
#> UnicodeEncodeError: 'utf-8' codec can't encode character '\udc80' in position 1: surrogates not allowed
#> b'a\x80'
#> b'a\xed\xb2\x80'
#> TypeError: encode() argument 'encoding' must be str, not int
#> TypeError: encode() argument 'errors' must be str, not int
#> LookupError: unknown error handler name 'nope'
---
def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(e.__class__.__name__ + ":", e)
class S(str):
    def shout(self):
        return self.upper() + "!"
t(lambda: str.lower("ABC"))
t(lambda: list(map(str.upper, ["a", "b"])))
t(lambda: [f("aB") for f in (str.lower, str.upper, str.swapcase)])
t(lambda: str.lower(5))
t(lambda: str.join(",", ["a", "b"]))
t(lambda: str.join(1, []))
t(lambda: S("AbC").lower())
t(lambda: S("AbC") + "d")
t(lambda: S("a,b").split(","))
t(lambda: str.upper(S("x")))
t(lambda: ",".join([S("a"), S("b")]))
t(lambda: S("abc")[1])
t(lambda: len(S("abc")))
t(lambda: S("abc") == "abc")
t(lambda: S("a").shout())
t(lambda: "abc".startswith(S("a")))
t(lambda: S("abc").nothing)
t(lambda: "abc".nothing)
t(lambda: S("x") in {"x": 1})
t(lambda: f"{S('q')}!")
#> 'abc'
#> ['A', 'B']
#> ['ab', 'AB', 'Ab']
#> TypeError: descriptor 'lower' for 'str' objects doesn't apply to a 'int' object
#> 'a,b'
#> TypeError: descriptor 'join' for 'str' objects doesn't apply to a 'int' object
#> 'abc'
#> 'AbCd'
#> ['a', 'b']
#> 'X'
#> 'a,b'
#> 'b'
#> 3
#> True
#> 'A!'
#> True
#> AttributeError: 'S' object has no attribute 'nothing'
#> AttributeError: 'str' object has no attribute 'nothing'
#> True
#> 'q!'
---
def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(e.__class__.__name__ + ":", e)
def hash_equal(a, b):
    return a in {b: 1}
t(lambda: "abc"[0])
t(lambda: "abc"[-1])
t(lambda: "abc"[3])
t(lambda: "abc"[-4])
t(lambda: "äöü"[1])
t(lambda: "äöü"[-1])
t(lambda: "äöü"[3])
t(lambda: "abcdef"[1:4])
t(lambda: "abcdef"[:2])
t(lambda: "abcdef"[-2:])
t(lambda: "abcdef"[::2])
t(lambda: "abcdef"[::-1])
t(lambda: "abcdef"[4:1:-1])
t(lambda: "äöüß"[1:3])
t(lambda: "äöüß"[::-1])
t(lambda: "äöüß"[::-2])
t(lambda: "abc"[5:])
t(lambda: "abc"[2:1])
t(lambda: "abc"["a"])
t(lambda: "abc"[1.0])
t(lambda: "abc"[None])
t(lambda: "abc"[::0])
t(lambda: "abc"[True])
t(lambda: "a" + "b")
t(lambda: "a" + 1)
t(lambda: 1 + "a")
t(lambda: "a" + None)
t(lambda: "a" * 3)
t(lambda: 3 * "a")
t(lambda: "a" * 0)
t(lambda: "a" * -1)
t(lambda: "ä" * 2)
t(lambda: "a" * 1.5)
t(lambda: "a" * "b")
t(lambda: "a" - "b")
t(lambda: -"a")
t(lambda: len("äöü"))
t(lambda: len(""))
t(lambda: [c for c in "aäb"])
t(lambda: "abc" == "abc")
t(lambda: "abc" != "abd")
t(lambda: "abc" == 1)
t(lambda: hash_equal("a" + "bc", "abc"))
t(lambda: "abc".foo)
t(lambda: "abc"())
#> 'a'
#> 'c'
#> IndexError: string index out of range
#> IndexError: string index out of range
#> 'ö'
#> 'ü'
#> IndexError: string index out of range
#> 'bcd'
#> 'ab'
#> 'ef'
#> 'ace'
#> 'fedcba'
#> 'edc'
#> 'öü'
#> 'ßüöä'
#> 'ßö'
#> ''
#> ''
#> TypeError: string indices must be integers, not 'str'
#> TypeError: string indices must be integers, not 'float'
#> TypeError: string indices must be integers, not 'NoneType'
#> ValueError: slice step cannot be zero
#> 'b'
#> 'ab'
#> TypeError: can only concatenate str (not "int") to str
#> TypeError: unsupported operand type(s) for +: 'int' and 'str'
#> TypeError: can only concatenate str (not "NoneType") to str
#> 'aaa'
#> 'aaa'
#> ''
#> ''
#> 'ää'
#> TypeError: can't multiply sequence by non-int of type 'float'
#> TypeError: can't multiply sequence by non-int of type 'str'
#> TypeError: unsupported operand type(s) for -: 'str' and 'str'
#> TypeError: bad operand type for unary -: 'str'
#> 3
#> 0
#> ['a', 'ä', 'b']
#> True
#> True
#> False
#> True
#> AttributeError: 'str' object has no attribute 'foo'
#> TypeError: 'str' object is not callable
---
for call in (lambda: "abc".find(5, "x"), lambda: "a b".split(5, "x"), lambda: "a b".rsplit(("a",), ("b",)), lambda: "abc".count(5)):
    try:
        call()
    except TypeError as error:
        print(error)
#> slice indices must be integers or None or have an __index__ method
#> 'str' object cannot be interpreted as an integer
#> 'tuple' object cannot be interpreted as an integer
#> must be str, not int
