import Diagnostics
import Foundation
import PythonSyntax
import TestSupport
import Testing

@testable import PythonRuntime

/// Large bodies of strangers' code: everything that parses compiles, and what was compiled keeps the contract.
@Suite struct CorpusCompileTests {
    /// Modules of CPython's library that use most of the language.
    static let modules = [
        "_pydecimal", "argparse", "ast", "base64", "calendar", "datetime", "difflib", "fnmatch", "ipaddress", "ntpath",
        "posixpath", "shlex", "statistics", "string", "textwrap", "urllib/parse", "uuid", "test/test_patma",
    ]

    /// A folder of Python files to check as well, all of them: other people's rules, the whole library.
    static let folder = ProcessInfo.processInfo.environment["MARGAY_PYTHON_CORPUS"]

    /// What the dialect leaves out, and so may be refused.
    static let refusals: Set<String> = ["MG0202", "MG0203", "MG0204", "MG0205"]

    @Test("modules of CPython's library", .enabled(if: pythonPath != nil), arguments: modules)
    func module(_ name: String) throws {
        let python = try #require(pythonPath)
        let output = try run(python, ["-c", "import os; print(os.path.dirname(os.__file__), end='')"]).output
        let file = URL(filePath: output).appending(path: name + ".py")
        guard FileManager.default.fileExists(atPath: file.path) else { return }
        try check(file)
    }

    @Test("every file of a folder named in the environment", .enabled(if: folder != nil))
    func wholeFolder() throws {
        let folder = URL(filePath: try #require(Self.folder))
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?
            .compactMap { $0 as? URL }
            .filter { $0.pathExtension == "py" }
        for file in try #require(files) { try check(file) }
    }

    private func check(_ file: URL) throws {
        let source = Source(path: file.path, bytes: [UInt8](try Data(contentsOf: file)))
        let result = Parser.parse(source)
        guard result.isValid else { return }
        let compilation = Compiler.compile(result.module, name: "module", source: source)
        if let code = compilation.code {
            let findings = CodeVerifier.verify(code)
            #expect(findings.isEmpty, "\(file.path): \(findings.prefix(3))")
        } else {
            let others = compilation.diagnostics.filter { !Self.refusals.contains($0.code.identifier) }
            #expect(others.isEmpty && !compilation.diagnostics.isEmpty, "\(file.path): \(others.map(\.message))")
        }
    }
}
