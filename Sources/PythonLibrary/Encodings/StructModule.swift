package import PythonRuntime

/// `struct`, written in the dialect.
package enum StructModule {
    package static let module = NativeModule(
        "struct",
        "Numbers in bytes.",
        body: ModuleBody(program)
    )

    private static let program = #"""
        import math
        import re

        __all__ = ["calcsize", "pack", "unpack", "unpack_from", "iter_unpack", "Struct", "error"]


        class error(Exception):
            """A format or values that do not fit it."""


        _SIZES = {
            "x": 1, "c": 1, "b": 1, "B": 1, "?": 1, "h": 2, "H": 2, "i": 4, "I": 4, "l": 4, "L": 4, "q": 8, "Q": 8, "e": 2,
            "f": 4, "d": 8, "s": 1, "p": 1,
        }
        _NATIVE = {**_SIZES, "l": 8, "L": 8, "n": 8, "N": 8, "P": 8}
        _FLOATS = {"e": (5, 10), "f": (8, 23), "d": (11, 52)}


        def _items(format):
            # Order of bytes, and for each item its letter, count and place.
            if isinstance(format, bytes):
                format = format.decode()
            order, text = "@", format
            if text[:1] and text[0] in "@=<>!":
                order, text = text[0], text[1:]
            sizes = _NATIVE if order == "@" else _SIZES
            items = []
            place = 0
            index = 0
            while index < len(text):
                if text[index].isspace():
                    index += 1
                    continue
                digits = re.match("[0-9]*", text[index:]).group()
                index += len(digits)
                if index >= len(text):
                    raise error("repeat count given without format specifier")
                letter = text[index]
                index += 1
                if letter not in sizes:
                    raise error("bad char in struct format")
                count = int(digits) if digits else 1
                size = sizes[letter]
                if order == "@" and letter not in "xcbB?sp":
                    place = -(-place // size) * size
                items.append((letter, count, place, size))
                place += size * count
            return "little" if order in "@=<" else "big", items, place


        def _packed_float(value, letter, order):
            exponent_bits, bits = _FLOATS[letter]
            bias = (1 << exponent_bits - 1) - 1
            sign = 1 if math.copysign(1.0, value) < 0 else 0
            value = abs(value)
            if math.isnan(value):
                field, fraction = (1 << exponent_bits) - 1, 1 << bits - 1
            elif math.isinf(value):
                field, fraction = (1 << exponent_bits) - 1, 0
            elif value == 0:
                field = fraction = 0
            else:
                numerator, denominator = value.as_integer_ratio()
                exponent = max(math.frexp(value)[1] - 1, 1 - bias)
                # The value in units of the last place, rounded half to even.
                shift = bits - exponent
                numerator, denominator = (numerator << shift, denominator) if shift >= 0 else (numerator, denominator << -shift)
                whole, rest = divmod(numerator, denominator)
                if rest * 2 > denominator or (rest * 2 == denominator and whole & 1):
                    whole += 1
                if whole >> bits + 1:
                    whole >>= 1
                    exponent += 1
                field, fraction = (exponent + bias, whole - (1 << bits)) if whole >> bits else (0, whole)
                if field >= (1 << exponent_bits) - 1:
                    raise OverflowError("float too large to pack with %s format" % letter)
            size = _SIZES[letter]
            return (sign << size * 8 - 1 | field << bits | fraction).to_bytes(size, order)


        def _unpacked_float(data, letter, order):
            exponent_bits, bits = _FLOATS[letter]
            number = int.from_bytes(data, order)
            sign = -1.0 if number >> exponent_bits + bits else 1.0
            field = number >> bits & (1 << exponent_bits) - 1
            fraction = number & (1 << bits) - 1
            bias = (1 << exponent_bits - 1) - 1
            if field == (1 << exponent_bits) - 1:
                return math.nan if fraction else sign * math.inf
            if field:
                return sign * math.ldexp(fraction + (1 << bits), field - bias - bits)
            return sign * math.ldexp(fraction, 1 - bias - bits)


        def _packed(letter, size, value, order, is_native):
            if letter == "c":
                if not isinstance(value, bytes) or len(value) != 1:
                    raise error("char format requires a bytes object of length 1")
                return value
            if letter == "?":
                return b"\x01" if value else b"\x00"
            if letter in _FLOATS:
                if not isinstance(value, (int, float)):
                    raise error("required argument is not a float")
                return _packed_float(float(value), letter, order)
            if not isinstance(value, int):
                raise error("required argument is not an integer")
            is_signed = letter in "bhilqn"
            least = -(1 << size * 8 - 1) if is_signed else 0
            most = (1 << size * 8 - is_signed) - 1
            if not least <= value <= most:
                name = {"b": "byte", "B": "ubyte"}.get(letter)
                if is_native:
                    name = {"h": "short", "H": "ushort"}.get(letter, name)
                if name is None and is_native:
                    raise error("int too large to convert" if letter in "qQ" else "argument out of range")
                raise error(f"{name or repr(letter)} format requires {least} <= number <= {most}")
            return value.to_bytes(size, order, signed=is_signed)


        def calcsize(format, /):
            """How many bytes a format describes."""
            return _items(format)[2]


        def pack(format, /, *values):
            """The values as bytes."""
            order, items, total = _items(format)
            is_native = format[:1] not in ("=", "<", ">", "!", b"=", b"<", b">", b"!")
            wanted = sum(1 if letter in "sp" else 0 if letter == "x" else count for letter, count, _, _ in items)
            if wanted != len(values):
                raise error(f"pack expected {wanted} items for packing (got {len(values)})")
            result = b""
            left = list(values)
            for letter, count, place, size in items:
                result += b"\x00" * (place - len(result))
                if letter == "x":
                    result += b"\x00" * count
                elif letter in "sp":
                    value = left.pop(0)
                    if not isinstance(value, bytes):
                        raise error(f"argument for '{letter}' must be a bytes object")
                    if letter == "p":
                        value = value[: max(0, min(count - 1, 255))]
                        value = bytes([len(value)]) + value if count else b""
                    result += value[:count] + b"\x00" * (count - len(value))
                else:
                    for _ in range(count):
                        result += _packed(letter, size, left.pop(0), order, is_native)
            return result + b"\x00" * (total - len(result))


        def unpack(format, buffer, /):
            """The values of bytes, as a tuple."""
            order, items, total = _items(format)
            if len(buffer) != total:
                raise error(f"unpack requires a buffer of {total} bytes")
            values = []
            for letter, count, place, size in items:
                if letter == "x":
                    continue
                if letter in "sp":
                    part = buffer[place : place + count]
                    values.append(part[1 : 1 + part[0]] if letter == "p" and part else part)
                    continue
                for number in range(count):
                    part = buffer[place + number * size : place + (number + 1) * size]
                    if letter == "c":
                        values.append(part)
                    elif letter == "?":
                        values.append(part != b"\x00")
                    elif letter in _FLOATS:
                        values.append(_unpacked_float(part, letter, order))
                    else:
                        values.append(int.from_bytes(part, order, signed=letter in "bhilqn"))
            return tuple(values)


        def unpack_from(format, /, buffer, offset=0):
            """The values of bytes from a place on."""
            total = calcsize(format)
            if offset < 0:
                offset += len(buffer)
            if len(buffer) - offset < total:
                raise error(
                    f"unpack_from requires a buffer of at least {total + offset} bytes for unpacking {total} bytes at offset "
                    f"{offset} (actual buffer size is {len(buffer)})"
                )
            return unpack(format, buffer[offset : offset + total])


        def iter_unpack(format, buffer, /):
            """The values of each part of bytes."""
            total = calcsize(format)
            if not total:
                raise error("cannot iteratively unpack with a struct of length 0")
            if len(buffer) % total:
                raise error(f"iterative unpacking requires a buffer of a multiple of {total} bytes")
            for start in range(0, len(buffer), total):
                yield unpack(format, buffer[start : start + total])


        class Struct:
            """A format that is used often."""

            def __init__(self, format):
                self.format = format
                self.size = calcsize(format)

            def pack(self, *values):
                """The values as bytes."""
                return pack(self.format, *values)

            def unpack(self, buffer):
                """The values of bytes."""
                return unpack(self.format, buffer)

            def unpack_from(self, buffer, offset=0):
                """The values of bytes from a place on."""
                return unpack_from(self.format, buffer, offset)

            def iter_unpack(self, buffer):
                """The values of each part of bytes."""
                return iter_unpack(self.format, buffer)
        """#
}
