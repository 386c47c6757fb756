import Diagnostics

/// Statements of one line.
extension Parser {
    mutating func parseSimple() throws(Abandoned) -> Statement {
        let start = current.span
        switch current.kind {
        case .pass:
            advance()
            return statement(.pass, from: start)
        case .break:
            advance()
            return statement(.break, from: start)
        case .continue:
            advance()
            return statement(.continue, from: start)
        case .return:
            advance()
            guard !isStatementEnd else { return statement(.return(nil), from: start) }
            let value = try parseStarExpressions()
            try checkNoBareStar(value)
            return statement(.return(value), from: start)
        case .raise: return try parseRaise()
        case .global:
            let names = try parseNames()
            return statement(.global(names), from: start)
        case .nonlocal:
            let names = try parseNames()
            return statement(.nonlocal(names), from: start)
        case .del: return try parseDelete()
        case .assert:
            advance()
            let test = try parseExpression()
            var message: Expression?
            if take(.comma) { message = try parseExpression() }
            return statement(.assert(test: test, message: message), from: start)
        case .import:
            advance()
            return statement(.import(try parseAliases(isFrom: false)), from: start)
        case .from: return try parseImportFrom()
        default: return try parseExpressionStatement()
        }
    }

    private var isStatementEnd: Bool { at(.newline) || at(.semicolon) || at(.endOfFile) }

    private mutating func parseRaise() throws(Abandoned) -> Statement {
        let start = advance().span
        guard !isStatementEnd else { return statement(.raise(exception: nil, cause: nil), from: start) }
        let exception = try parseExpression()
        if at(.comma) {
            throw fail(
                .pythonTwo(
                    "`raise type, value` is Python 2",
                    hint: "write `raise type(value)`",
                    source: source,
                    span: start.through(current.span)
                )
            )
        }
        var cause: Expression?
        if take(.from) { cause = try parseExpression() }
        return statement(.raise(exception: exception, cause: cause), from: start)
    }

    private mutating func parseNames() throws(Abandoned) -> [Identifier] {
        advance()
        var names = [try expectName("a name")]
        while take(.comma) { names.append(try expectName("a name")) }
        return names
    }

    private mutating func parseDelete() throws(Abandoned) -> Statement {
        let start = advance().span
        if isStatementEnd { throw unexpected("what to delete") }
        var targets: [Expression] = []
        repeat {
            if isStatementEnd { break }
            let target = at(.star) ? try parseStarred() : try parseExpression()
            checkTarget(target, for: .deletion)
            targets.append(target)
        } while take(.comma)
        return statement(.delete(targets), from: start)
    }

    /// import_from: `from` (`.`)* [dotted_name] `import` (`*` | `(` names `)` | names).
    private mutating func parseImportFrom() throws(Abandoned) -> Statement {
        let start = advance().span
        var level = 0
        while at(.dot) || at(.ellipsis) {
            // Bounded by the number of tokens.
            level += at(.dot) ? 1 : 3
            advance()
        }
        var module: Identifier?
        if level == 0 || at(.name) { module = try parseDottedName() }
        guard take(.import) else { throw unexpected("`import`") }
        if at(.star) {
            let star = advance()
            let names = [Alias(name: Identifier("*", span: star.span), asName: nil)]
            return statement(.importFrom(module: module, names: names, level: level), from: start)
        }
        let names: [Alias]
        if at(.leftParen) {
            bracket = advance()
            names = try parseAliases(isFrom: true, until: .rightParen)
            try close(.rightParen)
            bracket = nil
        } else {
            names = try parseAliases(isFrom: true)
        }
        return statement(.importFrom(module: module, names: names, level: level), from: start)
    }

    private mutating func parseAliases(isFrom: Bool, until closer: Token.Kind? = nil) throws(Abandoned) -> [Alias] {
        var aliases: [Alias] = []
        repeat {
            if let closer, at(closer), !aliases.isEmpty { break }
            if closer == nil, isFrom, !aliases.isEmpty, isStatementEnd {
                throw unexpected("a name after `,`", hint: "a trailing comma needs parentheses around the names")
            }
            let name = isFrom ? try expectName("a name to import") : try parseDottedName()
            var asName: Identifier?
            if take(.as) { asName = try expectName("a name after `as`") }
            let bound = asName ?? name
            checkAssignable(name: Expression(.name(bound.text), span: bound.span))
            aliases.append(Alias(name: name, asName: asName))
        } while take(.comma)
        return aliases
    }

    private mutating func parseDottedName() throws(Abandoned) -> Identifier {
        let first = try expectName("the name of a module")
        var text = first.text
        while take(.dot) { text += "." + (try expectName("a name after `.`")).text }
        return Identifier(text, span: first.span.through(previous.span))
    }

    private mutating func parseExpressionStatement() throws(Abandoned) -> Statement {
        let start = current
        try checkPythonTwo()
        let first = at(.yield) ? try parseYield() : try parseStarExpressions()
        if at(.colon), let annotated = try parseAnnotated(first, from: start) { return annotated }
        if let op = current.kind.augmented {
            checkTarget(first, for: .augmentedAssignment)
            advance()
            let value = try parseAssigned()
            return statement(.augAssign(target: first, op: op, value: value), from: start.span)
        }
        if at(.colonEqual) {
            throw fail(
                .walrus(
                    "`:=` needs parentheses here",
                    source: source,
                    span: current.span,
                    hint: "did you mean `=`?"
                )
            )
        }
        guard at(.equal) else {
            try checkNoBareStar(first)
            return statement(.expr(first), from: start.span)
        }
        var targets: [Expression] = []
        var value = first
        while take(.equal) {
            checkTarget(value, for: .assignment)
            targets.append(value)
            value = try parseAssigned()
        }
        return statement(.assign(targets: targets, value: value), from: start.span)
    }

    /// yield_expr | star_expressions, as the right side of an assignment.
    private mutating func parseAssigned() throws(Abandoned) -> Expression {
        if at(.yield) { return try parseYield() }
        let value = try parseStarExpressions()
        // A target may be starred; that it is one is known only at the next `=`.
        if !at(.equal) { try checkNoBareStar(value) }
        return value
    }

    /// `target: annotation [= value]`, at the `:`; nil if `target` cannot have one.
    private mutating func parseAnnotated(_ target: Expression, from start: Token) throws(Abandoned) -> Statement? {
        switch target.kind {
        case .name, .attribute, .subscripted: break
        case .tuple, .list:
            throw fail(
                .invalidTarget(
                    "annotate",
                    target.describedAsTarget,
                    source: source,
                    span: target.span,
                    hint: "annotate one name at a time"
                )
            )
        default: return nil
        }
        checkTarget(target, for: .assignment)
        advance()
        let annotation = try parseExpression()
        var value: Expression?
        if take(.equal) { value = try parseAssigned() }
        if at(.equal) { throw unexpected("end of statement", hint: "an annotated assignment has one target") }
        var isSimple = false
        if case .name = target.kind { isSimple = start.kind == .name }
        return statement(
            .annAssign(target: target, annotation: annotation, value: value, isSimple: isSimple),
            from: start.span
        )
    }

    private func checkedPythonTwoName() -> String? {
        at(name: "print") ? "print" : at(name: "exec") ? "exec" : nil
    }

    /// `print "x"` and `exec code`: a name directly before an operand is never Python 3.
    private mutating func checkPythonTwo() throws(Abandoned) {
        guard let name = checkedPythonTwoName() else { return }
        switch kind(ahead: 1) {
        case .name, .string, .number, .true, .false, .none:
            throw fail(
                .pythonTwo(
                    "`\(name)` is a function in Python 3",
                    hint: "write `\(name)(...)`",
                    source: source,
                    span: current.span
                )
            )
        default: break
        }
    }
}
