import Events

/// Panther's `deep_walk` (panther_core, `PantherEvent.deep_walk`).
extension ConditionEvaluator {
    /// What a walk reads: its only result, the first, the last, or the list of all in ``walked``.
    mutating func walk(_ field: UnsafePointer<ProgramField>) -> Reading {
        guard !isWalkTaken else { return .unknown }
        var start = Tape.root
        var view = self.view
        switch field.pointee.root {
        case .event: break
        case .element where elementCount > Int(field.pointee.level):
            let element = elements[elementCount - 1 - Int(field.pointee.level)]
            start = element.node
            view = element.view
        case .element, .elementKey, .unknown: return .unknown
        }
        walkedCount = 0
        var walk = Walk(hasDefault: !addsNothing(field), isLast: field.pointee.style == .walkLast)
        guard collect(field.pointee.steps, 0, from: start, view, lists: 0, &walk) else { return .unknown }
        if walk.isWhole { return .value(FoundValue(walk.whole, in: view)) }
        guard walkedCount > 0 else { return missing(field) }
        switch field.pointee.style {
        case .walkFirst, .direct, .each, .anywhere: return .value(FoundValue(walked[0], in: view))
        case .walkLast: return .value(FoundValue(walked[walkedCount - 1], in: view))
        case .walkAll:
            if walkedCount == 1 { return .value(FoundValue(walked[0], in: view)) }
            var value = FoundValue(.array, in: view)
            value.isWalked = true
            return .value(value)
        }
    }

    /// What a walk remembers on its way.
    struct Walk {
        /// Whether a default takes the place of what an element of a list lacks.
        var hasDefault: Bool
        /// Whether the last result counts; then lists within lists are not treated.
        var isLast: Bool
        /// The value, where no list was on the way.
        var whole = Tape.missing
        var isWhole = false
    }

    /// Whether the default adds nothing to the results where an element lacks a key: null, and the empty list.
    private func addsNothing(_ field: UnsafePointer<ProgramField>) -> Bool {
        guard field.pointee.missing == .literal else { return false }
        let literal = tables.literals + Int(field.pointee.literal)
        return literal.pointee.kind == .null || literal.pointee.kind == .array && !literal.pointee.isComplex
    }

    /// Collects what the steps from `offset` on lead to; false where it is not treated natively.
    private mutating func collect(
        _ steps: ProgramRange,
        _ offset: Int,
        from node: UInt32,
        _ view: TapeView,
        lists: Int,
        _ walk: inout Walk
    ) -> Bool {
        stepsLeft &-= 1
        guard stepsLeft >= 0 else { return false }
        let kind = view.kind(of: node)
        if offset == Int(steps.count) { return add(node, kind, view, lists: lists, &walk) }
        switch kind {
        case .object:
            let step = tables.steps + Int(steps.start) + offset
            guard step.pointee.code == .key || step.pointee.code == .keyIgnoringCase,
                let found = member(step, of: node, view)
            else { return false }
            if found == Tape.missing { return lists == 0 || !walk.hasDefault }
            return collect(steps, offset + 1, from: found, view, lists: lists, &walk)
        case .array:
            guard lists < ConditionLimits.walkNestingMax, lists == 0 || !walk.isLast else { return false }
            for child in view.children(of: node) {
                guard collect(steps, offset, from: child, view, lists: lists + 1, &walk) else { return false }
            }
            return true
        case .null, .false, .true, .integer, .double, .string: return lists == 0 || !walk.hasDefault
        }
    }

    /// Adds a value at the end of the path.
    private mutating func add(
        _ node: UInt32,
        _ kind: TapeKind,
        _ view: TapeView,
        lists: Int,
        _ walk: inout Walk
    ) -> Bool {
        if kind == .null { return lists == 0 || !walk.hasDefault }
        if kind == .array, isHollow(node, view) { return lists == 0 || !walk.hasDefault }
        guard lists > 0 else {
            walk.whole = node
            walk.isWhole = true
            return true
        }
        // A list in a list is flattened once; what is left must be hashable.
        guard kind == .array else { return addOnce(node, kind, view) }
        for child in view.children(of: node) {
            let kind = view.kind(of: child)
            guard kind != .null, addOnce(child, kind, view) else { return false }
        }
        return true
    }

    /// Whether a list holds nothing but such lists. Bounded by the steps left.
    private mutating func isHollow(_ list: UInt32, _ view: TapeView) -> Bool {
        // Every node below is then a list.
        var node = view.firstChild(of: list)
        let end = view.endOfChildren(of: list)
        while node < end {
            if view.kind(of: node) != .array { return false }
            stepsLeft &-= 1
            if stepsLeft < 0 { return false }
            node = node &+ 1
        }
        return true
    }

    private mutating func addOnce(_ node: UInt32, _ kind: TapeKind, _ view: TapeView) -> Bool {
        guard !kind.isContainer else { return false }
        var value = FoundValue(node, in: view)
        for index in 0..<walkedCount {
            stepsLeft &-= 1
            guard stepsLeft >= 0 else { return false }
            var other = FoundValue(walked[index], in: view)
            switch equal(&value, &other) {
            case .true: return true
            case .false: continue
            case .unknown: return false
            }
        }
        guard walkedCount < ConditionLimits.walkResultsMax else { return false }
        walked[walkedCount] = node
        walkedCount += 1
        return true
    }
}
