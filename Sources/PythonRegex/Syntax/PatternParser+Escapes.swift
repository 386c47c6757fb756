extension PatternParser {
    /// The escapes that are one character in patterns, classes and templates.
    static func controlEscape(_ letter: UInt32) -> UInt32? {
        switch letter {
        case UInt32(ascii: "a"): 0x07
        case UInt32(ascii: "b"): 0x08
        case UInt32(ascii: "f"): 0x0C
        case UInt32(ascii: "n"): 0x0A
        case UInt32(ascii: "r"): 0x0D
        case UInt32(ascii: "t"): 0x09
        case UInt32(ascii: "v"): 0x0B
        case UInt32(ascii: "\\"): 0x5C
        default: nil
        }
    }

    private static func category(_ letter: UInt32) -> CharacterClass.Member? {
        switch letter {
        case UInt32(ascii: "d"): .category(.digit, negated: false)
        case UInt32(ascii: "D"): .category(.digit, negated: true)
        case UInt32(ascii: "s"): .category(.space, negated: false)
        case UInt32(ascii: "S"): .category(.space, negated: true)
        case UInt32(ascii: "w"): .category(.word, negated: false)
        case UInt32(ascii: "W"): .category(.word, negated: true)
        default: nil
        }
    }

    private static func anchor(_ letter: UInt32) -> RegexNode.Anchor? {
        switch letter {
        case UInt32(ascii: "A"): .textStart
        case UInt32(ascii: "Z"): .textEnd
        case UInt32(ascii: "b"): .wordBoundary
        case UInt32(ascii: "B"): .notWordBoundary
        default: nil
        }
    }

    /// Parses an escape outside of classes, backslash and `letter` taken. Source: `_escape`.
    mutating func parseEscape(_ letter: UInt32) throws(PatternFault) -> RegexNode {
        if let anchor = Self.anchor(letter) { return .anchor(anchor) }
        if let category = Self.category(letter) { return .set(CharacterClass(members: [category])) }
        if let character = Self.controlEscape(letter) { return .literal(character) }
        if let character = try parseCodeEscape(letter) { return .literal(character) }
        if letter == UInt32(ascii: "0") {
            let digits = try scanner.take(upTo: 2) { $0.isOctalDigit }
            return .literal(Self.octal(digits))
        }
        if letter.isDecimalDigit { return try parseNumberEscape(letter) }
        return .literal(try plainEscape(letter))
    }

    /// Parses an escape in a class, backslash and `letter` taken. Source: `_class_escape`.
    mutating func parseClassEscape(_ letter: UInt32) throws(PatternFault) -> CharacterClass.Member {
        if let character = Self.controlEscape(letter) { return .range(character, character) }
        if let category = Self.category(letter) { return category }
        if let character = try parseCodeEscape(letter) { return .range(character, character) }
        if letter.isOctalDigit {
            let digits = [letter] + (try scanner.take(upTo: 2) { $0.isOctalDigit })
            let value = try scanner.octalEscape(digits)
            return .range(value, value)
        }
        if letter.isDecimalDigit { throw badEscape([letter]) }
        let character = try plainEscape(letter)
        return .range(character, character)
    }

    /// `\1` or `\101`.
    private mutating func parseNumberEscape(_ letter: UInt32) throws(PatternFault) -> RegexNode {
        var digits = [letter]
        if let next = scanner.next, next.second == nil, next.first.isDecimalDigit {
            digits.append(next.first)
            _ = try scanner.take()
            if digits.allSatisfy(\.isOctalDigit) {
                let third = try scanner.take(upTo: 1) { $0.isOctalDigit }
                if !third.isEmpty { return .literal(try scanner.octalEscape(digits + third)) }
            }
        }
        let group = PythonText.integer(digits) ?? 0
        guard group < groupWidths.count else {
            throw scanner.fault("invalid group reference \(group)", back: digits.count)
        }
        guard isClosed(group) else { throw scanner.fault("cannot refer to an open group", back: digits.count + 1) }
        try requireBeforeLookbehind(group)
        return .backreference(group)
    }

    /// `\xhh`, `\uhhhh`, `\Uhhhhhhhh`, `\N{…}`; nil for other letters.
    private mutating func parseCodeEscape(_ letter: UInt32) throws(PatternFault) -> UInt32? {
        let digitCount: Int
        switch letter {
        case UInt32(ascii: "x"): digitCount = 2
        case UInt32(ascii: "u") where scanner.kind == .text: digitCount = 4
        case UInt32(ascii: "U") where scanner.kind == .text: digitCount = 8
        case UInt32(ascii: "N") where scanner.kind == .text: return try parseNameEscape()
        default: return nil
        }
        let digits = try scanner.take(upTo: digitCount) { $0.isHexadecimalDigit }
        guard digits.count == digitCount else {
            throw scanner.fault("incomplete escape " + Self.text([letter] + digits), back: digits.count + 2)
        }
        let value = UInt32(PythonText.string(digits), radix: 16) ?? .max
        if value > UInt32(Int32.max) { throw .overflow("Python int too large to convert to C int") }
        guard value <= 0x10_FFFF else { throw badEscape([letter] + digits) }
        return value
    }

    /// `\N{EM DASH}`, the `N` taken.
    private mutating func parseNameEscape() throws(PatternFault) -> UInt32 {
        guard try scanner.take("{") else { throw scanner.fault("missing {") }
        let name = try scanner.take(until: "}", name: "character name")
        guard let code = CharacterNames.lookup(PythonText.string(name)) else {
            let shown = PythonText.representation(name)
            throw scanner.fault("undefined character name \(shown)", back: name.count + #"\N{}"#.count)
        }
        return code
    }

    private func plainEscape(_ letter: UInt32) throws(PatternFault) -> UInt32 {
        if letter.isASCIILetter { throw badEscape([letter]) }
        return letter
    }

    private func badEscape(_ codes: [UInt32]) -> PatternFault {
        scanner.fault("bad escape " + Self.text(codes), back: codes.count + 1)
    }

    private static func text(_ codes: [UInt32]) -> String {
        "\\" + PythonText.string(codes)
    }

    /// The value of up to three octal digits.
    static func octal(_ digits: [UInt32]) -> UInt32 {
        digits.prefix(3).reduce(0) { $0 << 3 | ($1 & 7) }
    }
}

extension PatternScanner {
    /// The value of the octal escape whose digits were just taken.
    func octalEscape(_ digits: [UInt32]) throws(PatternFault) -> UInt32 {
        let value = PatternParser.octal(digits)
        guard value <= 0o377 else {
            let shown = "\\" + PythonText.string(digits)
            throw fault("octal escape value \(shown) outside of range 0-0o377", back: digits.count + 1)
        }
        return value
    }
}
