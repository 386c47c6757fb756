import Catalog
import CatalogStore
import Conditions
import Detections
import Engine
import Foundation
import GRDB
import Synchronization
import TestSupport
import Testing

/// What a build reads, keeps and takes away.
@Suite struct BuildTests {
    static let send = Shelf.rule("Send", #"event.get("eventName") == "SendCommand""#)
    static let other = Shelf.rule("Other", #"event.get("eventName") == "CreateUser""#)
    static let helper = [
        "/rules/global_helpers/names.py": "NAME = \"SendCommand\"\n",
        "/rules/global_helpers/names.yml": "AnalysisType: global\nGlobalID: names\nFilename: names.py\n",
    ]

    private static func slugs(_ shelf: Shelf) throws -> [String] {
        try shelf.store().slugs(SearchQuery("")).sorted()
    }

    @Test("what is unchanged is not read again")
    func unchanged() throws {
        let shelf = try Shelf(Self.send + Self.other + Self.helper)
        let first = try shelf.build()
        #expect(first.collections.map(\.madeCount) == [2])
        let second = try shelf.build()
        #expect(second.isUnchanged)
        #expect(second.ruleCount == 2)
        // Another program may find more in the same rules.
        #expect(try shelf.build(program: "newer").collections.map(\.madeCount) == [2])
    }

    @Test("a changed rule is made anew by itself")
    func changedRule() throws {
        let shelf = try Shelf(Self.send + Self.other + Self.helper)
        try shelf.build()
        shelf.files.contents["/rules/rules/Other.py"] = Array(
            "def rule(event):\n    return event.get(\"eventName\") == \"DeleteUser\"\n".utf8
        )
        let report = try shelf.build()
        #expect(report.collections.map(\.madeCount) == [1])
        #expect(try shelf.store().page(slug: "panther-Other")?.logic.record.text == #"eventName eq "DeleteUser""#)
        #expect(try Self.slugs(shelf) == ["panther-Other", "panther-Send"])
        // Nothing is left of what it was.
        #expect(try shelf.store().slugs(SearchQuery("CreateUser")).isEmpty)
        #expect(try shelf.store().slugs(SearchQuery("DeleteUser")) == ["panther-Other"])
        #expect(try shelf.store().indicatorPage(key: #"eventname eq "createuser""#) == nil)
    }

    @Test("a helper may matter to every rule")
    func changedHelper() throws {
        let body = "from names import NAME\n\ndef rule(event):\n    return event.get(\"eventName\") == NAME\n"
        let shelf = try Shelf(Self.send + Self.other + Self.helper + ["/rules/rules/Send.py": body])
        try shelf.build()
        #expect(try shelf.store().page(slug: "panther-Send")?.logic.record.text == #"eventName eq "SendCommand""#)
        shelf.files.contents["/rules/global_helpers/names.py"] = Array("NAME = \"GetObject\"\n".utf8)
        #expect(try shelf.build().collections.map(\.madeCount) == [2])
        #expect(try shelf.store().page(slug: "panther-Send")?.logic.record.text == #"eventName eq "GetObject""#)
    }

    @Test("a correlation is read with the rules that it looks at")
    func changedCorrelation() throws {
        func correlation(_ count: Int) -> String {
            """
            title: Many calls
            id: 0e95725d-7320-415d-80f7-004da920fc12
            status: test
            correlation:
                type: event_count
                rules: [0e95725d-7320-415d-80f7-004da920fc11]
                group-by: [userName]
                timespan: 5m
                condition: {gte: \(count)}
            level: high
            """
        }
        let one = """
            title: One call
            id: 0e95725d-7320-415d-80f7-004da920fc11
            status: test
            logsource: {product: aws, service: cloudtrail}
            detection:
                selection: {eventName: SendCommand}
                condition: selection
            level: low
            """
        let shelf = try Shelf(["/rules/one.yml": one, "/rules/many.yml": correlation(5)])
        #expect(try shelf.build().ruleCount == 2)
        let slug = "sigma-0e95725d-7320-415d-80f7-004da920fc12"
        let before = try #require(try shelf.store().page(slug: slug)).logic.record.text
        #expect(before.contains("0e95725d-7320-415d-80f7-004da920fc11"))
        shelf.files.contents["/rules/many.yml"] = Array(correlation(6).utf8)
        #expect(try shelf.build().ruleCount == 2)
        let after = try #require(try shelf.store().page(slug: slug)).logic.record.text
        #expect(after == before.replacing(">= 5 ", with: ">= 6 "))
        // Without that rule it is another correlation.
        shelf.files.contents["/rules/one.yml"] = nil
        #expect(try shelf.build().ruleCount == 1)
        #expect(try shelf.store().page(slug: slug)?.logic.record.text != after)
    }

    @Test("rules come and go with their files")
    func addAndRemove() throws {
        let shelf = try Shelf(Self.send)
        try shelf.build()
        for (path, text) in Self.other { shelf.files.contents[path] = Array(text.utf8) }
        #expect(try shelf.build().collections.map(\.madeCount) == [1])
        #expect(try Self.slugs(shelf) == ["panther-Other", "panther-Send"])
        for path in Self.send.keys { shelf.files.contents[path] = nil }
        let report = try shelf.build()
        #expect(report.collections.map(\.removedCount) == [1])
        #expect(try Self.slugs(shelf) == ["panther-Other"])
        // A page of a document changes no rule.
        shelf.files.contents["/rules/README.md"] = Array("words".utf8)
        #expect(try shelf.build().isUnchanged)
    }

    @Test("an identifier of another folder has a page of its own, and is a duplicate")
    func sameIdentifier() throws {
        let copy = Shelf.rule("Send", #"event.get("eventName") in {"SendCommand"}"#, in: "/copy/rules")
        let shelf = try Shelf(Self.send + copy)
        try shelf.build(["/rules", "/copy"])
        let slugs = try Self.slugs(shelf)
        #expect(slugs.count == 2)
        #expect(slugs.allSatisfy { $0.hasPrefix("panther-Send") })
        let page = try #require(try shelf.store().page(slug: "panther-Send"))
        #expect(page.rule.collection == "rules")
        #expect(page.duplicates.map(\.kind) == [.exact])
        #expect(page.sameAction.sameVendor.map(\.rule.collection) == ["copy"])
        #expect(page.indicators.map(\.allRules) == [1])
        // A collection that is not named goes.
        try shelf.build(["/rules"])
        #expect(try Self.slugs(shelf) == ["panther-Send"])
        #expect(try shelf.store().page(slug: "panther-Send")?.duplicates.isEmpty == true)
    }

    @Test("values that Unicode takes for equal and that are written otherwise are counted one by one")
    func canonicallyEquivalent() throws {
        // The quads of type, which decompose to the spaces, and the spaces.
        let values = ["\u{2000}", "\u{2002}", "\u{2001}", "e\u{301}", "\u{e9}"]
        let condition = "event.get(\"eventName\") in (" + values.map { "\"\($0)\"" }.joined(separator: ", ") + ")"
        let shelf = try Shelf(Shelf.rule("One", condition) + Shelf.rule("Two", condition))
        try shelf.build()
        let store = try shelf.store()
        let page = try #require(try store.page(slug: "panther-One"))
        #expect(page.indicators.map(\.allRules) == [1, 1, 1, 1, 1])
        #expect(page.sameAction.actions.count == 5)
        #expect(page.similar.map(\.reason) == ["same eventName, 5 of 5 conditions shared"])
        for entry in page.indicators {
            #expect(try store.indicatorPage(key: entry.indicator.key)?.families.map(\.rules.count) == [2])
        }
    }

    @Test("a query in a document is shown as the query that it is")
    func documents() throws {
        let page = "# Sign-ins\n\nThose that failed.\n\n```kql\nSigninLogs\n| where ResultType == \"50126\"\n```\n"
        let shelf = try Shelf(["/rules/hunt.md": page])
        try shelf.build()
        let store = try shelf.store()
        let slug = try #require(try store.slugs().first)
        let source = try #require(try store.page(slug: slug)?.sources.first)
        #expect(source.path == "hunt.md")
        #expect(source.language == "kql")
        #expect(source.text.hasPrefix("\n\n\n\n\nSigninLogs"))
    }

    @Test("of two patterns that stand for one operation the one that stands for fewer counts")
    func patterns() throws {
        let named = #"event.get("eventName") in ("CreateUser", "CreateRole", "DeleteRole")"#
        let first = #"event.get("eventName", "").startswith("Create") and event.get("eventName", "").endswith("User")"#
        let second = #"event.get("eventName", "").endswith("User") and event.get("eventName", "").startswith("Create")"#
        let shelf = try Shelf(
            Shelf.rule("Named", named) + Shelf.rule("First", first) + Shelf.rule("Second", second)
        )
        try shelf.build()
        let page = try #require(
            try shelf.store().actionPage(family: "AWS.CloudTrail", field: "eventName", name: "CreateUser")
        )
        #expect(page.rules.map(\.rule.id) == ["Named", "First", "Second"])
        #expect(page.rules.map(\.alternatives) == [3, 1, 1])
    }

    @Test("what cannot be read is counted, and the rest is there")
    func invalid() throws {
        let shelf = try Shelf(Self.send + ["/rules/rules/bad.yml": "AnalysisType: rule\nRuleID: [\n"])
        let report = try shelf.build()
        #expect(report.ruleCount == 1)
        #expect(report.collections.map(\.invalidCount) == [1])
        let broken = try Shelf(Self.send + ["/rules/rules/Send.py": "def rule(event:\n"])
        try broken.build()
        let page = try #require(try broken.store().page(slug: "panther-Send"))
        #expect(page.logic.condition == nil)
        #expect(page.logic.record.completeness == .opaque)
    }

    @Test("readers see the old state until the new one is whole")
    func atomic() throws {
        let shelf = try Shelf(Self.send)
        try shelf.build()
        let reader = try shelf.store()
        shelf.files = MemoryFiles(Self.other)
        // The whole catalogue is replaced while it is being read.
        let frozen = try reader.frozen()
        try shelf.build()
        let seen = Mutex<Set<String>>([])
        // More threads than there are readers.
        _ = Workers(20).map(100) { _ in
            let pages = (try? frozen.slugs().compactMap { try frozen.page(slug: $0)?.rule.id }) ?? []
            seen.withLock { $0.formUnion(pages) }
        }
        #expect(seen.withLock { $0 } == ["Send"])
        #expect(throws: CatalogFault.self) { try Shelf.builder(frozen, shelf.files).build([]) }
        #expect(try reader.slugs(SearchQuery("")) == ["panther-Other"])
    }

    @Test("two builds of one file: the second waits, then says so")
    func busy() throws {
        let shelf = try Shelf(Self.send)
        try shelf.build()
        var configuration = Configuration()
        configuration.busyMode = .immediateError
        let other = try DatabaseQueue(path: shelf.path, configuration: configuration)
        try other.writeWithoutTransaction { db in
            try db.execute(sql: "BEGIN IMMEDIATE")
            #expect(throws: CatalogFault.busy(path: shelf.path)) { try shelf.build() }
            try db.execute(sql: "ROLLBACK")
        }
        #expect(try shelf.build().isUnchanged)
    }

    @Test("files that are no catalogue are left alone")
    func foreign() throws {
        let shelf = try Shelf()
        #expect(throws: CatalogFault.missing(path: shelf.path)) { try CatalogStore(reading: shelf.path) }
        let other = try DatabaseQueue(path: shelf.path)
        try other.write { try $0.execute(sql: "CREATE TABLE mine(a); INSERT INTO mine VALUES (1)") }
        #expect(throws: CatalogFault.foreign(path: shelf.path)) { try CatalogStore(reading: shelf.path) }
        #expect(throws: CatalogFault.foreign(path: shelf.path)) { try CatalogStore(building: shelf.path) }
        #expect(try other.read { try Int.fetchOne($0, sql: "SELECT a FROM mine") } == 1)
        let text = shelf.folder.appending(path: "text.db")
        try "not a database, whatever its name says".write(to: text, atomically: true, encoding: .utf8)
        #expect(throws: CatalogFault.foreign(path: text.path)) { try CatalogStore(reading: text.path) }
    }

    @Test("a catalogue of another form is made anew by a build, and refused to readers")
    func otherFormat() throws {
        let shelf = try Shelf(Self.send)
        try shelf.build()
        let other = try DatabaseQueue(path: shelf.path)
        try other.write { try $0.execute(sql: "UPDATE fact SET value = 'x' WHERE name = 'format'") }
        #expect(throws: CatalogFault.otherFormat(path: shelf.path, found: "x")) { try shelf.store() }
        #expect(try shelf.build().collections.map(\.madeCount) == [1])
        #expect(try Self.slugs(shelf) == ["panther-Send"])
    }
}
