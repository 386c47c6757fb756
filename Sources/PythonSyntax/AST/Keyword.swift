package import Diagnostics

/// `name=value` or `**value` in a call or a class header: CPython's `keyword`.
package struct Keyword: Sendable {
    /// The name; nil for `**value`.
    package let name: Identifier?
    /// The value, or the mapping to spread.
    package let value: Expression
    /// From the name or `**` to the end of the value.
    package let span: Span

    /// A keyword argument.
    package init(name: Identifier?, value: Expression, span: Span) {
        self.name = name
        self.value = value
        self.span = span
    }
}
