def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(e.__class__.__name__ + ":", e)
t(lambda: int())
t(lambda: int(5))
t(lambda: int(True))
t(lambda: int(5.9))
t(lambda: int(-5.9))
t(lambda: int(1e20))
t(lambda: int("5"))
t(lambda: int(" -5 "))
t(lambda: int("+5"))
t(lambda: int("1_000"))
t(lambda: int("1__0"))
t(lambda: int("_1"))
t(lambda: int(""))
t(lambda: int(" "))
t(lambda: int("5.5"))
t(lambda: int("abc"))
t(lambda: int("0x10"))
t(lambda: int("٣"))
t(lambda: int("1 2"))
t(lambda: int("12345678901234567890123"))
t(lambda: int("-9223372036854775808"))
t(lambda: int("9223372036854775808"))
t(lambda: int("ff", 16))
t(lambda: int("0xff", 16))
t(lambda: int("0xFF", 0))
t(lambda: int("0b101", 0))
t(lambda: int("0o17", 0))
t(lambda: int("017", 0))
t(lambda: int("17", 0))
t(lambda: int("z", 36))
t(lambda: int("2", 2))
t(lambda: int("101", base=2))
t(lambda: int("5", 1))
t(lambda: int("5", 37))
t(lambda: int("5", -1))
t(lambda: int(5, 10))
t(lambda: int(5.5, 10))
t(lambda: int(base=10))
t(lambda: int("5", "10"))
t(lambda: int("5", 10.0))
t(lambda: int(b"12"))
t(lambda: int(b"1x"))
t(lambda: int(b"ff", 16))
t(lambda: int(None))
t(lambda: int([]))
t(lambda: int({}))
t(lambda: int(float("nan")))
t(lambda: int(float("inf")))
t(lambda: int("1" * 200) == (10**200 - 1) // 9)
t(lambda: int("x" * 5))
t(lambda: int("'"))
t(lambda: int("a'b"))
t(lambda: int("9" * 5000))
t(lambda: int(x=5))
t(lambda: int("5", 10, 10))
#> 0
#> 5
#> 1
#> 5
#> -5
#> 100000000000000000000
#> 5
#> -5
#> 5
#> 1000
#> ValueError: invalid literal for int() with base 10: '1__0'
#> ValueError: invalid literal for int() with base 10: '_1'
#> ValueError: invalid literal for int() with base 10: ''
#> ValueError: invalid literal for int() with base 10: ' '
#> ValueError: invalid literal for int() with base 10: '5.5'
#> ValueError: invalid literal for int() with base 10: 'abc'
#> ValueError: invalid literal for int() with base 10: '0x10'
#> 3
#> ValueError: invalid literal for int() with base 10: '1 2'
#> 12345678901234567890123
#> -9223372036854775808
#> 9223372036854775808
#> 255
#> 255
#> 255
#> 5
#> 15
#> ValueError: invalid literal for int() with base 0: '017'
#> 17
#> 35
#> ValueError: invalid literal for int() with base 2: '2'
#> 5
#> ValueError: int() base must be >= 2 and <= 36, or 0
#> ValueError: int() base must be >= 2 and <= 36, or 0
#> ValueError: int() base must be >= 2 and <= 36, or 0
#> TypeError: int() can't convert non-string with explicit base
#> TypeError: int() can't convert non-string with explicit base
#> TypeError: int() missing string argument
#> TypeError: 'str' object cannot be interpreted as an integer
#> TypeError: 'float' object cannot be interpreted as an integer
#> 12
#> ValueError: invalid literal for int() with base 10: b'1x'
#> 255
#> TypeError: int() argument must be a string, a bytes-like object or a real number, not 'NoneType'
#> TypeError: int() argument must be a string, a bytes-like object or a real number, not 'list'
#> TypeError: int() argument must be a string, a bytes-like object or a real number, not 'dict'
#> ValueError: cannot convert float NaN to integer
#> OverflowError: cannot convert float infinity to integer
#> True
#> ValueError: invalid literal for int() with base 10: 'xxxxx'
#> ValueError: invalid literal for int() with base 10: "'"
#> ValueError: invalid literal for int() with base 10: "a'b"
#> ValueError: Exceeds the limit (4300 digits) for integer string conversion: value has 5000 digits; use sys.set_int_max_str_digits() to increase the limit
#> TypeError: 'x' is an invalid keyword argument for int()
#> TypeError: int() takes at most 2 arguments (3 given)
---
def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(e.__class__.__name__ + ":", e)
class A:
    def __int__(self):
        return 42
class B:
    def __index__(self):
        return 2
class C:
    def __trunc__(self):
        return 7
class D:
    def __int__(self):
        return "x"
class E:
    pass
class I(int):
    def double(self):
        return self * 2
def bytes_like():
    return b" 12 "
t(lambda: int(A()))
t(lambda: int(B()))
t(lambda: int(C()))
t(lambda: int(D()))
t(lambda: int(E()))
t(lambda: "abc"[B()])
t(lambda: [1, 2, 3][B()])
t(lambda: "ab" * B())
t(lambda: "abc".center(B() * 3) if False else "abc".zfill(B()))
t(lambda: I(5))
t(lambda: I(5) + 1)
t(lambda: I("7") * I(2))
t(lambda: I(5) == 5)
t(lambda: int(I(9)))
t(lambda: I(5).bit_length())
t(lambda: I(3).double())
t(lambda: repr(I(3)))
t(lambda: isinstance(I(3), int))
t(lambda: {3: "x"}[I(3)])
t(lambda: I(5) > 4)
t(lambda: -I(5))
t(lambda: I.from_bytes(b"\x01\x00", "big"))
t(lambda: int(bytes_like()))
#> 42
#> 2
#> 7
#> TypeError: __int__ returned non-int (type str)
#> TypeError: int() argument must be a string, a bytes-like object or a real number, not 'E'
#> 'c'
#> 3
#> 'abab'
#> 'abc'
#> 5
#> 6
#> 14
#> True
#> 9
#> 3
#> 6
#> '3'
#> True
#> 'x'
#> True
#> -5
#> 256
#> 12
---
def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(e.__class__.__name__ + ":", e)
t(lambda: (0).bit_length())
t(lambda: (255).bit_length())
t(lambda: (-256).bit_length())
t(lambda: (2**100).bit_length())
t(lambda: (255).bit_count())
t(lambda: (-3).bit_count())
t(lambda: (2**100 - 1).bit_count())
t(lambda: True.bit_length())
t(lambda: (5).real)
t(lambda: (5).imag)
t(lambda: (5).numerator)
t(lambda: (5).denominator)
t(lambda: True.real)
t(lambda: (5).conjugate())
t(lambda: (2**70).real)
t(lambda: (5).as_integer_ratio())
t(lambda: True.as_integer_ratio())
t(lambda: (-5).as_integer_ratio())
t(lambda: (258).to_bytes(2, "big"))
t(lambda: (258).to_bytes(2, "little"))
t(lambda: (258).to_bytes(4, byteorder="big"))
t(lambda: (5).to_bytes())
t(lambda: (-1).to_bytes(2, "big", signed=True))
t(lambda: (-129).to_bytes(2, "little", signed=True))
t(lambda: (256).to_bytes(1, "big"))
t(lambda: (-1).to_bytes(1, "big"))
t(lambda: (128).to_bytes(1, "big", signed=True))
t(lambda: (5).to_bytes(-1, "big"))
t(lambda: (5).to_bytes(1, "middle"))
t(lambda: (5).to_bytes(1, 5))
t(lambda: (5).to_bytes("1", "big"))
t(lambda: (0).to_bytes(0, "big"))
t(lambda: (2**64).to_bytes(9, "big"))
t(lambda: int.from_bytes(b"\x01\x02", "big"))
t(lambda: int.from_bytes(b"\x01\x02", "little"))
t(lambda: int.from_bytes(b"\xff\xfe", "big", signed=True))
t(lambda: int.from_bytes(b"", "big"))
t(lambda: int.from_bytes(b"\x05"))
t(lambda: int.from_bytes([1, 2], "big"))
t(lambda: int.from_bytes("ab", "big"))
t(lambda: int.from_bytes(b"\xff" * 9, "big"))
t(lambda: int.from_bytes(b"\x01", "x"))
t(lambda: int.bit_length(5))
t(lambda: int.bit_length(True))
t(lambda: int.bit_length("5"))
t(lambda: (5).nothing)
t(lambda: (5).real.imag)
t(lambda: 5 .__class__.__name__)
t(lambda: (5).__index__())
t(lambda: True.__class__.__name__)
#> 0
#> 8
#> 9
#> 101
#> 8
#> 2
#> 100
#> 1
#> 5
#> 0
#> 5
#> 1
#> 1
#> 5
#> 1180591620717411303424
#> (5, 1)
#> (1, 1)
#> (-5, 1)
#> b'\x01\x02'
#> b'\x02\x01'
#> b'\x00\x00\x01\x02'
#> b'\x05'
#> b'\xff\xff'
#> b'\x7f\xff'
#> OverflowError: int too big to convert
#> OverflowError: can't convert negative int to unsigned
#> OverflowError: int too big to convert
#> ValueError: length argument must be non-negative
#> ValueError: byteorder must be either 'little' or 'big'
#> TypeError: to_bytes() argument 'byteorder' must be str, not int
#> TypeError: 'str' object cannot be interpreted as an integer
#> b''
#> b'\x01\x00\x00\x00\x00\x00\x00\x00\x00'
#> 258
#> 513
#> -2
#> 0
#> 5
#> 258
#> TypeError: cannot convert 'str' object to bytes
#> 4722366482869645213695
#> ValueError: byteorder must be either 'little' or 'big'
#> 3
#> 1
#> TypeError: descriptor 'bit_length' for 'int' objects doesn't apply to a 'str' object
#> AttributeError: 'int' object has no attribute 'nothing'
#> 0
#> 'int'
#> 5
#> 'bool'
