import Diagnostics
import SigmaFormat
import Testing

@Suite("Sigma conditions") struct ConditionParserTests {
    /// A condition, and the same as it is printed; nil for the text itself.
    static let valid: [(String, String?)] = [
        ("selection", nil), ("a and b", nil), ("a or b or c", nil), ("not a", nil), ("not not a", nil),
        // Precedence: or binds least, then and, then not, then `of`.
        ("a or b and c", nil), ("(a or b) and c", nil), ("a or (b and c)", "a or b and c"), ("not a and b", nil),
        ("not (a and b)", nil), ("((a))", "a"), ("(a and b) and c", nil), ("a and (b and c)", nil),
        ("1 of them", nil), ("all of them", nil), ("any of selection*", "1 of selection*"), ("1 of sel*_x", nil),
        ("not 1 of filter_*", nil), ("not all of filter_* and a", nil), ("all of sel", nil),
        ("A AND NOT (B OR 1 OF c_*)", "A and not (B or 1 of c_*)"), ("a\n  and\tb", "a and b"),
        ("sel-1 and sel.2 and 3rd", nil), ("android or notes or often", nil), ("1", nil),
    ]

    @Test("is read and printed", arguments: valid)
    func reads(_ row: (String, String?)) {
        let result = ConditionParser.parse(row.0)
        #expect(result.faults.isEmpty)
        #expect(result.aggregation == nil)
        #expect(result.expression.text == row.1 ?? row.0)
        #expect(ConditionParser.parse(result.expression.text).expression == result.expression)
    }

    /// A condition, and what is expected of it, with the place.
    static let invalid: [(String, [(String, Span)])] = [
        ("", [("a search identifier, found the end", Span(0, 0))]),
        ("a and", [("a search identifier, found the end", Span(5, 5))]),
        ("a b", [("`and`, `or` or the end, found `b`", Span(2, 3))]),
        ("(a", [("`)`, found the end", Span(2, 2))]), ("a)", [("`and`, `or` or the end, found `)`", Span(1, 2))]),
        ("not", [("a search identifier, found the end", Span(3, 3))]),
        ("2 of a*", [("`1`, `any` or `all` before `of`, found `2`", Span(0, 1))]),
        ("1 of", [("`them` or a pattern such as `selection*`, found the end", Span(4, 4))]),
        ("a*", [("a search identifier, found the pattern `a*` without `1 of`", Span(0, 2))]),
        ("them", [("a search identifier, found `them`", Span(0, 4))]),
        ("a and é", [("a search identifier, found `é`", Span(6, 8))]),
        (
            "and or",
            [
                ("a search identifier, found `and`", Span(0, 3)), ("a search identifier, found `or`", Span(4, 6)),
                ("a search identifier, found the end", Span(6, 6)),
            ]
        ),
    ]

    @Test("tells what is wrong, and goes on", arguments: invalid)
    func faults(_ row: (String, [(String, Span)])) {
        let faults = ConditionParser.parse(row.0).faults.map { fault, span -> String in
            guard case .expected(let what, let found) = fault else { return "too deep" }
            return "\(what), found \(found) at \(span.start)..<\(span.end)"
        }
        #expect(faults == row.1.map { "\($0.0) at \($0.1.start)..<\($0.1.end)" })
    }

    static let aggregations: [(String, ConditionAggregation)] = [
        (
            "a | count() by src > 10",
            .init(
                text: "count() by src > 10",
                function: "count",
                field: nil,
                groupBy: "src",
                comparison: ">",
                bound: 10
            )
        ),
        (
            "a and b | COUNT( x ) by y >= 2.5",
            .init(
                text: "COUNT( x ) by y >= 2.5",
                function: "count",
                field: "x",
                groupBy: "y",
                comparison: ">=",
                bound: 2.5
            )
        ),
        ("a | near b and c", .init(text: "near b and c", function: "near")),
        ("a |", .init(text: "", function: "")),
    ]

    @Test("older rules' aggregations are recognised", arguments: aggregations)
    func aggregation(_ row: (String, ConditionAggregation)) {
        let result = ConditionParser.parse(row.0)
        #expect(result.faults.isEmpty)
        #expect(result.aggregation == row.1)
        #expect(result.aggregation?.field == row.1.field)
        #expect(result.aggregation?.groupBy == row.1.groupBy)
        #expect(result.aggregation?.comparison == row.1.comparison)
        #expect(result.aggregation?.bound == row.1.bound)
    }

    @Test("nesting is bounded") func nesting() {
        func nest(_ count: Int) -> String {
            String(repeating: "(", count: count) + "a" + String(repeating: ")", count: count)
        }
        #expect(ConditionParser.parse(nest(ConditionParser.nestingMax)).faults.isEmpty)
        let deeper = ConditionParser.parse(nest(ConditionParser.nestingMax + 1))
        #expect(deeper.faults.map(\.fault) == [.tooDeep])
        let negations = String(repeating: "not ", count: ConditionParser.nestingMax) + "a"
        #expect(ConditionParser.parse(negations).faults.isEmpty)
        #expect(ConditionParser.parse("not " + negations).faults.map(\.fault) == [.tooDeep])
    }

    @Test("faults are bounded, and a long condition is read") func length() {
        #expect(ConditionParser.parse(String(repeating: ") ", count: 1_000)).faults.count == ConditionParser.faultsMax)
        let long = Array(repeating: "a", count: 100_000).joined(separator: " and ")
        #expect(ConditionParser.parse(long).faults.isEmpty)
    }

    static let selections: [(ConditionExpression.Selection, String, Bool)] = [
        (.them, "a", true), (.them, "_a", false), (.pattern("sel*"), "selection", true),
        (.pattern("sel*"), "a_sel", false),
        (.pattern("*_x"), "a_x", true), (.pattern("*_x"), "_x", false), (.pattern("_*"), "_x", true),
        (.pattern("a*b*c"), "abc", true), (.pattern("a*b*c"), "axxbyyc", true), (.pattern("a*b*c"), "acb", false),
        (.pattern("a"), "a", true), (.pattern("a"), "ab", false), (.pattern("*"), "anything", true),
        (.pattern("ab*ba"), "aba", false),
    ]

    @Test("patterns name identifiers", arguments: selections)
    func selection(_ row: (ConditionExpression.Selection, String, Bool)) {
        #expect(row.0.includes(row.1) == row.2)
    }
}
