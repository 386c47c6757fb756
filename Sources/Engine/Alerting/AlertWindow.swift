import Detections

/// The state of one deduplication window, as plain values.
package struct AlertWindow: Sendable, Equatable {
    /// Whose matches it holds.
    package let group: DeduplicationStateMachine.Group
    /// The time of its first match.
    package let start: AlertTime
    /// The alert's identifier. Every match that joins an alert names it, so it is made once.
    package let alertID: String
    /// The first moment that is not in it.
    package var end: AlertTime
    /// Matches, or distinct values, before the alert.
    package var threshold: Int
    /// Matches so far.
    package var matchCount: Int
    /// What the threshold is compared with so far: matches, or distinct values.
    package var counted: Int
    /// Fingerprints of the distinct values so far; empty once the alert is there.
    package var uniqueValues: Set<UInt128>
    /// What the alert says.
    package var content: AlertContent
    /// When the threshold was reached; nil before.
    package var created: AlertTime?
    /// The time of the last match.
    package var updated: AlertTime
    /// The most frequent values.
    package var summary: AlertSummary

    init(
        group: DeduplicationStateMachine.Group,
        start: AlertTime,
        end: AlertTime,
        _ first: AlertMatch
    ) {
        self.group = group
        self.start = start
        alertID = Alert.identifier(of: group, start: start)
        self.end = end
        threshold = first.source.policy.threshold
        matchCount = 0
        counted = 0
        uniqueValues = []
        content = first.content
        updated = start
        summary = AlertSummary()
    }

    /// The alert as it stands; nil before the threshold is reached.
    package var alert: Alert? {
        guard let created else { return nil }
        return Alert(
            id: alertID,
            detection: group.detection,
            kind: group.kind,
            deduplication: group.deduplication,
            content: content,
            firstMatch: start,
            created: created,
            updated: updated,
            matchCount: matchCount,
            summary: summary
        )
    }

    /// Takes a match that belongs here.
    mutating func add(_ match: AlertMatch, at time: AlertTime) -> DeduplicationStateMachine.Action {
        // Input is finite, but saved states go on for ever: counts stop at the end of the integers.
        if matchCount < Int.max { matchCount += 1 }
        updated = max(updated, time)
        summary.add(match.summaryValues)
        guard created == nil else { return .attached(alertID: alertID) }
        if isNew(match.uniqueValue), counted < Int.max { counted += 1 }
        guard counted >= threshold else { return .counted }
        created = time
        uniqueValues = []
        return alert.map { .opened($0) } ?? .counted
    }

    /// Whether a value counts; matches that name none always do.
    private mutating func isNew(_ value: String?) -> Bool {
        guard let value, uniqueValues.count < DeduplicationStateMachine.uniqueValuesMax else { return true }
        // A fingerprint (FNV-1a) instead of the text: the reference estimates the count, and memory stays small.
        var hash: UInt128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d
        for byte in value.utf8 {
            hash ^= UInt128(byte)
            hash &*= 0x0000_0000_0100_0000_0000_0000_0000_013b
        }
        return uniqueValues.insert(hash).inserted
    }
}
