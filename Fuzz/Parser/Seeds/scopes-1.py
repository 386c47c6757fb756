for x in y: pass
else: break
for x in y:
    try: pass
    except* A: break
for x in y:
    try: pass
    except* A:
        if b: continue
def f():
    try: pass
    except* A:
        for x in y: return 1
nonlocal a
def f(): nonlocal a
class A: nonlocal b
def f():
    class A:
        b = 1
        def g(self): nonlocal b
a = 1
def f():
    def g(): nonlocal a
def f():
    global a
    def g(): nonlocal a
def f():
    global a
    nonlocal a
def f(a): global a
def f(*a):
    nonlocal a
def f():
    a = 1
    global a
def f():
    print(a)
    global a
def f():
    for a in b: pass
    global a
def f():
    import a
    global a
def f():
    from b import c as a
    global a
def f():
    a: int
    global a
def f():
    global a
    a: int
def f():
    a = 1
    def g():
        nonlocal a
        a: int
a = 1
global a
def f():
    with b as a: pass
    global a
def f():
    try: pass
    except A as a: pass
    global a
def f():
    def a(): pass
    global a
