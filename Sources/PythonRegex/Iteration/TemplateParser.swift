/// Parses replacement templates; its errors are CPython's.
struct TemplateParser {
    var scanner: PatternScanner
    let pattern: Pattern
    private var pieces: [ReplacementTemplate.Piece] = []
    private var literal: [UInt8] = []

    init(scanner: PatternScanner, pattern: Pattern) {
        self.scanner = scanner
        self.pattern = pattern
    }

    mutating func parse() throws(PatternFault) -> [ReplacementTemplate.Piece] {
        while let token = try scanner.take() {
            guard let letter = token.second else {
                append(token.first)
                continue
            }
            switch letter {
            case UInt32(ascii: "g"): try parseNamedGroup()
            case UInt32(ascii: "0"):
                let digits = try scanner.take(upTo: 2) { $0.isOctalDigit }
                append(PatternParser.octal(digits) & 0xFF)
            case _ where letter.isDecimalDigit: try parseNumber(letter)
            default: try parseEscape(letter)
            }
        }
        flush()
        return pieces
    }

    private mutating func append(_ code: UInt32) {
        CodePoints.append(code, to: &literal, kind: scanner.kind)
    }

    private mutating func flush() {
        if !literal.isEmpty { pieces.append(.literal(literal)) }
        literal = []
    }

    private mutating func append(group: Int, digits: String, back: Int) throws(PatternFault) {
        guard group <= pattern.groupCount else {
            throw scanner.fault("invalid group reference \(digits)", back: back)
        }
        flush()
        pieces.append(.group(group))
    }

    private mutating func parseEscape(_ letter: UInt32) throws(PatternFault) {
        if let character = PatternParser.controlEscape(letter) { return append(character) }
        if letter.isASCIILetter {
            throw scanner.fault("bad escape \\" + PythonText.string([letter]), back: 2)
        }
        append(UInt32(ascii: "\\"))
        append(letter)
    }

    /// `\g<1>` or `\g<name>`, the `g` taken.
    private mutating func parseNamedGroup() throws(PatternFault) {
        guard try scanner.take("<") else { throw scanner.fault("missing <") }
        let name = try scanner.take(until: ">", name: "group name")
        let back = name.count + 1
        if PythonText.isIdentifier(name) {
            let text = PythonText.string(name)
            guard let group = pattern.groupNames.first(where: { $0.name == text }) else {
                throw .unknownGroup(PythonText.representation(name))
            }
            return try append(group: group.index, digits: String(group.index), back: back)
        }
        guard let group = PythonText.integer(name), group >= 0 else {
            throw scanner.fault("bad character in group name \(PythonText.representation(name))", back: back)
        }
        try append(group: group, digits: PythonText.canonicalDigits(name), back: back)
    }

    /// `\1`, `\12`, or the octal `\101`.
    private mutating func parseNumber(_ letter: UInt32) throws(PatternFault) {
        var digits = [letter]
        digits += try scanner.take(upTo: 1) { $0.isDecimalDigit }
        if digits.count == 2, digits.allSatisfy(\.isOctalDigit) {
            let third = try scanner.take(upTo: 1) { $0.isOctalDigit }
            if !third.isEmpty { return append(try scanner.octalEscape(digits + third)) }
        }
        let group = PythonText.integer(digits) ?? 0
        try append(group: group, digits: String(group), back: digits.count)
    }
}
