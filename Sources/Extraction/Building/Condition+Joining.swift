import Conditions

/// Joining tests and alternatives that differ in nothing but values, so that `a == 1 or a == 2` is `a in (1, 2)`. The order in
/// which the code would raise stays what it was.
extension Condition {
    /// Two neighbouring tests of one field with one operator, as one test of several values.
    func merged(with next: Condition, isAll: Bool) -> Condition? {
        guard case .leaf(var first) = self, case .leaf(let second) = next, first.field == second.field,
            first.transforms == second.transforms, first.isNegated == isAll, second.isNegated == isAll,
            first.other == nil, second.other == nil, first.casing == second.casing
        else { return nil }
        let operators: Set<Operator> = [first.op, second.op]
        if operators.isSubset(of: [.equals, .isIn]) {
            first.op = .isIn
        } else if first.op != second.op {
            return nil
        } else {
            switch first.op {
            case .isInSet, .contains, .startsWith, .endsWith, .hasTerm, .glob, .regex, .cidr: break
            default: return nil
            }
        }
        guard first.values.count + second.values.count > 16 else {
            for value in second.values where !first.values.contains(value) { first.values.append(value) }
            return .leaf(first)
        }
        var known = Set(first.values)
        for value in second.values where known.insert(value).inserted { first.values.append(value) }
        return .leaf(first)
    }

    /// Two conditions that differ in nothing but the values of tests, as one for the values of both; nil if they are not such.
    ///
    /// Of a list that must hold whole one part may differ, so that `a and x == 1 or a and x == 2` is `a and x in (1, 2)`. Where this
    /// is known, so are both, and either in place of the other raises nothing new: of a list of which one part must hold, what
    /// follows one that differs was evaluated for the one condition where the joined one ends sooner, so there it may not raise.
    fileprivate func united(with other: Condition) -> Condition? {
        switch (self, other) {
        case (.all(let first), .all(let second)):
            guard first.count == second.count else { return nil }
            let places = first.indices.filter { first[$0] != second[$0] }
            guard places.count == 1, let united = first[places[0]].united(with: second[places[0]]) else { return nil }
            var parts = first
            parts[places[0]] = united
            return .all(parts)
        case (.any(let first), .any(let second)):
            guard first.count == second.count else { return nil }
            var parts = first
            // What holds where a part that differs does.
            var facts: [[Leaf]] = []
            for place in first.indices {
                guard facts.allSatisfy({ first[place].isPassed(where: $0) }) else { return nil }
                guard first[place] != second[place] else { continue }
                guard let united = first[place].united(with: second[place]) else { return nil }
                parts[place] = united
                facts.append(united.facts)
            }
            return .any(parts)
        case (.leaf, .leaf): return self == other ? self : merged(with: other, isAll: false)
        default: return nil
        }
    }

    // MARK: What is passed on the way

    /// Whether evaluation goes on behind it at every event where all of `facts` hold, so that it does not matter to who comes later
    /// whether it was asked before.
    fileprivate func isPassed(where facts: [Leaf]) -> Bool {
        switch self {
        case .all(let parts):
            for part in parts {
                if part.isClosed(to: facts) { return true }
                if !part.isPassed(where: facts) { return false }
            }
            return true
        case .any(let parts): return parts.allSatisfy { $0.isPassed(where: facts) }
        case .not(let child): return child.isPassed(where: facts)
        case .leaf(let leaf):
            return leaf.isTotal || leaf.isOperatorTotal && facts.contains { $0.reads(as: leaf) || $0.passes(leaf) }
        case .constant, .opaque, .quantifier, .aggregate, .sequence, .reference: return goesOn
        }
    }

    /// Whether it is false at every event where all of `facts` hold: one of them is its opposite, or its field equals a text that is
    /// none of its own.
    private func isClosed(to facts: [Leaf]) -> Bool {
        switch self {
        case .leaf(let leaf):
            return facts.contains { fact in
                fact.isOpposite(of: leaf)
                    || leaf.isEquality && fact.isEquality && fact.reads(as: leaf)
                        && !leaf.values.contains { !$0.isText || fact.values.contains($0) }
            }
        case .any(let parts): return !parts.isEmpty && parts.allSatisfy { $0.isClosed(to: facts) }
        default: return false
        }
    }

    /// The tests that hold wherever it holds.
    fileprivate var facts: [Leaf] {
        switch self {
        case .leaf(let leaf): [leaf]
        case .all(let parts): parts.flatMap(\.facts)
        default: []
        }
    }
}

extension [Condition] {
    /// The place of an alternative that `part` can be united with, and the two as one. The nearest few are looked at.
    ///
    /// `part` is then asked for before the alternatives between, so none of them may end evaluation where it holds. Where it does
    /// not hold nothing changes: what its joined form cannot say, the other could not either.
    func merging(_ part: Condition) -> (place: Int, merged: Condition)? {
        guard case .all = part else { return nil }
        for place in indices.suffix(24).reversed() {
            guard let united = self[place].united(with: part) else { continue }
            let facts = part.facts
            guard self[(place + 1)...].allSatisfy({ $0.isPassed(where: facts) }) else { return nil }
            return (place, united)
        }
        return nil
    }
}

extension Leaf {
    /// Whether it reads what another reads, so that the other's reading raises nowhere where this is known. To ask whether a
    /// field is there is not to read it.
    fileprivate func reads(as other: Leaf) -> Bool {
        field == other.field && transforms == other.transforms && op != .exists
    }

    /// Whether one of the two is true wherever the other is false.
    fileprivate func isOpposite(of other: Leaf) -> Bool {
        guard field.missing.outcome != .fails, self.other == nil, isNegated != other.isNegated else { return false }
        var opposite = self
        opposite.isNegated = other.isNegated
        opposite.place = other.place
        return opposite == other
    }

    /// Whether its way leads through the field of another, which reads as something whether it is there or not: no step of it
    /// raises where this is known.
    fileprivate func passes(_ other: Leaf) -> Bool {
        field.root == other.field.root && field.style == .direct && other.field.style == .direct
            && other.transforms.isEmpty
            && (other.op == .exists || other.field.missing.outcome != .raises)
            && field.steps.starts(with: other.field.steps)
    }

    /// Whether it says that its field is one of its values, letter by letter.
    fileprivate var isEquality: Bool {
        (op == .equals || op == .isIn) && !isNegated && other == nil && casing == .sensitive
    }
}

extension Literal {
    fileprivate var isText: Bool { kind == .string }
}
