import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import PythonSyntax

/// CPython's own library, parsed by both: equal trees, or both refuse.
///
/// `MARGAY_CORPUS` names more folders, separated by colons, whose `.py` files are all compared; `MARGAY_CORPUS=library`
/// means all of CPython's library instead of a sample.
@Suite struct CorpusTests {
    /// Files in an encoding that only CPython takes; they are refused here.
    static let refused = [
        "/encoded_modules/module_iso_8859_1.py", "/encoded_modules/module_koi8_r.py", "/test/test_source_encoding.py",
    ]

    static let sampleCount = 150

    static func files(under folder: String) -> [String] {
        guard let paths = FileManager.default.enumerator(atPath: folder) else { return [] }
        return paths.compactMap { $0 as? String }
            .filter { $0.hasSuffix(".py") && !$0.contains("site-packages") }
            .sorted().map { "\(folder)/\($0)" }
    }

    static var corpus: [String] {
        let wanted = ProcessInfo.processInfo.environment["MARGAY_CORPUS"]
        if let wanted, wanted != "library" { return wanted.split(separator: ":").flatMap { files(under: String($0)) } }
        guard let library = Reference.library else { return [] }
        let all = files(under: library)
        guard wanted == nil else { return all }
        let stride = max(1, all.count / sampleCount)
        return all.enumerated().filter { $0.offset % stride == 0 }.map(\.element)
    }

    @Test("trees equal CPython's", .enabled(if: pythonPath != nil, "needs python3.11"))
    func equal() throws {
        let files = Self.corpus
        #expect(files.count >= 100)
        for start in stride(from: 0, to: files.count, by: 50) {
            let chunk = Array(files[start..<min(start + 50, files.count)])
            let references = try Reference.about(files: chunk)
            try #require(references.count == chunk.count)
            for (file, reference) in zip(chunk, references) {
                let bytes = Array(try Data(contentsOf: URL(filePath: file)))
                let result = Parser.parse(Source(path: file, bytes: bytes))
                if Self.refused.contains(where: { file.hasSuffix($0) }) {
                    #expect(result.diagnostics.first?.code == .unsupportedEncoding)
                    continue
                }
                let dump = result.isValid ? Dumper.dump(result.module) : nil
                guard dump.map({ Array($0.utf8) }) != reference.dump.map({ Array($0.utf8) }) else { continue }
                Issue.record("\(file): \(Self.difference(dump, reference, result))")
            }
        }
    }

    static func difference(_ dump: String?, _ reference: Reference, _ result: ParseResult) -> String {
        guard let dump else {
            return "refused: " + (result.diagnostics.first.map(Renderer(usesColor: false).render) ?? "")
        }
        guard let wanted = reference.dump else { return "CPython refuses: \(reference.error)" }
        let (left, right) = (Array(dump.unicodeScalars), Array(wanted.unicodeScalars))
        let place = zip(left, right).prefix { $0 == $1 }.count
        func around(_ text: [Unicode.Scalar]) -> String {
            var shown = ""
            shown.unicodeScalars.append(contentsOf: text[max(0, place - 60)..<min(text.count, place + 60)])
            return shown
        }
        return "ours …\(around(left))… theirs …\(around(right))…"
    }
}
