import operator
def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ": " + str(e))
class A:
    class b:
        c = 5
print(operator.itemgetter(1)("abc"), operator.itemgetter("a", "b")({"a": 1, "b": 2}), operator.attrgetter("b.c")(A))
print(operator.methodcaller("upper")("x"), operator.add(1, 2), operator.contains([1], 1), operator.not_(0), operator.lt(1, 2))
attempt(lambda: operator.itemgetter("z")({}))
attempt(lambda: operator.attrgetter(5))
#> b (1, 2) 5
#> X 3 True True True
#> KeyError: 'z'
#> TypeError: attribute name must be a string
