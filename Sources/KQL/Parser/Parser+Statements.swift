import Diagnostics

/// Statements, definitions and functions.
extension Parser {
    /// Statements up to `end`, which is not taken.
    mutating func parseStatements(until end: Token.Kind) -> [Statement] {
        var statements: [Statement] = []
        while !at(end), !at(.endOfFile) {
            if take(.semicolon) { continue }
            let start = index
            do throws(Abandoned) {
                statements.append(try parseStatement())
                guard !at(end), !at(.endOfFile), !take(.semicolon) else { continue }
                // Where definitions go on under an empty line, the editor would have run what stands above by itself.
                if current.followsEmptyLine || isWord(current, "let") {
                    if !current.followsEmptyLine { report(.missingSemicolon(current, in: source)) }
                    continue
                }
                throw at(.invalid) ? Abandoned() : fail(.missingSemicolon(current, in: source))
            } catch {
                skipStatement(from: start, until: end)
            }
        }
        return statements
    }

    /// Skips to the end of the statement that began at `start`: a `;`, an empty line, a `let`, the end of the brackets around.
    private mutating func skipStatement(from start: Int, until end: Token.Kind) {
        let level = depths[start]
        if index == start { advance() }
        while !at(.endOfFile) {
            if depths[index] < level, at(end) { return }
            if depths[index] <= level, at(.semicolon) || current.followsEmptyLine || at(word: "let") { return }
            advance()
        }
    }

    private mutating func parseStatement() throws(Abandoned) -> Statement {
        let start = current
        let kind: Statement.Kind
        if at(word: "let"), isNameOrBracket(ahead: 1) {
            kind = try parseDefinition()
        } else if at(word: "set"), token(ahead: 1).kind == .name {
            advance()
            let name = text(advance())
            kind = .option(name, take(.assign) ? try parseExpression() : nil)
        } else if at(word: "declare"), isWord(token(ahead: 1), "query_parameters") {
            advance()
            advance()
            try expect(.leftParen)
            kind = .queryParameters(
                try list(until: .rightParen) { (parser) throws(Abandoned) in try parser.parseParameter() }
            )
        } else if at(word: "alias"), isWord(token(ahead: 1), "database") {
            advance()
            advance()
            let name = try expectName()
            try expect(.assign)
            kind = .alias(name, try parseExpression())
        } else if at(word: "restrict"), isWord(token(ahead: 1), "access") {
            advance()
            advance()
            try expect(word: "to")
            try expect(.leftParen)
            kind = .restriction(
                try list(until: .rightParen) { (parser) throws(Abandoned) in try parser.parseNamePattern() }
            )
        } else if at(.dot) {
            throw fail(.managementCommand(start, in: source))
        } else {
            kind = .query(try parseTabular())
        }
        return Statement(kind, span: span(from: start))
    }

    private func isNameOrBracket(ahead distance: Int) -> Bool {
        let kind = token(ahead: distance).kind
        return kind == .name || kind == .leftBracket
    }

    private mutating func parseDefinition() throws(Abandoned) -> Statement.Kind {
        advance()
        let name = try expectName()
        try expect(.assign)
        let start = current
        let isView = at(word: "view") && token(ahead: 1).kind == .leftParen
        let bracket = index + (isView ? 1 : 0)
        if tokens[bracket].kind == .leftParen {
            let closing = Int(partners[bracket])
            if closing > 0, closing + 1 < tokens.count, tokens[closing + 1].kind == .leftBrace {
                if isView { advance() }
                let function = try parseFunction(isView: isView)
                return .definition(name, Expression(.function(function), span: span(from: start)))
            }
        }
        return .definition(name, try parseTabular())
    }

    private mutating func parseFunction(isView: Bool) throws(Abandoned) -> Expression.Function {
        try descend()
        try expect(.leftParen)
        let parameters = try list(until: .rightParen) { (parser) throws(Abandoned) in try parser.parseParameter() }
        try expect(.leftBrace)
        let body = parseStatements(until: .rightBrace)
        try expect(.rightBrace)
        depth -= 1
        return Expression.Function(isView: isView, parameters: parameters, body: body)
    }

    /// `name: type = default`, `name: (column: type, …)`, `name: (*)`.
    mutating func parseParameter() throws(Abandoned) -> Parameter {
        let name = try expectName()
        try expect(.colon)
        if take(.leftParen) {
            if take(.star) {
                try expect(.rightParen)
                return Parameter(name: name, type: .table([]))
            }
            return Parameter(name: name, type: .table(try parseColumns()))
        }
        let type = try expectWord("a type")
        return Parameter(name: name, type: .scalar(type), defaultValue: take(.assign) ? try parseExpression() : nil)
    }

    /// Columns with their types up to the closing bracket; the opening one is taken.
    mutating func parseColumns() throws(Abandoned) -> [ColumnDeclaration] {
        try list(until: .rightParen) { (parser) throws(Abandoned) in try parser.parseColumn() }
    }

    /// `name: type`; the type may be left out.
    mutating func parseColumn() throws(Abandoned) -> ColumnDeclaration {
        let name = try expectName()
        guard take(.colon) else { return ColumnDeclaration(name: name, type: nil) }
        return ColumnDeclaration(name: name, type: try expectWord("a type"))
    }

    // MARK: Names

    /// A word, such as the name of a type.
    mutating func expectWord(_ what: String) throws(Abandoned) -> String {
        guard at(.name) else { throw unexpected(what) }
        return text(advance())
    }

    /// A name, or a text in brackets that is one: `['a name']`.
    mutating func expectName() throws(Abandoned) -> String {
        if at(.leftBracket), token(ahead: 1).kind == .string, token(ahead: 2).kind == .rightBracket {
            advance()
            let name = try parseStringToken().text
            advance()
            return name
        }
        return try expectWord("a name")
    }

    /// A table or column by name, or several by a pattern: `Device*`, `*`.
    mutating func parseNamePattern() throws(Abandoned) -> Expression {
        let start = current
        guard at(.star) || (at(.name) && token(ahead: 1).kind == .star && isAdjacent(index + 1)) else {
            return try parsePostfix()
        }
        var pattern = text(advance())
        while at(.star) || at(.name) || at(.integer) || at(.real), isAdjacent(index) { pattern += text(advance()) }
        return Expression(pattern == "*" ? .star : .wildcard(pattern), span: span(from: start))
    }
}
