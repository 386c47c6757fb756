import Foundation
import PythonLibrary
import PythonRuntime
import TestSupport
import Testing

/// Programs that call a module of the library with random input, in Margay and in CPython: `Tests/Differential`.
///
/// Both run the same text and draw the same numbers, so a program needs no expectation. `MARGAY_DIFFERENTIAL_CASES`
/// says how many inputs it tries, `MARGAY_DIFFERENTIAL_SEED` which.
@Suite struct LibraryDifferentialTests {
    static let folder = Repository.root.appending(path: "Tests/Differential")
    static let preamble = "preamble.py"
    static let programs: [String] =
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
        .filter { $0.hasSuffix(".py") && $0 != preamble }.sorted()

    /// Inputs of each program, without the environment variable.
    static let casesDefault = 150

    static func number(_ variable: String, _ fallback: Int) -> Int {
        ProcessInfo.processInfo.environment[variable].flatMap { Int($0) } ?? fallback
    }

    @Test("the programs are there") func programsFound() { #expect(!Self.programs.isEmpty) }

    @Test("both print the same", arguments: programs)
    func same(_ file: String) throws {
        guard let pythonPath else {
            print("no CPython on this machine: \(file) is not compared")
            return
        }
        let program =
            "COUNT = \(Self.number("MARGAY_DIFFERENTIAL_CASES", Self.casesDefault))\n"
            + "SEED = \(Self.number("MARGAY_DIFFERENTIAL_SEED", 20_240_506))\n"
            + (try String(contentsOf: Self.folder.appending(path: Self.preamble), encoding: .utf8))
            + (try String(contentsOf: Self.folder.appending(path: file), encoding: .utf8))
        let result = try run(pythonPath, ["-W", "ignore", "-"], input: Data(program.utf8))
        if result.error.contains("ModuleNotFoundError") {
            print("CPython here lacks a module that \(file) needs: not compared")
            return
        }
        try #require(result.status == 0, "\(result.error)")
        var limits = Limits()
        limits.stepsMax = .max / 2
        limits.arenaBytesMax *= 16
        limits.printedBytesMax *= 256
        let now = Date().timeIntervalSince1970
        let actual = NativeStack.run { [limits] in
            LanguageTests.output(of: program, path: file, limits: limits, now: now)
        }
        let expected = result.output.split(separator: "\n", omittingEmptySubsequences: false)
        let lines = actual.split(separator: "\n", omittingEmptySubsequences: false)
        let differences = zip(expected, lines).filter { $0 != $1 }
        #expect(
            differences.isEmpty && expected.count == lines.count,
            """
            \(file): \(differences.count) of \(expected.count) lines differ, Margay printed \(lines.count)
            \(differences.prefix(10).map { "CPython: \($0)\n Margay: \($1)" }.joined(separator: "\n"))
            """
        )
    }
}
