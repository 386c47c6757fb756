package import Conditions

extension Condition {
    /// The condition as duplicates are told: what differs between two languages' words for one thing is taken away.
    ///
    /// Fields have their canonical names, texts small letters, and what a field reads as when it is missing does not count. Two
    /// rules with one folded form (``Condition/canonicalHash``) look for the same events but for case and missing fields;
    /// ``ConditionDiff`` says how they differ there.
    package var folded: Condition {
        switch self {
        case .leaf(var leaf):
            leaf.field = leaf.field.folded
            leaf.other = leaf.other.map { Operand($0.field.folded, transforms: $0.transforms.filter { !$0.isCasing }) }
            leaf.transforms.removeAll(where: \.isCasing)
            leaf.casing = .sensitive
            leaf.values = leaf.values.map(\.folded)
            return .leaf(leaf)
        case .quantifier(var quantifier):
            quantifier.field = quantifier.field.folded
            quantifier.child = quantifier.child.folded
            return .quantifier(quantifier)
        case .aggregate(var aggregate):
            aggregate.child = aggregate.child.folded
            aggregate.groupBy = aggregate.groupBy.map(\.folded)
            return .aggregate(aggregate)
        default: return mapChildren(\.folded)
        }
    }
}

extension FieldReference {
    fileprivate var folded: FieldReference {
        guard root == .event || canonical != nil else { return FieldReference(root, steps) }
        let keys = canonicalName.split(separator: ".").map { FieldStep(.key($0.lowercased(), .panther)) }
        return FieldReference(.event, keys)
    }
}

extension Transform {
    /// Whether it changes nothing but case, and so makes letters of two cases one.
    var isCasing: Bool {
        switch self {
        case .lower, .upper, .casefold: true
        default: false
        }
    }
}

extension Literal {
    fileprivate var folded: Literal {
        switch self {
        case .string(let text): .string(text.lowercased())
        case .list(let elements): .list(elements.map(\.folded))
        default: self
        }
    }
}
