# What packs use beyond Panther's public rules.
import datetime
import ipaddress
import math
import os
import statistics
from decimal import Decimal
print("a", 1, sep="-", end="!\n")
print(list(map(str, [1, 2])), list(filter(None, [0, 1, "", "x"])), type(1).__name__, type("x") is str, "upper" in dir(""), getattr(5, "nothing", "default"))
class Box:
    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        return name.upper()
box = Box()
setattr(box, "x", 1)
print(box.x, box.y, hasattr(box, "_z"), hasattr(box, "q"), (lambda: 5)(), sorted(vars(box)))
try:
    assert box.x == 2, "not two"
except AssertionError as e:
    print(repr(e))
try:
    import no_such_module
except ImportError as e:
    print(e, e.name)
def reraises():
    try:
        {}["k"]
    except KeyError:
        raise
try:
    reraises()
except KeyError as e:
    print(repr(e))
try:
    try:
        int("x")
    except ValueError as cause:
        raise RuntimeError("wrapped") from cause
except RuntimeError as e:
    print(e, repr(e.__cause__), e.__suppress_context__)
class Base:
    kind = "base"
    def __init__(self, name):
        self.name = name
    def show(self):
        return f"{self.kind}:{self.name}"
class Middle(Base):
    kind = "middle"
    def show(self):
        return "<" + super().show() + ">"
class Mixin:
    def show(self):
        return "mixin " + super().show()
class Leaf(Mixin, Middle):
    pass
print(Leaf("n").show(), [c.__name__ for c in Leaf.__mro__], isinstance(Leaf("n"), Base))
moment = datetime.datetime(2024, 5, 6, 12, tzinfo=datetime.timezone.utc)
print(moment.astimezone(datetime.timezone(datetime.timedelta(hours=-5))), moment.astimezone().tzinfo is not None)
print(ipaddress.ip_network("10.0.0.0/8").overlaps(ipaddress.ip_network("10.1.0.0/16")), ipaddress.ip_network("10.0.0.0/8").overlaps(ipaddress.ip_network("11.0.0.0/8")))
print(statistics.mean([1, 2, 4]), statistics.stdev([1, 2, 4]), statistics.median([3, 1, 2]), math.asin(1), math.degrees(math.acos(0)), Decimal("0.1") + Decimal("0.2"), round(Decimal("2.675"), 2))
print(os.environ.get("MARGAY_NOT_SET", "unset"), os.getenv("MARGAY_NOT_SET"), "MARGAY_NOT_SET" in os.environ)
class Manager:
    def __enter__(self):
        return self
    def __exit__(self, kind, value, traceback):
        print("leaving", kind and kind.__name__)
        return kind is ValueError
with Manager() as m, Manager():
    raise ValueError("inside")
print("done")
#> a-1!
#> ['1', '2'] [1, 'x'] int True True default
#> 1 Y False True 5 ['x']
#> AssertionError('not two')
#> No module named 'no_such_module' no_such_module
#> KeyError('k')
#> wrapped ValueError("invalid literal for int() with base 10: 'x'") True
#> mixin <middle:n> ['Leaf', 'Mixin', 'Middle', 'Base', 'object'] True
#> 2024-05-06 07:00:00-05:00 True
#> True False
#> 2.3333333333333335 1.5275252316519468 2 1.5707963267948966 90.0 0.3 2.68
#> unset None False
#> leaving ValueError
#> leaving None
#> done
