import Diagnostics

/// A word or sign of a condition.
struct ConditionToken: Hashable {
    var kind: Kind
    /// Within the condition's text.
    var span: Span
    var text: String

    enum Kind: Hashable {
        /// An identifier, a pattern, or a number: letters, digits, `_`, `-`, `*`, `.`.
        case name
        case and, or, not, of, them
        case open, close
        /// What aggregations begin with.
        case pipe
        /// No sign of conditions.
        case unknown
        case end
    }
}

/// Splits a condition into words and signs.
struct ConditionLexer {
    private let bytes: [UInt8]
    private var position = 0

    init(_ text: String) { bytes = Array(text.utf8) }

    /// The next token; ``ConditionToken/Kind/end`` at the end, again and again.
    mutating func next() -> ConditionToken {
        while position < bytes.count, Self.isSpace(bytes[position]) { position += 1 }
        let start = position
        guard position < bytes.count else { return token(.end, from: start) }
        let byte = bytes[position]
        position += 1
        switch byte {
        case UInt8(ascii: "("): return token(.open, from: start)
        case UInt8(ascii: ")"): return token(.close, from: start)
        case UInt8(ascii: "|"): return token(.pipe, from: start)
        default: break
        }
        guard Self.isNameByte(byte) else {
            // A character as a whole.
            while position < bytes.count, bytes[position] & 0xC0 == 0x80 { position += 1 }
            return token(.unknown, from: start)
        }
        while position < bytes.count, Self.isNameByte(bytes[position]) { position += 1 }
        let name = token(.name, from: start)
        switch name.text.lowercased() {
        case "and": return token(.and, from: start)
        case "or": return token(.or, from: start)
        case "not": return token(.not, from: start)
        case "of": return token(.of, from: start)
        case "them": return token(.them, from: start)
        default: return name
        }
    }

    /// The text from the next token on, and all of it passed.
    mutating func rest() -> String {
        defer { position = bytes.count }
        return String(decoding: bytes[position...], as: UTF8.self)
    }

    private func token(_ kind: ConditionToken.Kind, from start: Int) -> ConditionToken {
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        return ConditionToken(kind: kind, span: Span(start, position), text: text)
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") <= 9 || "_-*.".utf8.contains(byte)
    }
}
