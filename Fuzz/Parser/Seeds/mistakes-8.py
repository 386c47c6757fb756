match a:
    case A(x=1, y): pass
match a:
    case f"a": pass
match a:
    case 1 as _: pass
match a:
    case 1 as x.y: pass
match a:
    case 1j + 1j: pass
match a:
    case +1: pass
match a:
    case {"a": x, **x}: pass
match *a:
    case 1: pass
a; ; b
; a
x = class
True = 1
import None
a.None
(a for a in b) = c
{} = a
f"{a}" = b
a < b = c
a if b else c = d
await a = b
__debug__ = 1
def f(__debug__): pass
f(__debug__=1)
a.__debug__ = 1
import __debug__
