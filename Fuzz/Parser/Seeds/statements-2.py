with (a) as b: pass
with (a, b) as c: pass
with (a), (b): pass
with (a).b, c: pass
with (a := b): pass
with (a := b, c): pass
with (x for x in y): pass
with (*a, b): pass
with (): pass
with (a, b), c: pass
with (
    a as b,
    c as [d, *e]
):
    pass
try:
    a
except A:
    b
except (B, C) as d:
    e
except:
    f
else:
    g
finally:
    h
try: a
finally: b
try:
    a
except* A:
    b
except *(B, C) as d:
    while e:
        break
def f(a, b=1, /, c=2, *d, e, f=3, **g) -> h: pass
def f(a: int, b: str = "x", *c: int, d: int = 1, **e: str): pass
def f(*a: *b): pass
def f(a, /, *, b,): pass
def f(*a, b,): pass
def f(**a,): pass
def f():
    "doc"
    return 1
@a
@b.c(d)
@(e := f)
@x[0]
def g(): pass
@a
async def f(): pass
class A(): pass
@a
class A(B, *C, metaclass=D, **E):
    "doc"
    x: int = 1
    def f(self): pass
