import Diagnostics

extension Parser {
    /// Whether `match`, a soft keyword, begins a match statement here: no expression statement can end with `:`.
    /// O(tokens of the line).
    var isMatch: Bool {
        guard at(name: "match") else { return false }
        switch kind(ahead: 1) {
        case .star, .minus, .plus, .leftParen, .leftBracket: break
        default:
            guard kind(ahead: 1).startsExpression || kind(ahead: 1) == .leftBrace else { return false }
        }
        var place = index + 1
        while place < tokens.count, tokens[place].kind != .newline, tokens[place].kind != .endOfFile {
            if tokens[place].kind == .semicolon { return false }
            place += 1
        }
        return place > index + 2 && tokens[place - 1].kind == .colon
    }

    mutating func parseMatch() throws(Abandoned) -> Statement {
        let start = advance().span
        let first = try parseStarNamedExpression()
        var subject = first
        if at(.comma) {
            subject = try parseTuple(after: first) { (parser) throws(Abandoned) in
                try parser.parseStarNamedExpression()
            }
        }
        try checkNoBareStar(subject)
        try expectColon(after: "the subject of `match`")
        guard take(.newline) else { throw unexpected("end of line after `match …:`") }
        guard take(.indent) else {
            throw fail(.missingBlock(after: "`match`", header: start, found: current, source: source))
        }
        var cases: [MatchCase] = []
        while !at(.endOfFile), diagnostics.count <= limits.diagnostics, !take(.dedent) {
            parseCase(into: &cases)
        }
        checkReachable(cases)
        return statement(.match(subject: subject, cases: cases), from: start)
    }

    /// Parses a case, or skips what is none.
    private mutating func parseCase(into cases: inout [MatchCase]) {
        let start = current.span
        let startIndex = index
        do throws(Abandoned) {
            guard at(name: "case") else {
                throw unexpected("`case`", hint: "the block of `match` holds only cases")
            }
            advance()
            let pattern = try parsePatterns()
            var condition: Expression?
            if take(.if) { condition = try parseNamedExpression() }
            try expectColon(after: "the pattern")
            let body = try parseBlock(after: "`case`", header: start)
            checkNames(of: pattern)
            cases.append(MatchCase(pattern: pattern, condition: condition, body: body, span: spanSince(start)))
        } catch {
            let isLineStart = index > startIndex && (previous.kind == .newline || previous.kind == .dedent)
            if !isLineStart { skipToLineEnd() }
            if take(.indent) {
                var discarded: [Statement] = []
                parseStatements(into: &discarded)
            }
        }
    }

    private mutating func skipToLineEnd() {
        while !at(.endOfFile), !take(.newline) { advance() }
    }

    /// patterns: open_sequence_pattern | pattern.
    private mutating func parsePatterns() throws(Abandoned) -> Pattern {
        let start = current.span
        let first = try parseMaybeStarPattern()
        guard at(.comma) else {
            if case .matchStar = first.kind {
                throw fail(
                    .pattern("a starred pattern must be in a sequence", source: source, span: first.span)
                )
            }
            return first
        }
        var patterns = [first]
        while take(.comma) {
            if at(.colon) || at(.if) { break }
            patterns.append(try parseMaybeStarPattern())
        }
        return pattern(.matchSequence(patterns), from: start)
    }

    private func pattern(_ kind: Pattern.Kind, from start: Span) -> Pattern {
        Pattern(kind, span: start.through(previous.span))
    }

    private mutating func parseMaybeStarPattern() throws(Abandoned) -> Pattern {
        let start = current.span
        guard take(.star) else { return try parsePattern() }
        let name = try expectName("a name after `*`")
        return pattern(.matchStar(name.text == "_" ? nil : name), from: start)
    }

    /// pattern: or_pattern [`as` NAME].
    private mutating func parsePattern() throws(Abandoned) -> Pattern {
        try descend()
        defer { depth -= 1 }
        let start = current.span
        var alternatives = [try parseClosedPattern()]
        while take(.bar) { alternatives.append(try parseClosedPattern()) }
        let inner = alternatives.count == 1 ? alternatives[0] : pattern(.matchOr(alternatives), from: start)
        guard take(.as) else { return inner }
        let name = try expectName("a name after `as`")
        if name.text == "_" {
            report(.pattern("cannot use `_` as a target", source: source, span: name.span))
        }
        return pattern(.matchAs(pattern: inner, name: name), from: start)
    }

    private mutating func parseClosedPattern() throws(Abandoned) -> Pattern {
        let start = current.span
        switch current.kind {
        case .true, .false, .none:
            let kind = advance().kind
            return pattern(.matchSingleton(kind == .none ? .none : .bool(kind == .true)), from: start)
        case .number, .minus, .string:
            return pattern(.matchValue(try parseLiteralPattern()), from: start)
        case .name: return try parseNamePattern()
        case .leftParen, .leftBracket: return try parseSequencePattern()
        case .leftBrace: return try parseMappingPattern()
        default: throw unexpected("a pattern")
        }
    }

    /// A string, or a number with its sign, or `real ± imaginary`.
    private mutating func parseLiteralPattern() throws(Abandoned) -> Expression {
        let start = current.span
        if at(.string) {
            let text = try parseStrings()
            if case .joinedStr = text.kind {
                throw fail(
                    .pattern(
                        "an f-string cannot be a pattern",
                        source: source,
                        span: text.span,
                        hint: "match any value and compare in a guard: `case x if x == f\"…\"`"
                    )
                )
            }
            return text
        }
        let real = try parseSignedNumber()
        guard at(.plus) || at(.minus) else { return real }
        let op: BinaryOperator = advance().kind == .plus ? .add : .sub
        guard at(.number) else { throw unexpected("an imaginary number") }
        let imaginary = try parseAtom()
        guard case .constant(.imaginary) = imaginary.kind, !real.isImaginary else {
            throw fail(
                .pattern(
                    "a sum in a pattern must be a complex number",
                    source: source,
                    span: start.through(imaginary.span)
                )
            )
        }
        return try make(.binOp(left: real, op: op, right: imaginary), from: start)
    }

    private mutating func parseSignedNumber() throws(Abandoned) -> Expression {
        let start = current.span
        guard take(.minus) else { return try parseAtom() }
        guard at(.number) else { throw unexpected("a number after `-`") }
        return try make(.unaryOp(.uSub, try parseAtom()), from: start)
    }

    /// A capture, `_`, a dotted name, or a class pattern.
    private mutating func parseNamePattern() throws(Abandoned) -> Pattern {
        let token = advance()
        let name = Identifier(text(of: token), span: token.span)
        if !at(.dot), !at(.leftParen) {
            if at(.equal) { throw unexpected("a pattern", hint: "`name=pattern` belongs into a class pattern") }
            return pattern(.matchAs(pattern: nil, name: name.text == "_" ? nil : name), from: token.span)
        }
        let value = try parseDottedValue(from: name)
        guard at(.leftParen) else { return pattern(.matchValue(value), from: token.span) }
        return try parseClassPattern(type: value)
    }

    private mutating func parseDottedValue(from name: Identifier) throws(Abandoned) -> Expression {
        var value = Expression(.name(name.text), span: name.span)
        while take(.dot) { value = try make(.attribute(value, try expectName("a name after `.`")), from: name.span) }
        return value
    }

    private mutating func parseClassPattern(type: Expression) throws(Abandoned) -> Pattern {
        bracket = advance()
        var patterns: [Pattern] = []
        var keywords: [Pattern.KeywordPattern] = []
        var names: Set<String> = []
        while !at(.rightParen) {
            if at(.name), kind(ahead: 1) == .equal {
                let name = try expectName("a name")
                advance()
                if !names.insert(name.text).inserted {
                    report(.pattern("attribute `\(name.text)` is repeated", source: source, span: name.span))
                }
                keywords.append(Pattern.KeywordPattern(name: name, pattern: try parsePattern()))
            } else {
                let inner = try parsePattern()
                if !keywords.isEmpty {
                    report(
                        .pattern("positional pattern after a keyword pattern", source: source, span: inner.span)
                    )
                }
                patterns.append(inner)
            }
            if !take(.comma) { break }
        }
        try close(.rightParen)
        return pattern(.matchClass(type: type, patterns: patterns, keywords: keywords), from: type.span)
    }

    /// `[…]`, `(…)`; one pattern in parentheses without comma is itself.
    private mutating func parseSequencePattern() throws(Abandoned) -> Pattern {
        let opening = advance()
        bracket = opening
        let closer: Token.Kind = opening.kind == .leftParen ? .rightParen : .rightBracket
        var patterns: [Pattern] = []
        var hasComma = false
        while !at(closer) {
            patterns.append(try parseMaybeStarPattern())
            guard take(.comma) else { break }
            hasComma = true
        }
        try close(closer)
        if closer == .rightParen, !hasComma, let only = patterns.first {
            if case .matchStar = only.kind {
                throw fail(.pattern("a starred pattern must be in a sequence", source: source, span: only.span))
            }
            return only
        }
        return pattern(.matchSequence(patterns), from: opening.span)
    }

    private mutating func parseMappingPattern() throws(Abandoned) -> Pattern {
        let opening = advance()
        bracket = opening
        var entries: [Pattern.MappingEntry] = []
        var rest: Identifier?
        while !at(.rightBrace) {
            if take(.doubleStar) {
                let name = try expectName("a name after `**`")
                if rest != nil || name.text == "_" {
                    throw fail(
                        .pattern(
                            name.text == "_" ? "cannot use `_` as a target" : "only one `**` in a pattern",
                            source: source,
                            span: name.span
                        )
                    )
                }
                rest = name
            } else {
                let key: Expression
                switch current.kind {
                case .number, .minus, .string: key = try parseLiteralPattern()
                case .true, .false, .none: key = try parseAtom()
                default:
                    guard at(.name), kind(ahead: 1) == .dot else {
                        throw unexpected("a key: a literal or a dotted name")
                    }
                    key = try parseDottedValue(from: try expectName("a name"))
                }
                if rest != nil {
                    throw fail(.pattern("`**` must be the last of the pattern", source: source, span: key.span))
                }
                guard take(.colon) else { throw unexpected("`:` after the key") }
                entries.append(Pattern.MappingEntry(key: key, pattern: try parsePattern()))
            }
            if !take(.comma) { break }
        }
        try close(.rightBrace)
        checkKeys(entries)
        return pattern(.matchMapping(entries: entries, rest: rest), from: opening.span)
    }
}

extension Expression {
    fileprivate var isImaginary: Bool {
        switch kind {
        case .constant(.imaginary): true
        case .unaryOp(_, let operand): operand.isImaginary
        default: false
        }
    }
}
