package import Diagnostics

/// What parsing a query gave.
package struct ParseResult: Sendable {
    /// All that could be read. Where a diagnostic says that an operator could not, an unparsed one stands in its place.
    package let script: Script
    /// All that is wrong, in the order of the source.
    package let diagnostics: [Diagnostic]

    /// Whether everything was understood: no diagnostic is an error.
    package var isValid: Bool { !diagnostics.contains { $0.severity == .error } }
}
