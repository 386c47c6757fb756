extension DecimalModule {
    /// The third part of the program.
    static let third = #"""
            def _sum(self, other, context):
                found = self._nan(other, context)
                if found is not None:
                    return found
                if self._kind or other._kind:
                    if self._kind and other._kind and self._sign != other._sign:
                        return context._signal(InvalidOperation, "-INF + INF")
                    return self if self._kind else other
                exponent = min(self._exp, other._exp)
                zero_sign = 1 if context.rounding == ROUND_FLOOR and self._sign != other._sign else min(self._sign, other._sign)
                if not self._int and not other._int:
                    return _make(zero_sign, 0, exponent)._fixed(context)
                if not self._int or not other._int:
                    zero, rest = (self, other) if not self._int else (other, self)
                    lowest = max(exponent, rest._exp - context.prec - 1)
                    return rest._rescaled(min(lowest, rest._exp), context.rounding)._fixed(context)
                first, second = (self, other) if self._exp >= other._exp else (other, self)
                # A number far below the other counts as one digit below all that is kept.
                far = first.adjusted() - context.prec - 2
                if second.adjusted() < min(far, first._exp - 1):
                    second = _make(second._sign, 1, min(far, first._exp - 1))
                exponent = second._exp
                total = first._int * 10 ** (first._exp - exponent) * (-1 if first._sign else 1)
                total += second._int * (-1 if second._sign else 1)
                if not total:
                    return _make(zero_sign, 0, exponent)._fixed(context)
                return _make(int(total < 0), abs(total), exponent)._fixed(context)

            def _product(self, other, context):
                found = self._nan(other, context)
                if found is not None:
                    return found
                sign = self._sign ^ other._sign
                if self._kind or other._kind:
                    if not self or not other:
                        return context._signal(InvalidOperation, "0 * INF")
                    return _special("Infinity", sign)
                return _make(sign, self._int * other._int, self._exp + other._exp)._fixed(context)

            def _quotient(self, other, context):
                found = self._nan(other, context)
                if found is not None:
                    return found
                sign = self._sign ^ other._sign
                if self._kind:
                    if other._kind:
                        return context._signal(InvalidOperation, "(+-)INF/(+-)INF")
                    return _special("Infinity", sign)
                if other._kind:
                    return _make(sign, 0, context.Emin - context.prec + 1)
                if not other._int:
                    if not self._int:
                        return context._signal(DivisionUndefined, "0 / 0")
                    return context._signal(DivisionByZero, "x / 0", _special("Infinity", sign))
                if not self._int:
                    return _make(sign, 0, self._exp - other._exp)._fixed(context)
                shift = _length(other._int) - _length(self._int) + context.prec + 1
                exponent = self._exp - other._exp - shift
                if shift >= 0:
                    number, rest = divmod(self._int * 10**shift, other._int)
                else:
                    number, rest = divmod(self._int, other._int * 10**-shift)
                if rest:
                    # A digit that says that there is more.
                    if number % 5 == 0:
                        number += 1
                else:
                    ideal = self._exp - other._exp
                    while exponent < ideal and number % 10 == 0:
                        number //= 10
                        exponent += 1
                return _make(sign, number, exponent)._fixed(context)

            def _whole_quotient(self, other, context):
                # Quotient and remainder, rounded towards zero; None where there are too many digits.
                gap = self.adjusted() - other.adjusted()
                exponent = min(self._exp, other._exp)
                if not self._int or gap <= -2:
                    return _make(self._sign ^ other._sign, 0, 0), self._rescaled(min(exponent, self._exp), context.rounding)
                if gap > context.prec:
                    return None, None
                first = self._int * 10 ** (self._exp - exponent)
                second = other._int * 10 ** (other._exp - exponent)
                number, rest = divmod(first, second)
                if number >= 10**context.prec:
                    return None, None
                return _make(self._sign ^ other._sign, number, 0), _make(self._sign, rest, exponent)

            def _floor_quotient(self, other, context):
                found = self._nan(other, context)
                if found is not None:
                    return found
                sign = self._sign ^ other._sign
                if self._kind:
                    return context._signal(InvalidOperation, "INF // INF") if other._kind else _special("Infinity", sign)
                if other._kind:
                    return _make(sign, 0, 0)
                if not other._int:
                    if not self._int:
                        return context._signal(DivisionUndefined, "0 // 0")
                    return context._signal(DivisionByZero, "x // 0", _special("Infinity", sign))
                quotient, _ = self._whole_quotient(other, context)
                return context._signal(DivisionImpossible, "too many digits") if quotient is None else quotient

            def _remainder(self, other, context):
                found = self._nan(other, context)
                if found is not None:
                    return found
                if self._kind:
                    return context._signal(InvalidOperation, "INF % x")
                if not other:
                    if self._int:
                        return context._signal(InvalidOperation, "x % 0")
                    return context._signal(DivisionUndefined, "0 % 0")
                if other._kind:
                    return self._fixed(context)
                _, rest = self._whole_quotient(other, context)
                if rest is None:
                    return context._signal(DivisionImpossible, "too many digits")
                return rest._fixed(context)

            def _operated(self, other, name, symbol, is_reversed=False):
                if not isinstance(other, Decimal):
                    if not isinstance(other, int):
                        return NotImplemented
                    other = Decimal(other)
                first, second = (other, self) if is_reversed else (self, other)
                return getattr(first, name)(second, getcontext())

            def _difference(self, other, context):
                return self._sum(Decimal._as(1 - other._sign, other._int, other._exp, other._kind), context)

            def __add__(self, other):
                return self._operated(other, "_sum", "+")

            def __radd__(self, other):
                return self._operated(other, "_sum", "+", True)

            def __sub__(self, other):
                return self._operated(other, "_difference", "-")

            def __rsub__(self, other):
                return self._operated(other, "_difference", "-", True)

            def __mul__(self, other):
                if isinstance(other, (str, bytes, list, tuple)):
                    raise TypeError(f"can't multiply sequence by non-int of type 'decimal.Decimal'")
                return self._operated(other, "_product", "*")

            def __rmul__(self, other):
                if isinstance(other, (str, bytes, list, tuple)):
                    raise TypeError(f"can't multiply sequence by non-int of type 'decimal.Decimal'")
                return self._operated(other, "_product", "*", True)

            def __truediv__(self, other):
                return self._operated(other, "_quotient", "/")

            def __rtruediv__(self, other):
                return self._operated(other, "_quotient", "/", True)

            def __floordiv__(self, other):
                return self._operated(other, "_floor_quotient", "//")

            def __rfloordiv__(self, other):
                return self._operated(other, "_floor_quotient", "//", True)

            def __mod__(self, other):
                return self._operated(other, "_remainder", "%")

            def __rmod__(self, other):
                return self._operated(other, "_remainder", "%", True)

            def __divmod__(self, other):
                if isinstance(other, (int, Decimal)) and not other and self._int and not self._kind:
                    raise InvalidOperation([InvalidOperation, DivisionByZero])
                return self // other, self % other

            def __rdivmod__(self, other):
                return other // self, other % self

            def __pow__(self, other, modulo=None):
                if modulo is not None:
                    return Decimal(pow(int(self), int(other), int(modulo)))
                return self._operated(other, "_power", "** or pow()")

            def __rpow__(self, other):
                return self._operated(other, "_power", "** or pow()", True)

            def _power(self, other, context):
                found = self._nan(other, context)
                if found is not None:
                    return found
                if not other:
                    return context._signal(InvalidOperation, "0 ** 0") if not self else _make(0, 1, 0)
                if other._kind or other != other.to_integral_value():
                    if other == _make(0, 5, -1) and not self._sign:
                        return self.sqrt(context)
                    raise NotImplementedError("Decimal ** x: only for whole x and 0.5")
                power = int(other)
                sign = self._sign if power % 2 else 0
                if self._kind or not self:
                    if bool(self._kind) == (power > 0):
                        return _special("Infinity", sign)
                    return _make(sign, 0, 0)
                if self.adjusted() * power > context.Emax:
                    return context._signal(Overflow, "above Emax", _special("Infinity", sign))
                # Exact as long as that is short, else with digits to spare at each step.
                wide = context.copy()
                wide.prec = context.prec + 6 + len(str(abs(power)))
                wide.rounding = ROUND_HALF_EVEN
                if _length(self._int) * abs(power) <= 2000:
                    result = _make(sign, self._int ** abs(power), self._exp * abs(power))
                else:
                    result, base, left = _make(0, 1, 0), self, abs(power)
                    while left:
                        if left & 1:
                            result = result._product(base, wide)
                        left >>= 1
                        if left:
                            base = base._product(base, wide)
                return result._fixed(context) if power > 0 else _make(0, 1, 0)._quotient(result, context)

            def sqrt(self, context=None):
                """The square root."""
                context = context or getcontext()
                if "NaN" in self._kind or (self._kind and not self._sign):
                    return self
                if not self and not self._kind:
                    return _make(self._sign, 0, self._exp // 2)._fixed(context)
                if self._sign:
                    return context._signal(InvalidOperation, "sqrt(-x), x > 0")
                digits = context.prec + 1
                exponent, number = self._exp // 2, self._int
                length = (_length(number) >> 1) + 1 if self._exp & 1 else (_length(number) + 1) >> 1
                if self._exp & 1:
                    number *= 10
                shift = digits - length
                if shift >= 0:
                    number *= 100**shift
                    is_exact = True
                else:
                    number, rest = divmod(number, 100**-shift)
                    is_exact = not rest
                exponent -= shift
                root = math.isqrt(number)
                is_exact = is_exact and root * root == number
                if is_exact:
                    root = root // 10**shift if shift >= 0 else root * 10**-shift
                    exponent += shift
                elif root % 5 == 0:
                    root += 1
                even = context.copy()
                even.rounding = ROUND_HALF_EVEN
                return _make(0, root, exponent)._fixed(even)

            def fma(self, other, third, context=None):
                """The product plus a third number, rounded once."""
                other, third = _operand(other), _operand(third)
                return _make(self._sign ^ other._sign, self._int * other._int, self._exp + other._exp)._sum(
                    third, context or getcontext()
                )

            # Parts

            def adjusted(self):
                """The exponent of the first digit."""
                return 0 if self._kind else self._exp + _length(self._int) - 1

            def copy_abs(self):
                """The number without its sign."""
                return Decimal._as(0, self._int, self._exp, self._kind)

            def copy_negate(self):
                """The number with the other sign."""
                return Decimal._as(1 - self._sign, self._int, self._exp, self._kind)

            def copy_sign(self, other, context=None):
                """The number with the sign of another."""
                return Decimal._as(_operand(other)._sign, self._int, self._exp, self._kind)

            def scaleb(self, other, context=None):
                """The number with its exponent moved."""
                return _make(self._sign, self._int, self._exp + int(_operand(other)))._fixed(context or getcontext())

            def same_quantum(self, other, context=None):
                """Whether both have the same exponent."""
                other = _operand(other)
                return self._kind == other._kind if self._kind or other._kind else self._exp == other._exp

            def is_nan(self):
                """Whether it is no number."""
                return "NaN" in self._kind

            def is_qnan(self):
                """Whether it is a quiet NaN."""
                return self._kind == "NaN"

            def is_snan(self):
                """Whether it is a signaling NaN."""
                return self._kind == "sNaN"

            def is_infinite(self):
                """Whether it is infinite."""
                return self._kind == "Infinity"

            def is_finite(self):
                """Whether it is a number."""
                return not self._kind

            def is_signed(self):
                """Whether it has a minus."""
                return self._sign == 1

            def is_zero(self):
                """Whether it is zero."""
                return not self

            @property
            def real(self):
                return self

            @property
            def imag(self):
                return Decimal(0)

            def conjugate(self):
                """Itself."""
                return self

            def __copy__(self):
                return self

            def __deepcopy__(self, memo):
                return self
        """#
}
