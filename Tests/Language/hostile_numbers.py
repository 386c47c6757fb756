# Numbers at the edges of machine words.
print(10**22 in {1e22}, {10**22: 1}[1e22], 2**63 in {2.0**63}, {1e300: 2}.get(int(1e300)), -(2**70) in {-(2.0**70)})
print(hash(2**64) == hash(2.0**64), hash(10**22) == hash(1e22), {2**63: "a", 2.0**63: "b"})
print(float("inf") in {float("inf")}, 1e308 * 10 in {float("inf")})
#> True 1 True 2 True
#> True True {9223372036854775808: 'b'}
#> True True
---
huge = range(2**63 - 1, -(2**63), -1)
print(-1 in huge, 2**63 - 1 in huge, -(2**63) in huge, -(2**63) + 1 in huge)
huge = range(-(2**63), 2**63 - 1, 3)
print(-(2**63) in huge, -(2**63) + 3 in huge, -(2**63) + 4 in huge, 0 in huge, 1 in huge)
print(5.0 in range(10), 5.5 in range(10), True in range(2), "a" in range(3), None in range(3))
#> True True False True
#> True True False False True
#> True False True False False
---
for value in (2**63 - 1, -(2**63), 2**63, -(2**63) - 1, 2**64):
    print(value, -value, abs(value), ~value, value // -1, value % -1, divmod(value, -1), value * -1)
print((-(2**63)) // -1, (-(2**63)) % -1, -(2**63) * -1, (2**63 - 1) + 1, -(2**63) - 1)
print(1 << 63, 1 << 62, -1 << 63, -1 << 64, 1 >> 10**6, -1 >> 10**6, 0 << 10**6)
#> 9223372036854775807 -9223372036854775807 9223372036854775807 -9223372036854775808 -9223372036854775807 0 (-9223372036854775807, 0) -9223372036854775807
#> -9223372036854775808 9223372036854775808 9223372036854775808 9223372036854775807 9223372036854775808 0 (9223372036854775808, 0) 9223372036854775808
#> 9223372036854775808 -9223372036854775808 9223372036854775808 -9223372036854775809 -9223372036854775808 0 (-9223372036854775808, 0) -9223372036854775808
#> -9223372036854775809 9223372036854775809 9223372036854775809 9223372036854775808 9223372036854775809 0 (9223372036854775809, 0) 9223372036854775809
#> 18446744073709551616 -18446744073709551616 18446744073709551616 -18446744073709551617 -18446744073709551616 0 (-18446744073709551616, 0) -18446744073709551616
#> 9223372036854775808 0 9223372036854775808 9223372036854775808 -9223372036854775809
#> 9223372036854775808 4611686018427387904 -9223372036854775808 -18446744073709551616 0 -1 0
---
for index in (2**63 - 1, -(2**63), 2**31, -(2**31)):
    for container in ([1], (1,), "a", b"a", range(1)):
        try:
            print(container[index])
        except IndexError as error:
            print(error)
    print([1, 2][index:], [1, 2][:index], [1, 2][::index], "ab"[index:], "ab"[::index], b"ab"[:index:index])
print([1, 2][2**64 :], [1, 2][: -(2**64)], [1, 2, 3][:: 2**64], "abc"[:: -(2**64)], (1, 2)[-(2**64) : 2**64])
#> list index out of range
#> tuple index out of range
#> string index out of range
#> index out of range
#> range object index out of range
#> [] [1, 2] [1]  a b'a'
#> list index out of range
#> tuple index out of range
#> string index out of range
#> index out of range
#> range object index out of range
#> [1, 2] [] [2] ab b b'b'
#> list index out of range
#> tuple index out of range
#> string index out of range
#> index out of range
#> range object index out of range
#> [] [1, 2] [1]  a b'a'
#> list index out of range
#> tuple index out of range
#> string index out of range
#> index out of range
#> range object index out of range
#> [1, 2] [] [2] ab b b'b'
#> [] [] [1] c (1, 2)
---
print([1] * 0, [1] * -1, "a" * -(2**63), b"a" * -1, () * 5, -(2**63) * "ab")
print("abc".find("c", -(2**63)), "abc".find("c", 2**63 - 1), "abc".count("b", -(2**64), 2**64), "a".rfind("a", 2**70))
print("abc".split("b", -(2**63)), "abc".split("b", 2**63 - 1), "abc".replace("b", "x", -(2**63)))
print("a".center(-(2**63)), "a".zfill(-(2**63)), "a\tb".expandtabs(-(2**31)))
print([1, 2, 3].index(2, -(2**63)), [1, 2, 3].index(2, -(2**63), 2**63 - 1))
items = [1]
items.insert(2**63 - 1, 2)
items.insert(-(2**63), 0)
print(items)
#> [] []  b'' () 
#> 2 -1 1 -1
#> ['a', 'c'] ['a', 'c'] axc
#> a a ab
#> 1 1
#> [0, 1, 2]
---
print(round(2**63 - 1, -1), round(-(2**63), -18), round(5, -(10**6)), round(1e300, -299), round(0.5), round(2.5))
print(int(1e300) % 1000, int(-1e18), int(9.3e18), float(2**63), int("-9223372036854775808"), int("9223372036854775808"))
for text in ("1e400", "-1e400", "1e-400", "inf", "nan"):
    print(float(text))
try:
    print(int(float("inf")))
except OverflowError as error:
    print(error)
try:
    print(float(10**400))
except OverflowError as error:
    print(error)
#> 9223372036854775810 -9000000000000000000 0 1e+300 0 2
#> 160 -1000000000000000000 9300000000000000000 9.223372036854776e+18 -9223372036854775808 9223372036854775808
#> inf
#> -inf
#> 0.0
#> inf
#> nan
#> cannot convert float infinity to integer
#> int too large to convert to float
