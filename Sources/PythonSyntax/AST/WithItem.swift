/// One context manager of a `with`: CPython's `withitem`.
package struct WithItem: Sendable {
    /// The context manager.
    package let context: Expression
    /// The target after `as`.
    package let target: Expression?

    /// An item.
    package init(context: Expression, target: Expression?) {
        self.context = context
        self.target = target
    }
}
