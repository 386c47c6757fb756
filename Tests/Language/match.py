class Point:
    __match_args__ = ("x", "y")
    def __init__(self, x, y):
        self.x, self.y = x, y
class Color:
    RED = "red"
def kind(v):
    match v:
        case 0: return "zero"
        case 1 | 2: return "one or two"
        case -5: return "minus five"
        case True: return "true"
        case None: return "none"
        case "text": return "text"
        case Color.RED: return "red const"
        case int(n) if n > 100: return f"big {n}"
        case int() | float(): return "number"
        case str() as s: return f"str {s}"
        case []: return "empty"
        case [x]: return f"one {x}"
        case [1, *rest]: return f"starts 1 {rest}"
        case (a, b): return f"pair {a} {b}"
        case [_, _, *_]: return "long"
        case {"type": "a", "v": v2}: return f"a {v2}"
        case {"type": t, **rest}: return f"type {t} {rest}"
        case {}: return "mapping"
        case Point(x=0, y=0): return "origin"
        case Point(0, y): return f"on y {y}"
        case Point(x, y) if x == y: return f"diagonal {x}"
        case Point(): return "point"
        case _: return "other"
for v in [0, 1, 2, -5, True, False, None, "text", "red", "abc", 101, 50, 1.5, [], [7], [1, 2, 3], (3, 4), [5, 6, 7], {"type": "a", "v": 1}, {"type": "b", "z": 2}, {"q": 1}, {}, Point(0, 0), Point(0, 5), Point(3, 3), Point(1, 2), {1}, b"x", object, range(2), (), ("a", "b", "c")]:
    print(kind(v))
def nested(v):
    match v:
        case {"user": {"name": str(name), "roles": [first, *_]}}: return name, first
        case {"user": {"name": name}}: return name
        case [Point(x=x1), Point(x=x2)]: return x1 + x2
        case ("a" | "b") as letter, int(n): return letter, n
        case [[a, b], [c, d]]: return a, b, c, d
        case {"k": None}: return "null"
        case {"k": [] | {}}: return "empty k"
    return "nothing"
for v in [{"user": {"name": "x", "roles": ["r1", "r2"]}}, {"user": {"name": 5}}, [Point(1, 0), Point(2, 0)], ("a", 5), ("c", 5), [[1, 2], [3, 4]], {"k": None}, {"k": []}, {"k": {}}, {"k": 1}, "ab"]:
    print(nested(v))
match 5:
    case 4: pass
print("no match is fine")
try:
    match Point(1, 2):
        case Point(1, 2, 3): pass
except TypeError as e:
    print(e)
match (1, 2):
    case (x, y) if x > y: print("greater")
    case (x, y): print("bound", x, y)
#> zero
#> one or two
#> one or two
#> minus five
#> one or two
#> zero
#> none
#> text
#> red const
#> str abc
#> big 101
#> number
#> number
#> empty
#> one 7
#> starts 1 [2, 3]
#> pair 3 4
#> long
#> a 1
#> type b {'z': 2}
#> mapping
#> mapping
#> origin
#> on y 5
#> diagonal 3
#> point
#> other
#> other
#> other
#> pair 0 1
#> empty
#> long
#> ('x', 'r1')
#> 5
#> 3
#> ('a', 5)
#> nothing
#> (1, 2, 3, 4)
#> null
#> empty k
#> empty k
#> nothing
#> nothing
#> no match is fine
#> Point() accepts 2 positional sub-patterns (3 given)
#> bound 1 2
