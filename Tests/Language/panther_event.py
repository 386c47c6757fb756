from panther_core import PantherEvent
e = PantherEvent({"Foo": 1, "fOO": 2, "a": {"b": [1, {"C": None}]}, "s": "", "ключ": 3, "Ключ": 4, "z": 0})
print(e.get("Foo"), e.get("fOO"), e.get("FOO"), e.get("foo"), e.get("x"), e.get("x", 5), e.get("x", default=6))
print(e["FOO"], e["A"]["B"][1]["c"], e["КЛЮЧ"], e["Ключ"])
print("FOO" in e, "x" in e, "b" in e["a"], "B" in e["a"], None in PantherEvent({}))
print(repr(e.get("a")), repr(e["a"]["b"]), repr(e.get("s")))
print(len(e), bool(e), bool(PantherEvent({})), len(e["a"]["b"]))
#> 1 2 1 1 None 5 6
#> 1 None 3 4
#> True False True True False
#> ImmutableCaseInsensitiveDict({'b': [1, {'C': None}]}) ImmutableList((1, {'C': None})) ''
#> 7 True False 2
---
from panther_core import PantherEvent
e = PantherEvent({"a": 1})
for key in (6, None, 1.5, (1,), ["l"], {}):
    for body in (lambda: e[key], lambda: e.get(key), lambda: key in e, lambda: PantherEvent({}).get(key, "d")):
        try:
            print(repr(body()))
        except Exception as error:
            print(type(error).__name__, error)
for key in ("b", ""):
    try:
        print(e[key])
    except KeyError as error:
        print(repr(error))
try:
    PantherEvent({})[None]
except KeyError as error:
    print(repr(error))
#> AttributeError 'int' object has no attribute 'lower'
#> AttributeError 'int' object has no attribute 'lower'
#> AttributeError 'int' object has no attribute 'lower'
#> 'd'
#> AttributeError 'NoneType' object has no attribute 'lower'
#> AttributeError 'NoneType' object has no attribute 'lower'
#> AttributeError 'NoneType' object has no attribute 'lower'
#> 'd'
#> AttributeError 'float' object has no attribute 'lower'
#> AttributeError 'float' object has no attribute 'lower'
#> AttributeError 'float' object has no attribute 'lower'
#> 'd'
#> AttributeError 'tuple' object has no attribute 'lower'
#> AttributeError 'tuple' object has no attribute 'lower'
#> AttributeError 'tuple' object has no attribute 'lower'
#> 'd'
#> TypeError unhashable type: 'list'
#> TypeError unhashable type: 'list'
#> TypeError unhashable type: 'list'
#> TypeError unhashable type: 'list'
#> TypeError unhashable type: 'dict'
#> TypeError unhashable type: 'dict'
#> TypeError unhashable type: 'dict'
#> TypeError unhashable type: 'dict'
#> KeyError('b')
#> KeyError('')
#> KeyError(None)
---
from panther_core import PantherEvent
e = PantherEvent({6: "six", "a": 1})
print(e[6], e.get(6), 6 in e)
try:
    print(e.get("A"))
except AttributeError as error:
    print(error)
print(PantherEvent({"a": 1, 6: "six"}).get("A"))
#> six six True
#> 'int' object has no attribute 'lower'
#> 1
---
from panther_core import PantherEvent
e = PantherEvent({"a": {"b": {"c": 5, "n": None, "f": 0, "l": [1]}}, "p": [1]})
print(e.deep_get("a", "b", "c"), e.deep_get("A", "B", "C"), e.deep_get("a", "x"), e.deep_get("a", "x", default=3))
print(e.deep_get("a", "b", "n"), e.deep_get("a", "b", "n", default="d"), e.deep_get("a", "b", "f", default="d"))
print(e.deep_get("a", "b", "l", 0), e.deep_get("a", "b", "c", "d", default="x"), e.deep_get("p", 0, default="q"))
print(e.deep_get("nope", "k", default={"k": 9}), e.deep_get("nope", "K", default={"k": 9}))
print(e.deep_get(), e.deep_get("a", "b", "l"))
print(e["a"].deep_get("b", "c"))
try:
    e.deep_get("a", 6)
except AttributeError as error:
    print(error)
#> 5 5 None 3
#> None d 0
#> None x q
#> 9 {'k': 9}
#> PantherEvent({'a': {'b': {'c': 5, 'n': None, 'f': 0, 'l': [1]}}, 'p': [1]}) ImmutableList((1,))
#> 5
#> 'int' object has no attribute 'lower'
---
from panther_core import PantherEvent
from panther_core.immutable import ImmutableCaseInsensitiveDict, ImmutableList
e = PantherEvent({"a": {"b": [1, [2], {"c": 3}]}, "n": None, "t": True, "f": 1.0, "s": "it's"})
print(repr(e))
print(str(e["a"]), f"{e['a']['b']}", repr(ImmutableList([])), repr(ImmutableList(["a"])))
print(repr(ImmutableCaseInsensitiveDict({})), repr(PantherEvent({})))
print(type(e).__name__, type(e["a"]).__name__, type(e["a"]["b"]).__name__)
print(isinstance(e, PantherEvent), isinstance(e["a"], PantherEvent), isinstance(e, ImmutableCaseInsensitiveDict))
print(isinstance(e, dict), isinstance(e["a"]["b"], list), isinstance(e["a"]["b"], tuple))
print(isinstance(e["a"]["b"], ImmutableList), e["a"]["b"][1:], e["a"]["b"][-1], e["a"]["b"][::-1])
#> PantherEvent({'a': {'b': [1, [2], {'c': 3}]}, 'n': None, 't': True, 'f': 1.0, 's': "it's"})
#> ImmutableCaseInsensitiveDict({'b': [1, [2], {'c': 3}]}) ImmutableList((1, [2], {'c': 3})) ImmutableList(()) ImmutableList(('a',))
#> ImmutableCaseInsensitiveDict({}) PantherEvent({})
#> PantherEvent ImmutableCaseInsensitiveDict ImmutableList
#> True False True
#> False False False
#> True ([2], {'c': 3}) ImmutableCaseInsensitiveDict({'c': 3}) ({'c': 3}, [2], 1)
---
from panther_core import PantherEvent
e = PantherEvent({"B": 1, "a": [1], "c": {"d": 2}})
print(repr(e.keys()), repr(e.values()), repr(e.items()))
for key in e:
    print(key, repr(e[key]))
for key, value in e.items():
    print(key, repr(value))
print([key for key in e.keys()], [repr(value) for value in e.values()])
print(len(e.keys()), len(e.items()), "B" in e.keys(), "b" in e.keys(), ("B", 1) in e.items(), 1 in e.values())
print({**e})
print(e.keys() == {"B", "a", "c"}, e.keys() == ["B"], e.keys() & {"B"}, e.keys().isdisjoint({"x"}))
#> KeysView(PantherEvent({'B': 1, 'a': [1], 'c': {'d': 2}})) ValuesView(PantherEvent({'B': 1, 'a': [1], 'c': {'d': 2}})) ItemsView(PantherEvent({'B': 1, 'a': [1], 'c': {'d': 2}}))
#> B 1
#> a ImmutableList((1,))
#> c ImmutableCaseInsensitiveDict({'d': 2})
#> B 1
#> a ImmutableList((1,))
#> c ImmutableCaseInsensitiveDict({'d': 2})
#> ['B', 'a', 'c'] ['1', 'ImmutableList((1,))', "ImmutableCaseInsensitiveDict({'d': 2})"]
#> 3 3 True True True True
#> {'B': 1, 'a': ImmutableList((1,)), 'c': ImmutableCaseInsensitiveDict({'d': 2})}
#> True False {'B'} True
---
from panther_core import PantherEvent
from panther_core.immutable import ImmutableCaseInsensitiveDict as D, ImmutableList as L
e = PantherEvent({"a": [1, {"b": (1,)}], "c": {"d": 1.0}})
plain = {"a": [1, {"b": (1,)}], "c": {"d": 1}}
print(e == plain, plain == e, e != plain, e == D(plain), D(plain) == PantherEvent(plain))
print(e == {"A": [1, {"b": (1,)}], "c": {"d": 1}}, e == {}, e == 1, e == None, PantherEvent({}) == {})
print(e["a"] == [1, {"b": (1,)}], [1, {"b": (1,)}] == e["a"], e["a"] == (1, {"b": (1,)}), e["a"] == "ab", e["a"] == [1])
print(L([[1]]) == [[1]], L([[1]]) == [(1,)], L([(1,)]) == [[1]], D({"a": [1]}) == {"a": (1,)}, L([{"a": [1]}]) == [{"a": (1,)}])
print(L([1, 2]) == L((1, 2)), L([1]) != [1], L([]) == (), L([True]) == [1])
#> True True False True True
#> False False False False True
#> True True True False False
#> True False False True False
#> True False True True
---
from panther_core import PantherEvent
e = PantherEvent({"a": {"b": [1, {"c": 2}]}, "l": [[1]]})
d = e.to_dict()
d["a"]["b"].append(3)
print(d, e["a"]["b"], e.copy(), type(d).__name__, type(d["a"]).__name__)
print(e["l"].copy(), e["l"].as_list(), type(e["l"].copy()).__name__, e["a"].to_dict())
print(e.raw_view(), type(e.raw_view()).__name__, type(e.raw_view()["a"]).__name__)
source = {"x": 1, "y": {"z": 1}}
w = PantherEvent(source)
source["new"] = 1
source["y"]["more"] = 2
print(w)
#> {'a': {'b': [1, {'c': 2}, 3]}, 'l': [[1]]} ImmutableList((1, {'c': 2})) {'a': {'b': [1, {'c': 2}]}, 'l': [[1]]} dict dict
#> [[1]] [[1]] list {'b': [1, {'c': 2}]}
#> {'a': {'b': [1, {'c': 2}]}, 'l': [[1]]} dict dict
#> PantherEvent({'x': 1, 'y': {'z': 1, 'more': 2}})
---
from panther_core import PantherEvent
e = PantherEvent({"a": {"b": 1}, "l": [1]})
def put():
    e["a"] = 1
def put_inner():
    e["a"]["b"] = 1
def put_list():
    e["l"][0] = 1
def delete():
    del e["a"]
for body in (put, put_inner, put_list, delete, lambda: e.update({}), lambda: e.pop("a"), lambda: e["l"].append(1),
             lambda: {e: 1}, lambda: {e["a"]}, lambda: {e["l"]}, lambda: e["l"] + [1], lambda: [1] + e["l"],
             lambda: e["l"][5], lambda: e["l"]["x"], lambda: e["a"].udm("b"), lambda: e["l"].index(9), lambda: e < e):
    try:
        print(body())
    except Exception as error:
        print(type(error).__name__, str(error))
#> TypeError 'PantherEvent' object does not support item assignment
#> TypeError 'ImmutableCaseInsensitiveDict' object does not support item assignment
#> TypeError 'ImmutableList' object does not support item assignment
#> TypeError 'PantherEvent' object does not support item deletion
#> AttributeError 'PantherEvent' object has no attribute 'update'
#> AttributeError 'PantherEvent' object has no attribute 'pop'
#> AttributeError 'ImmutableList' object has no attribute 'append'
#> TypeError unhashable type: 'PantherEvent'
#> TypeError unhashable type: 'ImmutableCaseInsensitiveDict'
#> TypeError unhashable type: 'ImmutableList'
#> TypeError unsupported operand type(s) for +: 'ImmutableList' and 'list'
#> TypeError can only concatenate list (not "ImmutableList") to list
#> IndexError tuple index out of range
#> TypeError tuple indices must be integers or slices, not str
#> AttributeError 'ImmutableCaseInsensitiveDict' object has no attribute 'udm'
#> ValueError 
#> TypeError '<' not supported between instances of 'PantherEvent' and 'PantherEvent'
---
from panther_core import PantherEvent
e = PantherEvent({"l": ["b", "a", "b", [1]]})
l = e["l"]
print(l.index("b"), l.index("b", 1), l.index([1]), l.count("b"), l.count("x"), "a" in l, "x" in l, [1] in l)
for x in l:
    print(repr(x))
print([*l], l[0], l[-4], l[1:3])
a, *rest = l
print(a, rest)
for bounds in ((3, 4), (0, 2), (-1,), (4,)):
    try:
        print(l.index([1], *bounds))
    except ValueError as error:
        print(repr(error))
#> 0 2 3 2 0 True False True
#> 'b'
#> 'a'
#> 'b'
#> ImmutableList((1,))
#> ['b', 'a', 'b', ImmutableList((1,))] b b ('a', 'b')
#> b ['a', 'b', ImmutableList((1,))]
#> 3
#> ValueError()
#> 3
#> ValueError()
---
from panther_core import PantherEvent
e = PantherEvent({"p_udm": {"user": {"name": "u"}, "zero": 0}, "zero": 7, "false": 0, "top": {"x": 1}, "U": "v"})
print(e.udm("user", "name"), e.udm("USER", "NAME"), e.udm("zero"), e.udm("false"), e.udm("false", default="d"))
print(e.udm("top", "x"), e.udm("none"), e.udm("none", default=[]), e.udm(), e.udm(default=4), e.udm("u"))
print(e.data_model)
try:
    e.udm_path("user")
except Exception as error:
    print(type(error).__name__, error)
try:
    PantherEvent({"p_log_type": "A.B"}).udm_path("user")
except Exception as error:
    print(type(error).__name__, error)
#> u u 7 None d
#> 1 None [] None 4 v
#> None
#> PantherError a data model hasn't been specified for log type: None
#> PantherError a data model hasn't been specified for log type: A.B
---
from panther_core import PantherEvent
e = PantherEvent({"_mocked_lookup_data_": {"Table": {"key": {"v": 1}}}})
print(repr(e.lookup("table", "KEY")), e.lookup("t", "k"), e.lookup("Table", "x"), PantherEvent({}).lookup("a", "b"))
#> ImmutableCaseInsensitiveDict({'v': 1}) None None None
---
from panther_core import PantherEvent
for text in ("2024-05-01 10:00:00.123", "2024-05-01T10:00:00", "2024-05-01 10:00:00", "2024-02-29", "1969-12-31 23:59:59.5",
             "2024-05-01T10:00:00Z", "2024-05-01 10:00:00 +02:00", "", None, 0, "2023-02-29 00:00:00", "2024-13-01"):
    print(text, PantherEvent({"p_event_time": text}).event_time_epoch())
print(PantherEvent({}).event_time_epoch(), PantherEvent({"P_Event_Time": "1970-01-02"}).event_time_epoch())
for text in ("2024-05-01T10:00:00Z", "2024-05-01 10:00:00+02:00", "2024-05-01T10:00:00.999-0130"):
    print(PantherEvent({"p_event_time": text}).event_time_epoch(force_utc=False))
for value in (5, ["x"], {"a": 1}):
    for force in (True, False):
        try:
            PantherEvent({"p_event_time": value}).event_time_epoch(force)
        except TypeError as error:
            print(error)
#> 2024-05-01 10:00:00.123 1714557600
#> 2024-05-01T10:00:00 1714557600
#> 2024-05-01 10:00:00 1714557600
#> 2024-02-29 0
#> 1969-12-31 23:59:59.5 0
#> 2024-05-01T10:00:00Z 0
#> 2024-05-01 10:00:00 +02:00 0
#>  0
#> None 0
#> 0 0
#> 2023-02-29 00:00:00 0
#> 2024-13-01 0
#> 0 0
#> 1714557600
#> 1714550400
#> 1714563000
#> unsupported operand type(s) for +=: 'int' and 'str'
#> Parser must be a string or character stream, not int
#> unsupported operand type(s) for +=: 'ImmutableList' and 'str'
#> Parser must be a string or character stream, not ImmutableList
#> unsupported operand type(s) for +=: 'ImmutableCaseInsensitiveDict' and 'str'
#> Parser must be a string or character stream, not ImmutableCaseInsensitiveDict
---
from panther_core import PantherEvent
from panther_core.immutable import ImmutableList, json_encoder
e = PantherEvent({"a": {"b": [1]}})
print(PantherEvent.json_encoder(e), PantherEvent.json_encoder(e["a"]), PantherEvent.json_encoder(e["a"]["b"]), json_encoder(e))
for value in (1, {1}, None, {}):
    try:
        PantherEvent.json_encoder(value)
    except TypeError as error:
        print(error)
#> {'a': {'b': [1]}} {'b': [1]} (1,) {'a': {'b': [1]}}
#> object of type <class 'int'> is not JSON serializable
#> object of type <class 'set'> is not JSON serializable
#> object of type <class 'NoneType'> is not JSON serializable
#> object of type <class 'dict'> is not JSON serializable
---
from panther_core.exceptions import PantherError, FunctionReturnTypeError, UnknownDestinationError
print(PantherError("a"), PantherError("a", "b"), PantherError("a", 1, None), str(FunctionReturnTypeError("x", "y")))
print(repr(PantherError("a", 1)), issubclass(UnknownDestinationError, PantherError))
print(UnknownDestinationError("m", ["x"]).result(), PantherError("a", 1).equals(PantherError("a", 1)))
print(PantherError("a").equals(UnknownDestinationError("a")), PantherError("a", 2).has_message_prefix("a"))
try:
    raise UnknownDestinationError("m", "d")
except PantherError as error:
    print(error, error.args)
#> a a: b a: 1, None x: y
#> PantherError('a', 1) True
#> ['x'] True
#> False True
#> m: d ('m', 'd')
---
from panther_core import PantherEvent
match PantherEvent({"a": [1, 2], "b": 1}):
    case {"a": [x, y], "b": b}:
        print(x, y, b)
match PantherEvent({"A": 1}):
    case {"a": 1}:
        print("found")
    case _:
        print("not found")
#> 1 2 1
#> found
---
from collections.abc import Collection, Container, Hashable, Iterable, Mapping, MutableMapping, MutableSequence, Reversible, Sequence, Sized
from panther_core import PantherEvent
from panther_core.immutable import ImmutableCaseInsensitiveDict, ImmutableList
# Wrappers that hold a rule's own values, as functions of data models return them, are what those of the event are.
e = PantherEvent({"a": {"b": 1}, "l": [{"c": 2}]})
for value in (e, e["a"], e["l"], e["l"][0], ImmutableCaseInsensitiveDict({}), ImmutableList([])):
    print(type(value).__name__, [kind.__name__ for kind in (Collection, Container, Hashable, Iterable, Mapping, MutableMapping, MutableSequence, Reversible, Sequence, Sized) if isinstance(value, kind)])
print([list(reversed(e["l"])), "%s" % e["a"], "%(b)s" % e["a"], bool(e["l"]), len(e["a"]), {**e["a"]}, [*e["l"]]])
#> PantherEvent ['Collection', 'Container', 'Iterable', 'Mapping', 'Sized']
#> ImmutableCaseInsensitiveDict ['Collection', 'Container', 'Iterable', 'Mapping', 'Sized']
#> ImmutableList ['Collection', 'Container', 'Iterable', 'Reversible', 'Sequence', 'Sized']
#> ImmutableCaseInsensitiveDict ['Collection', 'Container', 'Iterable', 'Mapping', 'Sized']
#> ImmutableCaseInsensitiveDict ['Collection', 'Container', 'Iterable', 'Mapping', 'Sized']
#> ImmutableList ['Collection', 'Container', 'Iterable', 'Reversible', 'Sequence', 'Sized']
#> [[ImmutableCaseInsensitiveDict({'c': 2})], "ImmutableCaseInsensitiveDict({'b': 1})", '1', True, 1, {'b': 1}, [ImmutableCaseInsensitiveDict({'c': 2})]]
