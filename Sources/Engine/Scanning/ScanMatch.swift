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
    /// Whether the detection raised.
    package var isError: Bool {
        switch verdict {
        case .match: false
        case .error: true
        }
    }

    /// One line of JSON, as UTF-8: see ``write(to:name:)``.
    package func json(_ detectionID: String) -> [UInt8] {
        var line = JSONLine(capacity: 512)
        write(to: &line, name: JSONLine.quoted(detectionID))
        return line.bytes
    }

    /// One line of JSON: see `margay scan --emit matches`. `name` is the detection's ID as JSON.
    package func write(to line: inout JSONLine, name: String) {
        line.begin()
        line.member("record", record)
        line.key("detection")
        line.raw(name)
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
        line.endMatch(eventTime)
    }
}

extension JSONLine {
    /// Ends the line of a match, or of an error.
    @inline(__always)
    mutating func endMatch(_ time: EventTime) {
        key("eventTime")
        self.time(time)
        endLine()
    }
}
