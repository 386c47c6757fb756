import Addresses
import Conditions
import Diagnostics
import PythonSyntax

/// `match` and `try`.
extension Interpreter {
    /// `match subject: case …`.
    mutating func runMatch(
        _ subject: Expression,
        _ cases: [MatchCase],
        _ state: inout PathState,
        _ flow: inout [Decision],
        _ span: Span
    ) {
        guard cases.allSatisfy({ isPlain($0.pattern) }) else {
            let statement = Statement(.match(subject: subject, cases: cases), span: span)
            giveUp([statement], opaque(.unsupported, span), &state, &flow)
            return
        }
        let value = force(evaluate(subject, &state, &flow), subject.span, &flow)
        runCases(value, cases[...], &state, &flow)
    }

    private mutating func runCases(
        _ value: Symbol,
        _ cases: ArraySlice<MatchCase>,
        _ state: inout PathState,
        _ flow: inout [Decision]
    ) {
        guard let one = cases.first else { return }
        guard nesting < limits.nesting else {
            noteUnseen(cases.compactMap(\.condition), state)
            noteUnseen(cases.flatMap(\.body), state)
            flow.append(.exit(.fails(opaque(.limit, one.span))))
            return
        }
        nesting += 1
        defer { nesting -= 1 }
        var first = state
        var thenFlow: [Decision] = []
        var condition = matches(value, one.pattern, &first, &thenFlow)
        if let guarding = one.condition {
            let test = truth(evaluate(guarding, &first, &thenFlow), first, guarding.span)
            condition = .conjunction([condition, test])
        }
        condition = bounded(condition, one.span)
        // Patterns bind names and guards may be checked; both belong to the case that is tried.
        if !thenFlow.isEmpty {
            noteUnseen(one.condition.map { [$0] } ?? [], state)
            flow.append(.check(.opaque(opaque(.unsupported, one.span))))
            thenFlow = []
        }
        if condition == .constant(true) {
            flow += run(one.body, &first)
            state = first
            return
        }
        let body = run(one.body, &first)
        var second = state
        var otherwise: [Decision] = []
        runCases(value, cases.dropFirst(), &second, &otherwise)
        flow.append(.branch(condition, then: body, otherwise: otherwise))
        switch (body.falls, otherwise.falls) {
        case (true, true): state = merge(condition, first, second)
        case (true, false): state = first
        default: state = second
        }
    }

    /// Whether a pattern is of literals, names and alternatives only.
    private func isPlain(_ pattern: Pattern) -> Bool {
        switch pattern.kind {
        case .matchValue, .matchSingleton: true
        case .matchAs(let inner, _): inner.map(isPlain) ?? true
        case .matchOr(let parts): parts.allSatisfy(isPlain)
        case .matchSequence, .matchMapping, .matchClass, .matchStar: false
        }
    }

    private mutating func matches(
        _ value: Symbol,
        _ pattern: Pattern,
        _ state: inout PathState,
        _ flow: inout [Decision]
    ) -> Condition {
        switch pattern.kind {
        case .matchValue(let expression):
            let expected = evaluate(expression, &state, &flow)
            return compare(value, .eq, expected, state, pattern.span)
        case .matchSingleton(let constant):
            let expected: Symbol =
                switch constant {
                case .bool(let flag): .constant(.bool(flag))
                default: .none
                }
            return compare(value, .is, expected, state, pattern.span)
        case .matchAs(let inner, let name):
            let condition = inner.map { matches(value, $0, &state, &flow) } ?? .constant(true)
            if let name { bind(name.text, value, &state, &flow, pattern.span) }
            return condition
        case .matchOr(let parts):
            return .disjunction(parts.map { matches(value, $0, &state, &flow) })
        case .matchSequence, .matchMapping, .matchClass, .matchStar:
            return .opaque(opaque(.unsupported, pattern.span))
        }
    }

    // MARK: try

    /// `try`: where the body raises nothing, it is as if there were no handlers. Where it may, what it says is kept: a condition in
    /// it is unknown exactly where the body raises, so the handlers are only missing, never wrong. An opaque part says so.
    mutating func runTry(_ attempt: Try, _ state: inout PathState, _ flow: inout [Decision], _ span: Span) {
        var inner = state
        var body = run(attempt.body, &inner)
        if body.falls { body += run(attempt.orelse, &inner) }
        guard attempt.finalbody.isEmpty, !attempt.isStar else {
            giveUp([Statement(.try(attempt), span: span)], opaque(.exceptionHandling, span), &state, &flow)
            return
        }
        let complete = compile(body, then: .constant(true)) { exit in
            switch exit {
            case .fails(let opaque): .opaque(opaque)
            // What is returned is evaluated in the body, so its errors are caught too.
            case .returns(let value, _): definedness(value)
            case .breaks, .continues: .constant(true)
            }
        }
        if complete != .constant(true), !attempt.handlers.isEmpty {
            if let condition = addressCheck(attempt, body) {
                runHandler(attempt, condition, body, inner, &state, &flow)
                return
            }
            let reason = opaque(.exceptionHandling, span, reads: complete.fieldsRead)
            noteUnseen(attempt.handlers.flatMap(\.body), state)
            flow.append(.check(.disjunction([bounded(complete, span), .opaque(reason)])))
        }
        flow += body
        state = inner
    }

    /// The condition under which a body raises nothing, where that can be said: it looks at one address, and the handler takes what
    /// is none.
    private func addressCheck(_ attempt: Try, _ body: [Decision]) -> Condition? {
        guard attempt.handlers.count == 1, attempt.handlers[0].name == nil,
            case .name("ValueError")? = attempt.handlers[0].type?.kind
        else { return nil }
        var fields: Set<Operand> = []
        var isPlain = true
        func visit(_ condition: Condition) {
            switch condition {
            case .constant: break
            case .all(let parts), .any(let parts): for part in parts { visit(part) }
            case .not(let child): visit(child)
            case .leaf(let leaf):
                switch leaf.op {
                case .address, .cidr: fields.insert(Operand(leaf.field, transforms: leaf.transforms))
                default: if !leaf.isTotal { isPlain = false }
                }
            case .quantifier, .opaque, .aggregate, .sequence, .reference: isPlain = false
            }
        }
        func visit(_ decisions: [Decision]) {
            for decision in decisions {
                switch decision {
                case .check(let condition): visit(condition)
                case .effect: isPlain = false
                case .exit(.returns(let value, _)):
                    if let condition = asCondition(value) { visit(condition) } else { isPlain = false }
                case .exit(.fails): isPlain = false
                case .exit: break
                case .branch(let condition, let first, let second):
                    visit(condition)
                    visit(first)
                    visit(second)
                }
            }
        }
        visit(body)
        guard isPlain, fields.count == 1, let field = fields.first else { return nil }
        return .leaf(Leaf(field.field, .address(.isValid), transforms: field.transforms))
    }

    private mutating func runHandler(
        _ attempt: Try,
        _ condition: Condition,
        _ body: [Decision],
        _ inner: PathState,
        _ state: inout PathState,
        _ flow: inout [Decision]
    ) {
        var other = state
        let handler = run(attempt.handlers[0].body, &other)
        flow.append(.branch(condition, then: body, otherwise: handler))
        switch (body.falls, handler.falls) {
        case (true, true): state = merge(condition, inner, other)
        case (true, false): state = inner
        default: state = other
        }
    }
}
