extension Condition {
    /// Where it is written, if it is written in one place.
    package var place: SourcePlace? {
        switch self {
        case .leaf(let leaf): leaf.place
        case .quantifier(let quantifier): quantifier.place
        case .opaque(let opaque): opaque.place
        case .aggregate(let aggregate): aggregate.place
        case .constant, .all, .any, .not, .sequence, .reference: nil
        }
    }

    /// The conditions right below, in order; what ends a sequence comes last.
    package var children: [Condition] {
        switch self {
        case .all(let children), .any(let children): children
        case .not(let child): [child]
        case .quantifier(let quantifier): [quantifier.child]
        case .aggregate(let aggregate): [aggregate.child]
        case .sequence(let sequence): sequence.steps.map(\.condition) + (sequence.until.map { [$0] } ?? [])
        case .constant, .leaf, .opaque, .reference: []
        }
    }

    /// The condition with every condition right below replaced.
    package func mapChildren(_ body: (Condition) -> Condition) -> Condition {
        switch self {
        case .all(let children): return .all(children.map(body))
        case .any(let children): return .any(children.map(body))
        case .not(let child): return .not(body(child))
        case .quantifier(var quantifier):
            quantifier.child = body(quantifier.child)
            return .quantifier(quantifier)
        case .aggregate(var aggregate):
            aggregate.child = body(aggregate.child)
            return .aggregate(aggregate)
        case .sequence(var sequence):
            for index in sequence.steps.indices {
                sequence.steps[index].condition = body(sequence.steps[index].condition)
            }
            sequence.until = sequence.until.map(body)
            return .sequence(sequence)
        case .constant, .leaf, .opaque, .reference: return self
        }
    }

    /// Every node, each before those below it.
    package func forEach(_ body: (Condition) -> Void) {
        body(self)
        for child in children { child.forEach(body) }
    }

    /// Whether it has at most so many nodes. Costs no more than those.
    package func weighs(atMost limit: Int) -> Bool {
        var left = limit
        func count(_ condition: Condition) {
            left -= 1
            for child in condition.children where left >= 0 { count(child) }
        }
        count(self)
        return left >= 0
    }

    /// Every leaf, in the order of evaluation.
    package var leaves: [Leaf] {
        var leaves: [Leaf] = []
        forEach { if case .leaf(let leaf) = $0 { leaves.append(leaf) } }
        return leaves
    }

    /// Every opaque part, in order.
    package var opaqueNodes: [Opaque] {
        var parts: [Opaque] = []
        forEach { if case .opaque(let opaque) = $0 { parts.append(opaque) } }
        return parts
    }

    /// How much of the rule it says.
    package var completeness: Completeness {
        var (hasOpaque, hasOther) = (false, false)
        forEach { part in
            switch part {
            case .opaque: hasOpaque = true
            case .leaf, .reference: hasOther = true
            default: break
            }
        }
        return hasOpaque ? (hasOther ? .partial : .opaque) : .exact
    }

    /// The condition without the places it comes from, by which conditions are compared.
    package var withoutPlaces: Condition {
        switch self {
        case .leaf(var leaf):
            leaf.place = nil
            return .leaf(leaf)
        case .quantifier(var quantifier):
            quantifier.place = nil
            quantifier.child = quantifier.child.withoutPlaces
            return .quantifier(quantifier)
        case .opaque(var opaque):
            opaque.place = nil
            return .opaque(opaque)
        case .aggregate(var aggregate):
            aggregate.place = nil
            aggregate.child = aggregate.child.withoutPlaces
            return .aggregate(aggregate)
        case .constant, .all, .any, .not, .sequence, .reference: return mapChildren(\.withoutPlaces)
        }
    }
}
