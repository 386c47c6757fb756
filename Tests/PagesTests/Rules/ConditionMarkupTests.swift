import Conditions
import Testing

@testable import Pages

/// Conditions as outlines.
@Suite struct ConditionMarkupTests {
    static func outline(_ condition: Condition) -> String {
        ConditionMarkup(links: SiteLinks(.served)).outline(ConditionNode(condition)).html
    }

    static func test(_ value: String) -> Condition { .leaf(Leaf(.get("a"), .equals, [.string(value)])) }

    @Test("at the limit every node is shown, past it the first ones")
    func nodes() {
        let fits = Condition.all((1..<ConditionMarkup.nodesMax - 1).map { Self.test("\($0)") })
        #expect(!Self.outline(fits).contains("… and more"))
        #expect(Self.outline(.all(fits.children + [Self.test("x")])).contains("… and more"))
    }

    @Test("a long test unfolds")
    func length() {
        // `eq ""` and a blank go with the value.
        let fits = String(repeating: "x", count: ConditionMarkup.testBytesMax - 6)
        #expect(!Self.outline(Self.test(fits)).contains("<details"))
        #expect(Self.outline(Self.test(fits + "x")).contains("<details"))
    }

    @Test("a deep condition is written out")
    func depth() {
        var condition = Self.test("deep")
        for _ in 0..<100 { condition = .not(condition) }
        #expect(Self.outline(condition).contains("deep"))
    }
}
