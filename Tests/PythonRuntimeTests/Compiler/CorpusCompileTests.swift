import Diagnostics
import Foundation
import PythonSyntax
import TestSupport
import Testing

@testable import PythonRuntime

/// Large bodies of strangers' code: everything that parses compiles, and what was compiled keeps the contract.
@Suite struct CorpusCompileTests {
    /// CPython's own library beside the interpreter, where there is one.
    static let library: [URL] = {
        guard let pythonPath,
            let output = try? run(pythonPath, ["-c", "import os; print(os.path.dirname(os.__file__))"]).output
        else { return [] }
        return files(under: URL(filePath: output.trimmingCharacters(in: .whitespacesAndNewlines)))
    }()

    /// Folders named in the environment, separated by colons: other people's rules.
    static let named: [URL] =
        (ProcessInfo.processInfo.environment["MARGAY_PYTHON_CORPUS"] ?? "").split(separator: ":")
        .flatMap { files(under: URL(filePath: String($0))) }

    static func files(under folder: URL) -> [URL] {
        let all = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL }
        return (all ?? []).filter { $0.pathExtension == "py" && !$0.path.contains("/site-packages/") }
            .sorted { $0.path < $1.path }
    }

    /// What the dialect leaves out, and so may be refused.
    static let refusals: Set<String> = ["MG0201", "MG0202", "MG0203", "MG0204", "MG0205"]

    @Test(arguments: [("library", library), ("named", named)])
    func compiles(_ name: String, _ files: [URL]) throws {
        var compiled = 0
        var refused = 0
        for file in files {
            let source = Source(path: file.path, bytes: [UInt8](try Data(contentsOf: file)))
            let result = Parser.parse(source)
            guard result.isValid else { continue }
            let compilation = Compiler.compile(result.module, name: "module", source: source)
            if let code = compilation.code {
                compiled += 1
                let findings = CodeVerifier.verify(code)
                #expect(findings.isEmpty, "\(file.path): \(findings.prefix(3))")
            } else {
                refused += 1
                let others = compilation.diagnostics.filter { !Self.refusals.contains($0.code.identifier) }
                let isOnlyRefusals = others.isEmpty && !compilation.diagnostics.isEmpty
                #expect(isOnlyRefusals, "\(file.path): \(others.map(\.message))")
            }
        }
        print("\(name): \(files.count) files, \(compiled) compiled, \(refused) refused")
    }
}
