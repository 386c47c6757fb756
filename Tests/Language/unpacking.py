a, b = 1, 2
a, b = b, a
(c, d), e = [3, 4], 5
[f, *g] = "hello"
*h, i = range(3)
j, *k, l = 1, 2
print(a, b, c, d, e, f, g, h, i, j, k, l)
x = y = [1]
x[0], z = 5, x[0]
print(x, y, z)
d = {}
d["a"], d["b"] = 1, 2
(p, q), *r = [(1, 2), 3, 4]
print(d, p, q, r)
for n, (m, *o) in [(1, (2, 3, 4)), (5, "xy")]:
    print(n, m, o)
print(*[1, 2], *(3,), *"ab", *{}, sep=",")
print([*range(3), *"a"], (*[1], 2), {*[1], 2} == {1, 2}, {**{"a": 1}, "b": 2}, [*{"k": 1}])
def f(*args, **kw): return args, kw
print(f(*[1], 2, *(3,), **{"a": 1}, b=2), f(*"ab"), f(**{}), f(*{"k": 1}), f(*(x for x in [1])))
def two(): return 1, 2
m, n = two()
print(m, n, two()[0], len(two()))
i = 0
arr = [0, 0]
i, arr[i] = 1, 9
print(i, arr)
#> 2 1 3 4 5 h ['e', 'l', 'l', 'o'] [0, 1] 2 1 [] 2
#> [5] [5] 1
#> {'a': 1, 'b': 2} 1 2 [3, 4]
#> 1 2 [3, 4]
#> 5 x ['y']
#> 1,2,3,a,b
#> [0, 1, 2, 'a'] (1, 2) True {'a': 1, 'b': 2} ['k']
#> ((1, 2, 3), {'a': 1, 'b': 2}) (('a', 'b'), {}) ((), {}) (('k',), {}) ((1,), {})
#> 1 2 1 2
#> 1 [0, 9]
---
def case(source):
    a, b = source
    return a, b
def star(source):
    a, *b, c = source
    return a, b, c
for s in [(1, 2), [1, 2], "ab", {"x": 1, "y": 2}, range(2), iter([1, 2]), (1,), (1, 2, 3), 5, None, "a", []]:
    for u in (case, star):
        try:
            print(u(s))
        except (TypeError, ValueError) as e:
            print(type(e).__name__, e)
try:
    (a, b), c = 1, 2
except TypeError as e:
    print(e)
try:
    for k, v in {"abc": 1}: pass
except ValueError as e:
    print(e)
#> (1, 2)
#> (1, [], 2)
#> (1, 2)
#> (1, [], 2)
#> ('a', 'b')
#> ('a', [], 'b')
#> ('x', 'y')
#> ('x', [], 'y')
#> (0, 1)
#> (0, [], 1)
#> (1, 2)
#> ValueError not enough values to unpack (expected at least 2, got 0)
#> ValueError not enough values to unpack (expected 2, got 1)
#> ValueError not enough values to unpack (expected at least 2, got 1)
#> ValueError too many values to unpack (expected 2)
#> (1, [2], 3)
#> TypeError cannot unpack non-iterable int object
#> TypeError cannot unpack non-iterable int object
#> TypeError cannot unpack non-iterable NoneType object
#> TypeError cannot unpack non-iterable NoneType object
#> ValueError not enough values to unpack (expected 2, got 1)
#> ValueError not enough values to unpack (expected at least 2, got 1)
#> ValueError not enough values to unpack (expected 2, got 0)
#> ValueError not enough values to unpack (expected at least 2, got 0)
#> cannot unpack non-iterable int object
#> too many values to unpack (expected 2)
