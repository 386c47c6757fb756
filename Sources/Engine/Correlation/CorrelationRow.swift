/// A match of a step's detection, as far as a correlation looks at it.
package struct CorrelationRow: Sendable, Equatable {
    /// When it happened, in microseconds.
    package var time: Int64
    /// Tells matches apart: two steps on one detection see the same match, and a sequence takes it once.
    package var number: Int
    /// The values of each field that the correlation reads in this step, in the order of
    /// ``CorrelationStateMachine/fields(ofStep:)``; texts as UTF-8. None for a field that is not there.
    package var values: [[[UInt8]]]

    /// A match.
    package init(time: Int64, number: Int, values: [[[UInt8]]]) {
        self.time = time
        self.number = number
        self.values = values
    }
}

/// Matches of a correlation's steps that together are what it looks for.
package struct CorrelationMatch: Sendable, Equatable {
    /// What they have in common, by the correlation's links.
    package var values: [[UInt8]]
    /// The matches of each step that have these values, as places in the step's rows, oldest first.
    package var rows: [[Int]]
}

/// Why a correlation could not be evaluated.
package enum CorrelationFault: Error, Hashable, Sendable {
    /// More than ``CorrelationLimits/rowsMax`` matches of one step.
    case tooManyRows
    /// More than ``CorrelationLimits/workMax`` matches and values looked at.
    case tooMuchWork
}

/// What one correlation may cost.
package struct CorrelationLimits: Hashable, Sendable {
    /// Matches of one step that are kept.
    package var rowsMax: Int
    /// Matches and values that one evaluation looks at.
    package var workMax: Int
    /// Matches that one evaluation gives; the others are found again when these have been reported.
    package var matchesMax: Int

    /// The default of ``rowsMax``.
    package static let rowsMaxDefault = 100_000
    /// The default of ``workMax``.
    package static let workMaxDefault = 20_000_000
    /// The default of ``matchesMax``.
    package static let matchesMaxDefault = 1_000

    /// Limits, the defaults where none is given.
    package init(
        rowsMax: Int = Self.rowsMaxDefault,
        workMax: Int = Self.workMaxDefault,
        matchesMax: Int = Self.matchesMaxDefault
    ) {
        self.rowsMax = rowsMax
        self.workMax = workMax
        self.matchesMax = matchesMax
    }
}
