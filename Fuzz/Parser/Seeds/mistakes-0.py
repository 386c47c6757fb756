a b
a +
(
)
(a]
[a
b = 1
f(a b)
f(a, b=1, c)
f(**a, b)
f(**a, *b)
f(a=1, a=2)
f(a.b=1)
f(True=1)
f(x for x in y, 1)
f(1, x for x in y)
f(x for x in y,)
f(a=)
f(a=x for x in y)
class A(x for x in y): pass
1 = a
f() = 1
a + b = c
None = 1
(a, 1) = b
[a, f()] = b
