/// The bodies of the methods of `bytes`, by topic in `BytesMethods+<Topic>.swift`. The receiver is bytes always.
enum BytesMethods {
    /// Bytes as a text whose indices are offsets: for algorithms that look at bytes only.
    @inline(__always)
    static func plain(_ machine: borrowing Machine, _ value: Value) -> PythonText {
        PythonText(machine.memory.bytes(value), isASCII: true)
    }

    /// The bytes of an argument; TypeError "a bytes-like object is required, not 'X'".
    @inline(__always)
    static func required(_ machine: inout Machine, _ value: Value) throws(Raised) -> Value {
        if value.tag == .bytes { return value }
        let inner = machine.unwrapped(value)
        guard inner.tag == .bytes else {
            throw machine.raise(.typeError, "a bytes-like object is required, not '\(machine.errorTypeName(value))'")
        }
        return inner
    }

    /// `bytes(source, encoding, errors)`.
    static func construct(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let source = arguments[1]
        let text = machine.unwrapped(source)
        if !arguments[2].isUnbound || !arguments[3].isUnbound {
            let encoding = try StringMethods.codec(&machine, arguments[2], "bytes() argument 'encoding' must be str")
            let errors = try StringMethods.handler(&machine, arguments[3], "bytes() argument 'errors' must be str")
            guard text.isString else {
                let what = arguments[2].isUnbound ? "errors" : "encoding"
                throw machine.raise(.typeError, "\(what) without a string argument")
            }
            return try StringMethods.encode(&machine, text, encoding, errors)
        }
        if source.isUnbound { return try machine.makeBytes(UnsafeRawBufferPointer(start: nil, count: 0)) }
        if let method = machine.lookupSpecial(source, "__bytes__") {
            let result = try machine.call(method, [])
            guard result.tag == .bytes else {
                throw machine.raise(.typeError, "__bytes__ returned non-bytes (type \(machine.errorTypeName(result)))")
            }
            return result
        }
        guard !text.isString else { throw machine.raise(.typeError, "string argument without an encoding") }
        if machine.isInteger(text) || machine.lookupSpecial(source, "__index__") != nil {
            return try zeros(&machine, source)
        }
        return try bytes(&machine, of: text)
    }

    private static func zeros(_ machine: inout Machine, _ value: Value) throws(Raised) -> Value {
        guard case .small(let count) = try machine.integerArgument(value) else {
            throw machine.raise(.overflowError, "cannot fit 'int' into an index-sized integer")
        }
        guard count >= 0 else { throw machine.raise(.valueError, "negative count") }
        guard count <= machine.limits.arenaBytesMax else {
            throw machine.exhausted("bytes", machine.limits.arenaBytesMax)
        }
        try machine.charge(Int(count) >> 8)
        return try machine.writeText(tag: .bytes) { writer in
            for _ in 0..<count { writer.append(UInt8(0)) }
        }
    }

    /// The bytes whose numbers an iterable gives.
    static func bytes(_ machine: inout Machine, of source: Value) throws(Raised) -> Value {
        if source.tag == .bytes { return source }
        let iterator: Value
        do throws(Raised) { iterator = try machine.iterator(source) } catch {
            guard machine.isPending(.typeError) else { throw error }
            throw machine.raise(.typeError, "cannot convert '\(machine.errorTypeName(source))' object to bytes")
        }
        var result: [UInt8] = []
        try machine.forEach(iterator) { (machine: inout Machine, element) throws(Raised) in
            guard case .small(let word) = try machine.integerArgument(element), let byte = UInt8(exactly: word) else {
                throw machine.raise(.valueError, "bytes must be in range(0, 256)")
            }
            result.append(byte)
            guard result.count <= machine.limits.arenaBytesMax else {
                throw machine.exhausted("bytes", machine.limits.arenaBytesMax)
            }
            return true
        }
        return try machine.makeText(result, tag: .bytes)
    }

    static func decode(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let encoding = try StringMethods.codec(&machine, arguments[1], "decode() argument 'encoding' must be str")
        let errors = try StringMethods.handler(&machine, arguments[2], "decode() argument 'errors' must be str")
        return try StringMethods.decode(&machine, arguments[0], encoding, errors)
    }

    static func hexadecimal(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        var separator: UInt8?
        if !arguments[1].isUnbound {
            let value = machine.unwrapped(arguments[1])
            guard value.isString || value.tag == .bytes else {
                throw machine.raise(.typeError, "object of type '\(machine.errorTypeName(arguments[1]))' has no len()")
            }
            guard value.length == 1 || (value.isString && machine.pythonText(value).length == 1) else {
                throw machine.raise(.valueError, "sep must be length 1.")
            }
            guard let byte = machine.memory.bytes(value).first, byte < 0x80 else {
                throw machine.raise(.valueError, "sep must be ASCII.")
            }
            separator = byte
        }
        let group = try machine.sizeArgument(arguments[2])
        let bytes = machine.memory.bytes(arguments[0])
        try machine.charge(bytes.count >> 7)
        return try machine.writeText { writer in
            let digits: StaticString = "0123456789abcdef"
            for (index, byte) in bytes.enumerated() {
                if let separator, group != 0, index > 0 {
                    // A positive group counts from the right, a negative one from the left.
                    let distance = group > 0 ? bytes.count - index : index
                    if distance.magnitude % group.magnitude == 0 { writer.append(separator) }
                }
                writer.append(digits.utf8Start[Int(byte >> 4)])
                writer.append(digits.utf8Start[Int(byte & 15)])
            }
        }
    }

    static func fromHexadecimal(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let text = machine.unwrapped(arguments[1])
        guard text.isString else {
            throw machine.raise(
                .typeError,
                "fromhex() argument must be str, not \(machine.argumentTypeName(arguments[1]))"
            )
        }
        try machine.charge(Int(text.length) >> 7)
        let letters = machine.pythonText(text)
        return try machine.writeText(tag: .bytes) { (writer: inout TextWriter) throws(TextFault) in
            func digit(_ offset: Int) throws(TextFault) -> UInt8 {
                if offset < letters.count {
                    switch letters.bytes[offset] {
                    case let byte where byte &- 0x30 < 10: return byte - 0x30
                    case let byte where (byte | 0x20) &- 0x61 < 6: return (byte | 0x20) - 0x61 + 10
                    default: break
                    }
                }
                let index = letters.index(ofOffset: offset)
                throw .format("non-hexadecimal number found in fromhex() arg at position \(index)")
            }
            var offset = 0
            while offset < letters.count {
                if isSpace(letters.bytes[offset]) {
                    offset += 1
                } else {
                    let high = try digit(offset)
                    writer.append(high << 4 | (try digit(offset + 1)))
                    offset += 2
                }
            }
        }
    }

    /// White space among bytes: tab to carriage return, and space.
    @inline(__always)
    static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte &- 0x09 < 5 }
}
