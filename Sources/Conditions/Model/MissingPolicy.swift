/// What a field reads as when it is not there. Languages differ here, and so do two calls of one language; a condition
/// says it each time.
package struct MissingPolicy: Hashable, Sendable {
    /// What it reads as.
    package var outcome: Outcome
    /// When it counts as missing.
    package var reach: Reach

    /// An outcome, by default only where the field is absent.
    package init(_ outcome: Outcome, when reach: Reach = .absent) {
        self.outcome = outcome
        self.reach = reach
    }

    /// `event.get("a")`: null.
    package static let null = MissingPolicy(.value(.null))
    /// `event["a"]`: an error.
    package static let raises = MissingPolicy(.raises)
    /// The test is false, whether negated or not: Sigma.
    package static let fails = MissingPolicy(.fails)

    /// What a missing field reads as.
    package enum Outcome: Hashable, Sendable {
        /// This value; ``Literal/null`` is the usual one.
        case value(Literal)
        /// An error.
        case raises
        /// Nothing: the leaf is false, negated or not.
        case fails
    }

    /// What counts as missing.
    package enum Reach: String, Hashable, Sendable {
        /// No such key: `get("a", default)`.
        case absent
        /// No such key, or null: `deep_get("a", default=…)`.
        case null
        /// No such key, or what Python takes for false: `get("a") or default`.
        case empty
    }
}
