import Detections
import Diagnostics
import Engine
import Testing

/// Lookup tables; `Tests/Packs/lookup` shows them from files to rules.
@Suite struct LookupTests {
    static func table(_ rows: LookupTable.Rows, key: String = "id", selectors: [String] = ["a"]) -> LookupTable {
        LookupTable(
            id: "t",
            isEnabled: true,
            primaryKey: key,
            selectors: [.init(logType: "AWS.CloudTrail", fields: selectors)],
            rows: rows,
            source: Source(path: "t.yml", text: ""),
            idSpan: Span(0, 0)
        )
    }

    static func index(_ table: LookupTable, rowsMax: Int = LookupIndex.rowsMax) -> LookupIndex {
        var pack = DetectionPack()
        pack.lookupTables = [table]
        return LookupIndex(pack, rowsMax: rowsMax)
    }

    static func row(_ table: LookupTable, _ key: String) -> String? {
        index(table).row(ofTable: "t", key: key).map { String(decoding: $0, as: UTF8.self) }
    }

    static let csvRows: [(text: String, key: String, row: String?)] = [
        ("id,b\nx,1\n", "x", #"{"id":"x","b":"1"}"#), ("id,b\r\nx,1", "x", #"{"id":"x","b":"1"}"#),
        ("b,id\n1,x\n", "x", #"{"b":"1","id":"x"}"#),
        ("id,b\n\"x,\"\"y\"\"\n\",\"1\"\n", "x,\"y\"\n", #"{"id":"x,\"y\"\n","b":"1"}"#),
        ("id,b\nx\n", "x", #"{"id":"x"}"#), ("id\nx,1,2\n", "x", #"{"id":"x"}"#),
        ("id,b\n\n\nx,\n", "x", #"{"id":"x","b":""}"#),
        ("id,b\nx,\"open", "x", #"{"id":"x","b":"open"}"#), ("id,b\nx,a\"b\"\n", "x", #"{"id":"x","b":"a\"b\""}"#),
        ("id,b\nx,1\nx,2\n", "x", #"{"id":"x","b":"2"}"#), ("id\nx\n", "y", nil), ("b\nx\n", "x", nil), ("", "x", nil),
    ]

    @Test("rows of CSV", arguments: csvRows)
    func csv(_ text: String, _ key: String, _ row: String?) {
        #expect(Self.row(Self.table(.csv(Source(path: "t.csv", text: text))), key) == row)
    }

    static let jsonRows: [(text: String, primaryKey: String, key: String, row: String?)] = [
        (#"{"id":"x"}"#, "id", "x", #"{"id":"x"}"#), ("\n{\"id\":5}\r\n", "id", "5", #"{"id":5}"#),
        (#"{"id":["x","y"]}"#, "id", "y", #"{"id":["x","y"]}"#), (#"{"a":{"b":"x"}}"#, "a.b", "x", #"{"a":{"b":"x"}}"#),
        (#"{"id":"10.0.0.0/8"}"#, "id", "10.1.1.1", #"{"id":"10.0.0.0/8"}"#),
        (#"{"id":"10.0.0.0/8"}"#, "id", "10.0.0.0/8", #"{"id":"10.0.0.0/8"}"#),
        (#"{"id":"10.0.0.0/8"}"#, "id", "11.1.1.1", nil), (#"{"id":"10.0.0.0/8"}"#, "id", "10.1.0.0/16", nil),
        (
            "{\"id\":\"10.0.0.0/8\",\"n\":1}\n{\"id\":\"10.1.0.0/16\",\"n\":2}", "id", "10.1.1.1",
            #"{"id":"10.1.0.0/16","n":2}"#
        ),
        ("[1]\n{\"id\":\"x\"}", "id", "x", #"{"id":"x"}"#), (#"{"id":null}"#, "id", "null", nil),
    ]

    @Test("rows of JSON", arguments: jsonRows)
    func jsonLines(_ text: String, _ primaryKey: String, _ key: String, _ row: String?) {
        #expect(Self.row(Self.table(.jsonLines(Source(path: "t.jsonl", text: text)), key: primaryKey), key) == row)
    }

    @Test(
        "what is wrong with rows and selectors is a warning with its line",
        arguments: [
            ("{\"id\":1}\nx\n", 2, "a row is one JSON object; this line is passed over"),
            ("{\"id\":1}\n\n{\"x\":1}", 3, "the row has no primary key `id`"),
        ]
    )
    func faults(_ text: String, _ line: Int, _ message: String) throws {
        let index = Self.index(Self.table(.jsonLines(Source(path: "t.jsonl", text: text))))
        let diagnostic = try #require(index.diagnostics.first)
        #expect(diagnostic.message == message)
        #expect(diagnostic.severity == .warning)
        #expect(diagnostic.location?.line == line)
    }

    @Test("a selector that leads nowhere is a warning")
    func selectors() {
        let table = Self.table(.jsonLines(Source(path: "t.jsonl", text: #"{"id":1}"#)), selectors: ["a..b"])
        #expect(Self.index(table).diagnostics.map(\.message) == ["the selector `a..b` of `t` cannot be followed"])
    }

    @Test("rows of a table are limited")
    func rowLimit() {
        let table = Self.table(.jsonLines(Source(path: "t.jsonl", text: "{\"id\":1}\n{\"id\":2}\n")))
        #expect(Self.index(table, rowsMax: 2).diagnostics.isEmpty)
        let index = Self.index(table, rowsMax: 1)
        #expect(index.diagnostics.count == 1)
        #expect(index.row(ofTable: "t", key: "1") != nil && index.row(ofTable: "t", key: "2") == nil)
    }

    @Test("rows of an event are limited")
    func eventLimit() throws {
        var rule = OneRule("def rule(event):\n    return len(event['p_enrichment']['t']['a']) == 1000\n")
        rule.tables = [Self.table(.jsonLines(Source(path: "t.jsonl", text: #"{"id":"x"}"#)))]
        func event(_ count: Int) -> String {
            "{\"a\":[\(Array(repeating: "\"x\"", count: count).joined(separator: ","))]}"
        }
        let limit = LookupIndex.rowsPerEventMax
        #expect(try rule.scan(event(limit - 1), event(limit), event(limit + 1)).map(\.record) == [1, 2])
    }

    @Test("events of a scan are enriched by their indicators too, and rules can look rows up")
    func scan() throws {
        var rule = OneRule(
            """
            def rule(event):
                rows = event.deep_get("p_enrichment", "t", "p_any_ip_addresses")
                return rows[0]["n"] == 7 and event.lookup("t", "8.8.8.8")["n"] == 7 and event.lookup("t", 1) is None
            """
        )
        let rows = Source(path: "t.jsonl", text: #"{"id":"8.8.8.0/24","n":7}"#)
        rule.tables = [Self.table(.jsonLines(rows), selectors: ["p_any_ip_addresses"])]
        #expect(try rule.scan(#"{"sourceIPAddress":"8.8.8.8"}"#).map(\.record) == [0])
    }
}
