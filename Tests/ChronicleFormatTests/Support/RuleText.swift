import ChronicleFormat
import Conditions
import Detections
import Diagnostics
import TestSupport

/// A rule of which a test writes the sections that matter to it.
struct RuleText {
    var name = "a_rule"
    var meta = ""
    var events: String
    var match = ""
    var outcome = ""
    var condition = "$e"
    var options = ""

    var text: String {
        var text = "rule \(name) {\n"
        for (section, body) in [
            ("meta", meta), ("events", events), ("match", match), ("outcome", outcome), ("condition", condition),
            ("options", options),
        ] where !body.isEmpty { text += "  \(section):\n    \(body)\n" }
        return text + "}\n"
    }

    /// What a load makes of it.
    var loaded: (detection: Detection?, diagnostics: [Diagnostic]) { Self.load(text) }

    static func load(_ text: String, path: String = "rules/a.yaral") -> (
        detection: Detection?, diagnostics: [Diagnostic]
    ) {
        let pack = ChroniclePack.load(roots: ["rules"], files: MemoryFiles([path: text]))
        return (pack.detections.first, pack.diagnostics)
    }

    /// The condition in words, without places.
    var conditionText: String { logic?.condition.withoutPlaces.text ?? "nothing" }

    var logic: DetectionLogic? {
        guard case .logic(let logic)? = loaded.detection?.body else { return nil }
        return logic
    }
}
