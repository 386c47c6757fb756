import Conditions

/// How the steps of a rule with several events hang together.
struct SequenceShape {
    /// Fields that all steps share.
    private(set) var joinBy: [[FieldReference]] = []
    /// The steps in the order in which they must come; nil where any order will do.
    private(set) var order: [Int]?
    /// What sequences have no words for.
    private(set) var opaque: [Condition] = []

    init(_ rule: RuleLowering, _ events: EventPredicates, steps: [Int], absent: Set<Int>) {
        for join in events.joins {
            let sharing = steps.filter { join.fields[$0] != nil }
            if sharing.count == steps.count {
                joinBy.append(steps.compactMap { join.fields[$0] })
            } else if (sharing + steps.filter { join.computed[$0] != nil }).count > 1 {
                let isComputed = !join.computed.isEmpty
                opaque.append(rule.predicates.opaque(isComputed ? .computedValue : .unsupported, Self.text(join, rule)))
            }
        }
        findOrder(rule, events, steps)
    }

    /// The join as a reader would write it: `$a.x = $b.y`.
    private static func text(_ join: EventPredicates.Join, _ rule: RuleLowering) -> YaraLExpression {
        guard case .variable(let name) = join.predicate.kind, let bindings = rule.names.placeholders[name],
            bindings.count > 1
        else { return join.predicate }
        return YaraLExpression(.comparison(bindings[0].value, .equals, bindings[1].value), bindings[0].value.span)
    }

    private mutating func findOrder(_ rule: RuleLowering, _ events: EventPredicates, _ steps: [Int]) {
        var edges = events.orders.filter { steps.contains($0.first) && steps.contains($0.second) }
            .map { ($0.first, $0.second) }
        var isSaid = Set(edges.map { [$0.0, $0.1] })
        if let pivot = rule.rule.match?.window?.pivot, let place = rule.names.events.firstIndex(of: pivot.variable),
            steps.contains(place)
        {
            for step in steps where step != place {
                let edge = pivot.isBefore ? (step, place) : (place, step)
                if isSaid.insert([edge.0, edge.1]).inserted { edges.append(edge) }
            }
        }
        guard !edges.isEmpty else { return }
        if let chain = Self.chain(steps, edges) {
            order = chain
            return
        }
        for entry in events.orders where steps.contains(entry.first) && steps.contains(entry.second) {
            opaque.append(rule.predicates.opaque(.unsupported, entry.predicate))
        }
        if let match = rule.rule.match, let pivot = match.window?.pivot, let key = match.keys.first {
            let variable = YaraLExpression(.variable(pivot.variable), key.span)
            opaque.append(rule.predicates.opaque(.unsupported, variable))
        }
    }

    /// The only order of all steps that edges allow; nil where they allow several, or none.
    private static func chain(_ steps: [Int], _ edges: [(Int, Int)]) -> [Int]? {
        var left = steps
        var chain: [Int] = []
        while !left.isEmpty {
            let free = left.filter { step in !edges.contains { $0.1 == step && left.contains($0.0) } }
            guard free.count == 1 else { return nil }
            chain.append(free[0])
            left.removeAll { $0 == free[0] }
        }
        return chain
    }
}
