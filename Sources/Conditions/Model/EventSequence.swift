/// Several steps that belong together: a correlation.
package struct EventSequence: Hashable, Sendable {
    /// The steps, in order if ``isOrdered``.
    package var steps: [Step]
    /// Fields whose values all steps share, by the name each step gives them; one list for each shared value.
    package var joinBy: [[FieldReference]]
    /// Seconds from the first to the last; nil if not limited.
    package var spanSeconds: Int?
    /// Whether the steps must come in order.
    package var isOrdered: Bool
    /// What ends a sequence that has begun.
    package var until: Condition?

    /// A correlation.
    package init(
        _ steps: [Step],
        joinBy: [[FieldReference]] = [],
        spanSeconds: Int? = nil,
        isOrdered: Bool = true,
        until: Condition? = nil
    ) {
        self.steps = steps
        self.joinBy = joinBy
        self.spanSeconds = spanSeconds
        self.isOrdered = isOrdered
        self.until = until
    }

    /// A step of a sequence.
    package struct Step: Hashable, Sendable {
        /// Its name, if it has one.
        package var name: String?
        /// Which events are this step.
        package var condition: Condition
        /// So many of them at least.
        package var countMin: Int
        /// Whether there must be none instead.
        package var isAbsent: Bool

        /// A step.
        package init(_ condition: Condition, name: String? = nil, countMin: Int = 1, isAbsent: Bool = false) {
            self.name = name
            self.condition = condition
            self.countMin = countMin
            self.isAbsent = isAbsent
        }
    }
}
