import PythonRuntime

/// `%XX` in text: quoting and back.
enum URLQuoting {
    /// Bytes that are never quoted.
    private static let alwaysSafe: [Bool] = {
        var table = [Bool](repeating: false, count: 256)
        for byte in "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~".utf8 {
            table[Int(byte)] = true
        }
        return table
    }()
    private static let digits = Array("0123456789ABCDEF".utf8)

    /// `bytes` with all but safe ones as `%XX`; of `safe` only ASCII counts.
    static func quote(_ bytes: some Sequence<UInt8>, safe: [UInt8], plusForSpace: Bool = false) -> [UInt8] {
        var table = alwaysSafe
        for byte in safe where byte < 128 { table[Int(byte)] = true }
        var result: [UInt8] = []
        for byte in bytes {
            if plusForSpace, byte == 0x20 {
                result.append(UInt8(ascii: "+"))
            } else if table[Int(byte)] {
                result.append(byte)
            } else {
                result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return result
    }

    /// `bytes` with `%XX` replaced; what is no such stays.
    static func unquote(_ bytes: some RandomAccessCollection<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var rest = bytes[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), let high = rest.first.flatMap(HexadecimalCodec.value),
                let low = rest.dropFirst().first.flatMap(HexadecimalCodec.value)
            {
                result.append(high << 4 | low)
                rest = rest.dropFirst(2)
            } else {
                result.append(byte)
            }
        }
        return result
    }

    /// How `unquote` decodes what it finds: None means CPython's default.
    struct Decoding {
        var encoding = Value.none
        var errors = Value.none
    }

    /// `unquote` of the UTF-8 of a str. Each run of ASCII is decoded by itself; other text stays as it is.
    static func unquote(
        _ machine: inout Machine,
        _ text: [UInt8],
        _ decoding: Decoding
    ) throws(Raised) -> Value {
        guard text.contains(UInt8(ascii: "%")) else { return try machine.makeString(text) }
        try machine.charge(text.count / 16)
        var result: [UInt8] = []
        var rest = text[...]
        while !rest.isEmpty {
            let plain = rest.prefix { $0 >= 0x80 }
            result += plain
            rest = rest[plain.endIndex...]
            let run = rest.prefix { $0 < 0x80 }
            rest = rest[run.endIndex...]
            let bytes = unquote(run)
            if bytes.allSatisfy({ $0 < 0x80 }), decoding.encoding.isNone || decoding.encoding.isInterned {
                result += bytes
                continue
            }
            result += machine.memory.bytes(try decode(&machine, try machine.makeBytes(bytes), decoding))
        }
        return try machine.makeString(result)
    }

    /// The text of bytes, as `bytes.decode` gives it.
    static func decode(_ machine: inout Machine, _ bytes: Value, _ decoding: Decoding) throws(Raised) -> Value {
        let encoding = decoding.encoding.isNone ? machine.intern("utf-8") : decoding.encoding
        let errors = decoding.errors.isNone ? machine.intern("replace") : decoding.errors
        return try machine.callMethod(bytes, "decode", [encoding, errors])
    }
}
