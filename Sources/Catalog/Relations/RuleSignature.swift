/// What neighbours of a rule are found by: its indicators and actions as numbers, which the caller gives out.
package struct RuleSignature: Sendable {
    /// The rule, by the caller's number.
    package var rule: Int
    /// Indicators that must be, each with the families of the rule in it; ascending, each once.
    package var positive: [Int]
    /// Indicators that must not be, by the number of what they negate; ascending, each once.
    package var negative: [Int]
    /// The operations it looks for; ascending, each once.
    package var actions: [Int]
    /// Its condition's number and its families in one text; nil where there is nothing to compare.
    package var hash: String?
    /// Whether its condition says all of it.
    package var isExact: Bool
    /// Whether it is nobody's neighbour.
    package var isDeprecated: Bool

    /// A signature. Sorts what it is given.
    package init(
        rule: Int,
        positive: [Int],
        negative: [Int],
        actions: [Int],
        hash: String?,
        isExact: Bool,
        isDeprecated: Bool
    ) {
        self.rule = rule
        self.positive = Set(positive).sorted()
        self.negative = Set(negative).sorted()
        self.actions = Set(actions).sorted()
        self.hash = hash
        self.isExact = isExact
        self.isDeprecated = isDeprecated
    }
}
