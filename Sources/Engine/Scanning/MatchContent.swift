package import Detections

/// What the functions of a detection say of a match, fallbacks included.
///
/// Handed on as one reference, not as all its texts; a copy is made when one of several holders changes it. A detection without
/// functions has one for all its matches.
package struct MatchContent: Sendable {
    private var said: Said

    package var title: String {
        get { said.title }
        set { own.title = newValue }
    }
    package var deduplication: String {
        get { said.deduplication }
        set { own.deduplication = newValue }
    }
    package var severity: Severity {
        get { said.severity }
        set { own.severity = newValue }
    }
    /// JSON text; nil where the detection has no `alert_context`.
    package var contextJSON: String? {
        get { said.contextJSON }
        set { own.contextJSON = newValue }
    }
    package var description: String? {
        get { said.description }
        set { own.description = newValue }
    }
    package var reference: String? {
        get { said.reference }
        set { own.reference = newValue }
    }
    package var runbook: String? {
        get { said.runbook }
        set { own.runbook = newValue }
    }
    /// What `destinations()` chose; nil where it did not.
    package var destinations: [String]? {
        get { said.destinations }
        set { own.destinations = newValue }
    }
    /// What `unique()` gave.
    package var unique: String? {
        get { said.unique }
        set { own.unique = newValue }
    }

    /// What a detection's file says of a match, before functions are asked.
    init(of detection: Detection) { said = Said(detection) }

    /// What may be changed without another holder seeing it.
    private var own: Said {
        mutating get {
            if !isKnownUniquelyReferenced(&said) { said = Said(copying: said) }
            return said
        }
    }

    /// Changed only while it has one holder.
    private final class Said: @unchecked Sendable {
        var title: String
        var deduplication: String
        var severity: Severity
        var contextJSON: String?
        var description: String?
        var reference: String?
        var runbook: String?
        var destinations: [String]?
        var unique: String?

        init(_ detection: Detection) {
            title = detection.name
            deduplication = DetectionLimits.defaultDeduplication(detection.id)
            severity = detection.severity ?? .info
            description = detection.description
            reference = detection.reference
            runbook = detection.runbook
        }

        init(copying other: Said) {
            title = other.title
            deduplication = other.deduplication
            severity = other.severity
            contextJSON = other.contextJSON
            description = other.description
            reference = other.reference
            runbook = other.runbook
            destinations = other.destinations
            unique = other.unique
        }
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
