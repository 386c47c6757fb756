import Diagnostics

/// `try` and `with`.
extension Parser {
    mutating func parseTry() throws(Abandoned) -> Statement {
        let start = advance().span
        try expectColon(after: "`try`")
        let body = try parseBlock(after: "`try`", header: start)
        var handlers: [ExceptHandler] = []
        var isStar = false
        while at(.except) {
            let (handler, handlerIsStar) = try parseHandler()
            if handlers.isEmpty {
                isStar = handlerIsStar
            } else if isStar != handlerIsStar {
                report(.tryStatement("cannot have both `except` and `except*`", source: source, span: handler.span))
            }
            if let last = handlers.last, last.type == nil {
                report(
                    .tryStatement(
                        "`except:` without a type must be the last handler",
                        source: source,
                        span: Span(last.span.start, last.span.start + 6)
                    )
                )
            }
            handlers.append(handler)
        }
        var orelse: [Statement] = []
        var finalbody: [Statement] = []
        let elseStart = current.span
        if !handlers.isEmpty, take(.else) {
            try expectColon(after: "`else`")
            orelse = try parseBlock(after: "`else`", header: elseStart)
        }
        let finallyStart = current.span
        if take(.finally) {
            try expectColon(after: "`finally`")
            finalbody = try parseBlock(after: "`finally`", header: finallyStart)
        } else if handlers.isEmpty {
            throw fail(
                .tryStatement("`try` without `except` or `finally`", source: source, span: start)
            )
        }
        return statement(
            .try(Try(body: body, handlers: handlers, orelse: orelse, finalbody: finalbody, isStar: isStar)),
            from: start
        )
    }

    private mutating func parseHandler() throws(Abandoned) -> (ExceptHandler, isStar: Bool) {
        let start = advance().span
        let isStar = take(.star)
        var type: Expression?
        var name: Identifier?
        if !at(.colon), !at(.newline) {
            let first = try parseExpression()
            type = first
            if take(.as) {
                let bound = try expectName("a name after `as`")
                checkAssignable(name: Expression(.name(bound.text), span: bound.span))
                name = bound
            } else if at(.comma) {
                throw fail(
                    .pythonTwo(
                        "several exception types need parentheses",
                        hint: "write `except (A, B):`, or `except A as name:`",
                        source: source,
                        span: first.span.through(current.span)
                    )
                )
            }
        } else if isStar, at(.colon) {
            throw fail(.tryStatement("`except*` needs an exception type", source: source, span: start))
        }
        try expectColon(after: "`except`")
        let body = try parseBlock(after: "`except`", header: start)
        return (ExceptHandler(type: type, name: name, body: body, span: spanSince(start)), isStar)
    }

    mutating func parseWith(from start: Span, isAsync: Bool) throws(Abandoned) -> Statement {
        advance()
        let items: [WithItem]
        if let parenthesized = parseParenthesizedItems() {
            items = parenthesized
        } else {
            items = try parseItems(until: .colon)
        }
        try expectColon(after: "`with`")
        let body = try parseBlock(after: "`with`", header: start)
        return statement(.with(items: items, body: body, isAsync: isAsync), from: start)
    }

    /// `(` items `)` before a `:`, or nil, nothing taken: then the parenthesis belongs to an expression. As CPython
    /// does, the items are tried first: `with (a, b):` has two items, not a tuple.
    private mutating func parseParenthesizedItems() -> [WithItem]? {
        guard at(.leftParen), isParenthesisBeforeColon else { return nil }
        let (startIndex, startCount) = (index, diagnostics.count)
        do throws(Abandoned) {
            bracket = advance()
            if at(.rightParen) { throw Abandoned() }
            let items = try parseItems(until: .rightParen)
            try close(.rightParen)
            guard at(.colon) else { throw Abandoned() }
            bracket = nil
            return items
        } catch {
            index = startIndex
            diagnostics.removeSubrange(startCount...)
            bracket = nil
            return nil
        }
    }

    /// Whether the `)` of the `(` here is followed by `:`. O(tokens between).
    private var isParenthesisBeforeColon: Bool {
        var level = 0
        for place in index..<tokens.count {
            switch tokens[place].kind {
            case .leftParen, .leftBracket, .leftBrace: level += 1
            case .rightParen, .rightBracket, .rightBrace:
                level -= 1
                if level == 0 { return place + 1 < tokens.count && tokens[place + 1].kind == .colon }
            case .newline, .endOfFile: return false
            default: break
            }
        }
        return false
    }

    private mutating func parseItems(until closer: Token.Kind) throws(Abandoned) -> [WithItem] {
        var items: [WithItem] = []
        repeat {
            if closer == .rightParen, at(closer) { break }
            let context = try parseExpression()
            var target: Expression?
            if take(.as) {
                let value = at(.star) ? try parseStarred() : try parseBinary(0)
                checkTarget(value, for: .assignment)
                target = value
            }
            items.append(WithItem(context: context, target: target))
        } while take(.comma)
        return items
    }
}
