class Animal:
    "An animal."
    kind = "animal"
    count = 0
    def __init__(self, name, *, legs=4):
        self.name = name
        self.legs = legs
        Animal.count += 1
    def speak(self):
        return f"{self.name} speaks"
    def __str__(self):
        return f"Animal({self.name})"
class Dog(Animal):
    kind = "dog"
    def __init__(self, name):
        super().__init__(name, legs=4)
        self.tricks = []
    def speak(self):
        return super().speak() + ": woof"
    @property
    def title(self):
        return self.name.title()
    @title.setter
    def title(self, value):
        self.name = value.lower()
    @title.deleter
    def title(self):
        self.name = ""
    @staticmethod
    def create(name):
        return Dog(name)
    @classmethod
    def make(cls, name):
        return cls(name)
    @classmethod
    def kinds(cls):
        return cls.kind, cls.__name__
d = Dog("rex")
print(d.speak(), d.kind, Animal.kind, d.legs, Animal.count, str(d), f"{d}", d.__doc__, Animal.__doc__, Dog.__name__)
print(d.title, Dog.create("b").name, Dog.make("c").speak(), d.kinds(), Dog.kinds(), isinstance(d, Animal), isinstance(d, (str, Dog)), issubclass(Dog, Animal), type(d) is Dog)
d.title = "MAX"
print(d.name, d.title)
del d.title
print(repr(d.name), d.__dict__, vars(d) is d.__dict__)
d.kind = "own"
print(d.kind, Dog.kind)
del d.kind
print(d.kind, Dog.speak(d), Animal.speak(d), d.speak.__self__ is d, d.speak.__func__ is Dog.speak)
for action in [
    lambda: d.foo, lambda: Dog.foo, lambda: Dog(), lambda: Dog(1, 2, 3), lambda: Animal("a", 5), lambda: Animal("a", arms=1), lambda: d(), lambda: d + 1, lambda: d < d,
    lambda: d[0], lambda: len(d), lambda: iter(d), lambda: d.speak(1), lambda: Dog.speak(), lambda: -d, lambda: 1 in d, lambda: int(d), lambda: d.title(), lambda: d ** 2, lambda: 1 + d, lambda: float(d),
]:
    try:
        print(action())
    except Exception as e:
        print(type(e).__name__, e)
#> rex speaks: woof dog animal 4 1 Animal(rex) Animal(rex) None An animal. Dog
#> Rex b c speaks: woof ('dog', 'Dog') ('dog', 'Dog') True True True True
#> max Max
#> '' {'name': '', 'legs': 4, 'tricks': []} True
#> own dog
#> dog  speaks: woof  speaks True True
#> AttributeError 'Dog' object has no attribute 'foo'
#> AttributeError type object 'Dog' has no attribute 'foo'
#> TypeError Dog.__init__() missing 1 required positional argument: 'name'
#> TypeError Dog.__init__() takes 2 positional arguments but 4 were given
#> TypeError Animal.__init__() takes 2 positional arguments but 3 were given
#> TypeError Animal.__init__() got an unexpected keyword argument 'arms'
#> TypeError 'Dog' object is not callable
#> TypeError unsupported operand type(s) for +: 'Dog' and 'int'
#> TypeError '<' not supported between instances of 'Dog' and 'Dog'
#> TypeError 'Dog' object is not subscriptable
#> TypeError object of type 'Dog' has no len()
#> TypeError 'Dog' object is not iterable
#> TypeError Dog.speak() takes 1 positional argument but 2 were given
#> TypeError Dog.speak() missing 1 required positional argument: 'self'
#> TypeError bad operand type for unary -: 'Dog'
#> TypeError argument of type 'Dog' is not iterable
#> TypeError int() argument must be a string, a bytes-like object or a real number, not 'Dog'
#> TypeError 'str' object is not callable
#> TypeError unsupported operand type(s) for ** or pow(): 'Dog' and 'int'
#> TypeError unsupported operand type(s) for +: 'int' and 'Dog'
#> TypeError float() argument must be a string or a real number, not 'Dog'
---
class Read:
    @property
    def x(self):
        "The x."
        return 5
    y = property(lambda self: 6)
    z = property()
r = Read()
print(r.x, r.y, Read.x.__doc__, Read.x.fset, type(Read.x).__name__)
def assign():
    r.x = 1
def remove():
    del r.x
def remove_missing():
    del r.nothing
def set_class_missing():
    del Read.nothing
for action in [assign, remove, remove_missing, set_class_missing, lambda: r.z]:
    try:
        action()
    except AttributeError as e:
        print(e)
class Derived(Read):
    @property
    def x(self):
        return super().x + 1
print(Derived().x)
class Base:
    def __init__(self):
        self._v = 1
    @property
    def v(self):
        return self._v
class Child(Base):
    @Base.v.setter
    def v(self, value):
        self._v = value * 2
c = Child()
c.v = 5
print(c.v)
#> 5 6 The x. None property
#> property 'x' of 'Read' object has no setter
#> property 'x' of 'Read' object has no deleter
#> 'Read' object has no attribute 'nothing'
#> type object 'Read' has no attribute 'nothing'
#> property 'z' of 'Read' object has no getter
#> 6
#> 10
---
class Num:
    def __init__(self, v): self.v = v
    def __add__(self, o): return Num(self.v + (o.v if isinstance(o, Num) else o)) if isinstance(o, (Num, int)) else NotImplemented
    def __radd__(self, o): return Num(o + self.v)
    def __sub__(self, o): return ("sub", o)
    def __mul__(self, o): return ("mul", o)
    def __rmul__(self, o): return ("rmul", o)
    def __truediv__(self, o): return "truediv"
    def __floordiv__(self, o): return "floordiv"
    def __mod__(self, o): return "mod"
    def __pow__(self, o): return "pow"
    def __and__(self, o): return "and"
    def __or__(self, o): return "or"
    def __xor__(self, o): return "xor"
    def __lshift__(self, o): return "lshift"
    def __rshift__(self, o): return "rshift"
    def __matmul__(self, o): return "matmul"
    def __iadd__(self, o): self.v += o; return self
    def __neg__(self): return Num(-self.v)
    def __pos__(self): return "pos"
    def __invert__(self): return "invert"
    def __eq__(self, o): return isinstance(o, Num) and self.v == o.v
    def __lt__(self, o): return self.v < o.v
    def __le__(self, o): return self.v <= o.v
    def __hash__(self): return hash(self.v)
    def __repr__(self): return f"Num({self.v})"
    def __bool__(self): return self.v != 0
    def __getitem__(self, k): return ("item", k)
    def __setitem__(self, k, v): self.last = (k, v)
    def __delitem__(self, k): self.last = ("del", k)
    def __call__(self, *a, **k): return a, k
    def __contains__(self, x): return x == self.v
    def __len__(self): return self.v
n = Num(3)
print(n + 1, 1 + n, n + Num(2), n - 1, n * 2, 2 * n, n / 1, n // 1, n % 1, n ** 2, n & 1, n | 1, n ^ 1, n << 1, n >> 1, n @ 1, -n, +n, ~n)
print(n == Num(3), n != Num(3), n == 3, n < Num(4), n > Num(2), n <= Num(3), n >= Num(9), sorted([Num(2), Num(1)]), max(Num(1), Num(5)), {Num(1): "x"}[Num(1)], Num(1) in [Num(1)], bool(Num(0)))
print(n[1], n[1:2], n["a", 2], n[...], n(1, b=2), 3 in n, 4 in n, len(n), sum([Num(1), Num(2)], Num(0)))
n[5] = 6
print(n.last)
del n[7]
print(n.last)
m = n
m += 10
print(n, m is n)
try:
    n + "a"
except TypeError as e:
    print(e)
try:
    n += "a"
except TypeError as e:
    print(e)
#> Num(4) Num(4) Num(5) ('sub', 1) ('mul', 2) ('rmul', 2) truediv floordiv mod pow and or xor lshift rshift matmul Num(-3) pos invert
#> True False False True True True False [Num(1), Num(2)] Num(5) x True False
#> ('item', 1) ('item', slice(1, 2, None)) ('item', ('a', 2)) ('item', Ellipsis) ((1,), {'b': 2}) True False 3 Num(3)
#> (5, 6)
#> ('del', 7)
#> Num(13) True
#> unsupported operand type(s) for +: 'Num' and 'str'
#> unsupported operand type(s) for +=: 'int' and 'str'
---
class A:
    def who(self): return "A"
class B(A):
    def who(self): return "B" + super().who()
class C(A):
    def who(self): return "C" + super().who()
class D(B, C):
    def who(self): return "D" + super().who()
print(D().who(), [c.__name__ for c in D.__mro__], D.__bases__ == (B, C), isinstance(D(), A), super(B, D()).who(), super(D, D()).who())
try:
    class X(A, B): pass
except TypeError as e:
    print(e)
class Mixin:
    def save(self): return "saved " + self.name
class Thing(Mixin):
    name = "thing"
print(Thing().save())
try:
    super()
except RuntimeError as e:
    print(e)
#> DBCA ['D', 'B', 'C', 'A', 'object'] True True CA BCA
#> Cannot create a consistent method resolution
#> order (MRO) for bases A, B
#> saved thing
#> super(): no arguments
---
class Dynamic:
    def __init__(self):
        self.real = 1
    def __getattr__(self, name):
        if name.startswith("x_"):
            return name[2:]
        raise AttributeError(f"no {name}")
    def __setattr__(self, name, value):
        super().__setattr__(name, value if name == "real" else value * 2)
    def __delattr__(self, name):
        print("deleting", name)
        super().__delattr__(name)
d = Dynamic()
d.a = 5
print(d.real, d.a, d.x_foo, hasattr(d, "q"), getattr(d, "q", "fallback"))
del d.a
print(d.__dict__)
try:
    d.zzz
except AttributeError as e:
    print(e)
class Slots:
    @staticmethod
    def s(a, b=1): return a + b
    @classmethod
    def c(cls, a): return cls.__name__ + a
print(Slots.s(1), Slots().s(1, 2), Slots.c("x"), Slots().c("y"))
#> 1 10 foo False fallback
#> deleting a
#> {'real': 1}
#> no zzz
#> 2 3 Slotsx Slotsy
---
class Tracked:
    registry = []
    def __init_subclass__(cls, tag=None, **kw):
        super().__init_subclass__(**kw)
        Tracked.registry.append((cls.__name__, tag))
class One(Tracked): pass
class Two(Tracked, tag="t"): pass
print(Tracked.registry)
class Typed:
    def __set_name__(self, owner, name):
        self.name = "_" + name
    def __get__(self, instance, owner):
        return self if instance is None else getattr(instance, self.name, "unset")
    def __set__(self, instance, value):
        if not isinstance(value, int):
            raise TypeError("int wanted")
        setattr(instance, self.name, value)
class Holder:
    field = Typed()
h = Holder()
print(h.field)
h.field = 5
print(h.field, h.__dict__)
try:
    h.field = "a"
except TypeError as e:
    print(e)
class Singleton:
    instance = None
    def __new__(cls, *args):
        if cls.instance is None:
            cls.instance = super().__new__(cls)
        return cls.instance
    def __init__(self, value=None):
        self.value = value
print(Singleton(1) is Singleton(2), Singleton.instance.value)
#> [('One', None), ('Two', 't')]
#> unset
#> 5 {'_field': 5}
#> int wanted
#> True 2
---
class Plain: pass
p, q = Plain(), Plain()
print(p == q, p == p, p != q, hash(p) == hash(p), len({p, q, p}), p in [q, p], bool(p), repr(p).startswith("<"), "Plain object at 0x" in repr(p), str(p) == repr(p))
p.x = [1]
print(p.x, "x" in p.__dict__, p.__class__ is Plain, isinstance(p, object), callable(Plain), Plain.__name__, type(Plain).__name__)
class OnlyEq:
    def __eq__(self, o): return True
try:
    {OnlyEq()}
except TypeError as e:
    print(e)
print(OnlyEq() == 5, 5 == OnlyEq(), OnlyEq() != 5, [OnlyEq()] == [1])
class BadInit:
    def __init__(self): return 5
try:
    BadInit()
except TypeError as e:
    print(e)
try:
    Plain(1)
except TypeError as e:
    print(e)
class Outer:
    class Inner:
        v = 1
    def method(self):
        return self.Inner.v, Outer.Inner().v
    items = [x for x in range(3)]
    doubled = items * 2
    if True:
        flag = "set"
    for i in range(2):
        pass
print(Outer().method(), Outer.items, Outer.doubled, Outer.flag, Outer.i, Outer.Inner.__qualname__)
x = "global"
class Scope:
    x = "class"
    def get(self): return x
    y = x
print(Scope().get(), Scope.y)
class Str(str):
    def shout(self): return self.upper() + "!"
class Int(int):
    def double(self): return self * 2
s = Str("abc")
print(s.shout(), s + "d", len(s), s == "abc", s[0], {s: 1}["abc"], isinstance(s, str), s.split("b"), "b" in s, f"{s}", Int(5).double(), Int(5) + 1, Int("7") == 7, isinstance(Int(1), int), [1, 2, 3][Int(1)])
#> False True True True 2 True True True True True
#> [1] True True True True Plain type
#> unhashable type: 'OnlyEq'
#> True True False True
#> __init__() should return None, not 'int'
#> Plain() takes no arguments
#> (1, 1) [0, 1, 2] [0, 1, 2, 0, 1, 2] set 1 Outer.Inner
#> global class
#> ABC! abcd 3 True a 1 True ['a', 'c'] True abc 10 6 True True 2
---
class Circle:
    radius = property(lambda self: 5)
print(Circle.__dict__["radius"].__get__(Circle()), (int | str) == (str | int))
for subscript in (lambda: (int | str)[0], lambda: property().__get__(3), lambda: Circle[0]):
    try:
        subscript()
    except (TypeError, AttributeError) as error:
        print(f"{type(error).__name__}: {error}")
class Numbers(list):
    pass
print(Numbers[int]([1]))
#> 5 True
#> TypeError: int | str is not a generic class
#> AttributeError: property of 'int' object has no getter
#> TypeError: type 'Circle' is not subscriptable
#> [1]
