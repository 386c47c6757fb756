def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(e.__class__.__name__ + ":", e)
class A:
    def __str__(self):
        return "A!"
    def __int__(self):
        return 7
class B:
    def __index__(self):
        return 255
class S(str):
    pass
t(lambda: "%s" % "a")
t(lambda: "%s" % 1)
t(lambda: "%s %s" % (1, "a"))
t(lambda: "%s" % (1,))
t(lambda: "%s" % [1, 2])
t(lambda: "%s" % None)
t(lambda: "%r" % "a")
t(lambda: "%a" % "ä")
t(lambda: "%d" % 5)
t(lambda: "%d" % 5.9)
t(lambda: "%d" % True)
t(lambda: "%i" % -5)
t(lambda: "%u" % 5)
t(lambda: "%5d|" % 5)
t(lambda: "%-5d|" % 5)
t(lambda: "%05d" % 5)
t(lambda: "%05d" % -5)
t(lambda: "%+d" % 5)
t(lambda: "% d" % 5)
t(lambda: "%.3d" % 5)
t(lambda: "%x" % 255)
t(lambda: "%X" % 255)
t(lambda: "%#x" % 255)
t(lambda: "%o" % 8)
t(lambda: "%#o" % 8)
t(lambda: "%#08x" % 255)
t(lambda: "%d" % 2**70)
t(lambda: "%x" % 2**70)
t(lambda: "%c" % 65)
t(lambda: "%c" % "a")
t(lambda: "%c" % "ä")
t(lambda: "%c" % "ab")
t(lambda: "%c" % 0x110000)
t(lambda: "%c" % 1.5)
t(lambda: "%f" % 3.14159)
t(lambda: "%.2f" % 3.14159)
t(lambda: "%8.2f" % 3.14159)
t(lambda: "%-8.2f|" % 3.14159)
t(lambda: "%08.2f" % -3.14159)
t(lambda: "%e" % 1234.5)
t(lambda: "%E" % 1234.5)
t(lambda: "%g" % 1234567)
t(lambda: "%G" % 1e-10)
t(lambda: "%f" % 5)
t(lambda: "%f" % "a")
t(lambda: "%f" % None)
t(lambda: "%f" % float("nan"))
t(lambda: "%F" % float("inf"))
t(lambda: "%#.0f" % 1.0)
t(lambda: "%5s|" % "a")
t(lambda: "%-5s|" % "a")
t(lambda: "%.2s" % "abc")
t(lambda: "%5.1s|" % "abc")
t(lambda: "%5s|" % "ä")
t(lambda: "%%" % ())
t(lambda: "100%%" % ())
t(lambda: "%5%" % ())
t(lambda: "%(a)s" % {"a": 1})
t(lambda: "%(a)s %(b)d" % {"a": 1, "b": 2})
t(lambda: "%(a)s" % {})
t(lambda: "%(a)s" % 5)
t(lambda: "%(a)s" % "x")
t(lambda: "%(a)s" % (1,))
t(lambda: "%(a" % {"a": 1})
t(lambda: "%((a))s" % {"(a)": 1})
t(lambda: "%s" % {"a": 1})
t(lambda: "%s %s" % {"a": 1})
t(lambda: "%*d" % (5, 42))
t(lambda: "%-*d|" % (5, 42))
t(lambda: "%*d|" % (-5, 42))
t(lambda: "%.*f" % (2, 3.14159))
t(lambda: "%*d" % ("a", 42))
t(lambda: "%*d" % (5,))
t(lambda: "%d" % "a")
t(lambda: "%d" % None)
t(lambda: "%d" % [1])
t(lambda: "%x" % 1.5)
t(lambda: "%x" % "a")
t(lambda: "%o" % None)
t(lambda: "%d" % float("nan"))
t(lambda: "%d" % float("inf"))
t(lambda: "%s" % ())
t(lambda: "%s %s" % (1,))
t(lambda: "%s" % (1, 2))
t(lambda: "a" % 1)
t(lambda: "a" % (1,))
t(lambda: "a" % ())
t(lambda: "a" % [])
t(lambda: "a" % {})
t(lambda: "%" % 1)
t(lambda: "%y" % 1)
t(lambda: "%s%" % 1)
t(lambda: "abc%5" % 1)
t(lambda: "%ä" % 1)
t(lambda: "%ld" % 5)
t(lambda: "%s" % A())
t(lambda: "%d" % A())
t(lambda: "%x" % B())
t(lambda: "%d" % B())
t(lambda: "%s" % S("q"))
t(lambda: S("%s!") % 1)
t(lambda: "%99999999999999999999d" % 1)
t(lambda: "%.99999999999d" % 1)
t(lambda: "%(a)s %s" % {"a": 1})
t(lambda: "%s" % (("a", "b"),))
t(lambda: "%s=%s" % ("k", ("a",)))
#> 'a'
#> '1'
#> '1 a'
#> '1'
#> '[1, 2]'
#> 'None'
#> "'a'"
#> "'\\xe4'"
#> '5'
#> '5'
#> '1'
#> '-5'
#> '5'
#> '    5|'
#> '5    |'
#> '00005'
#> '-0005'
#> '+5'
#> ' 5'
#> '005'
#> 'ff'
#> 'FF'
#> '0xff'
#> '10'
#> '0o10'
#> '0x0000ff'
#> '1180591620717411303424'
#> '400000000000000000'
#> 'A'
#> 'a'
#> 'ä'
#> TypeError: %c requires int or char
#> OverflowError: %c arg not in range(0x110000)
#> TypeError: %c requires int or char
#> '3.141590'
#> '3.14'
#> '    3.14'
#> '3.14    |'
#> '-0003.14'
#> '1.234500e+03'
#> '1.234500E+03'
#> '1.23457e+06'
#> '1E-10'
#> '5.000000'
#> TypeError: must be real number, not str
#> TypeError: must be real number, not NoneType
#> 'nan'
#> 'INF'
#> '1.'
#> '    a|'
#> 'a    |'
#> 'ab'
#> '    a|'
#> '    ä|'
#> '%'
#> '100%'
#> TypeError: not enough arguments for format string
#> '1'
#> '1 2'
#> KeyError: 'a'
#> TypeError: format requires a mapping
#> TypeError: format requires a mapping
#> TypeError: format requires a mapping
#> ValueError: incomplete format key
#> '1'
#> "{'a': 1}"
#> TypeError: not enough arguments for format string
#> '   42'
#> '42   |'
#> '42   |'
#> '3.14'
#> TypeError: * wants int
#> TypeError: not enough arguments for format string
#> TypeError: %d format: a real number is required, not str
#> TypeError: %d format: a real number is required, not NoneType
#> TypeError: %d format: a real number is required, not list
#> TypeError: %x format: an integer is required, not float
#> TypeError: %x format: an integer is required, not str
#> TypeError: %o format: an integer is required, not NoneType
#> ValueError: cannot convert float NaN to integer
#> OverflowError: cannot convert float infinity to integer
#> TypeError: not enough arguments for format string
#> TypeError: not enough arguments for format string
#> TypeError: not all arguments converted during string formatting
#> TypeError: not all arguments converted during string formatting
#> TypeError: not all arguments converted during string formatting
#> 'a'
#> 'a'
#> 'a'
#> ValueError: incomplete format
#> ValueError: unsupported format character 'y' (0x79) at index 1
#> ValueError: incomplete format
#> ValueError: incomplete format
#> ValueError: unsupported format character '?' (0xe4) at index 1
#> '5'
#> 'A!'
#> '7'
#> 'ff'
#> '255'
#> 'q'
#> '1!'
#> ValueError: width too big
#> ValueError: precision too big
#> TypeError: not enough arguments for format string
#> "('a', 'b')"
#> "k=('a',)"
