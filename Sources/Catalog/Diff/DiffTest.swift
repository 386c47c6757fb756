import Conditions

/// A test of a condition, as it is compared with another rule's.
struct DiffTest {
    /// Tests of a condition that are compared; further ones are not.
    static let testsMax = 2_000

    /// What is shown of it.
    var shown: ConditionDiff.Test
    /// Field, operator, transforms, values and negation without what languages merely spell otherwise.
    var identity: String
    /// The same without the values.
    private var question: String
    private var values: [String]
    private var casing: String
    private var missing: String
    private var role: String

    /// The tests of a condition in order, negations at the leaves; opaque parts and counts among them.
    static func tests(of condition: Condition) -> [DiffTest] {
        var tests: [DiffTest] = []
        collect(condition.negationsPushed, role: "required", &tests)
        return tests
    }

    private static func collect(_ condition: Condition, role: String, _ tests: inout [DiffTest]) {
        guard tests.count < testsMax else { return }
        switch condition {
        case .leaf(let leaf): tests.append(DiffTest(leaf, role))
        case .opaque(let opaque): tests.append(DiffTest(other: condition, opaque.reason.rawValue, role))
        case .reference(let id): tests.append(DiffTest(other: condition, "match of \(id)", role))
        case .constant: break
        case .all(let children): for child in children { collect(child, role: role, &tests) }
        case .any(let children):
            for child in children { collect(child, role: children.count > 1 ? "one of several" : role, &tests) }
        case .not(let child): collect(child, role: "excluded, \(role)", &tests)
        case .quantifier(let quantifier):
            let list = quantifier.field.canonicalName
            let kind =
                switch quantifier.kind {
                case .some: "some item"
                case .every: "every item"
                case .none: "no item"
                case .count(let comparison, let bound): "\(comparison.sign) \(bound) items"
                }
            collect(quantifier.child, role: "\(role), \(kind) of \(list)", &tests)
        case .aggregate(let aggregate):
            tests.append(DiffTest(other: condition, aggregate.heading.lowercased(), role))
            collect(aggregate.child, role: role, &tests)
        case .sequence(let sequence):
            for step in sequence.steps { collect(step.condition, role: "step \(step.heading)", &tests) }
        }
    }

    private init(_ leaf: Leaf, _ role: String) {
        var folded = leaf
        folded.place = nil
        let simple = Condition.leaf(folded).folded.canonical
        var plain = simple
        var values: [String] = []
        if case .leaf(var inner) = simple {
            values = inner.values.map(\.json)
            inner.values = []
            // One value or several is no other question.
            if inner.op == .isIn { inner.op = .equals }
            plain = .leaf(inner)
        }
        identity = simple.json()
        question = plain.json()
        self.values = values
        casing =
            leaf.casing == .insensitive || leaf.transforms.contains(where: \.isCasing) ? "any case" : "case counts"
        missing =
            switch leaf.field.missing.outcome {
            case .value(let value): "missing reads as \(value.json)"
            default: "missing is an error"
            }
        self.role = role
        shown = ConditionDiff.Test(
            field: leaf.field.canonicalName,
            text: leaf.text,
            line: leaf.place?.line
        )
    }

    private init(other condition: Condition, _ identity: String, _ role: String) {
        self.identity = identity
        question = identity
        values = []
        (casing, missing) = ("", "")
        self.role = role
        var label = condition.label
        if case .aggregate(let aggregate) = condition { label = aggregate.heading }
        shown = ConditionDiff.Test(field: "", text: label, line: condition.place?.line)
    }

    /// Whether both compare one field in one way, each with values of its own.
    func isSameQuestion(as other: DiffTest) -> Bool { !values.isEmpty && question == other.question }

    /// How two tests of the same differ.
    func differences(from other: DiffTest) -> [String] {
        var differences: [String] = []
        for (own, others) in [(casing, other.casing), (missing, other.missing), (role, other.role)] where own != others
        {
            differences.append("\(own) / \(others)")
        }
        return differences
    }

    /// The values that only one of them has.
    func valueDifferences(from other: DiffTest) -> [String] {
        let (own, others) = (Set(values), Set(other.values))
        let (left, right) = (values.filter { !others.contains($0) }, other.values.filter { !own.contains($0) })
        var differences: [String] = []
        if !left.isEmpty { differences.append("left only: " + left.joined(separator: ", ")) }
        if !right.isEmpty { differences.append("right only: " + right.joined(separator: ", ")) }
        return differences
    }
}
