class Manager:
    def __init__(self, name, suppress=False):
        self.name, self.suppress = name, suppress
    def __enter__(self):
        print("enter", self.name)
        return self
    def __exit__(self, kind, value, traceback):
        print("exit", self.name, kind.__name__ if kind else None, value)
        return self.suppress
with Manager("a") as m:
    print("body", m.name)
with Manager("x", True):
    raise ValueError("hidden")
try:
    with Manager("b"):
        raise ValueError("seen")
except ValueError as e:
    print("caught", e)
with Manager("1") as one, Manager("2") as two:
    print(one.name, two.name)
try:
    with Manager("outer"), Manager("inner"):
        1 / 0
except ZeroDivisionError as e:
    print(e)
with (Manager("p") as p, Manager("q", True)):
    raise KeyError("k")
def early():
    with Manager("r"):
        return "returned"
print(early())
for i in range(3):
    with Manager(str(i)):
        if i == 0: continue
        break
class NoExit:
    def __enter__(self): return 1
class NoEnter: pass
for c in (NoExit, NoEnter):
    try:
        with c(): pass
    except TypeError as e:
        print(e)
try:
    with 5: pass
except TypeError as e:
    print(e)
class Replace:
    def __enter__(self): return (1, 2)
    def __exit__(self, *a): raise RuntimeError("from exit")
try:
    with Replace() as (a, b):
        print(a, b)
        raise ValueError("body")
except RuntimeError as e:
    print(e)
class BadEnter:
    def __enter__(self): raise ValueError("enter")
    def __exit__(self, *a): print("never")
try:
    with BadEnter(): pass
except ValueError as e:
    print(e)
#> enter a
#> body a
#> exit a None None
#> enter x
#> exit x ValueError hidden
#> enter b
#> exit b ValueError seen
#> caught seen
#> enter 1
#> enter 2
#> 1 2
#> exit 2 None None
#> exit 1 None None
#> enter outer
#> enter inner
#> exit inner ZeroDivisionError division by zero
#> exit outer ZeroDivisionError division by zero
#> division by zero
#> enter p
#> enter q
#> exit q KeyError 'k'
#> exit p None None
#> enter r
#> exit r None None
#> returned
#> enter 0
#> exit 0 None None
#> enter 1
#> exit 1 None None
#> 'NoExit' object does not support the context manager protocol (missed __exit__ method)
#> 'NoEnter' object does not support the context manager protocol
#> 'int' object does not support the context manager protocol
#> 1 2
#> from exit
#> enter
