extension StringMethods {
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

    @inline(__always)
    private static func hasEdge(
        _ machine: inout Machine,
        _ arguments: NativeArguments,
        _ name: StaticString,
        _ test: (PythonText, PythonText, Int?, Int?) -> Bool
    ) throws(Raised) -> Value {
        let edge = arguments[1]
        let start = try machine.boundArgument(arguments[2])
        let end = try machine.boundArgument(arguments[3])
        let text = machine.pythonText(arguments[0])
        if edge.isString { return .bool(test(text, machine.pythonText(edge), start, end)) }
        guard edge.tag == .tuple else {
            let inner = machine.unwrapped(edge)
            if inner.isString { return .bool(test(text, machine.pythonText(inner), start, end)) }
            throw machine.raise(
                .typeError,
                "\(name) first arg must be str or a tuple of str, not \(machine.errorTypeName(edge))"
            )
        }
        let count = machine.tupleCount(edge)
        try machine.charge(count / 16)
        for index in 0..<count {
            let candidate = machine.unwrapped(machine.tupleElement(edge, index))
            guard candidate.isString else {
                throw machine.raise(
                    .typeError,
                    "tuple for \(name) must only contain str, not \(machine.errorTypeName(candidate))"
                )
            }
            if test(text, machine.pythonText(candidate), start, end) { return .true }
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
        guard let found = try position(&machine, arguments, isLast: false) else {
            throw machine.raise(.substringNotFound)
        }
        return .int(found)
    }

    static func indexLast(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        guard let found = try position(&machine, arguments, isLast: true) else {
            throw machine.raise(.substringNotFound)
        }
        return .int(found)
    }

    private static func position(
        _ machine: inout Machine,
        _ arguments: NativeArguments,
        isLast: Bool
    ) throws(Raised) -> Int? {
        let start = try machine.boundArgument(arguments[2])
        let end = try machine.boundArgument(arguments[3])
        let needle = try needle(&machine, arguments[1])
        try machine.charge(Int(arguments[0].length) >> 8)
        let text = machine.pythonText(arguments[0])
        return isLast
            ? text.findLast(machine.pythonText(needle), start: start, end: end)
            : text.find(machine.pythonText(needle), start: start, end: end)
    }

    static func count(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let start = try machine.boundArgument(arguments[2])
        let end = try machine.boundArgument(arguments[3])
        let needle = try needle(&machine, arguments[1])
        try machine.charge(Int(arguments[0].length) >> 6)
        let text = machine.pythonText(arguments[0])
        return .int(text.occurrences(of: machine.pythonText(needle), start: start, end: end))
    }

    static func needle(_ machine: inout Machine, _ value: Value) throws(Raised) -> Value {
        let inner = machine.unwrapped(value)
        guard inner.isString else {
            throw machine.raise(.typeError, "must be str, not \(machine.errorTypeName(value))")
        }
        return inner
    }

    static func replace(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let receiver = arguments[0]
        let old = try text(&machine, arguments[1], "replace() argument 1 must be str")
        let new = try text(&machine, arguments[2], "replace() argument 2 must be str")
        let count = try machine.sizeArgument(arguments[3])
        try machine.charge(Int(receiver.length) >> 6)
        let whole = machine.pythonText(receiver)
        let needle = machine.pythonText(old)
        guard count != 0, whole.contains(needle) else { return receiver }
        let replacement = machine.pythonText(new)
        let result = try machine.writeText { (writer: inout TextWriter) throws(TextFault) in
            try whole.appendReplacing(needle, with: replacement, count: count, into: &writer)
        }
        try machine.charge(Int(result.length) >> 8)
        return result
    }

    static func removePrefix(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let receiver = arguments[0]
        let prefix = try text(&machine, arguments[1], "removeprefix() argument must be str")
        guard machine.pythonText(receiver).hasPrefix(machine.pythonText(prefix)) else { return receiver }
        return machine.slice(receiver, Int(prefix.length), Int(receiver.length))
    }

    static func removeSuffix(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let receiver = arguments[0]
        let suffix = try text(&machine, arguments[1], "removesuffix() argument must be str")
        guard machine.pythonText(receiver).hasSuffix(machine.pythonText(suffix)) else { return receiver }
        return machine.slice(receiver, 0, Int(receiver.length) - Int(suffix.length))
    }
}
