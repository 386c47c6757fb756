import Conditions
import Detections
import Diagnostics
import KQL
import TestSupport
import Testing

@testable import SentinelFormat

/// What queries say, in words: `Golden/conditions.txt`.
@Suite struct LoweringTests {
    /// A query under the edge that it shows.
    static let queries: [(name: String, text: String)] = [
        ("equality", "T | where A == 'x' and B != 'y' and C =~ 'z' and D !~ 'w'"),
        ("numbers", "T | where A > 5 and 3 <= B and C between (1 .. 9) and D == -1"),
        (
            "terms are no parts",
            "T | where A has 'x' and B contains 'x' and C hasprefix 'x' and D !hassuffix 'x' and E has_cs 'x'"
        ),
        ("beginnings and ends", "T | where A startswith 'x' and B !endswith_cs 'y' and C matches regex @'^a\\d'"),
        ("lists", "T | where A in ('x', 'y') and B !in~ ('x', 'y') and C in ('x')"),
        ("lists by name", "let L = dynamic(['x', 'y']); T | where A in (L) and B has_any (L) and C has_all (L)"),
        ("a list as a table", "let L = datatable(N: string) ['x', 'y']; T | where A in (L)"),
        ("nothing there", "T | where isempty(A) and isnotempty(B) and isnull(C) and D == '' and not(isnotnull(E))"),
        ("or within and", "T | where A == 1 or (B == 2 and C == 3) | where not(D == 4 or E == 5)"),
        ("two fields", "T | where A == B and C contains D and E > F"),
        ("dynamic paths", "T | where A.b.c == 'x' and A['d e'] == 'y' and A.f[0].g == 1"),
        ("JSON in a text", "AWSCloudTrail | where tostring(parse_json(RequestParameters).policyName) has 'Admin'"),
        (
            "columns under the log's own names",
            "AWSCloudTrail | where EventName == 'SendCommand' and isempty(ErrorCode)"
        ),
        (
            "extend is put back",
            "T | extend P = tostring(parse_json(A).b), Q = tolower(C) | where P == 'x' and Q == 'y'"
        ),
        ("project is put back", "T | project X = A, Y = B.c | where X == 'x' and Y == 'y'"),
        ("renamed twice", "T | project-rename X = A | extend Y = X | where Y == 1"),
        ("parts of a text", "T | where split(A, '@')[1] == 'x' and strlen(B) > 9 and substring(C, 0, 2) == 'ab'"),
        ("either value", "T | extend L = iff(A > 5, 'high', 'low') | where L == 'high'"),
        ("one of several", "T | extend L = case(A == 1, 'x', A == 2, 'y', 'z') | where L in ('y', 'z')"),
        ("the first that is there", "T | where coalesce(A, B) == 'x'"),
        ("looking back is no test", "T | where TimeGenerated > ago(1d) and A == 1"),
        ("looking back by name", "let d = 14d; T | where Timestamp between (ago(d) .. now()) | where A == 1"),
        ("an earlier time is one", "T | where TimeGenerated between (ago(14d) .. ago(1d)) and A == 1"),
        ("groups that only show", "T | where A == 1 | summarize count(), make_set(B) by C"),
        ("a threshold", "T | where A == 1 | summarize n = count() by C, bin(TimeGenerated, 10m) | where n >= 5"),
        (
            "different values",
            "T | summarize dcount(A), S = make_set(B) by C | where dcount_A > 3 and array_length(S) > 2"
        ),
        (
            "some of the events",
            "T | summarize f = countif(A == 'x'), s = countif(A == 'y') by B | where f > 10 and s > 0"
        ),
        ("sums", "T | summarize s = sum(A), a = avg(B), m = max(C) by D | where s > 100 and a < 2.5 and m > 7"),
        ("a key is a field", "T | summarize n = count() by C | where C != 'x' and n > 2"),
        ("groups of groups", "T | summarize count() by A, B | summarize n = dcount(B) by A | where n > 4"),
        ("the latest of each", "T | where A == 1 | summarize arg_max(TimeGenerated, *) by C | where D == 2"),
        ("looking back is the window", "T | where TimeGenerated > ago(1h) | summarize n = count() by C | where n > 5"),
        ("items of a list", "T | mv-expand A | where A.b == 'x' and A.c == 'y' and D == 1"),
        ("items of items", "T | mv-expand A | mv-expand B = A.list | where B.n == 'x' and A.m == 'y'"),
        ("items in brackets", "T | mv-apply A on (where A.n == 'x' | extend v = A.v) | where v has 'z'"),
        ("inner join", "T | where A == 1 | join kind=inner (U | where B == 2) on K | where B1 == 3 and C == 4"),
        ("join of other names", "T | join (U | where B == 2 | project K2, V) on $left.K == $right.K2 | where V == 'x'"),
        ("anti join", "T | where A == 1 | join kind=leftanti (U | where B == 2) on K"),
        ("outer join decides nothing", "T | where A == 1 | join kind=leftouter (U | project K, B) on K | where B == 2"),
        ("membership in a table", "let S = U | where B == 2 | project K; T | where A == 1 and K in (S)"),
        ("no member of a table", "T | where K !in ((U | where B == 2 | distinct K))"),
        ("a join with constants", "let L = datatable(K: string) ['x', 'y']; T | join kind=inner L on K"),
        ("data from outside", "let L = externaldata(K: string) ['https://x']; T | where A == 1 and K in (L)"),
        ("a watchlist", "let L = _GetWatchlist('w') | project K; T | where A == 1 | join L on K"),
        ("several tables", "union T, U | where A == 1"),
        ("several tables with tests", "union (T | where A == 1), (U | where B == 2 | extend A = C) | where A == 3"),
        (
            "a function of the query",
            "let f = (t: string, n: long = 5) { T | where A == t and B > n }; f('x') | where C == 1"
        ),
        ("a scalar function", "let f = (v: string) { tolower(v) }; T | where f(A) == 'x'"),
        ("a function on rows", "let f = (R: (*), v: long) { R | where A == v }; T | invoke f(7)"),
        ("addresses", "T | where ipv4_is_private(A) and not(ipv4_is_in_range(B, '8.0.0.0/8'))"),
        ("parsed texts", "T | parse A with 'x=' X ' ' * | where X == 'y' and B == 1"),
        ("extracted texts", "T | extend X = extract(@'a(\\d+)', 1, A) | where X == '1' and B == 1"),
        ("a file's reputation", "T | invoke FileProfile(SHA1, 1000) | where GlobalPrevalence < 100 and A == 1"),
        ("an unknown function", "T | where A == 1 and CompanyCheck(B)"),
        ("a bag as columns", "T | where A == 1 | evaluate bag_unpack(B) | where A == 2 and C == 3"),
        (
            "a graph",
            "T | where A == 1 | make-graph B --> C with U on K | graph-match (x)-[e]->(y) where x.a == 1 project x.b"
        ),
        (
            "anomalies",
            "T | make-series n = count() on TimeGenerated step 1h by A | extend s = series_decompose_anomalies(n) | where s > 1"
        ),
        (
            "items of a list that become a column of groups",
            "T | mv-expand A | extend p = A == 1 | summarize n = countif(A == 2) by p, B | where n > 3 "
                + "| join (U) on B | where p and C == 1"
        ),
        ("what cannot be parsed", "T | where A == 1 | wher B == 2 | where C == 3"),
        ("search", "search in (T, U) A : 'x' and B == 1"),
        ("constants that decide", "let on = false; T | where on or A == 1 | where 1 == 1"),
        ("a parameter", "declare query_parameters (v: string); T | where A == v and B == 1"),
        ("what rows show", "T | extend X = A, Y = strcat(B, C), Z = 'k' | project X, Y, Z, W = D.e"),
        ("what groups show", "T | summarize n = count(), First = min(TimeGenerated) by A, B = tostring(C)"),
    ]

    @Test("conditions and outputs of queries") func conditions() throws {
        var text = ""
        for (name, query) in Self.queries {
            text += "# \(name)\n\(query)\n"
            for result in lower(query) {
                text += "  = \(result.logic.condition.text)\n"
                for output in result.logic.outputs {
                    let reads = output.reads.map(\.path).joined(separator: ", ")
                    text += "  > \(output.name): \(output.origin), \(output.kind.rawValue) of [\(reads)]\n"
                }
            }
            text += "\n"
        }
        try expectGolden("conditions.txt", text)
    }

    private func lower(_ text: String) -> [QueryLowering.Result] {
        let source = Source(path: "q.kql", text: text)
        return QueryLowering.lower(
            Parser.parse(source).script,
            source,
            TableNames(aliases: .standard)
        )
    }

    @Test("canonical names are those of the log") func canonical() {
        let results = lower("AWSCloudTrail | where EventName == 'x' and parse_json(RequestParameters).a == 'y'")
        #expect(results[0].logic.condition.leaves.map(\.field.canonicalName) == ["eventName", "requestParameters.a"])
        #expect(results[0].tables == ["AWSCloudTrail"])
    }

    // MARK: Limits

    @Test("past a limit the part is opaque") func limits() {
        func opaque(_ text: String, _ change: (inout LoweringLimits) -> Void) -> [Opaque] {
            var limits = LoweringLimits()
            change(&limits)
            let source = Source(path: "q.kql", text: text)
            let results = QueryLowering.lower(
                Parser.parse(source).script,
                source,
                TableNames(aliases: .standard),
                limits: limits
            )
            return results.last?.logic.condition.opaqueNodes ?? []
        }
        func reasons(_ text: String, _ change: (inout LoweringLimits) -> Void) -> [OpaqueReason] {
            opaque(text, change).map(\.reason)
        }
        func reads(_ text: String, _ change: (inout LoweringLimits) -> Void) -> [String] {
            opaque(text, change).flatMap(\.reads).map(\.path)
        }
        let chain = "let a = 1; let b = a; let c = b; T | where X == c"
        #expect(reasons(chain) { $0.depth = 9 }.isEmpty)
        #expect(reasons(chain) { $0.depth = 4 } == [.limit])
        #expect(reasons("T | where A == 1 and B == 2") { $0.steps = 9 }.isEmpty)
        #expect(!reasons("T | where A == 1 and B == 2") { $0.steps = 5 }.isEmpty)
        #expect(reasons("T | where A in (1, 2, 3)") { $0.elements = 3 }.isEmpty)
        #expect(reasons("T | where A in (1, 2, 3)") { $0.elements = 2 } == [.limit])
        let choice = "T | where case(A == 1, 'x', A == 2, 'y', 'z') == 'y'"
        #expect(reasons(choice) { $0.alternatives = 2 }.isEmpty)
        #expect(reasons(choice) { $0.alternatives = 1 } == [.limit])
        #expect(reasons("T | where A == 1 or B == 2 or C == 3") { $0.conditionNodes = 4 }.isEmpty)
        #expect(reasons("T | where A == 1 or B == 2 or C == 3") { $0.conditionNodes = 3 } == [.limit])
        let column = "T | extend p = A == 1 or B == 2 | where p or C == 3"
        #expect(reasons(column) { $0.conditionNodes = 5 }.isEmpty)
        #expect(reasons(column) { $0.conditionNodes = 4 } == [.limit])
        let tests = "T | where A == 1 | where B == 2 | where C == 3"
        #expect(reasons(tests) { $0.queryNodes = 4 }.isEmpty)
        #expect(reasons(tests) { $0.queryNodes = 2 } == [.limit])
        let nested = "T | extend p = A == 1 or B == 2 | where not(p and C == 3) or D == 4"
        #expect(reasons(nested) { $0.nesting = 5 }.isEmpty)
        #expect(reasons(nested) { $0.nesting = 4 } == [.limit])
        let path = "T | extend p = A" + String(repeating: ".b", count: 39) + " | where p"
        #expect(reasons(path + String(repeating: ".b", count: 24) + " == 1") { _ in }.isEmpty)
        #expect(reasons(path + String(repeating: ".b", count: 25) + " == 1") { _ in } == [.limit])
        func lowered(_ count: Int) -> String {
            "T | extend p = A " + String(repeating: "| extend p = tolower(p) ", count: count) + "| where p == 'x'"
        }
        #expect(reasons(lowered(Reading.stepsMax)) { _ in }.isEmpty)
        #expect(reasons(lowered(Reading.stepsMax + 1)) { _ in } == [.computedValue])
        #expect(reads("T | extend p = strcat(A, B, C) | where p == 'x'") { $0.reads = 3 } == ["A", "B", "C"])
        #expect(reads("T | extend p = strcat(A, B, C) | where p == 'x'") { $0.reads = 2 } == ["A", "B"])
    }

    @Test(
        "a function of so many statements, or parameters, is followed, and none with one more",
        arguments: ["statements", "parameters"],
        [0, 1]
    )
    func functionStatements(_ kind: String, past: Int) {
        let count = QueryLowering.functionStatementsMax + past
        // What it gives is a statement too.
        let body =
            (1..<(kind == "statements" ? count : 1)).map { "let b\($0) = \($0);" }.joined(separator: " ")
            + " T | where A == x0"
        let parameters = (0..<(kind == "parameters" ? count : 1)).map { "x\($0): long = 1" }.joined(separator: ", ")
        let source = Source(path: "q.kql", text: "let f = (\(parameters)) { \(body) }; f(7)")
        let results = QueryLowering.lower(Parser.parse(source).script, source, TableNames(aliases: .standard))
        let condition = results.last?.logic.condition
        #expect(condition?.opaqueNodes.map(\.reason) == (past == 0 ? [] : [.limit]))
        #expect(condition?.leaves.count == 1 - past)
    }

    @Test(
        "tables of a union whose logs are asked for a field's name: as many as the limit, and one more",
        arguments: [0, 1]
    )
    func tablesOfUnion(past: Int) {
        let others = (1..<TableNames.tablesMax + past).map { "T\($0)_CL" }
        let names = TableNames(aliases: .standard)
        let tables = ["AWSCloudTrail"] + others
        let steps = [FieldStep(.key("EventName", .exact))]
        #expect(names.canonical(steps, tables: tables) == (past == 0 ? "eventName" : nil))
    }

    static let hostile: [String] = [
        // Definitions that double what they are made of.
        (0..<60).map { "let a\($0 + 1) = union (a\($0) | where X == \($0)), (a\($0) | where Y == \($0));" }.joined()
            + "a60 | take 1",
        "let a0 = T;" + (0..<60).map { "let a\($0 + 1) = a\($0) | join a\($0) on K;" }.joined() + "a60 | take 1",
        // A function that calls itself, and a definition of itself.
        "let f = (x: long) { f(x) }; T | where A == f(1)",
        "let a = a; T | where A == a | join a on K",
        "let f = (R: (*)) { R | invoke f() }; T | invoke f()",
        // Choices within choices.
        "T | extend v = A " + String(repeating: "| extend v = iff(v == 1, iff(v == 2, v, 3), v) ", count: 40)
            + "| where v == 1",
        "T " + String(repeating: "| mv-expand A ", count: 50) + "| where A == 1",
        "T | where " + Array(repeating: "A == 1", count: 30_000).joined(separator: " or "),
        "T | where A in (" + Array(repeating: "1", count: 60_000).joined(separator: ", ") + ")",
        "T " + String(repeating: "| extend a = strcat(a, 'xxxxxxxxxxxxxxxxxxxx') ", count: 3_000) + "| where a == 'x'",
        "let s = 'x';" + (0..<40).map { _ in "let s = strcat(s, s);" }.joined() + "T | where A == s",
        "T | where A[9223372036854775807] == 1 and substring(B, 9223372036854775807, 9223372036854775807) == 'x'",
        "T | where TimeGenerated > ago(10675199d) - 10675199d * 1000000 and A > -9223372036854775807 - 9",
        "T | where A > 1 / 0 or A > 9223372036854775807 + 1",
        // Columns that double what they are made of.
        "T | extend a0 = A == 1 " + (0..<60).map { "| extend a\($0 + 1) = a\($0) or a\($0) " }.joined() + "| where a60",
        "T | extend a0 = A - B " + (0..<60).map { "| extend a\($0 + 1) = a\($0) - a\($0) " }.joined()
            + "| where a60 > 1",
        "T | extend a0 = A " + (0..<60).map { "| extend a\($0 + 1) = a\($0)[a\($0)] " }.joined() + "| where a60 == 1",
        "T | summarize a0 = count(), b0 = count() by A, B "
            + (0..<60).map { "| summarize a\($0 + 1) = count(), b\($0 + 1) = count() by a\($0), b\($0) " }.joined()
            + "| where a60 > 1",
        "T | where A == 1 " + String(repeating: "| summarize n = count() by A | where n > 1 | where n < 9 ", count: 60),
        "let t = datatable(A: string, B: string) ['x', 'y']; T "
            + String(repeating: "| lookup t on A, B | project-rename C = A, D = B | extend A = C, B = D ", count: 60),
        // What a group is one event of is read by its first event only.
        "T | mv-expand A | extend p = split(A, '.') | summarize count() by p | join (U) on K | where p[0] == 'x'",
        "T | join (U) on K | join (V | extend p = split(A, '.')) on K | summarize count() by p | join (W) on K"
            + " | where p[0] == 'x'",
        "T | mv-expand A | extend p = bin(A, 5) | summarize count() by p | join (U) on K | where p == 5",
        "T | mv-expand A | extend p = iff(A == 1, A, B) | summarize count() by p | join (U) on K | where p == 5",
        // Ways, things done to a value and choices that grow by one with each column.
        "T | extend a0 = A " + (0..<3_000).map { "| extend a\($0 + 1) = a\($0).b " }.joined() + "| where a3000 == 1",
        "T | extend a0 = A " + (0..<3_000).map { "| extend a\($0 + 1) = tolower(a\($0)) " }.joined()
            + "| where a3000 == 'x'",
        "T | extend a = A " + String(repeating: "| extend a = coalesce(B, a) ", count: 3_000) + "| where a == 1",
        "T | extend a = A == 1 " + String(repeating: "| extend a = not(a or B == 2) ", count: 900) + "| where a",
        // Many of what one column stands for.
        "T | where A == 1 and B == 2 | summarize n = count() by A "
            + String(repeating: "| where n > 1 ", count: 5_000),
        "let l = dynamic([" + (0..<4_000).map(String.init).joined(separator: ", ") + "]); T "
            + String(repeating: "| where A in (l) ", count: 3_000),
        "let l = dynamic([" + (0..<4_000).map(String.init).joined(separator: ", ") + "]); T | where A in ("
            + Array(repeating: "l", count: 6_000).joined(separator: ", ") + ")",
        "let l = dynamic({" + (0..<60_000).map { "'\($0)': 1" }.joined(separator: ", ") + "}); T "
            + String(repeating: "| where A in (l) ", count: 3_000),
        "let s = '" + String(repeating: ",", count: 4_000) + "'; T "
            + (0..<5_000).map { "| extend a\($0) = split(s, ',') " }.joined(),
        // Queries of one text, each as long as a query may be.
        "let a0 = T;" + (0..<60).map { "let a\($0 + 1) = union a\($0), a\($0);" }.joined()
            + String(repeating: "a60;", count: 20_000),
        // Functions in functions, each of which keeps the names of all around.
        (0..<30).map { level in
            "let f\(level) = () {" + (0..<150).map { "let v\(level)_\($0) = \($0);" }.joined()
        }.joined() + "T" + (0..<30).reversed().map { "}; T | where A == f\($0)()" }.joined(),
    ]

    @Test("whatever the query, following it ends", arguments: hostile.indices)
    func ends(_ index: Int) {
        let results = lower(Self.hostile[index])
        for result in results {
            #expect(result.logic.condition.weighs(atMost: 1_000_000))
            _ = result.logic.condition.completeness
            #expect(result.logic.outputs.allSatisfy { $0.reads.count <= 100 })
        }
    }

    @Test("queries of one text share its steps") func queriesOfOneText() {
        var limits = LoweringLimits()
        limits.scriptSteps = 12
        let source = Source(path: "q.kql", text: "T | where A == 1; T | where B == 2 and C == 3; T | where D == 4")
        let results = QueryLowering.lower(
            Parser.parse(source).script,
            source,
            TableNames(aliases: .standard),
            limits: limits
        )
        #expect(results.map(\.logic.condition.completeness) == [.exact, .partial, .opaque])
    }
}
