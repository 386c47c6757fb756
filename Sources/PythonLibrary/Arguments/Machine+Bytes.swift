import PythonRuntime

/// Arguments that are bytes, or text that stands for them.
extension Machine {
    /// The bytes of a `bytes` argument. Raises TypeError "a bytes-like object is required, not 'X'".
    mutating func bytesArgument(_ value: Value) throws(Raised) -> [UInt8] {
        let inner = unwrapped(value)
        guard inner.tag == .bytes else {
            throw raise(.typeError, "a bytes-like object is required, not '\(errorTypeName(value))'")
        }
        try charge(Int(inner.length) / 64)
        return Array(memory.bytes(inner))
    }

    /// The bytes of a `bytes`, or of a str that has to be ASCII. Raises ValueError for other text, and TypeError with
    /// `message`, in which `%` stands for the type's name.
    mutating func asciiOrBytesArgument(_ value: Value, _ message: String) throws(Raised) -> [UInt8] {
        let inner = unwrapped(value)
        guard inner.isString || inner.tag == .bytes else {
            throw raise(.typeError, message.replacing("%", with: errorTypeName(value)))
        }
        if inner.isString, !inner.isASCII {
            throw raise(.valueError, "string argument should contain only ASCII characters")
        }
        try charge(Int(inner.length) / 64)
        return Array(memory.bytes(inner))
    }

    /// A `bytes` of these bytes.
    mutating func makeBytes(_ bytes: [UInt8]) throws(Raised) -> Value { try makeText(bytes, isBytes: true) }
}
