/// When matches of a detection become an alert.
package struct AlertPolicy: Hashable, Sendable {
    /// Minutes of a window where the detection names none, or names a period that is ignored.
    package static let periodMinutesDefault = 60
    /// Shorter windows are taken as this long.
    package static let periodMinutesMin = 5
    /// Longer windows are taken as this long: a hundred years.
    package static let periodMinutesMax = 52_560_000

    /// How long a window lasts.
    package var periodMinutes: Int
    /// Matches, or distinct values, before an alert; at least 1.
    package var threshold: Int

    /// The policy of a detection that asks for `periodMinutes` and `threshold`: a period of zero or less is ignored, one under
    /// five is five, and a threshold under one is one. Source: Panther's documented treatment.
    package init(periodMinutes: Int, threshold: Int) {
        let period = periodMinutes <= 0 ? Self.periodMinutesDefault : periodMinutes
        self.periodMinutes = min(max(period, Self.periodMinutesMin), Self.periodMinutesMax)
        self.threshold = max(1, threshold)
    }
}

extension Detection {
    /// When its matches become an alert.
    package var alertPolicy: AlertPolicy {
        AlertPolicy(periodMinutes: deduplicationPeriodMinutes, threshold: threshold)
    }
}
