/// One parameter: CPython's `arg`, with its default.
package struct Parameter: Sendable {
    /// The name it binds.
    package let name: Identifier
    /// The expression after `:`; never there in a lambda. For `*args` alone it may be starred (PEP 646).
    package let annotation: Expression?
    /// The expression after `=`; never there for `*args` and `**kwargs`.
    package let defaultValue: Expression?

    /// A parameter.
    package init(name: Identifier, annotation: Expression? = nil, defaultValue: Expression? = nil) {
        self.name = name
        self.annotation = annotation
        self.defaultValue = defaultValue
    }
}
