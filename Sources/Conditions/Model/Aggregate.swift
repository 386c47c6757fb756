/// A test of many events together: those that meet a condition, grouped, within a window.
package struct Aggregate: Hashable, Sendable {
    /// Which events take part.
    package var child: Condition
    /// The fields whose values tell groups apart; empty for one group.
    package var groupBy: [FieldReference]
    /// Seconds that an event stays in its group; nil if not known.
    package var windowSeconds: Int?
    /// What is measured.
    package var metric: Metric
    /// How the measure is compared.
    package var comparison: Comparison
    /// With what.
    package var bound: Double
    /// Whether this was recognised in code that keeps state by itself, rather than declared.
    package var isInferred: Bool
    /// Where it is written.
    package var place: SourcePlace?

    /// A test of the events that meet `child`.
    package init(
        _ child: Condition,
        groupBy: [FieldReference] = [],
        windowSeconds: Int? = nil,
        metric: Metric = .count,
        _ comparison: Comparison,
        _ bound: Double,
        isInferred: Bool = false,
        place: SourcePlace? = nil
    ) {
        self.child = child
        self.groupBy = groupBy
        self.windowSeconds = windowSeconds
        self.metric = metric
        self.comparison = comparison
        self.bound = bound
        self.isInferred = isInferred
        self.place = place
    }

    /// What is measured of a group.
    package enum Metric: Hashable, Sendable {
        /// Its events.
        case count
        /// The different values of a field.
        case distinct(FieldReference)
        /// The sum of a field.
        case sum(FieldReference)
        /// The mean of a field.
        case average(FieldReference)
        /// The value of a field below which so many per cent of the events lie.
        case percentile(FieldReference, Double)
    }
}
