package import PythonRuntime

/// `decimal`, written in the dialect.
package enum DecimalModule {
    package static let module = NativeModule(
        "decimal",
        "Decimal numbers of any precision.",
        body: ModuleBody(program + "\n\n" + second + "\n\n" + third + "\n\n" + fourth)
    )

    private static let program = #"""
        import math
        import re
        from collections import namedtuple

        __all__ = [
            "Decimal", "Context", "DecimalTuple", "DecimalException", "Clamped", "InvalidOperation", "DivisionByZero", "Inexact",
            "Rounded", "Subnormal", "Overflow", "Underflow", "FloatOperation", "DivisionImpossible", "InvalidContext",
            "ConversionSyntax", "DivisionUndefined", "ROUND_DOWN", "ROUND_HALF_UP", "ROUND_HALF_EVEN", "ROUND_CEILING",
            "ROUND_FLOOR", "ROUND_UP", "ROUND_HALF_DOWN", "ROUND_05UP", "setcontext", "getcontext", "localcontext",
            "DefaultContext", "BasicContext", "ExtendedContext", "MAX_PREC", "MAX_EMAX", "MIN_EMIN", "MIN_ETINY", "HAVE_THREADS",
        ]

        ROUND_DOWN = "ROUND_DOWN"
        ROUND_HALF_UP = "ROUND_HALF_UP"
        ROUND_HALF_EVEN = "ROUND_HALF_EVEN"
        ROUND_CEILING = "ROUND_CEILING"
        ROUND_FLOOR = "ROUND_FLOOR"
        ROUND_UP = "ROUND_UP"
        ROUND_HALF_DOWN = "ROUND_HALF_DOWN"
        ROUND_05UP = "ROUND_05UP"
        MAX_PREC = MAX_EMAX = 999999999999999999
        MIN_EMIN = -MAX_EMAX
        MIN_ETINY = MIN_EMIN - MAX_PREC + 1
        HAVE_THREADS = False

        DecimalTuple = namedtuple("DecimalTuple", "sign digits exponent")


        class DecimalException(ArithmeticError):
            """The base of what may be wrong."""


        class Clamped(DecimalException):
            """The exponent was changed to fit."""


        class InvalidOperation(DecimalException):
            """No meaningful result."""


        class ConversionSyntax(InvalidOperation):
            """The text is no number."""


        class DivisionByZero(DecimalException, ZeroDivisionError):
            """A number was divided by zero."""


        class DivisionImpossible(InvalidOperation):
            """The quotient has too many digits."""


        class DivisionUndefined(InvalidOperation, ZeroDivisionError):
            """Zero was divided by zero."""


        class Inexact(DecimalException):
            """Digits were lost."""


        class InvalidContext(InvalidOperation):
            """The context is none."""


        class Rounded(DecimalException):
            """Digits were dropped."""


        class Subnormal(DecimalException):
            """The exponent is below the least before rounding."""


        class Overflow(Inexact, Rounded):
            """The number is too large."""


        class Underflow(Inexact, Rounded, Subnormal):
            """The number is too small."""


        class FloatOperation(DecimalException, TypeError):
            """Floats and decimals were mixed."""


        _NUMBER = re.compile(
            r"(?P<sign>[-+])?(?:(?=\d|\.\d)(?P<int>\d*)(?:\.(?P<frac>\d*))?(?:E(?P<exp>[-+]?\d+))?"
            r"|Inf(?:inity)?|(?P<signal>s)?NaN(?P<diag>\d*))\Z",
            re.IGNORECASE,
        )
        _FORMAT = re.compile(
            r"(?:(?P<fill>.)?(?P<align>[<>=^]))?(?P<sign>[-+ ])?(?P<no_neg_0>z)?(?P<zeropad>0)?"
            r"(?P<minimumwidth>(?!0)\d+)?(?P<thousands_sep>,)?(?:\.(?P<precision>0|(?!0)\d+))?(?P<type>[eEfFgGn%])?\Z",
            re.DOTALL,
        )


        class Context:
            """Precision, rounding, and which conditions raise."""

            def __init__(
                self, prec=28, rounding=ROUND_HALF_EVEN, Emin=-999999, Emax=999999, capitals=1, clamp=0, flags=None, traps=None
            ):
                self.prec = prec
                self.rounding = rounding
                self.Emin = Emin
                self.Emax = Emax
                self.capitals = capitals
                self.clamp = clamp
                signals = (Clamped, InvalidOperation, DivisionByZero, Inexact, Rounded, Subnormal, Overflow, Underflow, FloatOperation)
                raising = (InvalidOperation, DivisionByZero, Overflow) if traps is None else traps
                self.traps = dict(raising) if isinstance(raising, dict) else {signal: signal in raising for signal in signals}
                self.flags = {signal: signal in (flags or ()) for signal in signals}

            def copy(self):
                """A context like it."""
                return Context(
                    self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp,
                    [signal for signal, is_set in self.flags.items() if is_set], self.traps,
                )

            def clear_flags(self):
                """Forgets what has happened."""
                for signal in self.flags:
                    self.flags[signal] = False

            def clear_traps(self):
                """Lets nothing raise."""
                for signal in self.traps:
                    self.traps[signal] = False

            def create_decimal(self, num="0"):
                """A number rounded to the precision."""
                return Decimal(num)._fixed(self)

            def sqrt(self, a):
                """The square root."""
                return Decimal(a).sqrt(self)

            def divide(self, a, b):
                """The quotient."""
                with localcontext(self):
                    return Decimal(a) / Decimal(b)

            def quantize(self, a, b):
                """The number with the exponent of another."""
                return Decimal(a).quantize(Decimal(b), context=self)

            def _signal(self, signal, message, result=None):
                base = signal
                for known in self.traps:
                    if issubclass(signal, known):
                        base = known
                        break
                self.flags[base] = True
                if self.traps.get(base):
                    raise base([signal])
                return result if result is not None else _special("NaN")

            def __repr__(self):
                flags = ", ".join(signal.__name__ for signal, is_set in self.flags.items() if is_set)
                traps = ", ".join(signal.__name__ for signal, is_set in self.traps.items() if is_set)
                return (
                    f"Context(prec={self.prec}, rounding={self.rounding}, Emin={self.Emin}, Emax={self.Emax}, "
                    f"capitals={self.capitals}, clamp={self.clamp}, flags=[{flags}], traps=[{traps}])"
                )


        def _rounded_up(kind, sign, kept, dropped, half):
            # Whether digits that are dropped make the last one kept larger; `half` is the dropped value of a half.
            if not dropped:
                return False
            if kind == ROUND_DOWN:
                return False
            if kind == ROUND_UP:
                return True
            if kind == ROUND_CEILING:
                return not sign
            if kind == ROUND_FLOOR:
                return bool(sign)
            if kind == ROUND_05UP:
                return kept % 10 in (0, 5)
            if dropped * 2 != half * 2:
                return dropped > half
            if kind == ROUND_HALF_UP:
                return True
            if kind == ROUND_HALF_DOWN:
                return False
            return kept % 2 == 1


        def _dropped(kind, sign, number, count):
            # An int without its last digits, and whether it lost any.
            if count <= 0:
                return number * 10**-count, False
            base = 10**count
            kept, rest = divmod(number, base)
            # Twice both, so that a half is an int.
            if _rounded_up(kind, sign, kept, rest * 2, base):
                kept += 1
            return kept, rest != 0


        def _make(sign, number, exponent):
            made = object.__new__(Decimal)
            made._sign, made._int, made._exp, made._kind = sign, number, exponent, ""
            return made


        def _special(kind, sign=0, payload=0):
            made = object.__new__(Decimal)
            made._sign, made._int, made._exp, made._kind = sign, payload, 0, kind
            return made


        def _length(number):
            return len(str(number)) if number else 1
        """#
}
