a, b += 1
f() += 1
*a = b
*a, *b = c
(*a) = b
*a
a = *b
del f()
del *a
del (a, 1)
del
a: int: str
a, b: int
f(): int
(a, b): int = c
a: int = b = c
a := 1
(a.b := 1)
f(a=b:=1)
(a := b := c)
x = y := 1
{a: b := 1}
{a := 1: b}
x[a:=1:2]
if a = 1: pass
