def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(e.__class__.__name__ + ":", e)
class A:
    def __float__(self):
        return 2.5
class B:
    def __index__(self):
        return 3
class C:
    def __float__(self):
        return 3
class F(float):
    pass
t(lambda: float())
t(lambda: float(5))
t(lambda: float(True))
t(lambda: float("1.5"))
t(lambda: float(" -1.5e3 "))
t(lambda: float("1_0.5"))
t(lambda: float("inf"))
t(lambda: float("-Infinity"))
t(lambda: float("nan"))
t(lambda: float("+nan"))
t(lambda: float(""))
t(lambda: float("abc"))
t(lambda: float("1.5x"))
t(lambda: float("1e400"))
t(lambda: float("1e-400"))
t(lambda: float("٣.٥"))
t(lambda: float(".5"))
t(lambda: float("5."))
t(lambda: float("."))
t(lambda: float("0x10"))
t(lambda: float(b"1.5"))
t(lambda: float(b"x"))
t(lambda: float(b"\xff"))
t(lambda: float(None))
t(lambda: float([]))
t(lambda: float(10**400))
t(lambda: float(A()))
t(lambda: float(B()))
t(lambda: float(C()))
t(lambda: float("1__0"))
t(lambda: float("infinit"))
t(lambda: float(x=1))
t(lambda: F(1.5) + 1)
t(lambda: F("2.5"))
t(lambda: repr(F(1.5)))
t(lambda: (1.5).is_integer())
t(lambda: (2.0).is_integer())
t(lambda: float("inf").is_integer())
t(lambda: float("nan").is_integer())
t(lambda: (1.5).hex())
t(lambda: (0.0).hex())
t(lambda: (-0.1).hex())
t(lambda: float("inf").hex())
t(lambda: float.fromhex("0x1.8p0"))
t(lambda: float.fromhex("1.8"))
t(lambda: float.fromhex("-0x1p-3"))
t(lambda: float.fromhex("nan"))
t(lambda: float.fromhex("zz"))
t(lambda: float.fromhex(5))
t(lambda: float.fromhex("0x1p5000"))
t(lambda: (1.5).as_integer_ratio())
t(lambda: (-0.25).as_integer_ratio())
t(lambda: (0.1).as_integer_ratio())
t(lambda: float("inf").as_integer_ratio())
t(lambda: float("nan").as_integer_ratio())
t(lambda: (1.5).real)
t(lambda: (1.5).imag)
t(lambda: (1.5).conjugate())
t(lambda: (1.5).nothing)
t(lambda: float.is_integer("x"))
t(lambda: float.is_integer(1))
#> 0.0
#> 5.0
#> 1.0
#> 1.5
#> -1500.0
#> 10.5
#> inf
#> -inf
#> nan
#> nan
#> ValueError: could not convert string to float: ''
#> ValueError: could not convert string to float: 'abc'
#> ValueError: could not convert string to float: '1.5x'
#> inf
#> 0.0
#> 3.5
#> 0.5
#> 5.0
#> ValueError: could not convert string to float: '.'
#> ValueError: could not convert string to float: '0x10'
#> 1.5
#> ValueError: could not convert string to float: b'x'
#> ValueError: could not convert string to float: b'\xff'
#> TypeError: float() argument must be a string or a real number, not 'NoneType'
#> TypeError: float() argument must be a string or a real number, not 'list'
#> OverflowError: int too large to convert to float
#> 2.5
#> 3.0
#> TypeError: C.__float__ returned non-float (type int)
#> ValueError: could not convert string to float: '1__0'
#> ValueError: could not convert string to float: 'infinit'
#> TypeError: float() takes no keyword arguments
#> 2.5
#> 2.5
#> '1.5'
#> False
#> True
#> False
#> False
#> '0x1.8000000000000p+0'
#> '0x0.0p+0'
#> '-0x1.999999999999ap-4'
#> 'inf'
#> 1.5
#> 1.5
#> -0.125
#> nan
#> ValueError: invalid hexadecimal floating-point string
#> TypeError: bad argument type for built-in operation
#> OverflowError: hexadecimal value too large to represent as a float
#> (3, 2)
#> (-1, 4)
#> (3602879701896397, 36028797018963968)
#> OverflowError: cannot convert Infinity to integer ratio
#> ValueError: cannot convert NaN to integer ratio
#> 1.5
#> 0.0
#> 1.5
#> AttributeError: 'float' object has no attribute 'nothing'
#> TypeError: descriptor 'is_integer' for 'float' objects doesn't apply to a 'str' object
#> TypeError: descriptor 'is_integer' for 'float' objects doesn't apply to a 'int' object
---
def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(e.__class__.__name__ + ":", e)
def hash_same(a, b):
    return a in {b: 0}
t(lambda: 1.0)
t(lambda: 0.1 + 0.2)
t(lambda: 1e16)
t(lambda: 1e15)
t(lambda: 123456789012345678.0)
t(lambda: 1e-4)
t(lambda: 1e-5)
t(lambda: 0.0001)
t(lambda: 1.5e300 * 1e10)
t(lambda: 1e308 * 10)
t(lambda: -1e308 * 10)
t(lambda: 5e-324)
t(lambda: 1/3)
t(lambda: 100.0)
t(lambda: -0.0)
t(lambda: 2.5e-10)
t(lambda: 1e22)
t(lambda: 1e100)
t(lambda: float("inf") - float("inf"))
t(lambda: 0.1 + 0.7)
t(lambda: 3.0 == 3)
t(lambda: float("nan") == float("nan"))
t(lambda: float("nan") != float("nan"))
t(lambda: float("inf") > 10**400)
t(lambda: 1e16 == 10**16)
t(lambda: 9007199254740993 == 9007199254740992.0)
t(lambda: 1.5 < 2)
t(lambda: hash_same(1.0, 1))
t(lambda: 1.7976931348623157e308)
#> 1.0
#> 0.30000000000000004
#> 1e+16
#> 1000000000000000.0
#> 1.2345678901234568e+17
#> 0.0001
#> 1e-05
#> 0.0001
#> inf
#> inf
#> -inf
#> 5e-324
#> 0.3333333333333333
#> 100.0
#> -0.0
#> 2.5e-10
#> 1e+22
#> 1e+100
#> nan
#> 0.7999999999999999
#> True
#> False
#> True
#> True
#> True
#> False
#> True
#> True
#> 1.7976931348623157e+308
