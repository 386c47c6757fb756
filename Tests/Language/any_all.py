# any and all stop a generator where they have their answer; it goes on from there.
numbers = (n for n in range(6))
print(any(n == 2 for n in numbers), list(numbers))
numbers = (n for n in [0, 0, 3, 4])
print(any(numbers), next(numbers), any(numbers), all(numbers))
#> True [3, 4, 5]
#> True 4 False True
---
# An empty and a finished generator.
empty = (n for n in [])
print(any(empty), all(empty), any(empty))
done = (n for n in [1])
print(list(done), any(done), all(done))
#> False True False
#> [1] False True
---
# all stops at the first that is false.
seen = []
print(all(seen.append(n) or n < 3 for n in range(10)), seen)
print(all(n for n in [1, "a", (0,)]), any(n for n in [0, "", None, [], {}, 0.0]))
#> False [0, 1, 2, 3]
#> True False
---
# Elements whose truth rules decide may look at the generator meanwhile.
class Peek:
    def __init__(self, value):
        self.value = value

    def __bool__(self):
        print("asked", self.value, next(peeks).value if self.value == 1 else None)
        return self.value == 3

peeks = (Peek(n) for n in [1, 2, 3, 4])
print(any(peeks), [peek.value for peek in peeks])
#> asked 1 2
#> asked 3 None
#> True [4]
---
# A generator that asks itself.
loop = (any(loop) for _ in range(2))
print(any(loop))
#> ValueError: generator already executing
---
# Exceptions come through and end the generator.
fractions = (6 // n for n in [3, 0, 2])
try:
    all(fractions)
except ZeroDivisionError as error:
    print(error, list(fractions))
#> integer division or modulo by zero []
---
# One in another, with what lies around them.
tools = ("aws-cli", "boto3", "terraform")
agents = ["aws-sdk boto3/1", "curl", "Terraform"]
print([any(tool in agent.lower() for tool in tools) for agent in agents])
print(any(all(tool[0] != agent[0] for agent in agents) for tool in tools))
def has(agent):
    prefix = agent[:4]
    return any(tool.startswith(prefix) for tool in tools)
print([has(agent) for agent in agents], any(has(agent) for agent in agents))
#> [True, False, True]
#> True
#> [True, False, False] True
---
# A search looks at sixteen places at a time: needles around that border.
for size in (0, 1, 14, 15, 16, 17, 31, 32, 33):
    hay = "a" * size + "xyz"
    print(size, hay.find("xyz"), hay.find("z"), hay.find("ax"), hay.find("xyzz"), "xyz" in hay + "b" * 20)
print(("ab" * 40 + "abc").find("abc"), ("a" * 100).find("a" * 20 + "b"), "abc".find(""), "".find("a"))
#> 0 0 2 -1 -1 True
#> 1 1 3 0 -1 True
#> 14 14 16 13 -1 True
#> 15 15 17 14 -1 True
#> 16 16 18 15 -1 True
#> 17 17 19 16 -1 True
#> 31 31 33 30 -1 True
#> 32 32 34 31 -1 True
#> 33 33 35 32 -1 True
#> 80 -1 0 -1
---
# Texts are compared and hashed by words: lengths around eight, and one byte that differs.
for size in range(0, 19):
    text = "abcdefghijklmnopqrs"[:size]
    other = text[:-1] + "#"
    same = "".join(list(text))
    print(size, text == same, text == other, hash(text) == hash(same), {text: 1}.get(same), {text: 1}.get(other))
print("a" * 64 == "a" * 63 + "a", "a" * 65 == "a" * 64 + "b", "é" * 9 == "é" * 9)
#> 0 True False True 1 None
#> 1 True False True 1 None
#> 2 True False True 1 None
#> 3 True False True 1 None
#> 4 True False True 1 None
#> 5 True False True 1 None
#> 6 True False True 1 None
#> 7 True False True 1 None
#> 8 True False True 1 None
#> 9 True False True 1 None
#> 10 True False True 1 None
#> 11 True False True 1 None
#> 12 True False True 1 None
#> 13 True False True 1 None
#> 14 True False True 1 None
#> 15 True False True 1 None
#> 16 True False True 1 None
#> 17 True False True 1 None
#> 18 True False True 1 None
#> True False True
---
# Both cases of letters at the borders of a block.
for size in (1, 15, 16, 17, 33):
    print(("Ab@[`{" * 7)[:size].lower(), ("Ab@[`{" * 7)[:size].upper())
#> a A
#> ab@[`{ab@[`{ab@ AB@[`{AB@[`{AB@
#> ab@[`{ab@[`{ab@[ AB@[`{AB@[`{AB@[
#> ab@[`{ab@[`{ab@[` AB@[`{AB@[`{AB@[`
#> ab@[`{ab@[`{ab@[`{ab@[`{ab@[`{ab@ AB@[`{AB@[`{AB@[`{AB@[`{AB@[`{AB@
---
# Dictionaries of eight entries have no index, those of nine have.
for size in (7, 8, 9, 17):
    table = {f"key{n}": n for n in range(size)}
    table["key0"] = "first"
    print(len(table), table["key0"], table.get(f"key{size - 1}"), "missing" in table, list(table)[-1])
#> 7 first 6 False key6
#> 8 first 7 False key7
#> 9 first 8 False key8
#> 17 first 16 False key16
