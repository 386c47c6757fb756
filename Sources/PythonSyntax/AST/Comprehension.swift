/// `for target in iterable if condition …` of a comprehension: CPython's `comprehension`.
package struct Comprehension: Sendable {
    /// What each element is assigned to.
    package let target: Expression
    /// What is iterated. The first one of a comprehension is evaluated in the enclosing scope.
    package let iterable: Expression
    /// All must hold.
    package let conditions: [Expression]
    /// Whether it is `async for`.
    package let isAsync: Bool

    /// A clause.
    package init(target: Expression, iterable: Expression, conditions: [Expression], isAsync: Bool) {
        self.target = target
        self.iterable = iterable
        self.conditions = conditions
        self.isAsync = isAsync
    }
}
