a = [1, 2]
a.append(3)
a.extend((4, 5))
a.extend(x for x in "ab")
print(a, len(a))
a.insert(0, "first")
a.insert(-1, "before last")
a.insert(100, "last")
a.insert(-100, "new first")
print(a)
print(a.pop(), a.pop(0), a.pop(-2), a)
a.remove(4)
print(a, a.index(5), a.count(1), 5 in a, 9 in a, 9 not in a)
a.reverse()
print(a)
a.clear()
print(a, bool(a), a == [], not a)
#> [1, 2, 3, 4, 5, 'a', 'b'] 7
#> ['new first', 'first', 1, 2, 3, 4, 5, 'a', 'before last', 'b', 'last']
#> last new first before last ['first', 1, 2, 3, 4, 5, 'a', 'b']
#> ['first', 1, 2, 3, 5, 'a', 'b'] 4 1 True False True
#> ['b', 'a', 5, 3, 2, 1, 'first']
#> [] False True True
---
for action in [
    lambda: [].pop(), lambda: [1].pop(5), lambda: [1].pop(-2), lambda: [].pop("a"), lambda: [].pop(10**30),
    lambda: [].insert("a", 1), lambda: [].remove(3), lambda: [].index(3), lambda: [1, 2].index(1, 1),
    lambda: [1][1], lambda: [1][-2], lambda: [1]["a"], lambda: [1][1.0], lambda: [1][None], lambda: [1] + (2,),
    lambda: [1] + 1, lambda: [1] * "a", lambda: [1] * 1.5, lambda: [1] < 1, lambda: [1] < (1,), lambda: [1] < ["a"],
    lambda: list(5), lambda: list(1, 2), lambda: list(a=1), lambda: list.append(5, 1), lambda: [].foo,
    lambda: hash([]), lambda: {[]: 1}, lambda: [1].index(1, "a"), lambda: -[1],
    lambda: [1, 2].append(), lambda: [].extend(5), lambda: [1](), lambda: [1, 2] & [1], lambda: int([1]),
]:
    try:
        print(action())
    except Exception as e:
        print(type(e).__name__, e)
#> IndexError pop from empty list
#> IndexError pop index out of range
#> IndexError pop index out of range
#> TypeError 'str' object cannot be interpreted as an integer
#> OverflowError Python int too large to convert to C ssize_t
#> TypeError 'str' object cannot be interpreted as an integer
#> ValueError list.remove(x): x not in list
#> ValueError 3 is not in list
#> ValueError 1 is not in list
#> IndexError list index out of range
#> IndexError list index out of range
#> TypeError list indices must be integers or slices, not str
#> TypeError list indices must be integers or slices, not float
#> TypeError list indices must be integers or slices, not NoneType
#> TypeError can only concatenate list (not "tuple") to list
#> TypeError can only concatenate list (not "int") to list
#> TypeError can't multiply sequence by non-int of type 'str'
#> TypeError can't multiply sequence by non-int of type 'float'
#> TypeError '<' not supported between instances of 'list' and 'int'
#> TypeError '<' not supported between instances of 'list' and 'tuple'
#> TypeError '<' not supported between instances of 'int' and 'str'
#> TypeError 'int' object is not iterable
#> TypeError list expected at most 1 argument, got 2
#> TypeError list() takes no keyword arguments
#> TypeError descriptor 'append' for 'list' objects doesn't apply to a 'int' object
#> AttributeError 'list' object has no attribute 'foo'
#> TypeError unhashable type: 'list'
#> TypeError unhashable type: 'list'
#> TypeError slice indices must be integers or have an __index__ method
#> TypeError bad operand type for unary -: 'list'
#> TypeError list.append() takes exactly one argument (0 given)
#> TypeError 'int' object is not iterable
#> TypeError 'list' object is not callable
#> TypeError unsupported operand type(s) for &: 'list' and 'list'
#> TypeError int() argument must be a string, a bytes-like object or a real number, not 'list'
---
a = list(range(10))
print(a[2:5], a[:3], a[7:], a[:], a[::2], a[::-1], a[8:2:-2], a[-3:], a[:-3], a[100:], a[-100:2], a[5:2])
print(a[True], a[-1], a[slice(1, 4)], a[slice(None, None, 3)])
a[2:5] = ["x"]
print(a)
a[1:1] = [7, 8, 9]
print(a)
a[::2] = "abcde"
print(a)
a[len(a):] = (1, 2)
print(a)
a[:] = []
print(a)
try:
    a[::2] = [1, 2]
except ValueError as e:
    print(e)
try:
    [1, 2, 3, 4][::0]
except ValueError as e:
    print(e)
try:
    a[0] = 1
except IndexError as e:
    print(e)
try:
    a[1:2] = 5
except TypeError as e:
    print(e)
#> [2, 3, 4] [0, 1, 2] [7, 8, 9] [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] [0, 2, 4, 6, 8] [9, 8, 7, 6, 5, 4, 3, 2, 1, 0] [8, 6, 4] [7, 8, 9] [0, 1, 2, 3, 4, 5, 6] [] [0, 1] []
#> 1 9 [1, 2, 3] [0, 3, 6, 9]
#> [0, 1, 'x', 5, 6, 7, 8, 9]
#> [0, 7, 8, 9, 1, 'x', 5, 6, 7, 8, 9]
#> ValueError: attempt to assign sequence of size 5 to extended slice of size 6
---
a = list(range(8))
del a[0]
print(a)
del a[-1]
print(a)
del a[1:3]
print(a)
del a[::2]
print(a)
del a[:]
print(a)
try:
    del a[0]
except IndexError as e:
    print(e)
#> [1, 2, 3, 4, 5, 6, 7]
#> [1, 2, 3, 4, 5, 6]
#> [1, 4, 5, 6]
#> [4, 6]
#> []
#> list assignment index out of range
---
a = b = [1]
a += [2]
print(a, b, a is b)
a = a + [3]
print(a, b, a is b)
b *= 3
print(b, [0] * -1, 2 * [1, 2], [[]] * 2)
c = [[0] * 2] * 2
c[0][0] = 1
print(c)
a += "xy"
print(a)
a += {"k": 1}
print(a)
#> [1, 2] [1, 2] True
#> [1, 2, 3] [1, 2] False
#> [1, 2, 1, 2, 1, 2] [] [1, 2, 1, 2] [[], []]
#> [[1, 0], [1, 0]]
#> [1, 2, 3, 'x', 'y']
#> [1, 2, 3, 'x', 'y', 'k']
---
print([1, 2] == [1, 2], [1, 2] == (1, 2), [1, 2] != [1, 3], [1, 2] < [1, 3], [1] < [1, 0], [] < [1], [2] > [1, 9])
print([1, [2, [3]]] == [1, [2, [3]]], [1.0, True] == [1, 1], [1] <= [1], [1] >= [2])
nan = float("nan")
print([nan] == [nan], nan == nan, nan in [nan], [nan].index(nan), [nan].count(nan))
#> True False True True True True True
#> True True True False
#> True False True 0 1
---
a = [1]
a.append(a)
print(a, repr(a), str([a, {"k": a}]))
print([None, True, 1.5, "a'b", b"c", (1,), {2}, {"k": "v"}])
#> [1, [...]] [1, [...]] [[1, [...]], {'k': [1, [...]]}]
#> [None, True, 1.5, "a'b", b'c', (1,), {2}, {'k': 'v'}]
---
a = [3, 1, 2]
b = a.copy()
b.append(9)
print(a, b, list("abc"), list({"x": 1, "y": 2}), list((1, 2)), list(), list(range(3)), list(map(str, a)))
print(a.index(2, 1), a.index(1, -2), a.index(3, 0, 1))
first, *rest = a
print(first, rest, *rest, sep="|")
print(sum([[1], [2]], []), max([[1, 2], [1, 3]]), min("b", "a"))
#> [3, 1, 2] [3, 1, 2, 9] ['a', 'b', 'c'] ['x', 'y'] [1, 2] [] [0, 1, 2] ['3', '1', '2']
#> 2 1 0
#> 3|[1, 2]|1|2
#> [1, 2] [1, 3] a
---
class Names(list):
    def first(self):
        return self[0]
    def append(self, value):
        super().append(value.upper())
    def __contains__(self, value):
        return super().__contains__(value.upper())
n = Names(["a"])
n.append("b")
print(n, n.first(), len(n), "B" in n, "b" in n, isinstance(n, list), type(n).__name__, n == ["a", "B"], n + ["c"])
n.sort(reverse=True)
print([x for x in n], n[::-1], list(n), sorted(n), n.index("B"), bool(Names()))
n[0] = "z"
del n[1]
n += ["q"]
print(n, n.copy(), n.pop(), n.__len__(), list.__len__(n), list.__getitem__(n, 0))
#> ['a', 'B'] a 2 True True True Names True ['a', 'B', 'c']
#> ['a', 'B'] ['B', 'a'] ['a', 'B'] ['B', 'a'] 1 False
#> ['z'] ['z', 'q'] q 1 1 z
---
class Stack(list):
    def __init__(self, *values):
        super().__init__(values)
        self.name = "stack"
s = Stack(1, 2, 3)
print(s, s.name, len(s), s.__dict__)
#> [1, 2, 3] stack 3 {'name': 'stack'}
---
a = [1, 2, 3]
for x in a:
    if x < 3:
        a.append(x + 10)
    if len(a) > 6:
        break
print(a)
it = iter(a)
a.clear()
print(list(it), next(it, "end"))
a.append(1)
print(list(it))
#> [1, 2, 3, 11, 12]
#> [] end
#> []
---
class Odd:
    def __init__(self, a):
        self.a = a
    def __eq__(self, other):
        self.a.clear()
        return False
    def __index__(self):
        return 1
a = [1, 2, 3]
a[1] = Odd(a)
print(a.count(5), 7 in a, a)
print([10, 20, 30][Odd([])], [10, 20, 30][Odd([]):], [1].pop(-Odd([]).__index__()))
#> 0 False []
#> 20 [20, 30] 1
