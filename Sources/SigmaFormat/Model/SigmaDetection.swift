package import Diagnostics

/// The searches of a rule and how they are joined.
package struct SigmaDetection: Hashable, Sendable {
    /// In file order.
    package var identifiers: [SearchIdentifier]
    /// One at least; several are joined by `or`.
    package var conditions: [WrittenCondition]
    /// `timeframe` of older rules, as written.
    package var timeframe: String?

    /// Searches and conditions.
    package init(identifiers: [SearchIdentifier], conditions: [WrittenCondition], timeframe: String? = nil) {
        self.identifiers = identifiers
        self.conditions = conditions
        self.timeframe = timeframe
    }

    /// A condition and what it was read from.
    package struct WrittenCondition: Hashable, Sendable {
        /// What it says.
        package var expression: ConditionExpression
        /// What an older rule writes behind a `|`.
        package var aggregation: ConditionAggregation?
        /// Whether something in its text could not be read: ``expression`` is then only a part of it.
        package var isIncomplete: Bool
        /// Where its text stands.
        package var span: Span

        /// A condition.
        package init(
            _ expression: ConditionExpression,
            aggregation: ConditionAggregation? = nil,
            isIncomplete: Bool = false,
            span: Span = Span(0, 0)
        ) {
            self.expression = expression
            self.aggregation = aggregation
            self.isIncomplete = isIncomplete
            self.span = span
        }

        /// By content, wherever written.
        package static func == (left: WrittenCondition, right: WrittenCondition) -> Bool {
            left.expression == right.expression && left.aggregation == right.aggregation
                && left.isIncomplete == right.isIncomplete
        }

        /// Agrees with `==`.
        package func hash(into hasher: inout Hasher) { hasher.combine(expression) }

        /// As a rule writes it.
        package var text: String { expression.text + (aggregation.map { " | \($0.text)" } ?? "") }
    }
}
