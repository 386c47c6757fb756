package import Detections
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

/// What the functions of a detection say of a match, fallbacks included.
package struct MatchContent: Sendable {
    package var title: String
    package var deduplication: String
    package var severity: Severity
    /// JSON text; nil where the detection has no `alert_context`.
    package var contextJSON: String?
    package var description: String?
    package var reference: String?
    package var runbook: String?
    /// What `destinations()` chose; nil where it did not.
    package var destinations: [String]?
    /// What `unique()` gave.
    package var unique: String?

    /// The content of a match by production's rules: what a function gave, else what the detection's file says.
    ///
    /// Takes of the detection at `index` what is needed: a copy of all of it would count dozens of references for each match.
    init(_ result: DetectionResult, _ detections: [Detection], _ index: Int) {
        title = result[.title].text.flatMap { $0.isEmpty ? nil : $0 } ?? detections[index].name
        deduplication =
            result[.dedup].text ?? DetectionLimits.defaultDeduplication(detections[index].id)
        severity =
            result[.severity].text.flatMap { name in Severity.allCases.first { $0.rawValue.uppercased() == name } }
            ?? detections[index].severity ?? .info
        if case .json(let json) = result[.alertContext] { contextJSON = json }
        description = Self.text(result[.description], detections[index].description)
        reference = Self.text(result[.reference], detections[index].reference)
        runbook = Self.text(result[.runbook], detections[index].runbook)
        if case .list(let names) = result[.destinations] { destinations = names }
        unique = result[.unique].text
    }

    private static func text(_ outcome: FunctionOutcome, _ fallback: String?) -> String? {
        outcome.text.flatMap { $0.isEmpty ? nil : $0 } ?? fallback
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
            line.member("severity", content.severity.rawValue.uppercased())
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
