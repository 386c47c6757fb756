/// `try`: CPython's `Try`, and `TryStar` if the handlers are `except*`.
package struct Try: Sendable {
    /// The guarded statements.
    package let body: [Statement]
    /// In the order of the file; empty only if there is a `finally`.
    package let handlers: [ExceptHandler]
    /// Runs when the body raised nothing.
    package let orelse: [Statement]
    /// Runs always.
    package let finalbody: [Statement]
    /// Whether the handlers are `except*` (PEP 654).
    package let isStar: Bool

    /// A try statement.
    package init(
        body: [Statement],
        handlers: [ExceptHandler],
        orelse: [Statement],
        finalbody: [Statement],
        isStar: Bool
    ) {
        self.body = body
        self.handlers = handlers
        self.orelse = orelse
        self.finalbody = finalbody
        self.isStar = isStar
    }
}
