d = {"a": 1, "b": 2}
print(d, len(d), d["a"], d.get("x"), d.get("x", 5), d.get("a"), "a" in d, "x" in d, "x" not in d)
d["c"] = 3
d["a"] = 10
print(d, list(d), list(d.keys()), list(d.values()), list(d.items()))
print(d.pop("a"), d.pop("zz", None), d.setdefault("b", 7), d.setdefault("n", 7), d.setdefault("m"), d)
print(d.popitem(), d.popitem(), d)
d.update({"x": 1}, y=2)
d.update([("p", 1), ["q", 2], "rs"])
d.update(z=9)
d.update()
print(d)
del d["x"]
d.clear()
print(d, bool(d), not {}, {} == {}, dict() is dict())
#> {'a': 1, 'b': 2} 2 1 None 5 1 True False True
#> {'a': 10, 'b': 2, 'c': 3} ['a', 'b', 'c'] ['a', 'b', 'c'] [10, 2, 3] [('a', 10), ('b', 2), ('c', 3)]
#> 10 None 2 7 None {'b': 2, 'c': 3, 'n': 7, 'm': None}
#> ('m', None) ('n', 7) {'b': 2, 'c': 3}
#> {'b': 2, 'c': 3, 'x': 1, 'y': 2, 'p': 1, 'q': 2, 'r': 's', 'z': 9}
#> {} False True True False
---
print(dict(), dict(a=1), dict([(1, 2)]), dict({"x": 1}, y=2), dict(["ab"]), dict(zip("ab", [1, 2])))
print(dict.fromkeys("ab"), dict.fromkeys([1, 2], 0), {}.fromkeys("a", []), dict((k, v) for k, v in [(1, 2)]))
print({1: "a", 1.0: "b", True: "c"}, {0: 1, False: 2}, {None: 1, (): 2}, {"a": {"b": {"c": 1}}}["a"]["b"]["c"])
print({**{"a": 1}, "b": 2, **{"a": 3}}, {"a": 1} | {"b": 2}, {"a": 1} | {"a": 2})
d = e = {"a": 1}
d |= {"b": 2}
d |= [("c", 3)]
print(d, e is d)
print({x: x * x for x in range(4)}, {k: v for k, v in d.items() if v > 1}, {v: k for k, v in d.items()})
print({"a": 1} == {"a": 1.0}, {"a": 1, "b": 2} == {"b": 2, "a": 1}, {"a": 1} != {"a": 2}, {"a": 1} == [("a", 1)])
#> {} {'a': 1} {1: 2} {'x': 1, 'y': 2} {'a': 'b'} {'a': 1, 'b': 2}
#> {'a': None, 'b': None} {1: 0, 2: 0} {'a': []} {1: 2}
#> {1: 'c'} {0: 2} {None: 1, (): 2} 1
#> {'a': 3, 'b': 2} {'a': 1, 'b': 2} {'a': 2}
#> {'a': 1, 'b': 2, 'c': 3} True
#> {0: 0, 1: 1, 2: 4, 3: 9} {'b': 2, 'c': 3} {1: 'a', 2: 'b', 3: 'c'}
#> True True True False
---
d = {"a": 1}
for action in [
    lambda: d["x"], lambda: d[1], lambda: d.pop("x"), lambda: {}.popitem(), lambda: d[[]], lambda: d.get([]),
    lambda: dict(1), lambda: dict(1, 2), lambda: dict([1]), lambda: dict([(1, 2, 3)]), lambda: dict.fromkeys(5),
    lambda: d.get(), lambda: d.get(1, 2, 3), lambda: d.update(5), lambda: d.foo, lambda: d + d, lambda: d < d,
    lambda: d | [1], lambda: hash(d), lambda: d.setdefault([], 1), lambda: d(), lambda: [] in d, lambda: d[0:1],
    lambda: d.keys().foo, lambda: d.keys()[0], lambda: d.values()[0], lambda: {d: 1}, lambda: {**5}, lambda: d.pop(),
    lambda: dict.get(5, 1), lambda: dict("ab"), lambda: d.items() + 1, lambda: len(d.keys),
]:
    try:
        print(action())
    except Exception as e:
        print(type(e).__name__, e)
#> KeyError 'x'
#> KeyError 1
#> KeyError 'x'
#> KeyError 'popitem(): dictionary is empty'
#> TypeError unhashable type: 'list'
#> TypeError unhashable type: 'list'
#> TypeError 'int' object is not iterable
#> TypeError dict expected at most 1 argument, got 2
#> TypeError cannot convert dictionary update sequence element #0 to a sequence
#> ValueError dictionary update sequence element #0 has length 3; 2 is required
#> TypeError 'int' object is not iterable
#> TypeError get expected at least 1 argument, got 0
#> TypeError get expected at most 2 arguments, got 3
#> TypeError 'int' object is not iterable
#> AttributeError 'dict' object has no attribute 'foo'
#> TypeError unsupported operand type(s) for +: 'dict' and 'dict'
#> TypeError '<' not supported between instances of 'dict' and 'dict'
#> TypeError unsupported operand type(s) for |: 'dict' and 'list'
#> TypeError unhashable type: 'dict'
#> TypeError unhashable type: 'list'
#> TypeError 'dict' object is not callable
#> TypeError unhashable type: 'list'
#> TypeError unhashable type: 'slice'
#> AttributeError 'dict_keys' object has no attribute 'foo'
#> TypeError 'dict_keys' object is not subscriptable
#> TypeError 'dict_values' object is not subscriptable
#> TypeError unhashable type: 'dict'
#> TypeError 'int' object is not a mapping
#> TypeError pop expected at least 1 argument, got 0
#> TypeError descriptor 'get' for 'dict' objects doesn't apply to a 'int' object
#> ValueError dictionary update sequence element #0 has length 1; 2 is required
#> TypeError unsupported operand type(s) for +: 'dict_items' and 'int'
#> TypeError object of type 'builtin_function_or_method' has no len()
---
d = {"a": 1, "b": 2}
k, v, i = d.keys(), d.values(), d.items()
d["c"] = 3
print(k, v, i, len(k), "c" in k, 3 in v, ("c", 3) in i, ("c", 4) in i, "c" in i, ("x",) in i)
print(sorted(k & {"a", "z"}), sorted(k | {"z"}), sorted(k - {"a"}), k ^ {"a", "z"} == {"b", "c", "z"}, i & {("a", 1)}, k == {"a", "b", "c"})
print(k <= {"a", "b", "c", "d"}, k > {"a"}, k.isdisjoint(["q"]), k.isdisjoint(["a"]), i.isdisjoint([("a", 2)]))
print(list(reversed(k)), list(reversed(d)), list(reversed(v)), list(reversed(i)), next(iter(d)), sorted(v, reverse=True))
print(k.mapping, {} .keys(), {}.items(), max(d, key=d.get))
print({"a": 1}.keys() == {"a": 2}.keys(), {"a": 1}.items() == {"a": 2}.items(), {"a": 1}.items() == {("a", 1)})
#> dict_keys(['a', 'b', 'c']) dict_values([1, 2, 3]) dict_items([('a', 1), ('b', 2), ('c', 3)]) 3 True True True False False False
#> ['a'] ['a', 'b', 'c', 'z'] ['b', 'c'] True {('a', 1)} True
#> True True True False True
#> ['c', 'b', 'a'] ['c', 'b', 'a'] [3, 2, 1] [('c', 3), ('b', 2), ('a', 1)] a [3, 2, 1]
#> {'a': 1, 'b': 2, 'c': 3} dict_keys([]) dict_items([]) c
#> True False True
---
d = {"a": 1, "b": 2}
try:
    for x in d:
        d[x + "!"] = 1
except RuntimeError as e:
    print(e)
d = {"a": 1, "b": 2}
for x in d:
    d[x] = d[x] * 10
print(d)
for x in list(d):
    del d[x]
print(d)
d = {i: i for i in range(20)}
for x in range(0, 20, 2):
    del d[x]
d[0] = "again"
print(d, len(d), list(d)[-1], 2 in d, 3 in d)
while d:
    d.popitem()
print(d)
d[1] = 1
print(d)
#> dictionary changed size during iteration
#> {'a': 10, 'b': 20}
#> {}
#> {1: 1, 3: 3, 5: 5, 7: 7, 9: 9, 11: 11, 13: 13, 15: 15, 17: 17, 19: 19, 0: 'again'} 11 0 False True
#> {}
#> {1: 1}
---
d = {}
for i in range(1000):
    d[f"k{i}"] = i
for i in range(0, 1000, 3):
    del d[f"k{i}"]
print(len(d), d["k1"], d.get("k3"), sum(d.values()), "k999" in d, "k998" in d)
for i in range(300):
    d.popitem()
for i in range(1000):
    d[f"k{i}"] = 0
print(len(d), all(f"k{i}" in d for i in range(1000)), sum(d.values()), list(d)[:3], list(d)[-1])
for i in range(5000):
    d["temporary"] = i
    del d["temporary"]
print(len(d), len([k for k in d if k.startswith("k")]))
#> 666 1 None 332667 False True
#> 1000 True 0 ['k1', 'k2', 'k4'] k999
#> 1000 1000
---
class Counting(dict):
    def __missing__(self, key):
        self[key] = 0
        return 0
c = Counting()
for letter in "hello":
    c[letter] += 1
print(c, c["z"], len(c), c.get("q"), isinstance(c, dict), c == {"h": 1, "e": 1, "l": 2, "o": 1, "z": 0}, dict(c))
class Upper(dict):
    def __setitem__(self, key, value):
        super().__setitem__(key.upper(), value)
    def __getitem__(self, key):
        return dict.__getitem__(self, key.upper())
u = Upper()
u["a"] = 1
print(u, u["a"], "A" in u, "a" in u, list(u.items()), {**u}, u.keys(), bool(u), u.pop("A"), len(u))
class Config(dict):
    def __init__(self, **kw):
        super().__init__(kw, kind="config")
        self.extra = 1
f = Config(a=1)
print(f, f.extra, f["kind"], f.__dict__, f | {"z": 1}, sorted(f))
#> {'h': 1, 'e': 1, 'l': 2, 'o': 1, 'z': 0} 0 5 None True True {'h': 1, 'e': 1, 'l': 2, 'o': 1, 'z': 0}
#> {} 1 True False [('A', 1)] {'A': 1} dict_keys([]) True 1 0
#> {'a': 1, 'kind': 'config'} 1 config {'extra': 1} {'a': 1, 'kind': 'config', 'z': 1} ['a', 'kind']
---
d = {"x": {"y": [1, {"z": 2}]}}
print(d["x"]["y"][1]["z"], d.get("x", {}).get("y", [])[0], d.get("q", {}).get("y"))
d["x"]["y"][1]["z"] += 5
print(d)
d["self"] = d
print(d)
a, b = {"k1": 1, "k2": 2}
print(a, b)
for i, (k, v) in enumerate({"m": 1, "n": 2}.items()):
    print(i, k, v)
print(sorted({"b": 1, "a": 2}.items(), key=lambda kv: kv[1]), [*{"a": 1}], dict(sorted({"b": 1, "a": 2}.items())))
#> 2 1 None
#> {'x': {'y': [1, {'z': 7}]}}
#> {'x': {'y': [1, {'z': 7}]}, 'self': {...}}
#> k1 k2
#> 0 m 1
#> 1 n 2
#> [('b', 1), ('a', 2)] ['a'] {'a': 2, 'b': 1}
---
d = {1: 2, "a": 3}
print([1, 5] & d.keys(), [1, 5] - d.keys(), sorted(map(str, [1, 5] | d.keys())), sorted(map(str, [1, 5] ^ d.keys())))
print(d.keys() & b"ab", d.items() & [(1, 2)], sorted(map(str, d.keys() | "ab")), d.keys() - (1,), {1, 9} & d.keys())
for f in [lambda: d.keys() & 5, lambda: 5 - d.keys(), lambda: d.keys() & [[1]], lambda: d.values() & [1], lambda: d.keys() + [1]]:
    try: print(f())
    except TypeError as e: print(e)
#> {1} {5} ['1', '5', 'a'] ['5', 'a']
#> set() {(1, 2)} ['1', 'a', 'b'] {'a'} {1}
#> 'int' object is not iterable
#> 'int' object is not iterable
#> unhashable type: 'list'
#> unsupported operand type(s) for &: 'dict_values' and 'list'
#> unsupported operand type(s) for +: 'dict_keys' and 'list'
---
# An empty dict does not hash the key that it is asked for.
print({}.pop([], 1), {}.pop(([], 2), None))
for f in (lambda: {}.pop([]), lambda: {1: 2}.pop([], 3), lambda: {}.get([]), lambda: {}.setdefault([], 1)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
#> 1 None
#> KeyError []
#> TypeError unhashable type: 'list'
#> TypeError unhashable type: 'list'
#> TypeError unhashable type: 'list'
