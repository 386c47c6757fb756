def count(n):
    i = 0
    while i < n:
        yield i
        i += 1
g = count(3)
print(type(g).__name__, iter(g) is g, next(g), list(g), list(g), next(g, "end"), sum(count(5)), [x for x in count(3)], dict(zip("ab", count(9))), any(x > 1 for x in count(3)), any(count(1)), all(count(3)), 2 in count(3), max(count(4)), sorted(count(3), reverse=True), "".join(str(i) for i in count(4)))
a, *b = count(4)
print(a, b, *count(2), [*count(2)], {**dict.fromkeys(count(2))}, tuple(count(2)), set(count(2)), enumerate(count(2)).__next__())
def empty():
    return
    yield
print(list(empty()), next(empty(), None))
def arguments(a, b=2, *c, d=4, **e):
    yield a, b, c, d, e
print(next(arguments(1)), next(arguments(1, 2, 3, d=5, x=6)))
for bad in [lambda: arguments(), lambda: arguments(1, a=2), lambda: count(2)()]:
    try:
        bad()
    except TypeError as e:
        print(e)
print([list(f()) for f in [lambda: (yield 5), lambda: (yield)]])
#> generator True 0 [1, 2] [] end 10 [0, 1, 2] {'a': 0, 'b': 1} True False False True 3 [2, 1, 0] 0123
#> 0 [1, 2, 3] 0 1 [0, 1] {0: None, 1: None} (0, 1) {0, 1} (0, 0)
#> [] None
#> (1, 2, (), 4, {}) (1, 2, (3,), 5, {'x': 6})
#> arguments() missing 1 required positional argument: 'a'
#> arguments() got multiple values for argument 'a'
#> 'generator' object is not callable
#> [[5], [None]]
---
def echo():
    received = []
    while len(received) < 3:
        received.append((yield len(received)))
    return received
g = echo()
try:
    g.send(1)
except TypeError as e:
    print(e)
print(next(g), g.send("a"), g.send(None))
try:
    g.send("c")
except StopIteration as e:
    print(e.value, e.args)
try:
    next(g)
except StopIteration as e:
    print(e.value, e.args)
def accumulate():
    total = 0
    while True:
        got = yield total
        if got is None:
            return total
        total += got
g = accumulate()
next(g)
print([g.send(i) for i in range(5)])
try:
    next(g)
except StopIteration as e:
    print(e.value)
x = 1
def assigns():
    x = "old"
    try:
        x = yield x
    except ValueError:
        yield x
    yield x
g = assigns()
print(next(g), g.throw(ValueError), next(g))
#> can't send non-None value to a just-started generator
#> 0 1 2
#> ['a', None, 'c'] (['a', None, 'c'],)
#> None ()
#> [0, 1, 3, 6, 10]
#> 10
#> old old old
---
def inner():
    try:
        got = yield 1
        print("got", got)
        yield 2
    except KeyError as e:
        print("inner caught", e)
        yield 3
    return "inner result"
def outer():
    result = yield from inner()
    print(result)
    yield from [10, 20]
    got = yield from ()
    print(got)
    yield from "xy"
    return "outer result"
print(list(outer()))
g = outer()
print(next(g), g.send("hello"), g.throw(KeyError("k")), next(g))
g = outer()
next(g)
try:
    g.throw(ValueError("v"))
except ValueError as e:
    print("out", e, list(g))
def deep(n):
    if n:
        yield n
        yield from deep(n - 1)
        yield -n
print(list(deep(4)))
def walk(value):
    if isinstance(value, dict):
        for key, part in value.items():
            yield from ((f"{key}.{rest}", leaf) for rest, leaf in walk(part))
    elif isinstance(value, list):
        for index, part in enumerate(value):
            for rest, leaf in walk(part):
                yield f"{index}.{rest}", leaf
    else:
        yield "", value
print(dict(walk({"a": [1, {"b": 2}], "c": {"d": None}})))
try:
    list(x for x in (yield_ for yield_ in 5))
except TypeError as e:
    print(e)
def wrong():
    yield from 5
try:
    list(wrong())
except TypeError as e:
    print(e)
#> got None
#> inner result
#> None
#> [1, 2, 10, 20, 'x', 'y']
#> got hello
#> inner caught 'k'
#> inner result
#> 1 2 3 10
#> out v []
#> [4, 3, 2, 1, -1, -2, -3, -4]
#> {'a.0.': 1, 'a.1.b.': 2, 'c.d.': None}
#> 'int' object is not iterable
#> 'int' object is not iterable
---
def cleanup():
    try:
        yield 1
        yield 2
    finally:
        print("closed")
g = cleanup()
next(g)
g.close()
print(list(g))
g = cleanup()
g.close()
print("not started", list(g))
def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2
g = stubborn()
next(g)
try:
    g.close()
except RuntimeError as e:
    print(e)
def delegating():
    try:
        yield from cleanup()
    finally:
        print("outer closed")
g = delegating()
next(g)
g.close()
print(g.close())
def swallows():
    try:
        yield 1
    except GeneratorExit:
        return
g = swallows()
next(g)
print(g.close())
def with_return():
    for i in range(5):
        try:
            yield i
        finally:
            if i == 2:
                return
print(list(with_return()))
def nested():
    with Manager() as m:
        yield m
        raise ValueError("inside")
class Manager:
    def __enter__(self):
        print("enter")
        return "m"
    def __exit__(self, *details):
        print("exit", details[0])
        return True
print(list(nested()))
g = nested()
next(g)
g.close()
#> closed
#> []
#> not started []
#> generator ignored GeneratorExit
#> closed
#> outer closed
#> None
#> None
#> [0, 1, 2]
#> enter
#> exit <class 'ValueError'>
#> ['m']
#> enter
#> exit <class 'GeneratorExit'>
---
def bad():
    yield 1
    raise StopIteration("x")
g = bad()
next(g)
try:
    next(g)
except RuntimeError as e:
    print(e, type(e.__cause__).__name__, e.__cause__)
print(next(g, "done"))
def reads():
    yield next(iter([]))
try:
    list(reads())
except RuntimeError as e:
    print(e)
try:
    list(next(iter([])) for _ in range(2))
except RuntimeError as e:
    print(e)
def self_running():
    yield next(me)
me = self_running()
try:
    next(me)
except ValueError as e:
    print(e)
g = (x for x in [1, 2])
print(next(g))
try:
    g.throw(KeyError, "k")
except KeyError as e:
    print(repr(e), list(g))
def raises():
    yield 1
    1 / 0
g = raises()
next(g)
try:
    next(g)
except ZeroDivisionError as e:
    print(e, list(g))
for wrong in [5, int, "x"]:
    try:
        raises().throw(wrong)
    except TypeError as e:
        print(e)
try:
    raises().throw(KeyError("unstarted"))
except KeyError as e:
    print(repr(e))
class Sub:
    def __init__(self):
        self.left = [1, 2]
    def __iter__(self):
        return self
    def __next__(self):
        if not self.left:
            raise StopIteration("sub value")
        return self.left.pop(0)
    def send(self, value):
        return ("sent", value)
def over():
    result = yield from Sub()
    yield ("result", result)
print(list(over()))
g = over()
print(next(g), g.send(5), next(g), next(g))
#> generator raised StopIteration StopIteration x
#> done
#> generator raised StopIteration
#> generator raised StopIteration
#> generator already executing
#> 1
#> KeyError('k') []
#> division by zero []
#> exceptions must be classes or instances deriving from BaseException, not int
#> exceptions must be classes or instances deriving from BaseException, not type
#> exceptions must be classes or instances deriving from BaseException, not str
#> KeyError('unstarted')
#> [1, 2, ('result', 'sub value')]
#> 1 ('sent', 5) 2 ('result', 'sub value')
---
class Tree:
    def __init__(self, value, *children):
        self.value = value
        self.children = children
    def __iter__(self):
        yield self.value
        for child in self.children:
            yield from child
print(list(Tree(1, Tree(2, Tree(3)), Tree(4))), 3 in Tree(1, Tree(3)), *Tree(5))
def closure(n):
    def inner():
        nonlocal n
        while n:
            n -= 1
            yield n
    return inner
f = closure(3)
print(list(f()), list(f()))
def two_at_once(it):
    it = iter(it)
    while True:
        try:
            yield next(it), next(it)
        except StopIteration:
            return
print(list(two_at_once(range(5))))
def chunks(items, size):
    for i in range(0, len(items), size):
        yield items[i : i + size]
print(list(chunks([1, 2, 3, 4, 5], 2)))
def fibonacci():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b
from itertools import islice, takewhile, chain
print(list(islice(fibonacci(), 10)), list(takewhile(lambda x: x < 50, fibonacci())), next(x for x in fibonacci() if x > 1000), list(chain(islice(fibonacci(), 3), "ab")))
def expressions():
    x = [(yield 1), (yield 2)]
    y = f"{(yield 3)}"
    z = (yield 4) + (yield 5)
    print(x, y, z)
    if (yield 6):
        print("true")
g = expressions()
next(g)
for value in ["a", "b", "c", 1, 2]:
    print(g.send(value))
print(next(g, "end"))
def exceptions():
    for i in range(3):
        try:
            yield i
        except (KeyError, IndexError) as e:
            print("handled", repr(e))
            try:
                raise
            except KeyError:
                yield "again"
g = exceptions()
print(next(g), g.throw(KeyError("a")), next(g), g.throw(IndexError("b")) if False else next(g), list(g))
#> [1, 2, 3, 4] True 5
#> [2, 1, 0] []
#> [(0, 1), (2, 3)]
#> [[1, 2], [3, 4], [5]]
#> [0, 1, 1, 2, 3, 5, 8, 13, 21, 34] [0, 1, 1, 2, 3, 5, 8, 13, 21, 34] 1597 [0, 1, 1, 'a', 'b']
#> 2
#> 3
#> 4
#> 5
#> ['a', 'b'] c 3
#> 6
#> end
#> handled KeyError('a')
#> 0 again 1 2 []
