import Diagnostics

/// Cuts a source into tokens; reports what it cannot cut and goes on.
///
/// Source of the rules: CPython 3.11, Parser/tokenizer.c, and the reference manual's "Lexical analysis".
struct Lexer {
    let source: Source
    let bytes: [UInt8]
    let limits: ParserLimits
    /// One past the last byte to read.
    let end: Int
    var offset: Int
    var tokens: [Token] = []
    var diagnostics: [Diagnostic] = []
    /// Brackets that are open, with their places.
    var brackets: [Token] = []
    /// Columns of the open blocks, with tabs as eight columns and as one: unequal verdicts are a TabError.
    var indents: [Indent] = [Indent(column: 0, alternate: 0)]
    /// Whether the text is the inside of a bracket (an f-string's field), where line ends mean nothing.
    let isBracketed: Bool
    /// Set once a limit is exceeded: no further token is read.
    var isStopped = false

    struct Indent {
        var column: Int
        var alternate: Int
    }

    /// A lexer of a whole source.
    init(_ source: Source, limits: ParserLimits) {
        self.init(source, range: 0..<source.bytes.count, limits: limits, isBracketed: false)
    }

    /// A lexer of a part of a source.
    init(_ source: Source, range: Range<Int>, limits: ParserLimits, isBracketed: Bool) {
        self.source = source
        bytes = source.bytes
        self.limits = limits
        offset = range.lowerBound
        end = min(range.upperBound, source.bytes.count)
        self.isBracketed = isBracketed
        tokens.reserveCapacity(min(limits.tokens, (end - offset) / 4 + 16))
    }

    /// Reads to the end. The last token is always `.endOfFile`, before it a `.newline` and all `.dedent`s.
    mutating func lex() {
        if !isBracketed { readEncoding() }
        var isLineStart = !isBracketed
        while offset < end, !isStopped {
            if isLineStart {
                isLineStart = false
                guard readIndentation() else {
                    isLineStart = true
                    continue
                }
            }
            isLineStart = readToken()
        }
        finish()
    }

    /// The byte `distance` from here; 0 past the end. A NUL in the text is refused as an invalid character.
    func peek(_ distance: Int = 0) -> UInt8 {
        let place = offset + distance
        return place < end ? bytes[place] : 0
    }

    mutating func emit(_ kind: Token.Kind, from start: Int) {
        if tokens.count >= limits.tokens, kind != .endOfFile, kind != .dedent, kind != .newline {
            if !isStopped {
                diagnostics.append(
                    .limit("tokens", limits.tokens, source: source, span: Span(start, offset))
                )
            }
            isStopped = true
            tokens.append(Token(.invalid, start, offset))
            return
        }
        tokens.append(Token(kind, start, offset))
    }

    mutating func report(_ diagnostic: Diagnostic) {
        // One more than the limit is kept, to tell that it is exceeded.
        guard diagnostics.count <= limits.diagnostics else { return isStopped = true }
        diagnostics.append(diagnostic)
    }

    /// Reads a token, or the space before one. Returns whether a logical line ended.
    private mutating func readToken() -> Bool {
        let start = offset
        let byte = bytes[offset]
        switch byte {
        case UInt8(ascii: " "), UInt8(ascii: "\t"), 0x0C:
            offset += 1
        case UInt8(ascii: "#"):
            skipComment()
        case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
            return readLineEnd()
        case UInt8(ascii: "\\"):
            readContinuation()
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"), 0x80...:
            if let prefix = stringPrefixLength() {
                offset += prefix
                readString(from: start)
            } else {
                readName()
            }
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
            readNumber()
        case UInt8(ascii: "."):
            if isDigit(peek(1)) { readNumber() } else { readOperator() }
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            readString(from: start)
        default:
            readOperator()
        }
        return false
    }

    mutating func skipComment() {
        while offset < end, bytes[offset] != UInt8(ascii: "\n"), bytes[offset] != UInt8(ascii: "\r") { offset += 1 }
    }

    /// Takes `\n`, `\r\n` or `\r`.
    mutating func takeLineEnd() {
        if peek() == UInt8(ascii: "\r") {
            offset += 1
            if offset < end, peek() == UInt8(ascii: "\n") { offset += 1 }
        } else {
            offset += 1
        }
    }

    private mutating func readLineEnd() -> Bool {
        let start = offset
        takeLineEnd()
        if isBracketed { return false }
        if !brackets.isEmpty { return isBracketForgotten() }
        if let last = tokens.last?.kind, last != .newline, last != .indent, last != .dedent {
            tokens.append(Token(.newline, start, start))
        }
        return true
    }

    /// Whether the next line begins with a keyword that cannot stand in brackets: then the open ones were forgotten,
    /// and the line is read as a statement again, so that one slip does not swallow the file.
    private mutating func isBracketForgotten() -> Bool {
        var place = offset
        while place < end, bytes[place] == UInt8(ascii: " ") || bytes[place] == UInt8(ascii: "\t") { place += 1 }
        guard let keyword = keyword(at: place), keyword.startsOnlyStatements else { return false }
        reportOpenBracket()
        return true
    }

    /// Reports the innermost open bracket, forgets all and ends the line.
    mutating func reportOpenBracket() {
        guard let bracket = brackets.last else { return }
        report(.neverClosed(bracket, source: source))
        brackets.removeAll()
        tokens.append(Token(.invalid, bracket.span.start, bracket.span.end))
        tokens.append(Token(.newline, offset, offset))
    }

    private mutating func finish() {
        if !isStopped { offset = end }
        if !brackets.isEmpty, !isStopped { reportOpenBracket() }
        if !isBracketed {
            if let last = tokens.last?.kind, last != .newline, last != .indent, last != .dedent {
                tokens.append(Token(.newline, offset, offset))
            }
            for _ in indents.dropFirst() { tokens.append(Token(.dedent, offset, offset)) }
        }
        tokens.append(Token(.endOfFile, offset, offset))
    }
}
