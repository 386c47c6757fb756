print([x * 2 for x in range(4)], [x for x in range(10) if x % 2 if x > 4], [(x, y) for x in range(2) for y in range(x + 1)], [[j for j in range(i)] for i in range(3)])
print({x: x ** 2 for x in range(3)}, {k: v for k, v in zip("ab", [1, 2])}, {x % 2 for x in range(5)} == {0, 1}, {k.upper(): [v] for k, v in {"a": 1}.items() if v})
print([a + b for a, b in [(1, 2), (3, 4)]], [a for a, *b in [(1, 2, 3)]], [x if x > 1 else -x for x in range(3)], [y for x in range(3) if (y := x * 10)], [i for i, x in enumerate("abc") if x != "b"])
x = "outer"
print([x for x in range(2)], x, [x for x in [x]], [len(w) for w in "a bb ccc".split()])
print([f"{k}={v}" for k, v in sorted({"b": 2, "a": 1}.items())], [c for row in [[1, 2], [3]] for c in row], sum([x for x in [1, 2, 3] if not x == 2]), [not x for x in [0, 1]], [x for x in "abc"][::-1])
def f(items, limit):
    return [i for i in items if i < limit], {i: limit for i in items}, {limit for _ in items}
print(f([1, 5], 3))
matrix = [[1, 2], [3, 4]]
print([[row[i] for row in matrix] for i in range(2)], [x for row in matrix for x in row if x % 2 == 0], {i: {j: i * j for j in range(2)} for i in range(2)})
for action in [lambda: [x for x in None], lambda: [1 / x for x in [0]], lambda: {[]: 1 for x in [1]}, lambda: {x for x in [[]]}, lambda: [a for a, b in [1]], lambda: [a for a, b in [(1, 2, 3)]]]:
    try:
        print(action())
    except Exception as e:
        print(type(e).__name__, e)
print(1 < 2 < 3, 1 < 3 < 2, 1 == 1 == 1, 3 > 2 > 1 > 0, 1 < 2 > 1, "a" < "b" < "c", 1 in [1] == True, not 1 == 2, 1 is not None, None is None)
print(1 and 2, 0 and 2, 0 or "x", "" or [] or {}, 1 or 1 / 0, not [], 1 if [] else 2, (1, 2)[False], True + True, -2 ** 2, 2 ** -1, 7 // -2, -7 % 3, 1 / 2, 10 ** 20, 2 ** 64, -7 // 2, 0x10 | 0b1, 1_000, 5 & 3 ^ 1)
a = b = c = 5
a += 1; b -= 1; c *= 2
print(a, b, c)
a //= 4; b **= 2; c %= 3
print(a, b, c)
a <<= 3; b >>= 1; c |= 6; b &= 7; c ^= 1
print(a, b, c)
d = {"n": {"m": [1, 2]}}
d["n"]["m"][0] += 10
d["n"]["m"][-1:] = [7, 8]
print(d)
i = 0
while True:
    i += 1
    if i % 2: continue
    if i > 6: break
else:
    print("never")
for q in []:
    pass
else:
    print("for else", i)
for q in [1, 2]:
    if q == 5: break
else:
    print("no break")
while i < 10:
    i += 3
else:
    print("while else", i)
print(2 ** 200, (2 ** 100) // (3 ** 50), -(2 ** 70) % 1000, 10 ** 30 == 10.0 ** 30, 2 ** 63 - 1, -2 ** 63, 9223372036854775807 + 1, 99999999999 * 99999999999, int("9" * 30) + 1, 2 ** 65 >> 60, 1 << 70, (1 << 70) & 0xFF, -1 >> 5, hash(2 ** 61 - 1), 10 ** 25 / 10 ** 24, 2 ** 64 > 1.5, -9223372036854775808 * -1, abs(-9223372036854775808), -(-9223372036854775808), -9223372036854775808 // -1)
#> [0, 2, 4, 6] [5, 7, 9] [(0, 0), (1, 0), (1, 1)] [[], [0], [0, 1]]
#> {0: 0, 1: 1, 2: 4} {'a': 1, 'b': 2} True {'A': [1]}
#> [3, 7] [1] [0, -1, 2] [10, 20] [0, 2]
#> [0, 1] outer ['outer'] [1, 2, 3]
#> ['a=1', 'b=2'] [1, 2, 3] 4 [True, False] ['c', 'b', 'a']
#> ([1], {1: 3, 5: 3}, {3})
#> [[1, 3], [2, 4]] [2, 4] {0: {0: 0, 1: 0}, 1: {0: 0, 1: 1}}
#> TypeError 'NoneType' object is not iterable
#> ZeroDivisionError division by zero
#> TypeError unhashable type: 'list'
#> TypeError unhashable type: 'list'
#> TypeError cannot unpack non-iterable int object
#> ValueError too many values to unpack (expected 2)
#> True False True True True True False True True True
#> 2 0 x {} 1 True 2 1 2 -4 0.5 -4 2 0.5 100000000000000000000 18446744073709551616 -4 17 1000 0
#> 6 4 10
#> 1 16 1
#> 8 0 6
#> {'n': {'m': [11, 7, 8]}}
#> for else 8
#> no break
#> while else 11
#> 1606938044258990275541962092341162602522202993782792835301376 1765780 576 False 9223372036854775807 -9223372036854775808 9223372036854775808 9999999999800000000001 1000000000000000000000000000000 32 1180591620717411303424 0 -1 0 10.0 True 9223372036854775808 9223372036854775808 9223372036854775808 9223372036854775808
