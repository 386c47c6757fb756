def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(e.__class__.__name__ + ":", e)
class A:
    def __bool__(self):
        return False
class B:
    def __len__(self):
        return 0
class C:
    def __bool__(self):
        return 1
class D:
    pass
t(lambda: bool())
t(lambda: bool(0))
t(lambda: bool(1))
t(lambda: bool(""))
t(lambda: bool("0"))
t(lambda: bool(0.0))
t(lambda: bool(float("nan")))
t(lambda: bool(None))
t(lambda: bool([]))
t(lambda: bool([0]))
t(lambda: bool({}))
t(lambda: bool(()))
t(lambda: bool(b""))
t(lambda: bool(10**30))
t(lambda: bool(A()))
t(lambda: bool(B()))
t(lambda: bool(C()))
t(lambda: bool(D()))
t(lambda: bool(x=1))
t(lambda: bool(1, 2))
t(lambda: True + True)
t(lambda: True * 5)
t(lambda: True / 2)
t(lambda: -True)
t(lambda: +True)
t(lambda: ~True)
t(lambda: not True)
t(lambda: not "")
t(lambda: True == 1)
t(lambda: True is True)
t(lambda: False == 0)
t(lambda: False < True)
t(lambda: True & False)
t(lambda: True | False)
t(lambda: True ^ True)
t(lambda: True & 1)
t(lambda: True | 2)
t(lambda: True << 2)
t(lambda: {True: "a"}[1])
t(lambda: [10, 20][True])
t(lambda: str(True))
t(lambda: repr(False))
t(lambda: f"{True}")
t(lambda: f"{True:d}")
t(lambda: f"{True:5}")
t(lambda: f"{True!r:>6}")
t(lambda: "%d" % True)
t(lambda: "%s" % False)
t(lambda: True.bit_length())
t(lambda: isinstance(True, int))
t(lambda: True.numerator)
t(lambda: int(True))
t(lambda: float(False))
t(lambda: bool.from_bytes(b"\x01", "big"))
t(lambda: True.nothing)
#> False
#> False
#> True
#> False
#> True
#> False
#> True
#> False
#> False
#> True
#> False
#> False
#> False
#> True
#> False
#> False
#> TypeError: __bool__ should return bool, returned int
#> True
#> TypeError: bool() takes no keyword arguments
#> TypeError: bool expected at most 1 argument, got 2
#> 2
#> 5
#> 0.5
#> -1
#> 1
#> -2
#> False
#> True
#> True
#> True
#> True
#> True
#> False
#> True
#> False
#> 1
#> 3
#> 4
#> 'a'
#> 20
#> 'True'
#> 'False'
#> 'True'
#> '1'
#> '    1'
#> '  True'
#> '1'
#> 'False'
#> 1
#> True
#> 1
#> 1
#> 0.0
#> True
#> AttributeError: 'bool' object has no attribute 'nothing'
