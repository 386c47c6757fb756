import Testing

@testable import Pages

/// Queries with terms added and taken away.
@Suite struct QueryTextTests {
    static let cases: [(query: String, term: String, toggled: String)] = [
        ("", "vendor:sigma", "vendor:sigma"),
        ("SendCommand", "vendor:sigma", "SendCommand vendor:sigma"),
        ("SendCommand vendor:sigma", "vendor:sigma", "SendCommand"),
        ("Vendor:Sigma  x", "vendor:sigma", "x"),
        ("\"two words\" a", "a", "\"two words\""),
        ("source:\"a b\" c", "source:\"a b\"", "c"),
        ("\"open x", "a:b", "\"open x a:b"),
    ]

    @Test("a term is added, or taken away", arguments: cases)
    func toggles(query: String, term: String, toggled: String) {
        #expect(QueryText(query).toggling(term) == toggled)
    }

    static let terms: [(value: String, term: String)] = [
        ("sigma", "f:sigma"), ("AWS.CloudTrail", "f:AWS.CloudTrail"), ("a b", "f:\"a b\""), ("a\"b", "f:\"ab\""),
        ("", "f:\"\""), ("a:b", "f:\"a:b\""),
    ]

    @Test("a value is quoted where it must be", arguments: terms)
    func quotes(value: String, term: String) { #expect(QueryText.term("f", value) == term) }

    @Test("filters are told from words") func filters() {
        #expect(QueryText("a b:c \"d:e\" -f:g").filters == [1, 3])
    }

    static let heats: [(rules: Int, heat: Int)] = [
        (-1, 0), (0, 0), (1, 1), (2, 1), (3, 2), (9, 2), (10, 3), (29, 3), (30, 4), (100_000, 4),
    ]

    @Test("more rules are warmer", arguments: heats)
    func heat(rules: Int, heat: Int) { #expect(MatrixView.heat(rules) == heat) }
}
