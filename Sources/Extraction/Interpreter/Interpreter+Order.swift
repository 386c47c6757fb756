import Conditions
import Diagnostics
import PythonSyntax

/// Which of two values comes first.
extension Interpreter {
    func order(_ first: Symbol, _ op: Operator, _ second: Symbol, _ state: PathState, _ span: Span) -> Condition {
        switch (first, second) {
        case (.constant(let left), .constant(let right)):
            if let result = PythonTexts.order(left, right) {
                switch op {
                case .less: return .constant(result < 0)
                case .lessOrEqual: return .constant(result <= 0)
                case .greater: return .constant(result > 0)
                default: return .constant(result >= 0)
                }
            }
        case (.reading(let reading), .constant(let value)):
            guard [.integer, .double, .string, .boolean].contains(value.kind) else { return .opaque(failure(span)) }
            return test(reading, op, [value], span)
        case (.constant, .reading): return order(second, flipped(op), first, state, span)
        case (.count(let selection), .constant(.int(let bound))):
            return count(selection, comparison(op), bound, state, span)
        case (.amount(let condition), .constant(.int(0))) where op == .greater: return condition
        case (.amount(let condition), .constant(.int(1))) where op == .greaterOrEqual: return condition
        case (.amount(let condition), .constant(.int(1))) where op == .less: return condition.negated
        case (.constant, .amount): return order(second, flipped(op), first, state, span)
        case (.kept(let kept), .constant(let bound)) where kept.kind == .counter && bound.number != nil,
            (.keptNumber(let kept), .constant(let bound)) where bound.number != nil:
            return aggregate(kept, comparison(op), bound.number ?? 0, span)
        case (.constant, .kept), (.constant, .keptNumber): return order(second, flipped(op), first, state, span)
        case (.constant, .count): return order(second, flipped(op), first, state, span)
        case (.reading(let left), .reading(let right)):
            return .leaf(
                Leaf(
                    left.field,
                    op,
                    transforms: left.transforms,
                    other: Operand(right.field, transforms: right.transforms),
                    place: place(span)
                )
            )
        default: break
        }
        return computed(first, second, state, span)
    }

    /// `len(selection)` compared with a number. Of a set only whether it is empty is known.
    func count(
        _ selection: Selection,
        _ comparison: Comparison,
        _ bound: Int64,
        _ state: PathState,
        _ span: Span
    )
        -> Condition
    {
        let isSome = truth(.selection(selection), state, span)
        switch (comparison, bound) {
        case (.greater, 0), (.greaterOrEqual, 1), (.notEqual, 0): return isSome
        case (.less, 1), (.lessOrEqual, 0), (.equal, 0): return isSome.negated
        default: break
        }
        guard selection.kind == .list || selection.kind == .tuple else {
            return .opaque(opaque(.computedValue, span, reads: [selection.source]))
        }
        return .conjunction([
            completion(selection, span),
            quantify(.count(comparison, Int(clamping: bound)), selection, selection.condition, span),
        ])
    }

    func flipped(_ op: Operator) -> Operator {
        switch op {
        case .less: .greater
        case .lessOrEqual: .greaterOrEqual
        case .greater: .less
        case .greaterOrEqual: .lessOrEqual
        default: op
        }
    }

    func comparison(_ op: Operator) -> Comparison {
        switch op {
        case .less: .less
        case .lessOrEqual: .lessOrEqual
        case .greater: .greater
        default: .greaterOrEqual
        }
    }
}
