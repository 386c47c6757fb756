/// The fields of a `UnicodeDecodeError` or `UnicodeEncodeError`.
package struct CodecFault: Error, Hashable, Sendable {
    /// The codec's own name, as `utf-8` or `utf-16-le`.
    package var encoding: String
    /// Bytes when decoding, code points when encoding.
    package var start: Int
    /// One past the last; at least `start + 1`.
    package var end: Int
    package var reason: String
    package var isDecoding: Bool
    /// The byte or code point at `start`, for the message.
    package var first: UInt32

    /// The text of the exception.
    package var pythonMessage: String {
        let verb = isDecoding ? "decode" : "encode"
        guard end == start + 1 else {
            let noun = isDecoding ? "bytes" : "characters"
            return "'\(encoding)' codec can't \(verb) \(noun) in position \(start)-\(end - 1): \(reason)"
        }
        var name: [UInt8] = []
        if isDecoding {
            name = Array("byte 0x".utf8)
            let digits = String(first, radix: 16)
            name += Array((digits.utf8.count < 2 ? "0" + digits : digits).utf8)
        } else {
            name = Array("character '".utf8)
            PythonText.appendNumericEscape(first, into: &name)
            name.append(0x27)
        }
        return "'\(encoding)' codec can't \(verb) \(String(decoding: name, as: UTF8.self))"
            + " in position \(start): \(reason)"
    }
}
