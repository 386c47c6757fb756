import contextlib
with contextlib.suppress(KeyError, ValueError):
    {}["a"]
print("after")
try:
    with contextlib.suppress(KeyError):
        1 / 0
except ZeroDivisionError as e:
    print(e)
with contextlib.nullcontext(5) as five:
    print(five)
@contextlib.contextmanager
def manager(x, swallow=False):
    """Doc."""
    print("enter", x)
    try:
        yield x + 1
    except ValueError as e:
        print("caught", e)
        if not swallow:
            raise
    finally:
        print("exit")
with manager(1) as value:
    print(value)
with manager(2, swallow=True):
    raise ValueError("swallowed")
try:
    with manager(3):
        raise ValueError("raised")
except ValueError as e:
    print("outside", e)
print(manager.__name__, manager.__doc__)
@manager(5)
def decorated():
    return "result"
print(decorated(), decorated())
@contextlib.contextmanager
def never():
    if False:
        yield
@contextlib.contextmanager
def twice():
    yield 1
    yield 2
for broken in (never, twice):
    try:
        with broken():
            pass
    except RuntimeError as e:
        print(e)
try:
    with twice():
        raise KeyError("k")
except RuntimeError as e:
    print(e)
#> after
#> division by zero
#> 5
#> enter 1
#> 2
#> exit
#> enter 2
#> caught swallowed
#> exit
#> enter 3
#> caught raised
#> exit
#> outside raised
#> manager Doc.
#> enter 5
#> exit
#> enter 5
#> exit
#> result result
#> generator didn't yield
#> generator didn't stop
#> KeyError: 'k'
---
import contextlib
class Thing:
    def close(self):
        print("closed")
with contextlib.closing(Thing()) as thing:
    print(type(thing).__name__)
with contextlib.ExitStack() as stack:
    stack.callback(print, "callback", sep="-")
    stack.enter_context(contextlib.closing(Thing()))
    stack.push(lambda *details: print(details[0]) or True)
    raise ValueError("suppressed by the stack")
print("after")
class Own(contextlib.ContextDecorator):
    def __enter__(self):
        print("in")
    def __exit__(self, *details):
        print("out")
@Own()
def f(x):
    return x * 2
print(f(4))
#> Thing
#> closed
#> <class 'ValueError'>
#> closed
#> callback
#> after
#> in
#> out
#> 8
