def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(e.__class__.__name__ + ":", e)
nan = float("nan")
inf = float("inf")
class A:
    def __init__(self, v):
        self.v = v
    def __eq__(self, other):
        return isinstance(other, A) and self.v == other.v
    def __lt__(self, other):
        if not isinstance(other, A):
            return NotImplemented
        return self.v < other.v
class B:
    pass
t(lambda: 1 < 2)
t(lambda: 1 < 2.5)
t(lambda: 2 > 1.5)
t(lambda: 1 == 1.0)
t(lambda: 1 == True)
t(lambda: 1 != 2)
t(lambda: 1 <= 1)
t(lambda: 1 >= 2)
t(lambda: "a" < "b")
t(lambda: "a" < "aa")
t(lambda: "B" < "a")
t(lambda: "a" == "a")
t(lambda: "" < "a")
t(lambda: "a" <= "a")
t(lambda: "a" > 1)
t(lambda: 1 < "a")
t(lambda: None < 1)
t(lambda: None == None)
t(lambda: None != 1)
t(lambda: None is None)
t(lambda: [1] < [2])
t(lambda: [1, 2] < [1])
t(lambda: [1, "a"] < [1, 2])
t(lambda: [1, 2] == [1, 2])
t(lambda: (1, 2) < (1, 3))
t(lambda: (1,) == [1])
t(lambda: (1, 2) > (1,))
t(lambda: {1} < {1, 2})
t(lambda: {1} == {1})
t(lambda: {"a": 1} == {"a": 1.0})
t(lambda: {"a": 1} < {"b": 1})
t(lambda: b"a" < b"b")
t(lambda: b"a" == "a")
t(lambda: 1 < 2 < 3)
t(lambda: 1 < 3 < 2)
t(lambda: 3 > 2 > 1)
t(lambda: 1 == 1 == 1)
t(lambda: 1 < 2 > 1)
t(lambda: 2 ** 63 > 2 ** 62)
t(lambda: 2 ** 63 == float(2 ** 63))
t(lambda: 2 ** 63 > 1.5)
t(lambda: -(2 ** 63) - 1 < -(2 ** 63))
t(lambda: 2 ** 100 == 2.0 ** 100)
t(lambda: 2 ** 100 + 1 == 2.0 ** 100)
t(lambda: 2 ** 1100 > 1e308)
t(lambda: 1 in [1.0])
t(lambda: True in [1])
t(lambda: "a" in ["a"])
t(lambda: nan == nan)
t(lambda: nan < 1)
t(lambda: nan in [nan])
t(lambda: nan != nan)
t(lambda: [nan] == [nan])
t(lambda: 1 < nan < 2)
t(lambda: inf > 2 ** 5000)
t(lambda: -inf < -(2 ** 5000))
t(lambda: 1 is 1)
t(lambda: "a" is not None)
t(lambda: 1 not in [2])
t(lambda: range(3) == range(3))
t(lambda: range(0) == range(1, 1))
t(lambda: len == len)
t(lambda: int == int)
t(lambda: int == float)
t(lambda: A(1) == A(1))
t(lambda: A(1) == 1)
t(lambda: A(1) != A(2))
t(lambda: A(1) < A(2))
t(lambda: A(1) > A(2))
t(lambda: A(1) <= A(2))
t(lambda: A(1) < 1)
t(lambda: 1 > A(0))
t(lambda: B() == B())
t(lambda: B() < B())
t(lambda: B() == 1)
t(lambda: True < 2)
t(lambda: False == 0.0)
t(lambda: "10" < "9")
t(lambda: "ä" > "z")
t(lambda: (1, "a") < (1, "b"))
t(lambda: ((1, 2), 3) < ((1, 3), 0))
t(lambda: [] < [1])
t(lambda: () == [])
#> True
#> True
#> True
#> True
#> True
#> True
#> True
#> False
#> True
#> True
#> True
#> True
#> True
#> True
#> TypeError: '>' not supported between instances of 'str' and 'int'
#> TypeError: '<' not supported between instances of 'int' and 'str'
#> TypeError: '<' not supported between instances of 'NoneType' and 'int'
#> True
#> True
#> True
#> True
#> False
#> TypeError: '<' not supported between instances of 'str' and 'int'
#> True
#> True
#> False
#> True
#> True
#> True
#> True
#> TypeError: '<' not supported between instances of 'dict' and 'dict'
#> True
#> False
#> True
#> False
#> True
#> True
#> True
#> True
#> True
#> True
#> True
#> True
#> False
#> True
#> True
#> True
#> True
#> False
#> False
#> True
#> True
#> True
#> False
#> True
#> True
#> True
#> True
#> True
#> True
#> True
#> True
#> True
#> False
#> True
#> False
#> True
#> True
#> False
#> TypeError: '<=' not supported between instances of 'A' and 'A'
#> TypeError: '<' not supported between instances of 'A' and 'int'
#> TypeError: '>' not supported between instances of 'int' and 'A'
#> False
#> TypeError: '<' not supported between instances of 'B' and 'B'
#> False
#> True
#> True
#> True
#> True
#> True
#> True
#> True
#> False
