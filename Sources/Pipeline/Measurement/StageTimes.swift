/// What the stages of a scan cost.
package struct StageTimes: Sendable {
    /// Nanoseconds up to the end of each stage, over all events: the least of all rounds.
    private var untilEnd: [UInt64] = Array(repeating: .max, count: ScanStage.allCases.count)
    /// Events that were read, those that are no JSON among them.
    package internal(set) var events = 0
    /// Bytes of their text.
    package internal(set) var bytes = 0
    /// Rules that were looked at, summed over the events.
    package internal(set) var candidates = 0
    /// Rules whose code ran, summed over the events.
    package internal(set) var evaluations = 0
    /// Matches and errors.
    package internal(set) var findings = 0
    /// Alerts.
    package internal(set) var alerts = 0
    /// What could not be read, of one round: every round meets the same.
    package internal(set) var faults = InputFaultTally()

    /// Nothing measured.
    init() {}

    mutating func note(_ nanoseconds: UInt64, untilEndOf stage: ScanStage) {
        let place = Self.place(stage)
        untilEnd[place] = min(untilEnd[place], nanoseconds)
    }

    /// Nanoseconds that a stage takes for an event: what it adds to the stages before it. 0 without events.
    package func nanosecondsPerEvent(_ stage: ScanStage) -> Double {
        let place = Self.place(stage)
        let before = place == 0 ? 0 : untilEnd[..<place].max() ?? 0
        guard events > 0, untilEnd[place] != .max, untilEnd[place] > before else { return 0 }
        return Double(untilEnd[place] - before) / Double(events)
    }

    /// Nanoseconds that an event takes from the file to the alert.
    package var totalNanosecondsPerEvent: Double { ScanStage.allCases.reduce(0) { $0 + nanosecondsPerEvent($1) } }

    private static func place(_ stage: ScanStage) -> Int { ScanStage.allCases.firstIndex(of: stage) ?? 0 }
}
