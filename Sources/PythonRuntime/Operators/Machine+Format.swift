/// Formatted strings: what `{…}` of an f-string does.
extension Machine {
    /// The text of one replacement field. `conversion`: 0 none, 1 `!s`, 2 `!r`, 3 `!a`.
    @inline(__always)
    mutating func formatField(
        _ value: Value, conversion: UInt8, _ specification: Value
    ) throws(Raised) -> Value {
        if conversion == 0, specification.isUnbound, value.isString { return value }
        let converted: Value =
            switch conversion {
            case 1: try str(value)
            case 2: try repr(value)
            case 3: try asciiRepr(value)
            default: value
            }
        return try format(converted, specification.isUnbound ? intern("") : specification)
    }

    /// `ascii(value)`.
    package mutating func asciiRepr(_ value: Value) throws(Raised) -> Value {
        if value.isString {
            var writer = beginText()
            PythonText(memory.bytes(value), isASCII: value.isASCII).appendASCIIRepr(into: &writer)
            return try finish(writer)
        }
        let text = try repr(value)
        if text.isASCII { return text }
        // Escapes what is not ASCII; quotes are part of the text already.
        var writer = beginText()
        for scalar in string(text).unicodeScalars {
            if scalar.isASCII {
                writer.append(UInt8(truncatingIfNeeded: scalar.value))
            } else {
                let digits = String(scalar.value, radix: 16)
                let width = scalar.value < 0x100 ? 2 : scalar.value < 0x10000 ? 4 : 8
                let letter = width == 2 ? "x" : width == 4 ? "u" : "U"
                writer.append("\\\(letter)" + String(repeating: "0", count: width - digits.count) + digits)
            }
        }
        return try finish(writer)
    }

    /// The pieces of an f-string, joined.
    mutating func joinPieces(_ pieces: UnsafeMutablePointer<Value>, count: Int) throws(Raised) -> Value {
        var writer = beginText()
        for index in 0..<count { writer.append(contentsOf: memory.bytes(pieces[index]), isASCII: pieces[index].isASCII) }
        return try finish(writer)
    }
}
