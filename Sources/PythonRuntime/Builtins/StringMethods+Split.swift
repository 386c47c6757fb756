extension StringMethods {
    static func split(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        // The number is read first, as in CPython.
        let maximum = try machine.sizeArgument(arguments[2])
        let separator = try separator(&machine, arguments[1])
        return try parts(&machine, arguments[0]) { text, each in
            if let separator {
                try text.split(separator: separator, maximum: maximum, each)
            } else {
                try text.split(maximum: maximum, each)
            }
        }
    }

    static func splitFromRight(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let maximum = try machine.sizeArgument(arguments[2])
        let separator = try separator(&machine, arguments[1])
        let list = try parts(&machine, arguments[0]) { text, each in
            if let separator {
                try text.splitFromRight(separator: separator, maximum: maximum, each)
            } else {
                try text.splitFromRight(maximum: maximum, each)
            }
        }
        return reversed(&machine, list)
    }

    /// The list, turned round in place.
    static func reversed(_ machine: inout Machine, _ list: Value) -> Value {
        var low = 0
        var high = machine.listCount(list) - 1
        while low < high {
            let first = machine.listElement(list, low)
            machine.setListElement(list, low, machine.listElement(list, high))
            machine.setListElement(list, high, first)
            low += 1
            high -= 1
        }
        return list
    }

    static func splitLines(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let keepEnds = try machine.sizeArgument(arguments[1]) != 0
        return try parts(&machine, arguments[0]) { text, each in try text.splitLines(keepEnds: keepEnds, each) }
    }

    private static func separator(_ machine: inout Machine, _ value: Value) throws(Raised) -> PythonText? {
        value.isNone ? nil : machine.pythonText(try text(&machine, value, "must be str or None"))
    }

    /// The list of the parts of the receiver whose byte ranges `walk` finds.
    @inline(__always)
    static func parts(
        _ machine: inout Machine,
        _ receiver: Value,
        _ walk: (PythonText, (Range<Int>) throws -> Void) throws -> Void
    ) throws(Raised) -> Value {
        try machine.charge(Int(receiver.length) >> 6)
        let list = try machine.makeList()
        do {
            try walk(machine.pythonText(receiver)) { range in
                try machine.append(machine.slice(receiver, range.lowerBound, range.upperBound), to: list)
            }
        } catch let fault as TextFault {
            throw machine.raise(fault)
        } catch {
            throw Raised()
        }
        return list
    }

    static func partition(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let separator = try needle(&machine, arguments[1])
        return try parted(&machine, arguments[0], separator, isLast: false)
    }

    static func partitionFromRight(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let separator = try needle(&machine, arguments[1])
        return try parted(&machine, arguments[0], separator, isLast: true)
    }

    /// `partition` and `rpartition` of strings and bytes.
    static func parted(
        _ machine: inout Machine,
        _ receiver: Value,
        _ separator: Value,
        isLast: Bool
    ) throws(Raised) -> Value {
        try machine.charge(Int(receiver.length) >> 8)
        let whole = machine.pythonText(receiver)
        let range: Range<Int>?
        do throws(TextFault) {
            range =
                isLast
                ? try whole.partitionFromRight(machine.pythonText(separator))
                : try whole.partition(machine.pythonText(separator))
        } catch {
            throw machine.raise(error)
        }
        let nothing = machine.slice(receiver, 0, 0)
        guard let range else {
            return try machine.makeTuple(isLast ? [nothing, nothing, receiver] : [receiver, nothing, nothing])
        }
        return try machine.makeTuple([
            machine.slice(receiver, 0, range.lowerBound), separator,
            machine.slice(receiver, range.upperBound, Int(receiver.length)),
        ])
    }

    static func strip(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        try stripped(&machine, arguments, .both, "strip")
    }

    static func stripLeft(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        try stripped(&machine, arguments, .left, "lstrip")
    }

    static func stripRight(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        try stripped(&machine, arguments, .right, "rstrip")
    }

    private static func stripped(
        _ machine: inout Machine,
        _ arguments: NativeArguments,
        _ ends: PythonText.Ends,
        _ name: StaticString
    ) throws(Raised) -> Value {
        let receiver = arguments[0]
        let whole = machine.pythonText(receiver)
        try machine.charge(Int(receiver.length) >> 8)
        let part: PythonText
        if arguments[1].isNone {
            part = whole.stripped(ends)
        } else {
            let characters = machine.unwrapped(arguments[1])
            guard characters.isString else { throw machine.raise(.typeError, "\(name) arg must be None or str") }
            part = whole.stripped(ends, of: machine.pythonText(characters))
        }
        guard part.count < whole.count, let start = part.bytes.baseAddress, let origin = whole.bytes.baseAddress else {
            return receiver
        }
        return machine.slice(receiver, start - origin, start - origin + part.count)
    }
}
