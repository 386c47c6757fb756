package import Conditions

/// A detection over matches of other detections in a window that moves with the time of events: it is asked at each match anew, of
/// the matches that share their group's values and are not older than the window.
package struct WindowedCorrelation: Hashable, Sendable {
    /// The detections whose matches count, in order.
    package var members: [Member]
    /// What is asked of the matches of a group.
    package var measure: Measure
    /// All of these must hold for the measure.
    package var bounds: [Bound]
    /// How long a match counts, in microseconds of the events' time.
    package var windowMicroseconds: Int64

    /// A correlation.
    package init(members: [Member], measure: Measure, bounds: [Bound], windowMicroseconds: Int64) {
        self.members = members
        self.measure = measure
        self.bounds = bounds
        self.windowMicroseconds = windowMicroseconds
    }

    /// A detection whose matches count.
    package struct Member: Hashable, Sendable {
        /// Its identifier.
        package var detection: String
        /// Where its events have each value that tells groups apart; as many in every member, each with the paths it may have.
        package var groupBy: [[FieldReference]]
        /// Where its events have the values that are measured.
        package var fields: [[FieldReference]]

        /// A member.
        package init(detection: String, groupBy: [[FieldReference]] = [], fields: [[FieldReference]] = []) {
            self.detection = detection
            self.groupBy = groupBy
            self.fields = fields
        }
    }

    /// What is asked of the matches of a group.
    package enum Measure: Hashable, Sendable {
        /// How many there are.
        case count
        /// How many different values the fields have, taken together.
        case distinct
        /// How many of the members have matched; without bounds all must.
        case members
        /// As ``members``, each not before the one that precedes it.
        case membersInOrder
        /// Whether the members that have matched are as an expression has it: 1 or 0.
        case expression(MemberExpression)
        /// The sum of the field's numbers.
        case sum
        /// Their mean.
        case average
        /// The number that so many per cent of them do not exceed.
        case percentile(Double)
    }

    /// A comparison with a number.
    package struct Bound: Hashable, Sendable {
        /// How.
        package var comparison: Comparison
        /// With what.
        package var value: Double

        /// A comparison.
        package init(_ comparison: Comparison, _ value: Double) {
            self.comparison = comparison
            self.value = value
        }
    }
}
