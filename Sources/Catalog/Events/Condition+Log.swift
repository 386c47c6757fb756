package import Conditions

extension Condition {
    /// The condition asked of the log as its vendor writes it, rather than of a data model that it was brought into: each field is
    /// read where the log has it. A field of which that is not known can only be opaque.
    package var inTermsOfTheLog: Condition {
        switch self {
        case .leaf(var leaf):
            guard let field = leaf.field.inTermsOfTheLog else { return Self.unknown(leaf.field, leaf.place) }
            leaf.field = field
            if let other = leaf.other {
                guard let field = other.field.inTermsOfTheLog else { return Self.unknown(other.field, leaf.place) }
                leaf.other?.field = field
            }
            return .leaf(leaf)
        case .quantifier(var quantifier):
            guard let field = quantifier.field.inTermsOfTheLog else {
                return Self.unknown(quantifier.field, quantifier.place)
            }
            quantifier.field = field
            quantifier.child = quantifier.child.inTermsOfTheLog
            return .quantifier(quantifier)
        case .constant, .all, .any, .not, .opaque, .aggregate, .sequence, .reference:
            return mapChildren(\.inTermsOfTheLog)
        }
    }

    private static func unknown(_ field: FieldReference, _ place: SourcePlace?) -> Condition {
        .opaque(Opaque(.dataModel, place: place, text: field.path, reads: [field], mayRaise: false))
    }
}

extension FieldReference {
    /// The same field where the log has it; nil if that is not known. What a quantifier goes over is known already.
    fileprivate var inTermsOfTheLog: FieldReference? {
        guard root == .event else { return self }
        guard let canonical else { return nil }
        var field = self
        field.steps = canonical.split(separator: ".").map { FieldStep(.key(String($0), .panther)) }
        field.canonical = nil
        return field
    }
}
