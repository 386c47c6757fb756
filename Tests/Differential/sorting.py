import collections
import heapq
import json

LOG = []


class Traced:
    """Compares as a rule asks, and writes down what was compared."""

    def __init__(self, number, is_less):
        self.number = number
        self.is_less = is_less

    def __lt__(self, other):
        LOG.append((self.number, other.number))
        if len(LOG) == RAISES_AT[0]:
            raise ValueError(f"{self.number} < {other.number}")
        return self.is_less(self.number, other.number)


RAISES_AT = [0]
RELATIONS = [
    lambda left, right: left < right,
    lambda left, right: left % 7 < right % 7,
    # These contradict themselves.
    lambda left, right: (left * 7919 + right * 104729) % 3 == 0,
    lambda left, right: True,
    lambda left, right: False,
]


def digest(pairs):
    number = 0
    for left, right in pairs:
        number = (number * 1000003 + left * 1009 + right) % 2**61
    return number


def traced(numbers, relation, reverse, raises_at):
    LOG.clear()
    RAISES_AT[0] = raises_at
    items = [Traced(number, RELATIONS[relation]) for number in numbers]
    try:
        items.sort(reverse=reverse)
    except ValueError as error:
        return str(error), [item.number for item in items]
    return [item.number for item in items], len(LOG), digest(LOG)


def numbers_of(shape, length):
    """Runs that rise, fall and repeat, as real lists have them."""
    if shape == 0:
        return [chance.below(1000) for _ in range(length)]
    numbers, number = [], 500
    while len(numbers) < length:
        step = chance.between(-2, 2)
        for _ in range(chance.between(1, 60)):
            number += step
            numbers.append(number % 1000)
    return numbers[:length]


for _ in range(COUNT):
    length = chance.choice([0, 1, 2, 5, 31, 63, 64, 65, 150, 400])
    numbers = numbers_of(chance.below(3), length)
    relation, reverse = chance.below(len(RELATIONS)), chance.one_in(3)
    show((length, relation, reverse), traced, numbers, relation, reverse, 0)
    show((length, relation, reverse, "raises"), traced, numbers, relation, reverse, chance.between(1, 500))

MIXED = [1, 2.5, "a", "b", None, True, (1, "x"), (1, 2), float("nan"), float("inf"), [1], {1}, b"c"]

for _ in range(COUNT * 2):
    values = [chance.choice(MIXED) for _ in range(chance.below(6))]
    floats = [chance.choice([1.0, 2.0, 3.0, float("nan")]) for _ in range(chance.below(80))]
    show(values, sorted, values)
    show(values, lambda: sorted(values, key=lambda value: (0, value), reverse=True))
    show(values, max, values)
    show(values, min, values)
    show(values, heapq.nsmallest, chance.between(-1, 4), values)
    show(values, heapq.nlargest, chance.between(-1, 4), iter(values))
    show(floats, heapq.nlargest, chance.below(9), floats, key=lambda value: -value)
    show(floats, sorted, floats)
    show(values, lambda: json.dumps({value: 1 for value in values if not isinstance(value, (list, set))}, sort_keys=True))
    show(values, lambda: collections.Counter({index: value for index, value in enumerate(values)}))
    show(values, lambda: collections.Counter({index: value for index, value in enumerate(values)}).most_common())

LETTERS = "abcdefghij"

for _ in range(COUNT * 2):
    one, other = (collections.Counter(chance.text(LETTERS, 12)) for _ in range(2))
    show(one, one.most_common)
    show(one, one.most_common, chance.below(5))
    show(one, lambda: [list(one + other), list(one - other), list(one | other), list(one & other), list(+one), list(-one)])
    one.subtract(other)
    show(one, lambda: (one, list(one), list(one.items()), one.total(), list(one.elements())))
    one.update(other)
    del one["a"]
    show(one, lambda: (one, list(one), one == other, one["z"], "z" in one))
