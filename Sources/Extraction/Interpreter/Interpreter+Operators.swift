import Conditions
import Diagnostics
import PythonSyntax

/// Arithmetic, joining and the operators of sets.
extension Interpreter {
    /// `first op second`.
    mutating func binary(
        _ first: Symbol,
        _ op: BinaryOperator,
        _ second: Symbol,
        _ state: inout PathState,
        _ flow: inout [Decision],
        _ span: Span
    ) -> Symbol {
        if case .checked(let check, let value) = first {
            return .checked(check, binary(value, op, second, &state, &flow, span))
        }
        if case .checked(let check, let value) = second {
            return .checked(check, binary(first, op, value, &state, &flow, span))
        }
        if case .constant(let left) = first, case .constant(let right) = second {
            if let value = PythonTexts.fold(left, op, right, limits.textBytes) { return .constant(value) }
        }
        switch (op, first, second) {
        case (.bitOr, .native(let left), .native(let right)) where left.hasPrefix("re.") && right.hasPrefix("re."):
            return .native("\(left)|\(right)")
        case (.bitOr, .kept(let kept), let other), (.bitOr, let other, .kept(let kept)):
            return adding(other, to: kept, state)
        case (.add, .object(let left), .object(let right)):
            let (a, b) = (content(left, state), content(right, state))
            if a.kind == b.kind, a.kind == .list || a.kind == .tuple, a.poison == nil, b.poison == nil {
                return make(HeapObject(kind: a.kind, elements: a.elements + b.elements), &state)
            }
        case (.bitOr, .object(let left), .object(let right)):
            let (a, b) = (content(left, state), content(right, state))
            guard a.poison == nil, b.poison == nil else { break }
            if a.isHashed, b.isHashed, (a.kind == .dict) == (b.kind == .dict) {
                let result = make(a, &state)
                guard case .object(let id) = result else { break }
                if a.kind == .dict {
                    update(id, with: second, span, &state, &flow)
                } else {
                    for element in b.elements { addToSet(id, element, span, &state, &flow) }
                }
                return result
            }
        case (.bitAnd, _, _):
            if let value = intersection(first, second, &state, span) { return value }
        case (.sub, .object(let left), .object(let right)):
            if let value = difference(left, right, &state, span) { return value }
        case (.mod, .constant(.string), _): break
        case (.add, _, _):
            if isTextual(first) || isTextual(second) { return concatenation(first, second, state, span) }
        default: break
        }
        let fields = reads(first, state) + reads(second, state)
        return .opaque(opaque(.computedValue, span, reads: fields))
    }

    private func isTextual(_ symbol: Symbol) -> Bool {
        switch symbol {
        case .constant(.string), .text, .gathered: true
        case .reading(let reading): reading.kinds == [.string]
        default: false
        }
    }

    /// `first + second`, one of which is a text; the other must be one.
    private func concatenation(_ first: Symbol, _ second: Symbol, _ state: PathState, _ span: Span) -> Symbol {
        var checks: [Condition] = []
        func part(_ symbol: Symbol) -> Symbol {
            switch symbol {
            case .constant(.string), .text, .gathered: return symbol
            case .reading(let reading):
                if reading.kinds == [.string] { return symbol }
                checks.append(.disjunction([test(reading, .isType([.string]), [], span), .opaque(failure(span))]))
                return symbol
            default: return .opaque(opaque(.computedValue, span, reads: reads(symbol, state)))
            }
        }
        let text = joinTexts([part(first), part(second)])
        return checks.isEmpty ? text : .checked(.conjunction(checks), text)
    }

    /// `first & second` of sets.
    mutating func intersection(_ first: Symbol, _ second: Symbol, _ state: inout PathState, _ span: Span) -> Symbol? {
        switch (first, second) {
        case (.selection(let selection), .object(let id)), (.object(let id), .selection(let selection)):
            guard selection.kind == .set else { return nil }
            var result = selection
            let member = compare(selection.element, .in, .object(id), state, span)
            result.condition = .conjunction([selection.condition, member])
            return .checked(completion(selection, span), .selection(result))
        case (.object(let left), .object(let right)):
            let (a, b) = (content(left, state), content(right, state))
            guard a.poison == nil, b.poison == nil, a.isHashed, b.isHashed, a.kind != .dict, b.kind != .dict
            else { return nil }
            let kept = a.elements.map { element in
                HeapObject.Element(
                    value: element.value,
                    presence: .conjunction([element.presence, compare(element.value, .in, second, state, span)])
                )
            }
            let elements = kept.filter { $0.presence != .constant(false) }
            return make(HeapObject(kind: .set, elements: elements, isEnumerable: a.isEnumerable), &state)
        default: return nil
        }
    }

    private mutating func difference(_ left: ObjectID, _ right: ObjectID, _ state: inout PathState, _ span: Span)
        -> Symbol?
    {
        let (a, b) = (content(left, state), content(right, state))
        guard a.poison == nil, b.poison == nil, a.isHashed, b.isHashed, a.kind != .dict, b.kind != .dict
        else { return nil }
        let kept = a.elements.map { element in
            HeapObject.Element(
                value: element.value,
                presence: .conjunction([
                    element.presence, compare(element.value, .notIn, .object(right), state, span),
                ])
            )
        }
        let elements = kept.filter { $0.presence != .constant(false) }
        return make(HeapObject(kind: .set, elements: elements, isEnumerable: a.isEnumerable), &state)
    }
}
