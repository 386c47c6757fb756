package import Diagnostics

/// A rule's condition: search identifiers joined by logic.
///
///     condition  = or ["|" aggregation]
///     or         = and {"or" and}
///     and        = not {"and" not}
///     not        = {"not"} operand
///     operand    = ("1" | "any" | "all") "of" ("them" | PATTERN) | IDENTIFIER | "(" or ")"
///
/// Source: Sigma rules specification 2.1, "Condition"; words are not case-sensitive. The aggregations of older versions are
/// recognised, and refused with what replaces them.
package struct ConditionExpression: Hashable, Sendable {
    /// What it is.
    package var kind: Kind
    /// Where it stands within the condition's text, in UTF-8 bytes.
    package var span: Span

    /// An expression at a place.
    package init(_ kind: Kind, _ span: Span = Span(0, 0)) {
        self.kind = kind
        self.span = span
    }

    /// By content, wherever written.
    package static func == (left: ConditionExpression, right: ConditionExpression) -> Bool { left.kind == right.kind }

    /// Agrees with `==`.
    package func hash(into hasher: inout Hasher) { hasher.combine(kind) }

    /// The kinds of expression.
    package indirect enum Kind: Hashable, Sendable {
        /// A search identifier.
        case identifier(String)
        /// One, or all, of the identifiers that a pattern names.
        case selector(Quantity, Selection)
        /// Two or more that must all hold.
        case and([ConditionExpression])
        /// Two or more of which one must hold.
        case or([ConditionExpression])
        /// One that must not hold.
        case not(ConditionExpression)
        /// Nothing that could be read: a diagnostic says why.
        case missing
    }

    /// How many of several.
    package enum Quantity: Hashable, Sendable {
        /// `1 of`, `any of`.
        case one
        /// `all of`.
        case all
    }

    /// Which identifiers.
    package enum Selection: Hashable, Sendable {
        /// `them`: all but those that begin with `_`.
        case them
        /// Those that a pattern with `*` matches.
        case pattern(String)

        /// Whether it names an identifier. Those that begin with `_` are named only by a pattern that does too.
        package func includes(_ name: String) -> Bool {
            switch self {
            case .them: !name.hasPrefix("_")
            case .pattern(let pattern):
                (pattern.hasPrefix("_") || !name.hasPrefix("_")) && Self.matches(name, pattern)
            }
        }

        private static func matches(_ name: String, _ pattern: String) -> Bool {
            let parts = pattern.split(separator: "*", omittingEmptySubsequences: false)
            guard parts.count > 1, let first = parts.first, let last = parts.last else { return name == pattern }
            guard name.hasPrefix(first) else { return false }
            var rest = name.dropFirst(first.count)
            for part in parts.dropFirst().dropLast() where !part.isEmpty {
                guard let place = rest.firstRange(of: part) else { return false }
                rest = rest[place.upperBound...]
            }
            return rest.hasSuffix(last)
        }
    }

    /// The names and patterns it uses, with the expressions that use them.
    package func forEach(_ body: (ConditionExpression) -> Void) {
        body(self)
        switch kind {
        case .and(let children), .or(let children): for child in children { child.forEach(body) }
        case .not(let child): child.forEach(body)
        case .identifier, .selector, .missing: break
        }
    }
}

/// What older versions of Sigma wrote behind a `|` in a condition.
package struct ConditionAggregation: Hashable, Sendable {
    /// As written, without the `|`.
    package var text: String
    /// `count`, `min`, `max`, `avg`, `sum`, `near`; in small letters.
    package var function: String
    /// The field in parentheses, if there is one.
    package var field: String?
    /// The field after `by`, if there is one.
    package var groupBy: String?
    /// `<`, `<=`, `>`, `>=` or `=`, if there is one.
    package var comparison: String?
    /// What is compared with.
    package var bound: Double?
    /// Where it stands within the condition's text, the `|` included.
    package var span: Span

    /// An aggregation.
    package init(
        text: String,
        function: String,
        field: String? = nil,
        groupBy: String? = nil,
        comparison: String? = nil,
        bound: Double? = nil,
        span: Span = Span(0, 0)
    ) {
        self.text = text
        self.function = function
        self.field = field
        self.groupBy = groupBy
        self.comparison = comparison
        self.bound = bound
        self.span = span
    }

    /// By content, wherever written.
    package static func == (left: ConditionAggregation, right: ConditionAggregation) -> Bool {
        left.text == right.text
    }

    /// Agrees with `==`.
    package func hash(into hasher: inout Hasher) { hasher.combine(text) }
}
