import ChronicleFormat
import Conditions
import Detections
import Diagnostics
import Foundation
import Pipeline
import Testing

/// Google's public rules at commit 19793ebd, where `CHRONICLE_CORPUS` names a checkout.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["CHRONICLE_CORPUS"] != nil)) struct CorpusTests {
    static let files = DiskFiles(currentDirectory: ProcessInfo.processInfo.environment["CHRONICLE_CORPUS"] ?? "")

    @Test("every rule is read, and nearly all are said in conditions") func loads() throws {
        let pack = ChroniclePack.load(roots: ["rules"], files: Self.files)
        for diagnostic in pack.diagnostics {
            print("D", diagnostic.code.identifier, diagnostic.message, diagnostic.file ?? "")
        }
        #expect(pack.filesRead == 886)
        #expect(pack.detections.count + pack.invalid.count == 886)
        var counts: [Completeness: Int] = [:]
        var reasons: [String: Int] = [:]
        for detection in pack.detections {
            guard case .logic(let logic) = detection.body else { continue }
            counts[logic.condition.completeness, default: 0] += 1
            for reason in Set(logic.condition.opaqueNodes.map(\.reason.sentence)) { reasons[reason, default: 0] += 1 }
            if ProcessInfo.processInfo.environment["SHOW"] == detection.id || logic.condition.completeness == .opaque {
                print(detection.id, logic.condition.text)
            }
        }
        print(counts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" })
        for (reason, count) in reasons.sorted(by: { $0.value > $1.value }) { print(count, reason) }
        #expect((counts[.opaque] ?? 0) * 10 <= pack.detections.count)
    }

    @Test("what is printed of a rule reads as the same rule") func prints() throws {
        let pack = ChroniclePack.load(roots: ["rules"], files: Self.files)
        let paths = Set(pack.detections.map(\.source.path) + pack.invalid.map(\.path))
        #expect(paths.count == 886)
        for path in paths.sorted() {
            let source = Source(path: path, bytes: try Self.files.read(path, bytesMax: 1 << 20))
            let first = YaraLParser.parse(source)
            #expect(first.diagnostics.isEmpty, "\(path)")
            let text = YaraLPrinter.print(first.file)
            let second = YaraLParser.parse(Source(path: source.path, text: text))
            #expect(first.file == second.file, "\(source.path)")
            #expect(second.diagnostics.isEmpty, "\(source.path)")
            #expect(YaraLPrinter.print(second.file) == text, "\(source.path)")
        }
    }
}
