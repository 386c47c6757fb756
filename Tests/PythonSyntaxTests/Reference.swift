import Foundation
import TestSupport

/// What CPython says of a source.
struct Reference: Equatable {
    /// `ast.dump`, or nil if CPython's compiler refuses the source.
    var dump: String?
    /// Why it is refused.
    var error = ""

    private static let program = """
        import ast, base64, sys, warnings
        warnings.simplefilter("ignore")
        for line in sys.stdin:
            kind, _, rest = line.rstrip("\\n").partition(" ")
            try:
                source = base64.b64decode(rest) if kind == "text" else open(rest, "rb").read()
                tree = ast.parse(source)
                compile(source, "<test>", "exec", dont_inherit=True)
                print("ok " + ast.dump(tree).encode("utf-8", "surrogatepass").decode("utf-8"))
            except Exception as error:
                print("error " + repr(error).encode("ascii", "backslashreplace").decode().replace("\\n", " "))
        """

    /// Asks CPython, in one process, about texts.
    static func about(_ texts: [[UInt8]]) throws -> [Reference] {
        try ask(texts.map { "text " + Data($0).base64EncodedString() })
    }

    /// Asks CPython, in one process, about files.
    static func about(files: [String]) throws -> [Reference] {
        try ask(files.map { "file " + $0 })
    }

    private static func ask(_ lines: [String]) throws -> [Reference] {
        guard let python = pythonPath else { return [] }
        let result = try run(
            python,
            ["-X", "utf8", "-c", program],
            input: Data((lines.joined(separator: "\n") + "\n").utf8)
        )
        return result.output.utf8.split(separator: UInt8(ascii: "\n")).map { bytes in
            let line = String(Substring(bytes))
            return line.hasPrefix("ok ")
                ? Reference(dump: String(line.dropFirst(3))) : Reference(dump: nil, error: String(line.dropFirst(6)))
        }
    }

    /// The folder of CPython's own library.
    static let library: String? = {
        guard let python = pythonPath,
            let result = try? run(python, ["-c", "import os; print(os.path.dirname(os.__file__))"])
        else { return nil }
        return result.output.trimmingCharacters(in: .whitespacesAndNewlines)
    }()
}
