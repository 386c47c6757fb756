import Addresses
import Conditions
import Diagnostics
import PythonSyntax

/// `match`.
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
}
