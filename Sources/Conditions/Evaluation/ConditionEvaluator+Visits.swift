import Events

extension ConditionEvaluator {
    /// A way through the elements that a quantifier is about: see ``visit(_:)``.
    package struct Visit {
        var iterator: ElementIterator
        let list: FoundValue
        let quantifier: ProgramQuantifier
        let child: UInt32
    }

    /// Begins to go through the elements of a compiled quantifier that pass its test; nil where there is no list, or object, to go
    /// through. Until ``end(_:)`` no condition may be evaluated, but fields of the element may be read.
    package mutating func visit(_ condition: CompiledConditions.ID) -> Visit? {
        let node = tables.nodes[Int(condition.root)]
        guard node.code == .quantifier else { return nil }
        prepare()
        let quantifier = tables.quantifiers[Int(node.payload)]
        guard case .value(let list) = read(quantifier.field), !list.isWalked,
            list.kind == (quantifier.isOverMembers ? .object : .array), list.view.isSame(as: view)
        else { return nil }
        elementCount = 1
        let iterator = ElementIterator(list, walkedCount: 0)
        return Visit(iterator: iterator, list: list, quantifier: quantifier, child: condition.root &+ 1)
    }

    /// Goes on to the next element that passes: true; false at the end, and unknown where that cannot be told of one.
    package mutating func next(_ visit: inout Visit) -> Truth {
        while let node = visit.iterator.next(walked) {
            bind(node, visit.list, visit.quantifier)
            switch truth(visit.child) {
            case .true: return .true
            case .unknown: return .unknown
            case .false: continue
            }
        }
        return .false
    }

    /// Ends a visit, wherever it is.
    package mutating func end(_ visit: consuming Visit) { elementCount = 0 }
}
