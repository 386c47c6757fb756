def f(a, b=2, *args, c, d=4, **kw):
    return a, b, args, c, d, kw
print(f(1, c=3), f(1, 5, 6, 7, c=8, d=9, e=10), f(c=1, a=2), f(*[1, 2, 3], **{"c": 4, "z": 5}), f(1, *(2,), c=3, **{}))
def g(a, /, b, *, c=1):
    return a, b, c
print(g(1, 2), g(1, b=2, c=3))
def h(*, key):
    return key
def none():
    pass
def many(a, b, c):
    pass
for action in [
    lambda: f(), lambda: f(1), lambda: f(1, c=2, a=3), lambda: g(a=1, b=2), lambda: g(1), lambda: g(1, 2, 3), lambda: h(1), lambda: h(), lambda: h(kay=1),
    lambda: none(1), lambda: none(x=1), lambda: many(), lambda: many(1), lambda: many(1, 2), lambda: many(1, 2, 3, 4), lambda: f(**5), lambda: f(**{1: 2}),
    lambda: f(1, c=1, **{"c": 2}), lambda: many(1, 2, 3, d=4), lambda: (lambda x: x)(), lambda: none()(), lambda: f(1, 2, c=3, *[4]),
]:
    try:
        print(action())
    except Exception as e:
        print(type(e).__name__, e)
#> (1, 2, (), 3, 4, {}) (1, 5, (6, 7), 8, 9, {'e': 10}) (2, 2, (), 1, 4, {}) (1, 2, (3,), 4, 4, {'z': 5}) (1, 2, (), 3, 4, {})
#> (1, 2, 1) (1, 2, 3)
#> TypeError f() missing 1 required positional argument: 'a'
#> TypeError f() missing 1 required keyword-only argument: 'c'
#> TypeError f() got multiple values for argument 'a'
#> TypeError g() got some positional-only arguments passed as keyword arguments: 'a'
#> TypeError g() missing 1 required positional argument: 'b'
#> TypeError g() takes 2 positional arguments but 3 were given
#> TypeError h() takes 0 positional arguments but 1 was given
#> TypeError h() missing 1 required keyword-only argument: 'key'
#> TypeError h() got an unexpected keyword argument 'kay'
#> TypeError none() takes 0 positional arguments but 1 was given
#> TypeError none() got an unexpected keyword argument 'x'
#> TypeError many() missing 3 required positional arguments: 'a', 'b', and 'c'
#> TypeError many() missing 2 required positional arguments: 'b' and 'c'
#> TypeError many() missing 1 required positional argument: 'c'
#> TypeError many() takes 3 positional arguments but 4 were given
#> TypeError chunk.f() argument after ** must be a mapping, not int
#> TypeError keywords must be strings
#> TypeError chunk.f() got multiple values for keyword argument 'c'
#> TypeError many() got an unexpected keyword argument 'd'
#> TypeError <lambda>.<locals>.<lambda>() missing 1 required positional argument: 'x'
#> TypeError 'NoneType' object is not callable
#> (1, 2, (4,), 3, 4, {})
---
def default(items=[]):
    items.append(1)
    return items
print(default(), default(), default([]), default.__defaults__)
n = 1
def early(x=n):
    return x
n = 2
print(early(), early(3), early.__name__, early.__qualname__, early.__doc__, early.__module__ == __name__)
def documented():
    "The doc."
    return None
print(documented.__doc__, documented(), documented.__name__)
documented.flag = 1
print(documented.flag, documented.__dict__, hasattr(early, "flag"), getattr(early, "flag", "no"))
try:
    early.flag
except AttributeError as e:
    print(e)
#> [1, 1] [1, 1] [1] ([1, 1],)
#> 1 3 early early None True
#> The doc. None documented
#> 1 {'flag': 1} False no
#> 'function' object has no attribute 'flag'
---
square = lambda x: x * x
print(square(4), (lambda *a, **k: (a, k))(1, b=2), (lambda a, b=2: a + b)(1), [f(2) for f in (square, abs, lambda x: -x)], (lambda: None)())
def outer():
    def inner(x):
        return x + 1
    return inner
print(outer()(1), outer().__qualname__, sorted([3, 1], key=lambda x: -x), (lambda x: (lambda y: x + y))(1)(2))
def recursive(n):
    return 1 if n <= 1 else n * recursive(n - 1)
print(recursive(5), recursive(25), recursive(100) % 1000007)
def apply(function, *args, **kwargs):
    return function(*args, **kwargs)
print(apply(max, 1, 2), apply(sorted, [2, 1], reverse=True), apply(dict, a=1), apply("{}-{}".format, 1, 2), apply(apply, apply, len, "abc"))
#> 16 ((1,), {'b': 2}) 3 [4, 2, -2] None
#> 2 outer.<locals>.inner [3, 1] 3
#> 120 15511210043330985984000000 323756
#> 2 [2, 1] {'a': 1} 1-2 3
---
def decorator(function):
    def wrapper(*args, **kwargs):
        return "<" + str(function(*args, **kwargs)) + ">"
    return wrapper
def with_arguments(mark):
    def decorate(function):
        def wrapper(*args):
            return mark + function(*args)
        return wrapper
    return decorate
@decorator
@with_arguments("!")
def greet(name):
    return "hi " + name
print(greet("bob"), greet.__name__)
def no_return():
    x = 1
print(no_return(), print("side"))
def early_return(x):
    for i in range(10):
        while True:
            if i == x:
                return i, "found"
            break
    return "nothing"
print(early_return(3), early_return(99))
#> <!hi bob> wrapper
#> side
#> None None
#> (3, 'found') nothing
---
def deep(n):
    return 0 if n == 0 else 1 + deep(n - 1)
print(deep(500))
def forever():
    return forever()
try:
    forever()
except RecursionError as e:
    print(type(e).__name__, str(e).startswith("maximum recursion depth exceeded"))
class Loop:
    def __repr__(self):
        return repr(self)
    def __eq__(self, other):
        return self == other
    def __getattr__(self, name):
        return getattr(self, name)
for action in [lambda: repr(Loop()), lambda: Loop() == 1, lambda: Loop().x, lambda: sorted([Loop()], key=lambda x: x == 1)]:
    try:
        action()
        print("no")
    except RecursionError as e:
        print(type(e).__name__)
print(deep(100))
#> 500
#> RecursionError True
#> RecursionError
#> RecursionError
#> RecursionError
#> RecursionError
#> 100
---
def f(x): pass
def g(x, *, key=3, other=4): pass
def h(x, y=1, *, key): pass
def i(): pass
for call in [lambda: f(1, 2), lambda: g(1, 2), lambda: g(1, 2, key=1), lambda: g(1, 2, 3, key=1, other=2), lambda: h(1, 2, 3), lambda: h(1, 2, 3, key=1),
             lambda: h(1, 2, 3, kee=1), lambda: i(1), lambda: i(1, a=2), lambda: f(1, 2, x=3)]:
    try: call()
    except TypeError as e: print(e)
print((lambda: sum)()([], 5))
for call in [lambda: sum(5, ""), lambda: sum([], ""), lambda: range(3)[10**30], lambda: range(3)[-10**30], lambda: [1][10**30]]:
    try: call()
    except (TypeError, IndexError) as e: print(e)
#> f() takes 1 positional argument but 2 were given
#> g() takes 1 positional argument but 2 were given
#> g() takes 1 positional argument but 2 positional arguments (and 1 keyword-only argument) were given
#> g() takes 1 positional argument but 3 positional arguments (and 2 keyword-only arguments) were given
#> h() takes from 1 to 2 positional arguments but 3 were given
#> h() takes from 1 to 2 positional arguments but 3 positional arguments (and 1 keyword-only argument) were given
#> h() got an unexpected keyword argument 'kee'
#> i() takes 0 positional arguments but 1 was given
#> i() got an unexpected keyword argument 'a'
#> f() got multiple values for argument 'x'
#> 5
#> 'int' object is not iterable
#> sum() can't sum strings [use ''.join(seq) instead]
#> range object index out of range
#> range object index out of range
#> cannot fit 'int' into an index-sized integer
