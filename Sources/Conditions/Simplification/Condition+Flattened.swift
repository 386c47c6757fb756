extension Condition {
    /// Without conjunctions in conjunctions and alternatives in alternatives, lists of one, parts that are always so, and double
    /// negations. O(nodes).
    ///
    /// What a rule says stays in its order and its words, unlike in ``simplified`` and ``readable``.
    package var flattened: Condition {
        switch mapChildren(\.flattened) {
        case .all(let children): Self.flattened(children, isAll: true)
        case .any(let children): Self.flattened(children, isAll: false)
        case .not(.constant(let value)): .constant(!value)
        case .not(.not(let inner)): inner
        case let other: other
        }
    }

    /// A list whose children are flat.
    private static func flattened(_ children: [Condition], isAll: Bool) -> Condition {
        var flat: [Condition] = []
        for child in children {
            switch child {
            case .constant(isAll): continue
            case .constant: return .constant(!isAll)
            case .all(let inner) where isAll: flat += inner
            case .any(let inner) where !isAll: flat += inner
            default: flat.append(child)
            }
        }
        if flat.count < 2 { return flat.first ?? .constant(isAll) }
        return isAll ? .all(flat) : .any(flat)
    }
}
