extension EnumModule {
    /// The second part of the program.
    static let second = #"""
        class Flag(Enum):
            """Constants that are bits and can be combined."""

            _is_flag_ = True
            _boundary_ = STRICT
            _flag_mask_ = 0

            @classmethod
            def __class_setup__(cls):
                cls.__dict__["_flag_mask_"] = 0
                for name in cls._member_names_:
                    cls.__dict__["_flag_mask_"] |= cls._member_map_[name]._value_

            @classmethod
            def _counts(cls, value):
                # A combination is an alias.
                return isinstance(value, int) and value > 0 and value & (value - 1) == 0

            def _generate_next_value_(name, start, count, last_values):
                if not last_values:
                    return start if start is not None else 1
                return 2 ** (max(last_values)).bit_length()

            @classmethod
            def _missing_(cls, value):
                if not isinstance(value, int):
                    raise ValueError("%r is not a valid %s" % (value, cls.__qualname__))
                mask = cls._flag_mask_
                every = (1 << mask.bit_length()) - 1
                if not ~every <= value <= every or value & (every ^ mask):
                    if cls._boundary_ == STRICT:
                        width = max(value.bit_length(), mask.bit_length())
                        raise ValueError(
                            "%r invalid value %r\n    given %s\n  allowed %s"
                            % (cls, value, _bits(value, width), _bits(mask, width))
                        )
                    if cls._boundary_ == CONFORM:
                        value &= mask
                    elif cls._boundary_ == EJECT:
                        return value
                    elif value < 0:
                        value = max(every + 1, 2 ** value.bit_length()) + value
                if value < 0:
                    value += every + 1
                known = cls._value2member_map_.get(value)
                if known is not None:
                    return known
                made = object.__new__(cls) if cls._member_type_ is object else cls._member_type_.__new__(cls, value)
                made._value_ = value
                rest = value
                names = []
                for member_name in cls._member_names_:
                    bit = cls._member_map_[member_name]._value_
                    if bit & value:
                        names.append(member_name)
                        rest &= ~bit
                made._name_ = ("|".join(names) + (f"|{rest:#x}" if rest and cls._boundary_ == KEEP else "")) if names else None
                return cls._value2member_map_.setdefault(value, made)

            def __iter__(self):
                for name in self._member_names_:
                    found = self._member_map_[name]
                    if found._value_ & self._value_:
                        yield found

            def __len__(self):
                return bin(self._value_).count("1")

            def __contains__(self, other):
                if not isinstance(other, self.__class__):
                    raise TypeError(
                        "unsupported operand type(s) for 'in': %r and %r"
                        % (type(other).__qualname__, self.__class__.__qualname__)
                    )
                return other._value_ & self._value_ == other._value_

            def __repr__(self):
                if self._name_ is None:
                    return f"<{self.__class__.__name__}: {self._value_!r}>"
                return f"<{self.__class__.__name__}.{self._name_}: {self._value_!r}>"

            def __str__(self):
                if self._name_ is None:
                    return f"{self.__class__.__name__}({self._value_!r})"
                return f"{self.__class__.__name__}.{self._name_}"

            def __bool__(self):
                return bool(self._value_)

            def _bits_of(self, other):
                if isinstance(other, self.__class__):
                    return other._value_
                return other if self._member_type_ is int and isinstance(other, int) else None

            def __or__(self, other):
                bits = self._bits_of(other)
                return NotImplemented if bits is None else self.__class__(self._value_ | bits)

            def __and__(self, other):
                bits = self._bits_of(other)
                return NotImplemented if bits is None else self.__class__(self._value_ & bits)

            def __xor__(self, other):
                bits = self._bits_of(other)
                return NotImplemented if bits is None else self.__class__(self._value_ ^ bits)

            __ror__, __rand__, __rxor__ = __or__, __and__, __xor__

            def __invert__(self):
                if self._boundary_ in (EJECT, KEEP):
                    return self.__class__(~self._value_)
                return self.__class__(self._flag_mask_ & ~self._value_)


        class IntFlag(int, Flag):
            """Constants that are bits of ints."""

            _boundary_ = KEEP

            def __str__(self):
                return repr(self._value_)

            def __format__(self, format_spec):
                return format(self._value_, format_spec)


        def _bits(number, width):
            return f"0b{int(number < 0)} {number & ((1 << width) - 1):0{width}b}"


        def unique(enumeration):
            """A decorator: no two names for one value."""
            aliases = [
                f"{name} -> {found._name_}" for name, found in enumeration._member_map_.items() if name != found._name_
            ]
            if aliases:
                raise ValueError(f"duplicate values found in {enumeration!r}: {', '.join(aliases)}")
            return enumeration


        class verify:
            """A decorator that checks an enumeration."""

            def __init__(self, *checks):
                self.checks = checks

            def __call__(self, enumeration):
                for check in self.checks:
                    if check == UNIQUE:
                        aliases = [
                            f"{name} -> {found._name_}" for name, found in enumeration._member_map_.items() if name != found._name_
                        ]
                        if aliases:
                            raise ValueError(f"aliases found in {enumeration!r}: {', '.join(aliases)}")
                    elif check == CONTINUOUS:
                        values = sorted({found._value_ for found in enumeration})
                        missing = [value for value in range(values[0], values[-1] + 1) if value not in values] if values else []
                        if missing:
                            raise ValueError(f"invalid {enumeration!r}: missing values {', '.join(map(str, missing))}")
                return enumeration


        def global_enum(cls, update_str=False):
            """A decorator: the enumeration as it is."""
            return cls


        class property(_property):
            """A property of members."""
        """#
}
