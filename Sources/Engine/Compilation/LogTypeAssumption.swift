import Conditions

/// What a condition comes to on events of one log type: what asks for the log type is answered.
struct LogTypeAssumption {
    private let logType: String

    /// The field that names an event's log type.
    private static let key = "p_log_type"

    init(_ logType: String) { self.logType = logType }

    /// The condition with what is known answered, and what follows from the answers left out: an event pays for each node.
    func applied(to condition: Condition) -> Condition {
        switch condition {
        case .leaf(let leaf): return answer(leaf).map(Condition.constant) ?? condition
        case .all(let children): return folded(children, isAll: true)
        case .any(let children): return folded(children, isAll: false)
        case .not(let child):
            let child = applied(to: child)
            if case .constant(let value) = child { return .constant(!value) }
            return .not(child)
        default: return condition.mapChildren(applied)
        }
    }

    /// A list without the constants that change nothing, up to one that decides.
    private func folded(_ children: [Condition], isAll: Bool) -> Condition {
        var kept: [Condition] = []
        for child in children.lazy.map(applied) {
            if child == .constant(isAll) { continue }
            kept.append(child)
            guard child == .constant(!isAll) else { continue }
            // What cannot be unknown need not be asked before what decides.
            while kept.count > 1, kept[kept.count - 2].isTotal { kept.remove(at: kept.count - 2) }
            break
        }
        if kept.isEmpty { return .constant(isAll) }
        if kept.count == 1 { return kept[0] }
        return isAll ? .all(kept) : .any(kept)
    }

    /// Whether a condition asks for the log type, or has a part that may.
    static func matters(to condition: Condition) -> Bool {
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
