from dataclasses import dataclass, field, asdict, astuple, replace, fields, is_dataclass, FrozenInstanceError, InitVar, KW_ONLY, make_dataclass
from typing import List, ClassVar, Optional
@dataclass
class Finding:
    """A finding."""
    name: str
    score: int = 0
    tags: List[str] = field(default_factory=list)
    kind: ClassVar[str] = "finding"
    hidden: Optional[str] = field(default=None, repr=False, compare=False)
    def is_high(self):
        return self.score > 5
f = Finding("a", 7)
print(f, f == Finding("a", 7), f == Finding("b"), f.is_high(), Finding("x").tags is Finding("y").tags, Finding(name="n", score=1, tags=["t"]), f.kind, Finding("a", hidden="h") == Finding("a"), f != 5)
f.tags.append("q")
f.score += 1
print(asdict(f), astuple(f), replace(f, name="c"), [x.name for x in fields(Finding)], is_dataclass(f), is_dataclass(Finding), is_dataclass(5), Finding.__match_args__)
for bad in [lambda: Finding(), lambda: Finding("a", 1, [], None, 5), lambda: Finding("a", nope=1), lambda: Finding("a", name="b"), lambda: hash(f), lambda: f < f, lambda: asdict(5), lambda: replace(f, nope=1), lambda: fields(5)]:
    try:
        print(bad())
    except Exception as e:
        print(f"{type(e).__name__}: {e}")
@dataclass(frozen=True, order=True)
class Point:
    x: int
    y: int = 0
p = Point(1, 2)
print(p, hash(p) == hash(Point(1, 2)), {p: 1}[Point(1, 2)], p < Point(1, 3), sorted([Point(2), Point(1)]), max(p, Point(0, 9)), Point(1) <= Point(1))
for bad in [lambda: setattr(p, "x", 5), lambda: delattr(p, "x"), lambda: setattr(p, "z", 5), lambda: p < 5]:
    try:
        print(bad())
    except Exception as e:
        print(f"{type(e).__name__}: {e}", isinstance(e, AttributeError))
match p:
    case Point(x, y):
        print("matched", x, y)
#> Finding(name='a', score=7, tags=[]) True False True False Finding(name='n', score=1, tags=['t']) finding True True
#> {'name': 'a', 'score': 8, 'tags': ['q'], 'hidden': None} ('a', 8, ['q'], None) Finding(name='c', score=8, tags=['q']) ['name', 'score', 'tags', 'hidden'] True True False ('name', 'score', 'tags', 'hidden')
#> TypeError: Finding.__init__() missing 1 required positional argument: 'name'
#> TypeError: Finding.__init__() takes from 2 to 5 positional arguments but 6 were given
#> TypeError: Finding.__init__() got an unexpected keyword argument 'nope'
#> TypeError: Finding.__init__() got multiple values for argument 'name'
#> TypeError: unhashable type: 'Finding'
#> TypeError: '<' not supported between instances of 'Finding' and 'Finding'
#> TypeError: asdict() should be called on dataclass instances
#> TypeError: Finding.__init__() got an unexpected keyword argument 'nope'
#> TypeError: must be called with a dataclass type or instance
#> Point(x=1, y=2) True 1 True [Point(x=1, y=0), Point(x=2, y=0)] Point(x=1, y=2) True
#> FrozenInstanceError: cannot assign to field 'x' True
#> FrozenInstanceError: cannot delete field 'x' True
#> FrozenInstanceError: cannot assign to field 'z' True
#> TypeError: '<' not supported between instances of 'Point' and 'int' False
#> matched 1 2
---
from dataclasses import dataclass, field, asdict, InitVar, KW_ONLY, make_dataclass, replace, astuple
@dataclass
class Base:
    a: int
    b: int = 2
@dataclass
class Child(Base):
    c: int = 3
    a: int = 9
print(Child(), Child(1, 2, 3), Child(c=5), isinstance(Child(), Base), Child() == Child(), Child(1) == Base(1))
@dataclass
class Post:
    a: int
    scale: InitVar[int] = 2
    total: int = field(init=False)
    def __post_init__(self, scale):
        self.total = self.a * scale
print(Post(3), Post(3, 5), asdict(Post(1)))
@dataclass(kw_only=True)
class Keywords:
    a: int
    b: int = 1
print(Keywords(a=5))
@dataclass
class Mixed:
    a: int
    _: KW_ONLY
    b: int
    c: int = 3
print(Mixed(1, b=2))
for bad in [lambda: Keywords(5), lambda: Mixed(1), lambda: Mixed(1, 2), lambda: Keywords()]:
    try:
        print(bad())
    except TypeError as e:
        print(e)
for text, make in [("order", lambda: dataclass(order=True, eq=False)), ("plain", lambda: dataclass())]:
    try:
        @make()
        class Q:
            a: int
            b: int = 1
        print(text, Q(1))
    except ValueError as e:
        print(text, e)
try:
    @dataclass
    class Wrong:
        a: int = 1
        b: int
except TypeError as e:
    print(e)
try:
    @dataclass
    class Mutable:
        a: list = []
except ValueError as e:
    print(e)
@dataclass
class Outer:
    inner: Base
    many: list = field(default_factory=list)
    table: dict = field(default_factory=dict)
o = Outer(Base(1), [Base(2)], {"k": Base(3)})
print(o, asdict(o), astuple(o), o == Outer(Base(1), [Base(2)], {"k": Base(3)}))
@dataclass(repr=False, eq=False)
class Bare:
    a: int
print(Bare(1) == Bare(1), "Bare" in repr(Bare(1)))
@dataclass(eq=True, unsafe_hash=True)
class Hashed:
    a: int
    b: int = field(default=0, hash=False)
print(hash(Hashed(1, 2)) == hash(Hashed(1, 3)))
C = make_dataclass("C", ["x", ("y", int), ("z", int, 5)])
print(C(1, 2), C.__name__)
@dataclass
class Own:
    a: int
    def __repr__(self):
        return "own"
    def __eq__(self, other):
        return True
print(Own(1), Own(1) == 5)
@dataclass(slots=True)
class Slotted:
    a: int = 1
print(Slotted())
class Plain:
    x: int = 0
@dataclass
class FromPlain(Plain):
    y: int = 1
print(FromPlain(5), FromPlain().x)
@dataclass(frozen=True)
class Frozen:
    a: list = field(default_factory=list)
    def grown(self, x):
        return replace(self, a=self.a + [x])
print(Frozen().grown(1).grown(2))
#> Child(a=9, b=2, c=3) Child(a=1, b=2, c=3) Child(a=9, b=2, c=5) True True False
#> Post(a=3, total=6) Post(a=3, total=15) {'a': 1, 'total': 2}
#> Keywords(a=5, b=1)
#> Mixed(a=1, b=2, c=3)
#> Keywords.__init__() takes 1 positional argument but 2 were given
#> Mixed.__init__() missing 1 required keyword-only argument: 'b'
#> Mixed.__init__() takes 2 positional arguments but 3 were given
#> Keywords.__init__() missing 1 required keyword-only argument: 'a'
#> order eq must be true if order is true
#> plain Q(a=1, b=1)
#> non-default argument 'b' follows default argument
#> mutable default <class 'list'> for field a is not allowed: use default_factory
#> Outer(inner=Base(a=1, b=2), many=[Base(a=2, b=2)], table={'k': Base(a=3, b=2)}) {'inner': {'a': 1, 'b': 2}, 'many': [{'a': 2, 'b': 2}], 'table': {'k': {'a': 3, 'b': 2}}} ((1, 2), [(2, 2)], {'k': (3, 2)}) True
#> False True
#> True
#> C(x=1, y=2, z=5) C
#> own True
#> Slotted(a=1)
#> FromPlain(y=5) 0
#> Frozen(a=[1, 2])
