/// Conversions to numbers, as `int(x)` and `float(x)` make them.
extension Machine {
    /// `int(value)`, without a base.
    package mutating func makeInteger(of value: Value) throws(Raised) -> Value {
        switch value.tag {
        case .int, .bigInt: return value
        case .bool: return .int(value.intValue)
        case .float:
            let number = value.floatValue
            return try makeInteger(checked { () throws(NumberFault) in try PythonInteger(truncating: number) })
        case .string, .bytes: return try parseInteger(value, base: 10)
        case .instance:
            if let method = lookupSpecial(value, "__int__") {
                let result = try call(method, [])
                if let number = integer(unwrapped(result)) { return try makeInteger(number) }
                throw raise(.typeError, "__int__ returned non-int (type \(errorTypeName(result)))")
            }
            if lookupSpecial(value, "__index__") != nil { return try makeInteger(try integerArgument(value)) }
            if let method = lookupSpecial(value, "__trunc__") {
                let result = try call(method, [])
                if let number = integer(unwrapped(result)) { return try makeInteger(number) }
                if lookupSpecial(result, "__index__") != nil { return try makeInteger(try integerArgument(result)) }
                throw raise(.typeError, "__trunc__ returned non-Integral (type \(errorTypeName(result)))")
            }
            let inner = unwrapped(value)
            if isInteger(inner) || [.float, .string, .bytes].contains(inner.tag) {
                return try makeInteger(of: inner)
            }
        case .object, .foreign:
            let number = try intIfAny(value)
            if !number.isUnbound { return number }
        default: break
        }
        throw raise(
            .typeError,
            "int() argument must be a string, a bytes-like object or a real number, not '\(errorTypeName(value))'"
        )
    }

    /// What `__int__` of a library object gives; unbound if it has none.
    mutating func intIfAny(_ value: Value) throws(Raised) -> Value {
        let method = try attributeIfAny(value, name("__int__"))
        return method.isUnbound ? .unbound : try call(method, [])
    }

    /// `int(text, base)` of a string or bytes.
    mutating func parseInteger(_ text: Value, base: Int) throws(Raised) -> Value {
        try charge(Int(text.length) >> 4)
        let limits = numberLimits
        let letters = pythonText(text)
        let value = try checked { () throws(NumberFault) in
            text.isString
                ? try PythonInteger(parsing: letters, base: base, limits: limits)
                : try PythonInteger(parsingBytes: letters.bytes, base: base, limits: limits)
        }
        return try makeInteger(value)
    }

    /// The float of a number, or of what has `__float__` or `__index__`; nil for what is none.
    package mutating func floatIfAny(_ value: Value) throws(Raised) -> Double? {
        if let number = try double(value) { return number }
        switch value.tag {
        case .instance:
            if let method = lookupSpecial(value, "__float__") {
                let result = try call(method, [])
                let inner = unwrapped(result)
                guard inner.tag == .float else {
                    throw raise(
                        .typeError,
                        "\(errorTypeName(value)).__float__ returned non-float (type \(errorTypeName(result)))"
                    )
                }
                return inner.floatValue
            }
            if lookupSpecial(value, "__index__") != nil {
                let number = try integerArgument(value)
                return try checked { () throws(NumberFault) in try number.double() }
            }
            return try double(unwrapped(value))
        case .object, .foreign:
            let method = try attributeIfAny(value, name("__float__"))
            return method.isUnbound ? nil : try double(try call(method, []))
        default: return nil
        }
    }
}
