def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(e.__class__.__name__ + ":", e)
t(lambda: 7 + 2)
t(lambda: 7 - 2)
t(lambda: 7 * 2)
t(lambda: 7 / 2)
t(lambda: 7 // 2)
t(lambda: 7 % 2)
t(lambda: 7 ** 2)
t(lambda: -7 // 2)
t(lambda: -7 % 2)
t(lambda: 7 // -2)
t(lambda: 7 % -2)
t(lambda: 7.5 // 2)
t(lambda: -7.5 // 2)
t(lambda: 7.5 % 2)
t(lambda: -7.5 % 2)
t(lambda: 7.5 % -2)
t(lambda: 1 / 3)
t(lambda: 6 / 3)
t(lambda: 2 ** -1)
t(lambda: 2 ** 0.5)
t(lambda: 0 ** 0)
t(lambda: 0.0 ** 0)
t(lambda: 2 ** 100)
t(lambda: (-2) ** 3)
t(lambda: (-8) ** (1/3) if False else 0)
t(lambda: 10 ** 20)
t(lambda: 1 / 0)
t(lambda: 1.0 / 0)
t(lambda: 1 // 0)
t(lambda: 1 % 0)
t(lambda: 1.0 // 0)
t(lambda: 1.0 % 0)
t(lambda: 0 ** -1)
t(lambda: 0.0 ** -1)
t(lambda: 1 + 1.5)
t(lambda: 1 - 1.5)
t(lambda: 2 * 1.5)
t(lambda: True + 1.5)
t(lambda: 9223372036854775807 + 1)
t(lambda: -9223372036854775808 - 1)
t(lambda: 9223372036854775807 * 2)
t(lambda: -9223372036854775808 // -1)
t(lambda: -(-9223372036854775808))
t(lambda: 2 ** 63 - 1)
t(lambda: 2 ** 64 // 3)
t(lambda: 2 ** 64 % 1000)
t(lambda: -(2 ** 64) // 7)
t(lambda: -(2 ** 64) % 7)
t(lambda: 2 ** 64 / 2 ** 60)
t(lambda: 2 ** 64 + 0.5)
t(lambda: 2 ** 64 * 1.0)
t(lambda: 10 ** 400 / 10 ** 399)
t(lambda: 10 ** 400 * 1.0)
t(lambda: 10 ** 400 / 3)
t(lambda: 1 << 10)
t(lambda: 1 << 70)
t(lambda: 1024 >> 3)
t(lambda: -1 >> 10)
t(lambda: -5 >> 1)
t(lambda: 1 >> 100)
t(lambda: 1 << -1)
t(lambda: 1 >> -1)
t(lambda: 5 & 3)
t(lambda: 5 | 3)
t(lambda: 5 ^ 3)
t(lambda: ~5)
t(lambda: -5 & 3)
t(lambda: 2 ** 70 & 2 ** 70 - 1)
t(lambda: 2 ** 70 | 1)
t(lambda: 1.5 & 1)
t(lambda: 1.5 << 1)
t(lambda: ~1.5)
t(lambda: -1.5)
t(lambda: +1.5)
t(lambda: 1.5 ** 2)
t(lambda: 2.0 ** 1000 * 2.0 ** 23)
t(lambda: 2.0 ** 2000)
t(lambda: 1e308 + 1e308)
t(lambda: 0.1 * 3)
t(lambda: 7 // 0.5)
t(lambda: 7.0 // 2)
t(lambda: -0.0 + 0)
t(lambda: 0.0 * -1)
t(lambda: 1 + "a")
t(lambda: 1 + None)
t(lambda: None + 1)
t(lambda: [] + 1)
t(lambda: 1 - "a")
t(lambda: "a" / 2)
t(lambda: {} * 2)
t(lambda: 1 @ 2)
t(lambda: [1] * 2.0)
t(lambda: 1 << 1.5)
t(lambda: 2 ** "a")
t(lambda: 1 % "a")
t(lambda: 1 // None)
t(lambda: -None)
t(lambda: -[])
t(lambda: ~"a")
t(lambda: +{})
t(lambda: 1 if 0.0 else 2)
t(lambda: 3 * True)
t(lambda: (1, 2) + (3,))
t(lambda: [1] + [2])
t(lambda: (1,) * 3)
t(lambda: [0] * 3)
t(lambda: {1} | {2})
t(lambda: {1, 2} & {2})
t(lambda: {1, 2} - {2})
t(lambda: {1, 2} ^ {2, 3})
t(lambda: {"a": 1} | {"b": 2})
t(lambda: 5 .__class__ == int)
t(lambda: 1_000 * 1)
t(lambda: 0xff + 0o17 + 0b11)
t(lambda: 1e3)
t(lambda: 10 % 3.5)
t(lambda: -10 % 3.5)
t(lambda: 5 % 1e400)
t(lambda: -5 % 1e400)
t(lambda: 1e300 % 7)
#> 9
#> 5
#> 14
#> 3.5
#> 3
#> 1
#> 49
#> -4
#> 1
#> -4
#> -1
#> 3.0
#> -4.0
#> 1.5
#> 0.5
#> -0.5
#> 0.3333333333333333
#> 2.0
#> 0.5
#> 1.4142135623730951
#> 1
#> 1.0
#> 1267650600228229401496703205376
#> -8
#> 0
#> 100000000000000000000
#> ZeroDivisionError: division by zero
#> ZeroDivisionError: float division by zero
#> ZeroDivisionError: integer division or modulo by zero
#> ZeroDivisionError: integer modulo by zero
#> ZeroDivisionError: float floor division by zero
#> ZeroDivisionError: float modulo
#> ZeroDivisionError: 0.0 cannot be raised to a negative power
#> ZeroDivisionError: 0.0 cannot be raised to a negative power
#> 2.5
#> -0.5
#> 3.0
#> 2.5
#> 9223372036854775808
#> -9223372036854775809
#> 18446744073709551614
#> 9223372036854775808
#> 9223372036854775808
#> 9223372036854775807
#> 6148914691236517205
#> 616
#> -2635249153387078803
#> 5
#> 16.0
#> 1.8446744073709552e+19
#> 1.8446744073709552e+19
#> 10.0
#> OverflowError: int too large to convert to float
#> OverflowError: integer division result too large for a float
#> 1024
#> 1180591620717411303424
#> 128
#> -1
#> -3
#> 0
#> ValueError: negative shift count
#> ValueError: negative shift count
#> 1
#> 7
#> 6
#> -6
#> 3
#> 0
#> 1180591620717411303425
#> TypeError: unsupported operand type(s) for &: 'float' and 'int'
#> TypeError: unsupported operand type(s) for <<: 'float' and 'int'
#> TypeError: bad operand type for unary ~: 'float'
#> -1.5
#> 1.5
#> 2.25
#> 8.98846567431158e+307
#> OverflowError: (34, 'Numerical result out of range')
#> inf
#> 0.30000000000000004
#> 14.0
#> 3.0
#> 0.0
#> -0.0
#> TypeError: unsupported operand type(s) for +: 'int' and 'str'
#> TypeError: unsupported operand type(s) for +: 'int' and 'NoneType'
#> TypeError: unsupported operand type(s) for +: 'NoneType' and 'int'
#> TypeError: can only concatenate list (not "int") to list
#> TypeError: unsupported operand type(s) for -: 'int' and 'str'
#> TypeError: unsupported operand type(s) for /: 'str' and 'int'
#> TypeError: unsupported operand type(s) for *: 'dict' and 'int'
#> TypeError: unsupported operand type(s) for @: 'int' and 'int'
#> TypeError: can't multiply sequence by non-int of type 'float'
#> TypeError: unsupported operand type(s) for <<: 'int' and 'float'
#> TypeError: unsupported operand type(s) for ** or pow(): 'int' and 'str'
#> TypeError: unsupported operand type(s) for %: 'int' and 'str'
#> TypeError: unsupported operand type(s) for //: 'int' and 'NoneType'
#> TypeError: bad operand type for unary -: 'NoneType'
#> TypeError: bad operand type for unary -: 'list'
#> TypeError: bad operand type for unary ~: 'str'
#> TypeError: bad operand type for unary +: 'dict'
#> 2
#> 3
#> (1, 2, 3)
#> [1, 2]
#> (1, 1, 1)
#> [0, 0, 0]
#> {1, 2}
#> {2}
#> {1}
#> {1, 3}
#> {'a': 1, 'b': 2}
#> True
#> 1000
#> 273
#> 1000.0
#> 3.0
#> 0.5
#> 5.0
#> inf
#> 1.0
---
x = 5
x += 2
print(x)
x -= 1
print(x)
x *= 3
print(x)
x //= 4
print(x)
x **= 3
print(x)
x %= 10
print(x)
x /= 2
print(x)
y = 1
y <<= 4
print(y)
y >>= 2
print(y)
y |= 3
print(y)
y &= 5
print(y)
y ^= 1
print(y)
s = "a"
s += "b"
print(s)
s *= 2
print(s)
t = s
s += "c"
print(t, s)
a = "x" + "y"
b = a + "1"
c = a + "2"
print(a, b, c)
try:
    x += "a"
except TypeError as e:
    print(e)
try:
    s -= "a"
except TypeError as e:
    print(e)
try:
    x **= "a"
except TypeError as e:
    print(e)
#> 7
#> 6
#> 18
#> 4
#> 64
#> 4
#> 2.0
#> 16
#> 4
#> 7
#> 5
#> 4
#> ab
#> abab
#> abab ababc
#> xy xy1 xy2
#> unsupported operand type(s) for +=: 'float' and 'str'
#> unsupported operand type(s) for -=: 'str' and 'str'
#> unsupported operand type(s) for **=: 'float' and 'str'
---
def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(e.__class__.__name__ + ":", e)
class N:
    def __init__(self, v):
        self.v = v
    def __add__(self, other):
        if isinstance(other, N):
            return self.v + other.v
        if isinstance(other, int):
            return self.v + other
        return NotImplemented
    def __radd__(self, other):
        return "r" + str(self.v + other)
    def __rsub__(self, other):
        return other - self.v
    def __neg__(self):
        return "neg"
class R:
    def __radd__(self, other):
        return "radd"
t(lambda: N(5) + 1)
t(lambda: 1 + N(5))
t(lambda: N(5) + N(6))
t(lambda: N(5) - 1)
t(lambda: 1 - N(5))
t(lambda: N(1) * 2)
t(lambda: N(1) / 2)
t(lambda: -N(5))
t(lambda: R() + 1)
t(lambda: 1 + R())
t(lambda: "a" + R())
t(lambda: [1] * N(2) if False else 0)
#> 6
#> 'r6'
#> 11
#> TypeError: unsupported operand type(s) for -: 'N' and 'int'
#> -4
#> TypeError: unsupported operand type(s) for *: 'N' and 'int'
#> TypeError: unsupported operand type(s) for /: 'N' and 'int'
#> 'neg'
#> TypeError: unsupported operand type(s) for +: 'R' and 'int'
#> 'radd'
#> 'radd'
#> 0
