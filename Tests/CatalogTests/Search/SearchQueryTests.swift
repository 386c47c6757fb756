import Catalog
import Testing

/// How queries are read.
@Suite struct SearchQueryTests {
    private static func text(_ words: String) -> SearchExpression { .text(SearchPattern(words)) }

    static let cases: [(query: String, expression: SearchExpression?)] = [
        ("", nil), ("a", text("a")), ("a b", .all([text("a"), text("b")])), ("a OR b", .any([text("a"), text("b")])),
        ("a b OR c", .any([.all([text("a"), text("b")]), text("c")])),
        ("a (b OR c)", .all([text("a"), .any([text("b"), text("c")])])), ("-a", .not(text("a"))), ("--a", text("a")),
        ("NOT a", .not(text("a"))), ("NOTa", text("NOTa")), ("ORa", text("ORa")), ("OR", nil), ("a OR", text("a")),
        ("\"a b\"", .text(SearchPattern("a b", isQuoted: true))),
        ("\"a b", .text(SearchPattern("a b", isQuoted: true))),
        ("vendor:sigma", .filter(.vendor, SearchPattern("sigma"))),
        ("VENDOR:sigma", .filter(.vendor, SearchPattern("sigma"))),
        ("log:x", .filter(.source, SearchPattern("x"))),
        (
            "vendor:sigma,panther",
            .any([.filter(.vendor, SearchPattern("sigma")), .filter(.vendor, SearchPattern("panther"))])
        ),
        ("name:\"a b\"", .filter(.name, SearchPattern("a b", isQuoted: true))),
        ("-is:exact", .not(.filter(.is, SearchPattern("exact")))),
        ("eventName:X", .indicator(field: "eventName", SearchPattern("X"))),
        ("eventName=X", .indicator(field: "eventName", SearchPattern("X"))),
        ("eventName:", .filter(.field, SearchPattern("eventName"))), ("vendor:", nil), (":", nil),
        ("userAgent:https://a.test", .indicator(field: "userAgent", SearchPattern("https://a.test"))),
        ("((a)", text("a")), ("a)", text("a")), ("()", nil),
    ]

    @Test("a query and what it asks for", arguments: cases.indices)
    func expression(_ index: Int) {
        let row = Self.cases[index]
        #expect(SearchQuery(row.query).expression == row.expression, "\(row.query)")
    }

    @Test("limits: at them, and one past them")
    func limits() {
        let terms = Array(repeating: "a", count: SearchQuery.termsMax).joined(separator: " ")
        #expect(SearchQuery(terms).notes.isEmpty)
        #expect(SearchQuery(terms + " b").notes.count == 1)
        #expect(SearchQuery(terms + " b").expression == SearchQuery(terms).expression)
        let bytes = String(repeating: "x", count: SearchQuery.bytesMax)
        #expect(SearchQuery(bytes).notes.isEmpty)
        #expect(SearchQuery(bytes + "x").expression == SearchQuery(bytes).expression)
        func nested(_ depth: Int) -> String { String(repeating: "(", count: depth) + "a" }
        #expect(SearchQuery(nested(SearchQuery.depthMax)).expression == Self.text("a"))
        #expect(SearchQuery(nested(SearchQuery.depthMax + 1)).expression == Self.text("a"))
    }

    @Test("what is not known is said, with what is like it")
    func notes() {
        #expect(
            SearchQuery("has:test").notes == [
                "has:test is not known; did you mean tests? There is condition, duplicates, indicators, outputs, similar, tests"
            ]
        )
        #expect(SearchQuery("vendor:").notes == ["vendor: says nothing to look for"])
        #expect(SearchQuery("is:deprecated").asksForDeprecated)
        #expect(!SearchQuery("-is:deprecated").asksForDeprecated)
    }
}
