import Diagnostics

extension Lexer {
    func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

    /// ASCII letters, digits and `_`, and every byte of a longer scalar: CPython's "potential identifier character".
    func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...:
            true
        default: false
        }
    }

    /// The keyword that stands alone at `place`.
    func keyword(at place: Int) -> Token.Kind? {
        var packed: UInt64 = 0
        var length = 0
        while place + length < end, isNameByte(bytes[place + length]) {
            guard length < 8 else { return nil }
            packed |= UInt64(bytes[place + length]) << UInt64(length * 8)
            length += 1
        }
        return length < 2 ? nil : Token.Kind.keywords[packed]
    }

    /// Reads a name or keyword, the first byte known to begin one.
    mutating func readName() {
        let start = offset
        var packed: UInt64 = 0
        var isASCII = true
        while offset < end, isNameByte(bytes[offset]) {
            let byte = bytes[offset]
            if byte >= 0x80 { isASCII = false }
            let length = offset - start
            if length < 8 { packed |= UInt64(byte) << UInt64(length * 8) }
            offset += 1
        }
        if isASCII {
            let length = offset - start
            let keyword = length > 1 && length <= 8 ? Token.Kind.keywords[packed] : nil
            emit(keyword ?? .name, from: start)
        } else if let wrong = firstInvalidScalar(from: start) {
            // The rest of the word is skipped: one error is enough for it. Bytes that are no UTF-8 were reported as such.
            if wrong.scalar != "\u{FFFD}" || bytes[wrong.start] == 0xEF {
                report(.invalidCharacter(wrong.scalar, source: source, span: Span(wrong.start, wrong.end)))
            }
            tokens.append(Token(.invalid, start, offset))
            skipLookalikeQuotes(wrong.scalar)
        } else {
            emit(.name, from: start)
        }
    }

    /// After a curly quote the rest of the line is text that was meant as a string; it would only give more noise.
    private mutating func skipLookalikeQuotes(_ scalar: Unicode.Scalar) {
        guard Diagnostic.lookalikeQuotes.contains(scalar) else { return }
        skipComment()
    }

    /// The first scalar from `start` to here that no name may have at its place (PEP 3131: XID_Start, XID_Continue).
    private func firstInvalidScalar(from start: Int) -> (scalar: Unicode.Scalar, start: Int, end: Int)? {
        var place = start
        for scalar in String(decoding: bytes[start..<offset], as: UTF8.self).unicodeScalars {
            // An invalid byte reads as U+FFFD, which is no letter; the lengths then differ, but it is the first error.
            let next = place + UTF8.width(scalar)
            let fits = place == start ? scalar == "_" || scalar.properties.isXIDStart : scalar.properties.isXIDContinue
            if !fits { return (scalar, place, min(next, end)) }
            place = next
        }
        return nil
    }

    /// The length of a string prefix here (`r`, `Rb`, `f` …), or nil if no quote follows a valid one.
    func stringPrefixLength() -> Int? {
        var raw = false
        var kind: UInt8 = 0
        for length in 0..<3 {
            switch peek(length) | 0x20 {
            // `"` is 0x22 and `'` is 0x27: both have the bit set already.
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                let byte = peek(length)
                return byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") ? length : nil
            case UInt8(ascii: "r"):
                if raw || kind == UInt8(ascii: "u") { return nil }
                raw = true
            case UInt8(ascii: "b"), UInt8(ascii: "f"):
                if kind != 0 { return nil }
                kind = peek(length) | 0x20
            case UInt8(ascii: "u"):
                if kind != 0 || raw { return nil }
                kind = UInt8(ascii: "u")
            default:
                return nil
            }
        }
        return nil
    }

    /// Reads a string literal, its prefix already taken. What is in it is looked at when its value is needed.
    mutating func readString(from start: Int) {
        let quote = bytes[offset]
        let isTriple = peek(1) == quote && peek(2) == quote
        offset += isTriple ? 3 : 1
        while offset < end {
            let byte = bytes[offset]
            if byte == quote, !isTriple || (peek(1) == quote && peek(2) == quote) {
                offset += isTriple ? 3 : 1
                emit(.string, from: start)
                return
            }
            if byte == UInt8(ascii: "\\") {
                offset += 1
                if offset < end, bytes[offset] == UInt8(ascii: "\r") || bytes[offset] == UInt8(ascii: "\n") {
                    takeLineEnd()
                } else if offset < end {
                    offset += 1
                }
                continue
            }
            if !isTriple, byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { break }
            offset += 1
        }
        let opening = bytes[start..<offset].firstIndex(of: quote) ?? start
        let shown = isTriple ? Span(start, opening + 3) : Span(start, offset)
        report(.unterminatedString(isTriple: isTriple, source: source, span: shown))
        tokens.append(Token(.invalid, start, offset))
        // The text that was to be the string's may have held the closing brackets.
        if !isTriple { brackets.removeAll() } else { brackets.removeAll(); offset = end }
    }
}
