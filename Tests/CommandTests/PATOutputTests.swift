import Foundation
import TestSupport
import Testing

/// Packs, and what Panther's tool 1.11.1 printed of each, line for line.
///
/// `PATOutputs` holds a file for each: flags, files, then exit code, the last line on standard error and the output. The tool
/// writes the latter: `scripts/compare-with-pat --record Tests/CommandTests/PATOutputs`.
@Suite struct PATOutputTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var name: String
        var flags: [String]
        var files: [String: String]
        var expected: String
        var testDescription: String { name }
    }

    static let cases: [Case] = {
        let folder = Repository.root.appending(path: "Tests/CommandTests/PATOutputs")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()) ?? []
        return names.compactMap { name in
            guard let text = try? String(contentsOf: folder.appending(path: name), encoding: .utf8) else { return nil }
            let halves = text.components(separatedBy: "\n=> ")
            guard halves.count == 2 else { return nil }
            let chunks = ("\n" + halves[0] + "\n").components(separatedBy: "\n=== ")
            var files: [String: String] = [:]
            for chunk in chunks.dropFirst() {
                guard let line = chunk.firstIndex(of: "\n") else { continue }
                files[String(chunk[..<line])] = String(chunk[chunk.index(after: line)...]) + "\n"
            }
            let flags = chunks[0].split { " \n".contains($0) }.dropFirst().map(String.init)
            return Case(name: name, flags: flags, files: files, expected: halves[1])
        }
    }()

    @Test("the cases are there") func casesFound() { #expect(Self.cases.count > 15) }

    @Test("--format pat is what the tool prints", arguments: cases)
    func output(_ test: Case) throws {
        let folder = try Sandbox(test.files)
        let result = try MargayCommand.run(["test", "--path", ".", "--format", "pat"] + test.flags, in: folder)
        let path = folder.root.resolvingSymlinksInPath().path
        func normalised(_ text: String) -> String {
            text.replacing(path, with: "<folder>").replacing(folder.root.path, with: "<folder>")
        }
        let last = result.error.split(separator: "\n").last { $0.hasPrefix("ERROR:") } ?? ""
        let head = "\(result.status) \(normalised(String(last)))"
        let lines = normalised(result.output).components(separatedBy: "\n").map { line in
            // The tool makes up identifiers for destinations.
            guard line.contains("[destinations] [") else { return line }
            return line.replacing(#/"(?:[^"\\]|\\.)*"/#, with: "<id>")
        }
        let output = lines.joined(separator: "\n").replacing("\u{1B}", with: "\\e")
        #expect((head.last == " " ? String(head.dropLast()) : head) + "\n" + output == test.expected)
    }
}
