package import Diagnostics

/// What parsing a source gave.
package struct ParseResult: Sendable {
    /// Every statement without a syntax error.
    package let module: Module
    /// All that is wrong, in the order of the source.
    package let diagnostics: [Diagnostic]

    /// Whether the module may be run: no diagnostic is an error.
    package var isValid: Bool { !diagnostics.contains { $0.severity == .error } }
}
