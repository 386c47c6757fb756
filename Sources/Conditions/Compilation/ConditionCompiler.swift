import Events

/// Lowers conditions to tables.
struct ConditionCompiler {
    var output: CompiledConditions
    var keys: KeyTable

    /// Emits the nodes of `condition`, one for each node of the tree.
    mutating func compile(_ condition: Condition, depth: Int, quantifiers: Int) {
        let index = output.nodes.count
        guard depth < ConditionLimits.nestingMax else {
            emit(.unknown)
            return
        }
        switch condition {
        case .constant(let value): emit(value ? .true : .false)
        case .opaque(let opaque): emit(opaque.goesOn ? .open : .opaque)
        case .sequence, .reference: emit(.unknown)
        case .not(let child):
            emit(.not)
            compile(child, depth: depth + 1, quantifiers: quantifiers)
        case .all(let children), .any(let children):
            if case .all = condition { emit(.all) } else { emit(.any) }
            for child in children { compile(child, depth: depth + 1, quantifiers: quantifiers) }
        case .leaf(let leaf):
            emit(leaf.field.style.isPlural ? .plural : .leaf, payload: number(of: leaf, quantifiers: quantifiers))
        case .quantifier(let quantifier): compile(quantifier, depth: depth, quantifiers: quantifiers)
        case .aggregate(let aggregate):
            emit(.aggregate)
            compile(aggregate.child, depth: depth + 1, quantifiers: quantifiers)
        }
        output.nodes[index].end = UInt32(output.nodes.count)
    }

    private mutating func emit(_ code: ProgramNode.Code, payload: Int = 0) {
        let end = UInt32(output.nodes.count + 1)
        output.nodes.append(ProgramNode(code: code, end: end, payload: UInt32(payload)))
    }

    private mutating func compile(_ quantifier: Quantifier, depth: Int, quantifiers: Int) {
        guard quantifiers < ConditionLimits.quantifierNestingMax else {
            emit(.unknown)
            return
        }
        var compiled = ProgramQuantifier(
            code: .some,
            comparison: .equal,
            bound: 0,
            field: field(quantifier.field, quantifiers: quantifiers),
            isOverMembers: quantifier.domain == .members,
            level: UInt8(quantifiers)
        )
        switch quantifier.kind {
        case .some: compiled.code = .some
        case .every: compiled.code = .every
        case .none: compiled.code = .none
        case .count(let comparison, let bound):
            compiled.code = .count
            compiled.comparison = comparison
            compiled.bound = bound
        }
        emit(.quantifier, payload: output.quantifiers.count)
        output.quantifiers.append(compiled)
        compile(quantifier.child, depth: depth + 1, quantifiers: quantifiers + 1)
    }

    // MARK: Fields

    /// The number of a field; one that stands for nothing that can be read where it is, is unknown at every event.
    mutating func field(_ reference: FieldReference, quantifiers: Int) -> UInt32 {
        if let known = output.fieldNumbers[reference] { return known }
        var compiled = ProgramField(
            root: .unknown,
            level: 0,
            style: .direct,
            missing: .literal,
            reach: .absent,
            literal: 0,
            steps: ProgramRange(start: UInt32(output.steps.count), count: UInt32(reference.steps.count)),
            path: pathNumber(of: reference)
        )
        var isShared = true
        switch reference.root {
        case .event: compiled.root = .event
        case .element(let level), .elementKey(let level):
            // What is out of reach here may be within it elsewhere.
            isShared = false
            guard level >= 0, level < quantifiers else { break }
            compiled.level = UInt8(level)
            if case .element = reference.root {
                compiled.root = .element
            } else if reference.steps.isEmpty {
                compiled.root = .elementKey
            }
        case .model: break
        }
        switch reference.style {
        case .direct: break
        case .walk(let result): compiled.style = result == .all ? .walkAll : result == .first ? .walkFirst : .walkLast
        case .each: compiled.style = .each
        case .anywhere: compiled.style = .anywhere
        }
        switch reference.missing.outcome {
        case .raises: compiled.missing = .raises
        case .fails: compiled.missing = .fails
        case .value(let value): compiled.literal = literal(value)
        }
        switch reference.missing.reach {
        case .absent: compiled.reach = .absent
        case .null: compiled.reach = .null
        case .empty: compiled.reach = .empty
        }
        for step in reference.steps { output.steps.append(compile(step)) }
        let number = UInt32(output.fields.count)
        output.fields.append(compiled)
        if isShared { output.fieldNumbers[reference] = number }
        return number
    }

    private mutating func pathNumber(of reference: FieldReference) -> UInt32 {
        let key = CompiledConditions.PathKey(root: reference.root, style: reference.style, steps: reference.steps)
        if let known = output.pathNumbers[key] { return known }
        let number = UInt32(output.pathNumbers.count)
        output.pathNumbers[key] = number
        return number
    }

    private mutating func compile(_ step: FieldStep) -> ProgramStep {
        var compiled = ProgramStep(
            code: .json,
            forgives: step.forgives.rawValue,
            isASCII: true,
            key: .unknown,
            text: ProgramRange(start: 0, count: 0),
            index: 0
        )
        switch step.selector {
        case .json: break
        case .index(let index):
            compiled.code = .index
            compiled.index = index
        case .key(let key, let matching):
            compiled.code = matching == .panther ? .keyIgnoringCase : .key
            let id = keys.intern(key)
            compiled.key = id.isSpelled ? id : .unknown
            compiled.text = text(key)
            compiled.isASCII = key.utf8.allSatisfy { $0 < 0x80 }
        }
        return compiled
    }

    // MARK: Constants

    /// Copies a text to the pool.
    mutating func text(_ value: String) -> ProgramRange {
        let range = ProgramRange(start: UInt32(output.text.count), count: UInt32(value.utf8.count))
        output.text += value.utf8
        return range
    }

    /// The number of a constant.
    mutating func literal(_ value: Literal, isInsensitive: Bool = false) -> UInt32 {
        var compiled = ProgramLiteral(
            kind: .null,
            isComplex: false,
            integer: 0,
            double: 0,
            text: ProgramRange(start: 0, count: 0)
        )
        switch value {
        case .null: break
        case .bool(let flag):
            compiled.kind = flag ? .true : .false
            compiled.integer = flag ? 1 : 0
        case .int(let number):
            compiled.kind = .integer
            compiled.integer = number
        case .double(let number):
            compiled.kind = .double
            compiled.double = number
        case .string(let string):
            compiled.kind = .string
            compiled.text = text(isInsensitive ? string.lowercased() : string)
        case .list(let elements):
            compiled.kind = .array
            compiled.isComplex = !elements.isEmpty
        case .object(let members):
            compiled.kind = .object
            compiled.isComplex = !members.isEmpty
        }
        output.literals.append(compiled)
        return UInt32(output.literals.count - 1)
    }
}
