from enum import Enum, IntEnum, StrEnum, Flag, IntFlag, auto, unique
class Severity(Enum):
    """Levels."""
    LOW = 1
    MEDIUM = 2
    HIGH = 3
    CRITICAL = HIGH
    def is_bad(self):
        return self.value >= 2
    @property
    def label(self):
        return self.name.title()
    @classmethod
    def worst(cls):
        return cls.HIGH
    @staticmethod
    def helper():
        return "static"
print(Severity.LOW, repr(Severity.LOW), Severity.LOW.name, Severity.LOW.value, f"{Severity.LOW}", f"{Severity.LOW:>14}|", str(Severity.HIGH), Severity.CRITICAL)
print(Severity(2), Severity["HIGH"], Severity(Severity.LOW), Severity.CRITICAL is Severity.HIGH, list(Severity), len(Severity), [s.name for s in Severity], list(Severity.__members__))
print(Severity.LOW == Severity.LOW, Severity.LOW == 1, Severity.LOW != Severity.HIGH, Severity.LOW in Severity, Severity.LOW in [Severity.LOW], {Severity.LOW: "x"}[Severity.LOW], Severity.HIGH.is_bad(), Severity.LOW.label, Severity.worst(), Severity.helper(), Severity.__doc__)
print(isinstance(Severity.LOW, Severity), type(Severity.LOW) is Severity, Severity, bool(Severity.LOW), hash(Severity.LOW) == hash(Severity.LOW), Severity.__name__, sorted(Severity, key=lambda s: -s.value))
for bad in [lambda: Severity(9), lambda: Severity["NONE"], lambda: Severity.NONE, lambda: Severity.LOW < Severity.HIGH, lambda: setattr(Severity, "LOW", 5), lambda: 1 in Severity, lambda: Severity("x"), lambda: Severity.LOW + 1, lambda: setattr(Severity.LOW, "value", 3)]:
    try:
        print(bad())
    except Exception as e:
        print(f"{type(e).__name__}: {e}")
try:
    class More(Severity):
        EXTRA = 4
except TypeError as e:
    print(e)
match Severity.HIGH:
    case Severity.LOW:
        print("low")
    case Severity.HIGH:
        print("high")
#> Severity.LOW <Severity.LOW: 1> LOW 1 Severity.LOW   Severity.LOW| Severity.HIGH Severity.HIGH
#> Severity.MEDIUM Severity.HIGH Severity.LOW True [<Severity.LOW: 1>, <Severity.MEDIUM: 2>, <Severity.HIGH: 3>] 3 ['LOW', 'MEDIUM', 'HIGH'] ['LOW', 'MEDIUM', 'HIGH', 'CRITICAL']
#> True False True True True x True Low Severity.HIGH static Levels.
#> True True <enum 'Severity'> True True Severity [<Severity.HIGH: 3>, <Severity.MEDIUM: 2>, <Severity.LOW: 1>]
#> ValueError: 9 is not a valid Severity
#> KeyError: 'NONE'
#> AttributeError: NONE
#> TypeError: '<' not supported between instances of 'Severity' and 'Severity'
#> AttributeError: cannot reassign member 'LOW'
#> TypeError: unsupported operand type(s) for 'in': 'int' and 'EnumType'
#> ValueError: 'x' is not a valid Severity
#> TypeError: unsupported operand type(s) for +: 'Severity' and 'int'
#> AttributeError: <enum 'Enum'> cannot set attribute 'value'
#> <enum 'More'> cannot extend <enum 'Severity'>
#> high
---
from enum import Enum, IntEnum, StrEnum, Flag, IntFlag, auto, unique
class Port(IntEnum):
    SSH = 22
    HTTP = 80
print(Port.SSH, repr(Port.SSH), Port.SSH + 1, Port.SSH < Port.HTTP, Port.SSH == 22, 22 == Port.SSH, Port(80), f"{Port.HTTP}", f"{Port.HTTP:05d}", int(Port.SSH), max(Port), {22: "a"}[Port.SSH], Port.SSH in (22, 23), list(map(int, Port)), "%d" % Port.SSH, isinstance(Port.SSH, int), Port.SSH.name, sum(Port), [1, 2, 3][Port.SSH - 21])
class Color(StrEnum):
    RED = auto()
    GREEN = "g"
print(Color.RED, repr(Color.RED), Color.RED == "red", "red" == Color.RED, Color("g"), Color.RED + "!", f"{Color.GREEN}", Color.RED.upper(), "x" + Color.RED, {"red": 1}[Color.RED], Color.RED in ["red"], isinstance(Color.RED, str), sorted(Color), "-".join(Color))
class Kind(str, Enum):
    A = "a"
    B = "b"
print(Kind.A, repr(Kind.A), Kind.A == "a", Kind.A.value, f"{Kind.A}", Kind("b"), Kind.A in ("a", "b"), len(Kind.A), Kind.A.upper(), isinstance(Kind.A, str), {"a": 1}.get(Kind.A))
class Auto(Enum):
    A = auto()
    B = auto()
    C = 10
    D = auto()
print([(a.name, a.value) for a in Auto])
class Planet(Enum):
    EARTH = (5.97e24, 6.37e6)
    MARS = (6.42e23, 3.39e6)
    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius
    @property
    def density(self):
        return round(self.mass / self.radius**3)
print(Planet.EARTH.mass, Planet.MARS.value, Planet.EARTH.density, Planet((5.97e24, 6.37e6)))
class Unhashable(Enum):
    A = [1]
    B = {"x": 1}
print(Unhashable([1]), Unhashable.B.value)
class Missing(Enum):
    A = "a"
    @classmethod
    def _missing_(cls, value):
        return cls.A if isinstance(value, str) and value.lower() == "a" else None
print(Missing("A"))
try:
    Missing("z")
except ValueError as e:
    print(e)
try:
    @unique
    class Twice(Enum):
        A = 1
        B = 1
except ValueError as e:
    print(e)
Api = Enum("Api", "GET POST")
print(list(Api), Enum("X", {"A": 5}).A, Enum("Y", ["P", "Q"]).Q.value, IntEnum("Z", "ONE TWO").TWO + 1)
class Custom(Enum):
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()
    FIRST = auto()
print(Custom.FIRST.value)
class WithNew(Enum):
    A = (1, "one")
    B = (2, "two")
    def __new__(cls, number, text):
        obj = object.__new__(cls)
        obj._value_ = number
        obj.text = text
        return obj
print(WithNew(1).text, WithNew.B, WithNew.A.value)
#> 22 <Port.SSH: 22> 23 True True True 80 80 00080 22 80 a True [22, 80] 22 True SSH 102 2
#> red <Color.RED: 'red'> True True g red! g RED xred 1 True True [<Color.GREEN: 'g'>, <Color.RED: 'red'>] red-g
#> Kind.A <Kind.A: 'a'> True a Kind.A Kind.B True 1 A True 1
#> [('A', 1), ('B', 2), ('C', 10), ('D', 11)]
#> 5.97e+24 (6.42e+23, 3390000.0) 23097 Planet.EARTH
#> Unhashable.A {'x': 1}
#> Missing.A
#> 'z' is not a valid Missing
#> duplicate values found in <enum 'Twice'>: B -> A
#> [<Api.GET: 1>, <Api.POST: 2>] X.A 2 3
#> first
#> one WithNew.B 1
---
from enum import Flag, IntFlag, auto
class Perm(Flag):
    READ = auto()
    WRITE = auto()
    EXEC = auto()
    RW = READ | WRITE if False else 3
print(Perm.READ | Perm.EXEC, repr(Perm.READ | Perm.EXEC), Perm.RW, list(Perm), Perm.READ in Perm.RW, Perm.EXEC in Perm.RW, bool(Perm.READ & Perm.WRITE), Perm(5), ~Perm.READ, Perm.RW ^ Perm.READ, [p.name for p in Perm.RW], len(Perm.RW), Perm(0), Perm.READ | Perm.WRITE is Perm.RW, (Perm.READ | Perm.WRITE).value)
for bad in [lambda: Perm(16), lambda: Perm.READ | 1, lambda: Perm("x")]:
    try:
        print(bad())
    except Exception as e:
        print(f"{type(e).__name__}: {e}")
class Bits(IntFlag):
    A = 1
    B = 2
print(Bits.A | Bits.B, repr(Bits.A | Bits.B), Bits.A | 8, Bits.A + 1, Bits.A == 1, Bits(3) & 1, int(Bits.B), repr(Bits(0)))
#> Perm.READ|EXEC <Perm.READ|EXEC: 5> Perm.RW [<Perm.READ: 1>, <Perm.WRITE: 2>, <Perm.EXEC: 4>] True False False Perm.READ|EXEC Perm.WRITE|EXEC Perm.WRITE ['READ', 'WRITE'] 2 Perm(0) True 3
#> ValueError: <flag 'Perm'> invalid value 16
#>     given 0b0 10000
#>   allowed 0b0 00111
#> TypeError: unsupported operand type(s) for |: 'Perm' and 'int'
#> ValueError: 'x' is not a valid Perm
#> 3 <Bits.A|B: 3> 9 2 True 1 2 <Bits: 0>
