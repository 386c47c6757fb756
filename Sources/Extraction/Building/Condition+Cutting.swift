import Conditions

extension Condition {
    /// The condition in about so many nodes, with an opaque part wherever something is left out. Where it is known, so is the whole, and
    /// it is the same.
    ///
    /// Of parts that must all hold the first are kept, for behind something unknown no other decides; and the short ones, for what is
    /// left of a long one may be known where it matters. Of alternatives, which often begin with what tells them apart, the short ones
    /// are kept and as much of the long ones as there is room for. O(nodes) for each list in one another.
    func cut(to limit: Int) -> Condition {
        guard weight(upTo: limit) > limit else { return self }
        // One reason for all that is left out: a reader is told once.
        return cut(to: limit, .opaque(Opaque(.limit, reads: Array(fieldsRead.prefix(64)))))
    }

    /// The same, with `leftOut` for what is left out.
    func cut(to limit: Int, _ leftOut: Condition) -> Condition {
        guard weight(upTo: limit) > limit else { return self }
        switch self {
        case .all(let parts):
            let first = parts.first(in: limit, leftOut)
            return first.count > 1 ? .all(first) : first.first ?? leftOut
        case .any(let parts): return parts.shares(of: limit, leftOut).map(Condition.any) ?? leftOut
        default: return leftOut
        }
    }
}

extension [Condition] {
    /// Nodes of a part that must hold for which the ones before it leave room.
    private static let shortPart = 16

    /// As much of the first parts as there is room for, with what stands for the rest where there is none; of those after a long one
    /// the short ones.
    fileprivate func first(in limit: Int, _ leftOut: Condition) -> [Condition] {
        let weights = map { $0.weight(upTo: limit) }
        var room = limit - 2
        // What the parts to come may keep: together half of all, or nothing.
        var reserved = weights.reduce(0) { $0 + Swift.min($1, Self.shortPart) }
        let reserves = reserved <= limit / 2
        var result: [Condition] = []
        for (part, weight) in zip(self, weights) {
            if reserves { reserved -= Swift.min(weight, Self.shortPart) } else { reserved = 0 }
            let most = room - reserved
            guard weight > most else {
                result.append(part)
                room -= weight
                continue
            }
            if most > 2 { result.append(part.cut(to: most, leftOut)) }
            if most <= 2 || !reserves { result.append(leftOut) }
            // What stands for it stands for what comes after it.
            if !reserves { break }
            room -= Swift.max(most, 1)
        }
        return result
    }

    /// The parts in about so many nodes; nil where not even one would be left of each.
    fileprivate func shares(of limit: Int, _ leftOut: Condition) -> [Condition]? {
        guard limit > 2 * count else { return nil }
        // What short parts leave is for the long ones, to equal shares.
        let weights = map { $0.weight(upTo: limit) }
        var (room, open) = (limit - 1, count)
        for weight in weights.sorted() where weight * open <= room {
            room -= weight
            open -= 1
        }
        let share = open > 0 ? Swift.max(room / open, 2) : room
        return zip(self, weights).map { $0.cut(to: Swift.min($1, share), leftOut) }
    }
}
