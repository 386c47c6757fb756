package import Diagnostics
package import PythonSyntax

/// Turns a parsed module into bytecode, in two passes: scopes first, then one body after the other.
///
/// To add a construct: its names in `ScopeBuilder`, its code in a `BodyCompiler+Topic.swift`, a case in
/// `CompilerGoldenTests`.
package enum Compiler {
    /// Compiles `module`, which was parsed from `source` without an error, to be imported as `name`. Relative imports
    /// start at `name` itself if it is a package, else at the package it is in.
    ///
    /// All that cannot be compiled is reported, in the order of the source. O(tree), but for `finally` bodies, which are
    /// compiled once for each way out of them: ``CompilerLimits/instructions`` bounds the total.
    package static func compile(
        _ module: Module,
        name: String,
        source: Source,
        isPackage: Bool = false,
        limits: CompilerLimits = .init()
    ) -> CompileResult {
        let compilation = Compilation(name: name, isPackage: isPackage, source: source, limits: limits)
        let scopes = ScopeBuilder(compilation: compilation).build(module)
        compilation.scopes = scopes.table
        BodyCompiler(compilation, scopes.module).compileModule(module)
        let diagnostics = compilation.diagnostics.sorted { ($0.span?.start ?? 0) < ($1.span?.start ?? 0) }
        guard !diagnostics.contains(where: { $0.severity == .error }) else {
            return CompileResult(code: nil, diagnostics: diagnostics)
        }
        return CompileResult(code: compilation.finished(), diagnostics: diagnostics)
    }
}
