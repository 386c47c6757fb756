(*a for a in b)
{a: *b}
{*a: b}
[x for x in]
[x for x in y, z]
[x for x in a if b else c]
x[]
a.1
a..b
x = yield = 1
match a:
    pass
match a:
case 1: pass
match a:
    case 1 + 1: pass
match a:
    case -x: pass
match a:
    case x: pass
    case 1: pass
match a:
    case x | 1: pass
match a:
    case (1, y) | (x, z): pass
match a:
    case (x, x): pass
match a:
    case [*x, *y]: pass
match a:
    case *x: pass
match a:
    case {1: x, 1: y}: pass
match a:
    case {x: 1}: pass
match a:
    case {**r, 1: 2}: pass
match a:
    case {**_}: pass
match a:
    case A(x=1, x=2): pass
