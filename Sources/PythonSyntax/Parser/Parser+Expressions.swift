import Diagnostics

extension Parser {
    /// star_expressions: `a`, `a, *b`; a comma makes a tuple.
    mutating func parseStarExpressions() throws(Abandoned) -> Expression {
        let first = try parseStarExpression()
        guard at(.comma) else { return first }
        return try parseTuple(after: first) { (parser) throws(Abandoned) in try parser.parseStarExpression() }
    }

    /// star_expression: `*` bitwise_or | expression.
    mutating func parseStarExpression() throws(Abandoned) -> Expression {
        at(.star) ? try parseStarred() : try parseExpression()
    }

    /// star_named_expression: `*` bitwise_or | named_expression.
    mutating func parseStarNamedExpression() throws(Abandoned) -> Expression {
        at(.star) ? try parseStarred() : try parseNamedExpression()
    }

    mutating func parseStarred() throws(Abandoned) -> Expression {
        let start = advance().span
        try descend()
        defer { depth -= 1 }
        return try make(.starred(try parseBinary(0)), from: start)
    }

    /// The rest of a tuple without parentheses, its first element taken, a comma here.
    mutating func parseTuple(
        after first: Expression,
        element: (inout Parser) throws(Abandoned) -> Expression
    ) throws(Abandoned) -> Expression {
        var elements = [first]
        while take(.comma) {
            guard current.kind.startsExpression else { break }
            elements.append(try element(&self))
        }
        return try make(.tuple(elements), from: first.span)
    }

    /// named_expression: NAME `:=` expression | expression.
    mutating func parseNamedExpression() throws(Abandoned) -> Expression {
        if at(.name), kind(ahead: 1) == .colonEqual {
            let name = advance()
            let target = Expression(.name(text(of: name)), span: name.span)
            checkAssignable(name: target)
            advance()
            try descend()
            defer { depth -= 1 }
            return try make(.namedExpr(target: target, value: try parseExpression()), from: name.span)
        }
        let expression = try parseExpression()
        if at(.colonEqual) {
            throw fail(
                .walrus(
                    "cannot use `:=` with \(expression.describedAsTarget)",
                    source: source,
                    span: expression.span,
                    hint: "its left side must be a plain name"
                )
            )
        }
        return expression
    }

    /// expression: disjunction [`if` disjunction `else` expression] | lambda. A chain of `else`s takes no recursion.
    mutating func parseExpression() throws(Abandoned) -> Expression {
        var pending: [(body: Expression, test: Expression)] = []
        var last: Expression
        while true {
            if at(.lambda) {
                last = try parseLambda()
                break
            }
            last = try parseDisjunction()
            guard at(.if) else { break }
            guard pending.count < limits.treeHeight else { throw tooHigh() }
            advance()
            let test = try parseDisjunction()
            guard at(.else) else {
                throw unexpected("`else` after the condition", hint: "a conditional expression needs an `else` value")
            }
            advance()
            pending.append((last, test))
        }
        for (body, test) in pending.reversed() {
            last = try make(.ifExp(test: test, body: body, orelse: last), from: body.span)
        }
        return last
    }

    /// disjunction: conjunction (`or` conjunction)*.
    mutating func parseDisjunction() throws(Abandoned) -> Expression {
        let first = try parseConjunction()
        guard at(.or) else { return first }
        var values = [first]
        while take(.or) { values.append(try parseConjunction()) }
        return try make(.boolOp(.or, values), from: first.span)
    }

    private mutating func parseConjunction() throws(Abandoned) -> Expression {
        let first = try parseInversion()
        guard at(.and) else { return first }
        var values = [first]
        while take(.and) { values.append(try parseInversion()) }
        return try make(.boolOp(.and, values), from: first.span)
    }

    /// inversion: `not` inversion | comparison.
    private mutating func parseInversion() throws(Abandoned) -> Expression {
        guard at(.not) else { return try parseComparison() }
        var operators: [Span] = []
        while at(.not) { operators.append(advance().span) }
        var value = try parseComparison()
        for start in operators.reversed() { value = try make(.unaryOp(.not, value), from: start) }
        return value
    }

    private mutating func parseComparison() throws(Abandoned) -> Expression {
        let left = try parseBinary(0)
        guard let first = takeComparisonOperator() else { return left }
        var parts = [Expression.ComparisonPart(op: first, right: try parseBinary(0))]
        while let op = takeComparisonOperator() {
            parts.append(Expression.ComparisonPart(op: op, right: try parseBinary(0)))
        }
        return try make(.compare(left: left, parts), from: left.span)
    }

    private mutating func takeComparisonOperator() -> ComparisonOperator? {
        let op: ComparisonOperator
        switch current.kind {
        case .equalEqual: op = .eq
        case .notEqual: op = .notEq
        case .less: op = .lt
        case .lessEqual: op = .ltE
        case .greater: op = .gt
        case .greaterEqual: op = .gtE
        case .in: op = .in
        case .is:
            advance()
            return take(.not) ? .isNot : .is
        case .not where kind(ahead: 1) == .in:
            advance()
            op = .notIn
        default: return nil
        }
        advance()
        return op
    }

    /// The binary operators between comparisons and unary ones, all left-associative; a higher rank binds tighter.
    private static func rank(_ kind: Token.Kind) -> (rank: Int, op: BinaryOperator)? {
        switch kind {
        case .bar: (1, .bitOr)
        case .caret: (2, .bitXor)
        case .ampersand: (3, .bitAnd)
        case .leftShift: (4, .lShift)
        case .rightShift: (4, .rShift)
        case .plus: (5, .add)
        case .minus: (5, .sub)
        case .star: (6, .mult)
        case .slash: (6, .div)
        case .doubleSlash: (6, .floorDiv)
        case .percent: (6, .mod)
        case .at: (6, .matMult)
        default: nil
        }
    }

    /// bitwise_or and all below it: operators of rank above `floor`.
    mutating func parseBinary(_ floor: Int) throws(Abandoned) -> Expression {
        var left = try parseUnary()
        while let (rank, op) = Self.rank(current.kind), rank > floor {
            advance()
            let right = try parseBinary(rank)
            left = try make(.binOp(left: left, op: op, right: right), from: left.span)
        }
        return left
    }

    /// factor: (`+` | `-` | `~`) factor | power.
    private mutating func parseUnary() throws(Abandoned) -> Expression {
        guard Self.unary(current.kind) != nil else { return try parsePower() }
        var operators: [(op: UnaryOperator, start: Span)] = []
        while let op = Self.unary(current.kind) { operators.append((op, advance().span)) }
        var value = try parsePower()
        for (op, start) in operators.reversed() { value = try make(.unaryOp(op, value), from: start) }
        return value
    }

    private static func unary(_ kind: Token.Kind) -> UnaryOperator? {
        switch kind {
        case .plus: .uAdd
        case .minus: .uSub
        case .tilde: .invert
        default: nil
        }
    }

    /// power: [`await`] primary [`**` factor].
    private mutating func parsePower() throws(Abandoned) -> Expression {
        let start = current.span
        var base: Expression
        if take(.await) {
            base = try make(.await(try parsePrimary()), from: start)
        } else {
            base = try parsePrimary()
        }
        guard take(.doubleStar) else { return base }
        try descend()
        defer { depth -= 1 }
        return try make(.binOp(left: base, op: .pow, right: try parseUnary()), from: start)
    }

    /// primary: an atom with its attributes, calls and subscripts.
    mutating func parsePrimary() throws(Abandoned) -> Expression {
        let start = current.span
        var value = try parseAtom()
        while true {
            switch current.kind {
            case .dot:
                advance()
                value = try make(.attribute(value, try expectName("the name of an attribute")), from: start)
            case .leftParen:
                value = try parseCall(of: value, from: start)
            case .leftBracket:
                value = try parseSubscript(of: value, from: start)
            default:
                return value
            }
        }
    }

    private mutating func parseSubscript(of value: Expression, from start: Span) throws(Abandoned) -> Expression {
        try descend()
        defer { depth -= 1 }
        let outer = bracket
        bracket = advance()
        let index = try parseIndex()
        try close(.rightBracket)
        bracket = outer
        return try make(.subscripted(value, index: index), from: start)
    }

    /// slices: slice !`,` | (slice | starred) (`,` …)* [`,`].
    private mutating func parseIndex() throws(Abandoned) -> Expression {
        if at(.rightBracket) { throw unexpected("an index") }
        let first = try parseSlice()
        guard at(.comma) else {
            guard case .starred = first.kind else { return first }
            return try make(.tuple([first]), from: first.span)
        }
        var elements = [first]
        while take(.comma) {
            if at(.rightBracket) { break }
            elements.append(try parseSlice())
        }
        return try make(.tuple(elements), from: first.span)
    }

    private mutating func parseSlice() throws(Abandoned) -> Expression {
        if at(.star) { return try parseStarred() }
        let start = current.span
        var lower: Expression?
        if !at(.colon) {
            let value = try parseNamedExpression()
            guard at(.colon) else { return value }
            lower = value
            if case .namedExpr = value.kind, !isParenthesized(value) {
                throw fail(
                    .walrus("`:=` in a slice needs parentheses", source: source, span: value.span)
                )
            }
        }
        advance()
        var parts: [Expression?] = [nil, nil]
        for place in 0...1 {
            if !at(.colon), !at(.comma), !at(.rightBracket) { parts[place] = try parseExpression() }
            if place == 1 || !take(.colon) { break }
        }
        return try make(.slice(lower: lower, upper: parts[0], step: parts[1]), from: start)
    }

    /// Whether the expression, just parsed, was in parentheses: its span begins after the `(`.
    func isParenthesized(_ expression: Expression) -> Bool {
        previous.kind == .rightParen && previous.span.end > expression.span.end
    }
}
