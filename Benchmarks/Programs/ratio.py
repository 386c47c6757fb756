"""Sets two files of `identifier<tab>nanoseconds` side by side: usage ratio.py CPYTHON MARGAY."""

import math
import sys


def read(path):
    with open(path, encoding="utf-8") as file:
        return {name: float(number) for name, number in (line.rstrip("\n").split("\t") for line in file)}


reference, own = read(sys.argv[1]), read(sys.argv[2])
ratios = sorted((reference[name] / max(own[name], 1), name) for name in reference.keys() & own.keys())
mean = math.exp(sum(math.log(ratio) for ratio, _ in ratios) / len(ratios))
print(f"{len(ratios)} rules, geometric mean {mean:.2f}, least {ratios[0][0]:.2f}, median {ratios[len(ratios) // 2][0]:.2f}")
print("the slowest, beside CPython:")
for ratio, name in ratios[:10]:
    print(f"  {ratio:6.2f}  {name}: CPython {reference[name]:.0f} ns, Margay {own[name]:.0f} ns")
