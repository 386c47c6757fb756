/// A rule that looks for much the same.
package struct SimilarRule: Codable, Hashable, Sendable {
    /// Rules of a page at most.
    package static let rulesMax = 10

    /// The rule.
    package var rule: RuleSummary
    /// How alike they are, from 0 to 1.
    package var score: Double
    /// Why, in words: `same eventName, 2 of 3 conditions shared`.
    package var reason: String

    /// A neighbour.
    package init(rule: RuleSummary, score: Double, reason: String) {
        self.rule = rule
        self.score = score
        self.reason = reason
    }
}

/// A rule that is the same rule.
package struct DuplicateRule: Codable, Hashable, Sendable {
    /// Rules of a page at most.
    package static let rulesMax = 50

    /// The rule.
    package var rule: RuleSummary
    /// In what sense.
    package var kind: DuplicateKind

    /// A duplicate.
    package init(rule: RuleSummary, kind: DuplicateKind) {
        self.rule = rule
        self.kind = kind
    }
}

/// In what sense two rules are the same.
package enum DuplicateKind: String, Codable, Comparable, CaseIterable, Sendable {
    /// Their conditions say all of both and mean the same.
    case exact
    /// Their conditions mean the same, but do not say all of the rules.
    case sameCondition
    /// They look for nearly the same things.
    case near

    /// The more alike first.
    package static func < (left: DuplicateKind, right: DuplicateKind) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .exact: 0
        case .sameCondition: 1
        case .near: 2
        }
    }

    /// In words.
    package var sentence: String {
        switch self {
        case .exact: "means the same, in full"
        case .sameCondition: "means the same, as far as conditions say"
        case .near: "looks for nearly the same things"
        }
    }
}
