t = 1, 2, 3
print(t, (), (1,), tuple("ab"), tuple(), tuple([1, 2]), tuple({"a": 1}), tuple(t) is t)
print(t[0], t[-1], t[1:], t[::-1], t[5:], len(t), 2 in t, 9 in t, t.index(2), t.count(1), t + (4,), t * 2, 2 * (0,))
print(t == (1, 2, 3), t == [1, 2, 3], t < (1, 2, 4), t < (1, 2), () < (0,), t != (1,), t >= (1, 2, 3))
a, (b, *c), d = 1, (2, 3, 4), 5
print(a, b, c, d)
print({(1, 2): "x"}[1, 2], {(1, (2, 3))} == {(1, (2, 3))}, hash((1, 2)) == hash((1, 2)), hash(()) == hash(()))
print((1, "a", None, (2.5,), [1]), repr(("a",)), str(()))
#> (1, 2, 3) () (1,) ('a', 'b') () (1, 2) ('a',) True
#> 1 3 (2, 3) (3, 2, 1) () 3 True False 1 1 (1, 2, 3, 4) (1, 2, 3, 1, 2, 3) (0, 0)
#> True False True False True True True
#> 1 2 [3, 4] 5
#> x True True True
#> (1, 'a', None, (2.5,), [1]) ('a',) ()
---
t = (1, 2)
for action in [
    lambda: t[2], lambda: t[-3], lambda: t["a"], lambda: t + [1], lambda: t + 1, lambda: t.index(5), lambda: t * "a",
    lambda: hash(([],)), lambda: tuple(5), lambda: tuple(1, 2), lambda: t.append(1), lambda: t < 1, lambda: t < [1],
    lambda: t < ("a",), lambda: {([],): 1}, lambda: t(), lambda: t.index(), lambda: t.index(1, 1), lambda: t * 1.5,
    lambda: tuple(x=1), lambda: t - t, lambda: -t,
]:
    try:
        print(action())
    except Exception as e:
        print(type(e).__name__, e)
#> IndexError tuple index out of range
#> IndexError tuple index out of range
#> TypeError tuple indices must be integers or slices, not str
#> TypeError can only concatenate tuple (not "list") to tuple
#> TypeError can only concatenate tuple (not "int") to tuple
#> ValueError tuple.index(x): x not in tuple
#> TypeError can't multiply sequence by non-int of type 'str'
#> TypeError unhashable type: 'list'
#> TypeError 'int' object is not iterable
#> TypeError tuple expected at most 1 argument, got 2
#> AttributeError 'tuple' object has no attribute 'append'
#> TypeError '<' not supported between instances of 'tuple' and 'int'
#> TypeError '<' not supported between instances of 'tuple' and 'list'
#> TypeError '<' not supported between instances of 'int' and 'str'
#> TypeError unhashable type: 'list'
#> TypeError 'tuple' object is not callable
#> TypeError index expected at least 1 argument, got 0
#> ValueError tuple.index(x): x not in tuple
#> TypeError can't multiply sequence by non-int of type 'float'
#> TypeError tuple() takes no keyword arguments
#> TypeError unsupported operand type(s) for -: 'tuple' and 'tuple'
#> TypeError bad operand type for unary -: 'tuple'
---
t = (1, 2)
try:
    t[0] = 5
except TypeError as e:
    print(e)
try:
    del t[0]
except TypeError as e:
    print(e)
try:
    t[0:1] = 5
except TypeError as e:
    print(e)
u = t
t += (3,)
print(t, u)
t = ([],)
try:
    t[0] += [1]
except TypeError as e:
    print(e, t)
#> 'tuple' object does not support item assignment
#> 'tuple' object doesn't support item deletion
#> 'tuple' object does not support item assignment
#> (1, 2, 3) (1, 2)
#> 'tuple' object does not support item assignment ([1],)
---
class Point(tuple):
    def __new__(cls, x, y):
        return super().__new__(cls, (x, y))
    @property
    def x(self):
        return self[0]
p = Point(3, 4)
print(p, p.x, p[1], len(p), p == (3, 4), isinstance(p, tuple), {p: 1}[(3, 4)], p + (5,), sum(p))
x, y = p
print(x, y, [*p], max(p), 4 in p, p.index(4), p < (3, 5), sorted([p, Point(1, 2)]))
#> (3, 4) 3 4 2 True True 1 (3, 4, 5) 7
#> 3 4 [3, 4] 4 True 1 True [(1, 2), (3, 4)]
