/// One round of simplification. Carries what is known wherever evaluation has come to.
struct Simplifier {
    /// What the tests evaluated before this place say.
    private var facts = KnownFacts()

    mutating func simplify(_ condition: Condition, depth: Int) -> Condition {
        guard depth < Condition.simplificationNestingMax else { return condition }
        switch condition {
        case .constant, .opaque, .sequence, .reference: return condition
        case .leaf(let leaf): return facts.truth(of: leaf).map(Condition.constant) ?? condition
        case .not(let child):
            let child = simplify(child, depth: depth + 1)
            return child.negated ?? .not(child)
        case .quantifier(var quantifier):
            // The element is another at each turn: nothing known outside helps with it.
            let outside = facts
            facts = facts.withoutElements
            quantifier.child = simplify(quantifier.child, depth: depth + 1)
            facts = outside
            return .quantifier(quantifier)
        case .aggregate(var aggregate):
            let outside = facts
            aggregate.child = simplify(aggregate.child, depth: depth + 1)
            facts = outside
            return .aggregate(aggregate)
        case .all(let children): return list(children, isAll: true, depth: depth)
        case .any(let children): return list(children, isAll: false, depth: depth)
        }
    }

    /// Simplifies a list. In `all`, a child is only evaluated where the ones before it are true; in `any`, false.
    private mutating func list(_ children: [Condition], isAll: Bool, depth: Int) -> Condition {
        let outside = facts
        var kept: [Condition] = []
        for child in Self.flattened(children, isAll: isAll) {
            let simple = simplify(child, depth: depth + 1)
            for part in Self.flattened([simple], isAll: isAll) {
                guard case .constant(let value) = part else {
                    kept.append(part)
                    facts.learn(part, is: isAll)
                    continue
                }
                if value == isAll { continue }
                kept.append(part)
                break
            }
            if case .constant = kept.last { break }
        }
        facts = outside
        kept = Self.merged(kept, isAll: isAll)
        kept = Self.factored(kept, isAll: isAll)
        // What cannot raise need not be asked before a constant that decides.
        if case .constant = kept.last {
            while kept.count > 1, kept[kept.count - 2].isTotal { kept.remove(at: kept.count - 2) }
        }
        if kept.isEmpty { return .constant(isAll) }
        if kept.count == 1 { return kept[0] }
        return isAll ? .all(kept) : .any(kept)
    }

    /// The children, those of lists of the same kind in their places.
    private static func flattened(_ children: [Condition], isAll: Bool) -> [Condition] {
        children.flatMap { child -> [Condition] in
            switch child {
            case .all(let inner) where isAll: flattened(inner, isAll: true)
            case .any(let inner) where !isAll: flattened(inner, isAll: false)
            default: [child]
            }
        }
    }

    // MARK: Neighbours

    /// Joins neighbouring tests of one field: `a eq "x" or a eq "y"` is `a in ["x", "y"]`.
    private static func merged(_ children: [Condition], isAll: Bool) -> [Condition] {
        var result: [Condition] = []
        for child in children {
            if case .leaf(let leaf) = child, case .leaf(let last)? = result.last,
                let joined = last.joined(with: leaf, isAll: isAll)
            {
                result[result.count - 1] = .leaf(joined)
            } else {
                result.append(child)
            }
        }
        return result
    }

    /// Takes what neighbouring lists begin with out of them: `(a and b) or (a and c)` is `a and (b or c)`.
    private static func factored(_ children: [Condition], isAll: Bool) -> [Condition] {
        var result: [Condition] = []
        for child in children {
            guard let last = result.last, let joined = factor(last, child, isAll: isAll) else {
                result.append(child)
                continue
            }
            result[result.count - 1] = joined
        }
        return result
    }

    private static func factor(_ left: Condition, _ right: Condition, isAll: Bool) -> Condition? {
        let first = parts(left, isAll: isAll)
        let second = parts(right, isAll: isAll)
        var count = 0
        while count < first.count, count < second.count, first[count].isPure,
            first[count].withoutPlaces == second[count].withoutPlaces
        {
            count += 1
        }
        guard count > 0 else { return nil }
        let rests = [list(Array(first[count...]), !isAll), list(Array(second[count...]), !isAll)]
        return list(Array(first[..<count]) + [list(rests, isAll)], !isAll)
    }

    /// The children of a list of the other kind; the condition itself where it is none.
    private static func parts(_ condition: Condition, isAll: Bool) -> [Condition] {
        switch condition {
        case .all(let children) where !isAll: children
        case .any(let children) where isAll: children
        default: [condition]
        }
    }

    private static func list(_ children: [Condition], _ isAll: Bool) -> Condition {
        children.count == 1 ? children[0] : isAll ? .all(children) : .any(children)
    }
}

extension Leaf {
    /// One test for two neighbours in `any`, or where they are negated in `all`: of the same field, read and transformed
    /// alike, by operators that take several values.
    func joined(with next: Leaf, isAll: Bool) -> Leaf? {
        guard field == next.field, transforms == next.transforms, other == nil, next.other == nil,
            isNegated == isAll, next.isNegated == isAll, casing == next.casing, hasOpposite
        else { return nil }
        var joined = self
        switch (op, next.op) {
        case (.equals, .equals), (.isIn, .equals), (.equals, .isIn), (.isIn, .isIn):
            // A list or an object would make the one unknown before the other is asked.
            guard (values + next.values).allSatisfy({ $0.kind != .array && $0.kind != .object }) else { return nil }
            joined.op = .isIn
        case (.startsWith, .startsWith), (.endsWith, .endsWith), (.contains, .contains), (.glob, .glob), (.cidr, .cidr):
            break
        case (.regex(let mode), .regex(let other)) where mode == other: break
        default: return nil
        }
        joined.values += next.values.filter { !values.contains($0) }
        return joined
    }
}
