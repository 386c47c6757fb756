print(sorted([3, 1, 2]), sorted("banana"), sorted([3, 1, 2], reverse=True), sorted(["b", "A", "c"], key=str.lower) if False else sorted(["bb", "a", "ccc"], key=len), sorted([]), sorted({"b": 1, "a": 2}), sorted([1.5, 1, True, -2]), sorted([(2, "a"), (1, "b"), (1, "a")]))
pairs = [("b", 1), ("a", 2), ("c", 1), ("d", 2), ("e", 1)]
print(sorted(pairs, key=lambda p: p[1]), sorted(pairs, key=lambda p: p[1], reverse=True), sorted(pairs, key=lambda p: (-p[1], p[0])))
a = [5, 2, 9]
print(a.sort(), a, a.sort(reverse=True), a, a.sort(key=lambda x: x % 5), a)
big = [(i * 7919) % 1009 for i in range(1009)]
print(sorted(big) == list(range(1009)), sorted(big, reverse=True)[:3], sorted(big, key=lambda x: -x)[:3], sorted(sorted(big)) == list(range(1009)), sorted(range(50, 0, -1)) == list(range(1, 51)))
words = [f"w{(i * 31) % 100:02d}" for i in range(100)]
print(sorted(words)[:4], sorted(words) == sorted(words, key=lambda w: int(w[1:])), [w for w in sorted(words, key=lambda w: w[1])][:12])
print(sorted(["ñ", "n", "z", "a", "😀", "Z"]), sorted([b"b", b"a"]), sorted([[2], [1, 5], []]), sorted([{1, 2}, {1}], key=len))
#> [1, 2, 3] ['a', 'a', 'a', 'b', 'n', 'n'] [3, 2, 1] ['a', 'bb', 'ccc'] [] ['a', 'b'] [-2, 1, True, 1.5] [(1, 'a'), (1, 'b'), (2, 'a')]
#> [('b', 1), ('c', 1), ('e', 1), ('a', 2), ('d', 2)] [('a', 2), ('d', 2), ('b', 1), ('c', 1), ('e', 1)] [('a', 2), ('d', 2), ('b', 1), ('c', 1), ('e', 1)]
#> None [5, 2, 9] None [5, 2, 9] None [5, 2, 9]
#> True [1008, 1007, 1006] [1008, 1007, 1006] True True
#> ['w00', 'w01', 'w02', 'w03'] True ['w00', 'w03', 'w06', 'w09', 'w02', 'w05', 'w08', 'w01', 'w04', 'w07', 'w17', 'w10']
#> ['Z', 'a', 'n', 'z', 'ñ', '😀'] [b'a', b'b'] [[], [1, 5], [2]] [{1}, {1, 2}]
---
class Item:
    def __init__(self, n): self.n = n
    def __lt__(self, other): return self.n < other.n
    def __repr__(self): return f"I{self.n}"
print(sorted([Item(3), Item(1), Item(2)]), max([Item(1), Item(5), Item(3)], key=lambda i: i.n), min([Item(4), Item(2)]))
class Gt:
    def __init__(self, n): self.n = n
    def __gt__(self, other): return self.n > other.n
    def __repr__(self): return f"G{self.n}"
print(sorted([Gt(3), Gt(1)]), max(Gt(1), Gt(2)))
for action in [lambda: sorted([1, "a"]), lambda: sorted([None, 1]), lambda: sorted([1, 2], key=5), lambda: sorted([3, 1], key=lambda x: 1 / 0), lambda: sorted(5), lambda: sorted(), lambda: sorted([1], lambda x: x), lambda: sorted([{}, {}]), lambda: [{}, {}].sort(), lambda: sorted([object(), object()], key=id) and "ok", lambda: sorted([[1], ["a"]])]:
    try:
        print(action())
    except Exception as e:
        print(type(e).__name__, e)
a = [3, 1, 2]
def spoil(x):
    a.append(x)
    return x
try:
    a.sort(key=spoil)
except ValueError as e:
    print(e, sorted(a))
seen = []
b = [2, 1]
b.sort(key=lambda x: seen.append(len(b)) or x)
print(seen, b)
c = [3, "a", 1]
try:
    c.sort()
except TypeError as e:
    print(len(c), 3 in c, "a" in c, 1 in c)
class Chaos:
    count = 0
    def __lt__(self, other):
        Chaos.count += 1
        return Chaos.count % 3 == 0
print(len(sorted([Chaos() for _ in range(100)])))
stable = sorted([(i % 3, i) for i in range(30)], key=lambda p: p[0])
print(all(x[1] < y[1] for x, y in zip(stable, stable[1:]) if x[0] == y[0]), [p[0] for p in sorted([(1, i) for i in range(20)], key=lambda p: p[0], reverse=True)].count(1), sorted([(1, i) for i in range(20)], key=lambda p: p[0], reverse=True)[0])
#> [I1, I2, I3] I5 I2
#> [G1, G3] G2
#> TypeError '<' not supported between instances of 'str' and 'int'
#> TypeError '<' not supported between instances of 'int' and 'NoneType'
#> TypeError 'int' object is not callable
#> ZeroDivisionError division by zero
#> TypeError 'int' object is not iterable
#> TypeError sorted expected 1 argument, got 0
#> TypeError sorted expected 1 argument, got 2
#> TypeError '<' not supported between instances of 'dict' and 'dict'
#> TypeError '<' not supported between instances of 'dict' and 'dict'
#> ok
#> TypeError '<' not supported between instances of 'str' and 'int'
#> list modified during sort [1, 2, 3]
#> [0, 0] [1, 2]
#> 3 True True True
#> 100
#> True 20 (1, 0)
