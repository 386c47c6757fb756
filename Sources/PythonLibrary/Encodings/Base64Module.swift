import PythonRuntime

/// `base64`: Base64, Base32 and Base16.
enum Base64Module {
    static let module = NativeModule(
        "base64",
        "Base64, Base32 and Base16.",
        functions: [
            NativeFunction("b64encode(s, altchars=None)", "Base64 of bytes.", encode64),
            NativeFunction("b64decode(s, altchars=None, validate=False)", "The bytes of Base64.", decode64),
            NativeFunction("standard_b64encode(s)", "Base64 of bytes.", encode64),
            NativeFunction("standard_b64decode(s)", "The bytes of Base64.", decode64),
            NativeFunction("urlsafe_b64encode(s)", "Base64 with `-` and `_`.", encodeURL),
            NativeFunction("urlsafe_b64decode(s)", "The bytes of Base64 with `-` and `_`.", decodeURL),
            NativeFunction("encodebytes(s)", "Base64 in lines of 76 letters.", encodeLines),
            NativeFunction("decodebytes(s)", "The bytes of Base64 in lines.", decodeLines),
            NativeFunction("b32encode(s)", "Base32 of bytes.", encode32(.standard)),
            NativeFunction("b32decode(s, casefold=False, map01=None)", "The bytes of Base32.", decode32),
            NativeFunction("b32hexencode(s)", "Base32 with digits first.", encode32(.hexadecimal)),
            NativeFunction("b32hexdecode(s, casefold=False)", "The bytes of Base32 with digits first.", decodeHex32),
            NativeFunction("b16encode(s)", "Capital hexadecimal digits.", encode16),
            NativeFunction("b16decode(s, casefold=False)", "The bytes of hexadecimal digits.", decode16),
        ],
        constants: { (machine: inout Machine) throws(Raised) in
            [("binascii", try machine.importOne("binascii"))]
        }
    )

    private static func textArgument(_ machine: inout Machine, _ value: Value) throws(Raised) -> [UInt8] {
        try machine.asciiOrBytesArgument(value, "argument should be a bytes-like object or ASCII string, not '%'")
    }

    private static func decode(
        _ machine: inout Machine,
        _ text: [UInt8],
        isStrict: Bool = false
    ) throws(Raised) -> Value {
        try machine.makeBytes(
            try BinasciiModule.decoded(&machine) { () throws(BinaryTextFault) in
                try Base64Codec.decode(text, isStrict: isStrict)
            }
        )
    }

    private static func replace(_ old: [UInt8], by new: [UInt8], in text: [UInt8]) -> [UInt8] {
        text.map { byte in old.firstIndex(of: byte).map { new[$0] } ?? byte }
    }

    private static let standard = Array("+/".utf8)
    private static let urlSafe = Array("-_".utf8)

    /// Two letters in the place of `+` and `/`; nil for None. Raises AssertionError for more or fewer.
    private static func alternative(
        _ machine: inout Machine,
        _ value: Value,
        _ letters: [UInt8]
    ) throws(Raised) -> [UInt8] {
        guard letters.count == 2 else {
            let shown = machine.string(try machine.repr(try machine.makeBytes(letters)))
            throw machine.raise(.assertionError, shown)
        }
        return letters
    }

    private static func encode64(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        var result = Base64Codec.encode(try machine.bytesArgument(arguments[0]))
        if !arguments[1].isNone, !arguments[1].isUnbound {
            let letters = try alternative(&machine, arguments[1], try machine.bytesArgument(arguments[1]))
            result = replace(standard, by: letters, in: result)
        }
        return try machine.makeBytes(result)
    }

    private static func decode64(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        var text = try textArgument(&machine, arguments[0])
        if !arguments[1].isNone, !arguments[1].isUnbound {
            let letters = try alternative(&machine, arguments[1], try textArgument(&machine, arguments[1]))
            text = replace(letters, by: standard, in: text)
        }
        return try decode(&machine, text, isStrict: arguments[2].isUnbound ? false : try machine.truth(arguments[2]))
    }

    private static func encodeURL(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let result = Base64Codec.encode(try machine.bytesArgument(arguments[0]))
        return try machine.makeBytes(replace(standard, by: urlSafe, in: result))
    }

    private static func decodeURL(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        try decode(&machine, replace(urlSafe, by: standard, in: try textArgument(&machine, arguments[0])))
    }

    /// Bytes that make one line of ``encodeLines(_:_:)``.
    private static let lineBytes = 57

    private static func lineArgument(_ machine: inout Machine, _ value: Value) throws(Raised) -> [UInt8] {
        guard machine.unwrapped(value).tag == .bytes else {
            throw machine.raise(.typeError, "expected bytes-like object, not \(machine.typeName(value))")
        }
        return try machine.bytesArgument(value)
    }

    private static func encodeLines(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let data = try lineArgument(&machine, arguments[0])
        var result: [UInt8] = []
        for start in stride(from: 0, to: data.count, by: lineBytes) {
            result += Base64Codec.encode(Array(data[start..<min(start + lineBytes, data.count)]))
            result.append(UInt8(ascii: "\n"))
        }
        return try machine.makeBytes(result)
    }

    private static func decodeLines(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        try decode(&machine, try lineArgument(&machine, arguments[0]))
    }

    // MARK: Base32 and Base16

    private static func viewArgument(_ machine: inout Machine, _ value: Value) throws(Raised) -> [UInt8] {
        guard machine.unwrapped(value).tag == .bytes else {
            throw machine.raise(
                .typeError,
                "memoryview: a bytes-like object is required, not '\(machine.errorTypeName(value))'"
            )
        }
        return try machine.bytesArgument(value)
    }

    private static func encode32(_ codec: Base32Codec) -> NativeBody {
        { (machine: inout Machine, arguments: NativeArguments) throws(Raised) in
            try machine.makeBytes(codec.encode(try viewArgument(&machine, arguments[0])))
        }
    }

    private static func decode32(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        var text = try textArgument(&machine, arguments[0])
        guard text.count % 8 == 0 else { return try decode32(&machine, text, .standard) }
        if !arguments[2].isNone {
            let letter = try textArgument(&machine, arguments[2])
            guard letter.count == 1 else {
                throw machine.raise(.assertionError, machine.string(try machine.repr(try machine.makeBytes(letter))))
            }
            text = replace(Array("01".utf8), by: [UInt8(ascii: "O"), letter[0]], in: text)
        }
        if try machine.truth(arguments[1]) { text = upper(text) }
        return try decode32(&machine, text, .standard)
    }

    private static func decodeHex32(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let text = try textArgument(&machine, arguments[0])
        return try decode32(&machine, try machine.truth(arguments[1]) ? upper(text) : text, .hexadecimal)
    }

    private static func decode32(
        _ machine: inout Machine,
        _ text: [UInt8],
        _ codec: Base32Codec
    ) throws(Raised) -> Value {
        try machine.makeBytes(
            try BinasciiModule.decoded(&machine) { () throws(BinaryTextFault) in try codec.decode(text) }
        )
    }

    private static func upper(_ text: [UInt8]) -> [UInt8] {
        text.map { $0 >= 0x61 && $0 <= 0x7A ? $0 - 0x20 : $0 }
    }

    private static func encode16(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        try machine.makeBytes(upper(HexadecimalCodec.encode(try machine.bytesArgument(arguments[0]))))
    }

    private static func decode16(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        var text = try textArgument(&machine, arguments[0])
        if try machine.truth(arguments[1]) { text = upper(text) }
        let bytes = text
        return try machine.makeBytes(
            try BinasciiModule.decoded(&machine) { () throws(BinaryTextFault) in
                guard bytes.allSatisfy({ $0 < 0x61 && HexadecimalCodec.value($0) != nil }) else {
                    throw BinaryTextFault("Non-base16 digit found")
                }
                return try HexadecimalCodec.decode(bytes)
            }
        )
    }
}
