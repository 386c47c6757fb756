async def f():
    await a
    async for b in c: pass
    else: pass
    async with d as e, g: pass
    async with (d as e, g): pass
    [x async for x in y]
    {x: y async for x, y in z if await w}
    await a ** await b
    -await c
    yield
    return
async def f():
    return [[x async for x in y] for z in w], (x async for x in y), [await x for x in y]
match a:
    case 1 | -2 | 3.5 | -1.5j | 1 + 2j | -1 - 2j | "a" "b" | b"c" | None | True | False:
        pass
    case x:
        pass
match a, b:
    case x, y: pass
    case [x, *_]: pass
    case (x, *rest, y): pass
    case x,: pass
    case *x, y: pass
    case []: pass
    case (): pass
    case (1): pass
    case _: pass
match *a, b:
    case {}: pass
    case {"x": y, 1: 2, -1: z, A.b: c, None: d, **rest}: pass
    case {"x": 1,}: pass
    case {**rest}: pass
match (a):
    case A(): pass
    case A.b.c(x, y=1, z=[p, q],): pass
    case A.b: pass
    case (A(x) | B(x)) as y if x > y: pass
    case {"a": [1, {"b": x}]}: pass
    case _ as z: pass
match -a:
    case [1, 2] | [3, *_]: pass
match a := b:
    case 1: pass
match match:
    case case: pass
match {1: 2}:
    case _: pass
match not a:
    case _: pass
match = 1; case = 2
match[a] = 1
match[a]: int = 1
match(a, b)
match += 1
print(match if match else case)
class A:
    def f(self):
        for x in y:
            if x:
                continue
            else:
                break
        return super().f
while 1:
    try: pass
    finally: continue
x = lambda: (yield)
def f():
    [x for x in (yield)]
class A:
    [x for x in y if (lambda: (z := 1))]
try: pass
except A as a: pass
except B as a: pass
if 1:
    pass
# comment
    pass
 # comment
else:
  pass
def f(
    a,
    # comment
    b,
): return (a
           , b)
