def add(a, b=2, *args, c, **kw):
    return a + b + c
x = add(1, c=5)
total = 0
for i in [1, 2, 3]:
    total += i
d = {"a": 1, "b": [1, 2]}
class A:
    y = 3
    def __init__(self, v):
        self.v = v
    def m(self):
        return self.v + self.y
try:
    {}["k"]
except KeyError as e:
    err = e
raise ValueError(f"{x} {total} {A(4).m()} {d!r} {err!r}")
#> ValueError: 8 6 7 {'a': 1, 'b': [1, 2]} KeyError('k')
