package import Diagnostics

/// Parses Python 3.11: recursive descent for statements, precedence climbing for operators.
///
/// An error ends its logical line, not the file: a production reports and throws ``Abandoned``, the statement list
/// catches, skips to the next line and goes on. So one run gives the errors of the whole file, one per line.
/// Source of the grammar: CPython 3.11, Grammar/python.gram.
package struct Parser {
    let source: Source
    let limits: ParserLimits
    /// Ends with `.endOfFile`, which is never passed.
    let tokens: [Token]
    var index = 0
    var diagnostics: [Diagnostic] = []
    /// Native recursion so far; see ``ParserLimits/nesting``.
    var depth: Int
    /// The bracket around the place, for messages.
    var bracket: Token?
    /// How deep format specifications of f-strings are nested in one another.
    var specificationDepth = 0

    /// Thrown by a production that has reported its error, or met text that the lexer has reported.
    struct Abandoned: Error {}

    /// Parses a whole file and checks what CPython's compiler checks before it runs anything. O(length).
    package static func parse(_ source: Source, limits: ParserLimits = .default) -> ParseResult {
        guard source.bytes.count <= limits.sourceBytes else {
            let place = Span(limits.sourceBytes, limits.sourceBytes + 1)
            return ParseResult(
                module: Module(body: []),
                diagnostics: [.limit("bytes of source", limits.sourceBytes, source: source, span: place)]
            )
        }
        var lexer = Lexer(source, limits: limits)
        lexer.lex()
        var parser = Parser(source, limits: limits, tokens: lexer.tokens)
        parser.diagnostics = lexer.diagnostics
        let body = parser.parseFile()
        let firstError = parser.diagnostics.lazy.compactMap(\.span?.start).min()
        var checker = ScopeChecker(
            source,
            isComplete: parser.diagnostics.isEmpty,
            diagnosticsMax: limits.diagnostics + 1
        )
        checker.check(body)
        let found = checker.diagnostics.filter { diagnostic in
            // The `def` or loop around it may be what could not be parsed.
            let mayFollow = diagnostic.code == .outsideFunction || diagnostic.code == .outsideLoop
            return !mayFollow || (diagnostic.span?.start ?? 0) < firstError ?? .max
        }
        let all = (parser.diagnostics + found).enumerated().sorted { left, right in
            let (first, second) = (left.element.span?.start ?? 0, right.element.span?.start ?? 0)
            return first == second ? left.offset < right.offset : first < second
        }
        var diagnostics = all.map(\.element)
        if diagnostics.count > limits.diagnostics {
            let place = diagnostics[limits.diagnostics].span ?? Span(0, 0)
            diagnostics.removeSubrange(limits.diagnostics...)
            diagnostics.append(.limit("errors", limits.diagnostics, source: source, span: place))
        }
        return ParseResult(module: Module(body: body), diagnostics: diagnostics)
    }

    /// Parses a text that is one expression, as `eval` takes it: line ends inside need brackets, a tuple none.
    ///
    /// The expression is nil if there is any error.
    package static func parseExpression(
        _ source: Source,
        limits: ParserLimits = .default
    ) -> (expression: Expression?, diagnostics: [Diagnostic]) {
        guard source.bytes.count <= limits.sourceBytes else { return (nil, parse(source, limits: limits).diagnostics) }
        var lexer = Lexer(source, limits: limits)
        lexer.lex()
        var parser = Parser(source, limits: limits, tokens: lexer.tokens)
        parser.diagnostics = lexer.diagnostics
        let expression = try? parser.parseWholeExpression()
        return (parser.diagnostics.isEmpty ? expression : nil, parser.diagnostics)
    }

    init(_ source: Source, limits: ParserLimits, tokens: [Token], depth: Int = 0) {
        self.source = source
        self.limits = limits
        self.tokens = tokens
        self.depth = depth
    }

    private mutating func parseWholeExpression() throws(Abandoned) -> Expression {
        let expression = try parseStarExpressions()
        try checkNoBareStar(expression)
        while take(.newline) {}
        guard at(.endOfFile) else { throw unexpected("end of the expression") }
        return expression
    }

    // MARK: Tokens

    var current: Token { tokens[index] }

    var previous: Token { tokens[index > 0 ? index - 1 : 0] }

    /// The kind of the token `distance` ahead; the end of the file repeats.
    func kind(ahead distance: Int) -> Token.Kind {
        let place = index + distance
        return place < tokens.count ? tokens[place].kind : .endOfFile
    }

    func at(_ kind: Token.Kind) -> Bool { tokens[index].kind == kind }

    @discardableResult
    mutating func advance() -> Token {
        let token = tokens[index]
        if index + 1 < tokens.count { index += 1 }
        return token
    }

    mutating func take(_ kind: Token.Kind) -> Bool {
        guard tokens[index].kind == kind else { return false }
        advance()
        return true
    }

    @discardableResult
    mutating func expect(_ kind: Token.Kind) throws(Abandoned) -> Token {
        guard at(kind) else { throw unexpected("`\(kind.spelling)`") }
        return advance()
    }

    /// Whether the current token is this name: for soft keywords.
    func at(name: StaticString) -> Bool {
        guard at(.name) else { return false }
        let span = current.span
        guard span.end - span.start == name.utf8CodeUnitCount else { return false }
        return name.withUTF8Buffer { $0.elementsEqual(source.bytes[span.start..<span.end]) }
    }

    /// Takes a name; `what` it names is for the message.
    mutating func expectName(_ what: String) throws(Abandoned) -> Identifier {
        guard at(.name) else {
            let hint =
                current.kind.isKeyword
                ? "`\(current.kind.spelling)` is a keyword and cannot be a name"
                : at(.equal) && previous.kind.isKeyword
                    ? "`\(previous.kind.spelling)` is a keyword and cannot be a name" : nil
            throw unexpected(what, hint: hint)
        }
        let token = advance()
        return Identifier(text(of: token), span: token.span)
    }

    /// The text of a name token after NFKC folding.
    func text(of token: Token) -> String {
        let bytes = source.bytes[token.span.start..<token.span.end]
        let text = String(decoding: bytes, as: UTF8.self)
        return bytes.allSatisfy { $0 < 0x80 } ? text : NormalizedName.fold(text)
    }

    // MARK: Errors

    mutating func report(_ diagnostic: Diagnostic) {
        if diagnostics.count <= limits.diagnostics { diagnostics.append(diagnostic) }
    }

    /// Reports, and gives what to throw.
    mutating func fail(_ diagnostic: Diagnostic) -> Abandoned {
        report(diagnostic)
        return Abandoned()
    }

    /// Reports the current token as not what was expected, unless the lexer has reported it.
    mutating func unexpected(_ wanted: String, hint: String? = nil) -> Abandoned {
        if at(.invalid) { return Abandoned() }
        if at(.greater), index > 0, previous.kind == .less, previous.span.end == current.span.start {
            return fail(
                .pythonTwo(
                    "`<>` is Python 2",
                    hint: "write `!=`",
                    source: source,
                    span: previous.span.through(current.span)
                )
            )
        }
        return fail(.expected(wanted, found: current, source: source, hint: hint))
    }

    /// Counts one level of native recursion; pair with `depth -= 1`.
    mutating func descend() throws(Abandoned) {
        guard depth < limits.nesting else {
            throw fail(.limit("levels of nesting", limits.nesting, source: source, span: current.span))
        }
        depth += 1
    }

    /// Makes an expression that ends at the last token taken; refuses one whose tree is too high.
    mutating func make(_ kind: Expression.Kind, from start: Span) throws(Abandoned) -> Expression {
        let expression = Expression(kind, span: start.through(previous.span))
        guard Int(expression.height) <= limits.treeHeight else { throw tooHigh() }
        return expression
    }

    /// Reports a chain of operations that is too long.
    mutating func tooHigh() -> Abandoned {
        fail(.limit("operations in one expression", limits.treeHeight, source: source, span: previous.span))
    }
}
