import Conditions

/// Building conditions so that their meaning in order stays that of the code: nothing that may raise is dropped or moved behind
/// something that decides.
extension Condition {
    /// All of `parts`, in order.
    static func conjunction(_ parts: [Condition]) -> Condition { combine(parts, isAll: true) }

    /// One of `parts`, in order.
    static func disjunction(_ parts: [Condition]) -> Condition { combine(parts, isAll: false) }

    private static func combine(_ parts: [Condition], isAll: Bool) -> Condition {
        var flat: [Condition] = []
        for part in parts {
            switch part {
            case .all(let inner) where isAll: flat += inner
            case .any(let inner) where !isAll: flat += inner
            default: flat.append(part)
            }
        }
        var result: [Condition] = []
        for var part in flat {
            part = part.assuming(result, isAll)
            if case .constant(let value) = part {
                if value == isAll { continue }
                // What comes after a deciding constant never runs; what comes before counts only if it may raise.
                while let last = result.last, last.isTotal { result.removeLast() }
                if result.isEmpty { return part }
                result.append(part)
                break
            }
            if let last = result.last {
                // The second of two equal neighbours is what the first was: it says nothing new.
                if last == part { continue }
                if isAll, last.isGuard(before: part) { result.removeLast() }
                if isAll, case .opaque(let opaque) = part, result.contains(where: { $0.isOpaque(for: opaque.reason) }) {
                    continue
                }
                // Behind an opaque part nothing is known anyway; what could only be unknown too adds nothing.
                if isAll, result.contains(where: \.isPlainOpaque), !part.isPlainOpaque, part.isNeverFalse { continue }
            }
            if let last = result.last, let merged = last.merged(with: part, isAll: isAll) {
                result[result.count - 1] = merged
            } else if !isAll, let (place, merged) = result.merging(part) {
                result[place] = merged
            } else {
                result.append(part)
            }
        }
        if result.isEmpty { return .constant(isAll) }
        if result.count == 1 { return result[0] }
        return isAll ? .all(result) : .any(result)
    }

    /// Whether it is an opaque part that no event gets past.
    private var isPlainOpaque: Bool {
        if case .opaque(let opaque) = self { !opaque.goesOn } else { false }
    }

    /// Whether no event gets past it: an opaque part, alone or among others that must hold.
    var isBlocked: Bool {
        switch self {
        case .opaque: isPlainOpaque
        case .all(let parts): parts.contains(where: \.isPlainOpaque)
        default: false
        }
    }

    /// Whether it is an opaque part for this reason that no event gets past.
    private func isOpaque(for reason: OpaqueReason) -> Bool {
        if case .opaque(let opaque) = self { opaque.reason == reason && !opaque.goesOn } else { false }
    }

    /// Whether it is true or unknown for every event: a check.
    private var isNeverFalse: Bool {
        switch self {
        case .constant(let value): return value
        case .opaque: return true
        case .leaf(let leaf): return leaf.isReadingCheck
        case .all(let parts): return parts.allSatisfy(\.isNeverFalse)
        case .any(let parts):
            return parts.contains(where: \.isNeverFalse)
        case .quantifier(let quantifier): return quantifier.kind == .every && quantifier.child.isNeverFalse
        case .not, .aggregate, .sequence, .reference: return false
        }
    }

    /// The opposite, pushed down to the leaves: in order, De Morgan's laws hold for unknown parts too.
    var negated: Condition {
        switch self {
        case .constant(let value): return .constant(!value)
        case .not(let child): return child
        case .all(let parts): return .disjunction(parts.map(\.negated))
        case .any(let parts): return .conjunction(parts.map(\.negated))
        case .opaque: return self
        case .leaf(var leaf):
            leaf.isNegated.toggle()
            return .leaf(leaf)
        case .quantifier(var quantifier):
            switch quantifier.kind {
            case .some: quantifier.kind = .none
            case .none: quantifier.kind = .some
            default: return .not(self)
            }
            return .quantifier(quantifier)
        case .aggregate, .sequence, .reference: return .not(self)
        }
    }

    /// `then` where this holds, else `otherwise`.
    func select(_ then: Condition, _ otherwise: Condition) -> Condition {
        switch (self, then, otherwise) {
        case (.constant(true), _, _): return then
        case (.constant(false), _, _): return otherwise
        case (_, .constant(true), .constant(false)): return self
        case (_, .constant(false), .constant(true)): return negated
        case (_, .constant(true), _): return .disjunction([self, otherwise])
        case (_, .constant(false), _): return .conjunction([negated, otherwise])
        case (_, _, .constant(false)): return .conjunction([self, then])
        case (_, _, .constant(true)): return .disjunction([negated, then])
        default: break
        }
        if then == otherwise { return .conjunction([definedness, then]) }
        // In either case it is known when the rest is looked at.
        let (first, second) = (then.assuming(self, true), otherwise.assuming(self, false))
        if first != then || second != otherwise { return select(first, second) }
        return .disjunction([.conjunction([self, then]), .conjunction([negated, otherwise])])
    }

    // MARK: What is known already

    /// With the tests among `known`, which have been found true (or all false), replaced by what they were.
    private func assuming(_ known: [Condition], _ value: Bool) -> Condition {
        if isAtom { return self }
        var result = self
        for case .leaf(let leaf) in known.suffix(6) where !leaf.isReadingCheck {
            result = result.assuming(.leaf(leaf), value)
        }
        return result
    }

    /// With `condition` replaced by a constant wherever it stands outside of lists: whoever comes here has evaluated it.
    func assuming(_ condition: Condition, _ value: Bool) -> Condition {
        if isAtom || condition.isAtom { return self }
        guard weight(upTo: 200) <= 200, mayHold(condition) else { return self }
        return replacing(condition, condition.negated, value) ?? self
    }

    /// As ``assuming(_:_:)``, with what follows for the parts of `condition`.
    func knowing(_ condition: Condition, _ value: Bool) -> Condition {
        let known = assuming(condition, value)
        switch condition {
        case .all(let parts) where value, .any(let parts) where !value:
            return parts.reduce(known) { $0.assuming($1, value) }
        default: return known
        }
    }

    /// Whether nothing in it could be replaced, and nothing be replaced for it.
    private var isAtom: Bool {
        switch self {
        case .constant, .opaque: true
        default: false
        }
    }

    /// Whether `condition` or its opposite may stand somewhere in it: both begin with a test of the same field. Most conditions have
    /// nothing to do with one another, and to make an opposite costs much more than to see that.
    private func mayHold(_ condition: Condition) -> Bool {
        switch condition.first {
        case .leaf(let leaf): leaf.saysObject || tests(leaf.field)
        case .quantifier(let quantifier): tests(quantifier.field)
        default: true
        }
    }

    /// Whether it tests `field` itself, outside of lists.
    private func tests(_ field: FieldReference) -> Bool {
        switch self {
        case .all(let parts), .any(let parts): parts.contains { $0.tests(field) }
        case .not(let child): child.tests(field)
        case .leaf(let leaf): leaf.field == field
        case .quantifier(let quantifier): quantifier.field == field
        case .constant, .opaque, .aggregate, .sequence, .reference: false
        }
    }

    /// Nil where `condition` does not stand in it.
    fileprivate func replacing(_ condition: Condition, _ opposite: Condition, _ value: Bool) -> Condition? {
        if self == condition { return .constant(value) }
        if self == opposite { return .constant(!value) }
        switch self {
        case .all(let parts): return parts.replacing(condition, opposite, value).map(Condition.conjunction)
        case .any(let parts): return parts.replacing(condition, opposite, value).map(Condition.disjunction)
        case .not(let child): return child.replacing(condition, opposite, value)?.negated
        case .leaf(let leaf) where leaf.isReadingCheck:
            // A key of what is known to be an object can be read, and a piece of a text that has as many.
            let isRead =
                condition.isObject(holding: leaf.field, value) && leaf.transforms.isEmpty
                || condition.counts(piecesFor: leaf, value)
            return isRead ? .constant(true) : nil
        default: return nil
        }
    }

    /// Whether this, being `value`, says that the container of a field is an object.
    private func isObject(holding field: FieldReference, _ value: Bool) -> Bool {
        guard case .leaf(let leaf) = self, leaf.saysObject, leaf.isNegated != value,
            leaf.transforms.isEmpty, leaf.field.style == .direct, field.style == .direct, field.root == leaf.field.root,
            case .key? = field.steps.last?.selector, field.missing.outcome != .raises
        else { return false }
        return Array(field.steps.dropLast()) == leaf.field.steps
    }

    /// Whether this, being `value`, says that a text has as many pieces as the one at an index needs.
    private func counts(piecesFor piece: Leaf, _ value: Bool) -> Bool {
        guard case .leaf(let leaf) = self, case .pieces(let separator)? = leaf.transforms.last,
            case .split(separator, let index)? = piece.transforms.last, leaf.other == nil,
            leaf.field == piece.field, leaf.transforms.dropLast() == piece.transforms.dropLast(),
            case .int(let bound)? = leaf.values.first
        else { return false }
        let least: Int64? =
            switch (leaf.op, leaf.isNegated != value) {
            case (.greaterOrEqual, true), (.equals, true), (.less, false): bound
            case (.greater, true), (.lessOrEqual, false): bound.addingReportingOverflow(1).partialValue
            default: nil
            }
        return least.map { $0 >= Splitting.piecesNeeded(at: index) } ?? false
    }

    // MARK: Errors

    /// Whether it is known for every event.
    var isTotal: Bool {
        switch self {
        case .constant: true
        case .all(let parts), .any(let parts): parts.allSatisfy(\.isTotal)
        case .not(let child): child.isTotal
        case .leaf(let leaf): leaf.isTotal
        case .quantifier, .opaque, .aggregate, .sequence, .reference: false
        }
    }

    /// True where this is known, unknown where it is not.
    var definedness: Condition {
        if isTotal { return .constant(true) }
        switch self {
        case .constant: return .constant(true)
        case .not(let child): return child.definedness
        case .opaque(let opaque): return opaque.goesOn ? .constant(true) : self
        case .leaf(var leaf):
            if leaf.isOperatorTotal { return .reads(leaf.field, leaf.transforms, leaf.place) }
            leaf.isNegated = false
            return .disjunction([.leaf(leaf), .constant(true)])
        case .all(let parts), .any(let parts):
            var asked = parts
            while let last = asked.last, last.isTotal { asked.removeLast() }
            if asked.count == 1 { return asked[0].definedness }
            // True whatever it is, if only it is known.
            if case .all = self { return .disjunction([.all(asked), .constant(true)]) }
            return .disjunction([.any(asked).negated, .constant(true)])
        case .quantifier, .aggregate, .sequence, .reference:
            return .disjunction([self, .constant(true)])
        }
    }

    /// All kinds of value.
    static let anyKind = Set(ValueKind.allCases)

    /// True if the field can be read and transformed, unknown if that raises.
    static func reads(_ field: FieldReference, _ transforms: [Transform], _ place: SourcePlace? = nil) -> Condition {
        .leaf(Leaf(field, .isType(anyKind), transforms: transforms, place: place))
    }

    /// Whether this only asks that `next` can begin, which it then finds out itself.
    private func isGuard(before next: Condition) -> Bool {
        if case .any(let parts) = self, parts.count == 2, parts[1] == .constant(true) {
            return next.first == parts[0] || next.first == parts[0].negated || next == parts[0]
                || next == parts[0].negated
        }
        if case .quantifier(let list) = self, list.kind == .every, list.child == .constant(true) {
            if case .quantifier(let other) = next.first {
                return other.field == list.field && other.domain == list.domain
            }
            return false
        }
        guard case .leaf(let leaf) = self, leaf.isReadingCheck else { return false }
        switch next.first {
        case .leaf(let other):
            return other.field == leaf.field && other.transforms.starts(with: leaf.transforms)
        case .quantifier(let quantifier):
            return quantifier.field == leaf.field && leaf.transforms.isEmpty
        default: return false
        }
    }

    /// What is evaluated first.
    private var first: Condition {
        switch self {
        case .all(let parts), .any(let parts): parts.first?.first ?? self
        case .not(let child): child.first
        default: self
        }
    }

    /// Whether evaluation goes on behind it at every event that the detection is given: it is known, or only its truth is not.
    var goesOn: Bool {
        switch self {
        case .constant: true
        case .all(let parts), .any(let parts): parts.allSatisfy(\.goesOn)
        case .not(let child): child.goesOn
        case .leaf(let leaf): leaf.isTotal
        case .opaque(let opaque): opaque.goesOn || opaque.reason == .otherLogSource
        case .quantifier, .aggregate, .sequence, .reference: false
        }
    }

    // MARK: Size

    /// The number of nodes, four values of a leaf taken for one; counting ends past `limit`.
    func weight(upTo limit: Int) -> Int {
        var count = 0
        func visit(_ condition: Condition) {
            count += 1
            guard count <= limit else { return }
            switch condition {
            case .all(let parts), .any(let parts):
                for part in parts where count <= limit { visit(part) }
            case .not(let child): visit(child)
            case .quantifier(let quantifier): visit(quantifier.child)
            case .aggregate(let aggregate): visit(aggregate.child)
            case .leaf(let leaf): count += leaf.values.count / 4
            case .constant, .opaque, .sequence, .reference: break
            }
        }
        visit(self)
        return count
    }
}

extension [Condition] {
    /// Nil where `condition` stands in none of them.
    fileprivate func replacing(_ condition: Condition, _ opposite: Condition, _ value: Bool) -> [Condition]? {
        var replaced: [Condition]?
        for (place, part) in enumerated() {
            guard let other = part.replacing(condition, opposite, value) else { continue }
            replaced = replaced ?? self
            replaced?[place] = other
        }
        return replaced
    }
}

extension Leaf {
    /// Whether it asks whether its field is an object.
    fileprivate var saysObject: Bool { op == .isType([.object]) }

    /// Whether comparing raises for no value that can be there.
    var isOperatorTotal: Bool {
        switch op {
        case .equals, .isIn, .exists, .isNull, .isEmpty, .isType: other == nil || other.map(\.isTotal) ?? true
        case .isInSet, .isInText, .contains, .startsWith, .endsWith, .hasTerm, .glob, .regex:
            reading.kinds == [.string] && other == nil
        case .less, .lessOrEqual, .greater, .greaterOrEqual, .between:
            reading.kinds == [.integer] && other == nil && values.allSatisfy { [.integer, .double].contains($0.kind) }
        case .cidr, .address: false
        }
    }

    /// Whether it is known for every event.
    var isTotal: Bool { reading.isTotal && isOperatorTotal }

    /// Whether it is ``Condition/reads(_:_:_:)``.
    var isReadingCheck: Bool {
        guard case .isType(let kinds) = op else { return false }
        return kinds.count == ValueKind.allCases.count && !isNegated
    }

    private var reading: Reading { Reading(field: field, transforms: transforms) }
}

extension Operand {
    /// Whether it can be read from every event.
    var isTotal: Bool { Reading(field: field, transforms: transforms).isTotal }
}
