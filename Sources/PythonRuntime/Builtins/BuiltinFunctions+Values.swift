/// Functions of any value: its length, type, text, hash.
extension BuiltinFunctions {
    static let values: [NativeFunction] = [
        NativeFunction("ascii(object, /)", "The repr, escaped to ASCII.") {
            (machine: inout Machine, arguments) throws(Raised) in try machine.asciiRepr(arguments[0])
        },
        NativeFunction("callable(object, /)", "Whether it can be called.") {
            (machine: inout Machine, arguments) throws(Raised) in .bool(machine.isCallable(arguments[0]))
        },
        NativeFunction("format(value, specification='', /)", "A value as text, by a format specification.", format),
        NativeFunction("hash(object, /)", "The hash of a value.") {
            (machine: inout Machine, arguments) throws(Raised) in .int(try machine.visibleHash(arguments[0]))
        },
        NativeFunction("id(object, /)", "A number that no other value has at the same time.") {
            (_: inout Machine, arguments) throws(Raised) in
            let place = UInt64(arguments[0].region.rawValue) << 52 | UInt64(arguments[0].tag.rawValue) << 56
            return .int(Int64((arguments[0].payload ^ place) & UInt64(Int64.max)))
        },
        NativeFunction("isinstance(object, classes, /)", "Whether a value is an instance of a class.") {
            (machine: inout Machine, arguments) throws(Raised) in
            .bool(try machine.isInstance(arguments[0], ofAny: arguments[1]))
        },
        NativeFunction("issubclass(type, classes, /)", "Whether a class is derived from another.", isSubclass),
        NativeFunction("len(object, /)", "The number of elements.") {
            (machine: inout Machine, arguments) throws(Raised) in .int(try machine.length(arguments[0]))
        },
        NativeFunction("print(*values, sep=None, end=None, file=None, flush=False)", "Prints values.", print),
        NativeFunction("repr(object, /)", "A text for developers.") {
            (machine: inout Machine, arguments) throws(Raised) in try machine.repr(arguments[0])
        },
    ]

    private static func format(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        guard machine.unwrapped(arguments[1]).isString else {
            throw machine.raise(
                .typeError,
                "format() argument 2 must be str, not \(machine.argumentTypeName(arguments[1]))"
            )
        }
        return try machine.format(arguments[0], machine.unwrapped(arguments[1]))
    }

    private static func isSubclass(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        guard arguments[0].tag == .classObject || arguments[0].tag == .nativeType else {
            throw machine.raise(.typeError, "issubclass() arg 1 must be a class")
        }
        return .bool(try machine.isSubclass(arguments[0], ofAny: arguments[1]))
    }

    /// Writes to ``Machine/printed``, or to what has `write`.
    private static func print(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let separator = try text(&machine, arguments[1], "sep", fallback: " ")
        let end = try text(&machine, arguments[2], "end", fallback: "\n")
        // Text for somebody's `write` is bounded like any other text, text for the host by a limit of its own.
        let limit =
            arguments[3].isNone
            ? machine.limits.printedBytesMax - machine.printed.count : machine.limits.arenaBytesMax
        var output: [UInt8] = []
        for index in 0..<machine.count(ofSequence: arguments[0]) {
            if index > 0 { try gather(&machine, separator, &output, limit) }
            try gather(&machine, try machine.str(machine.element(ofSequence: arguments[0], index)), &output, limit)
        }
        try gather(&machine, end, &output, limit)
        guard arguments[3].isNone else {
            let line = try output.withUnsafeBytes { bytes in
                Result { () throws(Raised) in try machine.makeString(bytes) }
            }.get()
            _ = try machine.callMethod(arguments[3], "write", [line])
            return .none
        }
        machine.printed.append(contentsOf: output)
        return .none
    }

    /// Adds a text to what `print` writes; BudgetExceeded before it grows past `limit` bytes.
    private static func gather(
        _ machine: inout Machine,
        _ text: Value,
        _ output: inout [UInt8],
        _ limit: Int
    ) throws(Raised) {
        let bytes = machine.memory.bytes(text)
        guard bytes.count <= limit - output.count else {
            throw machine.exhausted("bytes of output", machine.limits.printedBytesMax)
        }
        try machine.charge(1 + bytes.count / 256)
        output.append(contentsOf: bytes)
    }

    private static func text(
        _ machine: inout Machine,
        _ value: Value,
        _ name: String,
        fallback: String
    ) throws(Raised) -> Value {
        if value.isNone { return machine.intern(fallback) }
        let inner = machine.unwrapped(value)
        guard inner.isString else {
            throw machine.raise(.typeError, "\(name) must be None or a string, not \(machine.errorTypeName(value))")
        }
        return inner
    }
}

extension Machine {
    /// Whether a value can be called.
    package func isCallable(_ value: Value) -> Bool {
        switch value.tag {
        case .function, .native, .boundMethod, .classObject, .nativeType, .staticMethod: true
        case .instance:
            !lookupInClass(instanceClass(value), names.call.value).isUnbound
        case .object, .foreign: (types.entry(typeNumber(value))?.callable ?? -1) >= 0
        default: false
        }
    }

    /// `hash(value)`: CPython's for numbers, what `__hash__` says for instances.
    mutating func visibleHash(_ value: Value) throws(Raised) -> Int64 {
        switch value.tag {
        case .int, .bool: return NumberHash.hash(value.intValue)
        case .float where !value.floatValue.isNaN: return NumberHash.hash(value.floatValue)
        case .bigInt: return bigIntegerHash(value)
        default: return visible(try hash(value))
        }
    }

    /// `issubclass(type, classes)`: a class, a union, or a tuple of them however nested.
    mutating func isSubclass(_ type: Value, ofAny classes: Value) throws(Raised) -> Bool {
        switch classes.tag {
        case .classObject: return isSubclass(type, of: classes)
        case .nativeType:
            if isSubclass(type, of: classes) { return true }
            guard type.tag == .classObject else { return false }
            let native = nativeBase(type)
            return native.raw != 0 && types.isDerived(native, from: typeNumber(ofType: classes))
        case .object where typeNumber(classes) == types.unionType:
            return try isSubclass(type, ofAny: objectField(classes, 0))
        case .tuple:
            try enterNative()
            defer { leaveNative() }
            for index in 0..<tupleCount(classes) where try isSubclass(type, ofAny: tupleElement(classes, index)) {
                return true
            }
            return false
        default:
            throw raise(.typeError, "issubclass() arg 2 must be a class, a tuple of classes, or a union")
        }
    }
}
