package import Diagnostics

/// A pattern of `match`: CPython's `ast.pattern`.
///
/// Patterns nest at most ``ParserLimits/nesting`` deep, so a consumer may recurse.
package struct Pattern: Sendable {
    /// What it is.
    package let kind: Kind
    /// From its first token to its last.
    package let span: Span

    /// A pattern of `kind` at `span`.
    package init(_ kind: Kind, span: Span) {
        self.kind = kind
        self.span = span
    }

    /// The kinds of patterns.
    package indirect enum Kind: Sendable {
        /// Equal to a literal or a dotted name.
        case matchValue(Expression)
        /// Identical to `None`, `True` or `False`.
        case matchSingleton(Constant)
        /// `[a, *rest]`, with at most one ``matchStar(_:)``.
        case matchSequence([Pattern])
        /// `{key: pattern, **rest}`.
        case matchMapping(entries: [MappingEntry], rest: Identifier?)
        /// `Class(pattern, name=pattern)`.
        case matchClass(type: Expression, patterns: [Pattern], keywords: [KeywordPattern])
        /// `*name` in a sequence; nil for `*_`.
        case matchStar(Identifier?)
        /// `pattern as name`, a bare name (no pattern), or `_` (neither).
        case matchAs(pattern: Pattern?, name: Identifier?)
        /// `a | b`: at least two, all binding the same names.
        case matchOr([Pattern])
    }

    /// `key: pattern` in a mapping pattern.
    package struct MappingEntry: Sendable {
        /// A literal or a dotted name.
        package let key: Expression
        /// What the value has to match.
        package let pattern: Pattern
    }

    /// `name=pattern` in a class pattern.
    package struct KeywordPattern: Sendable {
        /// The attribute.
        package let name: Identifier
        /// What it has to match.
        package let pattern: Pattern
    }
}
