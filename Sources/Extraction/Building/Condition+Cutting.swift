import Conditions

extension Condition {
    /// The condition in about so many nodes, with an opaque part wherever something is left out. Where it is known, so is the whole, and
    /// it is the same.
    ///
    /// Of parts that must all hold the first are kept, for behind something unknown no other decides. Of alternatives, which often begin
    /// with what tells them apart, the short ones are kept and as much of the long ones as there is room for. O(nodes) for each list in
    /// one another.
    func cut(to limit: Int) -> Condition {
        guard weight(upTo: limit) > limit else { return self }
        // One reason for all that is left out: a reader is told once.
        return cut(to: limit, .opaque(Opaque(.limit, reads: Array(fieldsRead.prefix(64)))))
    }

    fileprivate func cut(to limit: Int, _ leftOut: Condition) -> Condition {
        guard weight(upTo: limit) > limit else { return self }
        switch self {
        case .all(let parts):
            let first = parts.first(in: limit, leftOut)
            return first.isEmpty ? leftOut : .all(first + [leftOut])
        case .any(let parts): return parts.shares(of: limit, leftOut).map(Condition.any) ?? leftOut
        default: return leftOut
        }
    }
}

extension [Condition] {
    /// As many of the parts as there is room for before what stands for the rest.
    fileprivate func first(in limit: Int, _ leftOut: Condition) -> [Condition] {
        var room = limit - 2
        var result: [Condition] = []
        for part in self {
            let weight = part.weight(upTo: Swift.max(room, 0))
            guard weight <= room else {
                if room > 2 { result.append(part.cut(to: room, leftOut)) }
                break
            }
            result.append(part)
            room -= weight
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
