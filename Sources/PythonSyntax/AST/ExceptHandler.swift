package import Diagnostics

/// `except type as name:`.
package struct ExceptHandler: Sendable {
    /// What is caught; nil for a bare `except:`, which only the last handler may be.
    package let type: Expression?
    /// Bound in the body, deleted after it.
    package let name: Identifier?
    /// The body; never empty.
    package let body: [Statement]
    /// From `except` to the end of the body.
    package let span: Span

    /// A handler.
    package init(type: Expression?, name: Identifier?, body: [Statement], span: Span) {
        self.type = type
        self.name = name
        self.body = body
        self.span = span
    }
}
