from collections import defaultdict, OrderedDict, Counter, deque, namedtuple, ChainMap
import collections.abc
def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ": " + str(e))
d = defaultdict(list)
d["a"].append(1)
d["b"] += [2]
print(d, len(d), "c" in d, d.get("c"), isinstance(d, dict), dict(d))
attempt(lambda: defaultdict()["x"])
attempt(lambda: defaultdict(5))
print(defaultdict(int, {"a": 1}, b=2), defaultdict(lambda: 7)["q"])
c = Counter("abracadabra")
print(c, c.most_common(2), c["z"], sum(c.values()), c.total())
c.update("aaa")
c.subtract({"b": 5})
print(c, +Counter(a=1) + Counter(a=2, b=1) if False else Counter(a=1) + Counter(a=2, b=1), Counter(a=3) - Counter(a=1, b=2), Counter(a=1) | Counter(a=2), Counter(a=1, b=1) & Counter(a=2))
print(sorted(Counter(a=2, b=1).elements()), Counter(), Counter([1, 1, 2]) == Counter({1: 2, 2: 1}))
o = OrderedDict([("a", 1), ("b", 2)])
o.move_to_end("a")
print(o, o.popitem(last=False), o, o == {"a": 1}, OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1))
q = deque([1, 2, 3], maxlen=3)
q.append(4)
q.appendleft(0)
print(q, q[0], q[-1], len(q), 2 in q, list(q))
q.rotate(1)
print(q, q.popleft(), q.pop(), q, q == deque([0]))
attempt(lambda: deque().pop())
attempt(lambda: deque()[0])
q = deque()
for i in range(100):
    q.append(i)
    if i > 3: q.popleft()
print(q, len(q))
P = namedtuple("P", "x y z", defaults=[9])
p = P(1, y=2)
print(p, p.x, p[2], p._asdict(), p._replace(x=5), P._fields, p == (1, 2, 9), len(p), isinstance(p, tuple))
a, b, c = p
print(a, b, c, P._make([1, 2, 3]))
attempt(lambda: P(1))
attempt(lambda: P(1, 2, 3, 4))
attempt(lambda: P(1, 2, w=3))
attempt(lambda: P(1, 2, x=3))
attempt(lambda: namedtuple("P", "x x"))
attempt(lambda: namedtuple("P", "class"))
attempt(lambda: namedtuple("P", "_a"))
attempt(lambda: p.nope)
m = ChainMap({"a": 1}, {"a": 2, "b": 3})
print(m, m["a"], m["b"], m.get("c"), sorted(m), len(m), "b" in m)
attempt(lambda: m["zz"])
#> defaultdict(<class 'list'>, {'a': [1], 'b': [2]}) 2 False None True {'a': [1], 'b': [2]}
#> KeyError: 'x'
#> TypeError: first argument must be callable or None
#> defaultdict(<class 'int'>, {'a': 1, 'b': 2}) 7
#> Counter({'a': 5, 'b': 2, 'r': 2, 'c': 1, 'd': 1}) [('a', 5), ('b', 2)] 0 11 11
#> Counter({'a': 8, 'r': 2, 'c': 1, 'd': 1, 'b': -3}) Counter({'a': 3, 'b': 1}) Counter({'a': 2}) Counter({'a': 2}) Counter({'a': 1})
#> ['a', 'a', 'b'] Counter() True
#> OrderedDict([('a', 1)]) ('b', 2) OrderedDict([('a', 1)]) True False
#> deque([0, 2, 3], maxlen=3) 0 3 3 True [0, 2, 3]
#> deque([0], maxlen=3) 3 2 deque([0], maxlen=3) True
#> IndexError: pop from an empty deque
#> IndexError: deque index out of range
#> deque([96, 97, 98, 99]) 4
#> P(x=1, y=2, z=9) 1 9 {'x': 1, 'y': 2, 'z': 9} P(x=5, y=2, z=9) ('x', 'y', 'z') True 3 True
#> 1 2 9 P(x=1, y=2, z=3)
#> TypeError: P.__new__() missing 1 required positional argument: 'y'
#> TypeError: P.__new__() takes from 3 to 4 positional arguments but 5 were given
#> TypeError: P.__new__() got an unexpected keyword argument 'w'
#> TypeError: P.__new__() got multiple values for argument 'x'
#> ValueError: Encountered duplicate field name: 'x'
#> ValueError: Type names and field names cannot be a keyword: 'class'
#> ValueError: Field names cannot start with an underscore: '_a'
#> AttributeError: 'P' object has no attribute 'nope'
#> ChainMap({'a': 1}, {'a': 2, 'b': 3}) 1 3 None ['a', 'b'] 2 True
#> KeyError: 'zz'
---
from collections.abc import Mapping, Sequence, Set, Iterable, Iterator, Hashable, Callable, Sized, Collection, MutableMapping, MutableSequence, Container, Generator
values = [1, "a", b"a", [], (), {}, set(), frozenset(), range(3), iter([]), len, None, {}.keys(), (x for x in [])]
for kind in [Mapping, Sequence, Set, Iterable, Iterator, Hashable, Callable, Sized, Collection, MutableMapping, MutableSequence, Container]:
    print(kind.__name__, [isinstance(v, kind) for v in values])
class A:
    def __len__(self):
        return 1
class B(Mapping):
    pass
print(isinstance(A(), Sized), isinstance(A(), Iterable), isinstance(A, Callable))
#> Mapping [False, False, False, False, False, True, False, False, False, False, False, False, False, False]
#> Sequence [False, True, True, True, True, False, False, False, True, False, False, False, False, False]
#> Set [False, False, False, False, False, False, True, True, False, False, False, False, True, False]
#> Iterable [False, True, True, True, True, True, True, True, True, True, False, False, True, True]
#> Iterator [False, False, False, False, False, False, False, False, False, True, False, False, False, True]
#> Hashable [True, True, True, False, True, False, False, True, True, True, True, True, False, True]
#> Callable [False, False, False, False, False, False, False, False, False, False, True, False, False, False]
#> Sized [False, True, True, True, True, True, True, True, True, False, False, False, True, False]
#> Collection [False, True, True, True, True, True, True, True, True, False, False, False, True, False]
#> MutableMapping [False, False, False, False, False, True, False, False, False, False, False, False, False, False]
#> MutableSequence [False, False, False, True, False, False, False, False, False, False, False, False, False, False]
#> Container [False, True, True, True, True, True, True, True, True, False, False, False, True, False]
#> True False True
---
from collections import ChainMap, Counter, OrderedDict, UserDict, defaultdict, deque
from datetime import date
kept = defaultdict(list, {"a": [1]})
kept |= {"b": [2]}
print(kept, kept["c"], type({} | kept).__name__, type(OrderedDict(a=1) | {"b": 2}).__name__)
class Names(list):
    pass
names = Names(["a"])
names += ["b"]
print(type(names).__name__, names)
queue = deque([1, 2], maxlen=3)
other = queue
queue += [3, 4]
print(queue, other is queue, deque([1]) * 2)
chain = ChainMap({"a": 1}, defaultdict(int))
print(chain["x"], chain.setdefault("b", 2), chain.pop("a"), chain | {"z": 0})
print(Counter("aab") <= Counter("aaabb"), Counter("a") < Counter("a"), Counter(a=1) > Counter(), Counter({"a": "x", "b": 1}))
counts = Counter("aab")
counts -= Counter("ab")
print(counts, date(2024, 12, 30).isocalendar().week, date(2024, 12, 30).isocalendar())
#> defaultdict(<class 'list'>, {'a': [1], 'b': [2], 'c': []}) [] defaultdict OrderedDict
#> Names ['a', 'b']
#> deque([2, 3, 4], maxlen=3) True deque([1, 1])
#> 0 0 1 ChainMap({'z': 0}, defaultdict(<class 'int'>, {'x': 0, 'b': 0}))
#> True False True Counter({'a': 'x', 'b': 1})
#> Counter({'a': 1}) 1 datetime.IsoCalendarDate(year=2025, week=1, weekday=1)
---
from collections import ChainMap
ChainMap({"a": 1}).pop("b")
#> KeyError: "Key not found in the first mapping: 'b'"
---
from collections import ChainMap, OrderedDict, UserDict, defaultdict
for kept in [defaultdict(list, {"a": [1]}), OrderedDict(a=1), UserDict(a=1)]:
    same = kept
    kept |= {"b": 2}
    print(kept is same, type(kept).__name__, list(kept))
kept = defaultdict(list)
kept |= [("b", 2)]
print(kept, kept["c"])
reversed(ChainMap({"a": 1}))
#> True defaultdict ['a', 'b']
#> True OrderedDict ['a', 'b']
#> True UserDict ['a', 'b']
#> defaultdict(<class 'list'>, {'b': 2, 'c': []}) []
#> TypeError: 'ChainMap' object is not reversible
