package import PythonRuntime

/// `fractions`, written in the dialect.
package enum FractionsModule {
    package static let module = NativeModule(
        "fractions",
        "Exact quotients of ints.",
        body: ModuleBody(program)
    )

    private static let program = #"""
        import math
        import operator
        import re
        from decimal import Decimal

        __all__ = ["Fraction"]

        _FORMAT = re.compile(
            r"\A\s*(?P<sign>[-+]?)(?=\d|\.\d)(?P<num>\d*|\d+(_\d+)*)"
            r"(?:(?:\s*/\s*(?P<denom>\d+(_\d+)*))?|(?:\.(?P<decimal>\d*|\d+(_\d+)*))?(?:E(?P<exp>[-+]?\d+(_\d+)*))?)\s*\Z",
            re.IGNORECASE,
        )


        class Fraction:
            """An exact quotient of two ints, in lowest terms."""

            def __new__(cls, numerator=0, denominator=None):
                self = object.__new__(cls)
                if denominator is None:
                    if isinstance(numerator, int):
                        self._numerator, self._denominator = int(numerator), 1
                        return self
                    if isinstance(numerator, Fraction):
                        self._numerator, self._denominator = numerator._numerator, numerator._denominator
                        return self
                    if isinstance(numerator, (float, Decimal)):
                        self._numerator, self._denominator = numerator.as_integer_ratio()
                        return self
                    if not isinstance(numerator, str):
                        raise TypeError("argument should be a string or a Rational instance")
                    found = _FORMAT.match(numerator)
                    if found is None:
                        raise ValueError("Invalid literal for Fraction: %r" % numerator)
                    numerator = int(found.group("num") or "0")
                    denominator = int(found.group("denom") or "1")
                    if not found.group("denom"):
                        digits = (found.group("decimal") or "").replace("_", "")
                        if digits:
                            scale = 10 ** len(digits)
                            numerator = numerator * scale + int(digits)
                            denominator *= scale
                        exponent = int(found.group("exp") or "0")
                        if exponent >= 0:
                            numerator *= 10**exponent
                        else:
                            denominator *= 10**-exponent
                    if found.group("sign") == "-":
                        numerator = -numerator
                elif isinstance(numerator, (int, Fraction)) and isinstance(denominator, (int, Fraction)):
                    first, second = Fraction(numerator), Fraction(denominator)
                    numerator = first._numerator * second._denominator
                    denominator = second._numerator * first._denominator
                else:
                    raise TypeError("both arguments should be Rational instances")
                if denominator == 0:
                    raise ZeroDivisionError("Fraction(%s, 0)" % numerator)
                common = math.gcd(numerator, denominator)
                if denominator < 0:
                    common = -common
                self._numerator = numerator // common
                self._denominator = denominator // common
                return self

            @classmethod
            def from_float(cls, f):
                """The exact value of a float."""
                return cls(f)

            @classmethod
            def from_decimal(cls, dec):
                """The exact value of a Decimal."""
                return cls(dec)

            @property
            def numerator(self):
                return self._numerator

            @property
            def denominator(self):
                return self._denominator

            def as_integer_ratio(self):
                """Numerator and denominator."""
                return self._numerator, self._denominator

            def limit_denominator(self, max_denominator=1000000):
                """The closest fraction with a denominator of at most so much."""
                if max_denominator < 1:
                    raise ValueError("max_denominator should be at least 1")
                if self._denominator <= max_denominator:
                    return Fraction(self)
                p0, q0, p1, q1 = 0, 1, 1, 0
                n, d = self._numerator, self._denominator
                while True:
                    a = n // d
                    q2 = q0 + a * q1
                    if q2 > max_denominator:
                        break
                    p0, q0, p1, q1 = p1, q1, p0 + a * p1, q2
                    n, d = d, n - a * d
                k = (max_denominator - q0) // q1
                if 2 * d * (q0 + k * q1) <= self._denominator:
                    return Fraction(p1, q1)
                return Fraction(p0 + k * p1, q0 + k * q1)

            def __repr__(self):
                return f"{self.__class__.__name__}({self._numerator}, {self._denominator})"

            def __str__(self):
                return str(self._numerator) if self._denominator == 1 else f"{self._numerator}/{self._denominator}"

            def _combine(self, other, exact, inexact, is_reversed=False):
                # With ints and fractions exactly, with floats as floats.
                if isinstance(other, (int, Fraction)):
                    other = Fraction(other)
                    return exact(other, self) if is_reversed else exact(self, other)
                if isinstance(other, float):
                    return inexact(other, float(self)) if is_reversed else inexact(float(self), other)
                return NotImplemented

            def __add__(self, other):
                return self._combine(other, _add, operator.add)

            def __radd__(self, other):
                return self._combine(other, _add, operator.add, True)

            def __sub__(self, other):
                return self._combine(other, _sub, operator.sub)

            def __rsub__(self, other):
                return self._combine(other, _sub, operator.sub, True)

            def __mul__(self, other):
                return self._combine(other, _mul, operator.mul)

            def __rmul__(self, other):
                return self._combine(other, _mul, operator.mul, True)

            def __truediv__(self, other):
                return self._combine(other, _div, operator.truediv)

            def __rtruediv__(self, other):
                return self._combine(other, _div, operator.truediv, True)

            def __floordiv__(self, other):
                return self._combine(other, _floordiv, operator.floordiv)

            def __rfloordiv__(self, other):
                return self._combine(other, _floordiv, operator.floordiv, True)

            def __mod__(self, other):
                return self._combine(other, _mod, operator.mod)

            def __rmod__(self, other):
                return self._combine(other, _mod, operator.mod, True)

            def __divmod__(self, other):
                return self._combine(other, lambda a, b: (_floordiv(a, b), _mod(a, b)), divmod)

            def __rdivmod__(self, other):
                return self._combine(other, lambda a, b: (_floordiv(a, b), _mod(a, b)), divmod, True)

            def __pow__(self, other):
                if isinstance(other, (int, Fraction)) and Fraction(other)._denominator == 1:
                    power = Fraction(other)._numerator
                    if power >= 0:
                        return Fraction(self._numerator**power, self._denominator**power)
                    if self._numerator == 0:
                        raise ZeroDivisionError("Fraction(%s, 0)" % self._denominator ** -power)
                    return Fraction(self._denominator**-power, self._numerator**-power)
                if isinstance(other, (int, float, Fraction)):
                    return float(self) ** float(other)
                return NotImplemented

            def __rpow__(self, other):
                if self._denominator == 1 and self._numerator >= 0:
                    return other**self._numerator
                if isinstance(other, (int, Fraction)):
                    return Fraction(other) ** self
                return other ** float(self)

            def __pos__(self):
                return Fraction(self._numerator, self._denominator)

            def __neg__(self):
                return Fraction(-self._numerator, self._denominator)

            def __abs__(self):
                return Fraction(abs(self._numerator), self._denominator)

            def __int__(self):
                return self.__trunc__()

            def __float__(self):
                return self._numerator / self._denominator

            def __trunc__(self):
                if self._numerator < 0:
                    return -(-self._numerator // self._denominator)
                return self._numerator // self._denominator

            def __floor__(self):
                return self._numerator // self._denominator

            def __ceil__(self):
                return -(-self._numerator // self._denominator)

            def __round__(self, ndigits=None):
                if ndigits is None:
                    floor, rest = divmod(self._numerator, self._denominator)
                    twice = rest * 2
                    if twice < self._denominator:
                        return floor
                    if twice > self._denominator:
                        return floor + 1
                    return floor if floor % 2 == 0 else floor + 1
                shift = 10 ** abs(ndigits)
                return Fraction(round(self * shift), shift) if ndigits > 0 else Fraction(round(self / shift) * shift)

            def __hash__(self):
                try:
                    inverse = pow(self._denominator, -1, 2305843009213693951)
                except ValueError:
                    result = 314159
                else:
                    result = hash(hash(abs(self._numerator)) * inverse)
                result = result if self._numerator >= 0 else -result
                return -2 if result == -1 else result

            def __eq__(self, other):
                if isinstance(other, (int, Fraction)):
                    other = Fraction(other)
                    return self._numerator == other._numerator and self._denominator == other._denominator
                if isinstance(other, float):
                    if math.isnan(other) or math.isinf(other):
                        return False
                    return self == Fraction(other)
                return NotImplemented

            def _compare(self, other, compare):
                if isinstance(other, float):
                    if math.isnan(other) or math.isinf(other):
                        return compare(0.0, other)
                    other = Fraction(other)
                if isinstance(other, (int, Fraction)):
                    other = Fraction(other)
                    return compare(self._numerator * other._denominator, self._denominator * other._numerator)
                return NotImplemented

            def __lt__(self, other):
                return self._compare(other, operator.lt)

            def __gt__(self, other):
                return self._compare(other, operator.gt)

            def __le__(self, other):
                return self._compare(other, operator.le)

            def __ge__(self, other):
                return self._compare(other, operator.ge)

            def __bool__(self):
                return bool(self._numerator)


        def _add(a, b):
            return Fraction(a._numerator * b._denominator + b._numerator * a._denominator, a._denominator * b._denominator)


        def _sub(a, b):
            return Fraction(a._numerator * b._denominator - b._numerator * a._denominator, a._denominator * b._denominator)


        def _mul(a, b):
            return Fraction(a._numerator * b._numerator, a._denominator * b._denominator)


        def _div(a, b):
            if not b._numerator:
                raise ZeroDivisionError(f"Fraction({(a._numerator > 0) - (a._numerator < 0)}, 0)")
            return Fraction(a._numerator * b._denominator, a._denominator * b._numerator)


        def _floordiv(a, b):
            return (a._numerator * b._denominator) // (a._denominator * b._numerator)


        def _mod(a, b):
            numerator = (a._numerator * b._denominator) % (b._numerator * a._denominator)
            return Fraction(numerator, a._denominator * b._denominator)
        """#
}
