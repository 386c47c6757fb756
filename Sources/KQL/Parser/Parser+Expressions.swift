import Diagnostics

/// Expressions, by precedence.
extension Parser {
    /// A table or a scalar: an expression, and what is done to it if `|` follows.
    mutating func parseTabular() throws(Abandoned) -> Expression {
        try descend()
        let start = current
        var expression: Expression?
        var operators: [TabularOperator] = []
        if at(.pipe), depth == 1 {
            // A piece of documentation, to be put after some table: the operators are worth reading.
            report(.missingTable(current, in: source))
        } else if let first = try parseLeadingOperator() {
            operators.append(first)
        } else {
            expression = try parseExpression()
        }
        try parseOperators(into: &operators)
        depth -= 1
        if let expression, operators.isEmpty { return expression }
        return Expression(.pipeline(Pipeline(expression, operators)), span: span(from: start))
    }

    /// An expression; operators bind at least as strongly as `minimum` (1 is `or`).
    mutating func parseExpression(_ minimum: Int = 1) throws(Abandoned) -> Expression {
        try descend()
        let start = current
        var left = try parseOperand()
        var links = 0
        while let infix = infixOperator(), infix.precedence >= minimum {
            links += 1
            switch infix {
            case .and, .or:
                left = try parseLogical(infix, left, from: start)
            case .binary(let symbol):
                takeOperator(symbol)
                let right = try parseExpression(symbol.precedence + 1)
                left = Expression(.binary(symbol, left, right), span: span(from: start))
            case .membership(let symbol):
                advance()
                left = Expression(.membership(symbol, left, try parseMembers()), span: span(from: start))
            case .between(let isNegated):
                left = try parseBetween(left, isNegated, from: start)
            }
            try checkChain(links)
        }
        depth -= 1
        return left
    }

    private enum Infix {
        case or, and
        case binary(BinaryOperator)
        case membership(MembershipOperator)
        case between(isNegated: Bool)

        var precedence: Int {
            switch self {
            case .or: 1
            case .and: 2
            case .binary(let symbol): symbol.precedence
            case .membership, .between: MembershipOperator.precedence
            }
        }
    }

    private func infixOperator() -> Infix? {
        switch current.kind {
        case .equal: return .binary(.equal)
        case .notEqual: return .binary(.notEqual)
        case .equalIgnoringCase: return .binary(.equalIgnoringCase)
        case .notEqualIgnoringCase: return .binary(.notEqualIgnoringCase)
        case .less: return .binary(.less)
        case .lessOrEqual: return .binary(.lessOrEqual)
        case .greater: return .binary(.greater)
        case .greaterOrEqual: return .binary(.greaterOrEqual)
        case .plus: return .binary(.add)
        case .minus: return .binary(.subtract)
        case .star: return .binary(.multiply)
        case .slash: return .binary(.divide)
        case .percent: return .binary(.modulo)
        case .colon: return .binary(.matches)
        case .name, .negatedName: return infixWord()
        default: return nil
        }
    }

    private func infixWord() -> Infix? {
        let word = text(current)
        switch word {
        case "and": return .and
        case "or": return .or
        case "between": return .between(isNegated: false)
        case "!between": return .between(isNegated: true)
        case "matches": return isWord(token(ahead: 1), "regex") ? .binary(.matchesRegex) : nil
        default: break
        }
        if let membership = MembershipOperator(rawValue: word) { return .membership(membership) }
        return BinaryOperator.words[word].map { .binary($0) }
    }

    private mutating func takeOperator(_ symbol: BinaryOperator) {
        advance()
        if symbol == .matchesRegex { advance() }
    }

    /// `a and b and c`, the first operand parsed.
    private mutating func parseLogical(
        _ infix: Infix,
        _ first: Expression,
        from start: Token
    ) throws(Abandoned) -> Expression {
        var operands = [first]
        while let next = infixOperator(), next.precedence == infix.precedence {
            advance()
            operands.append(try parseExpression(infix.precedence + 1))
        }
        return Expression(infix.precedence == 1 ? .any(operands) : .all(operands), span: span(from: start))
    }

    /// The list of `in`. Kusto wants brackets; without them one operand is taken.
    private mutating func parseMembers() throws(Abandoned) -> [Expression] {
        guard take(.leftParen) else { return [try parseOperand()] }
        return try list(until: .rightParen) { (parser) throws(Abandoned) in try parser.parseTabular() }
    }

    private mutating func parseBetween(
        _ left: Expression,
        _ isNegated: Bool,
        from start: Token
    ) throws(Abandoned) -> Expression {
        advance()
        try expect(.leftParen)
        let low = try parseExpression()
        try expect(.range)
        let high = try parseExpression()
        try expect(.rightParen)
        return Expression(.between(left, low, high, isNegated: isNegated), span: span(from: start))
    }

    // MARK: Operands

    /// An operand with its sign.
    private mutating func parseOperand() throws(Abandoned) -> Expression {
        guard at(.minus) || at(.plus) else { return try parsePostfix() }
        let sign = advance()
        try descend()
        let operand = try parseOperand()
        depth -= 1
        return Expression(.sign(isNegative: sign.kind == .minus, operand), span: span(from: sign))
    }

    /// An operand and the path from there: `.name`, `[index]`, `.function(…)`.
    mutating func parsePostfix() throws(Abandoned) -> Expression {
        let start = current
        var base = try parsePrimary()
        var links = 0
        while at(.dot) || at(.leftBracket) {
            links += 1
            try checkChain(links)
            if take(.dot) {
                // `.['name']` is an older form of `['name']`.
                if !at(.leftBracket) {
                    base = try parseMember(of: base, from: start)
                    continue
                }
            }
            try expect(.leftBracket)
            let place = try parseExpression()
            try expect(.rightBracket)
            let span = span(from: start)
            if case .constant(.string(let name, _)) = place.kind {
                base = Expression(.member(base, name), span: span)
            } else {
                base = Expression(.index(base, place), span: span)
            }
        }
        return base
    }

    private mutating func parseMember(of base: Expression, from start: Token) throws(Abandoned) -> Expression {
        // A number is a key too: `x.0`; a keyword is one as any name.
        guard at(.name) || at(.integer) || at(.typed) || at(.timespan) else { throw unexpected("a name after `.`") }
        let name = text(advance())
        guard at(.leftParen) else { return Expression(.member(base, name), span: span(from: start)) }
        advance()
        let arguments = try parseArguments()
        return Expression(.method(base, name, arguments), span: span(from: start))
    }

    /// Arguments up to the closing bracket; the opening one is taken.
    mutating func parseArguments() throws(Abandoned) -> [NamedExpression] {
        try list(until: .rightParen) { (parser) throws(Abandoned) in
            if parser.at(.name), parser.token(ahead: 1).kind == .assign {
                let name = parser.text(parser.advance())
                parser.advance()
                return NamedExpression([name], try parser.parseTabular())
            }
            return NamedExpression([], try parser.parseTabular())
        }
    }

    private mutating func parsePrimary() throws(Abandoned) -> Expression {
        let start = current
        switch start.kind {
        case .name: return try parseName()
        case .string, .integer, .real, .timespan, .typed, .guid:
            return Expression(.constant(try parseConstant()), span: span(from: start))
        case .star:
            advance()
            return Expression(.star, span: span(from: start))
        case .leftParen:
            advance()
            let inner = try parseTabular()
            try expect(.rightParen)
            return inner
        case .leftBracket where token(ahead: 1).kind == .string && token(ahead: 2).kind == .rightBracket:
            return Expression(.name(try expectName()), span: span(from: start))
        default: throw unexpected("an expression")
        }
    }

    /// A name, a call, or one of the forms that begin with a word.
    private mutating func parseName() throws(Abandoned) -> Expression {
        let start = advance()
        let name = text(start)
        guard at(.leftParen) else {
            switch name {
            case "true", "True", "TRUE": return Expression(.constant(.bool(true)), span: start.span)
            case "false", "False", "FALSE": return Expression(.constant(.bool(false)), span: start.span)
            default: return Expression(.name(name), span: start.span)
            }
        }
        switch name {
        case "dynamic":
            advance()
            let value = try parseDynamic()
            try expect(.rightParen)
            return Expression(.dynamic(value), span: span(from: start))
        case "datatable": return try parseDataTable(from: start)
        case "externaldata", "external_data": return try parseExternalData(from: start)
        default:
            advance()
            let arguments = try parseArguments()
            return Expression(.call(name, arguments), span: span(from: start))
        }
    }

    private mutating func parseDataTable(from start: Token) throws(Abandoned) -> Expression {
        advance()
        let columns = try parseColumns()
        try expect(.leftBracket)
        let values = try list(until: .rightBracket) { (parser) throws(Abandoned) in try parser.parseExpression() }
        return Expression(.dataTable(columns, values), span: span(from: start))
    }

    private mutating func parseExternalData(from start: Token) throws(Abandoned) -> Expression {
        advance()
        let columns = try parseColumns()
        try expect(.leftBracket)
        let places = try list(until: .rightBracket) { (parser) throws(Abandoned) in try parser.parseExpression() }
        var settings: [OperatorParameter] = []
        if at(word: "with"), token(ahead: 1).kind == .leftParen {
            advance()
            settings = try parseSettings()
        }
        return Expression(.externalData(columns, places, settings), span: span(from: start))
    }
}
