import Addresses

/// One round of simplification. Carries what is known wherever evaluation has come to.
struct Simplifier {
    /// Whether errors are taken not to happen, so that the order of tests does not matter: for readers, not for engines.
    let ignoresErrors: Bool
    /// What the tests evaluated before this place say.
    private var facts = KnownFacts()
    /// Whether errors are caught here, so that tests which only ask whether something can be read matter.
    private var catchesErrors = false

    /// Whether tests read their fields as what is known where they stand allows: see ``KnownFacts/opened(_:)``.
    private let opensFields: Bool

    init(ignoringErrors ignoresErrors: Bool = false, openingFields opensFields: Bool = false) {
        self.ignoresErrors = ignoresErrors
        self.opensFields = opensFields
    }

    mutating func simplify(_ condition: Condition, depth: Int) -> Condition {
        guard depth < Condition.simplificationNestingMax else { return condition }
        if let known = facts.truth(of: condition) { return .constant(known) }
        switch condition {
        case .constant, .opaque, .sequence, .reference: return condition
        case .leaf(let leaf):
            if ignoresErrors { return catchesErrors ? condition : leaf.plain(facts) }
            if leaf.asksWhetherReadable, leaf.hasOpposite, isTotal(leaf) { return .constant(!leaf.isNegated) }
            guard opensFields else { return condition }
            var opened = leaf
            opened.field = facts.opened(leaf.field)
            return .leaf(opened)
        case .not(let child):
            let child = simplify(child, depth: depth + 1)
            return child.negated ?? .not(child)
        case .quantifier(var quantifier):
            if opensFields { quantifier.field = facts.opened(quantifier.field) }
            // The element is another at each turn: nothing known outside helps with it.
            let outside = facts
            facts = facts.withoutElements
            quantifier.child = simplify(quantifier.child, depth: depth + 1)
            facts = outside
            return ignoresErrors ? quantifier.folded : .quantifier(quantifier)
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
        let outside = facts.extent
        let outsideCatches = catchesErrors
        defer { catchesErrors = outsideCatches }
        catchesErrors = children.contains { child in if case .opaque = child { true } else { false } }
        var kept: [Condition] = []
        var children = Self.flattened(children, isAll: isAll)
        if ignoresErrors { children = Self.hoisted(children, isAll: isAll) }
        for child in children {
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
        facts.forget(after: outside)
        kept = Self.merged(kept, isAll: isAll)
        kept = Self.factored(kept, isAll: isAll, ignoresErrors)
        // What cannot raise need not be asked before a constant that decides.
        if case .constant = kept.last {
            let before = kept.dropLast()
            let idle =
                ignoresErrors ? before.reversed().prefix(while: \.isPure).count : totalCount(before, isAll: isAll)
            kept.removeSubrange(before.endIndex - idle..<before.endIndex)
            // Where only the code can tell before, the constant is never the answer.
            if ignoresErrors, kept.count > 1, case .opaque = kept[kept.count - 2] { kept.removeLast() }
        }
        if kept.isEmpty { return .constant(isAll) }
        if kept.count == 1 { return kept[0] }
        return isAll ? .all(kept) : .any(kept)
    }

    /// Whether nothing in an event makes a condition raise where evaluation has come to.
    private mutating func isTotal(_ condition: Condition) -> Bool {
        if condition.isTotal { return true }
        switch condition {
        case .leaf(let leaf): return isTotal(leaf)
        case .not(let child): return isTotal(child)
        case .all(let children): return totalCount(children[...], isAll: true) == children.count
        case .any(let children): return totalCount(children[...], isAll: false) == children.count
        case .constant, .quantifier, .opaque, .aggregate, .sequence, .reference: return false
        }
    }

    /// How many of a list's children, from its end, nothing can make raise: each is asked where those before it do not decide.
    private mutating func totalCount(_ children: ArraySlice<Condition>, isAll: Bool) -> Int {
        let outside = facts.extent
        defer { facts.forget(after: outside) }
        var count = 0
        for child in children {
            count = isTotal(child) ? count + 1 : 0
            facts.learn(child, is: isAll)
        }
        return count
    }

    /// As ``isTotal(_:)``: every property of what is an address is known, and what is in an object can be read.
    private func isTotal(_ leaf: Leaf) -> Bool {
        var leaf = leaf
        if case .address = leaf.op {
            leaf.op = .address(.isValid)
            leaf.isNegated = false
            return facts.truth(of: .leaf(leaf)) == true
        }
        leaf.field = facts.opened(leaf.field)
        return leaf.isTotal
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

    /// The children, tests that an earlier list leaves out in front of that list: `(not a or b) and a` is `a and b`. The code
    /// asks in the other order only to find an error first.
    private static func hoisted(_ children: [Condition], isAll: Bool) -> [Condition] {
        var result = children
        var index = 0
        while index < result.count {
            let excluded = Set(parts(result[index], isAll: isAll).compactMap { $0.negated?.withoutPlaces })
            var later = index + 1
            while later < result.count, !excluded.isEmpty {
                if case .leaf = result[later], excluded.contains(result[later].withoutPlaces) {
                    result.insert(result.remove(at: later), at: index)
                    index += 1
                }
                later += 1
            }
            index += 1
        }
        return result
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
    private static func factored(_ children: [Condition], isAll: Bool, _ ignoresErrors: Bool) -> [Condition] {
        var result: [Condition] = []
        for child in children {
            if ignoresErrors, case .opaque(let opaque) = child, result.contains(where: { $0.says(opaque) }) { continue }
            let joined = result.last.flatMap { last in
                factor(last, child, isAll: isAll)
                    ?? (ignoresErrors ? factorAnywhere(last, child, isAll: isAll) : nil)
            }
            guard let joined else {
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

    /// As ``factor(_:_:isAll:)``, for what the two have in common at any place.
    private static func factorAnywhere(_ left: Condition, _ right: Condition, isAll: Bool) -> Condition? {
        let first = parts(left, isAll: isAll)
        let second = parts(right, isAll: isAll)
        // What comes after an opaque part may not count.
        let wanted = Set(second.prefix(while: \.isPure).map(\.withoutPlaces))
        let common = first.prefix(while: \.isPure).filter { wanted.contains($0.withoutPlaces) }
        guard !common.isEmpty else { return nil }
        let known = Set(common.map(\.withoutPlaces))
        guard first.count > common.count || second.count > common.count else { return list(Array(common), !isAll) }
        func rest(_ parts: [Condition]) -> Condition {
            list(parts.filter { !known.contains($0.withoutPlaces) }, !isAll)
        }
        return list(Array(common) + [list([rest(first), rest(second)], isAll)], !isAll)
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
        case (.hasTerm(let part), .hasTerm(let other)) where part == other: break
        default: return nil
        }
        joined.values += next.values.filter { !values.contains($0) }
        return joined
    }
}

extension Condition {
    /// Whether it is an opaque part that tells a reader the same.
    func says(_ other: Opaque) -> Bool {
        guard case .opaque(let opaque) = self else { return false }
        return opaque.reason == other.reason && opaque.place == other.place
    }
}

extension Leaf {
    /// Whether it holds of whatever can be read.
    fileprivate var asksWhetherReadable: Bool {
        if case .isType(let kinds) = op { kinds.count == ValueKind.allCases.count } else { false }
    }

    /// A plainer test that means the same if nothing raises: one that only asks whether a field can be read holds, and
    /// only nothing reads as an empty text.
    fileprivate func plain(_ facts: KnownFacts) -> Condition {
        if asksWhetherReadable { return .constant(!isNegated) }
        if op == .isEmpty, transforms.last == .string {
            var plain = self
            plain.transforms.removeLast()
            plain.op = .equals
            plain.values = [""]
            let condition = Condition.leaf(plain)
            return facts.truth(of: condition).map(Condition.constant) ?? condition
        }
        return .leaf(self)
    }
}

extension Quantifier {
    /// Without the elements where they do not matter, but for their number.
    fileprivate var folded: Condition {
        guard case .constant(let value) = child else { return .quantifier(self) }
        let isEmpty = Condition.leaf(Leaf(field, .isEmpty, place: place))
        let isFilled = Condition.leaf(Leaf(field, .isEmpty, isNegated: true, place: place))
        switch (kind, value) {
        case (.some, true): return isFilled
        case (.some, false): return .constant(false)
        case (.every, true), (.none, false): return .constant(true)
        case (.every, false), (.none, true): return isEmpty
        case (.count, _): return .quantifier(self)
        }
    }
}
