import Conditions
import Testing

@Suite("How much a condition says")
struct CompletenessTests {
    static let leaf = Condition.leaf(Leaf(.get("a"), .equals, ["x"]))
    static let opaque = Condition.opaque(Opaque(.loop))

    static let rows: [(Condition, Completeness)] = [
        (leaf, .exact),
        (.constant(true), .exact),
        (.all([]), .exact),
        (.reference("Other.Rule"), .exact),
        (opaque, .opaque),
        (.not(.any([opaque, opaque])), .opaque),
        (.all([.constant(true), opaque]), .opaque),
        (.all([leaf, opaque]), .partial),
        (.any([.reference("Other.Rule"), opaque]), .partial),
        (.quantifier(Quantifier(.some, of: .get("l"), .elements, leaf)), .exact),
        (.quantifier(Quantifier(.some, of: .get("l"), .elements, .any([leaf, opaque]))), .partial),
        (.quantifier(Quantifier(.some, of: .get("l"), .elements, opaque)), .opaque),
    ]

    @Test("by its parts", arguments: rows)
    func parts(_ row: (Condition, Completeness)) {
        #expect(row.0.completeness == row.1)
    }

    @Test("nothing is less than some, some less than all") func order() {
        #expect(Completeness.allCases == Completeness.allCases.sorted())
    }
}
