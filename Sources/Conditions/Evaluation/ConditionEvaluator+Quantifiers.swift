import Events

extension ConditionEvaluator {
    /// The truth of a quantifier whose test is the node `child`.
    mutating func truth(of quantifier: ProgramQuantifier, child: UInt32) -> Truth {
        guard elementCount < ConditionLimits.quantifierNestingMax, case .value(let value) = read(quantifier.field)
        else {
            return fails(quantifier) ? .false : .unknown
        }
        guard value.kind == (quantifier.isOverMembers ? .object : .array) else {
            // An empty text, or for a loop over elements an empty object, has none either.
            let isIterable = !quantifier.isOverMembers && (value.kind == .string || value.kind == .object)
            guard isIterable, !value.isTruthy else { return .unknown }
            return quantifier.code == .count
                ? Truth(quantifier.comparison.holds(0, quantifier.bound)) : Truth(quantifier.code != .some)
        }
        let isOnJSON = value.node != Tape.missing && value.view.isSame(as: jsonTape.view)
        let taken = (isWalkTaken, isJSONTaken)
        if value.isWalked { isWalkTaken = true }
        if isOnJSON { isJSONTaken = true }
        elementCount += 1
        defer {
            elementCount -= 1
            (isWalkTaken, isJSONTaken) = taken
        }
        return quantifier.code == .count
            ? counted(quantifier, value, child) : searched(quantifier, value, child)
    }

    private mutating func fails(_ quantifier: ProgramQuantifier) -> Bool {
        guard elementCount < ConditionLimits.quantifierNestingMax else { return false }
        if case .fails = read(quantifier.field) { return true }
        return false
    }

    /// Makes a node the element that fields of the innermost quantifier are read from.
    mutating func bind(_ node: UInt32, _ list: FoundValue, _ quantifier: ProgramQuantifier) {
        elements[elementCount - 1] = BoundElement(view: list.view, node: node, isMember: quantifier.isOverMembers)
    }

    /// Looks for an element that decides: one that passes, or for `every` one that does not.
    private mutating func searched(_ quantifier: ProgramQuantifier, _ list: FoundValue, _ child: UInt32) -> Truth {
        let deciding: Truth = quantifier.code == .every ? .false : .true
        var (hasOpen, hasOther) = (false, false)
        var iterator = ElementIterator(list, walkedCount: walkedCount)
        while let node = iterator.next(walked) {
            bind(node, list, quantifier)
            let truth = truth(child)
            if truth == deciding { return Truth(quantifier.code == .some) }
            if truth == .unknown {
                if isOpen {
                    isOpen = false
                    hasOpen = true
                } else {
                    if order == .sequential || hasLeft || stepsLeft < 0 { return .unknown }
                    hasOther = true
                }
            }
        }
        isOpen = hasOpen && !hasOther
        return hasOpen || hasOther ? .unknown : Truth(quantifier.code != .some)
    }

    private mutating func counted(_ quantifier: ProgramQuantifier, _ list: FoundValue, _ child: UInt32) -> Truth {
        var count = 0
        var iterator = ElementIterator(list, walkedCount: walkedCount)
        while let node = iterator.next(walked) {
            bind(node, list, quantifier)
            switch truth(child) {
            case .true: count += 1
            case .false: break
            case .unknown:
                isOpen = false
                return .unknown
            }
        }
        return Truth(quantifier.comparison.holds(count, quantifier.bound))
    }
}
