/// A moment, injected: event time when logs are replayed, wall time when they are lived through.
package struct AlertTime: Hashable, Comparable, Sendable {
    /// Since the start of 1970 in UTC.
    package var milliseconds: Int64

    /// So many milliseconds since the start of 1970 in UTC.
    package init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    /// Earlier before later.
    package static func < (left: AlertTime, right: AlertTime) -> Bool { left.milliseconds < right.milliseconds }

    /// The moment so many minutes later; past the end of time it stays there.
    package func adding(minutes: Int) -> AlertTime {
        let (span, isTooLong) = Int64(clamping: minutes).multipliedReportingOverflow(by: 60_000)
        let (sum, isTooLate) = milliseconds.addingReportingOverflow(isTooLong ? .max : span)
        return AlertTime(milliseconds: isTooLong || isTooLate ? (minutes < 0 ? .min : .max) : sum)
    }
}
