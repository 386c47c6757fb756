import Conditions
import Detections
import Diagnostics
import Documents
import Foundation
import KQL
import Pipeline
import Testing

@testable import SentinelFormat

/// Public collections of KQL, each a folder of the one that `KQL_CORPUS` names; `docs/formats/kql.md` says which and what came out.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["KQL_CORPUS"] != nil)) struct CorpusTests {
    static let files = DiskFiles(currentDirectory: ProcessInfo.processInfo.environment["KQL_CORPUS"] ?? "")

    /// A text that is, or should be, a query.
    struct Text {
        var source: Source
        /// Whether its fence, its file or its key calls it KQL. Others count only if they look like it.
        var isLabelled: Bool

        var collection: String { String(source.path.prefix { $0 != "/" }) }
    }

    static func folders() -> [String] {
        (try? files.list("."))?.filter { $0.kind == .directory }.map(\.name).sorted() ?? []
    }

    /// All texts, in the order of their paths.
    static func texts() -> [Text] {
        var walk = FileWalk(files, FileSelection()) { QueryFile.Kind(name: $0) != nil }
        for folder in folders() { walk.walk(folder) }
        return walk.found.compactMap(QueryFile.init).flatMap { file -> [Text] in
            guard let bytes = try? files.read(file.path, bytesMax: 4 << 20) else { return [] }
            let source = Source(path: file.path, bytes: UnicodeText.utf8(bytes))
            switch file.kind {
            case .query: return [Text(source: source, isLabelled: true)]
            case .yaml:
                guard let root = try? YAMLDocument.parse(source), let rule = AnalyticsRule(root, source) else {
                    return []
                }
                return [Text(source: rule.querySource, isLabelled: true)]
            case .markdown:
                return MarkdownPage(bytes, blocksMax: 500).blocks.compactMap { block in
                    guard block.label.isQuery || MarkdownPage.looksLikeQuery(block.text) else { return nil }
                    return Text(source: Source(path: file.path, bytes: block.source), isLabelled: block.label.isQuery)
                }
            }
        }
    }

    @Test("every text is read but those that are broken where they stand, and its print reads as the same") func reads()
    {
        var rows: [String: (texts: Int, unlabelled: Int, read: Int, same: Int)] = [:]
        for text in Self.texts() {
            var row = rows[text.collection] ?? (0, 0, 0, 0)
            row.texts += 1
            row.unlabelled += text.isLabelled ? 0 : 1
            let first = Parser.parse(text.source)
            let printed = Printer.print(first.script)
            let again = Parser.parse(Source(path: "print", text: printed))
            if let error = first.diagnostics.first(where: { $0.severity == .error }) {
                let place = error.location.map { "\($0.line):\($0.column)" } ?? ""
                print("\(text.source.path):\(place) \(text.isLabelled ? "" : "(no label) ")\(error.message)")
            } else {
                row.read += 1
                let isSame = again.isValid && again.script == first.script && Printer.print(again.script) == printed
                row.same += isSame ? 1 : 0
                #expect(isSame, "\(text.source.path)")
            }
            rows[text.collection] = row
        }
        print("collection: texts (without a label), read, same after printing")
        for (name, row) in rows.sorted(by: { $0.key < $1.key }) {
            print("\(name): \(row.texts) (\(row.unlabelled)), \(row.read), \(row.same)")
        }
        let (texts, read) = rows.values.reduce(into: (0, 0)) { $0 = ($0.0 + $1.texts, $0.1 + $1.read) }
        print("all: \(texts), \(read)")
        #expect(texts > 0)
    }

    @Test("of nearly all queries a part is said in conditions") func says() {
        let pack = SentinelPack.load(roots: Self.folders(), files: Self.files)
        var counts: [Completeness: Int] = [:]
        var reasons: [OpaqueReason: Int] = [:]
        var empty = 0
        for detection in pack.detections {
            guard case .logic(let logic) = detection.body else { continue }
            counts[logic.condition.completeness, default: 0] += 1
            empty += logic.condition == .constant(true) ? 1 : 0
            for reason in Set(logic.condition.opaqueNodes.map(\.reason)) { reasons[reason, default: 0] += 1 }
        }
        print("queries: \(pack.detections.count), of which \(empty) test nothing; left out: \(pack.invalid.count)")
        for (completeness, count) in counts.sorted(by: { $0.key < $1.key }) { print("\(completeness): \(count)") }
        for (reason, count) in reasons.sorted(by: { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }).prefix(
            10
        ) {
            print("\(count) \(reason.rawValue): \(reason.sentence)")
        }
        #expect((counts[.opaque] ?? 0) * 100 <= pack.detections.count * 15)
    }
}
