import Foundation

/// A folder of files for one test, gone when the test is.
final class Sandbox: Sendable {
    let root: URL

    /// Files by their path in the folder.
    init(_ files: [String: String] = [:]) throws {
        root = FileManager.default.temporaryDirectory.appending(path: "margay-command-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
        for (path, text) in files { try write(path, Data(text.utf8)) }
    }

    deinit { try? FileManager.default.removeItem(at: root) }

    /// Adds a file.
    func write(_ path: String, _ data: Data) throws {
        let file = root.appending(path: path)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try data.write(to: file)
    }

    /// Adds a file written piece by piece, for texts that need not fit in memory.
    func write(_ path: String, pieces count: Int, _ piece: (Int) -> Data) throws {
        try write(path, Data())
        let handle = try FileHandle(forWritingTo: root.appending(path: path))
        defer { try? handle.close() }
        for index in 0..<count { try handle.write(contentsOf: piece(index)) }
    }
}

/// Texts of rules for tests.
enum RuleFiles {
    /// A rule's YAML with `body` as its Python in a file of the same name, as entries for ``Sandbox``.
    static func rule(
        _ name: String,
        _ body: String,
        id: String? = nil,
        extra: String = "",
        tests: String = ""
    ) -> [String: String] {
        let yaml = """
            AnalysisType: rule
            RuleID: \(id ?? "Test.\(name)")
            Filename: \(name).py
            Enabled: true
            LogTypes: [AWS.CloudTrail]
            Severity: Medium
            \(extra)
            \(tests)
            """
        return ["rules/\(name).yml": yaml, "rules/\(name).py": body]
    }

    /// A rule that matches every event.
    static let always = rule(
        "always",
        "def rule(event):\n    return True\n\ndef title(event):\n    return 'seen ' + str(event.get('n'))\n",
        tests: "Tests: [{Name: any, ExpectedResult: true, Log: {n: 1}}]"
    )

    /// The two together; the later one wins.
    static func joined(_ all: [String: String]...) -> [String: String] {
        all.reduce(into: [:]) { $0.merge($1) { $1 } }
    }
}
