import Catalog
import Testing

@testable import CatalogStore

/// What queries find.
@Suite struct SearchTests {
    static let files =
        Shelf.rule(
            "AWS.Send",
            #"event.get("eventName") == "SendCommand" and event.get("eventSource") == "ssm.amazonaws.com""#,
            extra: """
                DisplayName: Commands sent
                Description: One identity sends commands.
                Status: Experimental
                Tags: [SSM, "50 % off_"]
                Reports: {MITRE ATT&CK: [TA0002:T1203]}
                """,
            tests:
                "Tests: [{Name: one, ExpectedResult: true, Log: {eventName: SendCommand, eventSource: ssm.amazonaws.com}}]"
        )
        + Shelf.rule(
            "AWS.Old",
            #"event.get("eventName") in ("SendCommand", "StartSession")"#,
            extra: "Status: Deprecated\nReports: {MITRE ATT&CK: [TA0003:T1059.001]}"
        )
        + Shelf.rule(
            "AWS.Keys",
            #"event.get("eventName", "").startswith("CreateAccessKey") and event.deep_get("userIdentity", "type") != "Root""#,
            extra: "DisplayName: Keys made"
        )

    struct Case: Sendable, CustomTestStringConvertible {
        var query: String
        var found: [String]
        var testDescription: String { query.isEmpty ? "(nothing)" : String(query.prefix(80)) }
        init(_ query: String, _ found: [String]) { (self.query, self.found) = (query, found) }
    }

    private static let all = ["AWS.Keys", "AWS.Old", "AWS.Send"]

    static let cases: [Case] = [
        Case("", all), Case("   ", all), Case("()", all), Case("-", all),
        // Words.
        Case("SendCommand", ["AWS.Old", "AWS.Send"]), Case("sendcommand", ["AWS.Old", "AWS.Send"]),
        Case("identity sends", ["AWS.Send"]), Case("\"identity sends\"", ["AWS.Send"]),
        Case("\"sends identity\"", []), Case("Sen*", ["AWS.Old", "AWS.Send"]), Case("AWS.Send", ["AWS.Send"]),
        Case("*Send", ["AWS.Send"]), Case("SendCommand -StartSession", ["AWS.Send"]),
        Case("StartSession OR Keys", ["AWS.Keys", "AWS.Old"]), Case("NOT SendCommand", ["AWS.Keys"]),
        Case("(StartSession | Keys) made", ["AWS.Keys"]), Case("--SendCommand", ["AWS.Old", "AWS.Send"]),
        // Fields and values, by any vendor's names.
        Case("eventName:SendCommand", ["AWS.Old", "AWS.Send"]), Case("EventName:sendcommand", ["AWS.Old", "AWS.Send"]),
        Case("metadata.product_event_type:SendCommand", ["AWS.Old", "AWS.Send"]),
        Case("eventName:Send*", ["AWS.Old", "AWS.Send"]), Case("eventName:", all),
        Case("eventSource:SendCommand", []), Case("field:eventSource value:SendCommand", ["AWS.Send"]),
        Case("field:type", ["AWS.Keys"]), Case("value:ssm.amazonaws.com", ["AWS.Send"]),
        // What must not be is not looked for.
        Case("userIdentity.type:Root", []), Case("value:Root", ["AWS.Keys"]),
        Case("action:StartSession", ["AWS.Old"]),
        // Properties.
        Case("vendor:panther", all), Case("vendor:sigma", []), Case("vendor:sigma,panther", all),
        Case("-status:deprecated", ["AWS.Keys", "AWS.Send"]), Case("status:experimental", ["AWS.Send"]),
        Case("is:deprecated", ["AWS.Old"]), Case("technique:T1203", ["AWS.Send"]),
        Case("technique:T1059", ["AWS.Old"]), Case("technique:T1059.001", ["AWS.Old"]),
        Case("technique:powershell", ["AWS.Old"]), Case("tactic:execution", ["AWS.Send"]),
        Case("tactic:ta0003", ["AWS.Old"]), Case("tactic:defense-evasion", []),
        Case("tactic:\"Persistence\"", ["AWS.Old"]), Case("technique:T1%", []), Case("technique:T1059_0", []),
        Case("tactic:TA0003", ["AWS.Old"]), Case("source:cloudtrail", all), Case("source:okta", []),
        Case("has:tests", ["AWS.Send"]), Case("is:exact", all), Case("is:validated", ["AWS.Send"]),
        Case("severity:medium", all), Case("severity:>=high", []), Case("severity:<high", all),
        Case("tag:ssm", ["AWS.Send"]), Case("id:aws.old", ["AWS.Old"]), Case("language:python", all),
        Case("collection:rules", all), Case("kind:policy", []), Case("opaque:no", all), Case("opaque:loop", []),
        Case("name:keys", ["AWS.Keys"]),
        // Not known: nothing, and no failure.
        Case("has:nonsense", []), Case("is:nonsense", []), Case("severity:nonsense", []),
        // The syntax of SQL, of the index of words and of patterns means nothing.
        Case("'; DROP TABLE rule; --", []), Case("\" OR 1=1", []), Case("\"", all), Case("a AND (", []),
        Case("NEAR(a b)", []), Case("body:SendCommand", []), Case("rowid:1", []), Case("{name}: x", []),
        Case("tag:\"50 % off_\"", ["AWS.Send"]), Case("tag:50%", []), Case("value:_sm.amazonaws.com", []),
        Case("value:%", []), Case("id:AWS_Old", []), Case("\\", all), Case("name:\\", []), Case("((((((", all),
        Case("))))", all), Case("^SendCommand", ["AWS.Old", "AWS.Send"]), Case("\u{0}", all),
        Case("Send\u{0}Command", []),
        Case("\u{202E}", all), Case("é", []), Case("😀", all), Case(String(repeating: "(", count: 5_000), all),
        Case(String(repeating: "-", count: 5_000) + "x", all), Case(String(repeating: "a ", count: 3_000), []),
        Case(String(repeating: "NOT ", count: 1_000) + "SendCommand", ["AWS.Old", "AWS.Send"]),
        Case(String(repeating: "x", count: 10_000), []), Case(String(repeating: "a:b,", count: 2_000), []),
    ]

    @Test("queries and what they find")
    func search() throws {
        let shelf = try Shelf(Self.files)
        try shelf.build()
        let store = try shelf.store()
        for row in Self.cases {
            let results = try store.search(SearchQuery(row.query), hasFacets: true)
            #expect(results.hits.map(\.rule.id).sorted() == row.found, "\(row.testDescription)")
            #expect(results.total == row.found.count)
        }
    }

    @Test("the best first, pages of results, facets and excerpts")
    func results() throws {
        let shelf = try Shelf(Self.files)
        try shelf.build()
        let store = try shelf.store()
        let found = try store.search(SearchQuery("keys"), hasFacets: true)
        #expect(found.hits.map(\.rule.id) == ["AWS.Keys"])
        #expect(found.hits[0].excerpt.contains(SearchResults.Hit.markStart))
        let facets = Dictionary(uniqueKeysWithValues: found.facets.map { ($0.filter, $0.values) })
        #expect(facets["vendor"]?.map(\.value) == ["panther"])
        #expect(facets["source"]?.map(\.value) == ["AWS.CloudTrail"])
        let all = try store.search(SearchQuery(""), limit: 0, hasFacets: true).facets
        let shown = all.map { facet in
            facet.filter + ": " + facet.values.map { "\($0.value) \($0.count)" }.joined(separator: ", ")
        }
        #expect(shown.contains("status: deprecated 1, experimental 1"), "\(shown)")
        #expect(shown.contains("has: tests 1") && shown.contains("kind: rule 3"), "\(shown)")
        #expect(shown.contains("collection: rules 3") && shown.contains("source: AWS.CloudTrail 3"), "\(shown)")
        let second = try store.search(SearchQuery(""), offset: 1, limit: 1)
        #expect(second.total == 3)
        #expect(second.hits.count == 1)
        #expect(try store.search(SearchQuery(""), offset: 9).hits.isEmpty)
        #expect(try store.search(SearchQuery(""), offset: -1, limit: -1).hits.isEmpty)
        // Rules that were given up come last.
        #expect(try store.search(SearchQuery("SendCommand")).hits.last?.rule.id == "AWS.Old")
    }

    /// A rule whose metadata, or code, has a word at its very end.
    private static func found(_ count: Int, inCode: Bool) throws -> Bool {
        func text(_ count: Int) -> String { String(repeating: "x", count: count - " needle".count) + " needle" }
        let files =
            inCode
            ? Shelf.rule("A", "True  # " + text(count - "def rule(event):\n    return True  # ".count))
            : Shelf.rule("A", "True", extra: "Description: " + text(count))
        let shelf = try Shelf(files)
        try shelf.build()
        let results = try shelf.store().search(SearchQuery("needle"))
        return results.hits.map(\.rule.id) == ["A"]
    }

    @Test("metadata is searched up to its limit", arguments: [0, 1]) func labels(past: Int) throws {
        #expect(try Self.found(PreparedRule.labelsMax + past, inCode: false) == (past == 0))
    }

    @Test("code is searched up to its limit", arguments: [0, 1]) func code(past: Int) throws {
        #expect(try Self.found(CatalogSchema.indexedCharactersMax + past, inCode: true) == (past == 0))
    }

    @Test("rules of one answer: as many as the limit, whatever is asked for") func resultCount() throws {
        let most = SearchResults.countMax
        let rules = (0...most).map { number in
            """
            title: Rule \(number)
            id: 00000000-0000-4000-8000-\(100_000_000_000 + number)
            logsource: {product: aws, service: cloudtrail}
            detection: {s: {eventName: Shared}, condition: s}
            """
        }
        let shelf = try Shelf(["/rules/a.yml": rules.joined(separator: "\n---\n")])
        try shelf.build()
        let store = try shelf.store()
        for (limit, count) in [(most - 1, most - 1), (most, most), (most + 1, most), (.max, most)] {
            let results = try store.search(SearchQuery(""), limit: limit)
            #expect(results.hits.count == count)
            #expect(results.total == most + 1)
        }
        // All of them look for one value.
        for (limit, count) in [(most, most), (most + 1, most + 1), (IndicatorPage.rulesMax, most + 1)] {
            let page = try store.indicatorPage(key: #"eventname eq "shared""#, rulesMax: limit)
            #expect(page?.families.map(\.rules.count) == [count])
        }
    }

    @Test("values of a facet: as many as the limit, and one more", arguments: [0, 1]) func facetValues(past: Int) throws
    {
        let most = SearchResults.Facet.valuesMax
        let files = (0..<most + past).reduce(into: [String: String]()) { files, number in
            files.merge(Shelf.rule("R\(number)", "True", extra: "Status: Status\(number)")) { $1 }
        }
        let shelf = try Shelf(files)
        try shelf.build()
        let facets = try shelf.store().search(SearchQuery(""), hasFacets: true).facets
        #expect(facets.first { $0.filter == "status" }?.values.count == most)
    }

    @Test(
        "rules of three and of ten megabytes are rows as short as others, and those beside them are found"
    )
    func longBodies() throws {
        func long(_ id: String, _ count: Int) -> [String: String] {
            Shelf.rule(id, "event.get('long') == '" + String(repeating: "x", count: count) + "'")
        }
        let files = [long("Long", 3 << 20), long("Longer", 10 << 20), Shelf.rule("Short", "event.get('a') == 'b'")]
        let shelf = try Shelf(files.reduce(into: [:]) { $0.merge($1) { $1 } })
        try shelf.build()
        let results = try shelf.store().search(SearchQuery(""))
        #expect(results.hits.map(\.rule.id).sorted() == ["Long", "Longer", "Short"])
        #expect(results.hits.allSatisfy { $0.rule.condition.count <= RuleSummary.conditionLengthMax })
        #expect(try shelf.store().search(SearchQuery("a:b")).hits.map(\.rule.id) == ["Short"])
    }
}
