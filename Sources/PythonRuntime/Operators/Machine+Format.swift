/// `format()`, and what `{…}` of an f-string does.
extension Machine {
    /// `format(value, specification)`. Raises TypeError "unsupported format string passed to X.__format__".
    package mutating func format(_ value: Value, _ specification: Value) throws(Raised) -> Value {
        let text = unwrapped(specification)
        guard text.isString else {
            throw raise(.typeError, "format() argument 2 must be str, not \(argumentTypeName(specification))")
        }
        switch value.tag {
        case .instance:
            if let method = lookupSpecial(value, "__format__") {
                let result = try call(method, [text])
                guard unwrapped(result).isString else {
                    throw raise(.typeError, "__format__ must return a str, not \(errorTypeName(result))")
                }
                return result
            }
            if text.length == 0 { return try str(value) }
            let inner = unwrapped(value)
            if !inner.isIdentical(to: value) { return try format(inner, text) }
        case .object, .foreign:
            if let body = types[typeNumber(value)].format { return try body(&self, value, text) }
        default: break
        }
        if text.length == 0 { return try str(value) }
        switch value.tag {
        case .string, .int, .bool, .bigInt, .float: return try formatBuiltin(value, text)
        default:
            throw raise(.typeError, "unsupported format string passed to \(errorTypeName(value)).__format__")
        }
    }

    private mutating func formatBuiltin(_ value: Value, _ specification: Value) throws(Raised) -> Value {
        let text = pythonText(specification)
        var writer = beginText()
        do {
            if value.isString {
                try Format.append(pythonText(value), specification: text, into: &writer)
            } else if value.tag == .float {
                try Format.append(value.floatValue, specification: text, into: &writer)
            } else if let number = integer(value) {
                let name = value.tag == .bool ? "bool" : "int"
                try Format.append(number, specification: text, typeName: name, limits: numberLimits, into: &writer)
            }
        } catch {
            throw raise(fault: error)
        }
        try charge(writer.count >> 8)
        return try finish(writer)
    }

    /// Makes the exception of a fault of text or numbers pending.
    mutating func raise(fault: any Error) -> Raised {
        switch fault {
        case let fault as TextFault: raise(fault)
        case let fault as NumberFault: raise(fault)
        default: Raised()
        }
    }

    /// The text of one replacement field. `conversion`: 0 none, 1 `!s`, 2 `!r`, 3 `!a`.
    @inline(__always)
    mutating func formatField(
        _ value: Value,
        conversion: UInt8,
        _ specification: Value
    ) throws(Raised) -> Value {
        if value.isString, conversion <= 1, specification.isUnbound { return value }
        if conversion == 0, specification.isUnbound, value.tag.rawValue <= Tag.string.rawValue {
            return try str(value)
        }
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
        for index in 0..<count {
            writer.append(contentsOf: memory.bytes(pieces[index]), isASCII: pieces[index].isASCII)
        }
        return try finish(writer)
    }
}
