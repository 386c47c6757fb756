package import Diagnostics

/// What a search identifier stands for.
package indirect enum SearchExpression: Hashable, Sendable {
    /// A map: all of its items.
    case all([DetectionItem])
    /// A list: one of these.
    case any([SearchExpression])
    /// Values without a field: one of them, anywhere in the event.
    case keywords(DetectionItem)
    /// What could not be read: a diagnostic says why.
    case missing
}

/// A named search of a rule's detection.
package struct SearchIdentifier: Hashable, Sendable {
    /// The name that conditions use.
    package var name: String
    /// Where the name stands.
    package var span: Span
    /// What it stands for.
    package var expression: SearchExpression

    /// A search.
    package init(name: String, span: Span = Span(0, 0), expression: SearchExpression) {
        self.name = name
        self.span = span
        self.expression = expression
    }

    /// By content, wherever written.
    package static func == (left: SearchIdentifier, right: SearchIdentifier) -> Bool {
        left.name == right.name && left.expression == right.expression
    }

    /// Agrees with `==`.
    package func hash(into hasher: inout Hasher) {
        hasher.combine(name)
        hasher.combine(expression)
    }
}
