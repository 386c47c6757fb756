package import Conditions
import Diagnostics

/// What a detection says of an event, and why.
package struct EventVerdict: Sendable {
    /// The event's index in the input.
    package var record: Int
    /// Its log type: what it says, or what it was taken for.
    package var logType: String
    /// Whether the detection is run on logs of that type at all.
    package var isRead: Bool
    /// Whether inline filters keep the detection from running on it.
    package var isFiltered: Bool
    /// What running the detection gave.
    package var outcome: FunctionOutcome
    /// What the matcher returns where an alert is due.
    package var alertValue: Bool
    /// What its condition says.
    package var explanation: ConditionExplanation

    /// Whether the detection matches the event; nil if it failed.
    package var isMatch: Bool? {
        guard case .bool(let value) = outcome else { return nil }
        return value == alertValue && isRead
    }

    /// Whether the condition says what running the detection does not: a defect of the condition.
    package var isContradicted: Bool {
        guard explanation.truth != .unknown, !isFiltered else { return false }
        // A readable condition takes errors not to happen.
        guard case .bool(let value) = outcome else { return false }
        return (explanation.truth == .true) != (value == alertValue)
    }

    /// In a few words.
    package var headline: String {
        if !isRead { return "not looked at: the detection does not read \(logType)" }
        if isFiltered { return "not looked at: an inline filter excludes it" }
        switch outcome {
        case .bool(let value): return value == alertValue ? "matches" : "does not match"
        case .error(let error):
            let place = error.file.map { " (\($0)\(error.line.map { ":\($0)" } ?? ""))" } ?? ""
            return "fails: \(error.type): \(error.message)\(place)"
        default: return "cannot be run"
        }
    }

    /// What decides, a line each.
    package var reasons: [String] {
        explanation.deciding.map { node in
            switch node.condition {
            case .opaque(let opaque):
                let place = opaque.place.map { " (\($0.text))" } ?? ""
                return "only the code can tell: it " + opaque.reason.sentence + place
            default:
                let verb =
                    switch node.truth {
                    case .true: "holds"
                    case .false: "does not hold"
                    case .unknown: "cannot be told without running the code"
                    }
                let found = node.found.map { $0.hasPrefix("found") ? ": \($0)" : ": found \($0)" } ?? ""
                return "\(node.condition.text) \(verb)\(found)"
            }
        }
    }

    /// The verdict as one JSON object.
    package var json: String {
        var writer = JSONLine()
        writer.begin()
        writer.member("record", record)
        writer.member("logType", logType)
        writer.key("matched")
        writer.raw(isMatch.map { $0 ? "true" : "false" } ?? "null")
        if let error = outcome.error {
            writer.key("error")
            writer.error(error)
        }
        if !isRead { writer.member("otherLogType", true) }
        if isFiltered { writer.member("filtered", true) }
        writer.member("condition", "\(explanation.truth)")
        if isContradicted { writer.member("contradicted", true) }
        writer.key("deciding")
        writer.raw("[" + explanation.deciding.map(Self.json).joined(separator: ",") + "]")
        writer.end()
        return writer.text
    }

    private static func json(_ node: ConditionExplanation) -> String {
        var writer = JSONLine()
        writer.begin()
        writer.key("condition")
        writer.raw(node.condition.json())
        writer.member("truth", "\(node.truth)")
        if let found = node.found { writer.member("found", found) }
        if let line = node.condition.place?.line { writer.member("line", line) }
        if let file = node.condition.place?.file { writer.member("file", file) }
        writer.end()
        return writer.text
    }
}

extension PageText {
    /// What a detection says of an event: a headline, what decides, and the whole outline.
    package func verdict(_ verdict: EventVerdict, place: String) -> String {
        let color = verdict.isMatch == true ? "32" : verdict.isMatch == false ? "33" : "31"
        var text = "\n" + paint("Event \(verdict.record)", "1") + "  "
        text +=
            paint(TerminalText.escape(verdict.headline), color) + "  " + paint(TerminalText.escape(place), "2") + "\n"
        for reason in verdict.reasons { text += "  because " + TerminalText.escape(reason) + "\n" }
        if verdict.isContradicted {
            text += "  " + paint("The condition says otherwise than the code: please report this.", "31") + "\n"
        }
        return text + outline(ConditionTree(verdict.explanation), indent: "    ")
    }
}
