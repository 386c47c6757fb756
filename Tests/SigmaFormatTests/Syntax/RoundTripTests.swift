import Diagnostics
import Documents
import Foundation
import SigmaFormat
import TestSupport
import Testing

/// What is printed of a file reads as the same documents.
@Suite("Sigma documents are printed") struct RoundTripTests {
    /// Files below a folder.
    private static func files(in folder: String) -> [String] {
        let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        return names.filter { $0.hasSuffix(".yml") }.sorted().map { "\(folder)/\($0)" }
    }

    /// How many documents a file has, all of which were printed and read again.
    private static func documents(of source: Source) throws -> Int {
        let first = StreamReader(try YAMLDocument.parseAll(source), source)
        // What could not be read cannot be printed.
        guard first.diagnostics.allSatisfy({ $0.severity != .error }) else { return 0 }
        for document in first.documents {
            let printed = Source(path: source.path, bytes: try document.json())
            let second = StreamReader(try YAMLDocument.parseAll(printed), printed)
            #expect(second.documents == [document], "\(source.path)")
            // Printing is done once what was printed is printed as it stands.
            #expect(try second.documents.first?.json() == printed.bytes, "\(source.path)")
        }
        return first.documents.count
    }

    static let packFiles = files(in: Repository.root.appending(path: "packs/sigma-aws/rules").path)

    @Test("the pack's rules are there") func packFound() { #expect(Self.packFiles.count > 9) }

    @Test("the pack's rules", arguments: packFiles)
    func own(_ path: String) throws {
        let bytes = Array(try Data(contentsOf: URL(filePath: path)))
        #expect(try Self.documents(of: Source(path: path, bytes: bytes)) > 0)
    }

    /// A file, and how many documents are in it.
    static let samples: [(String, Int)] = [
        (SigmaLoadTests.rule, 1), (SigmaLoadTests.filter, 1), (SigmaLoadTests.correlation, 1),
        (SigmaSample.file("s: {f|contains|all: ['a\\*', '*b'], 'g|re|i': '\\d', h: }\ncondition: s or not 1 of s*"), 1),
        (SigmaSample.file("k: [evil, {a: 1}, 4625, 1.5, true]\n'1': {'|all': [a, b]}\ncondition: [k, all of them]"), 1),
        (SigmaSample.file("s: {f: 1}\ntimeframe: 5m\ncondition: s | count(u) by h > 3"), 1),
        // Words that are none of their key's.
        ("title: T\nstatus: Test\nlevel: hgih\nlogsource: {product: x}\ndetection: {s: {f: 1}, condition: s}", 1),
        ("action: global\ntitle: x\nlogsource: {product: x}\n---\ndetection: {s: {f: 1}, condition: s}", 1),
        (SigmaLoadTests.filter.replacing("rules: [root_login]", with: "rules: any"), 1),
        (SigmaLoadTests.filter.replacing("rules: [root_login]", with: "rules: root_login"), 1),
        (
            """
            title: All
            generate: true
            correlation:
                name: all_of_it
                type: value_percentile
                rules: one
                group-by: user
                timespan: 2d
                condition: {gt: 1.5, lte: 100, field: bytes, percentile: 95}
                aliases: {user: {one: userIdentity.arn}}
            """, 1
        ),
        ("title: T\ncorrelation: {type: temporal, timespan: 5m, condition: a and not (b or c)}", 1),
        ("title: T\ncorrelation: {type: temporal_ordered, timespan: 5m, condition: b and a}", 1),
        ("title: T\ncorrelation: {type: value_median, rules: a, timespan: 5m, condition: {gt: 1, field: f}}", 1),
        ("title: T\ncorrelation: {type: temporal, rules: [a, b], timespan: 90m, group-by: [x], generate: true}", 1),
    ]

    /// Keys that JSON would make texts of, and bytes, wherever a document has them of its own.
    @Test(
        "what JSON has no form for is not printed",
        arguments: [
            ("{10: a}", DataNode.JSONFault.key), ("[{b: {1.5: a}}]", .key), ("{null: a}", .key), ("{true: a}", .key),
            ("!!binary aGk=", .bytes), ("{b: {'10': a}}", nil),
        ]
    )
    func unprintable(_ row: (String, DataNode.JSONFault?)) throws {
        let text = "title: T\nmine: \(row.0)\nlogsource: {product: x}\ndetection: {s: {f: 1}, condition: s}"
        let source = Source(path: "a.yml", text: text)
        let stream = StreamReader(try YAMLDocument.parseAll(source), source)
        let document = try #require(stream.documents.first)
        #expect(stream.diagnostics.allSatisfy { $0.severity != .error })
        do {
            _ = try document.json()
            #expect(row.1 == nil)
        } catch { #expect(error == row.1) }
    }

    @Test("every kind of document", arguments: samples)
    func sample(_ row: (String, Int)) throws {
        #expect(try Self.documents(of: Source(path: "a.yml", text: row.0)) == row.1)
    }

    /// SigmaHQ's rules, where `SIGMA_CORPUS` names a checkout.
    @Test("a corpus", .enabled(if: ProcessInfo.processInfo.environment["SIGMA_CORPUS"] != nil)) func corpus() throws {
        var (files, count) = (0, 0)
        for path in Self.files(in: ProcessInfo.processInfo.environment["SIGMA_CORPUS"] ?? "") {
            let source = Source(path: path, bytes: Array(try Data(contentsOf: URL(filePath: path))))
            let documents = try Self.documents(of: source)
            files += documents > 0 ? 1 : 0
            count += documents
        }
        print("\(count) documents of \(files) files")
        #expect(count > 0)
    }
}
