import functools
from functools import reduce, partial, lru_cache, cache, wraps, total_ordering, cmp_to_key, cached_property, singledispatch
def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ": " + str(e))
print(reduce(lambda a, b: a + b, [1, 2, 3]), reduce(lambda a, b: a * b, [], 7))
attempt(lambda: reduce(lambda a, b: a, []))
p = partial(int, base=2)
print(p("101"), partial(partial(max, 3), 5)(4), p.keywords, p.args)
calls = []
@lru_cache(maxsize=2)
def f(x, y=0):
    calls.append(x)
    return x + y
print(f(1), f(1), f(2), f(1), f(3), f(2), f(1, y=5), calls, f.cache_info(), f.__name__)
@cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(50), fib.cache_info())
attempt(lambda: fib([]))
def deco(g):
    @wraps(g)
    def inner(*a):
        return g(*a)
    return inner
@deco
def hello(a):
    "doc"
    return a
print(hello.__name__, hello.__doc__, hello(3))
@total_ordering
class V:
    def __init__(self, n):
        self.n = n
    def __eq__(self, o):
        return self.n == o.n
    def __lt__(self, o):
        return self.n < o.n
print(V(1) <= V(1), V(1) > V(0), V(1) >= V(2), V(2) < V(3))
print(sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)))
class C:
    n = 0
    @cached_property
    def v(self):
        self.n += 1
        return self.n
c = C()
print(c.v, c.v, c.n)
@singledispatch
def s(x):
    return "any"
@s.register(int)
def _(x):
    return "int"
@s.register(str)
def _(x):
    return "str"
print(s(1), s("a"), s(2.5), s(True))
#> 6 7
#> TypeError: reduce() of empty iterable with no initial value
#> 5 5 {'base': 2} ()
#> 1 1 2 1 3 2 6 [1, 2, 3, 2, 1] CacheInfo(hits=2, misses=5, maxsize=2, currsize=2) f
#> 12586269025 CacheInfo(hits=48, misses=51, maxsize=None, currsize=51)
#> TypeError: unhashable type: 'list'
#> hello doc 3
#> True True False True
#> [3, 2, 1]
#> 1 1 1
#> int str any int
