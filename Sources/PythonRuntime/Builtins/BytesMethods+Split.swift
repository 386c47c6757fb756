extension BytesMethods {
    static func split(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let separator = try separator(&machine, arguments[1])
        let maximum = try machine.sizeArgument(arguments[2])
        return try StringMethods.parts(&machine, arguments[0]) { text, each in
            if let separator {
                try PythonText(text.bytes, isASCII: true).split(separator: separator, maximum: maximum, each)
            } else {
                try words(text.bytes, maximum: maximum, each)
            }
        }
    }

    static func splitFromRight(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let separator = try separator(&machine, arguments[1])
        let maximum = try machine.sizeArgument(arguments[2])
        return StringMethods.reversed(
            &machine,
            try StringMethods.parts(&machine, arguments[0]) { text, each in
                if let separator {
                    try PythonText(text.bytes, isASCII: true)
                        .splitFromRight(separator: separator, maximum: maximum, each)
                } else {
                    try wordsFromRight(text.bytes, maximum: maximum, each)
                }
            }
        )
    }

    private static func separator(_ machine: inout Machine, _ value: Value) throws(Raised) -> PythonText? {
        value.isNone ? nil : plain(machine, try required(&machine, value))
    }

    /// The ranges between white space.
    private static func words(
        _ bytes: UnsafeRawBufferPointer,
        maximum: Int,
        _ each: (Range<Int>) throws -> Void
    ) throws {
        var left = maximum < 0 ? Int.max : maximum
        var offset = 0
        while true {
            while offset < bytes.count, isSpace(bytes[offset]) { offset += 1 }
            guard offset < bytes.count else { return }
            let start = offset
            guard left > 0 else { return try each(start..<bytes.count) }
            while offset < bytes.count, !isSpace(bytes[offset]) { offset += 1 }
            try each(start..<offset)
            left -= 1
        }
    }

    private static func wordsFromRight(
        _ bytes: UnsafeRawBufferPointer,
        maximum: Int,
        _ each: (Range<Int>) throws -> Void
    ) throws {
        var left = maximum < 0 ? Int.max : maximum
        var offset = bytes.count
        while true {
            while offset > 0, isSpace(bytes[offset - 1]) { offset -= 1 }
            guard offset > 0 else { return }
            let stop = offset
            guard left > 0 else {
                return try each(0..<stop)
            }
            while offset > 0, !isSpace(bytes[offset - 1]) { offset -= 1 }
            try each(offset..<stop)
            left -= 1
        }
    }

    static func splitLines(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let keepEnds = try machine.sizeArgument(arguments[1]) != 0
        return try StringMethods.parts(&machine, arguments[0]) { text, each in
            let bytes = text.bytes
            var start = 0
            var offset = 0
            while offset < bytes.count {
                let byte = bytes[offset]
                guard byte == 0x0A || byte == 0x0D else {
                    offset += 1
                    continue
                }
                let isPair = byte == 0x0D && offset + 1 < bytes.count && bytes[offset + 1] == 0x0A
                let after = offset + (isPair ? 2 : 1)
                try each(start..<(keepEnds ? after : offset))
                start = after
                offset = after
            }
            if start < bytes.count { try each(start..<bytes.count) }
        }
    }

    static func partition(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let separator = try required(&machine, arguments[1])
        return try StringMethods.parted(&machine, arguments[0], separator, isLast: false)
    }

    static func partitionFromRight(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let separator = try required(&machine, arguments[1])
        return try StringMethods.parted(&machine, arguments[0], separator, isLast: true)
    }

    static func strip(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        try stripped(&machine, arguments, .both)
    }

    static func stripLeft(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        try stripped(&machine, arguments, .left)
    }

    static func stripRight(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        try stripped(&machine, arguments, .right)
    }

    private static func stripped(
        _ machine: inout Machine,
        _ arguments: NativeArguments,
        _ ends: PythonText.Ends
    ) throws(Raised) -> Value {
        let receiver = arguments[0]
        try machine.charge(Int(receiver.length) >> 8)
        // A bit for each byte that goes.
        var dropped = [Bool](repeating: false, count: 256)
        if arguments[1].isNone {
            for byte in UInt8.min...UInt8.max where isSpace(byte) { dropped[Int(byte)] = true }
        } else {
            for byte in machine.memory.bytes(try required(&machine, arguments[1])) { dropped[Int(byte)] = true }
        }
        let bytes = machine.memory.bytes(receiver)
        var start = 0
        var end = bytes.count
        if ends != .right { while start < end, dropped[Int(bytes[start])] { start += 1 } }
        if ends != .left { while end > start, dropped[Int(bytes[end - 1])] { end -= 1 } }
        return end - start == bytes.count ? receiver : machine.slice(receiver, start, end)
    }

    static func join(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let separator = arguments[0]
        let elements = try StringMethods.sequence(&machine, arguments[1])
        let count = machine.count(ofSequence: elements)
        try machine.charge(count / 16)
        for index in 0..<count {
            let element = machine.element(ofSequence: elements, index)
            guard machine.unwrapped(element).tag == .bytes else {
                throw machine.raise(
                    .typeError,
                    "sequence item \(index): expected a bytes-like object, \(machine.errorTypeName(element)) found"
                )
            }
        }
        let result = try machine.writeBytes { machine, writer in
            for index in 0..<count {
                if index > 0 { writer.append(contentsOf: machine.memory.bytes(separator)) }
                let element = machine.unwrapped(machine.element(ofSequence: elements, index))
                writer.append(contentsOf: machine.memory.bytes(element))
            }
        }
        try machine.charge(Int(result.length) >> 8)
        return result
    }
}
