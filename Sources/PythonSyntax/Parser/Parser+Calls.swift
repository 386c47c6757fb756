import Diagnostics

extension Parser {
    /// A call of `function`, at its `(`.
    mutating func parseCall(of function: Expression, from start: Span) throws(Abandoned) -> Expression {
        try descend()
        defer { depth -= 1 }
        let outer = bracket
        let opening = advance()
        bracket = opening
        // `f(x for x in y)`: the generator's parentheses are the call's.
        if current.kind.startsExpression, !at(.star), !(at(.name) && kind(ahead: 1) == .equal) {
            let first = try parseNamedExpression()
            if let clauses = try parseComprehension(of: first) {
                guard at(.rightParen) else { throw bareGenerator(from: first.span) }
                advance()
                bracket = outer
                let generator = try make(.generatorExp(first, clauses), from: opening.span)
                return try make(.call(function: function, arguments: [generator], keywords: []), from: start)
            }
            let (arguments, keywords) = try parseArguments(after: first)
            bracket = outer
            return try make(.call(function: function, arguments: arguments, keywords: keywords), from: start)
        }
        let (arguments, keywords) = try parseArguments(after: nil)
        bracket = outer
        return try make(.call(function: function, arguments: arguments, keywords: keywords), from: start)
    }

    private mutating func bareGenerator(from start: Span) -> Abandoned {
        fail(
            .arguments(
                "a generator beside other arguments needs parentheses",
                source: source,
                span: start.through(previous.span)
            )
        )
    }

    /// The arguments of a call or a class header up to and with the `)`; `first` has been taken if there.
    mutating func parseArguments(
        after first: Expression?
    ) throws(Abandoned) -> (arguments: [Expression], keywords: [Keyword]) {
        var arguments: [Expression] = []
        var keywords: [Keyword] = []
        var names: Set<String> = []
        var spread: Span?
        if let first {
            if at(.equal) { throw badKeyword(first) }
            arguments.append(first)
            if !take(.comma) {
                try close(.rightParen)
                return (arguments, keywords)
            }
        }
        while !at(.rightParen) {
            let start = current.span
            if at(.name), kind(ahead: 1) == .equal {
                let name = try expectName("a name")
                advance()
                if at(.comma) || at(.rightParen) { throw unexpected("a value after `=`") }
                let value = try parseExpression()
                if at(.for) || at(.async) {
                    throw fail(
                        .assignmentInExpression(source: source, span: start.through(value.span), isArgument: true)
                    )
                }
                if !names.insert(name.text).inserted {
                    report(
                        .arguments("keyword argument `\(name.text)` is repeated", source: source, span: name.span)
                    )
                }
                checkAssignable(name: Expression(.name(name.text), span: name.span))
                keywords.append(Keyword(name: name, value: value, span: start.through(previous.span)))
            } else if take(.doubleStar) {
                let value = try parseExpression()
                spread = spread ?? start
                keywords.append(Keyword(name: nil, value: value, span: start.through(previous.span)))
            } else if at(.star) {
                advance()
                let value = try parseExpression()
                let argument = try make(.starred(value), from: start)
                if let spread { reportOrder("spread list", argument.span, after: spread) }
                arguments.append(argument)
            } else {
                let value = try parseNamedExpression()
                if at(.equal) { throw badKeyword(value) }
                if at(.for) || at(.async), try parseComprehension(of: value) != nil {
                    throw bareGenerator(from: value.span)
                }
                if let earlier = spread ?? keywords.first?.span {
                    reportOrder("positional argument", value.span, after: earlier)
                }
                arguments.append(value)
            }
            if !take(.comma) { break }
        }
        try close(.rightParen)
        return (arguments, keywords)
    }

    private mutating func reportOrder(_ what: String, _ span: Span, after earlier: Span) {
        report(
            .arguments(
                "\(what) after a keyword argument",
                source: source,
                span: span,
                notes: [Diagnostic.Note("the keyword argument is here", span: earlier)],
                hint: "move it before, or name it"
            )
        )
    }

    private mutating func badKeyword(_ left: Expression) -> Abandoned {
        if case .constant(let constant) = left.kind, constant.isKeyword {
            return fail(
                .invalidTarget("assign to", left.describedAsTarget, source: source, span: left.span)
            )
        }
        return fail(.assignmentInExpression(source: source, span: left.span, isArgument: true))
    }

    /// The parameters of a `def` (until `)`) or a `lambda` (until `:`), the closing token left.
    mutating func parseParameters(until closer: Token.Kind, isLambda: Bool) throws(Abandoned) -> Arguments {
        var list = ParameterList()
        while !at(closer) {
            let start = current.span
            if take(.slash) {
                if let problem = list.takeSlash() { throw fail(.parameters(problem, source: source, span: start)) }
            } else if take(.doubleStar) {
                let parameter = try parseParameter(isLambda: isLambda)
                if at(.equal) {
                    throw fail(
                        .parameters("`**` parameter cannot have a default", source: source, span: current.span)
                    )
                }
                if let problem = list.takeKeywordVariadic(parameter) {
                    throw fail(.parameters(problem, source: source, span: start))
                }
            } else if take(.star) {
                if at(.comma) || at(closer) {
                    guard at(.comma), kind(ahead: 1) != closer, kind(ahead: 1) != .doubleStar else {
                        throw fail(
                            .parameters("named parameters must follow a bare `*`", source: source, span: start)
                        )
                    }
                    if let problem = list.takeStar(nil) {
                        throw fail(.parameters(problem, source: source, span: start))
                    }
                } else {
                    let parameter = try parseParameter(isLambda: isLambda, isVariadic: true)
                    if at(.equal) {
                        throw fail(
                            .parameters("`*` parameter cannot have a default", source: source, span: current.span)
                        )
                    }
                    if let problem = list.takeStar(parameter) {
                        throw fail(.parameters(problem, source: source, span: start))
                    }
                }
            } else {
                let parameter = try parseParameter(isLambda: isLambda, mayHaveDefault: true)
                if let problem = list.takeNamed(parameter) {
                    report(
                        .parameters(
                            problem,
                            source: source,
                            span: parameter.name.span,
                            hint: "give it a default, or move it before those that have one"
                        )
                    )
                }
            }
            if !take(.comma) { break }
        }
        reportDuplicates(list.arguments)
        return list.arguments
    }

    private mutating func parseParameter(
        isLambda: Bool,
        isVariadic: Bool = false,
        mayHaveDefault: Bool = false
    ) throws(Abandoned) -> Parameter {
        if at(.leftParen) {
            throw fail(
                .pythonTwo(
                    "a parameter cannot be a tuple",
                    hint: "take one parameter and unpack it in the body",
                    source: source,
                    span: current.span
                )
            )
        }
        let name = try expectName("the name of a parameter")
        checkAssignable(name: Expression(.name(name.text), span: name.span))
        var annotation: Expression?
        if !isLambda, take(.colon) {
            annotation = isVariadic && at(.star) ? try parseStarred() : try parseExpression()
        }
        var defaultValue: Expression?
        if mayHaveDefault, take(.equal) {
            if at(.comma) || at(.rightParen) || at(.colon) { throw unexpected("a default value after `=`") }
            defaultValue = try parseExpression()
        }
        return Parameter(name: name, annotation: annotation, defaultValue: defaultValue)
    }

    private mutating func reportDuplicates(_ arguments: Arguments) {
        var seen: [String: Span] = [:]
        for parameter in arguments.all {
            if let first = seen[parameter.name.text] {
                report(
                    .parameters(
                        "parameter `\(parameter.name.text)` is repeated",
                        source: source,
                        span: parameter.name.span,
                        notes: [Diagnostic.Note("it is first here", span: first)]
                    )
                )
            } else {
                seen[parameter.name.text] = parameter.name.span
            }
        }
    }
}
