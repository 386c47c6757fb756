import Foundation
import TestSupport
import Testing

/// House rules a machine can check. Limits are ceilings, not targets.
@Suite struct TidyTests {
    static let fileLinesMax = 400

    /// Path from the root → lines allowed. May only shrink.
    static let longer: [String: Int] = [
        // One arm for each opcode: the loop is one function, or it is slow.
        "Sources/PythonRuntime/Machine/Machine+Run.swift": 401
    ]

    static let sources: [URL] =
        FileManager.default
        .enumerator(at: Repository.root.appending(path: "Sources"), includingPropertiesForKeys: nil)?
        .compactMap { $0 as? URL }
        .filter { $0.pathExtension == "swift" } ?? []

    @Test("the checks below see the sources") func sourcesFound() {
        #expect(Self.sources.count > 10)
    }

    @Test("no file is too long", arguments: sources)
    func length(of file: URL) throws {
        let path = String(file.path.dropFirst(Repository.root.path.count + 1))
        let count = try String(contentsOf: file, encoding: .utf8)
            .split(separator: "\n", omittingEmptySubsequences: false).count
        #expect(count <= Self.longer[path] ?? Self.fileLinesMax, "\(path) has \(count) lines")
    }

    @Test("no banned construct", arguments: sources)
    func banned(in file: URL) throws {
        let text = try String(contentsOf: file, encoding: .utf8)
        for phrase in ["try!", "as!", "fatalError(", "nonisolated(unsafe)", "@unchecked Sendable", "TODO"] {
            #expect(!text.contains(phrase), "\(file.lastPathComponent): `\(phrase)`")
        }
    }
}
