/// What a condition comes to on events of one log type: what asks for the log type is answered.
package struct LogTypeAssumption {
    private let logType: String

    /// The field that names an event's log type.
    private static let key = "p_log_type"

    /// Of events that say they are of this log type.
    package init(_ logType: String) { self.logType = logType }

    /// The condition with a constant for each test of the log type.
    package func applied(to condition: Condition) -> Condition {
        guard case .leaf(let leaf) = condition else { return condition.mapChildren(applied) }
        return answer(leaf).map(Condition.constant) ?? condition
    }

    /// Whether a condition asks for the log type, or has a part that may.
    package static func matters(to condition: Condition) -> Bool {
        func isAsked(_ field: FieldReference) -> Bool {
            guard case .key(Self.key, _) = field.steps.first?.selector else { return false }
            return field.root == .event
        }
        var found = false
        condition.forEach { part in
            switch part {
            case .leaf(let leaf): found = found || isAsked(leaf.field)
            // What was longer than what is analysed may be short for one log type.
            case .opaque(let opaque): found = found || opaque.reason == .limit || opaque.reads.contains(where: isAsked)
            default: break
            }
        }
        return found
    }

    /// What a leaf says that compares the log type with texts; nil for any other.
    private func answer(_ leaf: Leaf) -> Bool? {
        guard leaf.field.root == .event, leaf.field.style == .direct, leaf.field.steps.count == 1,
            case .key(Self.key, _) = leaf.field.steps[0].selector, leaf.transforms.isEmpty, leaf.other == nil,
            leaf.casing == .sensitive, [.equals, .isIn, .isInSet].contains(leaf.op)
        else { return nil }
        return leaf.values.contains(.string(logType)) != leaf.isNegated
    }
}
