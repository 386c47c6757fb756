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

    static let fields: [(field: FieldReference, link: String?)] = [
        (.get("a"), "/search?q=field%3Aa"),
        (FieldReference(.element(0), [FieldStep(.key("a", .panther))]), "/search?q=field%3Aa"),
        (FieldReference(.element(0)), nil),
        (FieldReference(.elementKey(0)), nil),
        (FieldReference(.model("a")), nil),
        (FieldReference(.event), nil),
    ]

    @Test("a field leads to the rules that look at it, if it has a name", arguments: fields)
    func links(field: FieldReference, link: String?) {
        let text = Self.outline(.leaf(Leaf(field, .equals, [.string("x")])))
        #expect(text.contains("<a class=\"field\"") == (link != nil))
        if let link { #expect(text.contains("href=\"\(link)\"")) }
    }

    @Test("a deep condition is written out")
    func depth() {
        var condition = Self.test("deep")
        for _ in 0..<100 { condition = .not(condition) }
        #expect(Self.outline(condition).contains("deep"))
    }
}
