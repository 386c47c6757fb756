import PythonRuntime

/// What is wrong with a document, and where: the makings of a `JSONDecodeError`.
struct JSONFault: Error {
    /// CPython's words, without the place.
    let message: String
    /// Where, in bytes of the document.
    let offset: Int

    init(_ message: String, offset: Int) {
        self.message = message
        self.offset = offset
    }

    /// Makes a `JSONDecodeError` for `document` pending.
    func raise(_ machine: inout Machine, _ document: Value) -> Raised {
        do throws(Raised) {
            let instance = try machine.makeException(
                machine.libraryException("json.decoder.JSONDecodeError"),
                arguments: []
            )
            try describe(&machine, instance, document)
            return machine.raise(instance)
        } catch {
            return error
        }
    }

    /// Gives an instance of the exception its attributes and its `args`.
    func describe(_ machine: inout Machine, _ instance: Value, _ document: Value) throws(Raised) {
        let bytes = machine.memory.bytes(document)
        let end = min(max(0, offset), bytes.count)
        let before = bytes[..<end]
        let newline = UInt8(ascii: "\n")
        let line = before.count { $0 == newline } + 1
        let lineStart = before.lastIndex(of: newline).map { $0 + 1 } ?? 0
        let text = machine.text(of: document)
        let position = text.index(ofOffset: end)
        let column = position - text.index(ofOffset: lineStart) + 1
        let whole = "\(message): line \(line) column \(column) (char \(position))"
        let values: [(String, Value)] = [
            ("msg", try machine.makeString(message)),
            ("doc", document), ("pos", .int(position)), ("lineno", .int(line)), ("colno", .int(column)),
        ]
        try machine.setExceptionArguments(instance, [try machine.makeString(whole)])
        for (name, value) in values { try machine.setAttribute(instance, machine.name(name), to: value) }
    }
}
