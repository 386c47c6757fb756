# Keys and elements whose methods change the container under the operation.
class Key:
    def __init__(self, name):
        self.name = name

    def __hash__(self):
        return 1

    def __eq__(self, other):
        if len(table) == 1:
            for n in range(40):
                table[n] = n
        return isinstance(other, Key) and self.name == other.name


table = {}
table[Key("a")] = 1
table[Key("a")] = 2
print(len(table), table[Key("a")], table[39], Key("b") in table)
#> 41 2 39 False
---
class Clear:
    def __hash__(self):
        return 7

    def __eq__(self, other):
        table.clear()
        return False


table = {Clear(): 1}
print(table.get(Clear()), len(table), table)
table[Clear()] = 3
print(len(table))
#> None 0 {}
#> 1
---
class Index:
    def __init__(self, items, value):
        self.items = items
        self.value = value

    def __index__(self):
        self.items.clear()
        return self.value


items = [1] * 10
print(items[0 : Index(items, 5)], items)
items = [1] * 10
try:
    items[Index(items, 5)] = 2
except IndexError as error:
    print(error, items)
items = [1] * 10
try:
    del items[Index(items, 5)]
except IndexError as error:
    print(error, items)
#> [] []
#> list assignment index out of range []
#> list assignment index out of range []
---
class Values:
    def __init__(self, items):
        self.items = items
        self.left = 3

    def __iter__(self):
        return self

    def __next__(self):
        self.items.clear()
        self.left -= 1
        if not self.left:
            raise StopIteration
        return 0


items = [1] * 10
items[5:7] = Values(items)
print(items)
items = [1] * 10
items += (items.pop() for _ in range(3))
print(items)
items = [1, 2, 3]
items.extend(items)
print(items)
items = [1, 2, 3]
items[1:1] = items
print(items)
#> [0, 0]
#> [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]
#> [1, 2, 3, 1, 2, 3]
#> [1, 1, 2, 3, 2, 3]
---
items = [3, 1, 2]
try:
    items.sort(key=lambda x: items.append(x) or x)
except ValueError as error:
    print(error, items)
try:
    [1, 2].sort(key=lambda x: 1 / 0)
except ZeroDivisionError as error:
    print(error)
#> list modified during sort [1, 2, 3]
#> division by zero
---
table = {1: 1}
try:
    for key in table:
        table[key + 1] = 1
except RuntimeError as error:
    print(error)
items = {1}
try:
    for key in items:
        items.add(key + 1)
except RuntimeError as error:
    print(error)
items = [1, 2, 3, 4]
for item in items:
    items.remove(item)
print(items)
items = [1]
for item in items:
    if len(items) < 5:
        items.append(item + 1)
print(items)
#> dictionary changed size during iteration
#> Set changed size during iteration
#> [2, 4]
#> [1, 2, 3, 4, 5]
---
# Functions that call back while they go through a table which grows or shrinks under them.
from functools import reduce

table = {1: 1, 2: 2}
try:
    max(table, key=lambda key: table.setdefault(key + 10, key))
except RuntimeError as error:
    print(error, len(table))
items = {1, 2}
try:
    reduce(lambda total, item: items.add(item + 10) or item, items, 0)
except RuntimeError as error:
    print(error, len(items))
items = {"a", "b"}
try:
    reduce(lambda total, item: items.clear(), items, 0)
except RuntimeError as error:
    print(error, items)
# A table that is large enough to be indexed, with places of keys that are gone.
names = {f"name{n}": n for n in range(100)}
for n in range(0, 100, 3):
    del names[f"name{n}"]
for n in range(0, 100, 6):
    names[f"name{n}"] = -n
names[7] = names[None] = 7
print(len(names), names["name6"], names["name7"], "name3" in names, names[7.0], list(names)[-3:])
print(sum(n in {f"{n}" for n in range(50)} for n in ("1", "49", "50", 1)))
#> dictionary changed size during iteration 3
#> Set changed size during iteration 3
#> Set changed size during iteration set()
#> 85 -6 7 False 7 ['name96', 7, None]
#> 2
---
box = []
box.append(next(box[0]) for _ in [1])
try:
    next(box[0])
except ValueError as error:
    print(error)
print(next(box[0], "end"))
#> generator already executing
#> end
---
a = []
a.append(a)
d = {}
d["d"] = d
print(a, d, [a, a], (a,), {"a": [a]})
b = []
b.append(b)
try:
    print(a == b)
except RecursionError:
    print("RecursionError")
print(a == a, a in a, a.index(a), a.count(a))
#> [[...]] {'d': {...}} [[[...]], [[...]]] ([[...]],) {'a': [[[...]]]}
#> RecursionError
#> True True 0 1
