import Detections
import Diagnostics
import Foundation
import PantherFormat
import TestSupport
import Testing

/// Files and what Panther's tool 1.11.1 says of each, word for word; `verdicts.txt` holds both
/// (`scripts/compare-with-pat --verdicts` has the tool say it).
@Suite struct VerdictTests {
    struct Row: CustomTestStringConvertible, Sendable {
        var name: String
        var text: String
        var message: String
        var testDescription: String { name }
    }

    static let rows: [Row] = {
        let file = Repository.root.appending(path: "Tests/PantherFormatTests/Validation/verdicts.txt")
        let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        return text.components(separatedBy: "=== ").dropFirst().compactMap { chunk in
            guard let line = chunk.firstIndex(of: "\n") else { return nil }
            let parts = String(chunk[chunk.index(after: line)...]).components(separatedBy: "=>\n")
            guard parts.count == 2 else { return nil }
            return Row(name: String(chunk[..<line]), text: parts[0], message: String(parts[1].dropLast()))
        }
    }()

    @Test("the table is there") func rowsFound() { #expect(Self.rows.count > 300) }

    @Test("the verdict and its words are the tool's", arguments: rows)
    func verdict(_ row: Row) {
        var options = LoadOptions()
        options.ignoresTableNames = true
        let files = MemoryFiles(["rules/f.yml": row.text, "rules/a.py": "def rule(event): return True\n"])
        let pack = PantherPack.load(roots: ["rules"], files: files, options: options)
        // Bases and members that do not exist are another matter than the file itself.
        let found = pack.invalid.first?.patMessage
        switch row.message {
        case "(valid)", "(no item)": #expect(found == nil)
        default: #expect(found == row.message)
        }
        for item in pack.invalid {
            #expect(!item.diagnostics.isEmpty)
            for diagnostic in item.diagnostics {
                #expect(diagnostic.code.identifier != "MG0339", "no code for: \(item.patMessage)")
                #expect(diagnostic.span != nil)
            }
        }
    }
}
