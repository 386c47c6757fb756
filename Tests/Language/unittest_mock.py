from unittest.mock import MagicMock, Mock, call, ANY
m = MagicMock(return_value="x")
print(m(), m(1, a=2), m.called, m.call_count, isinstance(m, MagicMock), isinstance(m, Mock), isinstance(Mock(), MagicMock))
print(isinstance("x", MagicMock), isinstance(m, str), m.return_value, type(m).__name__)
print(m.call_args, m.call_args_list, m.call_args == call(1, a=2), m.call_args[0], m.call_args.kwargs, m.call_args == call(1, a=ANY))
m.reset_mock()
print(m.called, m.call_count, m.call_args, m.call_args_list, m())
#> x x True 2 True True False
#> False False x MagicMock
#> call(1, a=2) [call(), call(1, a=2)] True (1,) {'a': 2} True
#> False 0 None [call()] x
---
from unittest.mock import MagicMock
m = MagicMock()
print(m.a is m.a, m.a.b is m.a.b, m.a is m.b, m() is m(), m[0] is m["x"], m + 1 is m + 2, -m is -m, m.x() is m.x())
print([x for x in m], len(m), bool(m), 3 in m, m == m, m == MagicMock(), m != 1, {m: 1}[m])
m.value = 5
m.f.return_value = 7
print(m.value, m.f(), m.f(3), MagicMock(a=3).a, MagicMock(return_value=None)())
with m as inner:
    print(isinstance(inner, MagicMock), inner is m)
m[3] = 4
del m[3]
for body in (lambda: m < m, lambda: m.__name__, lambda: m.assert_foo):
    try:
        body()
    except Exception as error:
        print(type(error).__name__, error)
#> True True False True True True True True
#> [] 0 True False True False True 1
#> 5 7 7 3 None
#> True False
#> TypeError '<' not supported between instances of 'MagicMock' and 'MagicMock'
#> AttributeError __name__
#> AttributeError 'assert_foo' is not a valid assertion. Use a spec for the mock if 'assert_foo' is meant to be an attribute.
---
from unittest.mock import MagicMock, call
m = MagicMock()
def show(body):
    try:
        print(body())
    except AssertionError as error:
        print(error)
show(lambda: m.assert_called())
show(lambda: m.assert_called_once())
show(lambda: m.assert_called_with(1))
show(lambda: m.assert_called_once_with(1))
show(lambda: m.assert_any_call(1))
show(lambda: m.assert_not_called())
m(1, a="b")
show(lambda: m.assert_called_once())
show(lambda: m.assert_called_with(1, a="b"))
show(lambda: m.assert_called_once_with(1, a="b"))
m(2)
show(lambda: m.assert_called())
show(lambda: m.assert_not_called())
show(lambda: m.assert_called_once())
show(lambda: m.assert_called_with(1))
show(lambda: m.assert_called_once_with(1))
show(lambda: m.assert_any_call(1, a="b"))
show(lambda: m.assert_any_call(9))
show(lambda: m.assert_has_calls([call(1, a="b"), call(2)]))
show(lambda: m.assert_has_calls([call(2), call(1, a="b")], any_order=True))
show(lambda: m.assert_has_calls([call(2), call(1, a="b")]))
show(lambda: MagicMock(name="q").assert_called())
show(lambda: MagicMock().foo.assert_called())
#> Expected 'mock' to have been called.
#> Expected 'mock' to have been called once. Called 0 times.
#> expected call not found.
#> Expected: mock(1)
#>   Actual: not called.
#> Expected 'mock' to be called once. Called 0 times.
#> mock(1) call not found
#> None
#> None
#> None
#> None
#> None
#> Expected 'mock' to not have been called. Called 2 times.
#> Calls: [call(1, a='b'), call(2)].
#> Expected 'mock' to have been called once. Called 2 times.
#> Calls: [call(1, a='b'), call(2)].
#> expected call not found.
#> Expected: mock(1)
#>   Actual: mock(2)
#> Expected 'mock' to be called once. Called 2 times.
#> Calls: [call(1, a='b'), call(2)].
#> None
#> mock(9) call not found
#> None
#> None
#> Calls not found.
#> Expected: [call(2), call(1, a='b')]
#>   Actual: [call(1, a='b'), call(2)]
#> Expected 'q' to have been called.
#> Expected 'foo' to have been called.
---
from unittest.mock import MagicMock, Mock, DEFAULT
print(MagicMock(side_effect=[1, 2])(), MagicMock(side_effect=lambda a, b=1: a * b)(4, b=3), MagicMock(side_effect=lambda: DEFAULT, return_value=8)())
n = MagicMock(side_effect=[1, ValueError("second")])
print(n())
for body in (n, n, MagicMock(side_effect=ValueError("x")), MagicMock(side_effect=KeyError), lambda: Mock()[0], lambda: len(Mock()), lambda: Mock() + 1):
    try:
        print(body())
    except Exception as error:
        print(type(error).__name__, error)
n.side_effect = None
n.return_value = "r"
print(n(), n.call_count)
#> 1 12 8
#> 1
#> ValueError second
#> StopIteration 
#> ValueError x
#> KeyError 
#> TypeError 'Mock' object is not subscriptable
#> TypeError object of type 'Mock' has no len()
#> TypeError unsupported operand type(s) for +: 'Mock' and 'int'
#> r 4
---
from unittest.mock import patch, MagicMock
class Target:
    name = "old"
    def method(self):
        return "real"
with patch.object(Target, "name", "new") as new:
    print(Target.name, new)
print(Target.name)
with patch.object(Target, "method") as method:
    method.return_value = "mocked"
    print(Target().method(), isinstance(method, MagicMock))
print(Target().method())
p = patch.object(Target, "name", 3)
print(p.start(), Target.name, p.stop(), Target.name)
try:
    with patch.object(Target, "nope", 1):
        pass
except AttributeError as error:
    print(str(error)[-35:])
@patch.object(Target, "method")
def run(x, mocked):
    mocked.return_value = x
    return Target().method()
print(run(5), Target().method())
#> new new
#> old
#> mocked True
#> real
#> 3 3 False old
#>  does not have the attribute 'nope'
#> 5 real
