extension Condition {
    /// The condition with what is redundant left out. Keeps sequential meaning: wherever the condition's truth is known the
    /// simpler one's is the same, and it is unknown where that is unknown, except that a test which cannot raise counts as
    /// one that is true or false.
    ///
    /// Nested lists are flattened, constants folded, negations pushed into leaves, repeated tests dropped, and tests that
    /// the ones before them already decide: `all[a eq "x", any[a ne "y", b]]` is `a eq "x"`. O(n²) in the size at worst,
    /// bounded by ``simplificationRoundsMax`` rounds.
    package var simplified: Condition { simplified() }

    /// The condition as an engine wants it: simplified, and where the tests before have found an object, what is in it is read as if
    /// nothing could stand in the way. So a test says by itself, wherever it is looked at, that nothing can make it raise.
    package var evaluable: Condition { simplified(openingFields: true) }

    /// The condition as a reader wants it: simplified as if nothing could raise, so that tests which only keep the code from
    /// failing, and those that matter to nothing but an error, are gone. Not for engines: where the code fails with an error
    /// this may be true or false.
    ///
    /// Large parts of which only the code can tell the most are replaced by what is opaque in them: see ``withoutVagueParts``.
    package var readable: Condition {
        simplified(ignoringErrors: true).withoutVagueParts.simplified(ignoringErrors: true)
    }

    /// Nodes from which on a part has to say something for certain.
    private static let vagueNodesMin = 12
    /// Nodes from which on a part with something opaque in it is too long to be read.
    private static let longNodesMin = 60

    /// Of a list with opaque parts: without the large children that say nothing for certain, for they come after an opaque
    /// part, or can never be told to be false, or are longer than anyone reads. Their opaque parts stay.
    private var withoutVagueParts: Condition {
        switch self {
        case .all(let children): return .all(Self.withoutVague(children, isAll: true))
        case .any(let children): return .any(Self.withoutVague(children, isAll: false))
        default: return self
        }
    }

    private static func withoutVague(_ children: [Condition], isAll: Bool) -> [Condition] {
        var result: [Condition] = []
        var isAfterOpaque = false
        for child in children {
            let isVague = !child.isPure && (isAfterOpaque || (isAll && !child.canBe(false)))
            let isLong = !child.isPure && !child.weighs(atMost: longNodesMin)
            let kept = child.withoutVagueParts
            if isVague, !kept.weighs(atMost: vagueNodesMin) || kept.hasConstant {
                result += child.opaqueNodes.map(Condition.opaque)
            } else if isLong, !kept.weighs(atMost: longNodesMin) {
                let outline = kept.outline
                let isShort = outline.weighs(atMost: longNodesMin)
                result += isShort && !outline.isOpaque ? [outline] : child.opaqueNodes.map(Condition.opaque)
            } else if isAfterOpaque, !child.weighs(atMost: vagueNodesMin) {
                continue
            } else {
                result.append(kept)
            }
            if case .opaque = result.last { isAfterOpaque = true }
        }
        return result
    }

    /// How it begins: of parts that must all hold those before the first of which only the code can tell the most, of alternatives
    /// the beginning of each; with what is opaque in the rest.
    private var outline: Condition {
        switch self {
        case .all(let children):
            let certain = children.prefix(while: \.isPure)
            var result = Array(certain)
            for opaque in children.dropFirst(certain.count).flatMap(\.opaqueNodes)
            where !result.contains(where: { $0.says(opaque) }) {
                result.append(.opaque(opaque))
            }
            return .all(result)
        case .any(let children): return .any(children.map(\.outline))
        default: return isPure ? self : .all(opaqueNodes.map(Condition.opaque))
        }
    }

    /// Whether nothing but opaque parts is in it.
    private var isOpaque: Bool {
        switch self {
        case .opaque: true
        case .all, .any: children.allSatisfy(\.isOpaque)
        default: false
        }
    }

    /// Whether a constant is left in it, which only an opaque part keeps from being its truth.
    private var hasConstant: Bool {
        if case .constant = self { return true }
        return children.contains(where: \.hasConstant)
    }

    /// Whether some event can show this truth without the code's help.
    private func canBe(_ truth: Bool) -> Bool {
        switch self {
        case .constant(let value): return value == truth
        case .leaf: return true
        case .quantifier(let quantifier): return quantifier.child.opaqueNodes.isEmpty
        case .opaque, .sequence, .reference: return false
        case .not(let child): return child.canBe(!truth)
        case .aggregate(let aggregate): return !truth && aggregate.child.canBe(false)
        case .all(let children):
            return truth ? children.allSatisfy { $0.canBe(true) } : children.contains { $0.canBe(false) }
        case .any(let children):
            return truth ? children.contains { $0.canBe(true) } : children.allSatisfy { $0.canBe(false) }
        }
    }

    private func simplified(ignoringErrors: Bool = false, openingFields: Bool = false) -> Condition {
        var condition = self
        for _ in 0..<Self.simplificationRoundsMax {
            var simplifier = Simplifier(ignoringErrors: ignoringErrors, openingFields: openingFields)
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
