import Diagnostics

extension Parser {
    mutating func parseAtom() throws(Abandoned) -> Expression {
        let token = current
        switch token.kind {
        case .name:
            advance()
            return Expression(.name(text(of: token)), span: token.span)
        case .number:
            advance()
            let literal = NumberLiteral(text: source.bytes[token.span.start..<token.span.end])
            guard let value = literal.value(digitsMax: limits.integerDigits) else {
                throw fail(.tooManyDigits(limits.integerDigits, source: source, span: token.span))
            }
            return Expression(.constant(value), span: token.span)
        case .string: return try parseStrings()
        case .true, .false:
            advance()
            return Expression(.constant(.bool(token.kind == .true)), span: token.span)
        case .none:
            advance()
            return Expression(.constant(.none), span: token.span)
        case .ellipsis:
            advance()
            return Expression(.constant(.ellipsis), span: token.span)
        case .leftParen, .leftBracket, .leftBrace:
            let outer = bracket
            bracket = advance()
            try descend()
            defer { depth -= 1 }
            let expression: Expression =
                switch token.kind {
                case .leftParen: try parseParenthesized(from: token.span)
                case .leftBracket: try parseListDisplay(from: token.span)
                default: try parseBraces(from: token.span)
                }
            bracket = outer
            return expression
        default:
            throw unexpected("an expression", hint: hintForMissingExpression())
        }
    }

    private func hintForMissingExpression() -> String? {
        switch current.kind {
        case .equal where index > 0 && previous.kind == .equalEqual: "`===` is not Python; write `==`"
        case .ampersand where index > 0 && previous.kind == .ampersand: "write `and`"
        case .bar where index > 0 && previous.kind == .bar: "write `or`"
        case .newline where index > 1 && (previous.kind == .plus || previous.kind == .minus):
            tokens[index - 2].kind == previous.kind
                ? "`\(previous.kind.spelling)\(previous.kind.spelling)` is not Python; write `\(previous.kind.spelling)= 1`"
                : nil
        default:
            current.kind.isKeyword ? "`\(current.kind.spelling)` is a keyword and cannot be a name" : nil
        }
    }

    /// Takes the closing bracket, or tells what is in its way.
    mutating func close(_ kind: Token.Kind) throws(Abandoned) {
        if take(kind) { return }
        if kind == .endOfFile, !at(.invalid) {
            let found = Diagnostic.describe(current, in: source)
            throw fail(
                .formattedString(
                    "expected `!`, `:` or `}` after the expression, found \(found)",
                    source: source,
                    span: current.span
                )
            )
        }
        if at(.equal) { throw fail(.assignmentInExpression(source: source, span: current.span)) }
        if current.kind.startsExpression, !at(.star), !at(.minus), !at(.plus) {
            throw fail(.missingComma(closing: kind, opening: bracket, found: current, source: source))
        }
        throw unexpected("`\(kind.spelling)`")
    }

    /// tuple, group or generator, the opening text taken. Of an f-string's field `closer` is the end of the text.
    mutating func parseParenthesized(
        from start: Span,
        until closer: Token.Kind = .rightParen
    ) throws(Abandoned) -> Expression {
        if closer == .rightParen, take(closer) { return try make(.tuple([]), from: start) }
        if at(.yield) {
            let value = try parseYield()
            try close(closer)
            return value
        }
        let first = try parseStarNamedExpression()
        if at(.comma) {
            let elements = try parseElements(after: first, until: closer)
            return try make(.tuple(elements), from: start)
        }
        if let clauses = try parseComprehension(of: first) {
            try close(closer)
            return try make(.generatorExp(first, clauses), from: start)
        }
        if case .starred = first.kind {
            throw fail(
                .star(
                    "cannot use a starred expression here",
                    source: source,
                    span: first.span,
                    hint: "a tuple of one needs a comma: `(*a,)`"
                )
            )
        }
        try close(closer)
        return first
    }

    /// The rest of a display, its first element taken: the elements, the closing bracket taken too.
    private mutating func parseElements(
        after first: Expression,
        until closer: Token.Kind
    ) throws(Abandoned) -> [Expression] {
        var elements = [first]
        while take(.comma), !at(closer) { elements.append(try parseStarNamedExpression()) }
        try close(closer)
        return elements
    }

    private mutating func parseListDisplay(from start: Span) throws(Abandoned) -> Expression {
        if take(.rightBracket) { return try make(.list([]), from: start) }
        let first = try parseStarNamedExpression()
        if let clauses = try parseComprehension(of: first) {
            try close(.rightBracket)
            return try make(.listComp(first, clauses), from: start)
        }
        let elements = try parseElements(after: first, until: .rightBracket)
        return try make(.list(elements), from: start)
    }

    /// dict, set, or one of their comprehensions, the `{` taken.
    private mutating func parseBraces(from start: Span) throws(Abandoned) -> Expression {
        if take(.rightBrace) { return try make(.dict([]), from: start) }
        if at(.doubleStar) { return try parseDictDisplay(after: nil, from: start) }
        let first = try parseStarNamedExpression()
        if at(.colon) { return try parseDictDisplay(after: first, from: start) }
        if let clauses = try parseComprehension(of: first) {
            try close(.rightBrace)
            return try make(.setComp(first, clauses), from: start)
        }
        let elements = try parseElements(after: first, until: .rightBrace)
        return try make(.set(elements), from: start)
    }

    /// The rest of a dict, its first key taken if it has one.
    private mutating func parseDictDisplay(after first: Expression?, from start: Span) throws(Abandoned) -> Expression {
        if let first { try checkKey(first) }
        var items: [Expression.DictItem] = []
        var key = first
        repeat {
            if at(.rightBrace) { break }
            if key == nil, take(.doubleStar) {
                let value = try parseBinary(0)
                items.append(Expression.DictItem(key: nil, value: value))
                if at(.for) || at(.async) {
                    throw fail(
                        .star(
                            "cannot spread a mapping in a dict comprehension",
                            source: source,
                            span: value.span
                        )
                    )
                }
                continue
            }
            let thisKey: Expression
            if let given = key {
                thisKey = given
            } else {
                thisKey = try parseExpression()
            }
            key = nil
            guard at(.colon) else { throw unexpected("`:` after the key", hint: "a dict item is `key: value`") }
            advance()
            if at(.star) {
                throw fail(
                    .star("cannot use a starred expression in a dict value", source: source, span: current.span)
                )
            }
            if at(.rightBrace) || at(.comma) { throw unexpected("a value after `:`") }
            let value = try parseExpression()
            if items.isEmpty, at(.for) || at(.async), let clauses = try parseComprehension(of: value) {
                try close(.rightBrace)
                return try make(.dictComp(key: thisKey, value: value, clauses), from: start)
            }
            items.append(Expression.DictItem(key: thisKey, value: value))
        } while take(.comma)
        try close(.rightBrace)
        return try make(.dict(items), from: start)
    }

    /// A dict's first key was read as a set's element, which may be more than a key.
    private mutating func checkKey(_ key: Expression) throws(Abandoned) {
        switch key.kind {
        case .starred:
            throw fail(.star("cannot use a starred expression as a dict key", source: source, span: key.span))
        case .namedExpr where !isParenthesized(key):
            throw fail(.walrus("`:=` as a dict key needs parentheses", source: source, span: key.span))
        default: break
        }
    }

    /// for_if_clauses, if there are any after `element`.
    mutating func parseComprehension(of element: Expression) throws(Abandoned) -> [Comprehension]? {
        guard at(.for) || (at(.async) && kind(ahead: 1) == .for) else { return nil }
        if case .starred = element.kind {
            throw fail(
                .star("cannot spread a value in a comprehension", source: source, span: element.span)
            )
        }
        var clauses: [Comprehension] = []
        while at(.for) || (at(.async) && kind(ahead: 1) == .for) {
            let isAsync = take(.async)
            advance()
            let target = try parseTargets()
            guard at(.in) else { throw unexpected("`in` after the loop's target") }
            advance()
            let iterable = try parseDisjunction()
            var conditions: [Expression] = []
            while take(.if) { conditions.append(try parseDisjunction()) }
            clauses.append(
                Comprehension(target: target, iterable: iterable, conditions: conditions, isAsync: isAsync)
            )
        }
        return clauses
    }

    /// star_targets of a `for`: what stands before `in`.
    mutating func parseTargets() throws(Abandoned) -> Expression {
        let first = at(.star) ? try parseStarred() : try parseBinary(0)
        var target = first
        if at(.comma) {
            target = try parseTuple(after: first) { (parser) throws(Abandoned) in
                parser.at(.star) ? try parser.parseStarred() : try parser.parseBinary(0)
            }
        }
        checkTarget(target, for: .assignment)
        return target
    }

    /// yield_expr: `yield` `from` expression | `yield` [star_expressions].
    mutating func parseYield() throws(Abandoned) -> Expression {
        let start = advance().span
        if take(.from) { return try make(.yieldFrom(try parseExpression()), from: start) }
        guard current.kind.startsExpression else { return try make(.yield(nil), from: start) }
        return try make(.yield(try parseStarExpressions()), from: start)
    }

    /// lambdef: `lambda` [parameters] `:` expression.
    mutating func parseLambda() throws(Abandoned) -> Expression {
        try descend()
        defer { depth -= 1 }
        let start = advance().span
        let arguments = try parseParameters(until: .colon, isLambda: true)
        guard take(.colon) else {
            throw fail(.missingColon(after: "the lambda's parameters", source: source, span: placeAfterPrevious))
        }
        return try make(.lambda(arguments, body: try parseExpression()), from: start)
    }

    /// Where a missing token should have been: the last character before.
    var placeAfterPrevious: Span { Span(max(previous.span.end - 1, previous.span.start), previous.span.end) }
}
