/// What is known of pure tests where evaluation has come to.
struct KnownFacts {
    /// Tests, without place and negation, and whether they hold.
    private var truths: [Condition: Bool] = [:]
    /// The texts that a field can only be one of.
    private var texts: [Operand: [Literal]] = [:]

    /// Notes that a condition is true, or false, from here on.
    mutating func learn(_ condition: Condition, is truth: Bool) {
        if let (key, isPositive) = Self.listKey(condition) { truths[key] = truth == isPositive }
        switch condition {
        case .not(let child): learn(child, is: !truth)
        case .all(let children) where truth, .any(let children) where !truth:
            for child in children { learn(child, is: truth) }
        case .leaf(let leaf):
            // A test that a missing field fails either way: knowing that it is false says nothing about its opposite.
            guard leaf.hasOpposite else { return }
            truths[Self.key(leaf)] = truth != leaf.isNegated
            if leaf.op == .isEmpty, truth == leaf.isNegated { learnFilled(leaf) }
            // Where several values count, one may be the one text and one the other.
            if truth != leaf.isNegated, !leaf.field.style.isPlural, let values = Self.textValues(leaf) {
                let operand = Operand(leaf.field, transforms: leaf.transforms)
                texts[operand] = texts[operand]?.filter(values.contains) ?? values
            }
        case .constant, .all, .any, .quantifier, .opaque, .aggregate, .sequence, .reference: break
        }
    }

    /// What is not empty is none of the values that are.
    private mutating func learnFilled(_ leaf: Leaf) {
        var other = leaf
        other.isNegated = false
        other.op = .isNull
        truths[Self.key(other)] = false
        other.op = .equals
        other.values = [""]
        truths[Self.key(other)] = false
    }

    /// The truth of a condition, where it is known.
    func truth(of condition: Condition) -> Bool? {
        if truths.isEmpty { return nil }
        if case .leaf(let leaf) = condition { return truth(of: leaf) }
        guard let (key, isPositive) = Self.listKey(condition), let known = truths[key] else { return nil }
        return known == isPositive
    }

    /// What a list, or a quantifier, is known by: that of `any` is `all` of the opposites, so that De Morgan's twins are one.
    /// Nil for a list that is not pure, or too large to be worth it.
    private static func listKey(_ condition: Condition) -> (key: Condition, isPositive: Bool)? {
        switch condition {
        case .all, .any, .quantifier: break
        default: return nil
        }
        guard condition.isPure, condition.weighs(atMost: keyNodesMax) else { return nil }
        let plain = condition.withoutPlaces
        if case .any = plain { return (Condition.not(plain).negationsPushed, false) }
        if case .quantifier(var quantifier) = plain, quantifier.kind == .none {
            quantifier.kind = .some
            return (.quantifier(quantifier), false)
        }
        return (plain.negationsPushed, true)
    }

    /// Nodes of a list that is remembered.
    private static let keyNodesMax = 64

    /// The truth of a test, where it is known.
    private func truth(of leaf: Leaf) -> Bool? {
        guard leaf.hasOpposite else { return nil }
        if let known = truths[Self.key(leaf)] { return known != leaf.isNegated }
        let operand = Operand(leaf.field, transforms: leaf.transforms)
        guard let possible = texts[operand], !possible.isEmpty, leaf.other == nil, leaf.casing == .sensitive else {
            return nil
        }
        let truth: Bool?
        switch leaf.op {
        case .equals, .isIn, .isInSet:
            let hits = possible.count { leaf.values.contains($0) }
            truth = hits == possible.count ? true : hits == 0 ? false : nil
        case .isNull: truth = false
        case .isEmpty:
            let hits = possible.count { !$0.isTruthy }
            truth = hits == possible.count ? true : hits == 0 ? false : nil
        case .isType(let kinds): truth = kinds.contains(.string)
        default: truth = nil
        }
        return truth.map { $0 != leaf.isNegated }
    }

    /// What is known of the event itself.
    var withoutElements: KnownFacts {
        var facts = KnownFacts()
        facts.truths = truths.filter { entry in
            entry.key.leaves.allSatisfy { leaf in
                leaf.field.root == .event && (leaf.other.map { $0.field.root == .event } ?? true)
            }
        }
        facts.texts = texts.filter { $0.key.field.root == .event }
        return facts
    }

    private static func key(_ leaf: Leaf) -> Condition {
        var leaf = leaf
        leaf.place = nil
        leaf.isNegated = false
        return .leaf(leaf)
    }

    /// The texts that a true test allows.
    private static func textValues(_ leaf: Leaf) -> [Literal]? {
        guard leaf.other == nil, leaf.casing == .sensitive else { return nil }
        switch leaf.op {
        case .equals, .isIn, .isInSet: break
        default: return nil
        }
        return leaf.values.allSatisfy { $0.kind == .string } ? leaf.values : nil
    }
}
