s = {3, 1, 2}
print(len(s), 1 in s, 9 in s, sorted(s), set(), {1} == {1.0}, set("aab") == {"a", "b"}, bool(set()), {1, 1, True})
s.add(4)
s.add(1)
s.discard(99)
s.discard(2)
s.remove(3)
print(sorted(s), sorted(s.copy()))
s.update([5, 6], (7,), "x" * 0)
print(sorted(s))
s.clear()
print(s, frozenset(), frozenset([1]), {()}, {"a"})
#> 3 True False [1, 2, 3] set() True True False {1}
#> [1, 4] [1, 4]
#> [1, 4, 5, 6, 7]
#> set() frozenset() frozenset({1}) {()} {'a'}
---
a, b = {1, 2, 3}, {2, 3, 4}
print(sorted(a | b), sorted(a & b), sorted(a - b), sorted(a ^ b), a == b, a != b, a < b, {2} < a, a <= a, a < a, a > {1})
print(sorted(a.union(b, [9])), sorted(a.intersection(b, [3])), sorted(a.difference(b, [1])), sorted(a.union()))
print(sorted(a.symmetric_difference([1, 9])), a.issubset([1, 2, 3, 4]), a.issuperset([1]), a.isdisjoint([7]))
print(a.intersection() == a, a.difference() == a, a.isdisjoint({1}), {1}.issubset({1: 2}), sorted({1: 2, 5: 6}.keys() - {1}))
c = a
c |= {7}
c &= {1, 7, 8}
c -= {1}
c ^= {7, 8}
print(c, a is c)
c.intersection_update([8, 9], {8})
c.difference_update([1], [2])
c.symmetric_difference_update([8, 5])
print(c)
c.update(c)
c.difference_update(c)
print(c)
f = frozenset([1, 2])
print(sorted(f | {3}), type(f | {3}).__name__, type({3} | f).__name__, f == {1, 2}, {f: 1}[frozenset([2, 1])], f in {f})
print(hash(f) == hash(frozenset([2, 1])), f.copy() is f, frozenset(f) is f, f.union([5]) == {1, 2, 5}, type(f & {1}).__name__)
#> [1, 2, 3, 4] [2, 3] [1] [1, 4] False True False True True False True
#> [1, 2, 3, 4, 9] [3] [] [1, 2, 3]
#> [2, 3, 9] True True True
#> True True False True [5]
#> {8} True
#> {5}
#> set()
#> [1, 2, 3] frozenset set True 1 True
#> True True True True frozenset
---
s = {1}
for action in [
    lambda: s.remove(2), lambda: set().pop(), lambda: s | [1], lambda: s & 5, lambda: s - [1], lambda: s ^ None,
    lambda: s.union(5), lambda: set(1, 2), lambda: set(5), lambda: s.add([]), lambda: {[]}, lambda: hash(s), lambda: s[0],
    lambda: s < [1], lambda: s + s, lambda: {s}, lambda: frozenset([1]).add(2), lambda: [] in s, lambda: s.foo,
    lambda: s(), lambda: frozenset(1), lambda: s.add(), lambda: s.update(5), lambda: set.add(5, 1), lambda: {} in s,
    lambda: s.intersection([[]]), lambda: s.isdisjoint(5), lambda: s < 5, lambda: {1: {2}}[{2}], lambda: set(a=1),
]:
    try:
        print(action())
    except Exception as e:
        print(type(e).__name__, e)
#> KeyError 2
#> KeyError 'pop from an empty set'
#> TypeError unsupported operand type(s) for |: 'set' and 'list'
#> TypeError unsupported operand type(s) for &: 'set' and 'int'
#> TypeError unsupported operand type(s) for -: 'set' and 'list'
#> TypeError unsupported operand type(s) for ^: 'set' and 'NoneType'
#> TypeError 'int' object is not iterable
#> TypeError set expected at most 1 argument, got 2
#> TypeError 'int' object is not iterable
#> TypeError unhashable type: 'list'
#> TypeError unhashable type: 'list'
#> TypeError unhashable type: 'set'
#> TypeError 'set' object is not subscriptable
#> TypeError '<' not supported between instances of 'set' and 'list'
#> TypeError unsupported operand type(s) for +: 'set' and 'set'
#> TypeError unhashable type: 'set'
#> AttributeError 'frozenset' object has no attribute 'add'
#> TypeError unhashable type: 'list'
#> AttributeError 'set' object has no attribute 'foo'
#> TypeError 'set' object is not callable
#> TypeError 'int' object is not iterable
#> TypeError set.add() takes exactly one argument (0 given)
#> TypeError 'int' object is not iterable
#> TypeError descriptor 'add' for 'set' objects doesn't apply to a 'int' object
#> TypeError unhashable type: 'dict'
#> TypeError unhashable type: 'list'
#> TypeError 'int' object is not iterable
#> TypeError '<' not supported between instances of 'set' and 'int'
#> TypeError unhashable type: 'set'
#> TypeError set() takes no keyword arguments
---
s = {1, 2, 3}
try:
    for x in s:
        s.add(x + 10)
except RuntimeError as e:
    print(e)
s = set(range(1000))
total = 0
while s:
    total += s.pop()
print(total, s)
s = set(range(100))
for i in range(0, 100, 2):
    s.remove(i)
s.add(0)
print(len(s), 0 in s, 2 in s, 99 in s)
seen = 0
while len(s) > 5:
    s.pop()
    s.add("x")
    s.discard("x")
    seen += 1
print(seen, len(s))
#> Set changed size during iteration
#> 499500 set()
#> 51 True False True
#> 46 5
---
print({x % 3 for x in range(10)} == {0, 1, 2}, {c for c in "hello" if c > "h"} == {"l", "o"}, {*[1, 2], *(2, 3)} == {1, 2, 3})
class Tags(set):
    def has(self, tag):
        return tag in self
t = Tags(["a"])
t.add("b")
print(t.has("a"), len(t), t == {"a", "b"}, isinstance(t, set), sorted(t), sorted(t | {"c"}), t >= {"a"}, bool(Tags()))
print(max({1, 5, 3}), min({1, 5, 3}), sum({1, 2}), sorted({"b", "a"}), any({0}), list({7}), tuple({7}), *{7})
#> True True True
#> True 2 True True ['a', 'b'] ['a', 'b', 'c'] True False
#> 5 1 3 ['a', 'b'] False [7] (7,) 7
---
class Counted:
    hashes = 0
    def __init__(self, n): self.n = n
    def __hash__(self):
        Counted.hashes += 1
        return self.n % 3
    def __eq__(self, other): return self.n == other.n
def counted(what):
    before = Counted.hashes
    result = what()
    return len(result) if not isinstance(result, bool) else result, Counted.hashes - before
some, more = {Counted(n) for n in range(20)}, frozenset(Counted(n) for n in range(10, 30))
table = {Counted(n): n for n in range(5)}
print(counted(lambda: some | more), counted(lambda: more | some), counted(lambda: some & more), counted(lambda: some - more))
print(counted(lambda: some ^ more), counted(lambda: some <= more), counted(lambda: some == set(some)), counted(lambda: set(table)))
print(counted(lambda: some.union(table)), counted(lambda: some.difference(table)), counted(lambda: some.difference(list(table))))
print(counted(lambda: some.intersection(list(table))), counted(lambda: some.issubset(list(table))), counted(lambda: more.issuperset(some)))
some |= more
some -= set(table)
print(len(some), {1, 2} | {3: 4}.keys() == {1, 2, 3}, {3: 4}.keys() | {1} == {1, 3}, {1} | {2: 3}.items() == {1, (2, 3)}, {(2, 3)} & {2: 3}.items())
#> (30, 0) (30, 0) (10, 0) (10, 0)
#> (20, 0) (False, 0) (True, 0) (5, 0)
#> (20, 0) (15, 0) (15, 5)
#> (5, 5) (False, 5) (False, 0)
#> 25 True True True {(2, 3)}
