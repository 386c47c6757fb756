import Conditions
import Diagnostics
import PythonSyntax

/// Comparisons.
extension Interpreter {
    /// `left op a op b …`.
    mutating func comparison(
        _ left: Expression,
        _ parts: [Expression.ComparisonPart],
        _ state: inout PathState,
        _ flow: inout [Decision],
        _ span: Span
    ) -> Symbol {
        let first = evaluate(left, &state, &flow)
        return comparison(first, parts[...], &state, &flow, span)
    }

    private mutating func comparison(
        _ first: Symbol,
        _ parts: ArraySlice<Expression.ComparisonPart>,
        _ state: inout PathState,
        _ flow: inout [Decision],
        _ span: Span
    ) -> Symbol {
        guard let part = parts.first else { return .constant(.bool(true)) }
        guard nesting < limits.nesting else {
            noteUnseen(parts.map(\.right), state)
            return .opaque(opaque(.limit, span))
        }
        nesting += 1
        defer { nesting -= 1 }
        let second = evaluate(part.right, &state, &flow)
        let condition = charged(compare(first, part.op, second, state, span), span)
        let rest = parts.dropFirst()
        guard !rest.isEmpty else { return .of(condition) }
        return alternative(condition, &state, &flow, span) { interpreter, state, flow in
            interpreter.comparison(second, rest, &state, &flow, span)
        } _: { _, _, _ in
            .constant(.bool(false))
        }
    }

    /// `first op second`.
    func compare(_ first: Symbol, _ op: ComparisonOperator, _ second: Symbol, _ state: PathState, _ span: Span)
        -> Condition
    {
        let (left, right) = (size(of: first), size(of: second))
        guard left.alternatives * right.alternatives <= limits.alternatives,
            left.nodes + left.alternatives * right.nodes <= limits.conditionNodes
        else {
            let reason = opaque(.limit, span, reads: Array((reads(first, state) + reads(second, state)).prefix(16)))
            guard [.eq, .notEq, .is, .isNot].contains(op) else { return .opaque(reason) }
            return unknownEquality(first, second, reason)
        }
        // Whether data equals what was made without raising raises nothing.
        func whenOpen(_ other: Symbol) -> (Opaque) -> Condition? {
            { opaque in
                guard [.eq, .notEq, .is, .isNot].contains(op), isData(other) else { return nil }
                return .conjunction([definedness(other), .opaque(opaque)])
            }
        }
        return lift(first, whenOpen: whenOpen(second)) { first in
            lift(second, whenOpen: whenOpen(first)) { second in
                switch op {
                case .eq: equality(first, second, state, span)
                case .notEq: equality(first, second, state, span).negated
                case .is: identity(first, second, state, span)
                case .isNot: identity(first, second, state, span).negated
                case .in: membership(first, second, state, span)
                case .notIn: membership(first, second, state, span).negated
                case .lt: order(first, .less, second, state, span)
                case .ltE: order(first, .lessOrEqual, second, state, span)
                case .gt: order(first, .greater, second, state, span)
                case .gtE: order(first, .greaterOrEqual, second, state, span)
                }
            }
        }
    }

    /// Whether two values are equal, of which no more is known; it raises nothing where both are data.
    private func unknownEquality(_ first: Symbol, _ second: Symbol, _ reason: Opaque) -> Condition {
        guard isData(first), isData(second) else { return .opaque(reason) }
        return .conjunction([definedness(first), definedness(second), .opaque(reason.open)])
    }

    func computed(_ first: Symbol, _ second: Symbol, _ state: PathState, _ span: Span) -> Condition {
        .opaque(opaque(.computedValue, span, reads: reads(first, state) + reads(second, state)))
    }

    // MARK: Equality

    /// `first == second`, neither of them a choice.
    func equality(_ first: Symbol, _ second: Symbol, _ state: PathState, _ span: Span) -> Condition {
        if let left = literal(first, state), let right = literal(second, state) {
            if let equal = constantEquality(first, left, second, right, state) { return .constant(equal) }
            return computed(first, second, state, span)
        }
        switch (first, second) {
        case (.data(let reason), _), (_, .data(let reason)):
            var reason = opaque(reason.reason, span, reads: reason.reads)
            reason.reads += (reads(first, state) + reads(second, state)).filter { !reason.reads.contains($0) }
            return unknownEquality(first, second, reason)
        case (.reading(let reading), _):
            if let value = literal(second, state) { return equality(reading, value, second, state, span) }
            if case .reading(let other) = second {
                return .leaf(
                    Leaf(
                        reading.field,
                        .equals,
                        transforms: reading.transforms,
                        other: Operand(other.field, transforms: other.transforms),
                        place: place(span)
                    )
                )
            }
        case (_, .reading): return equality(second, first, state, span)
        case (.truth(let condition), .constant(let value)), (.constant(let value), .truth(let condition)):
            switch value {
            case .bool(let flag): return flag ? condition : condition.negated
            case .null, .string: return .conjunction([condition.definedness, .constant(false)])
            default: break
            }
        case (.truth(let left), .truth(let right)): return left.select(right, right.negated)
        case (.selection(let selection), .object(let id)), (.object(let id), .selection(let selection)):
            let object = content(id, state)
            if object.poison == nil, object.elements.isEmpty, selection.kind == .list, object.kind == .list {
                return .conjunction([completion(selection, span), some(selection, .constant(true), span).negated])
            }
        case (.count(let selection), .constant(.int(let number))), (.constant(.int(let number)), .count(let selection)):
            return count(selection, .equal, number, state, span)
        case (.amount(let condition), .constant(.int(0))), (.constant(.int(0)), .amount(let condition)):
            return condition.negated
        case (.kept(let kept), .constant(let bound)) where kept.kind == .counter && bound.number != nil,
            (.keptNumber(let kept), .constant(let bound)) where bound.number != nil:
            return aggregate(kept, .equal, bound.number ?? 0, span)
        case (.match(let condition), .constant(.null)), (.constant(.null), .match(let condition)):
            return condition.negated
        case (.text(let parts), .constant(.string(let text))), (.constant(.string(let text)), .text(let parts)):
            if let condition = textEquality(parts, text, span) { return condition }
        case (.text, .constant), (.constant, .text):
            return .conjunction([definedness(first), definedness(second), .constant(false)])
        case (.object(let id), .constant), (.constant, .object(let id)):
            if content(id, state).poison == nil { return .constant(false) }
        default: break
        }
        let reason = opaque(.computedValue, span, reads: reads(first, state) + reads(second, state))
        return unknownEquality(first, second, reason)
    }

    private func equality(_ reading: Reading, _ value: Literal, _ symbol: Symbol, _ state: PathState, _ span: Span)
        -> Condition
    {
        if case .object(let id) = symbol {
            switch content(id, state).kind {
            case .list: break
            case .tuple where reading.isWrapped: break
            case .dict: break
            case .set, .frozenset, .tuple: return .conjunction([definedness(.reading(reading)), .constant(false)])
            }
        }
        if reading.isEvent { return .opaque(opaque(.computedValue, span)) }
        return test(reading, .equals, [value], span)
    }

    /// `prefix + field + suffix == text`: the field is what is left. False where what surrounds it is not in the text.
    private func textEquality(_ parts: [Symbol], _ text: String, _ span: Span) -> Condition? {
        let isDifferent = Condition.conjunction([definedness(.text(parts)), .constant(false)])
        var rest = Substring(text)
        var middle = parts[...]
        if case .constant(.string(let prefix)) = middle.first {
            guard rest.utf8.starts(with: prefix.utf8) else { return isDifferent }
            rest = rest.dropFirst(prefix.count)
            middle = middle.dropFirst()
        }
        if case .constant(.string(let suffix)) = middle.last {
            guard rest.utf8.reversed().starts(with: suffix.utf8.reversed()) else { return isDifferent }
            rest = rest.dropLast(suffix.count)
            middle = middle.dropLast()
        }
        guard middle.count == 1, case .reading(let reading) = middle.first, text.utf8.allSatisfy({ $0 < 0x80 })
        else { return nil }
        return test(reading, .equals, [.string(String(rest))], span)
    }

    private func constantEquality(
        _ first: Symbol,
        _ left: Literal,
        _ second: Symbol,
        _ right: Literal,
        _ state: PathState
    ) -> Bool? {
        if case .object(let one) = first, case .object(let two) = second {
            let kinds = (content(one, state).kind, content(two, state).kind)
            switch kinds {
            case (.list, .list), (.tuple, .tuple), (.dict, .dict): return left == right
            case (.set, _), (.frozenset, _), (_, .set), (_, .frozenset): return nil
            default: return false
            }
        }
        if case .object = first { return false }
        if case .object = second { return false }
        return PythonTexts.areEqual(left, right)
    }

    /// `first is second`.
    private func identity(_ first: Symbol, _ second: Symbol, _ state: PathState, _ span: Span) -> Condition {
        switch (first, second) {
        case (.constant(let left), .constant(let right)):
            let singletons: Set<ValueKind> = [.null, .boolean]
            if singletons.contains(left.kind) || singletons.contains(right.kind) { return .constant(left == right) }
        case (.constant, .reading), (.constant, .truth), (.constant, .match):
            return identity(second, first, state, span)
        case (.reading(let reading), .constant(.null)): return test(reading, .isNull, [], span)
        case (.reading(let reading), .constant(.bool(let value))):
            return .conjunction([
                test(reading, .isType([.boolean]), [], span), test(reading, .equals, [.bool(value)], span),
            ])
        case (.truth(let condition), .constant(.bool(let value))): return value ? condition : condition.negated
        case (.truth(let condition), .constant(.null)):
            return .conjunction([condition.definedness, .constant(false)])
        case (.match(let condition), .constant(.null)): return condition.negated
        case (.data(let reason), _), (_, .data(let reason)):
            return unknownEquality(first, second, opaque(reason.reason, span, reads: reason.reads))
        case (.opaque, _), (_, .opaque): break
        case (_, .constant(.null)), (_, .constant(.bool)):
            return .conjunction([definedness(first), .constant(false)])
        case (.constant(.null), _): return .conjunction([definedness(second), .constant(false)])
        default: break
        }
        return computed(first, second, state, span)
    }

    // MARK: Membership

    /// `element in container`, neither of them a choice.
    func membership(_ element: Symbol, _ container: Symbol, _ state: PathState, _ span: Span) -> Condition {
        switch (element, container) {
        case (.address(let reading), .network(let text)): return test(reading, .cidr, [.string(text)], span)
        case (_, .object(let id)): return membership(element, content(id, state), state, span)
        case (.constant(.string(let part)), .constant(.string(let whole))):
            return .constant(PythonTexts.contains(whole, part))
        case (.constant, .constant): return .opaque(failure(span))
        case (.constant(let value), .reading(let reading)):
            if reading.isEvent {
                guard case .string(let key) = value else { return .opaque(failure(span)) }
                return .leaf(Leaf(.get(key), .exists, place: place(span)))
            }
            return test(reading, .contains, [value], span)
        case (.reading(let reading), .constant(.string(let text))):
            return test(reading, .isInText, [.string(text)], span)
        case (.reading(let part), .reading(let whole)):
            return .leaf(
                Leaf(
                    whole.field,
                    .contains,
                    transforms: whole.transforms,
                    other: Operand(part.field, transforms: part.transforms),
                    place: place(span)
                )
            )
        case (_, .selection(let selection)):
            // The list is made before anything is looked for in it.
            let found = some(selection, compare(selection.element, .eq, element, state, span), span)
            return selection.kind == .generator ? found : .conjunction([completion(selection, span), found])
        case (.constant(let value), .view(.reading(let reading), .keys)):
            return .conjunction([
                .disjunction([test(reading, .isType([.object]), [], span), .opaque(failure(span))]),
                test(reading, .contains, [value], span),
            ])
        case (_, .view(.object(let id), let view)):
            let object = content(id, state)
            guard view == .values, object.poison == nil else {
                return view == .keys
                    ? membership(element, object, state, span) : computed(element, container, state, span)
            }
            return .disjunction(
                object.elements.map { .conjunction([$0.presence, compare(element, .eq, $0.value, state, span)]) }
            )
        default: return computed(element, container, state, span)
        }
    }

    private func membership(_ element: Symbol, _ object: HeapObject, _ state: PathState, _ span: Span) -> Condition {
        if let poison = object.poison { return .opaque(poison) }
        let hash = object.isHashed ? hashability(element, span) : .constant(true)
        let members = object.elements.map { ($0.key ?? $0.value, $0.presence) }
        var values: [Literal] = []
        var rest: [Condition] = []
        for (member, presence) in members {
            if presence == .constant(true), let value = literal(member, state), rest.isEmpty {
                values.append(value)
            } else {
                rest.append(.conjunction([presence, compare(element, .eq, member, state, span)]))
            }
        }
        switch element {
        case .reading(let reading):
            guard rest.isEmpty else { break }
            if values.isEmpty { return .conjunction([definedness(element), hash, .constant(false)]) }
            let isHashed = object.isHashed && reading.kinds == nil
            return test(reading, isHashed ? .isInSet : values.count == 1 ? .equals : .isIn, values, span)
        default: break
        }
        let known = values.map { equality(element, .constant($0), state, span) }
        if known.allSatisfy({ $0 != .constant(true) }), members.isEmpty {
            return .conjunction([definedness(element), hash, .constant(false)])
        }
        return .conjunction([hash, .disjunction(known + rest)])
    }
}

extension Literal {
    /// The number that it is.
    var number: Double? {
        switch self {
        case .int(let value): Double(value)
        case .double(let value): value
        default: nil
        }
    }
}
