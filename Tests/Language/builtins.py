print(abs(-5), abs(2.5), abs(-0.0), abs(True), abs(-10**30), len("añ"), len({1: 2}), len(b"ab"), len(range(5)))
print(max(1, 2, 3), max([1, 5, 2]), max("ab", "b"), max([1, -5], key=abs), max([], default="none"), max({"a": 1, "b": 5}, key={"a": 1, "b": 5}.get))
print(min(3, 1), min([2, 1], key=lambda x: -x), min([], default=None), min("hello"), max((1, 2), (1, 3)), max(1, 1.0), max(1.0, 1), min([3], default=1))
print(sum([1, 2]), sum([]), sum([1.5, 2]), sum([1], 10), sum([[1], [2]], []), sum(x for x in range(5)), sum([True, True]), sum([1], start=5), sum({1: "a", 2: "b"}))
print(any([]), all([]), any([0, 1]), all([1, 0]), any(x > 2 for x in [1, 3]), all(x for x in [1]), any("a"), all({"": 1}))
print(round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1234, -2), round(1.0), type(round(1.5)).__name__, round(1.5, 0), round(5), round(2.5, None), round(150, -2), round(True))
print(divmod(7, 2), divmod(-7, 2), divmod(7.5, 2), divmod(10**20, 3), pow(2, 10), pow(2, -1), pow(3, 4, 5), pow(2, 100), pow(-2, 3, 5), pow(2.0, 3), pow(7, -1, 5), divmod(True, 2))
print(bin(5), oct(8), hex(255), bin(-5), hex(10**20), bin(True), hex(0), chr(97), chr(0x1F600), ord("a"), ord("😀"), ord(b"a"), chr(233), ord(chr(0xD800)))
print(callable(len), callable(1), callable(int), callable(lambda: 1), callable("".join), callable(None))
print(isinstance(1, int), isinstance(True, int), isinstance(1, (str, int)), isinstance(1, (str, (list, int))), isinstance("a", str | int), isinstance(None, int | None), isinstance([], dict), isinstance(int, type), isinstance(1, object))
print(issubclass(bool, int), issubclass(int, (str, object)), issubclass(int, str), issubclass(bool, int | str), isinstance(1.0, float | int), isinstance(1.0, ()))
print(repr("a"), repr(1), ascii("é"), ascii(["é", "😀"]), repr(None), str(b"a"), repr([1, "a"]), hash("a") == hash("a"), hash(1), hash(1.0), hash(True), hash(-1), hash(2**61), hash(0.5), hash(10**30))
print(type(1), type("a"), type(None), type([]), type(type), type(len).__name__, type(lambda: 1).__name__, type(1) is int, type(True) is int, type(...).__name__, type(NotImplemented).__name__)
print(int | str, int | None, str | int | None, (int | str) == (str | int), int | int, list | dict | set)
print(id(1) == id(1), id([]) != 0, 5 .__class__ if False else "x", getattr("a", "upper")(), hasattr([], "append"), hasattr([], "foo"), getattr(1, "foo", "default"))
#> 5 2.5 0.0 1 1000000000000000000000000000000 2 1 2 5
#> 3 5 b -5 none b
#> 1 2 None e (1, 3) 1 1.0 3
#> 3 0 3.5 11 [1, 2] 10 2 6 3
#> False True True False True True True False
#> 2 4 -2 2.67 1200 1 int 2.0 5 2 200 1
#> (3, 1) (-4, 1) (3.0, 1.5) (33333333333333333333, 1) 1024 0.5 1 1267650600228229401496703205376 2 8.0 3 (0, 1)
#> 0b101 0o10 0xff -0b101 0x56bc75e2d63100000 0b1 0x0 a 😀 97 128512 97 é 55296
#> True False True True True False
#> True True True True True True False True True
#> True True False True True False
#> 'a' 1 '\xe9' ['\xe9', '\U0001f600'] None b'a' [1, 'a'] True 1 1 1 -2 1 1152921504606846976 465258685558744706
#> <class 'int'> <class 'str'> <class 'NoneType'> <class 'list'> <class 'type'> builtin_function_or_method function True False ellipsis NotImplementedType
#> int | str int | None str | int | None True <class 'int'> list | dict | set
#> True True x A True False default
---
def show(*args, **kw):
    try:
        print(*args, **kw)
    except Exception as e:
        print(type(e).__name__, e)
show(1, "a", None, sep="-")
show(1, 2, end="!\n")
show()
show("a", sep=None, end=None)
show("x", "y", sep="")
show(1, sep=2)
show(1, end=2)
show(1, foo=2)
show([1], (2,), {"a": 1}, sep=", ")
show("no newline", end="")
show("|", flush=True)
class Writer:
    def __init__(self):
        self.parts = []
    def write(self, text):
        self.parts.append(text)
w = Writer()
show("to", "file", file=w)
print("".join(w.parts).strip())
#> 1-a-None
#> 1 2!
#>
#> a
#> xy
#> TypeError sep must be None or a string, not int
#> TypeError end must be None or a string, not int
#> TypeError 'foo' is an invalid keyword argument for print()
#> [1], (2,), {'a': 1}
#> no newline|
#> to file
---
for action in [
    lambda: getattr(1, 2), lambda: hasattr(1, 2), lambda: setattr(1, "a", 3), lambda: delattr(1, "a"), lambda: getattr(1, "foo"),
    lambda: max(), lambda: max([]), lambda: max(1), lambda: max(1, 2, default=3), lambda: min([], key=len), lambda: max(1, "a"), lambda: max(1, 2, foo=3),
    lambda: chr(-1), lambda: chr(0x110000), lambda: ord("ab"), lambda: ord(""), lambda: ord(1), lambda: ord(b"ab"), lambda: chr("a"), lambda: chr(10**30),
    lambda: round("a"), lambda: round(1.5, "a"), lambda: round(float("nan")), lambda: round(float("inf")), lambda: round(None),
    lambda: divmod(1, 0), lambda: divmod(1.0, 0), lambda: divmod("a", 1), lambda: pow(2, 1, 0), lambda: pow("a", 2), lambda: pow(2.0, 1, 3), lambda: pow("a", 2, 3), lambda: pow(0, -1),
    lambda: sum(["a"], ""), lambda: sum(["a"]), lambda: sum([b""], b""), lambda: sum(5), lambda: sum([None]),
    lambda: isinstance(1, 5), lambda: isinstance(1, "int"), lambda: isinstance(1, (int, 5)), lambda: isinstance("a", (int, 5)), lambda: issubclass(1, int), lambda: issubclass(int, 5), lambda: isinstance(1),
    lambda: len(), lambda: len(1, 2), lambda: len(5), lambda: len(None), lambda: abs("a"), lambda: abs(None), lambda: bin("a"), lambda: hex(1.5),
    lambda: hash([]), lambda: hash({}), lambda: hash((1, [])), lambda: callable(), lambda: int | 5, lambda: any(5), lambda: all(), lambda: any(None),
    lambda: type(), lambda: type(1, 2), lambda: type("A", (), 1), lambda: type(1, (), {}), lambda: vars(1), lambda: object(1), lambda: format(1, 2), lambda: None(), lambda: "a"(),
]:
    try:
        print(action())
    except Exception as e:
        print(type(e).__name__, e)
#> TypeError attribute name must be string, not 'int'
#> TypeError attribute name must be string, not 'int'
#> AttributeError 'int' object has no attribute 'a'
#> AttributeError 'int' object has no attribute 'a'
#> AttributeError 'int' object has no attribute 'foo'
#> TypeError max expected at least 1 argument, got 0
#> ValueError max() arg is an empty sequence
#> TypeError 'int' object is not iterable
#> TypeError Cannot specify a default for max() with multiple positional arguments
#> ValueError min() arg is an empty sequence
#> TypeError '>' not supported between instances of 'str' and 'int'
#> TypeError 'foo' is an invalid keyword argument for max()
#> ValueError chr() arg not in range(0x110000)
#> ValueError chr() arg not in range(0x110000)
#> TypeError ord() expected a character, but string of length 2 found
#> TypeError ord() expected a character, but string of length 0 found
#> TypeError ord() expected string of length 1, but int found
#> TypeError ord() expected a character, but string of length 2 found
#> TypeError 'str' object cannot be interpreted as an integer
#> OverflowError Python int too large to convert to C int
#> TypeError type str doesn't define __round__ method
#> TypeError 'str' object cannot be interpreted as an integer
#> ValueError cannot convert float NaN to integer
#> OverflowError cannot convert float infinity to integer
#> TypeError type NoneType doesn't define __round__ method
#> ZeroDivisionError integer division or modulo by zero
#> ZeroDivisionError float divmod()
#> TypeError unsupported operand type(s) for divmod(): 'str' and 'int'
#> ValueError pow() 3rd argument cannot be 0
#> TypeError unsupported operand type(s) for ** or pow(): 'str' and 'int'
#> TypeError pow() 3rd argument not allowed unless all arguments are integers
#> TypeError unsupported operand type(s) for ** or pow(): 'str', 'int', 'int'
#> ZeroDivisionError 0.0 cannot be raised to a negative power
#> TypeError sum() can't sum strings [use ''.join(seq) instead]
#> TypeError unsupported operand type(s) for +: 'int' and 'str'
#> TypeError sum() can't sum bytes [use b''.join(seq) instead]
#> TypeError 'int' object is not iterable
#> TypeError unsupported operand type(s) for +: 'int' and 'NoneType'
#> TypeError isinstance() arg 2 must be a type, a tuple of types, or a union
#> TypeError isinstance() arg 2 must be a type, a tuple of types, or a union
#> True
#> TypeError isinstance() arg 2 must be a type, a tuple of types, or a union
#> TypeError issubclass() arg 1 must be a class
#> TypeError issubclass() arg 2 must be a class, a tuple of classes, or a union
#> TypeError isinstance expected 2 arguments, got 1
#> TypeError len() takes exactly one argument (0 given)
#> TypeError len() takes exactly one argument (2 given)
#> TypeError object of type 'int' has no len()
#> TypeError object of type 'NoneType' has no len()
#> TypeError bad operand type for abs(): 'str'
#> TypeError bad operand type for abs(): 'NoneType'
#> TypeError 'str' object cannot be interpreted as an integer
#> TypeError 'float' object cannot be interpreted as an integer
#> TypeError unhashable type: 'list'
#> TypeError unhashable type: 'dict'
#> TypeError unhashable type: 'list'
#> TypeError callable() takes exactly one argument (0 given)
#> TypeError unsupported operand type(s) for |: 'type' and 'int'
#> TypeError 'int' object is not iterable
#> TypeError all() takes exactly one argument (0 given)
#> TypeError 'NoneType' object is not iterable
#> TypeError type() takes 1 or 3 arguments
#> TypeError type() takes 1 or 3 arguments
#> TypeError type.__new__() argument 3 must be dict, not int
#> TypeError type.__new__() argument 1 must be str, not int
#> TypeError vars() argument must have __dict__ attribute
#> TypeError object() takes no arguments
#> TypeError format() argument 2 must be str, not int
#> TypeError 'NoneType' object is not callable
#> TypeError 'str' object is not callable
---
class Vector:
    def __init__(self, x):
        self.x = x
    def __abs__(self):
        return "abs"
    def __round__(self, n=None):
        return ("round", n)
    def __len__(self):
        return 7
    def __hash__(self):
        return 42
    def __bool__(self):
        return False
    def __index__(self):
        return 255
    def __divmod__(self, other):
        return ("divmod", other)
    def __repr__(self):
        return "Vector!"
    def __int__(self):
        return 9
    def __float__(self):
        return 1.5
    def __format__(self, spec):
        return f"<{spec}>"
    def __iter__(self):
        return iter([1, 2])
    def __contains__(self, x):
        return x == "in"
    def __call__(self, a, b=2):
        return a + b
    def __dir__(self):
        return ["b", "a"]
v = Vector(1)
print(abs(v), round(v), round(v, 2), len(v), hash(v), bool(v), hex(v), bin(v), divmod(v, 3), repr(v), str(v), f"{v:>5}", format(v, "x"), list(v), "in" in v, 1 in v, v(1), v(1, b=5), callable(v), dir(v), [10] * 2 + [v][0:1], range(v)[-1], f"{v!r}")
print(vars(v), v.__dict__, getattr(v, "x"), hasattr(v, "y"), v.__class__.__name__, type(v) is Vector, not v, {v: 1}[v], chr(v), "%d" % 5, [0] * 3)
setattr(v, "y", 5)
v.z = 6
delattr(v, "x")
print(v.y, vars(v), hasattr(v, "x"), "name" if v else "falsy", sorted(vars(v).items()))
#> abs ('round', None) ('round', 2) 7 42 False 0xff 0b11111111 ('divmod', 3) Vector! Vector! <>5> <x> [1, 2] True False 3 6 True ['a', 'b'] [10, 10, Vector!] 254 Vector!
#> {'x': 1} {'x': 1} 1 False Vector True True 1 ÿ 5 [0, 0, 0]
#> 5 {'y': 5, 'z': 6} False falsy [('y', 5), ('z', 6)]
---
class BadLen:
    def __len__(self):
        return -1
class TextLen:
    def __len__(self):
        return "a"
class BadBool:
    def __bool__(self):
        return 1
class BadHash:
    def __hash__(self):
        return "a"
class BadStr:
    def __str__(self):
        return 1
    def __repr__(self):
        return None
class Raises:
    @property
    def missing(self):
        raise AttributeError("inner")
    @property
    def broken(self):
        raise ValueError("broken")
for action in [
    lambda: len(BadLen()), lambda: len(TextLen()), lambda: bool(BadBool()), lambda: hash(BadHash()), lambda: str(BadStr()), lambda: repr(BadStr()),
    lambda: hasattr(Raises(), "missing"), lambda: getattr(Raises(), "missing", 5), lambda: hasattr(Raises(), "broken"), lambda: Raises().missing, lambda: {BadHash(): 1},
]:
    try:
        print(action())
    except Exception as e:
        print(type(e).__name__, e)
#> ValueError __len__() should return >= 0
#> TypeError 'str' object cannot be interpreted as an integer
#> TypeError __bool__ should return bool, returned int
#> TypeError __hash__ method should return an integer
#> TypeError __str__ returned non-string (type int)
#> TypeError __repr__ returned non-string (type NoneType)
#> False
#> 5
#> ValueError broken
#> AttributeError inner
#> TypeError __hash__ method should return an integer
---
x = 5
g = globals()
print(g["x"], "x" in g, "nope" in g, g["__name__"], x in g.values())
print([n for n in dir([]) if n in ("append", "pop", "sort")], "upper" in dir(""), "__init__" in dir(object()))
class A:
    one = 1
    def two(self):
        pass
a = A()
a.three = 3
print([n for n in dir(a) if not n.startswith("_")], [n for n in dir(A) if not n.startswith("_")], sorted(n for n in vars(A) if not n.startswith("_")))
B = type("B", (A,), {"four": 4, "five": lambda self: self.four + 1})
print(B.__name__, B().five(), B().one, issubclass(B, A), B.__mro__[1] is A, B.__bases__ == (A,), [c.__name__ for c in B.mro()], int.__mro__, bool.__mro__, A.__bases__, bool.__base__)
print(print.__name__, len.__name__, A.two.__name__, a.two.__name__, A.__name__, A.two.__qualname__, int.__name__, A.__module__ == __name__, (lambda: 1).__name__, list.__doc__ is not None, a.__doc__)
#> 5 True False chunk True
#> ['append', 'pop', 'sort'] True True
#> ['one', 'three', 'two'] ['one', 'two'] ['one', 'two']
#> B 5 1 True True True ['B', 'A', 'object'] (<class 'int'>, <class 'object'>) (<class 'bool'>, <class 'int'>, <class 'object'>) (<class 'object'>,) <class 'int'>
#> print len two two A A.two int True <lambda> True None
