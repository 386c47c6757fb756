import Diagnostics
import Foundation
import PythonLibrary
import PythonRuntime
import PythonSyntax
import TestSupport
import Testing

/// Programs of the dialect with the output that CPython gives: `Tests/Language/*.py`.
///
/// A file is chunks between lines `---`. The expected output of a chunk stands at its end in lines `#> text`. Both
/// Margay and CPython must print exactly that; an exception that leaves the chunk is printed as `Type: message`.
/// `UPDATE_GOLDEN=1` writes the expectations anew, from CPython.
@Suite struct LanguageTests {
    static let folder = Repository.root.appending(path: "Tests/Language")
    static let files: [String] =
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
        .filter { $0.hasSuffix(".py") }.sorted()

    struct Chunk {
        var line: Int
        var program: String
        var expected: String
    }

    static func chunks(of file: String) throws -> [Chunk] {
        let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
        var chunks: [Chunk] = []
        var line = 1
        for part in text.components(separatedBy: "\n---\n") {
            let lines = part.components(separatedBy: "\n")
            let expected = lines.filter { $0.hasPrefix("#>") }
                .map { String($0.dropFirst($0.hasPrefix("#> ") ? 3 : 2)) + "\n" }.joined()
            // Expectations stay as comments, so that line numbers are those of the file.
            let program = String(repeating: "\n", count: line - 1) + part + "\n"
            chunks.append(Chunk(line: line, program: program, expected: expected))
            line += lines.count + 1
        }
        return chunks
    }

    @Test("the files are there") func filesFound() { #expect(!Self.files.isEmpty) }

    @Test("Margay prints what is expected", arguments: files)
    func margay(_ file: String) throws {
        for chunk in try Self.chunks(of: file) {
            let actual = NativeStack.run { Self.output(of: chunk.program, path: file) }
            #expect(actual == chunk.expected, "\(file):\(chunk.line)")
        }
    }

    @Test("CPython prints what is expected", arguments: files)
    func cpython(_ file: String) throws {
        guard let pythonPath else {
            print("no CPython on this machine: \(file) is not compared")
            return
        }
        let chunks = try Self.chunks(of: file)
        let input = try JSONSerialization.data(withJSONObject: chunks.map(\.program))
        let result = try run(pythonPath, ["-c", Self.driver, file], input: input)
        guard result.status != 3 else {
            print("CPython here lacks a module that \(file) needs: not compared")
            return
        }
        #expect(result.status == 0, "\(result.error)")
        let outputs = try #require(
            JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String]
        )
        try #require(outputs.count == chunks.count)
        if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
            try Self.rewrite(file, outputs)
            return
        }
        for (chunk, output) in zip(chunks, outputs) {
            #expect(output == chunk.expected, "CPython, \(file):\(chunk.line)")
        }
    }

    private static func rewrite(_ file: String, _ outputs: [String]) throws {
        let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
        let parts = zip(text.components(separatedBy: "\n---\n"), outputs).map { part, output in
            let program = part.components(separatedBy: "\n").filter { !$0.hasPrefix("#>") }.joined(separator: "\n")
                .trimmingCharacters(in: .newlines)
            let expected = output.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
                .map { $0.isEmpty ? "#>" : "#> \($0)" }
            return ([program] + expected).joined(separator: "\n")
        }
        try (parts.joined(separator: "\n---\n") + "\n")
            .write(to: folder.appending(path: file), atomically: true, encoding: .utf8)
    }

    /// Exit status 3: a module that CPython does not have here.
    static let driver = """
        import contextlib, io, json, sys
        outputs = []
        for program in json.load(sys.stdin):
            out = io.StringIO()
            with contextlib.redirect_stdout(out):
                try:
                    exec(compile(program, sys.argv[1], "exec"), {"__name__": "chunk", "__file__": sys.argv[1]})
                except ModuleNotFoundError as error:
                    if error.name and error.name.split(".")[0] in (
                        "panther_core", "panther_detection_helpers", "boto3", "botocore", "requests",
                        "policyuniverse", "pycountry", "dateutil",
                    ):
                        sys.exit(3)
                    print(f"{type(error).__name__}: {error}")
                except BaseException as error:
                    print(f"{type(error).__name__}: {error}")
            outputs.append(out.getvalue())
        json.dump(outputs, sys.stdout)
        """

    /// Everything a program prints, its diagnostics if it cannot be compiled, and the exception that left it.
    static func output(
        of program: String,
        path: String,
        limits: Limits = Limits(),
        now: Double = 1_700_000_000
    ) -> String {
        let source = Source(path: path, text: program)
        let parsed = Parser.parse(source)
        let renderer = Renderer(usesColor: false)
        guard parsed.isValid else { return parsed.diagnostics.map(renderer.render).joined() }
        let compiled = Compiler.compile(parsed.module, name: "chunk", source: source)
        guard let code = compiled.code else { return compiled.diagnostics.map(renderer.render).joined() }
        var machine = Machine(
            limits: limits,
            environment: Environment(now: { now }, library: Library.table)
        )
        var output = ""
        do throws(Raised) {
            _ = try machine.load(code)
            output = String(decoding: machine.printed, as: UTF8.self)
        } catch {
            output = String(decoding: machine.printed, as: UTF8.self)
            let raised = machine.describeException()
            output += "\(raised.type): \(raised.message)\n"
        }
        do throws(Raised) { try machine.finishEvent() } catch {
            output += "finishEvent: \(machine.describeException().message)\n"
        }
        return output
    }
}
