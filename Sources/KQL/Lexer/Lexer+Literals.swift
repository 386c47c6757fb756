import Diagnostics

/// Numbers, timespans, GUIDs and strings.
extension Lexer {
    /// `12`, `0x1F`, `1.5e3`, `30m`, and names that begin with digits.
    mutating func readNumber() {
        let start = offset
        if peek() == UInt8(ascii: "0"), peek(1) | 0x20 == UInt8(ascii: "x"), isHexDigit(peek(2)) {
            offset += 2
            while isHexDigit(peek()) { offset += 1 }
            return emit(.integer, from: start)
        }
        takeDigits()
        var kind = Token.Kind.integer
        if peek() == UInt8(ascii: "."), peek(1) != UInt8(ascii: "."), !Self.isNamePart(peek(1)) || isDigit(peek(1)) {
            kind = .real
            offset += 1
            takeDigits()
        }
        let sign = peek(1) == UInt8(ascii: "+") || peek(1) == UInt8(ascii: "-") ? 1 : 0
        if peek() | 0x20 == UInt8(ascii: "e"), isDigit(peek(1 + sign)) {
            kind = .real
            offset += 1 + sign
            takeDigits()
        }
        guard Self.isNamePart(peek()) else { return emit(kind, from: start) }
        let unit = offset
        while Self.isNamePart(peek()) { offset += 1 }
        if Timespan.ticks(ofUnit: String(decoding: bytes[unit..<offset], as: UTF8.self)) != nil {
            emit(.timespan, from: start)
        } else if kind == .integer {
            emit(.name, from: start)
        } else {
            report(.invalidNumber(Span(start, offset), in: source))
            emit(.invalid, from: start)
        }
    }

    /// A GUID as it stands in a list of values. Returns whether there is one here.
    mutating func readGUID() -> Bool {
        guard peek(8) == UInt8(ascii: "-"), peek(13) == UInt8(ascii: "-") else { return false }
        let start = offset
        for place in 0..<36 {
            let isDash = place == 8 || place == 13 || place == 18 || place == 23
            guard isDash ? peek(place) == UInt8(ascii: "-") : isHexDigit(peek(place)) else { return false }
        }
        guard !Self.isNamePart(peek(36)) else { return false }
        offset += 36
        emit(.guid, from: start)
        return true
    }

    /// A string with its prefixes (`h` hides it in logs, `@` takes backslashes as they are). Returns whether there is one here.
    mutating func readString() -> Bool {
        let start = offset
        var place = 0
        if peek() | 0x20 == UInt8(ascii: "h") { place = 1 }
        let isVerbatim = peek(place) == UInt8(ascii: "@")
        if isVerbatim { place += 1 }
        let quote = peek(place)
        if !isVerbatim, quote == UInt8(ascii: "`") || quote == UInt8(ascii: "~") {
            guard peek(place + 1) == quote, peek(place + 2) == quote else { return false }
            offset += place + 3
            readLines(until: quote, from: start)
            return true
        }
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return false }
        offset += place + 1
        while offset < bytes.count, bytes[offset] != UInt8(ascii: "\n"), bytes[offset] != UInt8(ascii: "\r") {
            let byte = bytes[offset]
            if byte == UInt8(ascii: "\\"), !isVerbatim {
                offset += peek(1) == UInt8(ascii: "\n") ? 1 : 2
            } else if byte == quote {
                offset += 1
                guard isVerbatim, peek() == quote else { return finishString(from: start) }
                offset += 1
            } else {
                offset += 1
            }
        }
        offset = min(offset, bytes.count)
        report(.unterminatedString(Span(start, offset), in: source))
        emit(.invalid, from: start)
        return true
    }

    private mutating func finishString(from start: Int) -> Bool {
        emit(.string, from: start)
        return true
    }

    /// The rest of a string over several lines.
    private mutating func readLines(until quote: UInt8, from start: Int) {
        while offset < bytes.count {
            if peek() == quote, peek(1) == quote, peek(2) == quote {
                offset += 3
                return emit(.string, from: start)
            }
            offset += 1
        }
        report(.unterminatedString(Span(start, min(start + 3, offset)), in: source))
        emit(.invalid, from: start)
    }

    private mutating func takeDigits() { while isDigit(peek()) { offset += 1 } }

    private func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    private func isHexDigit(_ byte: UInt8) -> Bool {
        isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte | 0x20)
    }
}
