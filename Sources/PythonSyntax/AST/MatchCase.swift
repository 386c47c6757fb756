package import Diagnostics

/// `case pattern if guard:`.
package struct MatchCase: Sendable {
    /// What has to match.
    package let pattern: Pattern
    /// The condition after `if`.
    package let condition: Expression?
    /// The body; never empty.
    package let body: [Statement]
    /// From `case` to the end of the body.
    package let span: Span

    /// A case.
    package init(pattern: Pattern, condition: Expression?, body: [Statement], span: Span) {
        self.pattern = pattern
        self.condition = condition
        self.body = body
        self.span = span
    }
}
