def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(e.__class__.__name__ + ":", e)
t(lambda: format("abc"))
t(lambda: format("abc", ""))
t(lambda: format("abc", "6") + "|")
t(lambda: format("abc", ">6"))
t(lambda: format("abc", "^6"))
t(lambda: format("abc", "*^7"))
t(lambda: format("abc", ".2"))
t(lambda: format("abc", "6.2") + "|")
t(lambda: format("abc", "s"))
t(lambda: format("abc", "06"))
t(lambda: format("äö", ">4"))
t(lambda: format("abc", "ä>5"))
t(lambda: format("abc", "d"))
t(lambda: format("abc", "=5"))
t(lambda: format("abc", "+"))
t(lambda: format("abc", "#"))
t(lambda: format("abc", ","))
t(lambda: format("abc", "5x5"))
t(lambda: format("abc", "."))
t(lambda: format("abc", "99999999999999999999"))
t(lambda: format(42, ""))
t(lambda: format(42, "d"))
t(lambda: format(42, "5d"))
t(lambda: format(42, "<5") + "|")
t(lambda: format(42, "05"))
t(lambda: format(-42, "05"))
t(lambda: format(42, "+"))
t(lambda: format(42, " "))
t(lambda: format(-42, "=+6"))
t(lambda: format(42, "x"))
t(lambda: format(42, "X"))
t(lambda: format(42, "#x"))
t(lambda: format(42, "#010x"))
t(lambda: format(42, "b"))
t(lambda: format(42, "#b"))
t(lambda: format(42, "o"))
t(lambda: format(42, "#o"))
t(lambda: format(1234567, ","))
t(lambda: format(1234567, "_"))
t(lambda: format(1234567, "_x"))
t(lambda: format(1234567, ",x"))
t(lambda: format(1234567, "015,"))
t(lambda: format(65, "c"))
t(lambda: format(0x110000, "c"))
t(lambda: format(-1, "c"))
t(lambda: format(42, ".2"))
t(lambda: format(42, ".2f"))
t(lambda: format(42, "e"))
t(lambda: format(42, "%"))
t(lambda: format(42, "n"))
t(lambda: format(42, "s"))
t(lambda: format(42, "z"))
t(lambda: format(42, "z.1f"))
t(lambda: format(2**70, ","))
t(lambda: format(2**70, "x"))
t(lambda: format(10**400, "f"))
t(lambda: format(42, "++5"))
t(lambda: format(True, "d"))
t(lambda: format(True, "s"))
t(lambda: format(True, "5"))
t(lambda: format(True, "x"))
#> 'abc'
#> 'abc'
#> 'abc   |'
#> '   abc'
#> ' abc  '
#> '**abc**'
#> 'ab'
#> 'ab    |'
#> 'abc'
#> 'abc000'
#> '  äö'
#> 'ääabc'
#> ValueError: Unknown format code 'd' for object of type 'str'
#> ValueError: '=' alignment not allowed in string format specifier
#> ValueError: Sign not allowed in string format specifier
#> ValueError: Alternate form (#) not allowed in string format specifier
#> ValueError: Cannot specify ',' with 's'.
#> ValueError: Invalid format specifier '5x5' for object of type 'str'
#> ValueError: Format specifier missing precision
#> ValueError: Too many decimal digits in format string
#> '42'
#> '42'
#> '   42'
#> '42   |'
#> '00042'
#> '-0042'
#> '+42'
#> ' 42'
#> '-   42'
#> '2a'
#> '2A'
#> '0x2a'
#> '0x0000002a'
#> '101010'
#> '0b101010'
#> '52'
#> '0o52'
#> '1,234,567'
#> '1_234_567'
#> '12_d687'
#> ValueError: Cannot specify ',' with 'x'.
#> '000,001,234,567'
#> 'A'
#> OverflowError: %c arg not in range(0x110000)
#> OverflowError: %c arg not in range(0x110000)
#> ValueError: Precision not allowed in integer format specifier
#> '42.00'
#> '4.200000e+01'
#> '4200.000000%'
#> '42'
#> ValueError: Unknown format code 's' for object of type 'int'
#> ValueError: Negative zero coercion (z) not allowed in integer format specifier
#> '42.0'
#> '1,180,591,620,717,411,303,424'
#> '400000000000000000'
#> OverflowError: int too large to convert to float
#> ValueError: Invalid format specifier '++5' for object of type 'int'
#> '1'
#> ValueError: Unknown format code 's' for object of type 'bool'
#> '    1'
#> '1'
---
def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(e.__class__.__name__ + ":", e)
class A:
    def __format__(self, spec):
        return "<" + spec + ">"
class B:
    def __str__(self):
        return "B!"
class C:
    def __format__(self, spec):
        return 5
class S(str):
    def __str__(self):
        return "custom"
class I(int):
    def __str__(self):
        return "int!"
t(lambda: format(3.14159, ""))
t(lambda: format(3.14159, ".2f"))
t(lambda: format(3.14159, "8.2f"))
t(lambda: format(3.14159, "08.2f"))
t(lambda: format(-3.14159, "08.2f"))
t(lambda: format(3.14159, "+.1f"))
t(lambda: format(3.14159, "<8.1f") + "|")
t(lambda: format(3.14159, "^9.1f"))
t(lambda: format(3.0, "g"))
t(lambda: format(3.0, ""))
t(lambda: format(1e20, ""))
t(lambda: format(1e20, "f"))
t(lambda: format(1e20, ","))
t(lambda: format(1234567.891, ",.2f"))
t(lambda: format(1234567.891, "_.2f"))
t(lambda: format(1234567.891, "015,.2f"))
t(lambda: format(0.5, "%"))
t(lambda: format(0.1234, ".1%"))
t(lambda: format(1234.5, "e"))
t(lambda: format(1234.5, "E"))
t(lambda: format(1234.5, ".0e"))
t(lambda: format(1234.5, "g"))
t(lambda: format(1234567.0, "g"))
t(lambda: format(0.00001234, "g"))
t(lambda: format(1.0, "#.0f"))
t(lambda: format(1.0, ".0f"))
t(lambda: format(2.5, ".0f"))
t(lambda: format(3.5, ".0f"))
t(lambda: format(0.125, ".2f"))
t(lambda: format(float("nan"), "f"))
t(lambda: format(float("inf"), "F"))
t(lambda: format(float("-inf"), "010"))
t(lambda: format(-0.0, "z.1f"))
t(lambda: format(-0.01, "z.1f"))
t(lambda: format(1.5, "d"))
t(lambda: format(1.5, "x"))
t(lambda: format(1.5, "s"))
t(lambda: format(1.5, "c"))
t(lambda: format(1.5, "."))
t(lambda: format(1.5, "5.1"))
t(lambda: format(1.5, "n"))
t(lambda: format(1e300, ".1f") == format(10**300 * 1.0, ".1f"))
t(lambda: format(1.5, ".3"))
t(lambda: format(123456.0, ".3"))
t(lambda: format([1], ""))
t(lambda: format([1], "5"))
t(lambda: format(None, ""))
t(lambda: format(None, "5"))
t(lambda: format({}, "x"))
t(lambda: format((1,), "5"))
t(lambda: format(b"a", "5"))
t(lambda: format({1}, "s"))
t(lambda: format(A(), "spec"))
t(lambda: format(A(), ""))
t(lambda: format(B(), ""))
t(lambda: format(B(), "5"))
t(lambda: format(C(), ""))
t(lambda: format(S("x"), "5") + "|")
t(lambda: format(S("x"), ""))
t(lambda: format(I(5), "03"))
t(lambda: format(I(5), ""))
t(lambda: format(1, 5))
t(lambda: format(1, None))
t(lambda: format(int, ""))
t(lambda: format(int, "5"))
t(lambda: format(len, "5"))
#> '3.14159'
#> '3.14'
#> '    3.14'
#> '00003.14'
#> '-0003.14'
#> '+3.1'
#> '3.1     |'
#> '   3.1   '
#> '3'
#> '3.0'
#> '1e+20'
#> '100000000000000000000.000000'
#> '1e+20'
#> '1,234,567.89'
#> '1_234_567.89'
#> '0,001,234,567.89'
#> '50.000000%'
#> '12.3%'
#> '1.234500e+03'
#> '1.234500E+03'
#> '1e+03'
#> '1234.5'
#> '1.23457e+06'
#> '1.234e-05'
#> '1.'
#> '1'
#> '2'
#> '4'
#> '0.12'
#> 'nan'
#> 'INF'
#> '-000000inf'
#> '0.0'
#> '0.0'
#> ValueError: Unknown format code 'd' for object of type 'float'
#> ValueError: Unknown format code 'x' for object of type 'float'
#> ValueError: Unknown format code 's' for object of type 'float'
#> ValueError: Unknown format code 'c' for object of type 'float'
#> ValueError: Format specifier missing precision
#> '2e+00'
#> '1.5'
#> True
#> '1.5'
#> '1.23e+05'
#> '[1]'
#> TypeError: unsupported format string passed to list.__format__
#> 'None'
#> TypeError: unsupported format string passed to NoneType.__format__
#> TypeError: unsupported format string passed to dict.__format__
#> TypeError: unsupported format string passed to tuple.__format__
#> TypeError: unsupported format string passed to bytes.__format__
#> TypeError: unsupported format string passed to set.__format__
#> '<spec>'
#> '<>'
#> 'B!'
#> TypeError: unsupported format string passed to B.__format__
#> TypeError: __format__ must return a str, not int
#> 'x    |'
#> 'custom'
#> '005'
#> 'int!'
#> TypeError: format() argument 2 must be str, not int
#> TypeError: format() argument 2 must be str, not None
#> "<class 'int'>"
#> TypeError: unsupported format string passed to type.__format__
#> TypeError: unsupported format string passed to builtin_function_or_method.__format__
---
def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(e.__class__.__name__ + ":", e)
class A:
    b = [7]
class A2:
    y = "z"
class M(dict):
    def __missing__(self, key):
        return "<" + key + ">"
t(lambda: "{}".format(1))
t(lambda: "{} {}".format(1, "a"))
t(lambda: "{0} {1} {0}".format("a", "b"))
t(lambda: "{a}".format(a=1))
t(lambda: "{a} {}".format(2, a=1))
t(lambda: "{{}}".format())
t(lambda: "{{{}}}".format(1))
t(lambda: "{:5}|".format("a"))
t(lambda: "{:>5}".format("a"))
t(lambda: "{:.2f}".format(3.14159))
t(lambda: "{:,}".format(1234567))
t(lambda: "{!r}".format("a"))
t(lambda: "{!s}".format("a"))
t(lambda: "{!a}".format("ä"))
t(lambda: "{!r:>6}".format("a"))
t(lambda: "{0[0]}".format([5]))
t(lambda: "{0[k]}".format({"k": 5}))
t(lambda: "{0[-1]}".format({"-1": 5}))
t(lambda: "{0.real}".format(5))
t(lambda: "{a.b[0]}".format(a=A()))
t(lambda: "{:{}}".format("a", 5) + "|")
t(lambda: "{:{w}.{p}}".format("abcdef", w=5, p=2) + "|")
t(lambda: "{0:{1}}".format("a", ">5"))
t(lambda: "{".format())
t(lambda: "}".format())
t(lambda: "{}".format())
t(lambda: "{1}".format(1))
t(lambda: "{a}".format())
t(lambda: "{0} {}".format(1, 2))
t(lambda: "{} {0}".format(1, 2))
t(lambda: "{!x}".format(1))
t(lambda: "{!}".format(1))
t(lambda: "{!r".format(1))
t(lambda: "{:d}".format("a"))
t(lambda: "{:5".format(1))
t(lambda: "{0.nothing}".format(5))
t(lambda: "{0[5]}".format([1]))
t(lambda: "{0[x]}".format([1]))
t(lambda: "{0[k]}".format({}))
t(lambda: "{0[}".format([1]))
t(lambda: "{0.}".format(1))
t(lambda: "{0[]}".format([1]))
t(lambda: "{0[0]x}".format([1]))
t(lambda: "{:{:{}}}".format(1, 2, 3))
t(lambda: "{a b}".format(**{"a b": 1}))
t(lambda: "{ä}".format(ä="ö"))
t(lambda: "{99999999999999999999}".format(1))
t(lambda: "{}{}".format(*["x", "y"]))
t(lambda: "{k}".format(**{"k": "v"}))
t(lambda: "{:%}".format(0.5))
t(lambda: "{:>{width}}".format("x", width=4))
t(lambda: "{0!r}{0!s}".format("q"))
t(lambda: "".format(1, 2, 3))
t(lambda: "no fields".format())
t(lambda: "{a}{b}".format_map({"a": 1, "b": 2}))
t(lambda: "{a}".format_map({}))
t(lambda: "{}".format_map({"a": 1}))
t(lambda: "{x.y}".format_map({"x": A2()}))
t(lambda: "{missing}".format_map(M()))
t(lambda: "{a}".format_map(5))
t(lambda: str.format("{}", 1))
#> '1'
#> '1 a'
#> 'a b a'
#> '1'
#> '1 2'
#> '{}'
#> '{1}'
#> 'a    |'
#> '    a'
#> '3.14'
#> '1,234,567'
#> "'a'"
#> 'a'
#> "'\\xe4'"
#> "   'a'"
#> '5'
#> '5'
#> '5'
#> '5'
#> '7'
#> 'a    |'
#> 'ab   |'
#> '    a'
#> ValueError: Single '{' encountered in format string
#> ValueError: Single '}' encountered in format string
#> IndexError: Replacement index 0 out of range for positional args tuple
#> IndexError: Replacement index 1 out of range for positional args tuple
#> KeyError: 'a'
#> ValueError: cannot switch from manual field specification to automatic field numbering
#> ValueError: cannot switch from automatic field numbering to manual field specification
#> ValueError: Unknown conversion specifier x
#> ValueError: unmatched '{' in format spec
#> ValueError: unmatched '{' in format spec
#> ValueError: Unknown format code 'd' for object of type 'str'
#> ValueError: unmatched '{' in format spec
#> AttributeError: 'int' object has no attribute 'nothing'
#> IndexError: list index out of range
#> TypeError: list indices must be integers or slices, not str
#> KeyError: 'k'
#> ValueError: expected '}' before end of string
#> ValueError: Empty attribute in format string
#> ValueError: Empty attribute in format string
#> ValueError: Only '.' or '[' may follow ']' in format field specifier
#> ValueError: Max string recursion exceeded
#> '1'
#> 'ö'
#> ValueError: Too many decimal digits in format string
#> 'xy'
#> 'v'
#> '50.000000%'
#> '   x'
#> "'q'q"
#> ''
#> 'no fields'
#> '12'
#> KeyError: 'a'
#> ValueError: Format string contains positional fields
#> 'z'
#> '<missing>'
#> TypeError: 'int' object is not subscriptable
#> '1'
