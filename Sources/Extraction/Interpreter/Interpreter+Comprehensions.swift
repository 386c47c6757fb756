import Conditions
import Diagnostics
import PythonSyntax

/// Comprehensions, and `any` and `all` over generators.
extension Interpreter {
    /// Binds the target of a comprehension, whose names are its own.
    private mutating func bindElement(_ target: Expression, _ value: Symbol, _ state: inout PathState) -> Bool {
        switch target.kind {
        case .name(let name):
            state.locals[name] = value
            return true
        case .tuple(let parts), .list(let parts):
            guard case .object(let id) = value else { return false }
            let object = content(id, state)
            guard object.isCertain, object.elements.count == parts.count, !object.isHashed else { return false }
            for (part, element) in zip(parts, object.elements) {
                guard bindElement(part, element.value, &state) else { return false }
            }
            return true
        default: return false
        }
    }

    /// Names that expressions bind with `:=`.
    private func bindsNames(_ expressions: [Expression]) -> Bool {
        var surveyor = Surveyor()
        for expression in expressions { surveyor.visit(expression) }
        return !surveyor.assigned.isEmpty
    }

    /// The checks that evaluating something left, as a condition; nil if it has effects.
    private func checks(_ flow: [Decision]) -> Condition? {
        guard !flow.containsEffect else { return nil }
        return compile(flow, then: .constant(true)) { exit in
            if case .fails(let opaque) = exit { return .opaque(opaque) }
            return .constant(true)
        }
    }

    /// Whether an element passes the `if`s of a clause.
    private mutating func passes(_ clause: Comprehension, _ state: inout PathState) -> Condition? {
        var parts: [Condition] = []
        for condition in clause.conditions {
            var flow: [Decision] = []
            let value = evaluate(condition, &state, &flow)
            guard let check = checks(flow) else { return nil }
            parts += [check, truth(value, state, condition.span)]
        }
        return .conjunction(parts)
    }

    // MARK: any and all

    /// `any(element for …)` or `all(element for …)`.
    mutating func quantified(
        isAll: Bool,
        _ element: Expression,
        _ clauses: ArraySlice<Comprehension>,
        _ state: inout PathState,
        _ flow: inout [Decision],
        _ span: Span
    ) -> Condition {
        guard !bindsNames([element] + clauses.flatMap { $0.conditions + [$0.iterable] }) else {
            return .opaque(opaque(.unsupported, span))
        }
        guard let clause = clauses.first else {
            var inner: [Decision] = []
            let value = evaluate(element, &state, &inner)
            guard let check = checks(inner) else { return .opaque(opaque(.stateChange, span, changesState: true)) }
            return .conjunction([check, truth(value, state, element.span)])
        }
        let iterable = force(evaluate(clause.iterable, &state, &flow), clause.iterable.span, &flow)
        let iteration = iteration(iterable, &state, span)
        return quantified(isAll: isAll, element, clause, clauses.dropFirst(), iteration, &state, span)
    }

    private mutating func quantified(
        isAll: Bool,
        _ element: Expression,
        _ clause: Comprehension,
        _ rest: ArraySlice<Comprehension>,
        _ iteration: Iteration,
        _ state: inout PathState,
        _ span: Span
    ) -> Condition {
        switch iteration {
        case .elements(let elements):
            guard elements.count <= limits.unrolledRounds else { return .opaque(opaque(.limit, span)) }
            if !isAll, rest.isEmpty, let found = equality(element, clause, elements, &state) { return found }
            var parts: [Condition] = []
            for one in elements {
                guard let part = round(isAll: isAll, element, clause, rest, one.value, &state, span) else {
                    return .opaque(opaque(.unsupported, span))
                }
                parts.append(
                    isAll ? .disjunction([one.presence.negated, part]) : .conjunction([one.presence, part])
                )
            }
            return bounded(isAll ? .conjunction(parts) : .disjunction(parts), span)
        case .selection(let selection):
            guard let part = round(isAll: isAll, element, clause, rest, selection.element, &state, span) else {
                return .opaque(opaque(.unsupported, span, reads: [selection.source]))
            }
            let child =
                isAll
                ? Condition.disjunction([selection.condition.negated, part])
                : Condition.conjunction([selection.condition, part])
            return quantify(isAll ? .every : .some, selection, child, span)
        case .choice(let condition, let first, let second):
            return condition.select(
                quantified(isAll: isAll, element, clause, rest, first, &state, span),
                quantified(isAll: isAll, element, clause, rest, second, &state, span)
            )
        case .unknown(let reason): return .opaque(opaque(reason.reason, span, reads: reason.reads))
        case .checked(let check): return check
        }
    }

    /// `any(name == text for …)`, the texts certain and the name not the loop's own: one membership for each value that the name may
    /// have, where as many comparisons would soon be longer than what is analysed. Nil for anything else.
    private mutating func equality(
        _ element: Expression,
        _ clause: Comprehension,
        _ elements: [HeapObject.Element],
        _ state: inout PathState
    ) -> Condition? {
        guard clause.conditions.isEmpty, elements.count > 1, case .compare(let left, let parts) = element.kind,
            parts.count == 1, parts[0].op == .eq, case .name(let name) = left.kind,
            case .name(let target) = clause.target.kind, name != target
        else { return nil }
        var flow: [Decision] = []
        var values: [Literal] = []
        for one in elements {
            var inner = state
            guard one.presence == .constant(true), bindElement(clause.target, one.value, &inner) else { return nil }
            guard case .constant(.string(let text)) = evaluate(parts[0].right, &inner, &flow), flow.isEmpty,
                keeps(state, inner)
            else { return nil }
            if !values.contains(.string(text)) { values.append(.string(text)) }
        }
        let subject = evaluate(left, &state, &flow)
        guard flow.isEmpty else { return nil }
        let reached = state
        return lift(subject, whenOpen: { .opaque($0) }) { value in
            if case .reading(let reading) = value, !reading.isEvent {
                return test(reading, .isIn, values, element.span)
            }
            return .disjunction(values.map { equality(value, .constant($0), reached, element.span) })
        }
    }

    private mutating func round(
        isAll: Bool,
        _ element: Expression,
        _ clause: Comprehension,
        _ rest: ArraySlice<Comprehension>,
        _ value: Symbol,
        _ state: inout PathState,
        _ span: Span
    ) -> Condition? {
        guard step() else { return .opaque(opaque(.limit, span)) }
        var inner = state
        guard bindElement(clause.target, value, &inner), let passes = passes(clause, &inner) else { return nil }
        var flow: [Decision] = []
        let part = quantified(isAll: isAll, element, rest, &inner, &flow, span)
        guard let check = checks(flow), keeps(state, inner) else { return nil }
        let checked = Condition.conjunction([check, part])
        return isAll ? .disjunction([passes.negated, checked]) : .conjunction([passes, checked])
    }

    // MARK: Lists and sets

    /// `[element for …]`, as a set or as a generator too.
    mutating func comprehension(
        _ kind: Selection.Kind,
        _ element: Expression,
        _ clauses: [Comprehension],
        _ state: inout PathState,
        _ flow: inout [Decision],
        _ span: Span
    ) -> Symbol {
        guard !bindsNames([element] + clauses.flatMap { $0.conditions + [$0.iterable] }), let clause = clauses.first,
            clauses.allSatisfy({ !$0.isAsync })
        else { return .opaque(opaque(.unsupported, span)) }
        let iterable = force(evaluate(clause.iterable, &state, &flow), clause.iterable.span, &flow)
        // The same set with its values in another form.
        if case .kept = iterable, clauses.count == 1, clause.conditions.isEmpty { return iterable }
        let iteration = iteration(iterable, &state, span)
        let rest = clauses.dropFirst()
        switch iteration {
        case .elements(let elements):
            let object = HeapObject(kind: kind == .set ? .set : .list, isIterator: kind == .generator)
            let result = make(object, &state)
            guard case .object(let id) = result, elements.count <= limits.unrolledRounds else {
                return .opaque(opaque(.limit, span))
            }
            for one in elements {
                guard gather(id, kind, element, clause, rest, one, &state, &flow, span) else {
                    return .opaque(opaque(.computedValue, span, reads: reads(iterable, state)))
                }
            }
            return result
        case .selection(let selection) where rest.isEmpty:
            return select(selection, kind, element, clause, &state, span)
        case .choice(let condition, .selection(let one), .elements(let none)) where none.isEmpty && rest.isEmpty:
            let first = select(one, kind, element, clause, &state, span)
            return choice(condition, first, make(kind == .set ? .set : .list, [], &state))
        case .choice(let condition, .elements(let none), .selection(let one)) where none.isEmpty && rest.isEmpty:
            let second = select(one, kind, element, clause, &state, span)
            return choice(condition, make(kind == .set ? .set : .list, [], &state), second)
        case .unknown(let reason): return .opaque(opaque(reason.reason, span, reads: reason.reads))
        case .checked(let check): return .checked(check, .opaque(opaque(.unsupported, span)))
        case .selection(let selection):
            return .opaque(opaque(.computedValue, span, reads: [selection.source]))
        case .choice: return .opaque(opaque(.computedValue, span, reads: reads(iterable, state)))
        }
    }

    private mutating func select(
        _ selection: Selection,
        _ kind: Selection.Kind,
        _ element: Expression,
        _ clause: Comprehension,
        _ state: inout PathState,
        _ span: Span
    ) -> Symbol {
        var inner = state
        guard bindElement(clause.target, selection.element, &inner), let passes = passes(clause, &inner) else {
            return .opaque(opaque(.computedValue, span, reads: [selection.source]))
        }
        var flow: [Decision] = []
        let value = evaluate(element, &inner, &flow)
        guard let check = checks(flow), adopt(inner, into: &state) else {
            return .opaque(opaque(.stateChange, span, changesState: true))
        }
        var result = selection
        result.condition = .conjunction([selection.condition, passes])
        result.element = check == .constant(true) ? value : .checked(check, value)
        if kind == .set {
            let hash = hashability(value, span)
            if hash != .constant(true) { result.element = .checked(hash, result.element) }
        }
        result.kind = kind
        return .selection(result)
    }

    private mutating func gather(
        _ id: ObjectID,
        _ kind: Selection.Kind,
        _ element: Expression,
        _ clause: Comprehension,
        _ rest: ArraySlice<Comprehension>,
        _ one: HeapObject.Element,
        _ state: inout PathState,
        _ flow: inout [Decision],
        _ span: Span
    ) -> Bool {
        guard step() else { return false }
        var inner = state
        guard bindElement(clause.target, one.value, &inner), let passes = passes(clause, &inner) else { return false }
        let presence = Condition.conjunction([one.presence, passes])
        guard adopt(inner, into: &state) else { return false }
        if presence == .constant(false) { return true }
        if let next = rest.first {
            var innerFlow: [Decision] = []
            let iterable = force(evaluate(next.iterable, &inner, &innerFlow), next.iterable.span, &innerFlow)
            guard let check = checks(innerFlow), check == .constant(true),
                case .elements(let elements) = iteration(iterable, &inner, span), adopt(inner, into: &state)
            else { return false }
            let saved = state.locals
            state.locals = inner.locals
            defer { state.locals = saved }
            for var element2 in elements {
                element2.presence = .conjunction([presence, element2.presence])
                guard gather(id, kind, element, next, rest.dropFirst(), element2, &state, &flow, span) else {
                    return false
                }
            }
            return true
        }
        var innerFlow: [Decision] = []
        let value = force(evaluate(element, &inner, &innerFlow), element.span, &innerFlow)
        guard let check = checks(innerFlow), adopt(inner, into: &state) else { return false }
        let complete = Condition.conjunction([presence.definedness, presence.select(check, .constant(true))])
        if complete != .constant(true) { flow.append(.check(complete)) }
        let entry = HeapObject.Element(value: value, presence: presence)
        if kind == .set {
            addToSet(id, entry, span, &state, &flow)
        } else {
            change(id, span, &state, &flow) { $0.elements.append(entry) }
        }
        return true
    }

    /// Whether what is done for one element has changed nothing that was there, so that how often it is done does not matter.
    private func keeps(_ before: PathState, _ after: PathState) -> Bool {
        before.globals == after.globals && before.changed == after.changed
            && before.heap.allSatisfy { after.heap[$0.key] == $0.value }
    }

    /// Takes the containers over that were made for one element; false where something that was there has changed.
    private func adopt(_ inner: PathState, into state: inout PathState) -> Bool {
        guard keeps(state, inner) else { return false }
        for (id, object) in inner.heap where state.heap[id] == nil { state.heap[id] = object }
        return true
    }

    /// `{key: value for …}`.
    mutating func dictionaryComprehension(
        _ key: Expression,
        _ value: Expression,
        _ clauses: [Comprehension],
        _ state: inout PathState,
        _ flow: inout [Decision],
        _ span: Span
    ) -> Symbol {
        let result = make(HeapObject(kind: .dict), &state)
        guard clauses.count == 1, let clause = clauses.first, case .object(let id) = result,
            !bindsNames([key, value, clause.iterable] + clause.conditions)
        else { return .opaque(opaque(.unsupported, span)) }
        let iterable = force(evaluate(clause.iterable, &state, &flow), clause.iterable.span, &flow)
        guard case .elements(let elements) = iteration(iterable, &state, span),
            elements.count <= limits.unrolledRounds
        else { return .opaque(opaque(.computedValue, span, reads: reads(iterable, state))) }
        let saved = state.locals
        defer { state.locals = saved }
        for one in elements {
            guard step(), bindElement(clause.target, one.value, &state), let passes = passes(clause, &state) else {
                return .opaque(opaque(.computedValue, span, reads: reads(iterable, state)))
            }
            let presence = Condition.conjunction([one.presence, passes])
            if presence == .constant(false) { continue }
            var (inner, innerFlow) = (state, [Decision]())
            let keySymbol = force(evaluate(key, &inner, &innerFlow), key.span, &innerFlow)
            let valueSymbol = force(evaluate(value, &inner, &innerFlow), value.span, &innerFlow)
            if presence == .constant(true), keeps(state, inner) {
                state = inner
                flow += innerFlow
                setItem(id, keySymbol, valueSymbol, span, &state, &flow)
                continue
            }
            // What it does is done only where it is put in.
            guard innerFlow.isEmpty, case .constant = keySymbol, keeps(state, inner) else {
                let fields = reads(keySymbol, inner) + reads(valueSymbol, inner) + presence.fieldsRead
                return .opaque(opaque(.computedValue, span, reads: fields))
            }
            state = inner
            if presence.definedness != .constant(true) { flow.append(.check(presence.definedness)) }
            put(
                .init(key: keySymbol, value: valueSymbol, presence: presence),
                under: keySymbol,
                in: id,
                span,
                &state,
                &flow
            )
        }
        return result
    }
}
