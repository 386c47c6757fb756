class Like:
    def __init__(self, value): self.value = value
    def __hash__(self): return hash(self.value)
    def __eq__(self, other): return self.value == other
for value in ["x", "", "été", 1, -1, -2, 0, 2**61 - 1, 2**61, -2**61, 2**62, 2**63, 2**64 + 7, 10**30, 1.5, 1e300, float("inf"),
              (), (1, "a"), (1, (2.5, None)), None, True, b"ab", frozenset([1, 2]), range(3), Ellipsis]:
    plain, like = {value: 1}, {Like(value): 2}
    print(plain.get(Like(value)), like.get(value), value in like, Like(value) in plain, Like(value) in {value}, value in {Like(value)})
#> 1 2 True True True True
#> 1 2 True True True True
#> 1 2 True True True True
#> 1 2 True True True True
#> 1 2 True True True True
#> 1 2 True True True True
#> 1 2 True True True True
#> 1 2 True True True True
#> 1 2 True True True True
#> 1 2 True True True True
#> 1 2 True True True True
#> 1 2 True True True True
#> 1 2 True True True True
#> 1 2 True True True True
#> 1 2 True True True True
#> 1 2 True True True True
#> 1 2 True True True True
#> 1 2 True True True True
#> 1 2 True True True True
#> 1 2 True True True True
#> 1 2 True True True True
#> 1 2 True True True True
#> 1 2 True True True True
#> 1 2 True True True True
#> 1 2 True True True True
#> 1 2 True True True True
---
class Fixed:
    def __init__(self, number): self.number = number
    def __hash__(self): return self.number
    def __eq__(self, other): return self.number == other
for number in [0, 1, -1, 2**61 - 2, -(2**61 - 2), -(2**63), 2**63 - 1, 2**63, 2**70, -(2**70), True]:
    print(hash(Fixed(number)), Fixed(number) in {hash(number): 1}, hash(Fixed(number)) == hash(Fixed(number)))
#> 0 True True
#> 1 True True
#> -2 False True
#> 2305843009213693950 True True
#> -2305843009213693950 True True
#> -9223372036854775808 False True
#> 9223372036854775807 False True
#> 4 False True
#> 512 False True
#> -512 False True
#> 1 True True
---
class Text(str): pass
class Number(int): pass
class Pair(tuple): pass
print({"x": 1}.get(Text("x")), {Text("x"): 1}.get("x"), {5: 1}.get(Number(5)), {Number(5): 1}.get(5.0))
print({(1, 2): 1}.get(Pair((1, 2))), {Pair((1, 2)): 1}.get((1, 2)), hash(Text("x")) == hash("x"), hash(Number(-1)))
#> 1 1 1 1
#> 1 1 True -2
---
print(hash(1) == hash(1.0) == hash(True), hash(-1), hash(-2), hash(0.5), hash(2**61 - 1), hash(2**61), hash(-(2**61)))
print(hash(1e16), hash(float("inf")), hash(float("-inf")), hash(10**25), hash(-10**25), hash(0.1))
#> True -2 -2 1152921504606846976 0 1 -2
#> 10000000000000000 314159 -314159 1590897978363751592 -1590897978363751592 230584300921369408
---
a = float("nan")
b = float("nan")
print(a in [a], a in [b], a in {a}, a in {b}, len({a, b, a}), {a: 1}.get(a), {a: 1}.get(b), [a] == [a], [a] == [b])
print((a,) == (a,), (a,) == (b,), a is a, a is b, [a, b].index(b), [a, b, a].count(a), a == a, {a} == {a}, {a} == {b})
print(float("-nan") in [float("nan")], hash(a) == hash(a), max([a, 1.0]) is a)
import math
print(math.nan in [math.nan], math.nan in {math.nan}, math.nan in [float("nan")])
import json
x, y = json.loads("[NaN, NaN]")
print(x in [y], x is y)
#> True False True False 2 1 None True False
#> True False True False 1 2 False True False
#> False True True
#> True True False
#> True True
---
class Bad:
    def __hash__(self): return "x"
hash(Bad())
#> TypeError: __hash__ method should return an integer
---
class Bad:
    def __hash__(self): return 1.0
{Bad(): 1}
#> TypeError: __hash__ method should return an integer
---
class Unhashable:
    def __eq__(self, other): return True
{Unhashable()}
#> TypeError: unhashable type: 'Unhashable'
