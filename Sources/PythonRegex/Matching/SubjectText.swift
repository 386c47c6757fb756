/// What PCRE2 may be shown of a str subject.
///
/// PCRE2's compiled code trusts its subject: a byte sequence that is not UTF-8 may make it read past the end. So every
/// subject is looked over before it is matched, at about a nanosecond for eight ASCII bytes. Python's strings may hold
/// lone surrogates, which UTF-8 cannot: those are shown as private-use characters of as many bytes, U+D800 + n as
/// U+E000 + n, so that offsets stay. In such a subject, and only there, the two are not told apart.
enum SubjectText {
    /// What a subject is made of.
    enum Form {
        /// UTF-8.
        case valid
        /// UTF-8 but for lone surrogates.
        case surrogates
        /// Something else.
        case invalid
    }

    /// Looks over `bytes`.
    ///
    /// - Complexity: O(n).
    static func form(of bytes: UnsafeRawBufferPointer) -> Form {
        var index = 0
        var result = Form.valid
        while index < bytes.count {
            if bytes.count - index >= 8,
                bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
            {
                index += 8
                continue
            }
            guard let length = CodePoints.sequenceLength(bytes, at: index) else { return .invalid }
            if length == 3, bytes[index] == 0xED, bytes[index + 1] >= 0xA0 { result = .surrogates }
            index += length
        }
        return result
    }

    /// A copy of well-formed `bytes` in which stand-ins take the place of surrogates.
    static func withStandIns(_ bytes: UnsafeRawBufferPointer) -> [UInt8] {
        var copy = [UInt8](bytes)
        for index in copy.indices.dropLast(2) where copy[index] == 0xED && copy[index + 1] >= 0xA0 {
            copy[index] = 0xEE
            copy[index + 1] -= 0x20
        }
        return copy
    }

    /// The character shown for a surrogate.
    static func standIn(for surrogate: UInt32) -> UInt32 {
        surrogate &+ 0x800
    }
}
