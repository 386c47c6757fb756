import ChronicleFormat
import Diagnostics
import Foundation
import TestSupport
import Testing

/// Whole files: those that the fuzzer starts from, and a pack.
@Suite struct SeedTests {
    static let files = ["Fuzz/YaraL/Seeds", "Tests/Packs/yara-l"].flatMap { folder -> [String] in
        let found = try? FileManager.default.contentsOfDirectory(atPath: Repository.root.appending(path: folder).path)
        return (found ?? []).filter { $0.hasSuffix(".yaral") }.sorted().map { "\(folder)/\($0)" }
    }

    @Test("they are found") func found() { #expect(Self.files.count > 4) }

    @Test("a file is read whole, and its print is the same file", arguments: files)
    func print(_ path: String) throws {
        let text = try String(contentsOf: Repository.root.appending(path: path), encoding: .utf8)
        let first = YaraLParser.parse(Source(path: path, text: text))
        #expect(first.diagnostics.map(\.message).isEmpty)
        let printed = YaraLPrinter.print(first.file)
        let second = YaraLParser.parse(Source(path: path, text: printed))
        #expect(second.file == first.file)
        #expect(YaraLPrinter.print(second.file) == printed)
    }
}
