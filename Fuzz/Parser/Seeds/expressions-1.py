f((x for x in y), 1)
f(*a, *b)
f(a if b else c, *d or e, **f or g)
f(a,)
a[1:2], a[1:2:3], a[:], a[::], a[::1], a[1::], a[:2:]
a[:, 1]
a[1:2, ::3, ...]
a[*b]
a[*b, c]
a[b,]
a[()]
a[lambda: 0]
(), (a,), (a), ((a)), (a, b,), (*a,), (*a, *b, c)
*a, b
a,
[], [a], [a, *b, c,]
{}, {a: b}, {a: b, **c, d: e,}, {**a}, {a}, {a, *b,}, {*a}
[x for x in y if z if w for q in x]
{x: y for x, y in z}
(x for x, in y)
(x for (x, *y) in z for a.b in c for d[0] in e)
[x for x in a or b]
[lambda: x for x in y]
[x if x else y for x in z]
None, True, False, ...
