import Diagnostics

/// Expressions, from the operator that binds least to the one that binds most: `or`, `and`, `not`, comparisons, sums, products.
extension YaraLParser {
    /// `expression = test {("and" | "or") test}`; `and` binds closer.
    mutating func parseExpression() -> YaraLExpression {
        guard depth < limits.depthMax else {
            report(.tooDeep(limits.depthMax, next.span, source))
            let span = next.span
            skipNesting()
            return YaraLExpression(.unreadable, span)
        }
        depth += 1
        defer { depth -= 1 }
        var alternatives: [[YaraLExpression]] = [[parseTest()]]
        while !isAtEnd {
            if take(word: "and") {
                let test = parseTest()
                alternatives[alternatives.count - 1].append(test)
            } else if take(word: "or") {
                alternatives.append([parseTest()])
            } else {
                break
            }
        }
        let parts = alternatives.map { Self.joined($0) { .all($0) } }
        return Self.joined(parts) { .any($0) }
    }

    private static func joined(
        _ parts: [YaraLExpression],
        _ kind: ([YaraLExpression]) -> YaraLExpression.Kind
    ) -> YaraLExpression {
        guard parts.count > 1 else { return parts[0] }
        return YaraLExpression(kind(parts), parts[0].span.through(parts[parts.count - 1].span))
    }

    /// `test = {"not" | "!"} arithmetic [comparison arithmetic | "in" ["regex" | "cidr"] arithmetic] ["nocase"]`
    private mutating func parseTest() -> YaraLExpression {
        let start = next.span
        var negations = 0
        while at(.exclamation) || at(word: "not") {
            advance()
            negations += 1
        }
        // Each is a level of the tree.
        if negations > limits.depthMax {
            report(.tooDeep(limits.depthMax, start, source))
            negations = 1
        }
        var test = parseArithmetic()
        if case .unreadable = test.kind { return test }
        if let comparison = takeComparison() {
            let right = parseArithmetic()
            test = YaraLExpression(.comparison(test, comparison, right), test.span.through(right.span))
        } else if take(word: "in") {
            let membership: YaraLExpression.Membership =
                take(word: "regex") ? .patterns : take(word: "cidr") ? .networks : .texts
            let right = parseOperand()
            switch right.kind {
            case .list, .unreadable: break
            default: report(.expected("a reference list, such as `%servers`", right.span, source))
            }
            test = YaraLExpression(.membership(test, membership, right), test.span.through(right.span))
        }
        if take(word: "nocase") {
            test = YaraLExpression(.withoutCase(test), test.span.through(previousSpan))
        }
        for _ in 0..<negations { test = YaraLExpression(.not(test), start.through(test.span)) }
        return test
    }

    private mutating func takeComparison() -> YaraLExpression.Comparison? {
        if at(.equals) || at(.doubleEquals) { return takeEquals() ? .equals : nil }
        guard case .sign(let sign) = next.kind,
            let comparison = YaraLExpression.Comparison(rawValue: sign.rawValue)
        else { return nil }
        advance()
        return comparison
    }

    /// `arithmetic = product {("+" | "-") product}`, `product = operand {("*" | "/" | "%") operand}`
    mutating func parseArithmetic() -> YaraLExpression {
        /// A product with the sign before it.
        var terms: [(sign: YaraLExpression.Arithmetic, factors: [YaraLExpression.Operation])] = []
        terms.append((.plus, [.init(.times, parseOperand())]))
        while case .sign(let sign) = next.kind, let operation = YaraLExpression.Arithmetic(rawValue: sign.rawValue) {
            advance()
            if operation.isAdditive {
                terms.append((operation, [.init(.times, parseOperand())]))
            } else {
                let operand = parseOperand()
                terms[terms.count - 1].factors.append(.init(operation, operand))
            }
        }
        let products = terms.map { term in
            YaraLExpression.Operation(term.sign, Self.computed(term.factors))
        }
        return Self.computed(products)
    }

    /// The first operand and what is done with the others; the sign of the first counts for nothing.
    private static func computed(_ operations: [YaraLExpression.Operation]) -> YaraLExpression {
        let first = operations[0].operand
        guard let last = operations.last, operations.count > 1 else { return first }
        return YaraLExpression(
            .arithmetic(first, Array(operations.dropFirst())),
            first.span.through(last.operand.span)
        )
    }

    // MARK: Operands

    /// `operand = ["-"] (["any" | "all"] primary)`
    mutating func parseOperand() -> YaraLExpression {
        let start = next.span
        var negations = 0
        while take(.minus) { negations += 1 }
        if negations > limits.depthMax {
            report(.tooDeep(limits.depthMax, start, source))
            negations = 1
        }
        var operand: YaraLExpression
        if let each = takeEach() {
            let child = parsePrimary()
            operand = YaraLExpression(.each(each, child), start.through(child.span))
        } else {
            operand = parsePrimary()
        }
        for _ in 0..<negations { operand = YaraLExpression(.negative(operand), start.through(operand.span)) }
        return operand
    }

    /// `any` or `all` before a field.
    private mutating func takeEach() -> YaraLExpression.Each? {
        guard at(word: "any") || at(word: "all"), !at(word: "of", 1) else { return nil }
        switch peek(1).kind {
        case .variable, .name:
            let isAny = at(word: "any")
            advance()
            return isAny ? .any : .all
        default: return nil
        }
    }

    private mutating func parsePrimary() -> YaraLExpression {
        let token = next
        switch token.kind {
        case .text(let text, let isRaw): return literal(.text(text, isRaw: isRaw))
        case .pattern(let pattern): return literal(.pattern(pattern))
        case .number(let digits):
            if at(word: "of", 1) { return parseSome(.number(digits)) }
            return literal(.number(digits))
        case .duration(let count, let unit): return literal(.duration(.init(count: count, unit: unit)))
        case .count(let name): return literal(.count(name))
        case .list(let name): return parseList(name)
        case .variable(let name): return parseVariable(name)
        case .name(let name): return parseName(name)
        case .sign(.openParenthesis):
            advance()
            let inner = parseExpression()
            if !expect(.closeParenthesis) { closeNesting(.closeParenthesis) }
            return YaraLExpression(inner.kind, token.span.through(previousSpan))
        default:
            reportExpected("a value")
            return YaraLExpression(.unreadable, token.span)
        }
    }

    private mutating func literal(_ kind: YaraLExpression.Kind) -> YaraLExpression {
        YaraLExpression(kind, advance().span)
    }

    /// `list = LIST ["." NAME]`
    private mutating func parseList(_ name: String) -> YaraLExpression {
        let start = advance().span
        var column: String?
        if at(.dot), case .name(let text) = peek(1).kind {
            advance()
            // `%table.write_row(…)` is a call of the table.
            if peek(1).kind == .sign(.openParenthesis) {
                advance()
                return parseCall("%\(name).\(text)", start)
            }
            column = text
            advance()
        }
        return YaraLExpression(.list(name, column: column), start.through(previousSpan))
    }

    /// A variable, or a field of it.
    private mutating func parseVariable(_ name: String) -> YaraLExpression {
        let start = advance().span
        let steps = parseSteps()
        guard !steps.isEmpty else { return YaraLExpression(.variable(name), start) }
        let path = YaraLPath(variable: name, steps: steps)
        return YaraLExpression(.field(path), start.through(previousSpan))
    }

    /// A Boolean, a call, a field without a variable, `any of […]`.
    private mutating func parseName(_ name: String) -> YaraLExpression {
        switch name.lowercased() {
        case "true": return literal(.boolean(true))
        case "false": return literal(.boolean(false))
        case "any" where at(word: "of", 1): return parseSome(.any)
        case "all" where at(word: "of", 1): return parseSome(.all)
        case "and", "or", "in", "nocase", "over":
            reportExpected("a value")
            return YaraLExpression(.unreadable, next.span)
        default: break
        }
        let start = advance().span
        let steps = [.name(name)] + parseSteps()
        if at(.openParenthesis), !next.startsLine {
            let names = steps.compactMap { step in
                if case .name(let name) = step { name } else { nil }
            }
            if names.count == steps.count { return parseCall(names.joined(separator: "."), start) }
        }
        return YaraLExpression(
            .field(YaraLPath(variable: nil, steps: steps)),
            start.through(previousSpan)
        )
    }

    /// `steps = {"." NAME | "[" (TEXT | NUMBER) "]"}`
    private mutating func parseSteps() -> [YaraLPath.Step] {
        var steps: [YaraLPath.Step] = []
        while !isAtEnd {
            if at(.dot) {
                advance()
                guard case .name(let name) = next.kind else {
                    reportExpected("the name of a field")
                    break
                }
                advance()
                steps.append(.name(name))
            } else if at(.openBracket), !next.startsLine {
                advance()
                switch next.kind {
                case .text(let key, _): steps.append(.key(key))
                case .number(let digits): steps.append(.index(digits))
                default:
                    reportExpected("a key in quotes or an index")
                    closeNesting(.closeBracket)
                    return steps
                }
                advance()
                expect(.closeBracket)
            } else {
                break
            }
        }
        return steps
    }

    /// `call = "(" [argument {"," argument} [","]] ")"`, `argument = [NAME {"." NAME} ":"] expression`
    private mutating func parseCall(_ name: String, _ start: Span) -> YaraLExpression {
        advance()
        var arguments: [YaraLExpression.Argument] = []
        while !isAtEnd, !at(.closeParenthesis), !isAtBrokenEnd {
            let label = takeLabel()
            arguments.append(.init(label: label, value: parseExpression()))
            if !take(.comma) { break }
        }
        if !expect(.closeParenthesis) { closeNesting(.closeParenthesis) }
        return YaraLExpression(.call(name, arguments), start.through(previousSpan))
    }

    /// `name.name:` before an argument.
    private mutating func takeLabel() -> String? {
        var offset = 0
        var names: [String] = []
        while case .name(let name) = peek(offset).kind {
            names.append(name)
            switch peek(offset + 1).kind {
            case .sign(.colon):
                for _ in 0...offset + 1 { advance() }
                return names.joined(separator: ".")
            case .sign(.dot): offset += 2
            default: return nil
            }
        }
        return nil
    }

    /// `some = (NUMBER | "any" | "all") "of" "[" expression {"," expression} "]"`
    private mutating func parseSome(_ quantity: YaraLExpression.Quantity) -> YaraLExpression {
        let start = advance().span
        advance()
        guard expect(.openBracket) else { return YaraLExpression(.unreadable, start) }
        var parts: [YaraLExpression] = []
        while !isAtEnd, !at(.closeBracket), !isAtBrokenEnd {
            parts.append(parseExpression())
            if !take(.comma) { break }
        }
        if !expect(.closeBracket) { closeNesting(.closeBracket) }
        return YaraLExpression(.some(quantity, parts), start.through(previousSpan))
    }

    // MARK: Recovery

    /// Whether an error was reported at or after a token.
    func hasError(since start: Int) -> Bool { reportedPosition >= start }

    /// Whether what is open here was never closed: the rule ends, or a section begins.
    private var isAtBrokenEnd: Bool {
        at(.closeBrace) || isAtRule || (isAtSection && Section(rawValue: sectionName) != nil)
    }

    private var sectionName: String {
        if case .name(let name) = next.kind { name.lowercased() } else { "" }
    }

    /// Passes over what is left of brackets that cannot be read, and what closes them.
    private mutating func closeNesting(_ closing: Token.Sign) {
        var open = 0
        while !isAtEnd, !isAtBrokenEnd {
            if at(closing), open == 0 {
                advance()
                return
            }
            // The next predicate begins where the last one was not closed.
            if next.startsLine, open == 0, case .variable = next.kind { return }
            if at(.openParenthesis) || at(.openBracket) { open += 1 }
            if at(.closeParenthesis) || at(.closeBracket) { open -= 1 }
            if open < 0 { return }
            advance()
        }
    }

    /// Passes over an expression that is nested too deeply: up to what closes the brackets around it.
    private mutating func skipNesting() {
        var open = 0
        while !isAtEnd, !isAtBrokenEnd {
            if at(.openParenthesis) || at(.openBracket) { open += 1 }
            if at(.closeParenthesis) || at(.closeBracket) { open -= 1 }
            if open < 0 { return }
            advance()
        }
    }
}
