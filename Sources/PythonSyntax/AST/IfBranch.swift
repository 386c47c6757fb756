package import Diagnostics

/// One `if` or `elif` with its body.
package struct IfBranch: Sendable {
    /// The condition.
    package let test: Expression
    /// Runs if it is true; never empty.
    package let body: [Statement]
    /// From the keyword to the end of the body.
    package let span: Span

    /// A branch.
    package init(test: Expression, body: [Statement], span: Span) {
        self.test = test
        self.body = body
        self.span = span
    }
}
