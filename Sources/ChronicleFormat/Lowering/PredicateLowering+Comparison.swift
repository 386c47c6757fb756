import Conditions

/// Comparisons of two values.
extension PredicateLowering {
    mutating func comparison(
        _ left: YaraLExpression,
        _ comparison: YaraLExpression.Comparison,
        _ right: YaraLExpression,
        ignoringCase: Bool,
        _ whole: YaraLExpression
    ) -> Condition {
        if let reference = detectionReference(left, comparison, right) { return reference }
        // What a placeholder is bound to it is equal to.
        if comparison == .equals, !ignoringCase, names.isBinding(whole), isOwnBinding(left, right) {
            return .constant(true)
        }
        return compare(value(left), comparison, value(right), ignoringCase: ignoringCase, whole)
    }

    /// Whether one side is a placeholder that stands, for this event, for the other side.
    private func isOwnBinding(_ left: YaraLExpression, _ right: YaraLExpression) -> Bool {
        for (variable, value) in [(left, right), (right, left)] {
            if case .variable(let name) = variable.kind, names.value(of: name, for: event) == value { return true }
        }
        return false
    }

    /// `$d.detection.detection.rule_name = "name"`: a match of another rule.
    private func detectionReference(
        _ left: YaraLExpression,
        _ comparison: YaraLExpression.Comparison,
        _ right: YaraLExpression
    ) -> Condition? {
        for (field, value) in [(left, right), (right, left)] {
            guard case .field(let path) = field.kind, path.names == ["detection", "detection", "rule_name"],
                case .text(let name, _) = value.kind
            else { continue }
            switch comparison {
            case .equals: return .reference(name)
            case .notEquals: return .not(.reference(name))
            default: return nil
            }
        }
        return nil
    }

    func compare(
        _ left: ValueForm,
        _ comparison: YaraLExpression.Comparison,
        _ right: ValueForm,
        ignoringCase: Bool,
        _ whole: YaraLExpression
    ) -> Condition {
        switch (left, right) {
        case (.opaque(let reason), _), (_, .opaque(let reason)): return opaque(reason, whole)
        case (.constant(let first), .constant(let second)):
            return Self.constant(first, comparison, second, ignoringCase).map { .constant($0) }
                ?? opaque(.computedValue, whole)
        case (.cases(let cases), _):
            return .any(
                cases.map { entry in
                    let test = compare(entry.value, comparison, right, ignoringCase: ignoringCase, whole)
                    return .all([entry.guardCondition, test])
                }
            )
        case (_, .cases), (.constant, _), (.pattern, .reading):
            return compare(right, comparison.flipped, left, ignoringCase: ignoringCase, whole)
        case (.reading(let reading), .pattern(let pattern)):
            guard comparison == .equals || comparison == .notEquals else { return opaque(.unsupported, whole) }
            return leaf(
                reading,
                .regex(.search),
                [.string(ignoringCase ? "(?i)" + pattern : pattern)],
                isNegated: comparison == .notEquals,
                whole
            )
        case (.reading(let reading), .constant(let literal)):
            if case .string("") = literal, comparison == .equals || comparison == .notEquals {
                return leaf(reading, .isEmpty, [], isNegated: comparison == .notEquals, whole)
            }
            return leaf(
                reading,
                comparison.operator,
                [literal],
                isNegated: comparison == .notEquals,
                ignoringCase: ignoringCase,
                whole
            )
        case (.reading(let first), .reading(let second)):
            guard first.each == nil, second.each == nil else { return opaque(.unsupported, whole) }
            let other = Operand(fields.reference(second.path), transforms: second.transforms)
            return leaf(
                first,
                comparison.operator,
                [],
                other: other,
                isNegated: comparison == .notEquals,
                ignoringCase: ignoringCase,
                whole
            )
        case (.pattern, _): return opaque(.unsupported, whole)
        }
    }

    /// A test of one field, of each of its values if it says so.
    func leaf(
        _ reading: ValueForm.Reading,
        _ op: Operator,
        _ values: [Literal],
        other: Operand? = nil,
        isNegated: Bool = false,
        ignoringCase: Bool = false,
        _ expression: YaraLExpression
    ) -> Condition {
        let zero = values.first?.zeroOfKind ?? .string("")
        func make(_ field: FieldReference) -> Condition {
            .leaf(
                Leaf(
                    field,
                    op,
                    values,
                    transforms: reading.transforms,
                    other: other,
                    isNegated: isNegated,
                    casing: ignoringCase ? .insensitive : .sensitive,
                    place: place(expression)
                )
            )
        }
        guard let each = reading.each else { return make(fields.reference(reading.path, zero: zero)) }
        return fields.each(each, reading.path, zero: zero, make)
    }

    /// What a comparison of two constants gives; nil where their kinds have no order.
    private static func constant(
        _ left: Literal,
        _ comparison: YaraLExpression.Comparison,
        _ right: Literal,
        _ ignoringCase: Bool
    ) -> Bool? {
        switch (left, right) {
        case (.string(let left), .string(let right)):
            ignoringCase
                ? comparison.holds(left.lowercased(), right.lowercased()) : comparison.holds(left, right)
        case (.int(let left), .int(let right)): comparison.holds(left, right)
        case (.double(let left), .double(let right)): comparison.holds(left, right)
        case (.int(let left), .double(let right)): comparison.holds(Double(left), right)
        case (.double(let left), .int(let right)): comparison.holds(left, Double(right))
        case (.bool(let left), .bool(let right)):
            comparison == .equals ? left == right : comparison == .notEquals ? left != right : nil
        default: nil
        }
    }
}

extension YaraLExpression.Comparison {
    /// The operator of a leaf; that of `!=` is that of `=`, negated.
    var `operator`: Operator {
        switch self {
        case .equals, .notEquals: .equals
        case .less: .less
        case .lessOrEqual: .lessOrEqual
        case .greater: .greater
        case .greaterOrEqual: .greaterOrEqual
        }
    }

    /// Whether it holds of two values.
    func holds<Value: Comparable>(_ left: Value, _ right: Value) -> Bool {
        switch self {
        case .equals: left == right
        case .notEquals: left != right
        case .less: left < right
        case .lessOrEqual: left <= right
        case .greater: left > right
        case .greaterOrEqual: left >= right
        }
    }

    /// The same of counts.
    var ofNumbers: Conditions.Comparison {
        switch self {
        case .equals: .equal
        case .notEquals: .notEqual
        case .less: .less
        case .lessOrEqual: .lessOrEqual
        case .greater: .greater
        case .greaterOrEqual: .greaterOrEqual
        }
    }
}
