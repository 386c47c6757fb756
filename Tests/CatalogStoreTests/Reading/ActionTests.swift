import Catalog
import Testing

@testable import CatalogStore

/// Operations of many rules, and rules of many operations.
@Suite struct ActionTests {
    /// A rule of operations `Create0`, `Create1`, ….
    private static func rule(_ id: String, _ operations: Range<Int>) -> [String: String] {
        let names = operations.map { "\"Create\($0)\"" }.joined(separator: ", ")
        return Shelf.rule(id, "event.get(\"eventName\") in (\(names),)")
    }

    private static func store(_ files: [String: String]) throws -> CatalogStore {
        let shelf = try Shelf(files)
        try shelf.build()
        return try shelf.store()
    }

    @Test("a pattern stands for as many operations as the limit, or for none", arguments: [0, 1])
    func patterns(past: Int) throws {
        let count = RelationWriter.patternActionsMax + past
        let pattern = Shelf.rule("Pattern", #"event.get("eventName", "").startswith("Create")"#)
        let store = try Self.store(Self.rule("List", 0..<count) + pattern)
        let page = try #require(try store.page(slug: "panther-Pattern"))
        #expect(page.sameAction.actions.count == (past == 0 ? count : 0))
        #expect(page.sameAction.sameVendor.map(\.rule.id) == (past == 0 ? ["List"] : []))
    }

    @Test("rules of one list: as many as the limit are shown, and the rest is counted", arguments: [0, 1])
    func rules(past: Int) throws {
        let others = PageReader.actionRulesMax + past
        let files = (0...others).map { Self.rule("R\($0)", 0..<1) }.reduce([:], +)
        let section = try #require(try Self.store(files).page(slug: "panther-R0")).sameAction
        #expect(section.sameVendor.count == PageReader.actionRulesMax)
        #expect(section.omitted == past)
    }

    @Test("operations of a list: as many as the limit, and one more", arguments: [0, 1])
    func operations(past: Int) throws {
        let most = CatalogStore.actionsMax
        let store = try Self.store(Self.rule("A", 0..<most / 2) + Self.rule("B", most / 2..<most + past))
        #expect(try store.actions(limit: .max).count == most)
        #expect(try store.actions(limit: most - 1).count == most - 1)
    }
}
