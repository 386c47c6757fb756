import Detections
import Documents
import TestSupport
import Testing

@testable import PantherFormat

@Suite struct QueryTablesTests {
    @Test(
        "tables that are not Panther's",
        arguments: [
            ("select 1", []), ("select * from panther_logs.public.x", []), ("select * from foo", ["foo"]),
            ("SELECT * FROM Panther_Logs.Public.X JOIN y.z", ["y.z"]),
            ("select * from snowflake.account_usage.users", []),
            ("select * from a.b.c", ["a.b.c"]), ("with t as (select * from a.public.b) select * from t", []),
            ("with t as (select 1), u as (select 2) select * from t join u join v", ["v"]),
            ("select extract(day from x) from a.public.b", []), ("select * from (select * from z)", ["z"]),
            ("select * from table(f())", []), ("-- from foo\nselect /* from bar */ 'from baz'", []),
            // Panther's dialect, which the reference cannot parse and so accepts.
            ("select * from foo where p_occurs_since(90m)", []), ("select f(a, , b) from foo", []),
            ("{% import 'x' y %}\nselect * from foo", []), ("select 1e5, 1.5 from foo", ["foo"]),
            ("select * from {{ table }}", []), ("select * from a.public.b, lateral flatten(x)", []),
        ] as [(String, [String])]
    )
    func names(_ query: String, _ expected: [String]) {
        let text =
            "AnalysisType: scheduled_query\nQueryName: q\nEnabled: true\nQuery: |\n  "
            + query.replacing("\n", with: "\n  ") + "\nSchedule: {RateMinutes: 5, TimeoutMinutes: 5}\n"
        let pack = PantherPack.load(roots: ["queries"], files: MemoryFiles(["queries/q.yml": text]))
        let list = expected.joined(separator: ", ")
        #expect(pack.invalid.first?.patMessage.contains("table names: [\(list)]. ") ?? false == !expected.isEmpty)
    }

    @Test("tables can be allowed", arguments: [("foo", true), ("f*", true), ("*.bar", false), ("bar", false)])
    func allowed(_ pattern: String, _ isAllowed: Bool) {
        let text =
            "AnalysisType: scheduled_query\nQueryName: q\nEnabled: true\nQuery: select * from foo\n"
            + "Schedule: {RateMinutes: 5, TimeoutMinutes: 5}\n"
        var options = LoadOptions()
        options.validTableNames = [pattern]
        let pack = PantherPack.load(roots: ["q"], files: MemoryFiles(["q/q.yml": text]), options: options)
        #expect(pack.invalid.isEmpty == isAllowed)
    }

    @Test("a query as long as the limit is looked at, a longer one is accepted as it is", arguments: [0, 1])
    func length(past: Int) {
        let query = "select * from foo"
        let text = query + String(repeating: " ", count: QueryTables.bytesMax - query.utf8.count + past)
        #expect(QueryTables.invalidNames(in: text, alsoValid: []) == (past == 0 ? ["foo"] : []))
    }

    /// What is quoted of a value: brackets and quotes count, and so does a text alone.
    @Test("a quoted value as long as the limit is whole, a longer one is cut", arguments: [0, 1])
    func quotedValue(past: Int) {
        let most = PythonText.lengthMax
        let text = DataNode(.string(String(repeating: "é", count: most - 2 + past)))
        let short = DataNode(.string(String(repeating: "x", count: most - 4 + past)))
        for (node, whole) in [
            (text, PythonText.quoted(text.string ?? "")),
            (DataNode(.list([short])), "[" + PythonText.quoted(short.string ?? "") + "]"),
        ] {
            let shown = PythonText.representation(node)
            #expect(shown == (past == 0 ? whole : String(whole.prefix(most)) + "…"))
        }
    }
}
