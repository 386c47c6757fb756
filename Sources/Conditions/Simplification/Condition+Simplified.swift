extension Condition {
    /// The condition with what is redundant left out. Keeps sequential meaning: wherever the condition's truth is known the
    /// simpler one's is the same, and it is unknown where that is unknown, except that a test which cannot raise counts as
    /// one that is true or false.
    ///
    /// Nested lists are flattened, constants folded, negations pushed into leaves, repeated tests dropped, and tests that
    /// the ones before them already decide: `all[a eq "x", any[a ne "y", b]]` is `a eq "x"`. O(n²) in the size at worst,
    /// bounded by ``simplificationRoundsMax`` rounds.
    package var simplified: Condition {
        var condition = self
        for _ in 0..<Self.simplificationRoundsMax {
            var simplifier = Simplifier()
            let next = simplifier.simplify(condition, depth: 0)
            if next == condition { return next }
            condition = next
        }
        return condition
    }

    /// Rounds of simplification: each makes the condition smaller, or is the last.
    package static let simplificationRoundsMax = 16
    /// Conditions nested deeper are left as they are.
    package static let simplificationNestingMax = 128

    /// The condition with negations pushed down to leaves as far as they go, for people. All and any change places under
    /// a negation, which keeps sequential meaning.
    package var negationsPushed: Condition { pushed(isNegated: false) }

    private func pushed(isNegated: Bool) -> Condition {
        switch self {
        case .constant(let value): return .constant(value != isNegated)
        case .not(let child): return child.pushed(isNegated: !isNegated)
        case .all(let children):
            let children = children.map { $0.pushed(isNegated: isNegated) }
            return isNegated ? .any(children) : .all(children)
        case .any(let children):
            let children = children.map { $0.pushed(isNegated: isNegated) }
            return isNegated ? .all(children) : .any(children)
        case .leaf, .quantifier:
            let inner = mapChildren { $0.pushed(isNegated: false) }
            return isNegated ? inner.negated ?? .not(inner) : inner
        case .opaque, .aggregate, .sequence, .reference:
            let inner = mapChildren { $0.pushed(isNegated: false) }
            return isNegated ? .not(inner) : inner
        }
    }

    /// The opposite, where one node can say it.
    var negated: Condition? {
        switch self {
        case .constant(let value): return .constant(!value)
        case .not(let child): return child
        case .leaf(var leaf):
            guard leaf.hasOpposite else { return nil }
            leaf.isNegated.toggle()
            return .leaf(leaf)
        case .quantifier(var quantifier):
            switch quantifier.kind {
            case .some: quantifier.kind = .none
            case .none: quantifier.kind = .some
            case .count(let comparison, let bound): quantifier.kind = .count(comparison.opposite, bound)
            case .every: return nil
            }
            return quantifier.field.missing.outcome == .fails ? nil : .quantifier(quantifier)
        case .all, .any, .opaque, .aggregate, .sequence, .reference: return nil
        }
    }

    /// Whether evaluating it twice gives the same: nothing opaque is in it.
    var isPure: Bool {
        switch self {
        case .opaque, .aggregate, .sequence, .reference: false
        default: children.allSatisfy(\.isPure)
        }
    }

    /// Whether no event makes it unknown in Python's eyes: it can be left out where its truth does not matter.
    var isTotal: Bool {
        switch self {
        case .constant: true
        case .leaf(let leaf): leaf.isTotal
        case .all, .any, .not: children.allSatisfy(\.isTotal)
        case .quantifier, .opaque, .aggregate, .sequence, .reference: false
        }
    }
}

extension Comparison {
    /// The comparison that holds where this one does not.
    var opposite: Comparison {
        switch self {
        case .equal: .notEqual
        case .notEqual: .equal
        case .less: .greaterOrEqual
        case .lessOrEqual: .greater
        case .greater: .lessOrEqual
        case .greaterOrEqual: .less
        }
    }
}

extension Leaf {
    /// Whether negating the flag gives the opposite: not where a missing field fails either way.
    var hasOpposite: Bool { field.missing.outcome != .fails && other?.field.missing.outcome != .fails }

    /// Whether nothing in an event can make it raise.
    var isTotal: Bool {
        guard transforms.isEmpty, other == nil, field.isTotal else { return false }
        return switch op {
        case .equals, .isIn, .isNull, .isEmpty, .isType: true
        case .exists: field.missing.outcome != .fails
        default: false
        }
    }
}

extension FieldReference {
    /// Whether reading it never raises: a path of keys from the event that forgives every container.
    var isTotal: Bool {
        guard root == .event, style == .direct, missing.outcome != .raises else { return false }
        for (index, step) in steps.enumerated() {
            guard case .key = step.selector, index == 0 || step.forgives == .everything else { return false }
        }
        return true
    }
}
