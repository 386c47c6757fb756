package import Detections

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

    /// What a detection's file says of a match, before functions are asked.
    init(of detection: Detection) {
        title = detection.name
        deduplication = DetectionLimits.defaultDeduplication(detection.id)
        severity = detection.severity ?? .info
        description = detection.description
        reference = detection.reference
        runbook = detection.runbook
    }

    /// The content of a match by production's rules: what a function gave, else what the detection's file says.
    init(_ result: DetectionResult, _ detection: Detection) {
        self.init(of: detection)
        let fallback = deduplication
        for function in DetectionFunction.auxiliary { take(result[function], of: function) }
        if result[.dedup].text == nil { deduplication = fallback }
    }

    /// Takes what a function gave, on top of what the detection's file says. A title is the deduplication string too, until a
    /// function says another.
    mutating func take(_ outcome: FunctionOutcome, of function: DetectionFunction) {
        let text = outcome.text.flatMap { $0.isEmpty ? nil : $0 }
        switch function {
        case .title:
            guard let text else { return }
            title = text
            deduplication = text
        case .dedup: if let text { deduplication = text }
        case .description: description = text ?? description
        case .reference: reference = text ?? reference
        case .runbook: runbook = text ?? runbook
        case .severity: severity = text.flatMap(Severity.init) ?? severity
        case .unique: unique = outcome.text
        case .alertContext: if case .json(let json) = outcome { contextJSON = json }
        case .destinations: if case .list(let names) = outcome { destinations = names }
        case .rule, .policy: break
        }
    }
}
