import Detections
import Events
import PantherFormat

extension Scanner {
    /// The values of fields of a match as Panther stores it: the event's, and those that the match adds.
    mutating func correlationValues(_ fields: [KeySpecifier], _ index: Int, _ content: MatchContent) -> [[[UInt8]]] {
        var hasContext: Bool?
        return fields.map { field in
            switch field.steps.first {
            case .name("p_alert_context"):
                let json = content.contextJSON ?? "{}"
                let isThere = hasContext ?? ((try? contextTape.parse(copying: json.utf8)) != nil)
                hasContext = isThere
                guard isThere else { return [] }
                let rest = KeySpecifier(steps: Array(field.steps.dropFirst()), text: field.text)
                return LookupKeys.texts(of: rest, in: contextTape.view)
            case .name("p_rule_id") where field.steps.count == 1:
                return [Array(host.compiled.pack.detections[index].id.utf8)]
            default: return LookupKeys.texts(of: field, in: tape.view)
            }
        }
    }
}
