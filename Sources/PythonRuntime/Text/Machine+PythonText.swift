extension TextWriter: ByteSink {
    package var room: Int { max(0, capacity - count) }
}

extension Machine {
    /// The letters of a string value, borrowed: good until the region of the value is emptied.
    @inline(__always)
    package func pythonText(_ value: Value) -> PythonText {
        PythonText(memory.bytes(value), isASCII: value.isASCII)
    }

    /// A text that `body` writes to the end of the arena; nothing else may be allocated meanwhile.
    @inline(__always)
    mutating func writeText(
        tag: Tag = .string,
        _ body: (inout TextWriter) throws(TextFault) -> Void
    ) throws(Raised) -> Value {
        var writer = beginText()
        do throws(TextFault) { try body(&writer) } catch { throw raise(error) }
        return try finish(writer, tag: tag)
    }

    /// Bytes that `body` writes to the end of the arena; it must not allocate.
    mutating func writeBytes(_ body: (borrowing Machine, inout TextWriter) -> Void) throws(Raised) -> Value {
        var writer = beginText()
        body(self, &writer)
        return try finish(writer, tag: .bytes)
    }

    /// A string or bytes of what was gathered outside of the arena.
    mutating func makeText(_ bytes: [UInt8], tag: Tag = .string) throws(Raised) -> Value {
        let outcome = bytes.withUnsafeBytes { buffer in
            Result { () throws(Raised) in tag == .bytes ? try makeBytes(buffer) : try makeString(buffer) }
        }
        return try outcome.get()
    }
}
