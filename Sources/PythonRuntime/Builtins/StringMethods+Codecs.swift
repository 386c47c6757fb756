extension StringMethods {
    /// `str()`, `str(object)`, `str(bytes, encoding, errors)`.
    static func construct(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let object = arguments[1]
        if arguments[2].isUnbound, arguments[3].isUnbound {
            return object.isUnbound ? machine.intern("") : try machine.str(object)
        }
        let encoding = try codec(&machine, arguments[2], "str() argument 'encoding' must be str")
        let errors = try handler(&machine, arguments[3], "str() argument 'errors' must be str")
        guard !object.isUnbound else { return machine.intern("") }
        let bytes = machine.unwrapped(object)
        guard !bytes.isString else { throw machine.raise(.typeError, "decoding str is not supported") }
        guard bytes.tag == .bytes else {
            throw machine.raise(
                .typeError,
                "decoding to str: need a bytes-like object, \(machine.errorTypeName(object)) found"
            )
        }
        return try decode(&machine, bytes, encoding, errors)
    }

    static func encode(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let receiver = arguments[0]
        let encoding = try codec(&machine, arguments[1], "encode() argument 'encoding' must be str")
        let errors = try handler(&machine, arguments[2], "encode() argument 'errors' must be str")
        return try encode(&machine, receiver, encoding, errors)
    }

    /// `str.encode` and `bytes(text, …)`.
    static func encode(
        _ machine: inout Machine,
        _ receiver: Value,
        _ encoding: TextCodec,
        _ errors: CodecErrorHandler
    ) throws(Raised) -> Value {
        try machine.charge(Int(receiver.length) >> 6)
        if receiver.isASCII, [TextCodec.utf8, .ascii, .latin1, .windows1252].contains(encoding) {
            // The same bytes: nothing is copied.
            var bytes = receiver
            bytes.tag = .bytes
            bytes.place &= 7
            return bytes
        }
        let whole = machine.pythonText(receiver)
        var writer = machine.beginText()
        do throws(TextFault) {
            try TextEncoder.encode(whole, as: encoding, errors: errors, into: &writer)
        } catch {
            throw machine.raise(error, object: receiver)
        }
        return try machine.finish(writer, tag: .bytes)
    }

    /// `bytes.decode` and `str(bytes, …)`.
    static func decode(
        _ machine: inout Machine,
        _ bytes: Value,
        _ encoding: TextCodec,
        _ errors: CodecErrorHandler
    ) throws(Raised) -> Value {
        try machine.charge(Int(bytes.length) >> 6)
        let raw = machine.memory.bytes(bytes)
        if [TextCodec.utf8, .ascii, .latin1, .windows1252].contains(encoding), PythonText.isASCII(raw) {
            var text = bytes
            text.tag = .string
            text.place = text.place & 7 | Value.asciiFlag
            return text
        }
        var writer = machine.beginText()
        do throws(TextFault) {
            try TextDecoder.decode(raw, as: encoding, errors: errors, into: &writer)
        } catch {
            throw machine.raise(error, object: bytes)
        }
        return try machine.finish(writer)
    }

    /// The encoding an argument names; UTF-8 if there is none.
    static func codec(
        _ machine: inout Machine,
        _ value: Value,
        _ message: @autoclosure () -> String
    ) throws(Raised) -> TextCodec {
        if value.isUnbound { return .utf8 }
        let name = try text(&machine, value, message())
        if machine.text(name, is: "utf-8") { return .utf8 }
        do throws(TextFault) { return try TextCodec(name: machine.string(name)) } catch { throw machine.raise(error) }
    }

    static func handler(
        _ machine: inout Machine,
        _ value: Value,
        _ message: @autoclosure () -> String
    ) throws(Raised) -> CodecErrorHandler {
        if value.isUnbound { return .strict }
        let name = try text(&machine, value, message())
        return machine.text(name, is: "strict") ? .strict : CodecErrorHandler(name: machine.string(name))
    }
}
