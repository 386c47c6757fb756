import Events

extension ConditionEvaluator {
    /// Evaluates as ``evaluate(_:_:)`` does in Kleene's order, and says what was found at each node. Allocates: not for hot
    /// paths.
    ///
    /// - Parameters:
    ///   - condition: The tree that `compiled` was made of.
    ///   - compiled: Its number.
    package mutating func explain(_ condition: Condition, _ compiled: CompiledConditions.ID) -> ConditionExplanation {
        order = .kleene
        stepsLeft = ConditionLimits.stepsMax
        elementCount = 0
        isWalkTaken = false
        isJSONTaken = false
        var explanation = explanation(of: condition, compiled.root)
        explanation.markDeciding()
        return explanation
    }

    /// What is found at a node. A node that was too deep to compile has no nodes below.
    private mutating func explanation(of condition: Condition, _ index: UInt32) -> ConditionExplanation {
        let node = tables.nodes[Int(index)]
        let steps = stepsLeft
        hasLeft = false
        isOpen = false
        var result = ConditionExplanation(condition: condition, truth: truth(index))
        // Parts are evaluated again for themselves; only the whole is charged.
        defer { stepsLeft = min(stepsLeft, steps) }
        switch (condition, node.code) {
        case (.leaf, .leaf): result.found = found(by: tables.leaves[Int(node.payload)])
        case (.leaf, .plural): result.found = foundValues(by: tables.leaves[Int(node.payload)])
        case (.all(let children), .all), (.any(let children), .any):
            var child = index &+ 1
            for condition in children {
                result.children.append(explanation(of: condition, child))
                child = tables.nodes[Int(child)].end
            }
        case (.not(let child), .not): result.children = [explanation(of: child, index &+ 1)]
        case (.aggregate(let aggregate), .aggregate):
            result.children = [explanation(of: aggregate.child, index &+ 1)]
        case (.quantifier(let quantifier), .quantifier):
            explainElement(of: quantifier, tables.quantifiers[Int(node.payload)], index &+ 1, &result)
        default: break
        }
        return result
    }

    // MARK: Leaves

    private mutating func found(by leaf: ProgramLeaf) -> String {
        let subject = found(leaf.subject.field, isExistence: leaf.code == .exists)
        guard leaf.hasOther else { return subject }
        return subject + " and " + found(leaf.other.field, isExistence: false)
    }

    private mutating func found(_ number: UInt32, isExistence: Bool) -> String {
        let field = tables.fields[Int(number)]
        if field.style == .direct, field.root != .elementKey {
            var view = self.view
            let (node, state) = locate(number, &view)
            switch state {
            case .unknown: return "nothing that can be read"
            case .absent where isExistence: return "nothing"
            case .absent:
                guard case .value(let value) = read(number) else { return "nothing" }
                return value.kind == .null ? "nothing" : "nothing, read as \(Self.shown(value))"
            case .found:
                let value = FoundValue(node, in: view)
                guard case .value(let read) = read(number), read.node != node || read.kind != value.kind else {
                    return Self.shown(value)
                }
                return "\(Self.shown(value)), read as \(Self.shown(read))"
            }
        }
        guard case .value(let value) = read(number) else { return "nothing that can be read" }
        guard value.isWalked else { return Self.shown(value) }
        let values = (0..<walkedCount).map { Self.shown(FoundValue(walked[$0], in: value.view)) }
        return Self.shortened("[" + values.joined(separator: ",") + "]")
    }

    static func shown(_ value: FoundValue) -> String {
        if value.node != Tape.missing { return shortened(value.view.json(of: value.node)) }
        let literal: Literal =
            switch value.kind {
            case .null: .null
            case .false: .bool(false)
            case .true: .bool(true)
            case .integer: .int(value.integer)
            case .double: .double(value.double)
            case .string: .string(String(decoding: value.text, as: UTF8.self))
            case .array: .list([])
            case .object: .object([])
            }
        return shortened(literal.json)
    }

    static func shortened(_ text: String) -> String {
        let limit = ConditionExplanation.foundLengthMax
        return text.count <= limit ? text : text.prefix(limit - 1) + "…"
    }

    // MARK: Quantifiers

    /// Shows the child at the element that decides, else at the first.
    private mutating func explainElement(
        of quantifier: Quantifier,
        _ compiled: ProgramQuantifier,
        _ child: UInt32,
        _ result: inout ConditionExplanation
    ) {
        let unit = quantifier.domain == .members ? "member" : "item"
        guard case .value(let list) = read(compiled.field), list.kind == (compiled.isOverMembers ? .object : .array)
        else {
            result.found = "found " + found(compiled.field, isExistence: false)
            return
        }
        let taken = (isWalkTaken, isJSONTaken)
        if list.isWalked { isWalkTaken = true }
        if list.node != Tape.missing, list.view.isSame(as: jsonTape.view) { isJSONTaken = true }
        elementCount += 1
        defer {
            elementCount -= 1
            (isWalkTaken, isJSONTaken) = taken
        }
        let deciding: Truth = compiled.code == .every ? .false : .true
        var chosen: (node: UInt32, position: Int)?
        var count = 0
        var iterator = ElementIterator(list, walkedCount: walkedCount)
        while let node = iterator.next(walked) {
            elements[elementCount - 1] = BoundElement(view: list.view, node: node, isMember: compiled.isOverMembers)
            if chosen == nil { chosen = (node, count) }
            hasLeft = false
            isOpen = false
            let truth = truth(child)
            count += 1
            guard truth == deciding || (truth == .unknown && result.truth == .unknown) else { continue }
            chosen = (node, count - 1)
            if result.truth != .unknown || truth == .unknown { break }
        }
        guard let chosen else {
            result.found = "no \(unit)s"
            return
        }
        elements[elementCount - 1] = BoundElement(view: list.view, node: chosen.node, isMember: compiled.isOverMembers)
        let value = Self.shown(FoundValue(chosen.node, in: list.view))
        let name =
            compiled.isOverMembers
            ? list.view.string(list.view.key(of: chosen.node)).quotedAsJSON : String(chosen.position)
        result.found = "\(unit) \(name): \(value)"
        result.children = [explanation(of: quantifier.child, child)]
    }
}
