def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(e.__class__.__name__ + ":", e)
t(lambda: b"")
t(lambda: bytes())
t(lambda: bytes(3))
t(lambda: bytes([1, 2, 255]))
t(lambda: bytes((97, 98)))
t(lambda: bytes(b"abc"))
t(lambda: bytes("aä", "utf-8"))
t(lambda: bytes("aä", "ascii", "replace"))
t(lambda: bytes("abc", encoding="latin-1"))
t(lambda: bytes(x for x in [1, 2]))
t(lambda: bytes("abc"))
t(lambda: bytes([256]))
t(lambda: bytes([-1]))
t(lambda: bytes(["a"]))
t(lambda: bytes(-1))
t(lambda: bytes(1.5))
t(lambda: bytes(None))
t(lambda: bytes(5, "utf-8"))
t(lambda: bytes(b"a", errors="strict"))
t(lambda: bytes({65: 1}))
t(lambda: b"abc".decode())
t(lambda: b"a\xc3\xa4".decode())
t(lambda: b"a\xc3\xa4".decode("latin-1"))
t(lambda: b"a\xff".decode())
t(lambda: b"a\xff".decode("utf-8", "replace"))
t(lambda: b"a\xff".decode("utf-8", "ignore"))
t(lambda: b"a\xff".decode(errors="backslashreplace"))
t(lambda: b"a\xff".decode("utf-8", errors="surrogateescape"))
t(lambda: b"\xff\xfea\x00".decode("utf-16"))
t(lambda: b"\xef\xbb\xbfabc".decode("utf-8-sig"))
t(lambda: b"abc".decode("nope"))
t(lambda: b"abc".decode(5))
t(lambda: b"\xe2\x82".decode())
t(lambda: b"\x80abc".decode("ascii"))
t(lambda: b"abc\xff".decode("utf-8", "nope"))
t(lambda: b"abc".hex())
t(lambda: b"abcd".hex(":"))
t(lambda: b"abcde".hex("-", 2))
t(lambda: b"abcde".hex("-", -2))
t(lambda: b"abc".hex(sep=" ", bytes_per_sep=1))
t(lambda: b"abc".hex("ab"))
t(lambda: b"abc".hex(1))
t(lambda: b"abc".hex("ä"))
t(lambda: bytes.fromhex("616263"))
t(lambda: bytes.fromhex("61 62\t63"))
t(lambda: bytes.fromhex(""))
t(lambda: bytes.fromhex("6"))
t(lambda: bytes.fromhex("6g"))
t(lambda: bytes.fromhex("61 6 2"))
t(lambda: bytes.fromhex(5))
t(lambda: bytes.fromhex("DEADbeef"))
#> b''
#> b''
#> b'\x00\x00\x00'
#> b'\x01\x02\xff'
#> b'ab'
#> b'abc'
#> b'a\xc3\xa4'
#> b'a?'
#> b'abc'
#> b'\x01\x02'
#> TypeError: string argument without an encoding
#> ValueError: bytes must be in range(0, 256)
#> ValueError: bytes must be in range(0, 256)
#> TypeError: 'str' object cannot be interpreted as an integer
#> ValueError: negative count
#> TypeError: cannot convert 'float' object to bytes
#> TypeError: cannot convert 'NoneType' object to bytes
#> TypeError: encoding without a string argument
#> TypeError: errors without a string argument
#> b'A'
#> 'abc'
#> 'aä'
#> 'aÃ¤'
#> UnicodeDecodeError: 'utf-8' codec can't decode byte 0xff in position 1: invalid start byte
#> 'a�'
#> 'a'
#> 'a\\xff'
#> 'a\udcff'
#> 'a'
#> 'abc'
#> LookupError: unknown encoding: nope
#> TypeError: decode() argument 'encoding' must be str, not int
#> UnicodeDecodeError: 'utf-8' codec can't decode bytes in position 0-1: unexpected end of data
#> UnicodeDecodeError: 'ascii' codec can't decode byte 0x80 in position 0: ordinal not in range(128)
#> LookupError: unknown error handler name 'nope'
#> '616263'
#> '61:62:63:64'
#> '61-6263-6465'
#> '6162-6364-65'
#> '61 62 63'
#> ValueError: sep must be length 1.
#> TypeError: object of type 'int' has no len()
#> ValueError: sep must be ASCII.
#> b'abc'
#> b'abc'
#> b''
#> ValueError: non-hexadecimal number found in fromhex() arg at position 1
#> ValueError: non-hexadecimal number found in fromhex() arg at position 1
#> ValueError: non-hexadecimal number found in fromhex() arg at position 4
#> TypeError: fromhex() argument must be str, not int
#> b'\xde\xad\xbe\xef'
---
def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(e.__class__.__name__ + ":", e)
t(lambda: b"abcabc".find(b"c"))
t(lambda: b"abcabc".find(99))
t(lambda: b"abcabc".find(b"c", 3))
t(lambda: b"abcabc".rfind(b"c", 0, 5))
t(lambda: b"\xff\xfe\xff".rfind(b"\xff"))
t(lambda: b"\xff\xfe\xff".find(b"\xfe"))
t(lambda: b"\xff\xfe\xff".find(b"\xff", 1))
t(lambda: b"abcabc".find(b"x"))
t(lambda: b"abcabc".index(b"x"))
t(lambda: b"abcabc".index(b"b"))
t(lambda: b"abcabc".rindex(b"b"))
t(lambda: b"abcabc".count(b"b"))
t(lambda: b"abcabc".count(98))
t(lambda: b"\xff\xff".count(b""))
t(lambda: b"abc".find("a"))
t(lambda: b"abc".find(256))
t(lambda: b"abc".startswith(b"a"))
t(lambda: b"abc".startswith((b"x", b"ab")))
t(lambda: b"abc".startswith("a"))
t(lambda: b"abc".startswith(("a",)))
t(lambda: b"abc".endswith(b"bc"))
t(lambda: b"abc".endswith(b"b", 0, 2))
t(lambda: b"abc".endswith(1))
t(lambda: b"a,b,c".split(b","))
t(lambda: b"a,b,c".split(b",", 1))
t(lambda: b" a  b ".split())
t(lambda: b" a  b ".split(None, 1))
t(lambda: b" a  b ".rsplit(None, 1))
t(lambda: b" a  b ".rsplit(maxsplit=0))
t(lambda: b"a,b,c".rsplit(b",", 1))
t(lambda: b"a\x1cb".split())
t(lambda: b"\xc2\xa0a\xa0b".split())
t(lambda: b"a".split(b""))
t(lambda: b"a".split(","))
t(lambda: b"a\nb\r\nc\rd\x0be".splitlines())
t(lambda: b"a\nb\r\n".splitlines(True))
t(lambda: b"a-b-c".partition(b"-"))
t(lambda: b"a-b-c".rpartition(b"-"))
t(lambda: b"abc".partition(b"-"))
t(lambda: b"abc".rpartition(b"-"))
t(lambda: b"a".partition("a"))
t(lambda: b" \ta\n ".strip())
t(lambda: b" a ".lstrip())
t(lambda: b" a ".rstrip())
t(lambda: b"xyaxy".strip(b"xy"))
t(lambda: b"\xffa\xff".strip(b"\xff"))
t(lambda: b"a".strip("a"))
t(lambda: b"\x1ca".strip())
t(lambda: b"abcabc".replace(b"b", b"XX"))
t(lambda: b"abcabc".replace(b"b", b"XX", 1))
t(lambda: b"a\xff".replace(b"", b"-"))
t(lambda: b"a\xffb".replace(b"", b"-", 2))
t(lambda: b"abc".replace("a", b"b"))
t(lambda: b"foobar".removeprefix(b"foo"))
t(lambda: b"foobar".removesuffix(b"bar"))
t(lambda: b"foobar".removeprefix("foo"))
t(lambda: b",".join([b"a", b"b"]))
t(lambda: b",".join([]))
t(lambda: b",".join([b"a", "b"]))
t(lambda: b",".join([1]))
t(lambda: b",".join(1))
t(lambda: b"AbC\xff".lower())
t(lambda: b"AbC\xff".upper())
t(lambda: [s.isalnum() for s in [b"", b"a1", b"a_", b"\xe4"]])
t(lambda: [s.isalpha() for s in [b"", b"aB", b"a1"]])
t(lambda: [s.isdigit() for s in [b"", b"12", b"1a"]])
t(lambda: [s.isspace() for s in [b"", b" \t", b"\x1c"]])
t(lambda: [s.islower() for s in [b"", b"a1", b"aB", b"1"]])
t(lambda: [s.isupper() for s in [b"", b"A1", b"aB", b"1"]])
t(lambda: [s.isascii() for s in [b"", b"a", b"\x80"]])
#> 2
#> 2
#> 5
#> 2
#> 2
#> 1
#> 2
#> -1
#> ValueError: subsection not found
#> 1
#> 4
#> 2
#> 2
#> 3
#> TypeError: argument should be integer or bytes-like object, not 'str'
#> ValueError: byte must be in range(0, 256)
#> True
#> True
#> TypeError: startswith first arg must be bytes or a tuple of bytes, not str
#> TypeError: a bytes-like object is required, not 'str'
#> True
#> True
#> TypeError: endswith first arg must be bytes or a tuple of bytes, not int
#> [b'a', b'b', b'c']
#> [b'a', b'b,c']
#> [b'a', b'b']
#> [b'a', b'b ']
#> [b' a', b'b']
#> [b' a  b']
#> [b'a,b', b'c']
#> [b'a\x1cb']
#> [b'\xc2\xa0a\xa0b']
#> ValueError: empty separator
#> TypeError: a bytes-like object is required, not 'str'
#> [b'a', b'b', b'c', b'd\x0be']
#> [b'a\n', b'b\r\n']
#> (b'a', b'-', b'b-c')
#> (b'a-b', b'-', b'c')
#> (b'abc', b'', b'')
#> (b'', b'', b'abc')
#> TypeError: a bytes-like object is required, not 'str'
#> b'a'
#> b'a '
#> b' a'
#> b'a'
#> b'a'
#> TypeError: a bytes-like object is required, not 'str'
#> b'\x1ca'
#> b'aXXcaXXc'
#> b'aXXcabc'
#> b'-a-\xff-'
#> b'-a-\xffb'
#> TypeError: a bytes-like object is required, not 'str'
#> b'bar'
#> b'foo'
#> TypeError: a bytes-like object is required, not 'str'
#> b'a,b'
#> b''
#> TypeError: sequence item 1: expected a bytes-like object, str found
#> TypeError: sequence item 0: expected a bytes-like object, int found
#> TypeError: can only join an iterable
#> b'abc\xff'
#> b'ABC\xff'
#> [False, True, False, False]
#> [False, True, False]
#> [False, True, False]
#> [False, True, False]
#> [False, True, False, False]
#> [False, True, False, False]
#> [True, True, False]
---
def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(e.__class__.__name__ + ":", e)
t(lambda: b"abc"[0])
t(lambda: b"abc"[-1])
t(lambda: b"abc"[3])
t(lambda: b"abc"[1:])
t(lambda: b"abc"[::-1])
t(lambda: b"abc"["a"])
t(lambda: list(b"ab\xff"))
t(lambda: [x for x in b"az"])
t(lambda: len(b"abc"))
t(lambda: b"a" + b"b")
t(lambda: b"a" + "b")
t(lambda: "a" + b"b")
t(lambda: b"a" * 3)
t(lambda: 2 * b"ab")
t(lambda: b"a" in b"abc")
t(lambda: 97 in b"abc")
t(lambda: "a" in b"abc")
t(lambda: 256 in b"abc")
t(lambda: b"abc" == b"abc")
t(lambda: b"abc" == "abc")
t(lambda: b"abc" < b"abd")
t(lambda: b"\xff" > b"a")
t(lambda: b"abc" < "abd")
t(lambda: b"\xff" in b"a\xff")
t(lambda: repr(b"a'b"))
t(lambda: repr(b"a\"'b\\\n\t\x00\x7f\xff"))
t(lambda: str(b"abc"))
t(lambda: f"{b'a'}")
t(lambda: b"a".nothing)
t(lambda: bytes.lower("A"))
t(lambda: bytes.hex(b"a"))
t(lambda: {b"a": 1}[b"a"])
t(lambda: bool(b""))
t(lambda: bool(b"\x00"))
t(lambda: b"" or "x")
#> 97
#> 99
#> IndexError: index out of range
#> b'bc'
#> b'cba'
#> TypeError: byte indices must be integers or slices, not str
#> [97, 98, 255]
#> [97, 122]
#> 3
#> b'ab'
#> TypeError: can't concat str to bytes
#> TypeError: can only concatenate str (not "bytes") to str
#> b'aaa'
#> b'abab'
#> True
#> True
#> TypeError: a bytes-like object is required, not 'str'
#> ValueError: byte must be in range(0, 256)
#> True
#> False
#> True
#> True
#> TypeError: '<' not supported between instances of 'bytes' and 'str'
#> True
#> 'b"a\'b"'
#> 'b\'a"\\\'b\\\\\\n\\t\\x00\\x7f\\xff\''
#> "b'abc'"
#> "b'a'"
#> AttributeError: 'bytes' object has no attribute 'nothing'
#> TypeError: descriptor 'lower' for 'bytes' objects doesn't apply to a 'str' object
#> '61'
#> 1
#> False
#> True
#> 'x'
