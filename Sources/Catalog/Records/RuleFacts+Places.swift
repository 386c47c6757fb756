import Conditions

/// Places in files, as pages show them.
extension RuleFacts {
    /// The facts with the files of all places relative to the collection: where it lies on this machine is nobody's business.
    package func relocated(in origin: CollectionOrigin) -> RuleFacts {
        var facts = self
        facts.condition = condition?.relocated(in: origin)
        facts.opaque = opaque.map { opaque in
            var opaque = opaque
            opaque.place = opaque.place?.relocated(in: origin)
            return opaque
        }
        return facts
    }
}

extension SourcePlace {
    fileprivate func relocated(in origin: CollectionOrigin) -> SourcePlace {
        SourcePlace(file: file.map(origin.relative), line: line)
    }
}

extension Condition {
    fileprivate func relocated(in origin: CollectionOrigin) -> Condition {
        switch self {
        case .leaf(var leaf):
            leaf.place = leaf.place?.relocated(in: origin)
            return .leaf(leaf)
        case .quantifier(var quantifier):
            quantifier.place = quantifier.place?.relocated(in: origin)
            quantifier.child = quantifier.child.relocated(in: origin)
            return .quantifier(quantifier)
        case .opaque(var opaque):
            opaque.place = opaque.place?.relocated(in: origin)
            return .opaque(opaque)
        case .aggregate(var aggregate):
            aggregate.place = aggregate.place?.relocated(in: origin)
            aggregate.child = aggregate.child.relocated(in: origin)
            return .aggregate(aggregate)
        default: return mapChildren { $0.relocated(in: origin) }
        }
    }
}
