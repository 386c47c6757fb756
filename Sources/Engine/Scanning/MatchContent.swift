package import Detections

/// What the functions of a detection say of a match, fallbacks included.
///
/// Handed on as one reference, not as all its texts. A detection without functions has one for all its matches.
package struct MatchContent: Sendable {
    private let said: Said

    private final class Said: Sendable {
        let texts: Texts

        init(_ texts: Texts) { self.texts = texts }
    }

    /// The content that these texts are.
    init(_ texts: Texts) { said = Said(texts) }

    /// What a detection's file says of a match, before functions are asked.
    init(of detection: Detection) { self.init(Texts(of: detection)) }

    /// The content of a match by production's rules: what a function gave, else what the detection's file says.
    init(_ result: DetectionResult, _ detection: Detection) {
        var texts = Texts(of: detection)
        let fallback = texts.deduplication
        for function in DetectionFunction.auxiliary { texts.take(result[function], of: function) }
        if result[.dedup].text == nil { texts.deduplication = fallback }
        self.init(texts)
    }

    /// All of it, to be changed.
    var texts: Texts { said.texts }

    package var title: String { said.texts.title }
    package var deduplication: String { said.texts.deduplication }
    package var severity: Severity { said.texts.severity }
    /// JSON text; nil where the detection has no `alert_context`.
    package var contextJSON: String? { said.texts.contextJSON }
    package var description: String? { said.texts.description }
    package var reference: String? { said.texts.reference }
    package var runbook: String? { said.texts.runbook }
    /// What `destinations()` chose; nil where it did not.
    package var destinations: [String]? { said.texts.destinations }
    /// What `unique()` gave.
    package var unique: String? { said.texts.unique }

    /// What is said, as it is put together.
    struct Texts: Sendable {
        var title: String
        var deduplication: String
        var severity: Severity
        var contextJSON: String?
        var description: String?
        var reference: String?
        var runbook: String?
        var destinations: [String]?
        var unique: String?

        /// What a detection's file says of a match.
        init(of detection: Detection) {
            title = detection.name
            deduplication = DetectionLimits.defaultDeduplication(detection.id)
            severity = detection.severity ?? .info
            description = detection.description
            reference = detection.reference
            runbook = detection.runbook
        }
    }
}

extension MatchContent.Texts {
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
