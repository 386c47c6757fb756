package import Diagnostics

/// A name in the source that is not an expression of its own: of a function, a parameter, an attribute, a keyword.
package struct Identifier: Hashable, Sendable {
    /// The name after NFKC folding (PEP 3131), so that equal names are equal strings. Dotted in imports only.
    package let text: String
    /// Where it stands.
    package let span: Span

    /// The name `text` at `span`.
    package init(_ text: String, span: Span) {
        self.text = text
        self.span = span
    }
}
