extension StringMethods {
    static func center(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        try justified(&machine, arguments, .center)
    }

    static func justifyLeft(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        try justified(&machine, arguments, .left)
    }

    static func justifyRight(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        try justified(&machine, arguments, .right)
    }

    private static func justified(
        _ machine: inout Machine,
        _ arguments: NativeArguments,
        _ side: PythonText.Justification
    ) throws(Raised) -> Value {
        let receiver = arguments[0]
        let width = try machine.sizeArgument(arguments[1])
        var fill: PythonText?
        if !arguments[2].isUnbound {
            fill = machine.pythonText(
                try text(&machine, arguments[2], "The fill character must be a unicode character")
            )
        }
        let whole = machine.pythonText(receiver)
        try chargeWidth(&machine, width)
        return try machine.writeText { (writer: inout TextWriter) throws(TextFault) in
            try whole.appendJustified(side, width: width, fill: fill, into: &writer)
        }
    }

    static func zeroFill(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let width = try machine.sizeArgument(arguments[1])
        let whole = machine.pythonText(arguments[0])
        try chargeWidth(&machine, width)
        return try machine.writeText { (writer: inout TextWriter) throws(TextFault) in
            try whole.appendZeroFilled(width: width, into: &writer)
        }
    }

    /// Steps for a width, which may be larger than what the arena holds.
    private static func chargeWidth(_ machine: inout Machine, _ width: Int) throws(Raised) {
        if width > 256 { try machine.charge(min(width, machine.limits.arenaBytesMax) >> 8) }
    }

    static func expandTabs(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let size = try machine.sizeArgument(arguments[1])
        guard let tabSize = Int32(exactly: size) else {
            throw machine.raise(.overflowError, "Python int too large to convert to C int")
        }
        let whole = machine.pythonText(arguments[0])
        let result = try machine.writeText { (writer: inout TextWriter) throws(TextFault) in
            try whole.appendExpandingTabs(tabSize: Int(tabSize), into: &writer)
        }
        try machine.charge(Int(result.length) >> 6)
        return result
    }

    /// `translate(table)`: the table maps ordinals to ordinals, strings or None, by `__getitem__`.
    static func translate(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let receiver = arguments[0]
        let table = arguments[1]
        var result: [UInt8] = []
        for scalar in CodePoints(machine.pythonText(receiver)) {
            try machine.charge(1)
            let replacement: Value
            do throws(Raised) { replacement = try machine.item(table, .int(Int64(scalar))) } catch {
                guard machine.isPending(.lookupError) else { throw error }
                _ = machine.takeException()
                result.append(codePoint: scalar)
                continue
            }
            try appendTranslation(&machine, replacement, to: &result)
            guard result.count <= machine.limits.arenaBytesMax else {
                throw machine.exhausted("bytes", machine.limits.arenaBytesMax)
            }
        }
        return try machine.makeText(result)
    }

    private static func appendTranslation(
        _ machine: inout Machine,
        _ replacement: Value,
        to result: inout [UInt8]
    ) throws(Raised) {
        let value = machine.unwrapped(replacement)
        switch value.tag {
        case .none: break
        case .string: result.append(contentsOf: machine.memory.bytes(value))
        case .int, .bool, .bigInt:
            guard value.isIntegral, let codePoint = UInt32(exactly: value.intValue), codePoint < 0x110000 else {
                throw machine.raise(.valueError, "character mapping must be in range(0x110000)")
            }
            result.append(codePoint: codePoint)
        default:
            throw machine.raise(.typeError, "character mapping must return integer, None or str")
        }
    }

    /// `str.maketrans(x[, y[, z]])`.
    static func makeTranslation(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let table = try machine.makeDictionary()
        if arguments[2].isUnbound {
            try addTranslations(&machine, from: arguments[1], to: table)
            return table
        }
        let first = machine.unwrapped(arguments[1])
        guard first.isString else {
            throw machine.raise(.typeError, "first maketrans argument must be a string if there is a second argument")
        }
        let second = try text(&machine, arguments[2], "maketrans() argument 2 must be str")
        let keys = Array(CodePoints(machine.pythonText(first)))
        let values = Array(CodePoints(machine.pythonText(second)))
        var removed: [UInt32] = []
        if !arguments[3].isUnbound {
            let third = try text(&machine, arguments[3], "maketrans() argument 3 must be str")
            removed = Array(CodePoints(machine.pythonText(third)))
        }
        guard keys.count == values.count else {
            throw machine.raise(.valueError, "the first two maketrans arguments must have equal length")
        }
        try machine.charge(keys.count + removed.count)
        for (key, value) in zip(keys, values) {
            try machine.set(.int(Int64(key)), to: .int(Int64(value)), in: table)
        }
        for key in removed { try machine.set(.int(Int64(key)), to: .none, in: table) }
        return table
    }

    private static func addTranslations(
        _ machine: inout Machine,
        from argument: Value,
        to table: Value
    ) throws(Raised) {
        let source = machine.unwrapped(argument)
        guard source.tag == .dictionary else {
            throw machine.raise(.typeError, "if you give only one argument to maketrans it must be a dict")
        }
        var cursor = 0
        while let entry = machine.nextEntry(source, &cursor) {
            try machine.charge(1)
            var key = entry.key
            if key.isString {
                let points = Array(CodePoints(machine.pythonText(key)).prefix(2))
                guard points.count == 1 else {
                    throw machine.raise(.valueError, "string keys in translate table must be of length 1")
                }
                key = .int(Int64(points[0]))
            } else if !machine.isInteger(key) {
                throw machine.raise(.typeError, "keys in translate table must be strings or integers")
            }
            try machine.set(key, to: entry.value, in: table)
        }
    }
}
