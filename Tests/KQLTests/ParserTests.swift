import Diagnostics
import KQL
import TestSupport
import Testing

/// What is read, by what the printer makes of it; and that it reads the same again.
@Suite struct ParserTests {
    /// A query, and its tree as KQL; nil where that is the query itself.
    struct Row: CustomTestStringConvertible {
        var text: String
        var printed: String?
        init(_ text: String, _ printed: String? = nil) {
            self.text = text
            self.printed = printed
        }
        var testDescription: String { text }
    }

    static let expressions: [Row] = [
        // What binds how strongly: operators on texts more than arithmetic, comparisons less, `and` before `or`.
        Row("a or b and c"),
        Row("(a or b) and c"),
        Row("a and (b and c)"),
        Row("a and b and c"),
        Row("a == b and not(c)"),
        Row("a + b * c"),
        Row("(a + b) * c"),
        Row("a - (b - c)"),
        Row("a - b - c"),
        Row("a + b contains c"),
        Row("(a + b) contains c"),
        Row("a % 2 == 0"),
        Row("-a.b > -1"),
        Row("a <> b", "a != b"),
        // Texts.
        Row("a has \"x\" or a !has_cs \"x\""),
        Row("a hasprefix \"x\" and a hassuffix_cs \"y\""),
        Row("a !startswith \"x\" or a endswith_cs \"y\""),
        Row("a matches regex @\"\\d+\"", "a matches regex \"\\\\d+\""),
        Row("a notcontains \"x\"", "a !contains \"x\""),
        Row("a =~ \"x\" and a !~ 'y'", "a =~ \"x\" and a !~ \"y\""),
        // Lists.
        Row("a in (1, 2)"),
        Row("a !in~ (\"x\", list)"),
        Row("a in~ ((T | project b))"),
        Row("a in (T | project b)", "a in ((T | project b))"),
        Row("a has_any (dynamic([\"x\"]))"),
        Row("a has_any list", "a has_any (list)"),
        Row("a between (1 .. 2)"),
        Row("a between (ago(1d)..now())", "a between (ago(1d) .. now())"),
        Row("a !between (1 .. 2)"),
        // Paths.
        Row("a.b[0].c"),
        Row("a[\"b\"]", "a.b"),
        Row("a.['b c'].d", "a[\"b c\"].d"),
        Row("a[b]"),
        Row("parse_json(a).b"),
        Row("['a b'] == 1", "[\"a b\"] == 1"),
        Row("a[-1]"),
        Row("cluster(\"c\").database(\"d\").T"),
        Row("f(x, y=1)"),
        Row("count(*) > 1"),
        // Literals.
        Row("datetime(2024-01-01T00:00:00Z)"),
        Row("datetime( null )", "datetime(null)"),
        Row("datetime(\"2024-01-01\")"),
        Row("timespan(1.02:03:04)"),
        Row("guid(74be27de-1e4e-49d9-b579-fe0b331d3642)"),
        Row("dynamic({\"a\": [1, -2.5, null, true, datetime(2024-01-01)]})"),
        Row("dynamic(['a', \"b\"])", "dynamic([\"a\", \"b\"])"),
        Row("dynamic(null)"),
        Row("0x1F == 31", "31 == 31"),
        Row("0xFFFFFFFFFFFFFFFF", "0xffffffffffffffff"),
        Row("1.5e3", "1500.0"),
        Row("TRUE or False", "true or false"),
        Row("h'secret'", "h\"secret\""),
        Row("\"a\" 'b'\n@'c'", "\"abc\""),
        Row("@'it''s'", "\"it's\""),
        Row("```a\n\"b\"```", "\"a\\n\\\"b\\\"\""),
        Row("'\\x41\\u00e9\\t\\101'", "\"Aé\\tA\""),
        Row("24h", "1d"),
        Row("90m"),
        Row("1.5h", "90m"),
        Row("2days + 30min + 5sec + 100ms", "2d + 30m + 5s + 100ms"),
        Row("4thColumn", "[\"4thColumn\"]"),
        Row("between", "[\"between\"]"),
    ]

    static let operators: [Row] = [
        Row("where a == 1"),
        Row("filter a", "where a"),
        Row("extend a = 1, b, (c, d) = f(x)"),
        Row("project a, b = c"),
        Row("project"),
        Row("project-away a, b*, *c"),
        Row("project-keep a*"),
        Row("project-rename a = b"),
        Row("project-reorder a, b* asc, * granny-desc"),
        Row("summarize count() by bin(Timestamp, 1h), a"),
        Row("summarize hint.strategy=shuffle c = count(), arg_max(a, *) by b"),
        Row("summarize by a"),
        Row("summarize count() by a, b bin=1h", "summarize count() by bin(a, 1h), bin(b, 1h)"),
        Row("distinct *"),
        Row("distinct a, b"),
        Row("count"),
        Row("count as n", "summarize n = count()"),
        Row("take 5"),
        Row("limit 5", "take 5"),
        Row("sample 5"),
        Row("sample-distinct 5 of a"),
        Row("top 5 by a desc nulls last"),
        Row("top-nested 3 of a with others = \"x\" by count(), top-nested of b by max(c) desc"),
        Row("top-hitters 3 of a by b"),
        Row("sort by a asc, b desc nulls first"),
        Row("order by a", "sort by a"),
        Row("join kind=inner (T | where b) on a, $left.b == $right.c"),
        Row("join hint.remote=left kind = leftanti T on a", "join hint.remote=left kind=leftanti T on a"),
        Row("join kind=rightsemi (\n  T // comment\n\n  | where b\n) on a", "join kind=rightsemi (T | where b) on a"),
        Row("lookup kind=leftouter T on a"),
        Row("union isfuzzy=true withsource=s T, (U | where a), Device*"),
        Row("mv-expand a"),
        Row(
            "mvexpand bagexpansion=array a = b to typeof(string), c limit 10",
            "mv-expand bagexpansion=array a = b to typeof(string), c limit 10"
        ),
        Row("mv-expand with_itemindex=i kind=array a"),
        Row("mv-apply a to typeof(string) on (where a has \"x\" | summarize n = count())"),
        Row("parse kind=regex flags=U a with * \"x\" b: string \"y\" c"),
        Row("parse a with \"x=\"b\n // comment\n\"y=\" c:long *", "parse a with \"x=\" b \"y=\" c: long *"),
        Row("parse-where a with \"x\" b"),
        Row("parse-kv a as (b: string, c: long) with (pair_delimiter=\";\", kv_delimiter=\"=\")"),
        Row("make-series n = count() default = 0 on Timestamp from ago(1d) to now() step 1h by a"),
        Row(
            "make-series kind=nonempty count() on t in range (a, b, 1h)",
            "make-series kind=nonempty count() on t from a to b step 1h"
        ),
        Row("evaluate bag_unpack(a)"),
        Row("evaluate pivot(a, count()) : (*, b: long)"),
        Row("evaluate ipv4_lookup(T, a, b, return_unmatched=true)"),
        Row("invoke FileProfile(a, 1000)"),
        Row("render timechart"),
        Row("render columnchart with (kind=stacked, title=\"a\", series=a, b, ycolumns=c)"),
        Row("render barchart title=\"a\" kind=stacked", "render barchart with (title=\"a\", kind=stacked)"),
        Row("serialize"),
        Row("serialize n = row_number()"),
        Row("as hint.materialized=true Rows"),
        Row("getschema"),
        Row("consume"),
        Row("search in (T, Device*) \"x\" and a : \"y\""),
        Row("search kind=case_sensitive *"),
        Row("find in (T, U) where a == 1 project a, b: string, pack(*)"),
        Row("fork (where a | take 1) b=(count)"),
        Row("facet by a, b with (take 5)"),
        Row("facet by a with take 5", "facet by a with (take 5)"),
        Row("partition by a (top 1 by b)"),
        Row("partition hint.strategy=native by a.b { T | take 1 }"),
        Row("reduce kind=source by a with threshold = 0.5"),
        Row(
            "scan with_match_id=m declare (n: long = 0) with (step s1 output=last: a == 1 => n = s1.n + 1; step s2: true;)"
        ),
        Row("scan order by a asc partition by b with (step s optional: a;)"),
        Row("make-graph a --> b with T on c, U on d"),
        Row("make-graph a --> b with_node_id=id partitioned-by c (graph-match (x)-->(y) project x.n)"),
        Row("graph-match cycles=none (a)-[e*1..3]->(b)<-[f]-(c)--(d), (a)-->() where a.b == \"x\" project a.n, e"),
        Row("graph-shortest-paths (a)-[e*1..5]->(b) where a.x project b"),
        Row("graph-to-table nodes as N with_node_id=id, edges"),
        Row("assert-schema (a: long)"),
    ]

    static let scripts: [Row] = [
        Row("let a = 5;\nT\n| where b > a"),
        Row("let f = (x: string, T: (a: long, b: string), n: int = 5) { T | where a == n };\nf(\"x\", U)"),
        Row("let f = view () { T };\nf", "let f = view () { T };\nf"),
        Row("let f = (T: (*)) { let n = 1; T | take n };\nT\n| invoke f()"),
        Row("let t = datatable(a: string, b: long) [\"x\", 1, \"y\", 2];\nt"),
        Row(
            "let t = externaldata(a: string) [@\"https://x\"] with (format=\"csv\", ignoreFirstRecord=true);\nt",
            "let t = externaldata(a: string) [\"https://x\"] with (format=\"csv\", ignoreFirstRecord=true);\nt"
        ),
        Row("let m = materialize((T | take 1));\nm"),
        Row("let n = toscalar(T | count);\nprint n", "let n = toscalar((T | count));\nprint n"),
        Row("set notruncation;\nset query_now = datetime(2024-01-01);\nT"),
        Row("declare query_parameters (a: long = 5, b: string);\nT"),
        Row("alias database d = cluster(\"c\").database(\"d\");\nT"),
        Row("restrict access to (T, Device*);\nT"),
        Row("union T, U\n| where a"),
        Row("union (T | take 1), (U)", "union (T | take 1), U"),
        Row("range x from 1 to 10 step 1\n| where x > 5"),
        Row("print a = 1, \"b\""),
        Row("search \"x\"\n| take 5"),
        Row("(T | take 5)\n| where a", "(T | take 5)\n| where a"),
        Row("database(\"d\").T\n| take 1"),
        // An empty line ends a query, as in editors; not where a `|` or a comment follows.
        Row("T\n| take 1\n\nU\n| take 2", "T\n| take 1;\nU\n| take 2"),
        Row("T\n\n| take 1\n// comment\n| take 2", "T\n| take 1\n| take 2"),
        Row("\u{FEFF}T\u{A0}| take\u{200B} 1", "T\n| take 1"),
        Row(";;T;", "T"),
        Row(""),
        Row("// only a comment", ""),
    ]

    @Test("expressions", arguments: expressions)
    func expression(_ row: Row) {
        check("print " + row.text, "print " + (row.printed ?? row.text))
    }

    @Test("operators", arguments: operators)
    func tabularOperator(_ row: Row) {
        check("T | " + row.text, "T\n| " + (row.printed ?? row.text))
    }

    @Test("texts", arguments: scripts)
    func script(_ row: Row) { check(row.text, row.printed ?? row.text) }

    private func check(_ text: String, _ expected: String) {
        let result = parse(text)
        #expect(result.diagnostics.isEmpty, "\(complaints(text))")
        let printed = Printer.print(result.script)
        #expect(printed == expected)
        let again = parse(printed)
        #expect(again.diagnostics.isEmpty, "\(complaints(printed))")
        #expect(again.script == result.script)
    }

    @Test("spans are those of the text") func spans() throws {
        let source = Source(path: "query.kql", text: "T | where a.b == 'x' and f(c)")
        let script = Parser.parse(source).script
        guard case .query(let query) = try #require(script.statements.first).kind,
            case .pipeline(let pipeline) = query.kind, case .where(let predicate) = pipeline.operators[0].kind,
            case .all(let operands) = predicate.kind
        else {
            Issue.record("another tree")
            return
        }
        #expect(source.text(of: query.span) == "T | where a.b == 'x' and f(c)")
        #expect(source.text(of: pipeline.operators[0].span) == "where a.b == 'x' and f(c)")
        #expect(operands.map { source.text(of: $0.span) } == ["a.b == 'x'", "f(c)"])
    }
}
