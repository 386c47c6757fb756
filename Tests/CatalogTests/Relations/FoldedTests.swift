import Catalog
import Conditions
import Testing

/// When two conditions are one.
@Suite struct FoldedTests {
    struct Pair: Sendable, CustomTestStringConvertible {
        var left: Condition
        var right: Condition
        var isSame: Bool
        var testDescription: String { "\(left.text) / \(right.text)" }
    }

    private static func leaf(_ field: FieldReference, _ change: (inout Leaf) -> Void = { _ in }) -> Condition {
        var leaf = Leaf(field, .equals, ["SendCommand"])
        change(&leaf)
        return .leaf(leaf)
    }

    private static let column = FieldReference(
        .event,
        [FieldStep(.key("EventName", .exact))],
        canonical: "eventName"
    )

    static let pairs: [Pair] = [
        Pair(left: leaf(.get("eventName")), right: leaf(.get("eventName")), isSame: true),
        // A vendor's own name, case, what is missing, and small letters made first.
        Pair(left: leaf(.get("eventName")), right: leaf(column), isSame: true),
        Pair(left: leaf(.get("eventName")), right: leaf(column) { $0.casing = .insensitive }, isSame: true),
        Pair(left: leaf(.get("eventName")), right: leaf(.get("eventName", default: "x")), isSame: true),
        Pair(
            left: leaf(.get("eventName")),
            right: leaf(.get("eventName")) {
                $0.transforms = [.lower]
                $0.values = ["sendcommand"]
            },
            isSame: true
        ),
        Pair(
            left: .all([leaf(.get("eventName")), .test("b", [1])]),
            right: .all([.test("b", [1]), leaf(column)]),
            isSame: true
        ),
        // Another value, another kind of value, the negation, another field.
        Pair(left: leaf(.get("eventName")), right: leaf(column) { $0.values = ["Other"] }, isSame: false),
        Pair(left: .test("a", ["1"]), right: .test("a", [1]), isSame: false),
        Pair(left: leaf(column), right: leaf(column) { $0.isNegated = true }, isSame: false),
        Pair(left: leaf(.get("eventName")), right: leaf(.get("name")), isSame: false),
        Pair(left: leaf(column), right: leaf(column) { $0.transforms = [.length] }, isSame: false),
    ]

    @Test("equal but for case, names and missing fields", arguments: pairs)
    func hash(_ pair: Pair) {
        #expect((pair.left.folded.canonicalHash == pair.right.folded.canonicalHash) == pair.isSame)
    }
}
