# How errors name types: those that CPython has in C carry their module.
import collections
import datetime
import functools
import itertools
import json
import operator
import re
import time
import types
from decimal import Decimal
from fractions import Fraction
from ipaddress import ip_address

def show(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)

VALUES = [
    datetime.datetime(2024, 1, 2), datetime.date(2024, 1, 2), datetime.time(1), datetime.timedelta(1),
    datetime.timezone.utc, collections.deque([1]), collections.OrderedDict(a=1), collections.defaultdict(list),
    collections.Counter("a"), collections.ChainMap({}), re.compile("a"), re.match("a", "a"), functools.partial(print),
    itertools.chain([1]), itertools.islice([1], 1), operator.itemgetter(0),
    operator.attrgetter("a"), time.gmtime(0), types.SimpleNamespace(a=1), Decimal(1), Fraction(1), ip_address("1.1.1.1"),
]
for value in VALUES:
    name = type(value).__name__
    show(lambda: name)
    show(lambda: value.nothing_here)
    show(lambda: "a" + value)
    show(lambda: [] + value)
    show(lambda: None + value)
    show(lambda: value - None)
    show(lambda: None < value)
    show(lambda: {}[[value]])
    show(lambda: "a" in value)
    show(lambda: "".join([value]))
    show(lambda: int(value))
    show(lambda: float(value))
    show(lambda: len(value))
    show(lambda: value["a"])
    show(lambda: value())
    show(lambda: -value)
    show(lambda: "a" * value)
    show(lambda: "abc"[value])
    show(lambda: [1][value])
    show(lambda: "%d" % value)
    show(lambda: "%f" % value)
    show(lambda: "abc".startswith(value) if not isinstance(value, tuple) else None)
    show(lambda: re.search("a", value))
    show(lambda: datetime.timedelta(value))
    show(lambda: abs(value))
    show(lambda: round(value))
    show(lambda: next(value) and None)
    show(lambda: [*value] and None)
    show(lambda: {**value} and None)
    show(lambda: hash(value) is None)
    show(lambda: ord(value))
    show(lambda: bytes([1]) + value)
    show(lambda: type(value).nothing_here)
#> datetime
#> AttributeError 'datetime.datetime' object has no attribute 'nothing_here'
#> TypeError can only concatenate str (not "datetime.datetime") to str
#> TypeError can only concatenate list (not "datetime.datetime") to list
#> TypeError unsupported operand type(s) for +: 'NoneType' and 'datetime.datetime'
#> TypeError unsupported operand type(s) for -: 'datetime.datetime' and 'NoneType'
#> TypeError '<' not supported between instances of 'NoneType' and 'datetime.datetime'
#> TypeError unhashable type: 'list'
#> TypeError argument of type 'datetime.datetime' is not iterable
#> TypeError sequence item 0: expected str instance, datetime.datetime found
#> TypeError int() argument must be a string, a bytes-like object or a real number, not 'datetime.datetime'
#> TypeError float() argument must be a string or a real number, not 'datetime.datetime'
#> TypeError object of type 'datetime.datetime' has no len()
#> TypeError 'datetime.datetime' object is not subscriptable
#> TypeError 'datetime.datetime' object is not callable
#> TypeError bad operand type for unary -: 'datetime.datetime'
#> TypeError can't multiply sequence by non-int of type 'datetime.datetime'
#> TypeError string indices must be integers, not 'datetime.datetime'
#> TypeError list indices must be integers or slices, not datetime.datetime
#> TypeError %d format: a real number is required, not datetime.datetime
#> TypeError must be real number, not datetime.datetime
#> TypeError startswith first arg must be str or a tuple of str, not datetime.datetime
#> TypeError expected string or bytes-like object, got 'datetime.datetime'
#> TypeError unsupported type for timedelta days component: datetime.datetime
#> TypeError bad operand type for abs(): 'datetime.datetime'
#> TypeError type datetime.datetime doesn't define __round__ method
#> TypeError 'datetime.datetime' object is not an iterator
#> TypeError Value after * must be an iterable, not datetime.datetime
#> TypeError 'datetime.datetime' object is not a mapping
#> False
#> TypeError ord() expected string of length 1, but datetime.datetime found
#> TypeError can't concat datetime.datetime to bytes
#> AttributeError type object 'datetime.datetime' has no attribute 'nothing_here'
#> date
#> AttributeError 'datetime.date' object has no attribute 'nothing_here'
#> TypeError can only concatenate str (not "datetime.date") to str
#> TypeError can only concatenate list (not "datetime.date") to list
#> TypeError unsupported operand type(s) for +: 'NoneType' and 'datetime.date'
#> TypeError unsupported operand type(s) for -: 'datetime.date' and 'NoneType'
#> TypeError '<' not supported between instances of 'NoneType' and 'datetime.date'
#> TypeError unhashable type: 'list'
#> TypeError argument of type 'datetime.date' is not iterable
#> TypeError sequence item 0: expected str instance, datetime.date found
#> TypeError int() argument must be a string, a bytes-like object or a real number, not 'datetime.date'
#> TypeError float() argument must be a string or a real number, not 'datetime.date'
#> TypeError object of type 'datetime.date' has no len()
#> TypeError 'datetime.date' object is not subscriptable
#> TypeError 'datetime.date' object is not callable
#> TypeError bad operand type for unary -: 'datetime.date'
#> TypeError can't multiply sequence by non-int of type 'datetime.date'
#> TypeError string indices must be integers, not 'datetime.date'
#> TypeError list indices must be integers or slices, not datetime.date
#> TypeError %d format: a real number is required, not datetime.date
#> TypeError must be real number, not datetime.date
#> TypeError startswith first arg must be str or a tuple of str, not datetime.date
#> TypeError expected string or bytes-like object, got 'datetime.date'
#> TypeError unsupported type for timedelta days component: datetime.date
#> TypeError bad operand type for abs(): 'datetime.date'
#> TypeError type datetime.date doesn't define __round__ method
#> TypeError 'datetime.date' object is not an iterator
#> TypeError Value after * must be an iterable, not datetime.date
#> TypeError 'datetime.date' object is not a mapping
#> False
#> TypeError ord() expected string of length 1, but datetime.date found
#> TypeError can't concat datetime.date to bytes
#> AttributeError type object 'datetime.date' has no attribute 'nothing_here'
#> time
#> AttributeError 'datetime.time' object has no attribute 'nothing_here'
#> TypeError can only concatenate str (not "datetime.time") to str
#> TypeError can only concatenate list (not "datetime.time") to list
#> TypeError unsupported operand type(s) for +: 'NoneType' and 'datetime.time'
#> TypeError unsupported operand type(s) for -: 'datetime.time' and 'NoneType'
#> TypeError '<' not supported between instances of 'NoneType' and 'datetime.time'
#> TypeError unhashable type: 'list'
#> TypeError argument of type 'datetime.time' is not iterable
#> TypeError sequence item 0: expected str instance, datetime.time found
#> TypeError int() argument must be a string, a bytes-like object or a real number, not 'datetime.time'
#> TypeError float() argument must be a string or a real number, not 'datetime.time'
#> TypeError object of type 'datetime.time' has no len()
#> TypeError 'datetime.time' object is not subscriptable
#> TypeError 'datetime.time' object is not callable
#> TypeError bad operand type for unary -: 'datetime.time'
#> TypeError can't multiply sequence by non-int of type 'datetime.time'
#> TypeError string indices must be integers, not 'datetime.time'
#> TypeError list indices must be integers or slices, not datetime.time
#> TypeError %d format: a real number is required, not datetime.time
#> TypeError must be real number, not datetime.time
#> TypeError startswith first arg must be str or a tuple of str, not datetime.time
#> TypeError expected string or bytes-like object, got 'datetime.time'
#> TypeError unsupported type for timedelta days component: datetime.time
#> TypeError bad operand type for abs(): 'datetime.time'
#> TypeError type datetime.time doesn't define __round__ method
#> TypeError 'datetime.time' object is not an iterator
#> TypeError Value after * must be an iterable, not datetime.time
#> TypeError 'datetime.time' object is not a mapping
#> False
#> TypeError ord() expected string of length 1, but datetime.time found
#> TypeError can't concat datetime.time to bytes
#> AttributeError type object 'datetime.time' has no attribute 'nothing_here'
#> timedelta
#> AttributeError 'datetime.timedelta' object has no attribute 'nothing_here'
#> TypeError can only concatenate str (not "datetime.timedelta") to str
#> TypeError can only concatenate list (not "datetime.timedelta") to list
#> TypeError unsupported operand type(s) for +: 'NoneType' and 'datetime.timedelta'
#> TypeError unsupported operand type(s) for -: 'datetime.timedelta' and 'NoneType'
#> TypeError '<' not supported between instances of 'NoneType' and 'datetime.timedelta'
#> TypeError unhashable type: 'list'
#> TypeError argument of type 'datetime.timedelta' is not iterable
#> TypeError sequence item 0: expected str instance, datetime.timedelta found
#> TypeError int() argument must be a string, a bytes-like object or a real number, not 'datetime.timedelta'
#> TypeError float() argument must be a string or a real number, not 'datetime.timedelta'
#> TypeError object of type 'datetime.timedelta' has no len()
#> TypeError 'datetime.timedelta' object is not subscriptable
#> TypeError 'datetime.timedelta' object is not callable
#> -1 day, 0:00:00
#> TypeError can't multiply sequence by non-int of type 'datetime.timedelta'
#> TypeError string indices must be integers, not 'datetime.timedelta'
#> TypeError list indices must be integers or slices, not datetime.timedelta
#> TypeError %d format: a real number is required, not datetime.timedelta
#> TypeError must be real number, not datetime.timedelta
#> TypeError startswith first arg must be str or a tuple of str, not datetime.timedelta
#> TypeError expected string or bytes-like object, got 'datetime.timedelta'
#> TypeError unsupported type for timedelta days component: datetime.timedelta
#> 1 day, 0:00:00
#> TypeError type datetime.timedelta doesn't define __round__ method
#> TypeError 'datetime.timedelta' object is not an iterator
#> TypeError Value after * must be an iterable, not datetime.timedelta
#> TypeError 'datetime.timedelta' object is not a mapping
#> False
#> TypeError ord() expected string of length 1, but datetime.timedelta found
#> TypeError can't concat datetime.timedelta to bytes
#> AttributeError type object 'datetime.timedelta' has no attribute 'nothing_here'
#> timezone
#> AttributeError 'datetime.timezone' object has no attribute 'nothing_here'
#> TypeError can only concatenate str (not "datetime.timezone") to str
#> TypeError can only concatenate list (not "datetime.timezone") to list
#> TypeError unsupported operand type(s) for +: 'NoneType' and 'datetime.timezone'
#> TypeError unsupported operand type(s) for -: 'datetime.timezone' and 'NoneType'
#> TypeError '<' not supported between instances of 'NoneType' and 'datetime.timezone'
#> TypeError unhashable type: 'list'
#> TypeError argument of type 'datetime.timezone' is not iterable
#> TypeError sequence item 0: expected str instance, datetime.timezone found
#> TypeError int() argument must be a string, a bytes-like object or a real number, not 'datetime.timezone'
#> TypeError float() argument must be a string or a real number, not 'datetime.timezone'
#> TypeError object of type 'datetime.timezone' has no len()
#> TypeError 'datetime.timezone' object is not subscriptable
#> TypeError 'datetime.timezone' object is not callable
#> TypeError bad operand type for unary -: 'datetime.timezone'
#> TypeError can't multiply sequence by non-int of type 'datetime.timezone'
#> TypeError string indices must be integers, not 'datetime.timezone'
#> TypeError list indices must be integers or slices, not datetime.timezone
#> TypeError %d format: a real number is required, not datetime.timezone
#> TypeError must be real number, not datetime.timezone
#> TypeError startswith first arg must be str or a tuple of str, not datetime.timezone
#> TypeError expected string or bytes-like object, got 'datetime.timezone'
#> TypeError unsupported type for timedelta days component: datetime.timezone
#> TypeError bad operand type for abs(): 'datetime.timezone'
#> TypeError type datetime.timezone doesn't define __round__ method
#> TypeError 'datetime.timezone' object is not an iterator
#> TypeError Value after * must be an iterable, not datetime.timezone
#> TypeError 'datetime.timezone' object is not a mapping
#> False
#> TypeError ord() expected string of length 1, but datetime.timezone found
#> TypeError can't concat datetime.timezone to bytes
#> AttributeError type object 'datetime.timezone' has no attribute 'nothing_here'
#> deque
#> AttributeError 'collections.deque' object has no attribute 'nothing_here'
#> TypeError can only concatenate str (not "collections.deque") to str
#> TypeError can only concatenate list (not "collections.deque") to list
#> TypeError unsupported operand type(s) for +: 'NoneType' and 'collections.deque'
#> TypeError unsupported operand type(s) for -: 'collections.deque' and 'NoneType'
#> TypeError '<' not supported between instances of 'NoneType' and 'collections.deque'
#> TypeError unhashable type: 'list'
#> False
#> TypeError sequence item 0: expected str instance, collections.deque found
#> TypeError int() argument must be a string, a bytes-like object or a real number, not 'collections.deque'
#> TypeError float() argument must be a string or a real number, not 'collections.deque'
#> 1
#> TypeError sequence index must be integer, not 'str'
#> TypeError 'collections.deque' object is not callable
#> TypeError bad operand type for unary -: 'collections.deque'
#> TypeError can't multiply sequence by non-int of type 'collections.deque'
#> TypeError string indices must be integers, not 'collections.deque'
#> TypeError list indices must be integers or slices, not collections.deque
#> TypeError %d format: a real number is required, not collections.deque
#> TypeError must be real number, not collections.deque
#> TypeError startswith first arg must be str or a tuple of str, not collections.deque
#> TypeError expected string or bytes-like object, got 'collections.deque'
#> TypeError unsupported type for timedelta days component: collections.deque
#> TypeError bad operand type for abs(): 'collections.deque'
#> TypeError type collections.deque doesn't define __round__ method
#> TypeError 'collections.deque' object is not an iterator
#> None
#> TypeError 'collections.deque' object is not a mapping
#> TypeError unhashable type: 'collections.deque'
#> TypeError ord() expected string of length 1, but collections.deque found
#> TypeError can't concat collections.deque to bytes
#> AttributeError type object 'collections.deque' has no attribute 'nothing_here'
#> OrderedDict
#> AttributeError 'collections.OrderedDict' object has no attribute 'nothing_here'
#> TypeError can only concatenate str (not "collections.OrderedDict") to str
#> TypeError can only concatenate list (not "collections.OrderedDict") to list
#> TypeError unsupported operand type(s) for +: 'NoneType' and 'collections.OrderedDict'
#> TypeError unsupported operand type(s) for -: 'collections.OrderedDict' and 'NoneType'
#> TypeError '<' not supported between instances of 'NoneType' and 'collections.OrderedDict'
#> TypeError unhashable type: 'list'
#> True
#> TypeError sequence item 0: expected str instance, collections.OrderedDict found
#> TypeError int() argument must be a string, a bytes-like object or a real number, not 'collections.OrderedDict'
#> TypeError float() argument must be a string or a real number, not 'collections.OrderedDict'
#> 1
#> 1
#> TypeError 'collections.OrderedDict' object is not callable
#> TypeError bad operand type for unary -: 'collections.OrderedDict'
#> TypeError can't multiply sequence by non-int of type 'collections.OrderedDict'
#> TypeError string indices must be integers, not 'collections.OrderedDict'
#> TypeError list indices must be integers or slices, not collections.OrderedDict
#> TypeError %d format: a real number is required, not collections.OrderedDict
#> TypeError must be real number, not collections.OrderedDict
#> TypeError startswith first arg must be str or a tuple of str, not collections.OrderedDict
#> TypeError expected string or bytes-like object, got 'collections.OrderedDict'
#> TypeError unsupported type for timedelta days component: collections.OrderedDict
#> TypeError bad operand type for abs(): 'collections.OrderedDict'
#> TypeError type collections.OrderedDict doesn't define __round__ method
#> TypeError 'collections.OrderedDict' object is not an iterator
#> None
#> None
#> TypeError unhashable type: 'collections.OrderedDict'
#> TypeError ord() expected string of length 1, but collections.OrderedDict found
#> TypeError can't concat collections.OrderedDict to bytes
#> AttributeError type object 'collections.OrderedDict' has no attribute 'nothing_here'
#> defaultdict
#> AttributeError 'collections.defaultdict' object has no attribute 'nothing_here'
#> TypeError can only concatenate str (not "collections.defaultdict") to str
#> TypeError can only concatenate list (not "collections.defaultdict") to list
#> TypeError unsupported operand type(s) for +: 'NoneType' and 'collections.defaultdict'
#> TypeError unsupported operand type(s) for -: 'collections.defaultdict' and 'NoneType'
#> TypeError '<' not supported between instances of 'NoneType' and 'collections.defaultdict'
#> TypeError unhashable type: 'list'
#> False
#> TypeError sequence item 0: expected str instance, collections.defaultdict found
#> TypeError int() argument must be a string, a bytes-like object or a real number, not 'collections.defaultdict'
#> TypeError float() argument must be a string or a real number, not 'collections.defaultdict'
#> 0
#> []
#> TypeError 'collections.defaultdict' object is not callable
#> TypeError bad operand type for unary -: 'collections.defaultdict'
#> TypeError can't multiply sequence by non-int of type 'collections.defaultdict'
#> TypeError string indices must be integers, not 'collections.defaultdict'
#> TypeError list indices must be integers or slices, not collections.defaultdict
#> TypeError %d format: a real number is required, not collections.defaultdict
#> TypeError must be real number, not collections.defaultdict
#> TypeError startswith first arg must be str or a tuple of str, not collections.defaultdict
#> TypeError expected string or bytes-like object, got 'collections.defaultdict'
#> TypeError unsupported type for timedelta days component: collections.defaultdict
#> TypeError bad operand type for abs(): 'collections.defaultdict'
#> TypeError type collections.defaultdict doesn't define __round__ method
#> TypeError 'collections.defaultdict' object is not an iterator
#> None
#> None
#> TypeError unhashable type: 'collections.defaultdict'
#> TypeError ord() expected string of length 1, but collections.defaultdict found
#> TypeError can't concat collections.defaultdict to bytes
#> AttributeError type object 'collections.defaultdict' has no attribute 'nothing_here'
#> Counter
#> AttributeError 'Counter' object has no attribute 'nothing_here'
#> TypeError can only concatenate str (not "Counter") to str
#> TypeError can only concatenate list (not "Counter") to list
#> TypeError unsupported operand type(s) for +: 'NoneType' and 'Counter'
#> TypeError unsupported operand type(s) for -: 'Counter' and 'NoneType'
#> TypeError '<' not supported between instances of 'NoneType' and 'Counter'
#> TypeError unhashable type: 'list'
#> True
#> TypeError sequence item 0: expected str instance, Counter found
#> TypeError int() argument must be a string, a bytes-like object or a real number, not 'Counter'
#> TypeError float() argument must be a string or a real number, not 'Counter'
#> 1
#> 1
#> TypeError 'Counter' object is not callable
#> Counter()
#> TypeError can't multiply sequence by non-int of type 'Counter'
#> TypeError string indices must be integers, not 'Counter'
#> TypeError list indices must be integers or slices, not Counter
#> TypeError %d format: a real number is required, not Counter
#> TypeError must be real number, not Counter
#> TypeError startswith first arg must be str or a tuple of str, not Counter
#> TypeError expected string or bytes-like object, got 'Counter'
#> TypeError unsupported type for timedelta days component: Counter
#> TypeError bad operand type for abs(): 'Counter'
#> TypeError type Counter doesn't define __round__ method
#> TypeError 'Counter' object is not an iterator
#> None
#> None
#> TypeError unhashable type: 'Counter'
#> TypeError ord() expected string of length 1, but Counter found
#> TypeError can't concat Counter to bytes
#> AttributeError type object 'Counter' has no attribute 'nothing_here'
#> ChainMap
#> AttributeError 'ChainMap' object has no attribute 'nothing_here'
#> TypeError can only concatenate str (not "ChainMap") to str
#> TypeError can only concatenate list (not "ChainMap") to list
#> TypeError unsupported operand type(s) for +: 'NoneType' and 'ChainMap'
#> TypeError unsupported operand type(s) for -: 'ChainMap' and 'NoneType'
#> TypeError '<' not supported between instances of 'NoneType' and 'ChainMap'
#> TypeError unhashable type: 'list'
#> False
#> TypeError sequence item 0: expected str instance, ChainMap found
#> TypeError int() argument must be a string, a bytes-like object or a real number, not 'ChainMap'
#> TypeError float() argument must be a string or a real number, not 'ChainMap'
#> 0
#> KeyError 'a'
#> TypeError 'ChainMap' object is not callable
#> TypeError bad operand type for unary -: 'ChainMap'
#> TypeError can't multiply sequence by non-int of type 'ChainMap'
#> TypeError string indices must be integers, not 'ChainMap'
#> TypeError list indices must be integers or slices, not ChainMap
#> TypeError %d format: a real number is required, not ChainMap
#> TypeError must be real number, not ChainMap
#> TypeError startswith first arg must be str or a tuple of str, not ChainMap
#> TypeError expected string or bytes-like object, got 'ChainMap'
#> TypeError unsupported type for timedelta days component: ChainMap
#> TypeError bad operand type for abs(): 'ChainMap'
#> TypeError type ChainMap doesn't define __round__ method
#> TypeError 'ChainMap' object is not an iterator
#> []
#> {}
#> TypeError unhashable type: 'ChainMap'
#> TypeError ord() expected string of length 1, but ChainMap found
#> TypeError can't concat ChainMap to bytes
#> AttributeError type object 'ChainMap' has no attribute 'nothing_here'
#> Pattern
#> AttributeError 're.Pattern' object has no attribute 'nothing_here'
#> TypeError can only concatenate str (not "re.Pattern") to str
#> TypeError can only concatenate list (not "re.Pattern") to list
#> TypeError unsupported operand type(s) for +: 'NoneType' and 're.Pattern'
#> TypeError unsupported operand type(s) for -: 're.Pattern' and 'NoneType'
#> TypeError '<' not supported between instances of 'NoneType' and 're.Pattern'
#> TypeError unhashable type: 'list'
#> TypeError argument of type 're.Pattern' is not iterable
#> TypeError sequence item 0: expected str instance, re.Pattern found
#> TypeError int() argument must be a string, a bytes-like object or a real number, not 're.Pattern'
#> TypeError float() argument must be a string or a real number, not 're.Pattern'
#> TypeError object of type 're.Pattern' has no len()
#> TypeError 're.Pattern' object is not subscriptable
#> TypeError 're.Pattern' object is not callable
#> TypeError bad operand type for unary -: 're.Pattern'
#> TypeError can't multiply sequence by non-int of type 're.Pattern'
#> TypeError string indices must be integers, not 're.Pattern'
#> TypeError list indices must be integers or slices, not re.Pattern
#> TypeError %d format: a real number is required, not re.Pattern
#> TypeError must be real number, not re.Pattern
#> TypeError startswith first arg must be str or a tuple of str, not re.Pattern
#> TypeError expected string or bytes-like object, got 're.Pattern'
#> TypeError unsupported type for timedelta days component: re.Pattern
#> TypeError bad operand type for abs(): 're.Pattern'
#> TypeError type re.Pattern doesn't define __round__ method
#> TypeError 're.Pattern' object is not an iterator
#> TypeError Value after * must be an iterable, not re.Pattern
#> TypeError 're.Pattern' object is not a mapping
#> False
#> TypeError ord() expected string of length 1, but re.Pattern found
#> TypeError can't concat re.Pattern to bytes
#> AttributeError type object 're.Pattern' has no attribute 'nothing_here'
#> Match
#> AttributeError 're.Match' object has no attribute 'nothing_here'
#> TypeError can only concatenate str (not "re.Match") to str
#> TypeError can only concatenate list (not "re.Match") to list
#> TypeError unsupported operand type(s) for +: 'NoneType' and 're.Match'
#> TypeError unsupported operand type(s) for -: 're.Match' and 'NoneType'
#> TypeError '<' not supported between instances of 'NoneType' and 're.Match'
#> TypeError unhashable type: 'list'
#> TypeError argument of type 're.Match' is not iterable
#> TypeError sequence item 0: expected str instance, re.Match found
#> TypeError int() argument must be a string, a bytes-like object or a real number, not 're.Match'
#> TypeError float() argument must be a string or a real number, not 're.Match'
#> TypeError object of type 're.Match' has no len()
#> IndexError no such group
#> TypeError 're.Match' object is not callable
#> TypeError bad operand type for unary -: 're.Match'
#> TypeError can't multiply sequence by non-int of type 're.Match'
#> TypeError string indices must be integers, not 're.Match'
#> TypeError list indices must be integers or slices, not re.Match
#> TypeError %d format: a real number is required, not re.Match
#> TypeError must be real number, not re.Match
#> TypeError startswith first arg must be str or a tuple of str, not re.Match
#> TypeError expected string or bytes-like object, got 're.Match'
#> TypeError unsupported type for timedelta days component: re.Match
#> TypeError bad operand type for abs(): 're.Match'
#> TypeError type re.Match doesn't define __round__ method
#> TypeError 're.Match' object is not an iterator
#> TypeError Value after * must be an iterable, not re.Match
#> TypeError 're.Match' object is not a mapping
#> False
#> TypeError ord() expected string of length 1, but re.Match found
#> TypeError can't concat re.Match to bytes
#> AttributeError type object 're.Match' has no attribute 'nothing_here'
#> partial
#> AttributeError 'functools.partial' object has no attribute 'nothing_here'
#> TypeError can only concatenate str (not "functools.partial") to str
#> TypeError can only concatenate list (not "functools.partial") to list
#> TypeError unsupported operand type(s) for +: 'NoneType' and 'functools.partial'
#> TypeError unsupported operand type(s) for -: 'functools.partial' and 'NoneType'
#> TypeError '<' not supported between instances of 'NoneType' and 'functools.partial'
#> TypeError unhashable type: 'list'
#> TypeError argument of type 'functools.partial' is not iterable
#> TypeError sequence item 0: expected str instance, functools.partial found
#> TypeError int() argument must be a string, a bytes-like object or a real number, not 'functools.partial'
#> TypeError float() argument must be a string or a real number, not 'functools.partial'
#> TypeError object of type 'functools.partial' has no len()
#> TypeError 'functools.partial' object is not subscriptable
#>
#> None
#> TypeError bad operand type for unary -: 'functools.partial'
#> TypeError can't multiply sequence by non-int of type 'functools.partial'
#> TypeError string indices must be integers, not 'functools.partial'
#> TypeError list indices must be integers or slices, not functools.partial
#> TypeError %d format: a real number is required, not functools.partial
#> TypeError must be real number, not functools.partial
#> TypeError startswith first arg must be str or a tuple of str, not functools.partial
#> TypeError expected string or bytes-like object, got 'functools.partial'
#> TypeError unsupported type for timedelta days component: functools.partial
#> TypeError bad operand type for abs(): 'functools.partial'
#> TypeError type functools.partial doesn't define __round__ method
#> TypeError 'functools.partial' object is not an iterator
#> TypeError Value after * must be an iterable, not functools.partial
#> TypeError 'functools.partial' object is not a mapping
#> False
#> TypeError ord() expected string of length 1, but functools.partial found
#> TypeError can't concat functools.partial to bytes
#> AttributeError type object 'functools.partial' has no attribute 'nothing_here'
#> chain
#> AttributeError 'itertools.chain' object has no attribute 'nothing_here'
#> TypeError can only concatenate str (not "itertools.chain") to str
#> TypeError can only concatenate list (not "itertools.chain") to list
#> TypeError unsupported operand type(s) for +: 'NoneType' and 'itertools.chain'
#> TypeError unsupported operand type(s) for -: 'itertools.chain' and 'NoneType'
#> TypeError '<' not supported between instances of 'NoneType' and 'itertools.chain'
#> TypeError unhashable type: 'list'
#> False
#> TypeError sequence item 0: expected str instance, itertools.chain found
#> TypeError int() argument must be a string, a bytes-like object or a real number, not 'itertools.chain'
#> TypeError float() argument must be a string or a real number, not 'itertools.chain'
#> TypeError object of type 'itertools.chain' has no len()
#> TypeError 'itertools.chain' object is not subscriptable
#> TypeError 'itertools.chain' object is not callable
#> TypeError bad operand type for unary -: 'itertools.chain'
#> TypeError can't multiply sequence by non-int of type 'itertools.chain'
#> TypeError string indices must be integers, not 'itertools.chain'
#> TypeError list indices must be integers or slices, not itertools.chain
#> TypeError %d format: a real number is required, not itertools.chain
#> TypeError must be real number, not itertools.chain
#> TypeError startswith first arg must be str or a tuple of str, not itertools.chain
#> TypeError expected string or bytes-like object, got 'itertools.chain'
#> TypeError unsupported type for timedelta days component: itertools.chain
#> TypeError bad operand type for abs(): 'itertools.chain'
#> TypeError type itertools.chain doesn't define __round__ method
#> StopIteration 
#> []
#> TypeError 'itertools.chain' object is not a mapping
#> False
#> TypeError ord() expected string of length 1, but itertools.chain found
#> TypeError can't concat itertools.chain to bytes
#> AttributeError type object 'itertools.chain' has no attribute 'nothing_here'
#> islice
#> AttributeError 'itertools.islice' object has no attribute 'nothing_here'
#> TypeError can only concatenate str (not "itertools.islice") to str
#> TypeError can only concatenate list (not "itertools.islice") to list
#> TypeError unsupported operand type(s) for +: 'NoneType' and 'itertools.islice'
#> TypeError unsupported operand type(s) for -: 'itertools.islice' and 'NoneType'
#> TypeError '<' not supported between instances of 'NoneType' and 'itertools.islice'
#> TypeError unhashable type: 'list'
#> False
#> TypeError sequence item 0: expected str instance, itertools.islice found
#> TypeError int() argument must be a string, a bytes-like object or a real number, not 'itertools.islice'
#> TypeError float() argument must be a string or a real number, not 'itertools.islice'
#> TypeError object of type 'itertools.islice' has no len()
#> TypeError 'itertools.islice' object is not subscriptable
#> TypeError 'itertools.islice' object is not callable
#> TypeError bad operand type for unary -: 'itertools.islice'
#> TypeError can't multiply sequence by non-int of type 'itertools.islice'
#> TypeError string indices must be integers, not 'itertools.islice'
#> TypeError list indices must be integers or slices, not itertools.islice
#> TypeError %d format: a real number is required, not itertools.islice
#> TypeError must be real number, not itertools.islice
#> TypeError startswith first arg must be str or a tuple of str, not itertools.islice
#> TypeError expected string or bytes-like object, got 'itertools.islice'
#> TypeError unsupported type for timedelta days component: itertools.islice
#> TypeError bad operand type for abs(): 'itertools.islice'
#> TypeError type itertools.islice doesn't define __round__ method
#> StopIteration 
#> []
#> TypeError 'itertools.islice' object is not a mapping
#> False
#> TypeError ord() expected string of length 1, but itertools.islice found
#> TypeError can't concat itertools.islice to bytes
#> AttributeError type object 'itertools.islice' has no attribute 'nothing_here'
#> itemgetter
#> AttributeError 'operator.itemgetter' object has no attribute 'nothing_here'
#> TypeError can only concatenate str (not "operator.itemgetter") to str
#> TypeError can only concatenate list (not "operator.itemgetter") to list
#> TypeError unsupported operand type(s) for +: 'NoneType' and 'operator.itemgetter'
#> TypeError unsupported operand type(s) for -: 'operator.itemgetter' and 'NoneType'
#> TypeError '<' not supported between instances of 'NoneType' and 'operator.itemgetter'
#> TypeError unhashable type: 'list'
#> TypeError argument of type 'operator.itemgetter' is not iterable
#> TypeError sequence item 0: expected str instance, operator.itemgetter found
#> TypeError int() argument must be a string, a bytes-like object or a real number, not 'operator.itemgetter'
#> TypeError float() argument must be a string or a real number, not 'operator.itemgetter'
#> TypeError object of type 'operator.itemgetter' has no len()
#> TypeError 'operator.itemgetter' object is not subscriptable
#> TypeError itemgetter expected 1 argument, got 0
#> TypeError bad operand type for unary -: 'operator.itemgetter'
#> TypeError can't multiply sequence by non-int of type 'operator.itemgetter'
#> TypeError string indices must be integers, not 'operator.itemgetter'
#> TypeError list indices must be integers or slices, not operator.itemgetter
#> TypeError %d format: a real number is required, not operator.itemgetter
#> TypeError must be real number, not operator.itemgetter
#> TypeError startswith first arg must be str or a tuple of str, not operator.itemgetter
#> TypeError expected string or bytes-like object, got 'operator.itemgetter'
#> TypeError unsupported type for timedelta days component: operator.itemgetter
#> TypeError bad operand type for abs(): 'operator.itemgetter'
#> TypeError type operator.itemgetter doesn't define __round__ method
#> TypeError 'operator.itemgetter' object is not an iterator
#> TypeError Value after * must be an iterable, not operator.itemgetter
#> TypeError 'operator.itemgetter' object is not a mapping
#> False
#> TypeError ord() expected string of length 1, but operator.itemgetter found
#> TypeError can't concat operator.itemgetter to bytes
#> AttributeError type object 'operator.itemgetter' has no attribute 'nothing_here'
#> attrgetter
#> AttributeError 'operator.attrgetter' object has no attribute 'nothing_here'
#> TypeError can only concatenate str (not "operator.attrgetter") to str
#> TypeError can only concatenate list (not "operator.attrgetter") to list
#> TypeError unsupported operand type(s) for +: 'NoneType' and 'operator.attrgetter'
#> TypeError unsupported operand type(s) for -: 'operator.attrgetter' and 'NoneType'
#> TypeError '<' not supported between instances of 'NoneType' and 'operator.attrgetter'
#> TypeError unhashable type: 'list'
#> TypeError argument of type 'operator.attrgetter' is not iterable
#> TypeError sequence item 0: expected str instance, operator.attrgetter found
#> TypeError int() argument must be a string, a bytes-like object or a real number, not 'operator.attrgetter'
#> TypeError float() argument must be a string or a real number, not 'operator.attrgetter'
#> TypeError object of type 'operator.attrgetter' has no len()
#> TypeError 'operator.attrgetter' object is not subscriptable
#> TypeError attrgetter expected 1 argument, got 0
#> TypeError bad operand type for unary -: 'operator.attrgetter'
#> TypeError can't multiply sequence by non-int of type 'operator.attrgetter'
#> TypeError string indices must be integers, not 'operator.attrgetter'
#> TypeError list indices must be integers or slices, not operator.attrgetter
#> TypeError %d format: a real number is required, not operator.attrgetter
#> TypeError must be real number, not operator.attrgetter
#> TypeError startswith first arg must be str or a tuple of str, not operator.attrgetter
#> TypeError expected string or bytes-like object, got 'operator.attrgetter'
#> TypeError unsupported type for timedelta days component: operator.attrgetter
#> TypeError bad operand type for abs(): 'operator.attrgetter'
#> TypeError type operator.attrgetter doesn't define __round__ method
#> TypeError 'operator.attrgetter' object is not an iterator
#> TypeError Value after * must be an iterable, not operator.attrgetter
#> TypeError 'operator.attrgetter' object is not a mapping
#> False
#> TypeError ord() expected string of length 1, but operator.attrgetter found
#> TypeError can't concat operator.attrgetter to bytes
#> AttributeError type object 'operator.attrgetter' has no attribute 'nothing_here'
#> struct_time
#> AttributeError 'time.struct_time' object has no attribute 'nothing_here'
#> TypeError can only concatenate str (not "time.struct_time") to str
#> TypeError can only concatenate list (not "time.struct_time") to list
#> TypeError unsupported operand type(s) for +: 'NoneType' and 'time.struct_time'
#> TypeError unsupported operand type(s) for -: 'time.struct_time' and 'NoneType'
#> TypeError '<' not supported between instances of 'NoneType' and 'time.struct_time'
#> TypeError unhashable type: 'list'
#> False
#> TypeError sequence item 0: expected str instance, time.struct_time found
#> TypeError int() argument must be a string, a bytes-like object or a real number, not 'time.struct_time'
#> TypeError float() argument must be a string or a real number, not 'time.struct_time'
#> 9
#> TypeError tuple indices must be integers or slices, not str
#> TypeError 'time.struct_time' object is not callable
#> TypeError bad operand type for unary -: 'time.struct_time'
#> TypeError can't multiply sequence by non-int of type 'time.struct_time'
#> TypeError string indices must be integers, not 'time.struct_time'
#> TypeError list indices must be integers or slices, not time.struct_time
#> TypeError not all arguments converted during string formatting
#> TypeError not all arguments converted during string formatting
#> None
#> TypeError expected string or bytes-like object, got 'time.struct_time'
#> TypeError unsupported type for timedelta days component: time.struct_time
#> TypeError bad operand type for abs(): 'time.struct_time'
#> TypeError type time.struct_time doesn't define __round__ method
#> TypeError 'time.struct_time' object is not an iterator
#> None
#> TypeError 'time.struct_time' object is not a mapping
#> False
#> TypeError ord() expected string of length 1, but time.struct_time found
#> TypeError can't concat time.struct_time to bytes
#> AttributeError type object 'time.struct_time' has no attribute 'nothing_here'
#> SimpleNamespace
#> AttributeError 'types.SimpleNamespace' object has no attribute 'nothing_here'
#> TypeError can only concatenate str (not "types.SimpleNamespace") to str
#> TypeError can only concatenate list (not "types.SimpleNamespace") to list
#> TypeError unsupported operand type(s) for +: 'NoneType' and 'types.SimpleNamespace'
#> TypeError unsupported operand type(s) for -: 'types.SimpleNamespace' and 'NoneType'
#> TypeError '<' not supported between instances of 'NoneType' and 'types.SimpleNamespace'
#> TypeError unhashable type: 'list'
#> TypeError argument of type 'types.SimpleNamespace' is not iterable
#> TypeError sequence item 0: expected str instance, types.SimpleNamespace found
#> TypeError int() argument must be a string, a bytes-like object or a real number, not 'types.SimpleNamespace'
#> TypeError float() argument must be a string or a real number, not 'types.SimpleNamespace'
#> TypeError object of type 'types.SimpleNamespace' has no len()
#> TypeError 'types.SimpleNamespace' object is not subscriptable
#> TypeError 'types.SimpleNamespace' object is not callable
#> TypeError bad operand type for unary -: 'types.SimpleNamespace'
#> TypeError can't multiply sequence by non-int of type 'types.SimpleNamespace'
#> TypeError string indices must be integers, not 'types.SimpleNamespace'
#> TypeError list indices must be integers or slices, not types.SimpleNamespace
#> TypeError %d format: a real number is required, not types.SimpleNamespace
#> TypeError must be real number, not types.SimpleNamespace
#> TypeError startswith first arg must be str or a tuple of str, not types.SimpleNamespace
#> TypeError expected string or bytes-like object, got 'types.SimpleNamespace'
#> TypeError unsupported type for timedelta days component: types.SimpleNamespace
#> TypeError bad operand type for abs(): 'types.SimpleNamespace'
#> TypeError type types.SimpleNamespace doesn't define __round__ method
#> TypeError 'types.SimpleNamespace' object is not an iterator
#> TypeError Value after * must be an iterable, not types.SimpleNamespace
#> TypeError 'types.SimpleNamespace' object is not a mapping
#> TypeError unhashable type: 'types.SimpleNamespace'
#> TypeError ord() expected string of length 1, but types.SimpleNamespace found
#> TypeError can't concat types.SimpleNamespace to bytes
#> AttributeError type object 'types.SimpleNamespace' has no attribute 'nothing_here'
#> Decimal
#> AttributeError 'decimal.Decimal' object has no attribute 'nothing_here'
#> TypeError can only concatenate str (not "decimal.Decimal") to str
#> TypeError can only concatenate list (not "decimal.Decimal") to list
#> TypeError unsupported operand type(s) for +: 'NoneType' and 'decimal.Decimal'
#> TypeError unsupported operand type(s) for -: 'decimal.Decimal' and 'NoneType'
#> TypeError '<' not supported between instances of 'NoneType' and 'decimal.Decimal'
#> TypeError unhashable type: 'list'
#> TypeError argument of type 'decimal.Decimal' is not iterable
#> TypeError sequence item 0: expected str instance, decimal.Decimal found
#> 1
#> 1.0
#> TypeError object of type 'decimal.Decimal' has no len()
#> TypeError 'decimal.Decimal' object is not subscriptable
#> TypeError 'decimal.Decimal' object is not callable
#> -1
#> TypeError can't multiply sequence by non-int of type 'decimal.Decimal'
#> TypeError string indices must be integers, not 'decimal.Decimal'
#> TypeError list indices must be integers or slices, not decimal.Decimal
#> 1
#> 1.000000
#> TypeError startswith first arg must be str or a tuple of str, not decimal.Decimal
#> TypeError expected string or bytes-like object, got 'decimal.Decimal'
#> TypeError unsupported type for timedelta days component: decimal.Decimal
#> 1
#> 1
#> TypeError 'decimal.Decimal' object is not an iterator
#> TypeError Value after * must be an iterable, not decimal.Decimal
#> TypeError 'decimal.Decimal' object is not a mapping
#> False
#> TypeError ord() expected string of length 1, but decimal.Decimal found
#> TypeError can't concat decimal.Decimal to bytes
#> AttributeError type object 'decimal.Decimal' has no attribute 'nothing_here'
#> Fraction
#> AttributeError 'Fraction' object has no attribute 'nothing_here'
#> TypeError can only concatenate str (not "Fraction") to str
#> TypeError can only concatenate list (not "Fraction") to list
#> TypeError unsupported operand type(s) for +: 'NoneType' and 'Fraction'
#> TypeError unsupported operand type(s) for -: 'Fraction' and 'NoneType'
#> TypeError '<' not supported between instances of 'NoneType' and 'Fraction'
#> TypeError unhashable type: 'list'
#> TypeError argument of type 'Fraction' is not iterable
#> TypeError sequence item 0: expected str instance, Fraction found
#> 1
#> 1.0
#> TypeError object of type 'Fraction' has no len()
#> TypeError 'Fraction' object is not subscriptable
#> TypeError 'Fraction' object is not callable
#> -1
#> TypeError can't multiply sequence by non-int of type 'Fraction'
#> TypeError string indices must be integers, not 'Fraction'
#> TypeError list indices must be integers or slices, not Fraction
#> 1
#> 1.000000
#> TypeError startswith first arg must be str or a tuple of str, not Fraction
#> TypeError expected string or bytes-like object, got 'Fraction'
#> TypeError unsupported type for timedelta days component: Fraction
#> 1
#> 1
#> TypeError 'Fraction' object is not an iterator
#> TypeError Value after * must be an iterable, not Fraction
#> TypeError 'Fraction' object is not a mapping
#> False
#> TypeError ord() expected string of length 1, but Fraction found
#> TypeError can't concat Fraction to bytes
#> AttributeError type object 'Fraction' has no attribute 'nothing_here'
#> IPv4Address
#> AttributeError 'IPv4Address' object has no attribute 'nothing_here'
#> TypeError can only concatenate str (not "IPv4Address") to str
#> TypeError can only concatenate list (not "IPv4Address") to list
#> TypeError unsupported operand type(s) for +: 'NoneType' and 'IPv4Address'
#> TypeError unsupported operand type(s) for -: 'IPv4Address' and 'NoneType'
#> TypeError '<' not supported between instances of 'NoneType' and 'IPv4Address'
#> TypeError unhashable type: 'list'
#> TypeError argument of type 'IPv4Address' is not iterable
#> TypeError sequence item 0: expected str instance, IPv4Address found
#> 16843009
#> TypeError float() argument must be a string or a real number, not 'IPv4Address'
#> TypeError object of type 'IPv4Address' has no len()
#> TypeError 'IPv4Address' object is not subscriptable
#> TypeError 'IPv4Address' object is not callable
#> TypeError bad operand type for unary -: 'IPv4Address'
#> TypeError can't multiply sequence by non-int of type 'IPv4Address'
#> TypeError string indices must be integers, not 'IPv4Address'
#> TypeError list indices must be integers or slices, not IPv4Address
#> 16843009
#> TypeError must be real number, not IPv4Address
#> TypeError startswith first arg must be str or a tuple of str, not IPv4Address
#> TypeError expected string or bytes-like object, got 'IPv4Address'
#> TypeError unsupported type for timedelta days component: IPv4Address
#> TypeError bad operand type for abs(): 'IPv4Address'
#> TypeError type IPv4Address doesn't define __round__ method
#> TypeError 'IPv4Address' object is not an iterator
#> TypeError Value after * must be an iterable, not IPv4Address
#> TypeError 'IPv4Address' object is not a mapping
#> False
#> TypeError ord() expected string of length 1, but IPv4Address found
#> TypeError can't concat IPv4Address to bytes
#> AttributeError type object 'IPv4Address' has no attribute 'nothing_here'
---
import datetime
import json
import collections
import re
from decimal import Decimal

def show(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)

class Mine(datetime.date):
    pass

class Decimal(Decimal):
    pass

class deque:
    pass

# Of a class that is derived from one, the name is its own.
for value in [Mine(2024, 1, 2), Decimal(1), deque()]:
    show(lambda: "a" + value)
    show(lambda: value.nothing_here)
    show(lambda: None + value)
# What is written in Python says __name__.
for value in [datetime.date(2024, 1, 2), re.compile("a"), collections.deque()]:
    show(lambda: json.dumps(value))
    show(lambda: json.dumps({value: 1}) if not isinstance(value, collections.deque) else None)
    show(lambda: json.loads(value))
show(lambda: re.Match())
show(lambda: re.Pattern())
show(lambda: datetime.datetime.combine(1, 2))
show(lambda: datetime.datetime.combine(datetime.timedelta(1), 2))
show(lambda: datetime.datetime.combine(datetime.date(2024, 1, 2), datetime.timedelta(1)))
show(lambda: datetime.datetime.strptime(datetime.date(2024, 1, 2), "%Y"))
show(lambda: datetime.datetime.strptime("2024", datetime.date(2024, 1, 2)))
show(lambda: datetime.datetime(2024, 1, datetime.timedelta(1)))
show(lambda: datetime.datetime.fromtimestamp(datetime.timedelta(1)))
show(lambda: datetime.datetime.fromisoformat(datetime.date(2024, 1, 2)))
show(lambda: datetime.datetime(2024, 1, 1) < datetime.date(2024, 1, 2))
show(lambda: datetime.datetime(2024, 1, 1) - datetime.date(2024, 1, 2))
show(lambda: datetime.datetime(2024, 1, 1) + datetime.datetime(2024, 1, 1))
show(lambda: datetime.datetime(2024, 1, 1) - 5)
show(lambda: datetime.timedelta(1) * None)
show(lambda: datetime.timedelta(1) / datetime.datetime(2024, 1, 1))
show(lambda: datetime.datetime(2024, 1, 1) > "2024-01-01")
show(lambda: sorted([datetime.datetime(2024, 1, 1), None]))
show(lambda: max(datetime.datetime(2024, 1, 1), "a"))
#> TypeError can only concatenate str (not "Mine") to str
#> AttributeError 'Mine' object has no attribute 'nothing_here'
#> TypeError unsupported operand type(s) for +: 'NoneType' and 'Mine'
#> TypeError can only concatenate str (not "Decimal") to str
#> AttributeError 'Decimal' object has no attribute 'nothing_here'
#> TypeError unsupported operand type(s) for +: 'NoneType' and 'Decimal'
#> TypeError can only concatenate str (not "deque") to str
#> AttributeError 'deque' object has no attribute 'nothing_here'
#> TypeError unsupported operand type(s) for +: 'NoneType' and 'deque'
#> TypeError Object of type date is not JSON serializable
#> TypeError keys must be str, int, float, bool or None, not datetime.date
#> TypeError the JSON object must be str, bytes or bytearray, not date
#> TypeError Object of type Pattern is not JSON serializable
#> TypeError keys must be str, int, float, bool or None, not re.Pattern
#> TypeError the JSON object must be str, bytes or bytearray, not Pattern
#> TypeError Object of type deque is not JSON serializable
#> None
#> TypeError the JSON object must be str, bytes or bytearray, not deque
#> TypeError cannot create 're.Match' instances
#> TypeError cannot create 're.Pattern' instances
#> TypeError combine() argument 1 must be datetime.date, not int
#> TypeError combine() argument 1 must be datetime.date, not datetime.timedelta
#> TypeError combine() argument 2 must be datetime.time, not datetime.timedelta
#> TypeError strptime() argument 1 must be str, not datetime.date
#> TypeError strptime() argument 2 must be str, not datetime.date
#> TypeError 'datetime.timedelta' object cannot be interpreted as an integer
#> TypeError 'datetime.timedelta' object cannot be interpreted as an integer
#> TypeError fromisoformat: argument must be str
#> TypeError can't compare datetime.datetime to datetime.date
#> TypeError unsupported operand type(s) for -: 'datetime.datetime' and 'datetime.date'
#> TypeError unsupported operand type(s) for +: 'datetime.datetime' and 'datetime.datetime'
#> TypeError unsupported operand type(s) for -: 'datetime.datetime' and 'int'
#> TypeError unsupported operand type(s) for *: 'datetime.timedelta' and 'NoneType'
#> TypeError unsupported operand type(s) for /: 'datetime.timedelta' and 'datetime.datetime'
#> TypeError '>' not supported between instances of 'datetime.datetime' and 'str'
#> TypeError '<' not supported between instances of 'NoneType' and 'datetime.datetime'
#> TypeError '>' not supported between instances of 'str' and 'datetime.datetime'
---
# Classes derived from builtins are named by their own name, whatever they keep inside.
from collections import Counter

def show(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)

class Words(str):
    pass

class Row(dict):
    pass

class Rows(list):
    pass

class Pair(tuple):
    pass

class Number(int):
    pass

class Names(set):
    pass

for value in [Words("a"), Row(a=1), Rows([1]), Pair((1, 2)), Number(3), Names({1})]:
    for other in [None, 1, "a", [1], (1,), {"a": 1}, {1}, 1.5, b"a", value]:
        for action in [
            lambda: value + other, lambda: other + value, lambda: value - other, lambda: other * value,
            lambda: value < other, lambda: other >= value, lambda: value | other, lambda: other & value,
            lambda: value % other if not isinstance(value, str) else None, lambda: value // other, lambda: other ** value,
        ]:
            show(action)
    show(lambda: -value)
    show(lambda: ~value)
    show(lambda: int(value))
    show(lambda: next(value))
    show(lambda: [*value])
    show(lambda: hash(value) is None)
    show(lambda: {value: 1})
    show(lambda: value())
    show(lambda: value.nothing)
    show(lambda: ",".join([value]))
    show(lambda: "%d" % value if not isinstance(value, (tuple, dict)) else None)
    show(lambda: sorted([value, None]))
    show(lambda: max(value, 2.5))
    copy = value
    try:
        copy += None
    except TypeError as error:
        print(error)
counts = Counter(a=2, b=-3, c=0)
print(+counts, -counts, +Counter(), -Counter("aab"))
#> TypeError can only concatenate str (not "NoneType") to str
#> TypeError unsupported operand type(s) for +: 'NoneType' and 'Words'
#> TypeError unsupported operand type(s) for -: 'Words' and 'NoneType'
#> TypeError can't multiply sequence by non-int of type 'NoneType'
#> TypeError '<' not supported between instances of 'Words' and 'NoneType'
#> TypeError '>=' not supported between instances of 'NoneType' and 'Words'
#> TypeError unsupported operand type(s) for |: 'Words' and 'NoneType'
#> TypeError unsupported operand type(s) for &: 'NoneType' and 'Words'
#> None
#> TypeError unsupported operand type(s) for //: 'Words' and 'NoneType'
#> TypeError unsupported operand type(s) for ** or pow(): 'NoneType' and 'Words'
#> TypeError can only concatenate str (not "int") to str
#> TypeError unsupported operand type(s) for +: 'int' and 'Words'
#> TypeError unsupported operand type(s) for -: 'Words' and 'int'
#> a
#> TypeError '<' not supported between instances of 'Words' and 'int'
#> TypeError '>=' not supported between instances of 'int' and 'Words'
#> TypeError unsupported operand type(s) for |: 'Words' and 'int'
#> TypeError unsupported operand type(s) for &: 'int' and 'Words'
#> None
#> TypeError unsupported operand type(s) for //: 'Words' and 'int'
#> TypeError unsupported operand type(s) for ** or pow(): 'int' and 'Words'
#> aa
#> aa
#> TypeError unsupported operand type(s) for -: 'Words' and 'str'
#> TypeError can't multiply sequence by non-int of type 'Words'
#> False
#> True
#> TypeError unsupported operand type(s) for |: 'Words' and 'str'
#> TypeError unsupported operand type(s) for &: 'str' and 'Words'
#> None
#> TypeError unsupported operand type(s) for //: 'Words' and 'str'
#> TypeError unsupported operand type(s) for ** or pow(): 'str' and 'Words'
#> TypeError can only concatenate str (not "list") to str
#> TypeError can only concatenate list (not "Words") to list
#> TypeError unsupported operand type(s) for -: 'Words' and 'list'
#> TypeError can't multiply sequence by non-int of type 'Words'
#> TypeError '<' not supported between instances of 'Words' and 'list'
#> TypeError '>=' not supported between instances of 'list' and 'Words'
#> TypeError unsupported operand type(s) for |: 'Words' and 'list'
#> TypeError unsupported operand type(s) for &: 'list' and 'Words'
#> None
#> TypeError unsupported operand type(s) for //: 'Words' and 'list'
#> TypeError unsupported operand type(s) for ** or pow(): 'list' and 'Words'
#> TypeError can only concatenate str (not "tuple") to str
#> TypeError can only concatenate tuple (not "Words") to tuple
#> TypeError unsupported operand type(s) for -: 'Words' and 'tuple'
#> TypeError can't multiply sequence by non-int of type 'Words'
#> TypeError '<' not supported between instances of 'Words' and 'tuple'
#> TypeError '>=' not supported between instances of 'tuple' and 'Words'
#> TypeError unsupported operand type(s) for |: 'Words' and 'tuple'
#> TypeError unsupported operand type(s) for &: 'tuple' and 'Words'
#> None
#> TypeError unsupported operand type(s) for //: 'Words' and 'tuple'
#> TypeError unsupported operand type(s) for ** or pow(): 'tuple' and 'Words'
#> TypeError can only concatenate str (not "dict") to str
#> TypeError unsupported operand type(s) for +: 'dict' and 'Words'
#> TypeError unsupported operand type(s) for -: 'Words' and 'dict'
#> TypeError can't multiply sequence by non-int of type 'dict'
#> TypeError '<' not supported between instances of 'Words' and 'dict'
#> TypeError '>=' not supported between instances of 'dict' and 'Words'
#> TypeError unsupported operand type(s) for |: 'Words' and 'dict'
#> TypeError unsupported operand type(s) for &: 'dict' and 'Words'
#> None
#> TypeError unsupported operand type(s) for //: 'Words' and 'dict'
#> TypeError unsupported operand type(s) for ** or pow(): 'dict' and 'Words'
#> TypeError can only concatenate str (not "set") to str
#> TypeError unsupported operand type(s) for +: 'set' and 'Words'
#> TypeError unsupported operand type(s) for -: 'Words' and 'set'
#> TypeError can't multiply sequence by non-int of type 'set'
#> TypeError '<' not supported between instances of 'Words' and 'set'
#> TypeError '>=' not supported between instances of 'set' and 'Words'
#> TypeError unsupported operand type(s) for |: 'Words' and 'set'
#> TypeError unsupported operand type(s) for &: 'set' and 'Words'
#> None
#> TypeError unsupported operand type(s) for //: 'Words' and 'set'
#> TypeError unsupported operand type(s) for ** or pow(): 'set' and 'Words'
#> TypeError can only concatenate str (not "float") to str
#> TypeError unsupported operand type(s) for +: 'float' and 'Words'
#> TypeError unsupported operand type(s) for -: 'Words' and 'float'
#> TypeError can't multiply sequence by non-int of type 'float'
#> TypeError '<' not supported between instances of 'Words' and 'float'
#> TypeError '>=' not supported between instances of 'float' and 'Words'
#> TypeError unsupported operand type(s) for |: 'Words' and 'float'
#> TypeError unsupported operand type(s) for &: 'float' and 'Words'
#> None
#> TypeError unsupported operand type(s) for //: 'Words' and 'float'
#> TypeError unsupported operand type(s) for ** or pow(): 'float' and 'Words'
#> TypeError can only concatenate str (not "bytes") to str
#> TypeError can't concat Words to bytes
#> TypeError unsupported operand type(s) for -: 'Words' and 'bytes'
#> TypeError can't multiply sequence by non-int of type 'Words'
#> TypeError '<' not supported between instances of 'Words' and 'bytes'
#> TypeError '>=' not supported between instances of 'bytes' and 'Words'
#> TypeError unsupported operand type(s) for |: 'Words' and 'bytes'
#> TypeError unsupported operand type(s) for &: 'bytes' and 'Words'
#> None
#> TypeError unsupported operand type(s) for //: 'Words' and 'bytes'
#> TypeError unsupported operand type(s) for ** or pow(): 'bytes' and 'Words'
#> aa
#> aa
#> TypeError unsupported operand type(s) for -: 'Words' and 'Words'
#> TypeError can't multiply sequence by non-int of type 'Words'
#> False
#> True
#> TypeError unsupported operand type(s) for |: 'Words' and 'Words'
#> TypeError unsupported operand type(s) for &: 'Words' and 'Words'
#> None
#> TypeError unsupported operand type(s) for //: 'Words' and 'Words'
#> TypeError unsupported operand type(s) for ** or pow(): 'Words' and 'Words'
#> TypeError bad operand type for unary -: 'Words'
#> TypeError bad operand type for unary ~: 'Words'
#> ValueError invalid literal for int() with base 10: 'a'
#> TypeError 'Words' object is not an iterator
#> ['a']
#> False
#> {'a': 1}
#> TypeError 'Words' object is not callable
#> AttributeError 'Words' object has no attribute 'nothing'
#> a
#> TypeError %d format: a real number is required, not Words
#> TypeError '<' not supported between instances of 'NoneType' and 'Words'
#> TypeError '>' not supported between instances of 'float' and 'Words'
#> can only concatenate str (not "NoneType") to str
#> TypeError unsupported operand type(s) for +: 'Row' and 'NoneType'
#> TypeError unsupported operand type(s) for +: 'NoneType' and 'Row'
#> TypeError unsupported operand type(s) for -: 'Row' and 'NoneType'
#> TypeError unsupported operand type(s) for *: 'NoneType' and 'Row'
#> TypeError '<' not supported between instances of 'Row' and 'NoneType'
#> TypeError '>=' not supported between instances of 'NoneType' and 'Row'
#> TypeError unsupported operand type(s) for |: 'Row' and 'NoneType'
#> TypeError unsupported operand type(s) for &: 'NoneType' and 'Row'
#> TypeError unsupported operand type(s) for %: 'Row' and 'NoneType'
#> TypeError unsupported operand type(s) for //: 'Row' and 'NoneType'
#> TypeError unsupported operand type(s) for ** or pow(): 'NoneType' and 'Row'
#> TypeError unsupported operand type(s) for +: 'Row' and 'int'
#> TypeError unsupported operand type(s) for +: 'int' and 'Row'
#> TypeError unsupported operand type(s) for -: 'Row' and 'int'
#> TypeError unsupported operand type(s) for *: 'int' and 'Row'
#> TypeError '<' not supported between instances of 'Row' and 'int'
#> TypeError '>=' not supported between instances of 'int' and 'Row'
#> TypeError unsupported operand type(s) for |: 'Row' and 'int'
#> TypeError unsupported operand type(s) for &: 'int' and 'Row'
#> TypeError unsupported operand type(s) for %: 'Row' and 'int'
#> TypeError unsupported operand type(s) for //: 'Row' and 'int'
#> TypeError unsupported operand type(s) for ** or pow(): 'int' and 'Row'
#> TypeError unsupported operand type(s) for +: 'Row' and 'str'
#> TypeError can only concatenate str (not "Row") to str
#> TypeError unsupported operand type(s) for -: 'Row' and 'str'
#> TypeError can't multiply sequence by non-int of type 'Row'
#> TypeError '<' not supported between instances of 'Row' and 'str'
#> TypeError '>=' not supported between instances of 'str' and 'Row'
#> TypeError unsupported operand type(s) for |: 'Row' and 'str'
#> TypeError unsupported operand type(s) for &: 'str' and 'Row'
#> TypeError unsupported operand type(s) for %: 'Row' and 'str'
#> TypeError unsupported operand type(s) for //: 'Row' and 'str'
#> TypeError unsupported operand type(s) for ** or pow(): 'str' and 'Row'
#> TypeError unsupported operand type(s) for +: 'Row' and 'list'
#> TypeError can only concatenate list (not "Row") to list
#> TypeError unsupported operand type(s) for -: 'Row' and 'list'
#> TypeError can't multiply sequence by non-int of type 'Row'
#> TypeError '<' not supported between instances of 'Row' and 'list'
#> TypeError '>=' not supported between instances of 'list' and 'Row'
#> TypeError unsupported operand type(s) for |: 'Row' and 'list'
#> TypeError unsupported operand type(s) for &: 'list' and 'Row'
#> TypeError unsupported operand type(s) for %: 'Row' and 'list'
#> TypeError unsupported operand type(s) for //: 'Row' and 'list'
#> TypeError unsupported operand type(s) for ** or pow(): 'list' and 'Row'
#> TypeError unsupported operand type(s) for +: 'Row' and 'tuple'
#> TypeError can only concatenate tuple (not "Row") to tuple
#> TypeError unsupported operand type(s) for -: 'Row' and 'tuple'
#> TypeError can't multiply sequence by non-int of type 'Row'
#> TypeError '<' not supported between instances of 'Row' and 'tuple'
#> TypeError '>=' not supported between instances of 'tuple' and 'Row'
#> TypeError unsupported operand type(s) for |: 'Row' and 'tuple'
#> TypeError unsupported operand type(s) for &: 'tuple' and 'Row'
#> TypeError unsupported operand type(s) for %: 'Row' and 'tuple'
#> TypeError unsupported operand type(s) for //: 'Row' and 'tuple'
#> TypeError unsupported operand type(s) for ** or pow(): 'tuple' and 'Row'
#> TypeError unsupported operand type(s) for +: 'Row' and 'dict'
#> TypeError unsupported operand type(s) for +: 'dict' and 'Row'
#> TypeError unsupported operand type(s) for -: 'Row' and 'dict'
#> TypeError unsupported operand type(s) for *: 'dict' and 'Row'
#> TypeError '<' not supported between instances of 'Row' and 'dict'
#> TypeError '>=' not supported between instances of 'dict' and 'Row'
#> {'a': 1}
#> TypeError unsupported operand type(s) for &: 'dict' and 'Row'
#> TypeError unsupported operand type(s) for %: 'Row' and 'dict'
#> TypeError unsupported operand type(s) for //: 'Row' and 'dict'
#> TypeError unsupported operand type(s) for ** or pow(): 'dict' and 'Row'
#> TypeError unsupported operand type(s) for +: 'Row' and 'set'
#> TypeError unsupported operand type(s) for +: 'set' and 'Row'
#> TypeError unsupported operand type(s) for -: 'Row' and 'set'
#> TypeError unsupported operand type(s) for *: 'set' and 'Row'
#> TypeError '<' not supported between instances of 'Row' and 'set'
#> TypeError '>=' not supported between instances of 'set' and 'Row'
#> TypeError unsupported operand type(s) for |: 'Row' and 'set'
#> TypeError unsupported operand type(s) for &: 'set' and 'Row'
#> TypeError unsupported operand type(s) for %: 'Row' and 'set'
#> TypeError unsupported operand type(s) for //: 'Row' and 'set'
#> TypeError unsupported operand type(s) for ** or pow(): 'set' and 'Row'
#> TypeError unsupported operand type(s) for +: 'Row' and 'float'
#> TypeError unsupported operand type(s) for +: 'float' and 'Row'
#> TypeError unsupported operand type(s) for -: 'Row' and 'float'
#> TypeError unsupported operand type(s) for *: 'float' and 'Row'
#> TypeError '<' not supported between instances of 'Row' and 'float'
#> TypeError '>=' not supported between instances of 'float' and 'Row'
#> TypeError unsupported operand type(s) for |: 'Row' and 'float'
#> TypeError unsupported operand type(s) for &: 'float' and 'Row'
#> TypeError unsupported operand type(s) for %: 'Row' and 'float'
#> TypeError unsupported operand type(s) for //: 'Row' and 'float'
#> TypeError unsupported operand type(s) for ** or pow(): 'float' and 'Row'
#> TypeError unsupported operand type(s) for +: 'Row' and 'bytes'
#> TypeError can't concat Row to bytes
#> TypeError unsupported operand type(s) for -: 'Row' and 'bytes'
#> TypeError can't multiply sequence by non-int of type 'Row'
#> TypeError '<' not supported between instances of 'Row' and 'bytes'
#> TypeError '>=' not supported between instances of 'bytes' and 'Row'
#> TypeError unsupported operand type(s) for |: 'Row' and 'bytes'
#> TypeError unsupported operand type(s) for &: 'bytes' and 'Row'
#> TypeError unsupported operand type(s) for %: 'Row' and 'bytes'
#> TypeError unsupported operand type(s) for //: 'Row' and 'bytes'
#> TypeError unsupported operand type(s) for ** or pow(): 'bytes' and 'Row'
#> TypeError unsupported operand type(s) for +: 'Row' and 'Row'
#> TypeError unsupported operand type(s) for +: 'Row' and 'Row'
#> TypeError unsupported operand type(s) for -: 'Row' and 'Row'
#> TypeError unsupported operand type(s) for *: 'Row' and 'Row'
#> TypeError '<' not supported between instances of 'Row' and 'Row'
#> TypeError '>=' not supported between instances of 'Row' and 'Row'
#> {'a': 1}
#> TypeError unsupported operand type(s) for &: 'Row' and 'Row'
#> TypeError unsupported operand type(s) for %: 'Row' and 'Row'
#> TypeError unsupported operand type(s) for //: 'Row' and 'Row'
#> TypeError unsupported operand type(s) for ** or pow(): 'Row' and 'Row'
#> TypeError bad operand type for unary -: 'Row'
#> TypeError bad operand type for unary ~: 'Row'
#> TypeError int() argument must be a string, a bytes-like object or a real number, not 'Row'
#> TypeError 'Row' object is not an iterator
#> ['a']
#> TypeError unhashable type: 'Row'
#> TypeError unhashable type: 'Row'
#> TypeError 'Row' object is not callable
#> AttributeError 'Row' object has no attribute 'nothing'
#> TypeError sequence item 0: expected str instance, Row found
#> None
#> TypeError '<' not supported between instances of 'NoneType' and 'Row'
#> TypeError '>' not supported between instances of 'float' and 'Row'
#> unsupported operand type(s) for +=: 'Row' and 'NoneType'
#> TypeError can only concatenate list (not "NoneType") to list
#> TypeError unsupported operand type(s) for +: 'NoneType' and 'Rows'
#> TypeError unsupported operand type(s) for -: 'Rows' and 'NoneType'
#> TypeError can't multiply sequence by non-int of type 'NoneType'
#> TypeError '<' not supported between instances of 'Rows' and 'NoneType'
#> TypeError '>=' not supported between instances of 'NoneType' and 'Rows'
#> TypeError unsupported operand type(s) for |: 'Rows' and 'NoneType'
#> TypeError unsupported operand type(s) for &: 'NoneType' and 'Rows'
#> TypeError unsupported operand type(s) for %: 'Rows' and 'NoneType'
#> TypeError unsupported operand type(s) for //: 'Rows' and 'NoneType'
#> TypeError unsupported operand type(s) for ** or pow(): 'NoneType' and 'Rows'
#> TypeError can only concatenate list (not "int") to list
#> TypeError unsupported operand type(s) for +: 'int' and 'Rows'
#> TypeError unsupported operand type(s) for -: 'Rows' and 'int'
#> [1]
#> TypeError '<' not supported between instances of 'Rows' and 'int'
#> TypeError '>=' not supported between instances of 'int' and 'Rows'
#> TypeError unsupported operand type(s) for |: 'Rows' and 'int'
#> TypeError unsupported operand type(s) for &: 'int' and 'Rows'
#> TypeError unsupported operand type(s) for %: 'Rows' and 'int'
#> TypeError unsupported operand type(s) for //: 'Rows' and 'int'
#> TypeError unsupported operand type(s) for ** or pow(): 'int' and 'Rows'
#> TypeError can only concatenate list (not "str") to list
#> TypeError can only concatenate str (not "Rows") to str
#> TypeError unsupported operand type(s) for -: 'Rows' and 'str'
#> TypeError can't multiply sequence by non-int of type 'Rows'
#> TypeError '<' not supported between instances of 'Rows' and 'str'
#> TypeError '>=' not supported between instances of 'str' and 'Rows'
#> TypeError unsupported operand type(s) for |: 'Rows' and 'str'
#> TypeError unsupported operand type(s) for &: 'str' and 'Rows'
#> TypeError unsupported operand type(s) for %: 'Rows' and 'str'
#> TypeError unsupported operand type(s) for //: 'Rows' and 'str'
#> TypeError unsupported operand type(s) for ** or pow(): 'str' and 'Rows'
#> [1, 1]
#> [1, 1]
#> TypeError unsupported operand type(s) for -: 'Rows' and 'list'
#> TypeError can't multiply sequence by non-int of type 'Rows'
#> False
#> True
#> TypeError unsupported operand type(s) for |: 'Rows' and 'list'
#> TypeError unsupported operand type(s) for &: 'list' and 'Rows'
#> TypeError unsupported operand type(s) for %: 'Rows' and 'list'
#> TypeError unsupported operand type(s) for //: 'Rows' and 'list'
#> TypeError unsupported operand type(s) for ** or pow(): 'list' and 'Rows'
#> TypeError can only concatenate list (not "tuple") to list
#> TypeError can only concatenate tuple (not "Rows") to tuple
#> TypeError unsupported operand type(s) for -: 'Rows' and 'tuple'
#> TypeError can't multiply sequence by non-int of type 'Rows'
#> TypeError '<' not supported between instances of 'Rows' and 'tuple'
#> TypeError '>=' not supported between instances of 'tuple' and 'Rows'
#> TypeError unsupported operand type(s) for |: 'Rows' and 'tuple'
#> TypeError unsupported operand type(s) for &: 'tuple' and 'Rows'
#> TypeError unsupported operand type(s) for %: 'Rows' and 'tuple'
#> TypeError unsupported operand type(s) for //: 'Rows' and 'tuple'
#> TypeError unsupported operand type(s) for ** or pow(): 'tuple' and 'Rows'
#> TypeError can only concatenate list (not "dict") to list
#> TypeError unsupported operand type(s) for +: 'dict' and 'Rows'
#> TypeError unsupported operand type(s) for -: 'Rows' and 'dict'
#> TypeError can't multiply sequence by non-int of type 'dict'
#> TypeError '<' not supported between instances of 'Rows' and 'dict'
#> TypeError '>=' not supported between instances of 'dict' and 'Rows'
#> TypeError unsupported operand type(s) for |: 'Rows' and 'dict'
#> TypeError unsupported operand type(s) for &: 'dict' and 'Rows'
#> TypeError unsupported operand type(s) for %: 'Rows' and 'dict'
#> TypeError unsupported operand type(s) for //: 'Rows' and 'dict'
#> TypeError unsupported operand type(s) for ** or pow(): 'dict' and 'Rows'
#> TypeError can only concatenate list (not "set") to list
#> TypeError unsupported operand type(s) for +: 'set' and 'Rows'
#> TypeError unsupported operand type(s) for -: 'Rows' and 'set'
#> TypeError can't multiply sequence by non-int of type 'set'
#> TypeError '<' not supported between instances of 'Rows' and 'set'
#> TypeError '>=' not supported between instances of 'set' and 'Rows'
#> TypeError unsupported operand type(s) for |: 'Rows' and 'set'
#> TypeError unsupported operand type(s) for &: 'set' and 'Rows'
#> TypeError unsupported operand type(s) for %: 'Rows' and 'set'
#> TypeError unsupported operand type(s) for //: 'Rows' and 'set'
#> TypeError unsupported operand type(s) for ** or pow(): 'set' and 'Rows'
#> TypeError can only concatenate list (not "float") to list
#> TypeError unsupported operand type(s) for +: 'float' and 'Rows'
#> TypeError unsupported operand type(s) for -: 'Rows' and 'float'
#> TypeError can't multiply sequence by non-int of type 'float'
#> TypeError '<' not supported between instances of 'Rows' and 'float'
#> TypeError '>=' not supported between instances of 'float' and 'Rows'
#> TypeError unsupported operand type(s) for |: 'Rows' and 'float'
#> TypeError unsupported operand type(s) for &: 'float' and 'Rows'
#> TypeError unsupported operand type(s) for %: 'Rows' and 'float'
#> TypeError unsupported operand type(s) for //: 'Rows' and 'float'
#> TypeError unsupported operand type(s) for ** or pow(): 'float' and 'Rows'
#> TypeError can only concatenate list (not "bytes") to list
#> TypeError can't concat Rows to bytes
#> TypeError unsupported operand type(s) for -: 'Rows' and 'bytes'
#> TypeError can't multiply sequence by non-int of type 'Rows'
#> TypeError '<' not supported between instances of 'Rows' and 'bytes'
#> TypeError '>=' not supported between instances of 'bytes' and 'Rows'
#> TypeError unsupported operand type(s) for |: 'Rows' and 'bytes'
#> TypeError unsupported operand type(s) for &: 'bytes' and 'Rows'
#> TypeError unsupported operand type(s) for %: 'Rows' and 'bytes'
#> TypeError unsupported operand type(s) for //: 'Rows' and 'bytes'
#> TypeError unsupported operand type(s) for ** or pow(): 'bytes' and 'Rows'
#> [1, 1]
#> [1, 1]
#> TypeError unsupported operand type(s) for -: 'Rows' and 'Rows'
#> TypeError can't multiply sequence by non-int of type 'Rows'
#> False
#> True
#> TypeError unsupported operand type(s) for |: 'Rows' and 'Rows'
#> TypeError unsupported operand type(s) for &: 'Rows' and 'Rows'
#> TypeError unsupported operand type(s) for %: 'Rows' and 'Rows'
#> TypeError unsupported operand type(s) for //: 'Rows' and 'Rows'
#> TypeError unsupported operand type(s) for ** or pow(): 'Rows' and 'Rows'
#> TypeError bad operand type for unary -: 'Rows'
#> TypeError bad operand type for unary ~: 'Rows'
#> TypeError int() argument must be a string, a bytes-like object or a real number, not 'Rows'
#> TypeError 'Rows' object is not an iterator
#> [1]
#> TypeError unhashable type: 'Rows'
#> TypeError unhashable type: 'Rows'
#> TypeError 'Rows' object is not callable
#> AttributeError 'Rows' object has no attribute 'nothing'
#> TypeError sequence item 0: expected str instance, Rows found
#> TypeError %d format: a real number is required, not Rows
#> TypeError '<' not supported between instances of 'NoneType' and 'Rows'
#> TypeError '>' not supported between instances of 'float' and 'Rows'
#> 'NoneType' object is not iterable
#> TypeError can only concatenate tuple (not "NoneType") to tuple
#> TypeError unsupported operand type(s) for +: 'NoneType' and 'Pair'
#> TypeError unsupported operand type(s) for -: 'Pair' and 'NoneType'
#> TypeError can't multiply sequence by non-int of type 'NoneType'
#> TypeError '<' not supported between instances of 'Pair' and 'NoneType'
#> TypeError '>=' not supported between instances of 'NoneType' and 'Pair'
#> TypeError unsupported operand type(s) for |: 'Pair' and 'NoneType'
#> TypeError unsupported operand type(s) for &: 'NoneType' and 'Pair'
#> TypeError unsupported operand type(s) for %: 'Pair' and 'NoneType'
#> TypeError unsupported operand type(s) for //: 'Pair' and 'NoneType'
#> TypeError unsupported operand type(s) for ** or pow(): 'NoneType' and 'Pair'
#> TypeError can only concatenate tuple (not "int") to tuple
#> TypeError unsupported operand type(s) for +: 'int' and 'Pair'
#> TypeError unsupported operand type(s) for -: 'Pair' and 'int'
#> (1, 2)
#> TypeError '<' not supported between instances of 'Pair' and 'int'
#> TypeError '>=' not supported between instances of 'int' and 'Pair'
#> TypeError unsupported operand type(s) for |: 'Pair' and 'int'
#> TypeError unsupported operand type(s) for &: 'int' and 'Pair'
#> TypeError unsupported operand type(s) for %: 'Pair' and 'int'
#> TypeError unsupported operand type(s) for //: 'Pair' and 'int'
#> TypeError unsupported operand type(s) for ** or pow(): 'int' and 'Pair'
#> TypeError can only concatenate tuple (not "str") to tuple
#> TypeError can only concatenate str (not "Pair") to str
#> TypeError unsupported operand type(s) for -: 'Pair' and 'str'
#> TypeError can't multiply sequence by non-int of type 'Pair'
#> TypeError '<' not supported between instances of 'Pair' and 'str'
#> TypeError '>=' not supported between instances of 'str' and 'Pair'
#> TypeError unsupported operand type(s) for |: 'Pair' and 'str'
#> TypeError unsupported operand type(s) for &: 'str' and 'Pair'
#> TypeError unsupported operand type(s) for %: 'Pair' and 'str'
#> TypeError unsupported operand type(s) for //: 'Pair' and 'str'
#> TypeError unsupported operand type(s) for ** or pow(): 'str' and 'Pair'
#> TypeError can only concatenate tuple (not "list") to tuple
#> TypeError can only concatenate list (not "Pair") to list
#> TypeError unsupported operand type(s) for -: 'Pair' and 'list'
#> TypeError can't multiply sequence by non-int of type 'Pair'
#> TypeError '<' not supported between instances of 'Pair' and 'list'
#> TypeError '>=' not supported between instances of 'list' and 'Pair'
#> TypeError unsupported operand type(s) for |: 'Pair' and 'list'
#> TypeError unsupported operand type(s) for &: 'list' and 'Pair'
#> TypeError unsupported operand type(s) for %: 'Pair' and 'list'
#> TypeError unsupported operand type(s) for //: 'Pair' and 'list'
#> TypeError unsupported operand type(s) for ** or pow(): 'list' and 'Pair'
#> (1, 2, 1)
#> (1, 1, 2)
#> TypeError unsupported operand type(s) for -: 'Pair' and 'tuple'
#> TypeError can't multiply sequence by non-int of type 'Pair'
#> False
#> False
#> TypeError unsupported operand type(s) for |: 'Pair' and 'tuple'
#> TypeError unsupported operand type(s) for &: 'tuple' and 'Pair'
#> TypeError unsupported operand type(s) for %: 'Pair' and 'tuple'
#> TypeError unsupported operand type(s) for //: 'Pair' and 'tuple'
#> TypeError unsupported operand type(s) for ** or pow(): 'tuple' and 'Pair'
#> TypeError can only concatenate tuple (not "dict") to tuple
#> TypeError unsupported operand type(s) for +: 'dict' and 'Pair'
#> TypeError unsupported operand type(s) for -: 'Pair' and 'dict'
#> TypeError can't multiply sequence by non-int of type 'dict'
#> TypeError '<' not supported between instances of 'Pair' and 'dict'
#> TypeError '>=' not supported between instances of 'dict' and 'Pair'
#> TypeError unsupported operand type(s) for |: 'Pair' and 'dict'
#> TypeError unsupported operand type(s) for &: 'dict' and 'Pair'
#> TypeError unsupported operand type(s) for %: 'Pair' and 'dict'
#> TypeError unsupported operand type(s) for //: 'Pair' and 'dict'
#> TypeError unsupported operand type(s) for ** or pow(): 'dict' and 'Pair'
#> TypeError can only concatenate tuple (not "set") to tuple
#> TypeError unsupported operand type(s) for +: 'set' and 'Pair'
#> TypeError unsupported operand type(s) for -: 'Pair' and 'set'
#> TypeError can't multiply sequence by non-int of type 'set'
#> TypeError '<' not supported between instances of 'Pair' and 'set'
#> TypeError '>=' not supported between instances of 'set' and 'Pair'
#> TypeError unsupported operand type(s) for |: 'Pair' and 'set'
#> TypeError unsupported operand type(s) for &: 'set' and 'Pair'
#> TypeError unsupported operand type(s) for %: 'Pair' and 'set'
#> TypeError unsupported operand type(s) for //: 'Pair' and 'set'
#> TypeError unsupported operand type(s) for ** or pow(): 'set' and 'Pair'
#> TypeError can only concatenate tuple (not "float") to tuple
#> TypeError unsupported operand type(s) for +: 'float' and 'Pair'
#> TypeError unsupported operand type(s) for -: 'Pair' and 'float'
#> TypeError can't multiply sequence by non-int of type 'float'
#> TypeError '<' not supported between instances of 'Pair' and 'float'
#> TypeError '>=' not supported between instances of 'float' and 'Pair'
#> TypeError unsupported operand type(s) for |: 'Pair' and 'float'
#> TypeError unsupported operand type(s) for &: 'float' and 'Pair'
#> TypeError unsupported operand type(s) for %: 'Pair' and 'float'
#> TypeError unsupported operand type(s) for //: 'Pair' and 'float'
#> TypeError unsupported operand type(s) for ** or pow(): 'float' and 'Pair'
#> TypeError can only concatenate tuple (not "bytes") to tuple
#> TypeError can't concat Pair to bytes
#> TypeError unsupported operand type(s) for -: 'Pair' and 'bytes'
#> TypeError can't multiply sequence by non-int of type 'Pair'
#> TypeError '<' not supported between instances of 'Pair' and 'bytes'
#> TypeError '>=' not supported between instances of 'bytes' and 'Pair'
#> TypeError unsupported operand type(s) for |: 'Pair' and 'bytes'
#> TypeError unsupported operand type(s) for &: 'bytes' and 'Pair'
#> TypeError unsupported operand type(s) for %: 'Pair' and 'bytes'
#> TypeError unsupported operand type(s) for //: 'Pair' and 'bytes'
#> TypeError unsupported operand type(s) for ** or pow(): 'bytes' and 'Pair'
#> (1, 2, 1, 2)
#> (1, 2, 1, 2)
#> TypeError unsupported operand type(s) for -: 'Pair' and 'Pair'
#> TypeError can't multiply sequence by non-int of type 'Pair'
#> False
#> True
#> TypeError unsupported operand type(s) for |: 'Pair' and 'Pair'
#> TypeError unsupported operand type(s) for &: 'Pair' and 'Pair'
#> TypeError unsupported operand type(s) for %: 'Pair' and 'Pair'
#> TypeError unsupported operand type(s) for //: 'Pair' and 'Pair'
#> TypeError unsupported operand type(s) for ** or pow(): 'Pair' and 'Pair'
#> TypeError bad operand type for unary -: 'Pair'
#> TypeError bad operand type for unary ~: 'Pair'
#> TypeError int() argument must be a string, a bytes-like object or a real number, not 'Pair'
#> TypeError 'Pair' object is not an iterator
#> [1, 2]
#> False
#> {(1, 2): 1}
#> TypeError 'Pair' object is not callable
#> AttributeError 'Pair' object has no attribute 'nothing'
#> TypeError sequence item 0: expected str instance, Pair found
#> None
#> TypeError '<' not supported between instances of 'NoneType' and 'Pair'
#> TypeError '>' not supported between instances of 'float' and 'Pair'
#> can only concatenate tuple (not "NoneType") to tuple
#> TypeError unsupported operand type(s) for +: 'Number' and 'NoneType'
#> TypeError unsupported operand type(s) for +: 'NoneType' and 'Number'
#> TypeError unsupported operand type(s) for -: 'Number' and 'NoneType'
#> TypeError unsupported operand type(s) for *: 'NoneType' and 'Number'
#> TypeError '<' not supported between instances of 'Number' and 'NoneType'
#> TypeError '>=' not supported between instances of 'NoneType' and 'Number'
#> TypeError unsupported operand type(s) for |: 'Number' and 'NoneType'
#> TypeError unsupported operand type(s) for &: 'NoneType' and 'Number'
#> TypeError unsupported operand type(s) for %: 'Number' and 'NoneType'
#> TypeError unsupported operand type(s) for //: 'Number' and 'NoneType'
#> TypeError unsupported operand type(s) for ** or pow(): 'NoneType' and 'Number'
#> 4
#> 4
#> 2
#> 3
#> False
#> False
#> 3
#> 1
#> 0
#> 3
#> 1
#> TypeError unsupported operand type(s) for +: 'Number' and 'str'
#> TypeError can only concatenate str (not "Number") to str
#> TypeError unsupported operand type(s) for -: 'Number' and 'str'
#> aaa
#> TypeError '<' not supported between instances of 'Number' and 'str'
#> TypeError '>=' not supported between instances of 'str' and 'Number'
#> TypeError unsupported operand type(s) for |: 'Number' and 'str'
#> TypeError unsupported operand type(s) for &: 'str' and 'Number'
#> TypeError unsupported operand type(s) for %: 'Number' and 'str'
#> TypeError unsupported operand type(s) for //: 'Number' and 'str'
#> TypeError unsupported operand type(s) for ** or pow(): 'str' and 'Number'
#> TypeError unsupported operand type(s) for +: 'Number' and 'list'
#> TypeError can only concatenate list (not "Number") to list
#> TypeError unsupported operand type(s) for -: 'Number' and 'list'
#> [1, 1, 1]
#> TypeError '<' not supported between instances of 'Number' and 'list'
#> TypeError '>=' not supported between instances of 'list' and 'Number'
#> TypeError unsupported operand type(s) for |: 'Number' and 'list'
#> TypeError unsupported operand type(s) for &: 'list' and 'Number'
#> TypeError unsupported operand type(s) for %: 'Number' and 'list'
#> TypeError unsupported operand type(s) for //: 'Number' and 'list'
#> TypeError unsupported operand type(s) for ** or pow(): 'list' and 'Number'
#> TypeError unsupported operand type(s) for +: 'Number' and 'tuple'
#> TypeError can only concatenate tuple (not "Number") to tuple
#> TypeError unsupported operand type(s) for -: 'Number' and 'tuple'
#> (1, 1, 1)
#> TypeError '<' not supported between instances of 'Number' and 'tuple'
#> TypeError '>=' not supported between instances of 'tuple' and 'Number'
#> TypeError unsupported operand type(s) for |: 'Number' and 'tuple'
#> TypeError unsupported operand type(s) for &: 'tuple' and 'Number'
#> TypeError unsupported operand type(s) for %: 'Number' and 'tuple'
#> TypeError unsupported operand type(s) for //: 'Number' and 'tuple'
#> TypeError unsupported operand type(s) for ** or pow(): 'tuple' and 'Number'
#> TypeError unsupported operand type(s) for +: 'Number' and 'dict'
#> TypeError unsupported operand type(s) for +: 'dict' and 'Number'
#> TypeError unsupported operand type(s) for -: 'Number' and 'dict'
#> TypeError unsupported operand type(s) for *: 'dict' and 'Number'
#> TypeError '<' not supported between instances of 'Number' and 'dict'
#> TypeError '>=' not supported between instances of 'dict' and 'Number'
#> TypeError unsupported operand type(s) for |: 'Number' and 'dict'
#> TypeError unsupported operand type(s) for &: 'dict' and 'Number'
#> TypeError unsupported operand type(s) for %: 'Number' and 'dict'
#> TypeError unsupported operand type(s) for //: 'Number' and 'dict'
#> TypeError unsupported operand type(s) for ** or pow(): 'dict' and 'Number'
#> TypeError unsupported operand type(s) for +: 'Number' and 'set'
#> TypeError unsupported operand type(s) for +: 'set' and 'Number'
#> TypeError unsupported operand type(s) for -: 'Number' and 'set'
#> TypeError unsupported operand type(s) for *: 'set' and 'Number'
#> TypeError '<' not supported between instances of 'Number' and 'set'
#> TypeError '>=' not supported between instances of 'set' and 'Number'
#> TypeError unsupported operand type(s) for |: 'Number' and 'set'
#> TypeError unsupported operand type(s) for &: 'set' and 'Number'
#> TypeError unsupported operand type(s) for %: 'Number' and 'set'
#> TypeError unsupported operand type(s) for //: 'Number' and 'set'
#> TypeError unsupported operand type(s) for ** or pow(): 'set' and 'Number'
#> 4.5
#> 4.5
#> 1.5
#> 4.5
#> False
#> False
#> TypeError unsupported operand type(s) for |: 'Number' and 'float'
#> TypeError unsupported operand type(s) for &: 'float' and 'Number'
#> 0.0
#> 2.0
#> 3.375
#> TypeError unsupported operand type(s) for +: 'Number' and 'bytes'
#> TypeError can't concat Number to bytes
#> TypeError unsupported operand type(s) for -: 'Number' and 'bytes'
#> b'aaa'
#> TypeError '<' not supported between instances of 'Number' and 'bytes'
#> TypeError '>=' not supported between instances of 'bytes' and 'Number'
#> TypeError unsupported operand type(s) for |: 'Number' and 'bytes'
#> TypeError unsupported operand type(s) for &: 'bytes' and 'Number'
#> TypeError unsupported operand type(s) for %: 'Number' and 'bytes'
#> TypeError unsupported operand type(s) for //: 'Number' and 'bytes'
#> TypeError unsupported operand type(s) for ** or pow(): 'bytes' and 'Number'
#> 6
#> 6
#> 0
#> 9
#> False
#> True
#> 3
#> 3
#> 0
#> 1
#> 27
#> -3
#> -4
#> 3
#> TypeError 'Number' object is not an iterator
#> TypeError Value after * must be an iterable, not Number
#> False
#> {3: 1}
#> TypeError 'Number' object is not callable
#> AttributeError 'Number' object has no attribute 'nothing'
#> TypeError sequence item 0: expected str instance, Number found
#> 3
#> TypeError '<' not supported between instances of 'NoneType' and 'Number'
#> 3
#> unsupported operand type(s) for +=: 'Number' and 'NoneType'
#> TypeError unsupported operand type(s) for +: 'Names' and 'NoneType'
#> TypeError unsupported operand type(s) for +: 'NoneType' and 'Names'
#> TypeError unsupported operand type(s) for -: 'Names' and 'NoneType'
#> TypeError unsupported operand type(s) for *: 'NoneType' and 'Names'
#> TypeError '<' not supported between instances of 'Names' and 'NoneType'
#> TypeError '>=' not supported between instances of 'NoneType' and 'Names'
#> TypeError unsupported operand type(s) for |: 'Names' and 'NoneType'
#> TypeError unsupported operand type(s) for &: 'NoneType' and 'Names'
#> TypeError unsupported operand type(s) for %: 'Names' and 'NoneType'
#> TypeError unsupported operand type(s) for //: 'Names' and 'NoneType'
#> TypeError unsupported operand type(s) for ** or pow(): 'NoneType' and 'Names'
#> TypeError unsupported operand type(s) for +: 'Names' and 'int'
#> TypeError unsupported operand type(s) for +: 'int' and 'Names'
#> TypeError unsupported operand type(s) for -: 'Names' and 'int'
#> TypeError unsupported operand type(s) for *: 'int' and 'Names'
#> TypeError '<' not supported between instances of 'Names' and 'int'
#> TypeError '>=' not supported between instances of 'int' and 'Names'
#> TypeError unsupported operand type(s) for |: 'Names' and 'int'
#> TypeError unsupported operand type(s) for &: 'int' and 'Names'
#> TypeError unsupported operand type(s) for %: 'Names' and 'int'
#> TypeError unsupported operand type(s) for //: 'Names' and 'int'
#> TypeError unsupported operand type(s) for ** or pow(): 'int' and 'Names'
#> TypeError unsupported operand type(s) for +: 'Names' and 'str'
#> TypeError can only concatenate str (not "Names") to str
#> TypeError unsupported operand type(s) for -: 'Names' and 'str'
#> TypeError can't multiply sequence by non-int of type 'Names'
#> TypeError '<' not supported between instances of 'Names' and 'str'
#> TypeError '>=' not supported between instances of 'str' and 'Names'
#> TypeError unsupported operand type(s) for |: 'Names' and 'str'
#> TypeError unsupported operand type(s) for &: 'str' and 'Names'
#> TypeError unsupported operand type(s) for %: 'Names' and 'str'
#> TypeError unsupported operand type(s) for //: 'Names' and 'str'
#> TypeError unsupported operand type(s) for ** or pow(): 'str' and 'Names'
#> TypeError unsupported operand type(s) for +: 'Names' and 'list'
#> TypeError can only concatenate list (not "Names") to list
#> TypeError unsupported operand type(s) for -: 'Names' and 'list'
#> TypeError can't multiply sequence by non-int of type 'Names'
#> TypeError '<' not supported between instances of 'Names' and 'list'
#> TypeError '>=' not supported between instances of 'list' and 'Names'
#> TypeError unsupported operand type(s) for |: 'Names' and 'list'
#> TypeError unsupported operand type(s) for &: 'list' and 'Names'
#> TypeError unsupported operand type(s) for %: 'Names' and 'list'
#> TypeError unsupported operand type(s) for //: 'Names' and 'list'
#> TypeError unsupported operand type(s) for ** or pow(): 'list' and 'Names'
#> TypeError unsupported operand type(s) for +: 'Names' and 'tuple'
#> TypeError can only concatenate tuple (not "Names") to tuple
#> TypeError unsupported operand type(s) for -: 'Names' and 'tuple'
#> TypeError can't multiply sequence by non-int of type 'Names'
#> TypeError '<' not supported between instances of 'Names' and 'tuple'
#> TypeError '>=' not supported between instances of 'tuple' and 'Names'
#> TypeError unsupported operand type(s) for |: 'Names' and 'tuple'
#> TypeError unsupported operand type(s) for &: 'tuple' and 'Names'
#> TypeError unsupported operand type(s) for %: 'Names' and 'tuple'
#> TypeError unsupported operand type(s) for //: 'Names' and 'tuple'
#> TypeError unsupported operand type(s) for ** or pow(): 'tuple' and 'Names'
#> TypeError unsupported operand type(s) for +: 'Names' and 'dict'
#> TypeError unsupported operand type(s) for +: 'dict' and 'Names'
#> TypeError unsupported operand type(s) for -: 'Names' and 'dict'
#> TypeError unsupported operand type(s) for *: 'dict' and 'Names'
#> TypeError '<' not supported between instances of 'Names' and 'dict'
#> TypeError '>=' not supported between instances of 'dict' and 'Names'
#> TypeError unsupported operand type(s) for |: 'Names' and 'dict'
#> TypeError unsupported operand type(s) for &: 'dict' and 'Names'
#> TypeError unsupported operand type(s) for %: 'Names' and 'dict'
#> TypeError unsupported operand type(s) for //: 'Names' and 'dict'
#> TypeError unsupported operand type(s) for ** or pow(): 'dict' and 'Names'
#> TypeError unsupported operand type(s) for +: 'Names' and 'set'
#> TypeError unsupported operand type(s) for +: 'set' and 'Names'
#> set()
#> TypeError unsupported operand type(s) for *: 'set' and 'Names'
#> False
#> True
#> {1}
#> {1}
#> TypeError unsupported operand type(s) for %: 'Names' and 'set'
#> TypeError unsupported operand type(s) for //: 'Names' and 'set'
#> TypeError unsupported operand type(s) for ** or pow(): 'set' and 'Names'
#> TypeError unsupported operand type(s) for +: 'Names' and 'float'
#> TypeError unsupported operand type(s) for +: 'float' and 'Names'
#> TypeError unsupported operand type(s) for -: 'Names' and 'float'
#> TypeError unsupported operand type(s) for *: 'float' and 'Names'
#> TypeError '<' not supported between instances of 'Names' and 'float'
#> TypeError '>=' not supported between instances of 'float' and 'Names'
#> TypeError unsupported operand type(s) for |: 'Names' and 'float'
#> TypeError unsupported operand type(s) for &: 'float' and 'Names'
#> TypeError unsupported operand type(s) for %: 'Names' and 'float'
#> TypeError unsupported operand type(s) for //: 'Names' and 'float'
#> TypeError unsupported operand type(s) for ** or pow(): 'float' and 'Names'
#> TypeError unsupported operand type(s) for +: 'Names' and 'bytes'
#> TypeError can't concat Names to bytes
#> TypeError unsupported operand type(s) for -: 'Names' and 'bytes'
#> TypeError can't multiply sequence by non-int of type 'Names'
#> TypeError '<' not supported between instances of 'Names' and 'bytes'
#> TypeError '>=' not supported between instances of 'bytes' and 'Names'
#> TypeError unsupported operand type(s) for |: 'Names' and 'bytes'
#> TypeError unsupported operand type(s) for &: 'bytes' and 'Names'
#> TypeError unsupported operand type(s) for %: 'Names' and 'bytes'
#> TypeError unsupported operand type(s) for //: 'Names' and 'bytes'
#> TypeError unsupported operand type(s) for ** or pow(): 'bytes' and 'Names'
#> TypeError unsupported operand type(s) for +: 'Names' and 'Names'
#> TypeError unsupported operand type(s) for +: 'Names' and 'Names'
#> set()
#> TypeError unsupported operand type(s) for *: 'Names' and 'Names'
#> False
#> True
#> {1}
#> {1}
#> TypeError unsupported operand type(s) for %: 'Names' and 'Names'
#> TypeError unsupported operand type(s) for //: 'Names' and 'Names'
#> TypeError unsupported operand type(s) for ** or pow(): 'Names' and 'Names'
#> TypeError bad operand type for unary -: 'Names'
#> TypeError bad operand type for unary ~: 'Names'
#> TypeError int() argument must be a string, a bytes-like object or a real number, not 'Names'
#> TypeError 'Names' object is not an iterator
#> [1]
#> TypeError unhashable type: 'Names'
#> TypeError unhashable type: 'Names'
#> TypeError 'Names' object is not callable
#> AttributeError 'Names' object has no attribute 'nothing'
#> TypeError sequence item 0: expected str instance, Names found
#> TypeError %d format: a real number is required, not Names
#> TypeError '<' not supported between instances of 'NoneType' and 'Names'
#> TypeError '>' not supported between instances of 'float' and 'Names'
#> unsupported operand type(s) for +=: 'Names' and 'NoneType'
#> Counter({'a': 2}) Counter({'b': 3}) Counter() Counter()
