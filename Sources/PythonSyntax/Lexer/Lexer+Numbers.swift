import Diagnostics

extension Lexer {
    /// Reads a number literal; its value is computed when needed.
    mutating func readNumber() {
        let start = offset
        if peek() == UInt8(ascii: "0") {
            switch peek(1) | 0x20 {
            case UInt8(ascii: "x"): return readRadix("hexadecimal", from: start) { Self.isHexDigit($0) }
            case UInt8(ascii: "o"): return readRadix("octal", from: start) { $0 & 0xF8 == 0x30 }
            case UInt8(ascii: "b"): return readRadix("binary", from: start) { $0 & 0xFE == 0x30 }
            default: break
            }
        }
        var isInteger = true
        guard peek() == UInt8(ascii: ".") || takeDigits(where: Self.isDecimalDigit) else {
            return fail("decimal", from: start)
        }
        if peek() == UInt8(ascii: ".") {
            isInteger = false
            offset += 1
            if isDigit(peek()), !takeDigits(where: Self.isDecimalDigit) { return fail("decimal", from: start) }
        }
        if peek() | 0x20 == UInt8(ascii: "e") {
            let sign = peek(1) == UInt8(ascii: "+") || peek(1) == UInt8(ascii: "-") ? 1 : 0
            if isDigit(peek(1 + sign)) {
                isInteger = false
                offset += 1 + sign
                if !takeDigits(where: Self.isDecimalDigit) { return fail("decimal", from: start) }
            } else if sign == 1 {
                return fail("decimal", from: start)
            }
        }
        var kind = "decimal"
        if peek() | 0x20 == UInt8(ascii: "j") {
            isInteger = false
            kind = "imaginary"
            offset += 1
        }
        if isInteger, hasLeadingZero(from: start) {
            report(.leadingZero(source: source, span: Span(start, offset)))
            tokens.append(Token(.invalid, start, offset))
            return
        }
        finish(kind, from: start)
    }

    private static func isDecimalDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

    private static func isHexDigit(_ byte: UInt8) -> Bool {
        byte &- UInt8(ascii: "0") < 10 || (byte | 0x20) &- UInt8(ascii: "a") < 6
    }

    private mutating func readRadix(_ kind: String, from start: Int, where isValid: (UInt8) -> Bool) {
        offset += 2
        if peek() == UInt8(ascii: "_") { offset += 1 }
        guard isValid(peek()), takeDigits(where: isValid) else { return fail(kind, from: start) }
        if isDigit(peek()) { return fail(kind, from: start) }
        finish(kind, from: start)
    }

    /// Takes digits with single underscores between them; false if an underscore is not followed by a digit.
    private mutating func takeDigits(where isValid: (UInt8) -> Bool) -> Bool {
        while true {
            while isValid(peek()) { offset += 1 }
            guard peek() == UInt8(ascii: "_") else { return true }
            offset += 1
            if !isValid(peek()) { return false }
        }
    }

    /// `012` was octal in Python 2; only zeros may begin with a zero.
    private func hasLeadingZero(from start: Int) -> Bool {
        guard bytes[start] == UInt8(ascii: "0") else { return false }
        return bytes[start..<offset].contains { $0 != UInt8(ascii: "0") && $0 != UInt8(ascii: "_") }
    }

    /// A number may run into a keyword (`1if x else 2`, deprecated) but not into any other name.
    private mutating func finish(_ kind: String, from start: Int) {
        guard isNameByte(peek()) else { return emit(.number, from: start) }
        let allowed = ["and", "else", "for", "if", "in", "is", "or", "not"]
        let isKeyword = allowed.contains { word in
            word.utf8.enumerated().allSatisfy { peek($0.offset) == $0.element }
        }
        if isKeyword { emit(.number, from: start) } else { fail(kind, from: start) }
    }

    private mutating func fail(_ kind: String, from start: Int) {
        while isNameByte(peek()) { offset += 1 }
        report(.invalidNumber(kind, source: source, span: Span(start, max(offset, start + 1))))
        tokens.append(Token(.invalid, start, offset))
    }
}
