extension DecimalModule {
    /// The second part of the program.
    static let second = #"""
        class Decimal:
            """A decimal number: sign, digits and exponent, computed with the precision of the context."""

            def __new__(cls, value="0", context=None):
                if isinstance(value, str):
                    return cls._parsed(value, context or getcontext())
                if isinstance(value, int):
                    return cls._as(int(value < 0), abs(int(value)), 0)
                if isinstance(value, Decimal):
                    return value if type(value) is cls else cls._as(value._sign, value._int, value._exp, value._kind)
                if isinstance(value, float):
                    if math.isnan(value) or math.isinf(value):
                        return cls._parsed(str(value), getcontext())
                    sign = int(math.copysign(1.0, value) < 0)
                    numerator, denominator = abs(value).as_integer_ratio()
                    places = denominator.bit_length() - 1
                    return cls._as(sign, numerator * 5**places, -places)
                if isinstance(value, (tuple, list)):
                    return cls._from_parts(value)
                raise TypeError("conversion from %s to Decimal is not supported" % type(value).__name__)

            @classmethod
            def _as(cls, sign, number, exponent, kind=""):
                made = object.__new__(cls)
                made._sign, made._int, made._exp, made._kind = sign, number, exponent, kind
                return made

            @classmethod
            def _parsed(cls, text, context):
                found = _NUMBER.match(text.strip().replace("_", ""))
                if found is None:
                    return context._signal(ConversionSyntax, "Invalid literal for Decimal: %r" % text)
                sign = int(found.group("sign") == "-")
                whole = found.group("int")
                if whole is not None:
                    fraction = found.group("frac") or ""
                    return cls._as(sign, int(whole + fraction or "0"), int(found.group("exp") or "0") - len(fraction))
                diagnostic = found.group("diag")
                if diagnostic is not None:
                    return cls._as(sign, int(diagnostic or "0"), 0, "sNaN" if found.group("signal") else "NaN")
                return cls._as(sign, 0, 0, "Infinity")

            @classmethod
            def _from_parts(cls, value):
                if len(value) != 3:
                    raise ValueError("argument must be a sequence of length 3")
                sign, digits, exponent = value
                if sign not in (0, 1):
                    raise ValueError("sign must be an integer with the value 0 or 1")
                if any(not isinstance(digit, int) or not 0 <= digit <= 9 for digit in digits):
                    raise ValueError("coefficient must be a tuple of digits")
                number = int("".join(map(str, digits)) or "0")
                if exponent == "F":
                    return cls._as(sign, 0, 0, "Infinity")
                if exponent in ("n", "N"):
                    return cls._as(sign, number, 0, "NaN" if exponent == "n" else "sNaN")
                if not isinstance(exponent, int):
                    raise ValueError("string argument in the third position must be 'F', 'n' or 'N'")
                return cls._as(sign, number, exponent)

            @classmethod
            def from_float(cls, f):
                """The exact value of a float."""
                if not isinstance(f, (int, float)):
                    raise TypeError("argument must be int or float")
                return cls(f)

            # Showing

            def __repr__(self):
                return f"Decimal('{self}')"

            def __str__(self, eng=False):
                sign = "-" if self._sign else ""
                if self._kind:
                    return sign + self._kind + (str(self._int) if self._int else "")
                digits = str(self._int)
                left = self._exp + len(digits)
                if self._exp <= 0 and left > -6:
                    point = left
                elif not eng:
                    point = 1
                elif self._int == 0:
                    point = (left + 1) % 3 - 1
                else:
                    point = (left - 1) % 3 + 1
                if point <= 0:
                    whole, fraction = "0", "." + "0" * -point + digits
                elif point >= len(digits):
                    whole, fraction = digits + "0" * (point - len(digits)), ""
                else:
                    whole, fraction = digits[:point], "." + digits[point:]
                exponent = "" if left == point else ("E" if getcontext().capitals else "e") + "%+d" % (left - point)
                return sign + whole + fraction + exponent

            def to_eng_string(self, context=None):
                """The text with an exponent that is a multiple of three."""
                return self.__str__(eng=True)

            def as_tuple(self):
                """Sign, digits and exponent."""
                if self._kind == "Infinity":
                    return DecimalTuple(self._sign, (0,), "F")
                if self._kind:
                    digits = tuple(map(int, str(self._int))) if self._int else ()
                    return DecimalTuple(self._sign, digits, "n" if self._kind == "NaN" else "N")
                return DecimalTuple(self._sign, tuple(map(int, str(self._int))), self._exp)

            def as_integer_ratio(self):
                """Two ints whose quotient it is."""
                if self._kind == "Infinity":
                    raise OverflowError("cannot convert Infinity to integer ratio")
                if self._kind:
                    raise ValueError("cannot convert NaN to integer ratio")
                number = -self._int if self._sign else self._int
                if self._exp >= 0:
                    return number * 10**self._exp, 1
                scale = 10**-self._exp
                common = math.gcd(number, scale)
                return number // common, scale // common

            # Rounding

            def _fixed(self, context):
                # The number as the context allows it: its digits, its exponents.
                if self._kind:
                    if self._kind == "sNaN":
                        return context._signal(InvalidOperation, "sNaN", _special("NaN", self._sign, self._int))
                    return self
                least = context.Emin - context.prec + 1
                if not self._int:
                    exponent = min(max(self._exp, least), context.Emax if context.clamp == 0 else context.Emax - context.prec + 1)
                    return self if exponent == self._exp else _make(self._sign, 0, exponent)
                digits = _length(self._int)
                exponent = max(digits + self._exp - context.prec, least)
                if self._exp >= exponent:
                    number, lowest = self._int, self._exp
                else:
                    number, is_inexact = _dropped(context.rounding, self._sign, self._int, exponent - self._exp)
                    lowest = exponent
                    if _length(number) > context.prec:
                        number, lowest = number // 10, lowest + 1
                    if is_inexact:
                        context._signal(Inexact, "", self)
                    context._signal(Rounded, "", self)
                    if is_inexact and digits + self._exp - 1 < context.Emin:
                        context._signal(Underflow, "", self)
                if _length(number) + lowest - 1 > context.Emax:
                    return context._signal(Overflow, "above Emax", _special("Infinity", self._sign))
                return self if number == self._int and lowest == self._exp else _make(self._sign, number, lowest)

            def _rescaled(self, exponent, rounding):
                if self._kind:
                    return self
                number, _ = _dropped(rounding, self._sign, self._int, exponent - self._exp)
                return _make(self._sign, number, exponent)

            def quantize(self, exp, rounding=None, context=None):
                """The number rounded to the exponent of another."""
                context = context or getcontext()
                exp = _operand(exp)
                if self._kind or exp._kind:
                    found = self._nan(exp, context)
                    if found is not None:
                        return found
                    if self._kind == exp._kind:
                        return self
                    return context._signal(InvalidOperation, "quantize with one INF")
                if self._int and _length(self._int) + self._exp - exp._exp > context.prec + 1:
                    return context._signal(InvalidOperation, "quantize result has too many digits for current context")
                result = self._rescaled(exp._exp, rounding or context.rounding)
                if _length(result._int) > context.prec or result.adjusted() > context.Emax:
                    return context._signal(InvalidOperation, "quantize result has too many digits for current context")
                if result._exp > self._exp:
                    context.flags[Rounded] = True
                    if result != self:
                        context.flags[Inexact] = True
                return result

            def normalize(self, context=None):
                """The number without zeros at its end."""
                result = self._fixed(context or getcontext())
                if result._kind:
                    return result
                number, exponent = result._int, result._exp
                if not number:
                    return _make(result._sign, 0, 0)
                while number % 10 == 0:
                    number //= 10
                    exponent += 1
                return _make(result._sign, number, exponent)

            def to_integral_value(self, rounding=None, context=None):
                """The nearest int, as a Decimal."""
                if self._kind or self._exp >= 0:
                    return self
                return self._rescaled(0, rounding or (context or getcontext()).rounding)

            to_integral = to_integral_exact = to_integral_value

            def __round__(self, n=None):
                if n is not None:
                    return self.quantize(_make(0, 1, -n))
                self._require_finite("integer")
                return int(self._rescaled(0, ROUND_HALF_EVEN))

            def __trunc__(self):
                return int(self)

            def __floor__(self):
                self._require_finite("integer")
                return int(self._rescaled(0, ROUND_FLOOR))

            def __ceil__(self):
                self._require_finite("integer")
                return int(self._rescaled(0, ROUND_CEILING))

            def _require_finite(self, what):
                if self._kind == "Infinity":
                    raise OverflowError(f"cannot convert Infinity to {what}")
                if self._kind:
                    raise ValueError(f"cannot convert NaN to {what}")

            def __int__(self):
                self._require_finite("integer")
                number = self._int * 10**self._exp if self._exp >= 0 else self._int // 10**-self._exp
                return -number if self._sign else number

            def __float__(self):
                if self._kind == "sNaN":
                    raise ValueError("cannot convert signaling NaN to float")
                return float(str(self).replace("NaN" + str(self._int), "NaN") if self._kind == "NaN" else str(self))

            def __bool__(self):
                return bool(self._kind or self._int)

            def __hash__(self):
                if self._kind == "sNaN":
                    raise TypeError("Cannot hash a signaling NaN value.")
                if self._kind:
                    return object.__hash__(self) if self._kind == "NaN" else (-314159 if self._sign else 314159)
                modulus = 2305843009213693951
                scale = pow(10, self._exp, modulus) if self._exp >= 0 else pow(pow(10, -1, modulus), -self._exp, modulus)
                result = self._int * scale % modulus
                result = -result if self._sign else result
                return -2 if result == -1 else result

            # Comparing

            def _order(self, other):
                # -1, 0 or 1; None with a NaN.
                if "NaN" in self._kind or "NaN" in other._kind:
                    return None
                if self._kind or other._kind:
                    first = (-1 if self._sign else 1) if self._kind else 0
                    second = (-1 if other._sign else 1) if other._kind else 0
                    return (first > second) - (first < second)
                if not self._int or not other._int:
                    first = 0 if not self._int else -1 if self._sign else 1
                    second = 0 if not other._int else -1 if other._sign else 1
                    return (first > second) - (first < second)
                if self._sign != other._sign:
                    return -1 if self._sign else 1
                sign = -1 if self._sign else 1
                if self.adjusted() != other.adjusted():
                    return sign if self.adjusted() > other.adjusted() else -sign
                low = min(self._exp, other._exp)
                first, second = self._int * 10 ** (self._exp - low), other._int * 10 ** (other._exp - low)
                return sign * ((first > second) - (first < second))

            def _compared(self, other, is_ordered):
                if isinstance(other, float):
                    other = Decimal(other)
                elif hasattr(other, "denominator") and not isinstance(other, int):
                    scaled = Decimal._as(self._sign, self._int * other.denominator, self._exp, self._kind)
                    return scaled._order(Decimal(other.numerator))
                elif isinstance(other, int):
                    other = Decimal(other)
                elif not isinstance(other, Decimal):
                    return NotImplemented
                order = self._order(other)
                if order is None and (is_ordered or "sNaN" in (self._kind, other._kind)):
                    getcontext()._signal(InvalidOperation, "comparison involving NaN")
                return order

            def __eq__(self, other):
                order = self._compared(other, False)
                return NotImplemented if order is NotImplemented else order == 0

            def __lt__(self, other):
                order = self._compared(other, True)
                return NotImplemented if order is NotImplemented else order is not None and order < 0

            def __le__(self, other):
                order = self._compared(other, True)
                return NotImplemented if order is NotImplemented else order is not None and order <= 0

            def __gt__(self, other):
                order = self._compared(other, True)
                return NotImplemented if order is NotImplemented else order is not None and order > 0

            def __ge__(self, other):
                order = self._compared(other, True)
                return NotImplemented if order is NotImplemented else order is not None and order >= 0

            def compare(self, other, context=None):
                """-1, 0, 1 or NaN, as a Decimal."""
                order = self._order(_operand(other))
                return _special("NaN") if order is None else Decimal(order)

            def max(self, other, context=None):
                """The larger."""
                other = _operand(other)
                if self._kind == "NaN":
                    return other._fixed(context or getcontext())
                return (self if other._kind == "NaN" or (self._compared(other, True) or 0) > 0 else other)._fixed(context or getcontext())

            def min(self, other, context=None):
                """The smaller."""
                other = _operand(other)
                if self._kind == "NaN":
                    return other._fixed(context or getcontext())
                return (self if other._kind == "NaN" or (self._compared(other, True) or 0) < 0 else other)._fixed(context or getcontext())

            # Arithmetic

            def __neg__(self):
                if "NaN" in self._kind:
                    return self._fixed(getcontext())
                if not self and not self._kind:
                    return _make(0, 0, self._exp)._fixed(getcontext())
                return Decimal._as(1 - self._sign, self._int, self._exp, self._kind)._fixed(getcontext())

            def __pos__(self):
                if not self and not self._kind:
                    return _make(0, 0, self._exp)._fixed(getcontext())
                return self._fixed(getcontext())

            def __abs__(self):
                return -self if self._sign else +self

            def _nan(self, other, context):
                for value in (self, other):
                    if value._kind == "sNaN":
                        return context._signal(InvalidOperation, "sNaN", _special("NaN", value._sign, value._int))
                return self if self._kind == "NaN" else other if other._kind == "NaN" else None
        """#
}
