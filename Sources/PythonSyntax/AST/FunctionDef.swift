/// `def` or `async def`: CPython's `FunctionDef` and `AsyncFunctionDef`.
package struct FunctionDef: Sendable {
    /// The name it binds.
    package let name: Identifier
    /// What it takes.
    package let arguments: Arguments
    /// The body; never empty.
    package let body: [Statement]
    /// In the order of the file: the last is applied first.
    package let decorators: [Expression]
    /// The annotation after `->`.
    package let returns: Expression?
    /// Whether it is `async def`.
    package let isAsync: Bool

    /// A function definition.
    package init(
        name: Identifier,
        arguments: Arguments,
        body: [Statement],
        decorators: [Expression] = [],
        returns: Expression? = nil,
        isAsync: Bool = false
    ) {
        self.name = name
        self.arguments = arguments
        self.body = body
        self.decorators = decorators
        self.returns = returns
        self.isAsync = isAsync
    }

    /// `__doc__` as written: not dedented, which is `inspect.cleandoc`'s work.
    package var docstring: StringConstant? { body.docstring }
}
