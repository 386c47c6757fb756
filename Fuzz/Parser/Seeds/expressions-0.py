a or b or c and d and not e
not not a
a if b else c if d else e
(a if b else c) if d else lambda: x if y else z
lambda a, /, b, *c, d, e=1, **f: (a, b)
lambda *, a: a
lambda *a, **k: lambda: 0
(x := 1)
[y := f(x), y**2]
f(x := 1, k=(z := 2))
{(a := 1): 2}
{a := 1, b}
x[a := 1]
x[(a:=1):b]
a < b <= c != d == e > f >= g is h is not i in j not in k
a | b ^ c & d << e >> f + g - h * i / j // k % l @ m
a + b + c - d
-a ** -b ** ~c
- + ~ not_
2 ** 3 ** 4
(-2) ** 2
a.b.c(d)[e].f()()
f(a, *b, c, k=1, **d, j=2, *e)
f(**a, **b, k=1)
f(x for x in y)
