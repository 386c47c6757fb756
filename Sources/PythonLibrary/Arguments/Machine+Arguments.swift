import PythonRuntime

/// Reading arguments as CPython's own functions do, with its words for wrong ones.
extension Machine {
    /// The text of a str argument. Raises TypeError with `message`, in which `%` stands for the type's name.
    mutating func stringArgument(_ value: Value, _ message: String) throws(Raised) -> Value {
        let inner = unwrapped(value)
        guard inner.isString else { throw raise(.typeError, message.replacing("%", with: errorTypeName(value))) }
        return inner
    }

    /// A string with these bytes of UTF-8.
    mutating func makeString(_ bytes: [UInt8]) throws(Raised) -> Value {
        try makeText(bytes, isBytes: false)
    }

    /// A string or a `bytes` of these bytes.
    mutating func makeText(_ bytes: [UInt8], isBytes: Bool) throws(Raised) -> Value {
        let outcome = bytes.withUnsafeBytes { buffer in
            Result { () throws(Raised) in
                isBytes ? try makeBytes(buffer) : try makeString(buffer)
            }
        }
        return try outcome.get()
    }

    /// An exception class of a module's table.
    func libraryException(_ name: String) -> Value {
        retained["exception " + name] ?? exceptionClass(.exception)
    }

    /// The text of a string as ours to read: good until something is made.
    func text(of value: Value) -> PythonText {
        PythonText(memory.bytes(value), isASCII: value.tag == .bytes || value.isASCII)
    }
}
