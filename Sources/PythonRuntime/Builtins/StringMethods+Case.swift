extension StringMethods {
    static func lower(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let receiver = arguments[0]
        if receiver.isASCII { return try flipCase(&machine, receiver, from: UInt8(ascii: "A")) }
        return try mapped(&machine, receiver) { text, writer in text.appendLower(into: &writer) }
    }

    static func upper(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let receiver = arguments[0]
        if receiver.isASCII { return try flipCase(&machine, receiver, from: UInt8(ascii: "a")) }
        return try mapped(&machine, receiver) { text, writer in text.appendUpper(into: &writer) }
    }

    static func casefold(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let receiver = arguments[0]
        if receiver.isASCII { return try flipCase(&machine, receiver, from: UInt8(ascii: "A")) }
        return try mapped(&machine, receiver) { text, writer in text.appendCaseFolded(into: &writer) }
    }

    static func capitalize(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        try mapped(&machine, arguments[0]) { text, writer in text.appendCapitalized(into: &writer) }
    }

    static func swapcase(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        try mapped(&machine, arguments[0]) { text, writer in text.appendSwappedCase(into: &writer) }
    }

    static func title(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        try mapped(&machine, arguments[0]) { text, writer in text.appendTitled(into: &writer) }
    }

    @inline(__always)
    private static func mapped(
        _ machine: inout Machine,
        _ receiver: Value,
        _ body: (PythonText, inout TextWriter) -> Void
    ) throws(Raised) -> Value {
        try machine.charge(Int(receiver.length) >> 6)
        var writer = machine.beginText()
        body(machine.pythonText(receiver), &writer)
        return try machine.finish(writer)
    }

    /// ASCII text or bytes with the 26 letters from `first` on in the other case: itself if it has none of them.
    static func flipCase(_ machine: inout Machine, _ receiver: Value, from first: UInt8) throws(Raised) -> Value {
        let bytes = machine.memory.bytes(receiver)
        let count = bytes.count
        try machine.charge(count >> 8)
        var index = 0
        let letter = SIMD16<UInt8>(repeating: first)
        let letters = SIMD16<UInt8>(repeating: 26)
        while index &+ 16 <= count {
            let block = bytes.loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self)
            let words = unsafeBitCast((block &- letter) .< letters, to: SIMD2<UInt64>.self)
            if words.x | words.y != 0 { break }
            index &+= 16
        }
        while index < count, bytes[index] &- first >= 26 { index &+= 1 }
        guard index < count else { return receiver }
        let start = try machine.allocate(count)
        let target = machine.memory.address(.arena, start)
        if index > 0, let source = bytes.baseAddress { target.copyMemory(from: source, byteCount: index) }
        let bit = SIMD16<UInt8>(repeating: 0x20)
        while index &+ 16 <= count {
            let block = bytes.loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self)
            let isLetter = unsafeBitCast((block &- letter) .< letters, to: SIMD16<UInt8>.self)
            target.storeBytes(of: block ^ (bit & isLetter), toByteOffset: index, as: SIMD16<UInt8>.self)
            index &+= 16
        }
        while index < count {
            let byte = bytes[index]
            target.storeBytes(of: byte &- first < 26 ? byte ^ 0x20 : byte, toByteOffset: index, as: UInt8.self)
            index &+= 1
        }
        return machine.textValue(receiver.tag, start: start, length: count, isASCII: receiver.isASCII)
    }
}
