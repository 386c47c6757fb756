import Diagnostics
import Foundation
import KQL
import TestSupport
import Testing

/// Whole queries: those that the fuzzer starts from.
@Suite struct SeedTests {
    static let folder = Repository.root.appending(path: "Fuzz/Kql/Seeds")
    static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
        .filter { $0.hasSuffix(".kql") }.sorted()

    @Test("they are found") func found() { #expect(Self.names.count > 2) }

    @Test("a query is read whole, and its print is the same query", arguments: names)
    func print(_ name: String) throws {
        let text = try String(contentsOf: Self.folder.appending(path: name), encoding: .utf8)
        let result = parse(text)
        #expect(complaints(text).isEmpty)
        let printed = Printer.print(result.script)
        #expect(parse(printed).script == result.script)
        #expect(Printer.print(parse(printed).script) == printed)
    }
}
