/// `class`: CPython's `ClassDef`.
package struct ClassDef: Sendable {
    /// The name it binds.
    package let name: Identifier
    /// The positional bases; may hold ``Expression/Kind/starred(_:)``.
    package let bases: [Expression]
    /// `metaclass=…` and the like.
    package let keywords: [Keyword]
    /// The body; never empty.
    package let body: [Statement]
    /// In the order of the file: the last is applied first.
    package let decorators: [Expression]

    /// A class definition.
    package init(
        name: Identifier,
        bases: [Expression],
        keywords: [Keyword],
        body: [Statement],
        decorators: [Expression] = []
    ) {
        self.name = name
        self.bases = bases
        self.keywords = keywords
        self.body = body
        self.decorators = decorators
    }

    /// `__doc__` as written.
    package var docstring: StringConstant? { body.docstring }
}
