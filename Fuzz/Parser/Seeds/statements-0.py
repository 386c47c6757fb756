a; b;
a = b = c
(a, b), [c, *d] = e
*a, = b
() = a
[] = a
a.b = c[d] = e[f:g] = (h) = i
def f():
    a = yield
    b = yield a
    c = yield from a
    x = y = yield a, b
    yield a, *b
    a += yield
    (yield a, b)
    f((yield))
    a: int = yield
    return (yield)
a += 1; a -= 1; a *= 1; a /= 1; a //= 1; a %= 1; a @= 1; a **= 1; a <<= 1; a >>= 1; a &= 1; a |= 1; a ^= 1
a[b] += *c, d
(a) += 1
a: int
(a): int = 1
a.b: int
a[b]: int = c, *d
del a, b.c, d[e], (f, g), [h], (i)
del (a,)
del a,
del ()
assert a, b
assert (a, b)
import a.b.c as d, e
from . import a
from .. import a as b, c
from ...a.b import (c, d as e,)
