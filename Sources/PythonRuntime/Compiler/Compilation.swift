import Diagnostics
import PythonSyntax

/// What the bodies of one module share while they are compiled: constants, globals, codes, diagnostics.
final class Compilation {
    let name: String
    /// Whether the module is a package, so that it is itself where its relative imports start.
    let isPackage: Bool
    let source: Source
    let limits: CompilerLimits
    var scopes: [Scope.Key: Scope] = [:]
    /// Whether `from __future__ import annotations` is in force: annotations are not evaluated.
    var postponesAnnotations = false
    private(set) var diagnostics: [Diagnostic] = []
    private(set) var instructionCount = 0
    private var isOverflowReported = false

    private var codes: [Code?] = []
    /// `finally` bodies are compiled several times, the functions in them once.
    private var codeNumbers: [Scope.Key: Int] = [:]
    private var constants: [Constant] = []
    private var constantNumbers: [Constant: Int32] = [:]
    private var globals: [String] = []
    private var globalNumbers: [String: Int32] = [:]

    init(name: String, isPackage: Bool, source: Source, limits: CompilerLimits) {
        self.name = name
        self.isPackage = isPackage
        self.source = source
        self.limits = limits
    }

    /// The whole name of a module that is imported with `level` dots; nil if that leads out of all packages.
    func absoluteName(_ module: String?, level: Int) -> String? {
        guard level > 0 else { return module }
        var parts = name.split(separator: ".").map(String.init)
        let dropped = level - (isPackage ? 1 : 0)
        guard dropped < parts.count else { return nil }
        parts.removeLast(dropped)
        if let module { parts.append(module) }
        return parts.joined(separator: ".")
    }

    /// Past the limit nothing more is emitted.
    var isOverflowing: Bool { instructionCount > limits.instructions }

    func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

    func countInstruction(at offset: Int) {
        instructionCount += 1
        guard isOverflowing, !isOverflowReported else { return }
        isOverflowReported = true
        report(.moduleTooLarge(limit: limits.instructions, source, Span(offset, offset)))
    }

    func number(of constant: Constant) -> Int32 {
        if let number = constantNumbers[constant] { return number }
        let number = Int32(clamping: constants.count)
        constants.append(constant)
        constantNumbers[constant] = number
        return number
    }

    func number(ofGlobal name: String) -> Int32 {
        if let number = globalNumbers[name] { return number }
        let number = Int32(clamping: globals.count)
        globals.append(name)
        globalNumbers[name] = number
        return number
    }

    /// The number of the code of `scope`, compiled by `compile` unless it was before.
    func number(of scope: Scope, compile: (BodyCompiler) -> Void) -> Int32 {
        if let number = codeNumbers[scope.key] { return Int32(clamping: number) }
        let number = codes.count
        codes.append(nil)
        codeNumbers[scope.key] = number
        let body = BodyCompiler(self, scope)
        compile(body)
        codes[number] = body.finished()
        return Int32(clamping: number)
    }

    func finished() -> ModuleCode {
        ModuleCode(
            name: name,
            isPackage: isPackage,
            source: source,
            codes: codes.compactMap { $0 },
            constants: constants,
            globals: globals
        )
    }
}
