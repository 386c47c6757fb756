import ExtractionSupport
import Formats
import Foundation
import Pipeline
import TestSupport
import Testing

/// The rules that come with Margay, on recorded attacks: what the pack's README says of them.
@Suite struct StarterPackTests {
    static let pack = Repository.root.appending(path: "packs/aws").path

    @Test("the pack's own tests pass")
    func ownTests() throws {
        let result = try MargayCommand.run(["test", Self.pack])
        #expect(result.status == 0, "\(result.output)")
        #expect(result.output.contains("280 of 280 tests passed"))
    }

    /// What is found in a sample, once for all tests that ask: to analyse the pack takes a debug build ten seconds.
    private static let found = Dictionary(
        uniqueKeysWithValues: ["stratus", "invictus"].map { sample in
            let file = "\(pack)/samples/\(sample).ndjson.gz"
            return (sample, Result { try MargayCommand.run(["scan", "--rules", pack, "--emit", "matches", file]) })
        }
    )

    private func matches(_ sample: String) throws -> [[String: Any]] {
        let result = try #require(Self.found[sample]).get()
        #expect(result.status == 0, "\(result.error)")
        return try result.objects()
    }

    @Test("all recorded techniques of Stratus Red Team are found")
    func techniques() throws {
        let records = Set(try matches("stratus").compactMap { $0["record"] as? Int })
        let data = try Data(contentsOf: URL(filePath: "\(Self.pack)/samples/techniques.json"))
        let techniques = try #require(try JSONSerialization.jsonObject(with: data) as? [String: [Int]])
        #expect(techniques.count == 35)
        for (name, events) in techniques.sorted(by: { $0.key < $1.key }) {
            #expect(!records.isDisjoint(with: events), "\(name)")
        }
    }

    @Test("matches of each rule are those of the README's table", arguments: ["stratus", "invictus"])
    func counts(_ sample: String) throws {
        let readme = try String(contentsOfFile: "\(Self.pack)/README.md", encoding: .utf8)
        var expected: [String: Int] = [:]
        for line in readme.split(separator: "\n") where line.hasPrefix("| `") {
            let cells = line.split(separator: "|", omittingEmptySubsequences: false).map {
                $0.trimmingCharacters(in: .whitespaces)
            }
            guard cells.count > 5, let count = Int(cells[sample == "stratus" ? 4 : 5]) else { continue }
            expected[cells[1].replacing("`", with: "")] = count
        }
        #expect(expected.count > 20)
        let all = try matches(sample)
        #expect(all.allSatisfy { $0["error"] == nil })
        let counts = Dictionary(grouping: all) { $0["detection"] as? String ?? "" }.mapValues(\.count)
        #expect(counts == expected)
    }

    @Test("routing and the number of workers change nothing", arguments: ["matches", "alerts"])
    func sameFindings(_ emit: String) throws {
        let samples = ["stratus", "invictus"].map { "\(Self.pack)/samples/\($0).ndjson.gz" }
        let arguments = ["scan", "--rules", Self.pack, "--format", "ndjson", "--emit", emit] + samples
        let expected = try MargayCommand.run(arguments + ["--workers", "1", "--no-routing"])
        #expect(!expected.output.isEmpty)
        for more in [["--workers", "1"], ["--workers", "3"], ["--workers", "3", "--no-routing"]] {
            let found = try MargayCommand.run(arguments + more)
            #expect(found.output == expected.output, "\(more)")
        }
    }

    @Test("nor do they on events that are almost those of the rules' tests")
    func sameFindingsOnMutatedEvents() throws {
        let pack = RuleFormats.load(roots: [Self.pack], files: DiskFiles())
        var lines: [UInt8] = []
        MutatedEvents(pack).write(1_000) { lines += $0 + [UInt8(ascii: "\n")] }
        let file = FileManager.default.temporaryDirectory.appending(path: "mutated-\(UUID().uuidString).ndjson")
        try Data(lines).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let arguments = ["scan", "--rules", Self.pack, file.path, "--format", "ndjson", "--quiet", "--emit", "matches"]
        let expected = try MargayCommand.run(arguments + ["--workers", "1", "--no-routing"])
        #expect(!expected.output.isEmpty)
        for workers in ["1", "3"] {
            let found = try MargayCommand.run(arguments + ["--workers", workers])
            #expect(found.output == expected.output, "\(workers) workers")
        }
    }
}
