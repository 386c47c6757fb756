package import Diagnostics

/// Reads conditions: see ``ConditionExpression``. Goes on after an error, so that one text may have several.
package struct ConditionParser {
    /// What is wrong, at places within the condition's text.
    package enum Fault: Hashable, Sendable {
        /// Something else was expected.
        case expected(String, found: String)
        /// Deeper than ``ConditionParser/nestingMax``.
        case tooDeep
    }

    /// A condition that was read.
    package struct Result: Sendable {
        /// The expression; ``ConditionExpression/Kind/missing`` stands where nothing could be read.
        package var expression: ConditionExpression
        /// What stands behind a `|`.
        package var aggregation: ConditionAggregation?
        /// What is wrong, in order.
        package var faults: [(fault: Fault, span: Span)]
    }

    /// Parentheses and negations within each other.
    package static let nestingMax = 40
    /// Faults that are told of one condition.
    package static let faultsMax = 10

    private var lexer: ConditionLexer
    private var token: ConditionToken
    private var faults: [(fault: Fault, span: Span)] = []
    private let length: Int

    /// Reads a condition. Never fails: see ``Result/faults``. O(length).
    package static func parse(_ text: String) -> Result {
        var parser = ConditionParser(text)
        let expression = parser.parseWhole()
        let aggregation = parser.token.kind == .pipe ? parser.parseAggregation() : nil
        return Result(expression: expression, aggregation: aggregation, faults: parser.faults)
    }

    private init(_ text: String) {
        length = text.utf8.count
        lexer = ConditionLexer(text)
        token = lexer.next()
    }

    private mutating func advance() { token = lexer.next() }

    private mutating func report(_ fault: Fault, at span: Span) {
        // Of what stands around it nothing more can be said.
        if faults.last?.fault != .tooDeep, faults.count < Self.faultsMax { faults.append((fault, span)) }
    }

    private mutating func reportExpected(_ what: String) {
        report(.expected(what, found: token.kind == .end ? "the end" : "`\(token.text)`"), at: token.span)
    }

    private mutating func parseWhole() -> ConditionExpression {
        var parts = [parseOr(depth: 0)]
        // What follows without `and` or `or` is read for its errors, and left out.
        while token.kind != .end, token.kind != .pipe {
            reportExpected("`and`, `or` or the end")
            if [.close, .unknown, .of, .them].contains(token.kind) { advance() }
            if [.end, .pipe].contains(token.kind) { break }
            let before = token
            parts.append(parseOr(depth: 0))
            // An operand that is not there takes nothing.
            if token == before { advance() }
        }
        return parts[0]
    }

    private mutating func parseOr(depth: Int) -> ConditionExpression {
        let first = parseAnd(depth: depth)
        var parts = [first]
        while token.kind == .or {
            advance()
            parts.append(parseAnd(depth: depth))
        }
        return Self.joined(parts) { .or($0) }
    }

    private mutating func parseAnd(depth: Int) -> ConditionExpression {
        var parts = [parseNot(depth: depth)]
        while token.kind == .and {
            advance()
            parts.append(parseNot(depth: depth))
        }
        return Self.joined(parts) { .and($0) }
    }

    private static func joined(
        _ parts: [ConditionExpression],
        _ kind: ([ConditionExpression]) -> ConditionExpression.Kind
    ) -> ConditionExpression {
        guard parts.count > 1, let first = parts.first, let last = parts.last else { return parts[0] }
        return ConditionExpression(kind(parts), first.span.through(last.span))
    }

    private mutating func parseNot(depth: Int) -> ConditionExpression {
        guard token.kind == .not else { return parseOperand(depth: depth) }
        let start = token.span
        guard depth < Self.nestingMax else { return skipTooDeep() }
        advance()
        let child = parseNot(depth: depth + 1)
        return ConditionExpression(.not(child), start.through(child.span))
    }

    private mutating func parseOperand(depth: Int) -> ConditionExpression {
        let start = token
        switch token.kind {
        case .open:
            guard depth < Self.nestingMax else { return skipTooDeep() }
            advance()
            var inner = parseOr(depth: depth + 1)
            inner.span = start.span.through(token.span)
            if token.kind == .close { advance() } else { reportExpected("`)`") }
            return inner
        case .name:
            advance()
            guard token.kind == .of else {
                if start.text.contains("*") {
                    report(
                        .expected("a search identifier", found: "the pattern `\(start.text)` without `1 of`"),
                        at: start.span
                    )
                    return ConditionExpression(.missing, start.span)
                }
                return ConditionExpression(.identifier(start.text), start.span)
            }
            return parseSelector(start)
        case .them:
            reportExpected("a search identifier")
            advance()
            return ConditionExpression(.missing, start.span)
        case .and, .or, .not, .of, .close, .pipe, .unknown, .end:
            reportExpected("a search identifier")
            if token.kind == .unknown { advance() }
            return ConditionExpression(.missing, start.span)
        }
    }

    private mutating func parseSelector(_ count: ConditionToken) -> ConditionExpression {
        let quantity: ConditionExpression.Quantity?
        switch count.text.lowercased() {
        case "1", "any": quantity = .one
        case "all": quantity = .all
        default:
            report(.expected("`1`, `any` or `all` before `of`", found: "`\(count.text)`"), at: count.span)
            quantity = nil
        }
        advance()
        let end = token
        let selection: ConditionExpression.Selection
        switch token.kind {
        case .them: selection = .them
        case .name: selection = .pattern(token.text)
        default:
            reportExpected("`them` or a pattern such as `selection*`")
            return ConditionExpression(.missing, count.span)
        }
        advance()
        let span = count.span.through(end.span)
        guard let quantity else { return ConditionExpression(.missing, span) }
        return ConditionExpression(.selector(quantity, selection), span)
    }

    /// Passes over all that is left.
    private mutating func skipTooDeep() -> ConditionExpression {
        report(.tooDeep, at: token.span)
        let span = token.span
        _ = lexer.rest()
        advance()
        return ConditionExpression(.missing, span)
    }

    // MARK: Aggregations

    ///     aggregation = FUNCTION "(" [FIELD] ")" ["by" FIELD] [("<" | "<=" | ">" | ">=" | "=" | "==") NUMBER] | "near" …
    private mutating func parseAggregation() -> ConditionAggregation {
        let start = token.span
        let rest = lexer.rest()
        let text = rest.trimmingSpaces
        var aggregation = ConditionAggregation(
            text: text,
            function: String(text.prefix { $0.isLetter }).lowercased(),
            span: Span(start.start, length)
        )
        token = lexer.next()
        var tail = text[...]
        if let open = text.firstIndex(of: "("), let close = text[open...].firstIndex(of: ")") {
            let field = String(text[text.index(after: open)..<close]).trimmingSpaces
            aggregation.field = field.isEmpty ? nil : field
            tail = text[text.index(after: close)...]
        }
        let words = tail.split { $0 == " " || $0 == "\t" || $0 == "\n" }
        if let by = words.firstIndex(where: { $0.lowercased() == "by" }), by + 1 < words.count {
            aggregation.groupBy = String(words[by + 1])
        }
        if let sign = words.firstIndex(where: { ["<", "<=", ">", ">=", "=", "=="].contains($0) }),
            sign + 1 < words.count,
            let bound = Double(words[sign + 1])
        {
            aggregation.comparison = words[sign] == "==" ? "=" : String(words[sign])
            aggregation.bound = bound
        }
        return aggregation
    }
}

extension String {
    /// Without blanks at its ends.
    var trimmingSpaces: String {
        let start = drop(while: \.isWhitespace)
        return String(start.reversed().drop(while: \.isWhitespace).reversed())
    }
}
