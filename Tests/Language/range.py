r = range(10)
print(r, list(r), len(r), 5 in r, 10 in r, -1 in r, 5.0 in r, 5.5 in r, "a" in r, r[0], r[-1], r[2:5], r[::2], r[::-1])
print(list(range(2, 5)), list(range(5, 2)), list(range(5, 2, -1)), list(range(0, 10, 3)), list(range(10, 0, -4)), list(range(0)))
print(range(1, 10, 3), range(0, 5, 1), repr(range(-3)), r.start, r.stop, r.step, range(5, 0, -2).step, bool(range(0)))
print(range(3) == range(0, 3), range(0) == range(5, 1), range(0, 4, 2) == range(0, 3, 2), range(3) != range(4), range(3) == [0, 1, 2])
print(r.index(3), r.count(3), r.count(99), range(0, 10, 2).index(4), list(reversed(range(4))), sum(range(101)), max(range(4)))
print(range(10)[3:8:2], list(range(10)[3:8:2]), range(10)[8:3:-2], list(range(10)[-3:]), range(True), {range(3): 1}[range(3)])
print([i for i in range(3) for j in range(i)], sorted(range(3), reverse=True), tuple(range(2)), *range(3))
#> range(0, 10) [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] 10 True False False True False False 0 9 range(2, 5) range(0, 10, 2) range(9, -1, -1)
#> [2, 3, 4] [] [5, 4, 3] [0, 3, 6, 9] [10, 6, 2] []
#> range(1, 10, 3) range(0, 5) range(0, -3) 0 10 1 -2 False
#> True True True True False
#> 3 1 0 2 [3, 2, 1, 0] 5050 3
#> range(3, 8, 2) [3, 5, 7] range(8, 3, -2) [7, 8, 9] range(0, 1) 1
#> [1, 2, 2] [2, 1, 0] (0, 1) 0 1 2
---
for action in [
    lambda: range(), lambda: range("a"), lambda: range(1.5), lambda: range(1, 2, 0), lambda: range(1, 2, 3, 4),
    lambda: range(3)[3], lambda: range(3)[-4], lambda: range(3)["a"], lambda: range(3).index(7), lambda: range(2).foo,
    lambda: range(None), lambda: range(3) + range(3), lambda: range(3) < range(4), lambda: range(a=1), lambda: range(3).index("a"),
]:
    try:
        print(action())
    except Exception as e:
        print(type(e).__name__, e)
#> TypeError range expected at least 1 argument, got 0
#> TypeError 'str' object cannot be interpreted as an integer
#> TypeError 'float' object cannot be interpreted as an integer
#> ValueError range() arg 3 must not be zero
#> TypeError range expected at most 3 arguments, got 4
#> IndexError range object index out of range
#> IndexError range object index out of range
#> TypeError range indices must be integers or slices, not str
#> ValueError 7 is not in range
#> AttributeError 'range' object has no attribute 'foo'
#> TypeError 'NoneType' object cannot be interpreted as an integer
#> TypeError unsupported operand type(s) for +: 'range' and 'range'
#> TypeError '<' not supported between instances of 'range' and 'range'
#> TypeError range() takes no keyword arguments
#> ValueError sequence.index(x): x not in sequence
---
r = range(3)
try:
    r[0] = 1
except TypeError as e:
    print(e)
print(len(range(10**12)), 10**11 in range(10**12), range(10**12)[-1], range(10**12)[10**6:][0], range(0, -10**12, -7)[5])
s = slice(1, 10, 2)
print(s, s.start, s.stop, s.step, slice(5), slice(1, 2), s == slice(1, 10, 2), slice(None) == slice(None, None, None))
print(s.indices(5), slice(None).indices(4), slice(None, None, -1).indices(4), slice(-3, None).indices(10), slice(5, 2).indices(10))
print(slice(100, -100, -3).indices(10), slice(-100, 100).indices(3), slice(0, 0).indices(0), slice(2, -1).indices(1))
for action in [lambda: slice(), lambda: slice(1).indices(-1), lambda: slice(1).indices("a"), lambda: slice(1, 2, 0).indices(5), lambda: slice("a").indices(3)]:
    try:
        print(action())
    except Exception as e:
        print(type(e).__name__, e)
#> 'range' object does not support item assignment
#> 1000000000000 True 999999999999 1000000 -35
#> slice(1, 10, 2) 1 10 2 slice(None, 5, None) slice(1, 2, None) True True
#> (1, 5, 2) (0, 4, 1) (3, -1, -1) (7, 10, 1) (5, 2, 1)
#> (9, -1, -3) (0, 3, 1) (0, 0, 1) (1, 0, 1)
#> TypeError slice expected at least 1 argument, got 0
#> ValueError length should not be negative
#> TypeError 'str' object cannot be interpreted as an integer
#> ValueError slice step cannot be zero
#> TypeError slice indices must be integers or None or have an __index__ method
