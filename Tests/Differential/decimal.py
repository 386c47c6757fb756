import statistics
from decimal import ROUND_UP, Decimal, getcontext, localcontext
from fractions import Fraction

ODD = [
    "0", "-0", "0.00", "Infinity", "-inf", "NaN", "1E+10", "1e-10", "-1E+5", "0E+3", "0E-9", "sNaN", "abc", "", "1_000.5",
    " 7 ",
]
ROUNDING = [
    "ROUND_DOWN", "ROUND_HALF_UP", "ROUND_HALF_EVEN", "ROUND_CEILING", "ROUND_FLOOR", "ROUND_UP", "ROUND_HALF_DOWN",
    "ROUND_05UP",
]
FORMATS = [
    "", "f", ".2f", ",.2f", "10", "<10", "^12.1f", "e", ".3e", "g", ".4g", "%", ".1%", "010.2f", "+", "+.0f", " ", ",",
    "*>15", ".0e", "G", "E", "08,.1f",
]
BINARY = [
    lambda a, b: a + b, lambda a, b: a - b, lambda a, b: a * b, lambda a, b: a / b, lambda a, b: a // b,
    lambda a, b: a % b, lambda a, b: a < b, lambda a, b: a == b, lambda a, b: a.compare(b), divmod,
]
UNARY = [
    str, repr, lambda a: -a, abs, lambda a: +a, lambda a: a.sqrt(), lambda a: a.normalize(), int, float, bool,
    lambda a: a.to_integral_value(), round, lambda a: round(a, 2), lambda a: a.as_tuple(), lambda a: a.adjusted(),
    lambda a: a.to_eng_string(), lambda a: a**2, lambda a: a**-1, lambda a: a**5, lambda a: a.as_integer_ratio(),
    lambda a: hash(a) if not a.is_nan() else 0,
]
STATISTICS = [
    statistics.mean, statistics.median, statistics.mode, statistics.stdev, statistics.pstdev, statistics.variance,
    statistics.pvariance, statistics.fmean, statistics.median_low, statistics.median_high, statistics.multimode,
    statistics.quantiles, statistics.harmonic_mean,
]


def number():
    if chance.one_in(10):
        return chance.choice(ODD)
    digits = str(chance.below(10 ** chance.between(1, 25)))
    if chance.one_in(2):
        place = chance.below(len(digits) + 1)
        digits = digits[:place] + "." + digits[place:]
    if chance.one_in(4):
        digits += "E%d" % chance.between(-20, 20)
    return ("-" if chance.one_in(3) else "") + digits


for _ in range(COUNT):
    first, second = number(), number()
    try:
        a, b = Decimal(first), Decimal(second)
    except Exception as error:
        print(type(error).__name__, error)
        continue
    which = chance.below(len(BINARY))
    show([first, second, which], BINARY[which], a, b)
    which = chance.below(len(UNARY))
    show([first, which], UNARY[which], a)
    rounding, quantum = chance.choice(ROUNDING), Decimal(chance.choice(["1", "0.01", "0.1", "1E+2", "1E-10", "0.000"]))
    show([first, rounding, str(quantum)], lambda: a.quantize(quantum, rounding=rounding))
    specification = chance.choice(FORMATS)
    show([first, specification], format, a, specification)
    whole = chance.below(10 ** chance.between(1, 10))
    show([first, whole], lambda: [a + whole, whole - a, a == whole, a < whole])
    real = chance.between(-(10**9), 10**9) / chance.choice([1, 3, 7, 10, 1000])
    show([first, real], lambda: [Decimal(real), a < real, Decimal(str(real))])
    f, g = Fraction(chance.between(-500, 500), chance.between(1, 50)), Fraction(chance.between(-50, 50), chance.between(1, 9))
    show([str(f), str(g)], lambda: [
        f + g, f - g, f * g, f < g, f == g, round(f), round(f, 2), float(f), int(f), hash(f), f**2, f + 1, f * 0.5,
        f.limit_denominator(7), abs(f), -f,
    ])
    show([str(f), str(g)], lambda: [f / g, f // g, f % g, divmod(f, g)])
    data = [chance.choice([chance.below(100), chance.below(1000) / 7, chance.below(10)]) for _ in range(chance.below(9))]
    for function in STATISTICS:
        show([function.__name__, data], function, data)
    show(["correlation", data], statistics.correlation, data, data[::-1])
    show(["linear_regression", data], statistics.linear_regression, data, data[::-1])

with localcontext() as context:
    context.prec = 5
    print(Decimal(1) / Decimal(3), Decimal("123456.789") + 0)
print(getcontext().prec, {Decimal("1.0"): 1}[1], sum([Decimal("0.1")] * 3), Decimal("3.14").quantize(Decimal("0.1"), ROUND_UP))
