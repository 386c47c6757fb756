import Diagnostics

extension Parser {
    mutating func parseFile() -> [Statement] {
        var body: [Statement] = []
        while !at(.endOfFile), diagnostics.count <= limits.diagnostics {
            // A dedent here closed a block that an error ended before its time.
            if !take(.dedent) { parseStatement(into: &body) }
        }
        return body
    }

    /// Parses one statement, or one line of simple ones; after an error, everything up to the next statement.
    ///
    /// Takes a token at least, unless at a `.dedent` or at the end of the file.
    mutating func parseStatement(into body: inout [Statement]) {
        if take(.newline) { return }
        if at(.indent) {
            report(.unexpectedIndent(source: source, span: current.span))
            advance()
            parseStatements(into: &body)
            return
        }
        let start = index
        do throws(Abandoned) {
            bracket = nil
            if let compound = try parseCompound() {
                body.append(compound)
            } else {
                try parseSimpleLine(into: &body)
            }
        } catch {
            recover(from: start)
        }
    }

    /// Parses statements up to and with the `.dedent` that ends their block.
    mutating func parseStatements(into body: inout [Statement]) {
        while !at(.endOfFile), diagnostics.count <= limits.diagnostics {
            if take(.dedent) { return }
            parseStatement(into: &body)
        }
    }

    /// Skips the rest of the line of an error, and checks the blocks that belong to it without keeping them.
    private mutating func recover(from start: Int) {
        let isLineStart =
            index > start && (previous.kind == .newline || previous.kind == .dedent || previous.kind == .indent)
        if !isLineStart { skipLine() }
        skipBlock()
        // The clauses of the statement are no strays.
        while at(.elif) || at(.else) || at(.except) || at(.finally) {
            skipLine()
            skipBlock()
        }
    }

    private mutating func skipLine() {
        while !at(.endOfFile), !take(.newline) { advance() }
    }

    private mutating func skipBlock() {
        guard take(.indent) else { return }
        var discarded: [Statement] = []
        parseStatements(into: &discarded)
    }

    /// block: NEWLINE INDENT statements DEDENT | simple_stmts.
    mutating func parseBlock(after what: String, header: Span) throws(Abandoned) -> [Statement] {
        var body: [Statement] = []
        guard take(.newline) else {
            try parseSimpleLine(into: &body)
            return body
        }
        guard take(.indent) else {
            throw fail(.missingBlock(after: what, header: header, found: current, source: source))
        }
        parseStatements(into: &body)
        return body
    }

    /// Takes the `:` of a header. If it alone is missing before a block, says so and goes on.
    mutating func expectColon(after what: String) throws(Abandoned) {
        if take(.colon) { return }
        if at(.newline) {
            report(.missingColon(after: what, source: source, span: placeAfterPrevious))
            guard kind(ahead: 1) == .indent else { throw Abandoned() }
            return
        }
        if at(.equal) { throw fail(.assignmentInExpression(source: source, span: current.span)) }
        if at(.colonEqual) {
            throw fail(.walrus("`:=` needs parentheses here", source: source, span: current.span))
        }
        throw unexpected("`:` after \(what)")
    }

    /// A statement made of `start` and all tokens since, without the line's end and the dedents.
    func statement(_ kind: Statement.Kind, from start: Span) -> Statement {
        Statement(kind, span: spanSince(start))
    }

    /// From `start` to the last token that has text.
    func spanSince(_ start: Span) -> Span {
        var last = index > 0 ? index - 1 : 0
        while last > 0, tokens[last].kind == .newline || tokens[last].kind == .dedent { last -= 1 }
        return start.through(tokens[last].span)
    }

    /// A compound statement, or nil if none begins here.
    private mutating func parseCompound() throws(Abandoned) -> Statement? {
        let start = current.span
        switch current.kind {
        case .if: return try parseIf()
        case .while: return try parseWhile()
        case .for: return try parseFor(from: start, isAsync: false)
        case .try: return try parseTry()
        case .with: return try parseWith(from: start, isAsync: false)
        case .def: return try parseFunction(from: start, decorators: [], isAsync: false)
        case .class: return try parseClass(decorators: [])
        case .at: return try parseDecorated()
        case .async:
            advance()
            switch current.kind {
            case .def: return try parseFunction(from: start, decorators: [], isAsync: true)
            case .for: return try parseFor(from: start, isAsync: true)
            case .with: return try parseWith(from: start, isAsync: true)
            default: throw unexpected("`def`, `for` or `with` after `async`")
            }
        case .name where isMatch: return try parseMatch()
        case .else where kind(ahead: 1) == .if:
            throw fail(.elseIf(source: source, span: start.through(tokens[index + 1].span)))
        case .elif, .else, .except, .finally:
            let opener =
                current.kind == .elif ? "`if`" : current.kind == .else ? "`if`, `for`, `while` or `try`" : "`try`"
            throw unexpected(
                "a statement",
                hint: "it needs an \(opener) before it with the same indentation"
            )
        default: return nil
        }
    }

    /// simple_stmts: simple_stmt (`;` simple_stmt)* [`;`] NEWLINE.
    mutating func parseSimpleLine(into body: inout [Statement]) throws(Abandoned) {
        repeat {
            if at(.newline), previous.kind == .semicolon { break }
            body.append(try parseSimple())
        } while take(.semicolon)
        if take(.newline) { return }
        throw unexpected(
            "end of statement",
            hint: at(.colon) ? "only a compound statement such as `if` or `def` has a `:` and a block" : nil
        )
    }

    private mutating func parseIf() throws(Abandoned) -> Statement {
        let start = current.span
        var branches: [IfBranch] = []
        var orelse: [Statement] = []
        var branchStart = start
        advance()
        while true {
            let test = try parseNamedExpression()
            try expectColon(after: "the condition")
            let body = try parseBlock(after: branches.isEmpty ? "`if`" : "`elif`", header: branchStart)
            branches.append(IfBranch(test: test, body: body, span: spanSince(branchStart)))
            branchStart = current.span
            if take(.elif) { continue }
            if at(.else), kind(ahead: 1) == .if {
                advance()
                let both = branchStart.through(advance().span)
                report(.elseIf(source: source, span: both))
                continue
            }
            orelse = try parseElse()
            break
        }
        return statement(.if(branches: branches, orelse: orelse), from: start)
    }

    /// [`else` `:` block].
    private mutating func parseElse() throws(Abandoned) -> [Statement] {
        let start = current.span
        guard take(.else) else { return [] }
        try expectColon(after: "`else`")
        return try parseBlock(after: "`else`", header: start)
    }

    private mutating func parseWhile() throws(Abandoned) -> Statement {
        let start = advance().span
        let test = try parseNamedExpression()
        try expectColon(after: "the condition")
        let body = try parseBlock(after: "`while`", header: start)
        let orelse = try parseElse()
        return statement(.while(test: test, body: body, orelse: orelse), from: start)
    }

    private mutating func parseFor(from start: Span, isAsync: Bool) throws(Abandoned) -> Statement {
        advance()
        let target = try parseTargets()
        guard take(.in) else { throw unexpected("`in` after the loop's target") }
        let iterable = try parseStarExpressions()
        try checkNoBareStar(iterable)
        try expectColon(after: "what is iterated")
        let body = try parseBlock(after: "`for`", header: start)
        let orelse = try parseElse()
        return statement(
            .for(For(target: target, iterable: iterable, body: body, orelse: orelse, isAsync: isAsync)),
            from: start
        )
    }

    private mutating func parseDecorated() throws(Abandoned) -> Statement {
        var decorators: [Expression] = []
        while take(.at) {
            decorators.append(try parseNamedExpression())
            guard take(.newline) else { throw unexpected("end of line after the decorator") }
        }
        let start = current.span
        switch current.kind {
        case .def: return try parseFunction(from: start, decorators: decorators, isAsync: false)
        case .class: return try parseClass(decorators: decorators)
        case .async where kind(ahead: 1) == .def:
            advance()
            return try parseFunction(from: start, decorators: decorators, isAsync: true)
        default: throw unexpected("`def` or `class` after the decorator")
        }
    }

    private mutating func parseFunction(
        from start: Span,
        decorators: [Expression],
        isAsync: Bool
    ) throws(Abandoned) -> Statement {
        advance()
        let name = try expectName("the name of a function")
        checkAssignable(name: Expression(.name(name.text), span: name.span))
        guard at(.leftParen) else { throw unexpected("`(` after the function's name") }
        bracket = advance()
        let arguments = try parseParameters(until: .rightParen, isLambda: false)
        try close(.rightParen)
        bracket = nil
        var returns: Expression?
        if take(.arrow) { returns = try parseExpression() }
        try expectColon(after: "the function's header")
        let body = try parseBlock(after: "the function's header", header: start)
        return statement(
            .functionDef(
                FunctionDef(
                    name: name,
                    arguments: arguments,
                    body: body,
                    decorators: decorators,
                    returns: returns,
                    isAsync: isAsync
                )
            ),
            from: start
        )
    }

    private mutating func parseClass(decorators: [Expression]) throws(Abandoned) -> Statement {
        let start = advance().span
        let name = try expectName("the name of a class")
        checkAssignable(name: Expression(.name(name.text), span: name.span))
        var bases: [Expression] = []
        var keywords: [Keyword] = []
        if at(.leftParen) {
            bracket = advance()
            (bases, keywords) = try parseArguments(after: nil)
            bracket = nil
        }
        try expectColon(after: "the class's header")
        let body = try parseBlock(after: "the class's header", header: start)
        return statement(
            .classDef(ClassDef(name: name, bases: bases, keywords: keywords, body: body, decorators: decorators)),
            from: start
        )
    }
}
