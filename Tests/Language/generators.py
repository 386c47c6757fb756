g = (x * x for x in range(3))
print(next(g), list(g), list(g), next(g, "end"), sum(x for x in range(4)), type(g).__name__, iter(g) is g)
calls = []
def note(x):
    calls.append(x)
    return x
lazy = (note(x) for x in [1, 2, 3])
print(calls, next(lazy), calls, any(note(x) > 4 for x in [4, 5, 6]), calls)
print(list((a, b) for a in range(2) for b in "xy"), list(x for x in range(10) if x % 2 if x > 3), "".join(c for c in "abc"), max(len(w) for w in ["a", "bbb"]))
n = 10
print(list(x + n for x in range(2)), dict((k, v) for k, v in [("a", 1)]), set(x % 2 for x in range(5)) == {0, 1}, tuple(x for x in "ab"), sorted(-x for x in [1, 2]), [*(x for x in "q")], 3 in (x for x in range(5)))
g = (1 / x for x in [1, 0, 2])
print(next(g))
try:
    next(g)
except ZeroDivisionError as e:
    print(e, list(g))
g = (x for x in [1, 2])
g.close()
print(list(g))
nested = ((y for y in range(x)) for x in range(3))
print([list(inner) for inner in nested])
try:
    (x for x in 5)
except TypeError as e:
    print(e)
def use(it):
    return list(it)
print(use(x for x in "ab"), [next(x for x in [1, 2, 3] if x > 1)], next((x for x in [] if x), None), all(isinstance(x, int) for x in [1, 2]), list(zip((x for x in "ab"), (y for y in "cd"))))
r = (x for x in r2) if (r2 := [5]) else None
print(list(r))
g = (next(g) for _ in range(2))
try:
    list(g)
except ValueError as e:
    print(e)
#> 0 [1, 4] [] end 6 generator True
#> [1, 4, 5] 1 [1, 4, 5] True [1, 4, 5]
#> [(0, 'x'), (0, 'y'), (1, 'x'), (1, 'y')] [5, 7, 9] abc 3
#> [10, 11] {'a': 1} True ('a', 'b') [-2, -1] ['q'] True
#> 1.0
#> division by zero []
#> []
#> [[], [0], [0, 1]]
#> 'int' object is not iterable
#> ['a', 'b'] [2] None True [('a', 'c'), ('b', 'd')]
#> [5]
#> generator already executing
