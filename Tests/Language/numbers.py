import numbers
from decimal import Decimal
from fractions import Fraction
for value in [1, True, 1.5, 10**30, Decimal(1), Fraction(1, 2), "1", None, [1]]:
    print(repr(value), [isinstance(value, kind) for kind in (numbers.Number, numbers.Complex, numbers.Real, numbers.Rational, numbers.Integral)])
#> 1 [True, True, True, True, True]
#> True [True, True, True, True, True]
#> 1.5 [True, True, True, False, False]
#> 1000000000000000000000000000000 [True, True, True, True, True]
#> Decimal('1') [True, False, False, False, False]
#> Fraction(1, 2) [True, True, True, True, False]
#> '1' [False, False, False, False, False]
#> None [False, False, False, False, False]
#> [1] [False, False, False, False, False]
