package import Diagnostics

/// Parses KQL: recursive descent for statements and tabular operators, precedence climbing for expressions.
///
/// An error ends its tabular operator, not the query: a production reports and throws ``Abandoned``, the pipeline catches,
/// skips to the next `|` and goes on. So one run gives the errors of the whole text.
/// Source of the grammar: `Kql.g4`, which Microsoft publishes with its parser.
package struct Parser {
    let source: Source
    let limits: KQLLimits
    /// Ends with `.endOfFile`, which is never passed.
    let tokens: [Token]
    /// See ``Lexer/partners``.
    let partners: [Int32]
    /// See ``Lexer/depths``.
    let depths: [Int32]
    var index = 0
    var diagnostics: [Diagnostic]
    /// Levels of native recursion so far; see ``KQLLimits/nesting``.
    var depth = 0

    /// Thrown by a production that has reported its error, or met text that the lexer has reported.
    struct Abandoned: Error {}

    /// Parses a text of definitions and queries. O(length).
    package static func parse(_ source: Source, limits: KQLLimits = .default) -> ParseResult {
        guard source.bytes.count <= limits.sourceBytes else {
            let place = Span(limits.sourceBytes, limits.sourceBytes + 1)
            let diagnostic = Diagnostic.limit("bytes of query", limits.sourceBytes, in: source, place)
            return ParseResult(script: Script([]), diagnostics: [diagnostic])
        }
        var lexer = Lexer(source, limits: limits)
        lexer.lex()
        var parser = Parser(lexer)
        let script = Script(parser.parseStatements(until: .endOfFile))
        let sorted = parser.diagnostics.enumerated().sorted { left, right in
            let (first, second) = (left.element.span?.start ?? 0, right.element.span?.start ?? 0)
            return first == second ? left.offset < right.offset : first < second
        }
        return ParseResult(script: script, diagnostics: sorted.prefix(limits.diagnostics).map(\.element))
    }

    private init(_ lexer: Lexer) {
        source = lexer.source
        limits = lexer.limits
        tokens = lexer.tokens
        partners = lexer.partners
        depths = lexer.depths
        diagnostics = lexer.diagnostics
    }

    // MARK: Tokens

    var current: Token { tokens[index] }

    /// The token `distance` ahead; the end of the file repeats.
    func token(ahead distance: Int) -> Token {
        let place = index + distance
        return place < tokens.count ? tokens[place] : tokens[tokens.count - 1]
    }

    func at(_ kind: Token.Kind) -> Bool { current.kind == kind }

    /// Whether the current token is this word.
    func at(word: StaticString) -> Bool { isWord(current, word) }

    func isWord(_ token: Token, _ word: StaticString) -> Bool {
        guard token.kind == .name, token.span.end - token.span.start == word.utf8CodeUnitCount else { return false }
        return word.withUTF8Buffer { $0.elementsEqual(source.bytes[token.span.start..<token.span.end]) }
    }

    @discardableResult
    mutating func advance() -> Token {
        let token = current
        if index + 1 < tokens.count { index += 1 }
        return token
    }

    mutating func take(_ kind: Token.Kind) -> Bool {
        guard at(kind) else { return false }
        advance()
        return true
    }

    mutating func take(word: StaticString) -> Bool {
        guard at(word: word) else { return false }
        advance()
        return true
    }

    @discardableResult
    mutating func expect(_ kind: Token.Kind) throws(Abandoned) -> Token {
        guard at(kind) else { throw unexpected("`\(kind.spelling.map(String.init(describing:)) ?? "a word")`") }
        return advance()
    }

    mutating func expect(word: StaticString) throws(Abandoned) {
        guard take(word: word) else { throw unexpected("`\(word)`") }
    }

    func text(_ token: Token) -> String { source.text(of: token.span) }

    /// The end of the last token taken.
    var endOfPrevious: Int { index > 0 ? tokens[index - 1].span.end : 0 }

    /// From `start` to the last token taken.
    func span(from start: Token) -> Span { Span(start.span.start, endOfPrevious) }

    /// Whether this token stands right after the one before it.
    func isAdjacent(_ place: Int) -> Bool {
        place > 0 && place < tokens.count && tokens[place].span.start == tokens[place - 1].span.end
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
    mutating func unexpected(_ wanted: String) -> Abandoned {
        if at(.invalid) { return Abandoned() }
        return fail(.expected(wanted, found: current, in: source))
    }

    /// Counts one level of native recursion; pair with `depth -= 1`.
    mutating func descend() throws(Abandoned) {
        guard depth < limits.nesting else {
            throw fail(.limit("levels of nesting", limits.nesting, in: source, current.span))
        }
        depth += 1
    }

    /// Refuses a chain with so many links.
    mutating func checkChain(_ links: Int) throws(Abandoned) {
        guard links <= limits.chain else {
            throw fail(.limit("operations in a row", limits.chain, in: source, current.span))
        }
    }

    // MARK: Lists

    /// One or more elements, separated by commas.
    mutating func list<Element>(
        _ element: (inout Parser) throws(Abandoned) -> Element
    ) throws(Abandoned) -> [Element] {
        var elements = [try element(&self)]
        while take(.comma) { elements.append(try element(&self)) }
        return elements
    }

    /// Elements in brackets, separated by commas, the opening bracket taken; none are allowed.
    mutating func list<Element>(
        until closing: Token.Kind,
        _ element: (inout Parser) throws(Abandoned) -> Element
    ) throws(Abandoned) -> [Element] {
        var elements: [Element] = []
        while !at(closing) {
            elements.append(try element(&self))
            guard take(.comma) else { break }
        }
        try expect(closing)
        return elements
    }
}
