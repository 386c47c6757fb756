print(list(enumerate("ab")), list(enumerate(["x"], 5)), list(enumerate("ab", start=-1)), next(enumerate("q")), list(enumerate([])))
print(list(zip("ab", [1, 2, 3])), list(zip()), list(zip([1])), list(zip([1, 2], "ab", (True, False))), dict(zip("ab", range(2))))
print(list(map(str, [1, 2])), list(map(lambda a, b: a + b, [1, 2], [10, 20, 30])), list(map(len, [])), list(map(max, [1, 5], [3, 2])))
print(list(filter(None, [0, 1, "", "a", None, []])), list(filter(lambda x: x > 1, [1, 2, 3])), list(filter(bool, [0, 2])))
print(list(reversed([1, 2, 3])), list(reversed("abc")), list(reversed((1, 2))), list(reversed(range(3))), list(reversed({"a": 1, "b": 2})))
print(list(zip(*[(1, 2), (3, 4)])), [*zip("ab", "cd")], list(map(lambda p: p[0], zip("ab", "cd"))))
print(list(enumerate(zip("ab", "cd"))), [(i, a, b) for i, (a, b) in enumerate(zip("ab", "cd"))])
#> [(0, 'a'), (1, 'b')] [(5, 'x')] [(-1, 'a'), (0, 'b')] (0, 'q') []
#> [('a', 1), ('b', 2)] [] [(1,)] [(1, 'a', True), (2, 'b', False)] {'a': 0, 'b': 1}
#> ['1', '2'] [11, 22] [] [3, 5]
#> [1, 'a'] [2, 3] [2]
#> [3, 2, 1] ['c', 'b', 'a'] [2, 1] [2, 1, 0] ['b', 'a']
#> [(1, 3), (2, 4)] [('a', 'c'), ('b', 'd')] ['a', 'b']
#> [(0, ('a', 'c')), (1, ('b', 'd'))] [(0, 'a', 'c'), (1, 'b', 'd')]
---
it = iter([1, 2, 3])
print(next(it), next(it), list(it), next(it, "done"), list(it), iter(it) is it)
try:
    next(it)
except StopIteration as e:
    print("StopIteration", e.args, e.value)
e = enumerate("abc")
print(next(e), iter(e) is e, list(e), list(e), next(e, None))
z = zip([1, 2, 3], iter("ab"))
print(list(z), next(z, "empty"))
m = map(print, "ab")
print("lazy")
list(m)
calls = []
def next_call():
    calls.append(1)
    return len(calls)
print(list(iter(next_call, 4)), len(calls))
#> 1 2 [3] done [] True
#> StopIteration () None
#> (0, 'a') True [(1, 'b'), (2, 'c')] [] None
#> [(1, 'a'), (2, 'b')] empty
#> lazy
#> a
#> b
#> [1, 2, 3] 4
---
for action in [
    lambda: next([]), lambda: next(5, 1), lambda: iter(5), lambda: iter(5, 6), lambda: reversed({1}), lambda: reversed(5),
    lambda: enumerate(5), lambda: enumerate([], "a"), lambda: zip(1), lambda: zip([], 5), lambda: map(len), lambda: map(),
    lambda: filter(None), lambda: map(len, 5), lambda: filter(None, 5), lambda: list(zip([1], [1, 2], strict=True)),
    lambda: list(zip([1, 2], [1], strict=True)), lambda: list(zip([1], [1], [1, 2], strict=True)),
    lambda: list(zip([1, 2], [1, 2], [1], strict=True)), lambda: list(zip([1], [2], strict=True)),
    lambda: list(map(lambda x: 1 / x, [1, 0])), lambda: [x for x in 5], lambda: list(None), lambda: next(),
    lambda: reversed(), lambda: next("abc"), lambda: list(map(5, [1])), lambda: zip([1]).foo, lambda: len(zip()), lambda: zip()[0],
]:
    try:
        print(action())
    except Exception as e:
        print(type(e).__name__, e)
#> TypeError 'list' object is not an iterator
#> TypeError 'int' object is not an iterator
#> TypeError 'int' object is not iterable
#> TypeError iter(v, w): v must be callable
#> TypeError 'set' object is not reversible
#> TypeError 'int' object is not reversible
#> TypeError 'int' object is not iterable
#> TypeError 'str' object cannot be interpreted as an integer
#> TypeError 'int' object is not iterable
#> TypeError 'int' object is not iterable
#> TypeError map() must have at least two arguments.
#> TypeError map() must have at least two arguments.
#> TypeError filter expected 2 arguments, got 1
#> TypeError 'int' object is not iterable
#> TypeError 'int' object is not iterable
#> ValueError zip() argument 2 is longer than argument 1
#> ValueError zip() argument 2 is shorter than argument 1
#> ValueError zip() argument 3 is longer than arguments 1-2
#> ValueError zip() argument 3 is shorter than arguments 1-2
#> [(1, 2)]
#> ZeroDivisionError division by zero
#> TypeError 'int' object is not iterable
#> TypeError 'NoneType' object is not iterable
#> TypeError next expected at least 1 argument, got 0
#> TypeError reversed expected 1 argument, got 0
#> TypeError 'str' object is not an iterator
#> TypeError 'int' object is not callable
#> AttributeError 'zip' object has no attribute 'foo'
#> TypeError object of type 'zip' has no len()
#> TypeError 'zip' object is not subscriptable
---
class Count:
    def __init__(self, n):
        self.n = n
        self.i = 0
    def __iter__(self):
        return self
    def __next__(self):
        if self.i >= self.n:
            raise StopIteration
        self.i += 1
        return self.i
print(list(Count(3)), sum(Count(4)), max(Count(5)), [x for x in Count(2)], 3 in Count(5), dict(zip(Count(2), "ab")))
a, *b = Count(4)
print(a, b, *Count(2), sorted(Count(3), reverse=True), tuple(Count(1)), set(Count(0)), next(Count(1)), list(zip(Count(9), "ab")))
class Items:
    def __getitem__(self, i):
        if i > 2:
            raise IndexError("stop")
        return i * 10
print(list(Items()), 20 in Items(), 5 in Items(), [*Items()], list(enumerate(Items())))
class Seq:
    def __len__(self):
        return 3
    def __getitem__(self, i):
        return "abc"[i]
    def __reversed__(self):
        return iter("custom")
print(list(reversed(Seq())), list(Seq()), len(Seq()), bool(Seq()))
class Wrap:
    def __iter__(self):
        return iter([1, 2])
print(list(Wrap()), 1 in Wrap(), [(a, b) for a, b in zip(Wrap(), Wrap())], sorted(Wrap(), key=lambda x: -x))
class Bad:
    def __iter__(self):
        return 5
class None_:
    __iter__ = None
for c in (Bad, None_):
    try:
        list(c())
    except TypeError as e:
        print(e)
#> [1, 2, 3] 10 5 [1, 2] True {1: 'a', 2: 'b'}
#> 1 [2, 3, 4] 1 2 [3, 2, 1] (1,) set() 1 [(1, 'a'), (2, 'b')]
#> [0, 10, 20] True False [0, 10, 20] [(0, 0), (1, 10), (2, 20)]
#> ['c', 'u', 's', 't', 'o', 'm'] ['a', 'b', 'c'] 3 True
#> [1, 2] True [(1, 1), (2, 2)] [2, 1]
#> iter() returned non-iterator of type 'int'
#> 'None_' object is not iterable
---
it = iter([])
for _ in range(100):
    it = map(lambda x: x, it)
print(list(it))
d = {"a": 1}
it = iter(d.items())
print(next(it), next(it, None), list(it))
s = iter("añ😀")
print(next(s), next(s), next(s), next(s, "end"))
print([x for x in b"ab"], list(iter({"k": 1})), min(map(abs, [-3, 2])), sum(map(int, "123")), "".join(map(str, range(3))), ",".join(reversed("abc")))
#> []
#> ('a', 1) None []
#> a ñ 😀 end
#> [97, 98] ['k'] 2 6 012 c,b,a
