extension ConditionExpression {
    /// The expression as a rule writes it, with no more parentheses than needed; parsing that gives this expression.
    package var text: String { text(binding: 0) }

    /// `binding` is the strength of what is around: 0 nothing or a parenthesis, 1 `or`, 2 `and`, 3 `not`.
    private func text(binding: Int) -> String {
        switch kind {
        case .identifier(let name): return name
        case .selector(let quantity, let selection):
            let count = quantity == .one ? "1" : "all"
            return if case .pattern(let pattern) = selection { "\(count) of \(pattern)" } else { "\(count) of them" }
        case .not(let child): return "not " + child.text(binding: 3)
        case .and(let children):
            let text = children.map { $0.text(binding: 2) }.joined(separator: " and ")
            return binding >= 2 ? "(\(text))" : text
        case .or(let children):
            let text = children.map { $0.text(binding: 1) }.joined(separator: " or ")
            return binding >= 1 ? "(\(text))" : text
        // No rule can write it: what could not be read has no text.
        case .missing: return "()"
        }
    }
}
