def counter():
    n = 0
    def increment(by=1):
        nonlocal n
        n += by
        return n
    def reset():
        nonlocal n
        n = 0
    return increment, reset
i, r = counter()
j, _ = counter()
print(i(), i(5), j(), i(), r(), i())
functions = [lambda: k for k in range(3)]
bound = [lambda k=k: k for k in range(3)]
print([f() for f in functions], [f() for f in bound])
def late():
    def inner():
        return value
    value = 1
    first = inner()
    value = 2
    return first, inner()
print(late())
total = 0
def add(x):
    global total, fresh
    total += x
    fresh = "made"
add(5)
add(6)
print(total, fresh)
def three():
    a = 1
    def two():
        b = 2
        def one():
            nonlocal a
            a += 1
            return a + b
        return one
    return two()
t = three()
print(t(), t())
#> 1 6 1 7 None 1
#> [2, 2, 2] [0, 1, 2]
#> (1, 2)
#> 11 made
#> 4 5
---
def unbound():
    print(x)
    x = 1
def unbound_delete():
    x = 1
    del x
    return x
def free():
    def inner():
        return late
    inner()
    late = 1
def handler():
    try:
        raise ValueError
    except ValueError as e:
        pass
    return e
for f in [unbound, unbound_delete, free, handler, lambda: missing]:
    try:
        f()
    except NameError as e:
        print(type(e).__name__, e)
def shadow(list):
    return list
print(shadow(5), list("ab"))
x = "global"
def read():
    return x
def write():
    x = "local"
    return x, read()
print(write(), x)
def comprehension():
    y = 5
    return [y + z for z in range(2)], {y: z for z in range(1)}, [(lambda: y + z)() for z in range(2)]
print(comprehension())
def walrus():
    data = [1, 2, 3]
    if (n := len(data)) > 2:
        pass
    return n, [last := v for v in data], last
print(walrus())
class C:
    v = 1
    def method(self):
        def inner():
            return self.v, __class__.__name__
        return inner()
print(C().method())
def recursive():
    def fib(n):
        return n if n < 2 else fib(n - 1) + fib(n - 2)
    return fib(15)
print(recursive())
def default_capture(items=None):
    items = items or []
    def add(x):
        items.append(x)
        return items
    return add
a = default_capture()
a(1)
print(a(2), default_capture()(9))
#> UnboundLocalError cannot access local variable 'x' where it is not associated with a value
#> UnboundLocalError cannot access local variable 'x' where it is not associated with a value
#> NameError cannot access free variable 'late' where it is not associated with a value in enclosing scope
#> UnboundLocalError cannot access local variable 'e' where it is not associated with a value
#> NameError name 'missing' is not defined
#> 5 ['a', 'b']
#> ('local', 'global') global
#> ([5, 6], {5: 0}, [5, 6])
#> (3, [1, 2, 3], 3)
#> (1, 'C')
#> 610
#> [1, 2] [9]
