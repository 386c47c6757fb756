import Events

extension String {
    /// The text in quotes, escaped as JSON does.
    var quotedAsJSON: String {
        var bytes: [UInt8] = [UInt8(ascii: "\"")]
        var text = self
        text.withUTF8 { appendJSONEscaped(UnsafeRawBufferPointer($0), to: &bytes) }
        bytes.append(UInt8(ascii: "\""))
        return String(decoding: bytes, as: UTF8.self)
    }
}
