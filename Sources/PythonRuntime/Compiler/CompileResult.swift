package import Diagnostics

/// What compiling a module gave.
package struct CompileResult: Sendable {
    /// The module's code; nil exactly if a diagnostic is an error.
    package let code: ModuleCode?
    /// All that is wrong, in the order of the source.
    package let diagnostics: [Diagnostic]
}
