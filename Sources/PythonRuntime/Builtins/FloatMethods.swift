/// The bodies of the methods of `float`.
enum FloatMethods {
    static func construct(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let value = arguments[1]
        if value.isUnbound { return .float(0) }
        if let number = try machine.floatIfAny(value) { return .float(number) }
        let text = machine.unwrapped(value)
        guard text.isString || text.tag == .bytes else {
            throw machine.raise(
                .typeError,
                "float() argument must be a string or a real number, not '\(machine.errorTypeName(value))'"
            )
        }
        try machine.charge(Int(text.length) >> 4)
        let letters = machine.pythonText(text)
        do throws(NumberFault) {
            // Bytes past ASCII are no letters: they make the text malformed, which is what they are as a number.
            let isPlain = text.isString || PythonText.isASCII(letters.bytes)
            guard isPlain else { throw .invalidFloat(quoted: "") }
            let plain = PythonText(letters.bytes, isASCII: text.isASCII || !text.isString)
            return machine.newFloat(try FloatParsing.parse(plain))
        } catch {
            guard text.tag == .bytes else { throw machine.raise(error) }
            let shown = machine.string(try machine.repr(text))
            throw machine.raise(.invalidFloat(quoted: shown))
        }
    }

    static func itself(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value { arguments[0] }

    static func truncated(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        try machine.makeInteger(of: arguments[0])
    }

    static func isInteger(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        .bool(FloatArithmetic.isInteger(arguments[0].floatValue))
    }

    static func hexadecimal(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        var writer = machine.beginText()
        FloatHexadecimal.append(arguments[0].floatValue, into: &writer)
        return try machine.finish(writer)
    }

    static func integerRatio(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let value = arguments[0].floatValue
        let ratio = try machine.checked { () throws(NumberFault) in try FloatArithmetic.integerRatio(value) }
        return try machine.makeTuple([
            try machine.makeInteger(ratio.numerator), try machine.makeInteger(ratio.denominator),
        ])
    }

    static func fromHexadecimal(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let value = machine.unwrapped(arguments[1])
        guard value.isString else {
            throw machine.raise(.typeError, "bad argument type for built-in operation")
        }
        let text = machine.pythonText(value)
        let number = Value.float(try machine.checked { () throws(NumberFault) in try FloatHexadecimal.parse(text) })
        return arguments[0].tag == .classObject ? try machine.call(arguments[0], [number]) : number
    }
}

extension Machine {
    /// A float that `float()` makes. A NaN is not identical to any other, as each is an object of its own in CPython.
    mutating func newFloat(_ number: Double) -> Value {
        guard number.isNaN else { return .float(number) }
        madeNaNs &+= 1
        let sign: UInt64 = number.sign == .minus ? 1 << 63 : 0
        return Value(tag: .float, payload: sign | Double.nan.bitPattern | madeNaNs & (1 << 51 - 1))
    }
}
