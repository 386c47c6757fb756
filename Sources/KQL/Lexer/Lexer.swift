import Diagnostics

/// Cuts a query into tokens; reports what it cannot cut and goes on.
///
/// Source of the rules: the token grammar that Microsoft publishes with its parser of KQL (`KqlTokens.g4`).
struct Lexer {
    let source: Source
    let bytes: [UInt8]
    let limits: KQLLimits
    var offset = 0
    var tokens: [Token] = []
    /// For each token that opens a bracket the index of the one that closes it, else 0.
    var partners: [Int32] = []
    /// For each token how many brackets are open around it; a bracket's own two tokens are outside of it.
    var depths: [Int32] = []
    var diagnostics: [Diagnostic] = []
    /// Brackets that are open, as indices of tokens.
    private var open: [Int] = []
    /// Line ends since the last token or comment.
    private var lineEnds = 0
    /// Whether an empty line was seen since the last token.
    private var sawEmptyLine = false
    private var isStopped = false

    init(_ source: Source, limits: KQLLimits) {
        self.source = source
        bytes = source.bytes
        self.limits = limits
        tokens.reserveCapacity(min(limits.tokens, bytes.count / 4 + 16))
    }

    /// Reads to the end. The last token is always `.endOfFile`.
    mutating func lex() {
        while offset < bytes.count, !isStopped { readToken() }
        if isStopped { offset = bytes.count }
        for index in open.prefix(limits.diagnostics) { report(.neverClosed(tokens[index], in: source)) }
        append(.endOfFile, from: offset)
    }

    /// The byte `distance` from here; 0 past the end.
    func peek(_ distance: Int = 0) -> UInt8 {
        let place = offset + distance
        return place < bytes.count ? bytes[place] : 0
    }

    mutating func report(_ diagnostic: Diagnostic) {
        if diagnostics.count <= limits.diagnostics { diagnostics.append(diagnostic) }
    }

    mutating func emit(_ kind: Token.Kind, from start: Int) {
        guard tokens.count < limits.tokens else {
            report(.limit("tokens", limits.tokens, in: source, Span(start, offset)))
            isStopped = true
            return
        }
        if kind.isClosing { close(kind, from: start) }
        append(kind, from: start)
        if kind.isOpening { open.append(tokens.count - 1) }
    }

    private mutating func append(_ kind: Token.Kind, from start: Int) {
        let isFirst = tokens.isEmpty
        tokens.append(Token(kind: kind, span: Span(start, offset), followsEmptyLine: sawEmptyLine && !isFirst))
        partners.append(0)
        depths.append(Int32(clamping: open.count))
        lineEnds = 0
        sawEmptyLine = false
    }

    /// Finds the bracket that `kind` closes. Brackets of other kinds inside of it were never closed; one that closes nothing
    /// leaves the others open.
    private mutating func close(_ kind: Token.Kind, from start: Int) {
        guard let place = open.lastIndex(where: { tokens[$0].kind.closing == kind }) else {
            report(.unmatched(Token(kind: kind, span: Span(start, offset), followsEmptyLine: false), in: source))
            return
        }
        for index in open[(place + 1)...] { report(.neverClosed(tokens[index], in: source)) }
        partners[open[place]] = Int32(clamping: tokens.count)
        open.removeSubrange(place...)
    }

    /// Reads a token, or the space before one.
    private mutating func readToken() {
        let start = offset
        switch bytes[offset] {
        case UInt8(ascii: "\n"):
            lineEnds += 1
            if lineEnds > 1 { sawEmptyLine = true }
            offset += 1
        case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"), 0x0B, 0x0C:
            offset += 1
        case UInt8(ascii: "/") where peek(1) == UInt8(ascii: "/"):
            while offset < bytes.count, bytes[offset] != UInt8(ascii: "\n") { offset += 1 }
            // A line with a comment is not empty.
            lineEnds = 0
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
            if !readGUID() { readNumber() }
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"),
            UInt8(ascii: "$"):
            if !readString(), !readGUID() { readName() }
        case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "@"), UInt8(ascii: "`"), UInt8(ascii: "~"):
            if !readString() { refuseCharacter(from: start) }
        case 0x80...: readNonASCII()
        default: readOperator()
        }
    }

    private mutating func readName() {
        let start = offset
        offset += 1
        while Self.isNamePart(peek()) { offset += 1 }
        // `in~` is one word.
        if peek() == UInt8(ascii: "~"), offset - start == 2, bytes[start] == UInt8(ascii: "i"),
            bytes[start + 1] == UInt8(ascii: "n")
        {
            offset += 1
        } else if isTypedLiteral(from: start), let end = endOfTypedLiteral() {
            offset = end
            emit(.typed, from: start)
            return
        }
        emit(.name, from: start)
    }

    /// Whether the name just read begins a literal whose inside has rules of its own: `datetime(2024-01-01)`.
    private func isTypedLiteral(from start: Int) -> Bool {
        guard offset - start <= 8 else { return false }
        switch String(decoding: bytes[start..<offset], as: UTF8.self) {
        case "datetime", "date", "timespan", "time", "guid", "uuid", "uniqueid", "typeof": return true
        default: return false
        }
    }

    /// The place after the `)` of a literal; nil if no bracket follows, or none that ends on its line. Text in quotes may
    /// stand in it.
    private func endOfTypedLiteral() -> Int? {
        var place = offset
        while place < bytes.count, bytes[place] == UInt8(ascii: " ") || bytes[place] == UInt8(ascii: "\t") {
            place += 1
        }
        guard place < bytes.count, bytes[place] == UInt8(ascii: "(") else { return nil }
        place += 1
        var quote: UInt8?
        while place < bytes.count, bytes[place] != UInt8(ascii: "\n") {
            let byte = bytes[place]
            place += 1
            if let opened = quote {
                if byte == opened { quote = nil }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: "(") {
                return nil
            } else if byte == UInt8(ascii: ")") {
                return place
            }
        }
        return nil
    }

    /// `a-z A-Z 0-9 _`
    static func isNamePart(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
            true
        default: false
        }
    }

    private mutating func refuseCharacter(from start: Int) {
        offset = max(offset, start + 1)
        report(.invalidCharacter(Span(start, offset), in: source))
        emit(.invalid, from: start)
    }

    /// Spaces of other scripts are spaces; other characters have no place outside of strings.
    private mutating func readNonASCII() {
        let start = offset
        var length = 1
        while start + length < bytes.count, bytes[start + length] & 0xC0 == 0x80, length < 4 { length += 1 }
        offset += length
        guard let text = String(validating: bytes[start..<offset], as: UTF8.self),
            let scalar = text.unicodeScalars.first
        else { return refuseCharacter(from: start) }
        switch scalar.value {
        case 0xA0, 0x1680, 0x180E, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF: break
        default: refuseCharacter(from: start)
        }
    }

    private mutating func readOperator() {
        let start = offset
        let (first, second) = (bytes[offset], peek(1))
        if first == UInt8(ascii: "!"), Self.isNamePart(second) {
            offset += 1
            while Self.isNamePart(peek()) { offset += 1 }
            if peek() == UInt8(ascii: "~"), source.text(of: Span(start, offset)) == "!in" { offset += 1 }
            return emit(.negatedName, from: start)
        }
        if let kind = Self.pair(first, second) {
            offset += 2
            return emit(kind, from: start)
        }
        guard let kind = Self.single(first) else { return refuseCharacter(from: start) }
        offset += 1
        emit(kind, from: start)
    }

    private static func pair(_ first: UInt8, _ second: UInt8) -> Token.Kind? {
        switch (first, second) {
        case (UInt8(ascii: "="), UInt8(ascii: "=")): .equal
        case (UInt8(ascii: "="), UInt8(ascii: "~")): .equalIgnoringCase
        case (UInt8(ascii: "="), UInt8(ascii: ">")): .arrow
        case (UInt8(ascii: "!"), UInt8(ascii: "=")), (UInt8(ascii: "<"), UInt8(ascii: ">")): .notEqual
        case (UInt8(ascii: "!"), UInt8(ascii: "~")): .notEqualIgnoringCase
        case (UInt8(ascii: "<"), UInt8(ascii: "=")): .lessOrEqual
        case (UInt8(ascii: ">"), UInt8(ascii: "=")): .greaterOrEqual
        case (UInt8(ascii: "."), UInt8(ascii: ".")): .range
        default: nil
        }
    }

    private static func single(_ byte: UInt8) -> Token.Kind? {
        switch byte {
        case UInt8(ascii: "("): .leftParen
        case UInt8(ascii: ")"): .rightParen
        case UInt8(ascii: "["): .leftBracket
        case UInt8(ascii: "]"): .rightBracket
        case UInt8(ascii: "{"): .leftBrace
        case UInt8(ascii: "}"): .rightBrace
        case UInt8(ascii: ","): .comma
        case UInt8(ascii: ":"): .colon
        case UInt8(ascii: ";"): .semicolon
        case UInt8(ascii: "."): .dot
        case UInt8(ascii: "|"): .pipe
        case UInt8(ascii: "="): .assign
        case UInt8(ascii: "+"): .plus
        case UInt8(ascii: "-"): .minus
        case UInt8(ascii: "*"): .star
        case UInt8(ascii: "/"): .slash
        case UInt8(ascii: "%"): .percent
        case UInt8(ascii: "<"): .less
        case UInt8(ascii: ">"): .greater
        default: nil
        }
    }
}
