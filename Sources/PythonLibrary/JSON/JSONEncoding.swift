import PythonRuntime

/// The encoding of a document that comes as bytes: `json.detect_encoding`.
enum JSONEncoding {
    /// The text of `document`. Raises UnicodeDecodeError.
    static func decode(_ machine: inout Machine, _ document: Value) throws(Raised) -> Value {
        let name = detect(machine.memory.bytes(document))
        return try machine.callMethod(
            document,
            "decode",
            [machine.intern(name), machine.intern("surrogatepass")]
        )
    }

    private static func detect(_ bytes: UnsafeRawBufferPointer) -> String {
        func starts(_ mark: [UInt8]) -> Bool { bytes.starts(with: mark) }
        if starts([0, 0, 0xFE, 0xFF]) || starts([0xFF, 0xFE, 0, 0]) { return "utf-32" }
        if starts([0xFE, 0xFF]) || starts([0xFF, 0xFE]) { return "utf-16" }
        if starts([0xEF, 0xBB, 0xBF]) { return "utf-8-sig" }
        if bytes.count >= 4 {
            if bytes[0] == 0 { return bytes[1] != 0 ? "utf-16-be" : "utf-32-be" }
            if bytes[1] == 0 { return bytes[2] != 0 || bytes[3] != 0 ? "utf-16-le" : "utf-32-le" }
        } else if bytes.count == 2 {
            if bytes[0] == 0 { return "utf-16-be" }
            if bytes[1] == 0 { return "utf-16-le" }
        }
        return "utf-8"
    }
}
