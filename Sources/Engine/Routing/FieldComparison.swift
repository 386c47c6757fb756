import Conditions

/// A test whether two fields of an event have the same value, of which no text says anything, but where it is certain.
struct FieldComparison {
    private let subject: RoutedField
    private let other: RoutedField

    /// The comparison that a leaf makes; nil for another test than equality, or of values that are not the fields' own.
    init?(_ leaf: Leaf) {
        guard leaf.op == .equals, leaf.casing == .sensitive, leaf.transforms.isEmpty, let operand = leaf.other,
            operand.transforms.isEmpty, Self.isForgiving(leaf.field), Self.isForgiving(operand.field),
            let subject = RoutedField(leaf.field), let other = RoutedField(operand.field)
        else { return nil }
        self.subject = subject
        self.other = other
    }

    /// A clause outside which the comparison is true or false: two texts are compared where they stand, and what is no text, no
    /// number and no container is the same as nothing but itself.
    var clauseToKnown: RoutingClause {
        let doubtful = RoutingClause.Trigger(
            classes: ValueClasses(.false, .true, .number, .array, .object, .openText)
        )
        let escaped = RoutingClause.Trigger(classes: ValueClasses(.openText))
        let clause = RoutingClause(subject, doubtful)
        // Two triggers that name no texts are never too large together.
        return clause.union(RoutingClause(other, escaped)) ?? clause
    }

    /// Whether a field reads as null or a text wherever it is not found, whatever stands in its way.
    private static func isForgiving(_ field: FieldReference) -> Bool {
        guard field.style == .direct, field.steps.dropFirst().allSatisfy({ $0.forgives == .everything }) else {
            return false
        }
        switch field.missing.outcome {
        case .value(.null), .value(.string): return true
        default: return false
        }
    }
}
