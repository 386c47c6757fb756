import Conditions

extension Condition {
    /// The condition without conjunctions in conjunctions, and without parts that are always so.
    ///
    /// What a rule says stays in its order and its words, unlike in ``readable``.
    var flattened: Condition {
        switch self {
        case .all(let children):
            var parts: [Condition] = []
            for child in children {
                switch child.flattened {
                case .all(let inner): parts += inner
                case .constant(true): break
                case .constant(false): return .constant(false)
                case let part: parts.append(part)
                }
            }
            return parts.count > 1 ? .all(parts) : parts.first ?? .constant(true)
        case .any(let children):
            var parts: [Condition] = []
            for child in children {
                switch child.flattened {
                case .any(let inner): parts += inner
                case .constant(false): break
                case .constant(true): return .constant(true)
                case let part: parts.append(part)
                }
            }
            return parts.count > 1 ? .any(parts) : parts.first ?? .constant(false)
        case .not(let child):
            switch child.flattened {
            case .constant(let value): return .constant(!value)
            case .not(let inner): return inner
            case let part: return .not(part)
            }
        default: return mapChildren(\.flattened)
        }
    }
}
