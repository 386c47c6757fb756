import Addresses
import Conditions
import Diagnostics
import PythonSyntax

/// `try`.
extension Interpreter {
    /// `try`: where the body raises nothing, it is as if there were no handlers. Where it may, what it says is kept: a condition in
    /// it is unknown exactly where the body raises, so the handlers are only missing, never wrong. An opaque part says so.
    mutating func runTry(_ attempt: Try, _ state: inout PathState, _ flow: inout [Decision], _ span: Span) {
        // What is caught within is not what is caught around it.
        if catchesFaultsOfJSON { forgivenJSON.append(FieldReference()) }
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
            let start = stateAtHandler(attempt, body, inner, state, span)
            if let start, let condition = addressCheck(attempt, body) ?? indexCheck(attempt, complete) {
                runHandler(attempt, condition, body, inner, from: start, &state, &flow)
                return
            }
            if let start, let (condition, body, inner) = forgivingJSON(attempt, complete, state, span) {
                runHandler(attempt, condition, body, inner, from: start, &state, &flow)
                return
            }
            let reason = opaque(.exceptionHandling, span, reads: complete.fieldsRead)
            noteUnseen(attempt.handlers.flatMap(\.body), state)
            // Not joined: of what is known to be complete or unknown, the reason why it is not would be left out.
            flow.append(.check(.any([bounded(complete, span), .opaque(reason)])))
        }
        flow += body
        state = inner
    }

    /// What a handler finds; nil where the body may have changed more than names before it raised. Names that it may have bound are unknown.
    private func stateAtHandler(
        _ attempt: Try,
        _ body: [Decision],
        _ inner: PathState,
        _ state: PathState,
        _ span: Span
    ) -> PathState? {
        func isUnchanged(_ other: PathState) -> Bool {
            other.globals == state.globals && other.changed == state.changed && other.heapOf(state) == state.heap
        }
        guard !body.containsEffect, isUnchanged(inner), body.returned.allSatisfy({ isUnchanged($0.1) }) else {
            return nil
        }
        var names = Surveyor.names(assignedBy: attempt.body)
        // What raises in the one statement there is, does so before its target is bound.
        if attempt.body.count == 1, case .assign(let targets, _) = attempt.body[0].kind {
            for case .name(let name) in targets.map(\.kind) { names.remove(name) }
        }
        var start = state
        for name in names { start.locals[name] = .opaque(opaque(.exceptionHandling, span)) }
        return start
    }

    /// The condition under which a body raises nothing, where that can be said: it takes one piece of a text that is split, and the
    /// handler takes an index that is too large.
    private func indexCheck(_ attempt: Try, _ complete: Condition) -> Condition? {
        guard !caught(attempt).isDisjoint(with: ["IndexError", "LookupError", "Exception"]),
            case .leaf(let leaf) = complete, leaf.isReadingCheck,
            case .split(.some(let separator), let index)? = leaf.transforms.last
        else { return nil }
        let text = Reading(field: leaf.field, transforms: Array(leaf.transforms.dropLast()))
        guard text.isTotal, text.kinds == [.string] else { return nil }
        let pieces = text.transformed(.pieces(separator))
        let needed = Literal.int(Int64(Splitting.piecesNeeded(at: index)))
        return .leaf(
            Leaf(pieces.field, .greaterOrEqual, [needed], transforms: pieces.transforms, place: leaf.place)
        )
    }

    /// The condition under which a body raises nothing, where that can be said: it looks at one address, and the handler takes what
    /// is none.
    private func addressCheck(_ attempt: Try, _ body: [Decision]) -> Condition? {
        guard caught(attempt).contains("ValueError") else { return nil }
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

    /// What a body does that raises where a text is no JSON and nowhere else, and where the text is JSON: with null for what is none.
    private mutating func forgivingJSON(
        _ attempt: Try,
        _ complete: Condition,
        _ state: PathState,
        _ span: Span
    ) -> (condition: Condition, body: [Decision], inner: PathState)? {
        let caught = caught(attempt)
        guard !caught.isDisjoint(with: ["JSONDecodeError", "ValueError", "Exception"]), attempt.orelse.isEmpty,
            case .leaf(let leaf) = complete, leaf.isReadingCheck, leaf.transforms.isEmpty,
            leaf.field.steps.last?.selector == .json, !catchesFaultsOfJSON
        else { return nil }
        catchesFaultsOfJSON = true
        forgivenJSON = []
        var inner = state
        let body = run(attempt.body, &inner)
        catchesFaultsOfJSON = false
        guard let field = forgivenJSON.first, !field.steps.isEmpty, forgivenJSON.allSatisfy({ $0 == field }) else {
            return nil
        }
        let completes = compile(body, then: .constant(true)) { exit in
            switch exit {
            case .fails(let opaque): .opaque(opaque)
            case .returns(let value, _): definedness(value)
            case .breaks, .continues: .constant(true)
            }
        }
        guard completes == .constant(true) else { return nil }
        let isJSON = Condition.leaf(Leaf(field, .exists, place: leaf.place ?? place(span)))
        guard caught.isDisjoint(with: ["TypeError", "Exception"]) else { return (isJSON, body, inner) }
        // What is no text is another error.
        var text = field
        text.steps.removeLast()
        let isText = Condition.leaf(Leaf(text, .isType([.string]), place: leaf.place ?? place(span)))
        return (.conjunction([.disjunction([isText, .opaque(failure(span))]), isJSON]), body, inner)
    }

    /// The errors that the one handler takes, without a name for them; none where there are more handlers or it is not known.
    private func caught(_ attempt: Try) -> Set<String> {
        guard attempt.handlers.count == 1, attempt.handlers[0].name == nil else { return [] }
        func name(_ expression: Expression) -> String? {
            switch expression.kind {
            case .name(let name): name
            case .attribute(_, let name): name.text
            default: nil
            }
        }
        guard let type = attempt.handlers[0].type else { return ["Exception"] }
        guard case .tuple(let elements) = type.kind else { return name(type).map { [$0] } ?? [] }
        let names = elements.map(name)
        return names.contains(nil) ? [] : Set(names.compactMap(\.self))
    }

    private mutating func runHandler(
        _ attempt: Try,
        _ condition: Condition,
        _ body: [Decision],
        _ inner: PathState,
        from start: PathState,
        _ state: inout PathState,
        _ flow: inout [Decision]
    ) {
        var other = start
        let handler = run(attempt.handlers[0].body, &other)
        flow.append(.branch(condition, then: body, otherwise: handler))
        switch (body.falls, handler.falls) {
        case (true, true): state = merge(condition, inner, other)
        case (true, false): state = inner
        default: state = other
        }
    }
}
