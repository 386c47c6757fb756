import Conditions

/// Joining tests and alternatives that differ in nothing but values, so that `a == 1 or a == 2` is `a in (1, 2)`.
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
    /// Of a list that must hold whole one part may differ, so that `a and x == 1 or a and x == 2` is `a and x in (1, 2)`. What raises,
    /// does so in both.
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
            for place in first.indices where first[place] != second[place] {
                guard let united = first[place].united(with: second[place]) else { return nil }
                parts[place] = united
            }
            return .any(parts)
        case (.leaf, .leaf): return self == other ? self : merged(with: other, isAll: false)
        default: return nil
        }
    }
}

extension [Condition] {
    /// The place of an alternative that `part` can be united with, and the two as one. The nearest few are looked at.
    func merging(_ part: Condition) -> (place: Int, merged: Condition)? {
        guard case .all = part else { return nil }
        for place in indices.suffix(24).reversed() {
            if let united = self[place].united(with: part) { return (place, united) }
        }
        return nil
    }
}
