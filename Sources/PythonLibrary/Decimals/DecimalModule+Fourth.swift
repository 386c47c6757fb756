extension DecimalModule {
    /// The fourth part of the program.
    static let fourth = #"""
            def __format__(self, specifier, context=None):
                found = _FORMAT.match(specifier)
                if found is None:
                    raise ValueError("invalid format string")
                spec = found.groupdict()
                if spec["zeropad"] and spec["align"]:
                    raise ValueError("invalid format string")
                kind = spec["type"] or "G"
                precision = None if spec["precision"] is None else int(spec["precision"])
                if precision == 0 and kind in "gGn":
                    precision = 1
                sign = "-" if self._sign else spec["sign"] if spec["sign"] in ("+", " ") else ""
                if self._kind:
                    body = self._kind + (str(self._int) if self._int else "") + ("%" if kind == "%" else "")
                    return _padded(sign, body, "", spec, False)
                number = self
                rounding = getcontext().rounding
                if kind == "%":
                    number = _make(self._sign, self._int, self._exp + 2)
                if precision is not None:
                    if kind in "eE":
                        number = number._to_digits(precision + 1, rounding)
                    elif kind in "fF%":
                        number = number._rescaled(-precision, rounding)
                    elif _length(number._int) > precision:
                        number = number._to_digits(precision, rounding)
                if not number._int and number._exp > 0 and kind in "fF%":
                    number = number._rescaled(0, rounding)
                if spec["no_neg_0"] and not number._int and sign == "-":
                    sign = spec["sign"] if spec["sign"] in ("+", " ") else ""
                digits = str(number._int)
                left = number._exp + len(digits)
                if kind in "eE":
                    point = 1 - precision if not number._int and precision is not None else 1
                elif kind in "fF%":
                    point = left
                else:
                    point = left if number._exp <= 0 and left > -6 else 1
                if point < 0:
                    whole, fraction = "0", "0" * -point + digits
                elif point > len(digits):
                    whole, fraction = digits + "0" * (point - len(digits)), ""
                else:
                    whole, fraction = digits[:point] or "0", digits[point:]
                tail = "." + fraction if fraction else ""
                exponent = left - point
                if exponent or kind in "eE":
                    tail += ("E" if kind in "EG" else "e") + "%+d" % exponent
                return _padded(sign, whole, tail + ("%" if kind == "%" else ""), spec, True)

            def _to_digits(self, places, rounding):
                if not self._int:
                    return _make(self._sign, 0, self.adjusted() + 1 - places)
                result = self._rescaled(self.adjusted() + 1 - places, rounding)
                if result.adjusted() != self.adjusted():
                    result = result._rescaled(result.adjusted() + 1 - places, rounding)
                return result


        def _padded(sign, whole, tail, spec, is_number):
            width = int(spec["minimumwidth"] or 0)
            fill, align = spec["fill"] or " ", spec["align"] or ">"
            if spec["zeropad"]:
                fill, align = ("0", "=") if is_number else (" ", ">")
            separator = spec["thousands_sep"] or ""
            if is_number and spec["zeropad"]:
                room = width - len(sign) - len(tail)
                while len(_grouped(whole, separator)) < room:
                    whole = "0" + whole
                # A separator cannot stand first.
            body = (_grouped(whole, separator) if is_number else whole) + tail
            padding = fill * (width - len(sign) - len(body))
            if align == "<":
                return sign + body + padding
            if align == "=":
                return sign + padding + body
            if align == "^":
                half = len(padding) // 2
                return padding[:half] + sign + body + padding[half:]
            return padding + sign + body


        def _grouped(whole, separator):
            if not separator:
                return whole
            first = len(whole) % 3
            groups = [whole[:first]] if first else []
            groups += [whole[index : index + 3] for index in range(first, len(whole), 3)]
            return separator.join(groups)


        def _operand(value):
            if isinstance(value, Decimal):
                return value
            if isinstance(value, int):
                return Decimal(value)
            raise TypeError("conversion from %s to Decimal is not supported" % type(value).__name__)


        DefaultContext = Context()
        BasicContext = Context(prec=9, rounding=ROUND_HALF_UP)
        ExtendedContext = Context(prec=9, traps=[])
        _context = DefaultContext.copy()


        def getcontext():
            """The context in force."""
            return _context


        def setcontext(context, /):
            """Puts a context in force."""
            global _context
            _context = context.copy() if context in (DefaultContext, BasicContext, ExtendedContext) else context


        class localcontext:
            """Keeps the context for a while."""

            def __init__(self, ctx=None, **kwargs):
                self._new = (ctx or getcontext()).copy()
                for name, value in kwargs.items():
                    if name not in ("prec", "rounding", "Emin", "Emax", "capitals", "clamp", "flags", "traps"):
                        raise TypeError(f"'{name}' is an invalid keyword argument for this function")
                    setattr(self._new, name, value)

            def __enter__(self):
                self._saved = getcontext()
                setcontext(self._new)
                return self._new

            def __exit__(self, *details):
                setcontext(self._saved)
        """#
}
