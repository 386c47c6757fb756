/// What is known of pure tests where evaluation has come to.
///
/// Facts are kept in the order they are learned, so that those of a list are forgotten where it ends; of two about the same the later
/// counts. There are some dozens, and a number tells nearly all of them apart.
struct KnownFacts {
    /// A test, whatever its place and negation, or a list.
    private struct Fact {
        /// The same for all that may be equal.
        let mark: Int
        let condition: Condition
        /// Whether it holds; of a test, whether it does where it is not negated.
        let truth: Bool
    }

    private var facts: [Fact] = []
    /// The texts that a field can only be one of.
    private var texts: [(field: Operand, values: [Literal])] = []

    /// How much has been learned.
    struct Extent {
        fileprivate let facts: Int
        fileprivate let texts: Int
    }

    /// How much is known now.
    var extent: Extent { Extent(facts: facts.count, texts: texts.count) }

    /// Forgets what has been learned since.
    mutating func forget(after extent: Extent) {
        facts.removeLast(facts.count - extent.facts)
        texts.removeLast(texts.count - extent.texts)
    }

    /// Notes that a condition is true, or false, from here on.
    mutating func learn(_ condition: Condition, is truth: Bool) {
        if let (key, isPositive) = Self.listKey(condition) {
            facts.append(Fact(mark: Self.mark(of: key), condition: key, truth: truth == isPositive))
        }
        switch condition {
        case .not(let child): learn(child, is: !truth)
        case .all(let children) where truth, .any(let children) where !truth:
            for child in children { learn(child, is: truth) }
        case .leaf(let leaf):
            // A test that a missing field fails either way: knowing that it is false says nothing about its opposite.
            guard leaf.hasOpposite else { return }
            facts.append(Fact(mark: Self.mark(of: leaf), condition: condition, truth: truth != leaf.isNegated))
            if leaf.op == .isEmpty, truth == leaf.isNegated { learnFilled(leaf) }
            // Where several values count, one may be the one text and one the other.
            if truth != leaf.isNegated, !leaf.field.style.isPlural, let values = Self.textValues(leaf) {
                let operand = Operand(leaf.field, transforms: leaf.transforms)
                texts.append((field: operand, values: texts(of: operand)?.filter(values.contains) ?? values))
            }
        case .constant, .all, .any, .quantifier, .opaque, .aggregate, .sequence, .reference: break
        }
    }

    /// What is not empty is none of the values that are.
    private mutating func learnFilled(_ leaf: Leaf) {
        var other = leaf
        other.isNegated = false
        other.op = .isNull
        facts.append(Fact(mark: Self.mark(of: other), condition: .leaf(other), truth: false))
        other.op = .equals
        other.values = [""]
        facts.append(Fact(mark: Self.mark(of: other), condition: .leaf(other), truth: false))
    }

    /// The truth of a condition, where it is known.
    func truth(of condition: Condition) -> Bool? {
        if facts.isEmpty { return nil }
        if case .leaf(let leaf) = condition { return truth(of: leaf) }
        guard let (key, isPositive) = Self.listKey(condition) else { return nil }
        let mark = Self.mark(of: key)
        let known = facts.last { $0.mark == mark && $0.condition == key }
        return known.map { $0.truth == isPositive }
    }

    private func texts(of operand: Operand) -> [Literal]? { texts.last { $0.field == operand }?.values }

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
        let mark = Self.mark(of: leaf)
        let known = facts.last { fact in
            guard fact.mark == mark, case .leaf(let other) = fact.condition else { return false }
            return other.asksTheSame(as: leaf)
        }
        if let known { return known.truth != leaf.isNegated }
        let operand = Operand(leaf.field, transforms: leaf.transforms)
        guard let possible = texts(of: operand), !possible.isEmpty, leaf.other == nil, leaf.casing == .sensitive else {
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
        var known = KnownFacts()
        known.facts = facts.filter { fact in
            fact.condition.leaves.allSatisfy { leaf in
                leaf.field.root == .event && (leaf.other.map { $0.field.root == .event } ?? true)
            }
        }
        known.texts = texts.filter { $0.field.field.root == .event }
        return known
    }

    // MARK: Ways to a field

    /// A field as it can be read here: what is in a thing that is known to be an object is looked for without an error, and what is
    /// known to be there is not missing.
    func opened(_ field: FieldReference) -> FieldReference {
        guard field.style == .direct, !facts.isEmpty else { return field }
        var opened = field
        for index in field.steps.indices.dropFirst() where field.steps[index].forgives != .everything {
            if isObject(field, field.steps[..<index]) { opened.steps[index].forgives = .everything }
        }
        if field.missing == .raises, exists(field) { opened.missing = .null }
        return opened
    }

    private func isObject(_ field: FieldReference, _ way: ArraySlice<FieldStep>) -> Bool {
        facts.contains { fact in
            guard fact.truth, case .leaf(let leaf) = fact.condition, leaf.op == .isType([.object]),
                Self.reads(leaf, field, way)
            else { return false }
            // What is read where nothing is may be an object too.
            if case .value(let literal) = leaf.field.missing.outcome { return literal.kind != .object }
            return true
        }
    }

    private func exists(_ field: FieldReference) -> Bool {
        facts.contains { fact in
            guard fact.truth, case .leaf(let leaf) = fact.condition, leaf.op == .exists else { return false }
            return Self.reads(leaf, field, field.steps[...])
        }
    }

    /// Whether a test asks for what is at the end of a way.
    private static func reads(_ leaf: Leaf, _ field: FieldReference, _ way: ArraySlice<FieldStep>) -> Bool {
        leaf.field.style == .direct && leaf.field.root == field.root && leaf.transforms.isEmpty && leaf.other == nil
            && leaf.field.steps.count == way.count
            && zip(leaf.field.steps, way).allSatisfy { $0.selector == $1.selector }
    }

    // MARK: Telling apart

    private static func mark(of leaf: Leaf) -> Int {
        var hasher = Hasher()
        hasher.combine(leaf.field.steps.count)
        if case .key(let key, _)? = leaf.field.steps.last?.selector { hasher.combine(bytesOf: key) }
        hasher.combine(leaf.values.count)
        if case .string(let text)? = leaf.values.first { hasher.combine(bytesOf: text) }
        return hasher.finalize()
    }

    private static func mark(of condition: Condition) -> Int {
        if case .leaf(let leaf) = condition { return mark(of: leaf) }
        let children = condition.children
        return children.reduce(children.count) { $0 &* 31 &+ mark(of: $1) }
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

extension Leaf {
    /// Whether the two are the same but for their places and whether they are negated.
    fileprivate func asksTheSame(as leaf: Leaf) -> Bool {
        op == leaf.op && casing == leaf.casing && field == leaf.field && values == leaf.values
            && transforms == leaf.transforms && other == leaf.other
    }
}
