import BigInt

/// The bodies of the methods of `int`.
enum IntegerMethods {
    /// `int(x, base)`.
    static func construct(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let value = arguments[1]
        guard !arguments[2].isUnbound else {
            return value.isUnbound ? .int(Int64(0)) : try machine.makeInteger(of: value)
        }
        guard !value.isUnbound else { throw machine.raise(.typeError, "int() missing string argument") }
        let base: Int
        guard case .small(let word) = try machine.integerArgument(arguments[2]), word == 0 || (2...36).contains(word)
        else {
            throw machine.raise(.invalidBase)
        }
        base = Int(word)
        let text = machine.unwrapped(value)
        guard text.isString || text.tag == .bytes else {
            throw machine.raise(.typeError, "int() can't convert non-string with explicit base")
        }
        return try machine.parseInteger(text, base: base)
    }

    static func itself(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        arguments[0].tag == .bool ? .int(arguments[0].intValue) : arguments[0]
    }

    private static func number(_ machine: inout Machine, _ arguments: NativeArguments) -> PythonInteger {
        machine.integer(arguments[0]) ?? .small(0)
    }

    static func bitLength(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        .int(number(&machine, arguments).bitLength)
    }

    static func bitCount(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        switch number(&machine, arguments) {
        case .small(let word): return .int(word.magnitude.nonzeroBitCount)
        case .big(let big): return .int(big.magnitude.words.reduce(0) { $0 + $1.nonzeroBitCount })
        }
    }

    static func integerRatio(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        try machine.makeTuple([try itself(&machine, arguments), .int(Int64(1))])
    }

    static func toBytes(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let length = try machine.sizeArgument(arguments[1])
        let order = try byteOrder(&machine, arguments[2], "to_bytes")
        let signed = try machine.truth(arguments[3])
        let value = number(&machine, arguments)
        if length > 256 { try machine.charge(min(length, machine.limits.arenaBytesMax) >> 8) }
        var writer = machine.beginText()
        do throws(NumberFault) {
            try value.appendBytes(length: length, order: order, signed: signed, into: &writer)
        } catch {
            throw machine.raise(error)
        }
        return try machine.finish(writer, tag: .bytes)
    }

    static func fromBytes(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let order = try byteOrder(&machine, arguments[2], "from_bytes")
        let signed = try machine.truth(arguments[3])
        var bytes = machine.unwrapped(arguments[1])
        if bytes.tag != .bytes {
            guard !bytes.isString else { throw machine.raise(.typeError, "cannot convert 'str' object to bytes") }
            guard !bytes.isIntegral else {
                throw machine.raise(.typeError, "cannot convert '\(machine.errorTypeName(bytes))' object to bytes")
            }
            bytes = try BytesMethods.bytes(&machine, of: bytes)
        }
        let limits = machine.numberLimits
        let raw = machine.memory.bytes(bytes)
        try machine.charge(raw.count >> 8)
        let value = try machine.checked { () throws(NumberFault) in
            try PythonInteger(bytes: raw, order: order, signed: signed, limits: limits)
        }
        return try convert(&machine, try machine.makeInteger(value), to: arguments[0])
    }

    /// What a class method of `int` gives when it is called on `bool` or on a class that a rule derived.
    private static func convert(
        _ machine: inout Machine,
        _ value: Value,
        to type: Value
    ) throws(Raised) -> Value {
        type.isIdentical(to: .type(TypeNumber(.int))) ? value : try machine.call(type, [value])
    }

    private static func byteOrder(
        _ machine: inout Machine,
        _ value: Value,
        _ name: StaticString
    ) throws(Raised) -> ByteOrder {
        let text = try StringMethods.text(&machine, value, "\(name)() argument 'byteorder' must be str")
        if machine.text(text, is: "big") { return .big }
        if machine.text(text, is: "little") { return .little }
        throw machine.raise(.valueError, "byteorder must be either 'little' or 'big'")
    }
}
