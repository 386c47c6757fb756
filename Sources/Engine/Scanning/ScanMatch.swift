import Detections
package import Events

/// A detection that matched an event, or raised on it.
package struct ScanMatch: Sendable {
    /// The event's index in the whole input, from 0.
    package var record: Int
    /// The detection's index in the pack.
    package var detection: Int
    /// The event's own time, or the time of the scan where it has none.
    package var eventTime: EventTime
    package var verdict: Verdict
    /// The values that correlation rules read in the match, by field: see ``CorrelationStage``.
    var correlationValues: [[[UInt8]]] = []

    package enum Verdict: Sendable {
        /// It matched; what its alert carries.
        case match(MatchContent)
        /// It raised.
        case error(FunctionError)
    }
}

extension ScanMatch {
    /// One line of JSON, as UTF-8: see `margay scan --emit matches`.
    package func json(_ detectionID: String) -> [UInt8] {
        var line = JSONLine(capacity: 512)
        line.begin()
        line.member("record", record)
        line.member("detection", detectionID)
        switch verdict {
        case .match(let content):
            line.member("title", content.title)
            line.member("dedup", content.deduplication)
            line.member("severity", content.severity.rawValue)
            line.key("alertContext")
            line.raw(content.contextJSON ?? "null")
        case .error(let error):
            line.key("error")
            line.error(error)
        }
        line.member("eventTime", eventTime.isoText)
        line.end()
        return line.bytes
    }
}
