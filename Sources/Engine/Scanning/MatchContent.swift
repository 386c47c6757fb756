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

    /// The content of a match by production's rules: what a function gave, else what the detection's file says.
    ///
    /// Takes of the detection at `index` what is needed: a copy of all of it would count dozens of references for each match.
    init(_ result: DetectionResult, _ detections: [Detection], _ index: Int) {
        title = result[.title].text.flatMap { $0.isEmpty ? nil : $0 } ?? detections[index].name
        deduplication =
            result[.dedup].text ?? DetectionLimits.defaultDeduplication(detections[index].id)
        severity = result[.severity].text.flatMap(Severity.init) ?? detections[index].severity ?? .info
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
