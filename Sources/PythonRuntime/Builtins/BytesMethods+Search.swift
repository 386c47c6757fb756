extension BytesMethods {
    static func startsWith(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        try hasEdge(&machine, arguments, "startswith") { text, edge, start, end in
            text.hasPrefix(edge, start: start, end: end)
        }
    }

    static func endsWith(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        try hasEdge(&machine, arguments, "endswith") { text, edge, start, end in
            text.hasSuffix(edge, start: start, end: end)
        }
    }

    private static func hasEdge(
        _ machine: inout Machine,
        _ arguments: NativeArguments,
        _ name: StaticString,
        _ test: (PythonText, PythonText, Int?, Int?) -> Bool
    ) throws(Raised) -> Value {
        let start = try machine.boundArgument(arguments[2])
        let end = try machine.boundArgument(arguments[3])
        let text = plain(machine, arguments[0])
        let edge = machine.unwrapped(arguments[1])
        if edge.tag == .bytes { return .bool(test(text, plain(machine, edge), start, end)) }
        guard edge.tag == .tuple else {
            throw machine.raise(
                .typeError,
                "\(name) first arg must be bytes or a tuple of bytes, not \(machine.errorTypeName(edge))"
            )
        }
        try machine.charge(machine.tupleCount(edge) / 16)
        for index in 0..<machine.tupleCount(edge) {
            let candidate = try required(&machine, machine.tupleElement(edge, index))
            if test(text, plain(machine, candidate), start, end) { return .true }
        }
        return .false
    }

    static func find(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        .int(try position(&machine, arguments, isLast: false) ?? -1)
    }

    static func findLast(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        .int(try position(&machine, arguments, isLast: true) ?? -1)
    }

    static func index(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        guard let found = try position(&machine, arguments, isLast: false) else { throw missing(&machine) }
        return .int(found)
    }

    static func indexLast(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        guard let found = try position(&machine, arguments, isLast: true) else { throw missing(&machine) }
        return .int(found)
    }

    private static func missing(_ machine: inout Machine) -> Raised {
        machine.raise(.valueError, "subsection not found")
    }

    private static func position(
        _ machine: inout Machine,
        _ arguments: NativeArguments,
        isLast: Bool
    ) throws(Raised) -> Int? {
        let needle = try needle(&machine, arguments[1])
        let start = try machine.boundArgument(arguments[2])
        let end = try machine.boundArgument(arguments[3])
        try machine.charge(Int(arguments[0].length) >> 8)
        let text = plain(machine, arguments[0])
        return isLast
            ? text.findLast(plain(machine, needle), start: start, end: end)
            : text.find(plain(machine, needle), start: start, end: end)
    }

    static func count(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let needle = try needle(&machine, arguments[1])
        let start = try machine.boundArgument(arguments[2])
        let end = try machine.boundArgument(arguments[3])
        try machine.charge(Int(arguments[0].length) >> 6)
        return .int(plain(machine, arguments[0]).occurrences(of: plain(machine, needle), start: start, end: end))
    }

    /// Bytes, or the single byte of a number.
    private static func needle(_ machine: inout Machine, _ value: Value) throws(Raised) -> Value {
        let inner = machine.unwrapped(value)
        if inner.tag == .bytes { return inner }
        guard machine.isInteger(inner) || machine.lookupSpecial(value, "__index__") != nil else {
            throw machine.raise(
                .typeError,
                "argument should be integer or bytes-like object, not '\(machine.errorTypeName(value))'"
            )
        }
        guard case .small(let word) = try machine.integerArgument(value), let byte = UInt8(exactly: word) else {
            throw machine.raise(.valueError, "byte must be in range(0, 256)")
        }
        return try machine.makeText([byte], tag: .bytes)
    }

    static func replace(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let receiver = arguments[0]
        let old = plain(machine, try required(&machine, arguments[1]))
        let new = plain(machine, try required(&machine, arguments[2]))
        let count = try machine.sizeArgument(arguments[3])
        try machine.charge(Int(receiver.length) >> 6)
        let whole = plain(machine, receiver)
        guard count != 0, whole.contains(old) else { return receiver }
        return try machine.writeText(tag: .bytes) { (writer: inout TextWriter) throws(TextFault) in
            guard old.count == 0 else {
                try whole.appendReplacing(old, with: new, count: count, into: &writer)
                return
            }
            var left = count < 0 ? Int.max : count
            for offset in 0...whole.count {
                if left > 0 { writer.append(contentsOf: new.bytes) }
                if offset < whole.count { writer.append(whole.bytes[offset]) }
                left = max(0, left - 1)
            }
        }
    }

    static func removePrefix(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let receiver = arguments[0]
        let prefix = try required(&machine, arguments[1])
        guard plain(machine, receiver).hasPrefix(plain(machine, prefix)) else { return receiver }
        return machine.slice(receiver, Int(prefix.length), Int(receiver.length))
    }

    static func removeSuffix(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let receiver = arguments[0]
        let suffix = try required(&machine, arguments[1])
        guard plain(machine, receiver).hasSuffix(plain(machine, suffix)) else { return receiver }
        return machine.slice(receiver, 0, Int(receiver.length) - Int(suffix.length))
    }

    static func lower(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        try StringMethods.flipCase(&machine, arguments[0], from: UInt8(ascii: "A"))
    }

    static func upper(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        try StringMethods.flipCase(&machine, arguments[0], from: UInt8(ascii: "a"))
    }

    static func isAlphanumeric(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        try every(&machine, arguments) { ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 }
    }

    static func isAlphabetic(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        try every(&machine, arguments) { ($0 | 0x20) &- 0x61 < 26 }
    }

    static func isDigit(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        try every(&machine, arguments) { $0 &- 0x30 < 10 }
    }

    static func isSpace(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        try every(&machine, arguments) { isSpace($0) }
    }

    static func isASCII(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        try machine.charge(Int(arguments[0].length) >> 8)
        return .bool(PythonText.isASCII(machine.memory.bytes(arguments[0])))
    }

    static func isLower(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        try machine.charge(Int(arguments[0].length) >> 6)
        let bytes = machine.memory.bytes(arguments[0])
        return .bool(bytes.contains { $0 &- 0x61 < 26 } && !bytes.contains { $0 &- 0x41 < 26 })
    }

    static func isUpper(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        try machine.charge(Int(arguments[0].length) >> 6)
        let bytes = machine.memory.bytes(arguments[0])
        return .bool(bytes.contains { $0 &- 0x41 < 26 } && !bytes.contains { $0 &- 0x61 < 26 })
    }

    private static func every(
        _ machine: inout Machine,
        _ arguments: NativeArguments,
        _ test: (UInt8) -> Bool
    ) throws(Raised) -> Value {
        try machine.charge(Int(arguments[0].length) >> 6)
        let bytes = machine.memory.bytes(arguments[0])
        return .bool(bytes.count > 0 && bytes.allSatisfy(test))
    }
}
