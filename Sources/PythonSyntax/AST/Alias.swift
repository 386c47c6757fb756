/// One name of an import: CPython's `alias`.
package struct Alias: Sendable {
    /// What is imported: dotted in `import a.b`, `*` in a star import.
    package let name: Identifier
    /// The name after `as`.
    package let asName: Identifier?

    /// An imported name.
    package init(name: Identifier, asName: Identifier?) {
        self.name = name
        self.asName = asName
    }
}
