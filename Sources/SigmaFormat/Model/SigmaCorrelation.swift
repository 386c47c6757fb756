package import Conditions
package import Diagnostics

/// A correlation: how many matches of rules must come together. Source: Sigma correlation rules specification 2.1.
package struct SigmaCorrelation: Hashable, Sendable {
    /// What it says of itself.
    package var metadata: SigmaMetadata
    /// What is asked of the matches.
    package var type: Kind
    /// The rules, by identifier or name, in order.
    package var rules: [SigmaValue]
    /// The fields by which matches are told apart, aliases among them.
    package var groupBy: [String]
    /// How long matches belong together.
    package var timespanSeconds: Int
    /// What the measure is compared with; none for a temporal correlation that wants all rules.
    package var bounds: [Bound]
    /// Which rules must match and which must not, of a temporal correlation whose condition is an expression; then it has no bounds.
    package var expression: ConditionExpression?
    /// The field that is measured; several are counted together.
    package var fields: [String]
    /// The share of a percentile, in per cent.
    package var percentile: Double?
    /// By alias and rule: the field.
    package var aliases: [Alias]
    /// Whether the rules also alert by themselves.
    package var generates: Bool
    /// The file.
    package var source: Source

    /// By content, wherever written.
    package static func == (left: SigmaCorrelation, right: SigmaCorrelation) -> Bool {
        left.metadata == right.metadata && left.type == right.type && left.rules == right.rules
            && left.groupBy == right.groupBy && left.timespanSeconds == right.timespanSeconds
            && left.bounds == right.bounds && left.expression == right.expression && left.fields == right.fields
            && left.percentile == right.percentile
            && left.aliases == right.aliases && left.generates == right.generates
    }

    /// Agrees with `==`.
    package func hash(into hasher: inout Hasher) {
        hasher.combine(metadata)
        hasher.combine(type)
        hasher.combine(rules)
    }

    /// The types of correlation.
    package enum Kind: String, CaseIterable, Sendable {
        case eventCount = "event_count"
        case valueCount = "value_count"
        case temporal
        case temporalOrdered = "temporal_ordered"
        case valueSum = "value_sum"
        case valueAverage = "value_avg"
        case valuePercentile = "value_percentile"
        /// pySigma's name for a percentile of 50.
        case valueMedian = "value_median"

        /// Whether it measures a field.
        var measuresField: Bool {
            switch self {
            case .valueCount, .valueSum, .valueAverage, .valuePercentile, .valueMedian: true
            case .eventCount, .temporal, .temporalOrdered: false
            }
        }

        /// Whether it asks which rules matched.
        var isTemporal: Bool { self == .temporal || self == .temporalOrdered }
    }

    /// A comparison with a number.
    package struct Bound: Hashable, Sendable {
        package var comparison: Comparison
        package var value: Double

        /// What conditions call the comparisons.
        static var keys: KeyValuePairs<String, Comparison> {
            [
                "gt": .greater, "gte": .greaterOrEqual, "lt": .less, "lte": .lessOrEqual, "eq": .equal,
                "neq": .notEqual,
            ]
        }
    }

    /// A name for fields of several rules.
    package struct Alias: Hashable, Sendable {
        package var name: String
        /// The rule, as the correlation calls it, and what its events call the field.
        package var fields: [Target]

        /// A rule's field.
        package struct Target: Hashable, Sendable {
            package var rule: String
            package var field: String
        }
    }
}
