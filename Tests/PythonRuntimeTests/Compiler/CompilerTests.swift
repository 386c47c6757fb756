import Diagnostics
import PythonSyntax
import Testing

@testable import PythonRuntime

/// What the compiler refuses, its limits, and properties of code that goldens would hide.
@Suite struct CompilerTests {
    static func compile(_ text: String, limits: CompilerLimits = .init()) throws -> CompileResult {
        let source = Source(path: "chunk.py", text: text)
        let result = Parser.parse(source)
        try #require(result.isValid, "\(result.diagnostics.map(\.message))")
        let compilation = Compiler.compile(result.module, name: "chunk", source: source, limits: limits)
        if let code = compilation.code { #expect(CodeVerifier.verify(code).isEmpty) }
        return compilation
    }

    /// The code named `name`.
    static func code(_ text: String, _ name: String) throws -> Code {
        try #require(try compile(text).code?.codes.first { $0.name == name })
    }

    static let refused: [(text: String, findings: [String])] = [
        ("async def f(): pass", ["MG0202 1:11"]),
        ("try: pass\nexcept* E: pass", ["MG0203 2:1"]),
        ("from . import a", ["MG0204 1:1"]),
        ("from .a import b", ["MG0204 1:1"]),
        ("x = 2j", ["MG0205 1:5"]),
        ("if 0:\n  from . import a\nx = 1j", ["MG0204 2:3", "MG0205 3:5"]),
    ]

    @Test("everything refused is reported, with its place", arguments: refused)
    func refusal(_ text: String, _ findings: [String]) throws {
        let result = try Self.compile(text)
        #expect(result.code == nil)
        let found = result.diagnostics.map { diagnostic in
            "\(diagnostic.code.identifier) \(diagnostic.location?.line ?? 0):\(diagnostic.location?.column ?? 0)"
        }
        #expect(found == findings)
        #expect(result.diagnostics.allSatisfy { $0.hint != nil })
    }

    @Test("codes are in the compiler's range and all listed")
    func codes() {
        let identifiers = Diagnostic.Code.compilerCodes.map(\.identifier)
        #expect(Set(identifiers).count == identifiers.count)
        #expect(identifiers.allSatisfy { $0.hasPrefix("MG02") })
    }

    @Test(
        "registers: at the limit and one past it",
        arguments: [(Code.registersMax, true), (Code.registersMax + 1, false)]
    )
    func registers(_ count: Int, _ fits: Bool) throws {
        let parameters = (0..<count).map { "a\($0)" }.joined(separator: ", ")
        let result = try Self.compile("def f(\(parameters)): pass")
        #expect((result.code != nil) == fits)
        #expect(result.diagnostics.map(\.code.identifier) == (fits ? [] : ["MG0206"]))
    }

    /// Strangers choose names: what is put together of them must not multiply with their depth.
    @Test("names around a name: as long as the limit, and one byte longer", arguments: [0, 1])
    func prefixes(past: Int) throws {
        let around = String(repeating: "C", count: Scope.prefixBytesMax + past)
        let method = try Self.code("class \(around):\n  def f(self): return 1\n", "f")
        #expect(method.qualifiedName == (past == 0 ? "\(around).f" : "f"))
        let scope = Scope(key: .init(start: 0, end: 0, kind: .function), name: "f", parent: nil, privateClass: around)
        #expect(scope.mangled("__x") == (past == 0 ? "_\(around)__x" : "__x"))
    }

    // loadInt, storeGlobal, loadGlobal, storeGlobal, returnNone
    @Test("instructions: at the limit and one past it", arguments: [(5, true), (4, false)])
    func instructions(_ limit: Int, _ fits: Bool) throws {
        var limits = CompilerLimits()
        limits.instructions = limit
        let result = try Self.compile("x = 1\ny = x", limits: limits)
        #expect((result.code != nil) == fits)
        #expect(result.diagnostics.map(\.code.identifier) == (fits ? [] : ["MG0207"]))
    }

    @Test("nested `finally` bodies multiply up to the limit, not further")
    func finallyBomb() throws {
        var text = ""
        for depth in 0..<40 {
            let indent = String(repeating: " ", count: depth)
            text += "\(indent)try: f()\n\(indent)finally:\n"
        }
        text += String(repeating: " ", count: 40) + "f()\n"
        let result = try Self.compile(text)
        #expect(result.diagnostics.map(\.code.identifier) == ["MG0207"])
    }

    static let long: [(name: String, text: String)] = [
        ("chain of additions", "x = " + repeatElement("a", count: 900).joined(separator: " + ")),
        ("chain of methods", "x = a" + String(repeating: ".m()", count: 450)),
        ("and", "x = " + repeatElement("a", count: 10_000).joined(separator: " and ")),
        ("comparisons", "x = " + repeatElement("a", count: 200).joined(separator: " < ")),
        ("elif", "if a: pass\n" + String(repeating: "elif a: pass\n", count: 10_000)),
        ("list", "x = [" + String(repeating: "a, ", count: 10_000) + "]"),
        ("tuple", "x = (" + String(repeating: "a, ", count: 10_000) + ")"),
        ("set", "x = {" + String(repeating: "a, ", count: 10_000) + "}"),
        ("dict", "x = {" + String(repeating: "a: 1, ", count: 10_000) + "}"),
        ("constants", "x = [" + String(repeating: "1, ", count: 10_000) + "]"),
        ("call", "f(" + String(repeating: "a, ", count: 10_000) + ")"),
        ("f-string", "x = f'" + String(repeating: "{a}-", count: 5_000) + "'"),
        ("nested lists", "x = " + String(repeating: "[", count: 150) + String(repeating: "]", count: 150)),
    ]

    @Test("long and deep code compiles without many registers", arguments: long)
    func longCode(_ name: String, _ text: String) throws {
        let result = try Self.compile(text + "\n")
        #expect(result.code != nil, "\(name): \(result.diagnostics.map(\.message))")
    }

    /// What is put together at once takes an instruction for each element; one by one it takes two.
    @Test(
        "neighbours: at the limit and one past it",
        arguments: ["x = [#]", "x = (#)", "x = {#}", "f(#)", "a.f(#)"],
        [0, 1]
    )
    func neighbours(_ text: String, past: Int) throws {
        let count = CompilerLimits().neighbours + past
        let elements = Array(repeating: "a", count: count).joined(separator: ", ")
        let code = try Self.code(text.replacing("#", with: elements), "<module>")
        #expect((code.instructions.count < count + 10) == (past == 0))
        #expect((code.instructions.count >= 2 * count) == (past == 1))
    }

    static let checks: [(text: String, count: Int)] = [
        ("def f(a): return a", 0),
        ("def f(a):\n  if a: b = 1\n  else: b = 2\n  return b", 0),
        ("def f(a):\n  if a: b = 1\n  return b", 1),
        ("def f(a):\n  if a: b = 1\n  return b, b", 1),
        ("def f(a):\n  if a: b = 1\n  else: return\n  return b", 0),
        ("def f(a):\n  for b in a: pass\n  return b", 1),
        ("def f(a):\n  for b in a: print(b)", 0),
        ("def f(a):\n  while True:\n    b = 1\n    if a: break\n  return b", 0),
        ("def f(a):\n  try: b = a()\n  except E: return\n  return b", 0),
        ("def f(a):\n  try: b = a()\n  except E: pass\n  return b", 1),
        ("def f(a):\n  try: b = a()\n  finally: print(b)", 1),
        ("def f(a):\n  if a and (b := a): return b", 0),
        ("def f(a):\n  if a or (b := a): return b", 1),
        ("def f(a):\n  b = 1\n  for c in a:\n    print(b)\n    del b", 1),
        ("def f(a):\n  with a: b = 1\n  return b", 1),
    ]

    @Test("variables are checked only where they may be unbound", arguments: checks)
    func boundChecks(_ text: String, _ count: Int) throws {
        let code = try Self.code(text + "\n", "f")
        #expect(code.instructions.count { $0.opcode == .checkBound } == count)
    }

    @Test("a method's name on another line is what is blamed")
    func offsets() throws {
        let source = "def f(a):\n  return (a\n    .b\n    .c(1))\n"
        let code = try Self.code(source, "f")
        let lines = code.offsets.map { Source(path: "", text: source).line(at: Int($0)) }
        let blamed = zip(code.instructions, lines).filter { $0.0.opcode != .returnValue && $0.0.opcode != .loadInt }
        #expect(blamed.map { "\($0.0.opcode) \($0.1)" } == ["loadAttribute 3", "callMethod 4"])
    }
}
