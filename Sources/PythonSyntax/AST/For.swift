/// `for target in iterable`: CPython's `For` and `AsyncFor`.
package struct For: Sendable {
    /// What each element is assigned to.
    package let target: Expression
    /// What is iterated.
    package let iterable: Expression
    /// The body; never empty.
    package let body: [Statement]
    /// Runs when no `break` ended the loop.
    package let orelse: [Statement]
    /// Whether it is `async for`.
    package let isAsync: Bool

    /// A loop.
    package init(
        target: Expression,
        iterable: Expression,
        body: [Statement],
        orelse: [Statement],
        isAsync: Bool
    ) {
        self.target = target
        self.iterable = iterable
        self.body = body
        self.orelse = orelse
        self.isAsync = isAsync
    }
}
