import Foundation
import TestSupport
import Testing

/// Documents lead somewhere, are found, and agree with the sources.
@Suite struct DocumentTests {
    static func exists(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: Repository.root.appending(path: path).path)
    }

    @Test("the documents are there") func documentsFound() {
        #expect(MarkdownPage.all.contains("README.md"))
        #expect(MarkdownPage.all.contains("docs/architecture.md"))
        #expect(MarkdownPage.all.contains { $0.hasPrefix("docs/adr/") })
    }

    @Test("every link leads to a file, and to a heading of it", arguments: MarkdownPage.all)
    func links(of path: String) throws {
        let page = try MarkdownPage(path)
        for link in page.links {
            let target = page.resolve(link)
            guard Self.exists(target.path) else {
                Issue.record("\(path): \(link) leads to no file")
                continue
            }
            guard let heading = target.heading else { continue }
            let anchors = try MarkdownPage(target.path).anchors
            #expect(anchors.contains(heading), "\(path): \(link) leads to no heading")
        }
    }

    @Test("every document can be reached from README.md or docs/architecture.md") func reachable() throws {
        var found: Set<String> = ["README.md", "docs/architecture.md"]
        var pending = Array(found)
        while let path = pending.popLast() {
            let page = try MarkdownPage(path)
            for link in page.links {
                let target = page.resolve(link).path
                guard target.hasSuffix(".md"), Self.exists(target), found.insert(target).inserted else { continue }
                pending.append(target)
            }
        }
        let lost = MarkdownPage.all.filter { $0.hasPrefix("docs/") && !found.contains($0) }
        #expect(lost.isEmpty, "link these from README.md, docs/architecture.md or a page they link")
    }

    /// Decisions are dated and not rewritten, so they may name what has gone since.
    static let current = MarkdownPage.all.filter { !$0.hasPrefix("docs/adr/") }

    @Test("files that documents name are there", arguments: current)
    func namedFiles(in path: String) throws {
        let roots = ["Sources/", "Tests/", "Fuzz/", "Benchmarks/", "docs/", "packs/", "scripts/"]
        for span in try MarkdownPage(path).codeSpans where roots.contains(where: span.hasPrefix) {
            // `<Name>` stands for any name, and arguments may follow a path.
            guard !span.contains(where: { "<*… ".contains($0) }) else { continue }
            #expect(Self.exists(span), "\(path) names `\(span)`")
        }
    }

    // MARK: Limits

    /// A row of `docs/limits.md`.
    struct LimitRow: CustomTestStringConvertible {
        /// `Limits.stepsMax`.
        var name: String
        /// `64 MiB`.
        var value: String
        var file: String

        var testDescription: String { name }
    }

    static let limits: [LimitRow] =
        ((try? MarkdownPage("docs/limits.md"))?.rows ?? []).compactMap { cells in
            guard cells.count == 4, let name = cells.first, name.hasPrefix("`") else { return nil }
            return LimitRow(
                name: name.replacing("`", with: ""),
                value: cells[1],
                file: cells[3].replacing("`", with: "")
            )
        }

    @Test("the limits are there") func limitsFound() { #expect(Self.limits.count > 60) }

    @Test("a documented limit is declared where it says, with that default", arguments: limits)
    func limit(_ row: LimitRow) throws {
        let member = try #require(row.name.split(separator: ".").last)
        let documented = try #require(Self.number(row.value), "no number: \(row.value)")
        let source = try String(contentsOf: Repository.root.appending(path: row.file), encoding: .utf8)
        let declaration = try Regex("\\b\(member)\\b(?:: \\w+)? = ([0-9_]+(?: (?:<<|\\*) [0-9]+)?)")
        let declared = source.matches(of: declaration).compactMap { match in
            match.output[1].substring.flatMap(Self.literal)
        }
        #expect(declared.contains(documented), "\(row.file) declares \(declared)")
    }

    /// The words of each file of tests. Not of this one, which may name a limit in words.
    static let testWords: [Set<Substring>] = {
        let tests =
            FileManager.default
            .enumerator(at: Repository.root.appending(path: "Tests"), includingPropertiesForKeys: nil)?
            .compactMap { $0 as? URL }
            .filter { $0.pathExtension == "swift" && $0.path != #filePath } ?? []
        return tests.compactMap { file in
            (try? String(contentsOf: file, encoding: .utf8)).map { Set($0.split { !$0.isLetter && !$0.isNumber }) }
        }
    }()

    /// Limits that tests know by their number only. May only shrink.
    static let numbered: Set<String> = [
        "SigmaOptions.testsMax", "SigmaOptions.testFoldersMax", "DocumentReader.rulesMax",
        "DocumentReader.groupFieldsMax", "DocumentReader.nestingMax", "DocumentReader.identifiersMax",
        "DocumentReader.diagnosticsMax", "ItemLowering.expansionsMax", "ItemLowering.textsMax",
        "DetectionLowering.weightMax",
    ]

    @Test("a limit is named by a test, and so is its type", arguments: limits)
    func testedLimit(_ row: LimitRow) throws {
        #expect(Self.testWords.count > 100)
        let names = row.name.split(separator: ".")
        let isNamed = Self.testWords.contains { words in names.allSatisfy(words.contains) }
        #expect(isNamed != Self.numbered.contains(row.name), "\(isNamed ? "a" : "no") test names \(row.name)")
    }

    /// `1,000`, `64 MiB`.
    static func number(_ text: String) -> Int? {
        let parts = text.split(separator: " ")
        let units = ["KiB": 1 << 10, "MiB": 1 << 20, "GiB": 1 << 30]
        guard let digits = parts.first, let count = Int(digits.replacing(",", with: "")) else { return nil }
        guard parts.count > 1 else { return count }
        return units[String(parts[1])].map { $0 * count }
    }

    /// `10_000`, `64 << 20`, `200 * 1024`.
    static func literal(_ text: Substring) -> Int? {
        let parts = text.replacing("_", with: "").split(separator: " ")
        guard let first = parts.first.flatMap({ Int($0) }) else { return nil }
        guard parts.count == 3, let second = Int(parts[2]) else { return first }
        return parts[1] == "<<" ? first << second : first * second
    }
}
