from panther_core import PantherEvent
e = PantherEvent({
    "l": [{"v": 1}, {"x": 0}, {"v": 3}, {"v": 4}], "n": [[{"v": 1}], [{"v": 2}, {"v": 1}]], "s": "text",
    "one": [{"v": "only"}], "none": [{"v": None}], "empty": [], "nested": [[], [[]]], "same": [{"v": 1}, {"v": 1.0}, {"v": True}],
    "lists": [{"v": [1, 2]}, {"v": [2, 3]}], "maps": [{"v": {"w": 1}}], "m": {"k": {"z": [5]}},
})
print(e.deep_walk("l", "v"), e.deep_walk("l", "v", default="D"), e.deep_walk("n", "v"), e.deep_walk("one", "v"))
print(e.deep_walk("l", "v", return_val="first"), e.deep_walk("l", "v", return_val="last"), e.deep_walk("l", "v", return_val="x"))
print(e.deep_walk("none", "v"), e.deep_walk("none", "v", default=0), e.deep_walk("empty"), e.deep_walk("empty", default=1))
print(e.deep_walk("nested"), e.deep_walk("nested", default=2), e.deep_walk("same", "v"), e.deep_walk("lists", "v"))
print(e.deep_walk("m", "k"), e.deep_walk("m", "K"), e.deep_walk("L", "v"), e.deep_walk("m", "k", "z"), type(e.deep_walk("m")).__name__)
print(e.deep_walk("s", "x"), e.deep_walk("s", "x", default="d"), e.deep_walk("m", "k", "z", "q", default="d"), e.deep_walk("s"))
print(e.deep_walk("missing", "v", default="d"), e.deep_walk("empty", "v", default="d"), e.deep_walk("l", "nope"))
try:
    e.deep_walk("maps", "v")
except TypeError as error:
    print(error)
#> [1, 3, 4] [1, 'D', 3, 4] [1, 2] only
#> 1 4 all
#> None 0 None 1
#> None 2 1 [1, 2, 3]
#> {'z': [5]} None None [5] dict
#> None d d text
#> d d None
#> unhashable type: 'dict'
---
from panther_core import PantherEvent
print(PantherEvent({"a": 1}).deep_walk(), PantherEvent({}).deep_walk(), PantherEvent({}).deep_walk(default=1))
print(PantherEvent({"a": {}}).deep_walk("a", "b", default={"b": 5}), PantherEvent({}).deep_walk("a", "b", default={"b": 5}))
print(PantherEvent({"a": [{"b": []}, {"b": [1]}]}).deep_walk("a", "b"), PantherEvent({"a": [None, [None]]}).deep_walk("a"))
print(PantherEvent({"a": [None]}).deep_walk("a", "b"), PantherEvent({"a": ""}).deep_walk("a"), PantherEvent({"a": {}}).deep_walk("a"))
print(PantherEvent({"a": [{"b": "x"}]}).deep_walk("a", "b", return_val="all"), PantherEvent({"a": 0}).deep_walk("a", default=4))
#> {'a': 1} {} {}
#> {'b': 5} 5
#> 1 [None, [None]]
#> None  {}
#> x 0
