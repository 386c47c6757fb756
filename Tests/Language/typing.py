from __future__ import annotations
from typing import Any, Dict, List, Optional, Union, Tuple, Callable, Mapping, NamedTuple, TypedDict, TypeVar, cast, TYPE_CHECKING, Protocol, Generic, overload, Iterable, Literal, NewType
T = TypeVar("T")
def f(a: Optional[str], b: Dict[str, Any]) -> Union[int, str]:
    return cast(int, 5)
print(f("a", {}), TYPE_CHECKING, T)
Alias = Dict[str, List[Optional[int]]]
Fn = Callable[[int], str]
L = Literal["a", "b"]
print(isinstance({}, Mapping), isinstance([], Iterable), isinstance({}, Dict))
class Box(Generic[T]):
    def __init__(self, v: T):
        self.v = v
class Shape(Protocol):
    def area(self) -> float: ...
class Square(Shape):
    def area(self):
        return 4
print(Box(3).v, Square().area())
class Movie(TypedDict, total=False):
    name: str
print(Movie(name="x"), Movie())
UserId = NewType("UserId", int)
print(UserId(5))
#> 5 False ~T
#> True True True
#> 3 4
#> {'name': 'x'} {}
#> 5
---
from typing import NamedTuple
class P(NamedTuple):
    x: int
    y: str = "d"
    def both(self):
        return f"{self.x}{self.y}"
print(P(1), P(1, "b").both(), P(x=3)._asdict(), P._fields)
try:
    P()
except TypeError as e:
    print(e)
#> P(x=1, y='d') 1b {'x': 3, 'y': 'd'} ('x', 'y')
#> P.__new__() missing 1 required positional argument: 'x'
