import PythonRuntime

/// `binascii`: bytes as text.
enum BinasciiModule {
    static let module = NativeModule(
        "binascii",
        "Bytes as Base64 and hexadecimal text.",
        functions: [
            NativeFunction("a2b_base64(data, /, *, strict_mode=False)", "The bytes of Base64 text.", decodeBase64),
            NativeFunction("b2a_base64(data, /, *, newline=True)", "Base64 text, with a newline.", encodeBase64),
            NativeFunction("hexlify(data, sep=..., bytes_per_sep=1)", "Hexadecimal digits.", encodeHexadecimal),
            NativeFunction("b2a_hex(data, sep=..., bytes_per_sep=1)", "Hexadecimal digits.", encodeHexadecimal),
            NativeFunction("unhexlify(hexstr, /)", "The bytes of hexadecimal digits.", decodeHexadecimal),
            NativeFunction("a2b_hex(hexstr, /)", "The bytes of hexadecimal digits.", decodeHexadecimal),
            NativeFunction("crc32(data, crc=0, /)", "The CRC-32 of the data.", checksum),
        ],
        exceptions: [("Error", "ValueError"), ("Incomplete", "Exception")]
    )

    /// Runs a codec; its fault is `binascii.Error`.
    static func decoded<Result>(
        _ machine: inout Machine,
        _ body: () throws(BinaryTextFault) -> Result
    ) throws(Raised) -> Result {
        do { return try body() } catch {
            throw machine.raise(
                machine.libraryException("binascii.Error"),
                arguments: [try machine.makeString(error.message)]
            )
        }
    }

    /// What these functions take for bytes.
    static let wanted = "argument should be bytes, buffer or ASCII string, not '%'"

    private static func decodeBase64(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let text = try machine.asciiOrBytesArgument(arguments[0], wanted)
        let isStrict = try machine.truth(arguments[1])
        return try machine.makeBytes(
            try decoded(&machine) { () throws(BinaryTextFault) in
                try Base64Codec.decode(text, isStrict: isStrict)
            }
        )
    }

    private static func encodeBase64(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        var result = Base64Codec.encode(try machine.bytesArgument(arguments[0]))
        if try machine.truth(arguments[1]) { result.append(UInt8(ascii: "\n")) }
        return try machine.makeBytes(result)
    }

    private static func encodeHexadecimal(
        _ machine: inout Machine,
        _ arguments: NativeArguments
    ) throws(Raised) -> Value {
        let data = try machine.bytesArgument(arguments[0])
        guard !arguments[1].isUnbound else { return try machine.makeBytes(HexadecimalCodec.encode(data)) }
        let separator = machine.unwrapped(arguments[1])
        guard separator.isString || separator.tag == .bytes else {
            throw machine.raise(.typeError, "sep must be str or bytes.")
        }
        let bytes = machine.memory.bytes(separator)
        guard machine.text(of: separator).length == 1, let mark = bytes.first else {
            throw machine.raise(.valueError, "sep must be length 1.")
        }
        guard mark < 128 else { throw machine.raise(.valueError, "sep must be ASCII.") }
        let size = try machine.clampedArgument(arguments[2])
        return try machine.makeBytes(HexadecimalCodec.encode(data, separator: mark, size: size))
    }

    private static func decodeHexadecimal(
        _ machine: inout Machine,
        _ arguments: NativeArguments
    ) throws(Raised) -> Value {
        let text = try machine.asciiOrBytesArgument(arguments[0], wanted)
        return try machine.makeBytes(
            try decoded(&machine) { () throws(BinaryTextFault) in try HexadecimalCodec.decode(text) }
        )
    }

    private static func checksum(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let data = try machine.bytesArgument(arguments[0])
        let start = UInt32(truncatingIfNeeded: try machine.clampedArgument(arguments[1]))
        var crc = ~start
        for byte in data {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc & 1 != 0 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
        }
        try machine.charge(data.count / 16)
        return .int(Int64(~crc))
    }
}
