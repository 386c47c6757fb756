return
class A: return
def f():
    class A:
        return
x = yield a
yield from a
class A: yield
[(yield) for x in y]
def f(): ((yield) for x in y)
def f(): {x: (yield from z) for x in y}
await a
def f(): await a
async def f(): lambda: await a
async def f():
    def g(): await a
async for x in y: pass
def f():
    async with a: pass
[x async for x in y]
def f(): {x: y async for x, y in z}
class A: [await x for x in y]
async def f(): yield from a
async def f():
    yield
    return 1
async def f():
    return 1
    yield
break
if a: continue
for x in y:
    def f(): break
while a:
    class A: continue
