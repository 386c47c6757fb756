import Addresses

/// The JSON form: what `margay explain --format json` and the catalogue's files carry.
///
/// What is as it usually is, is left out: a field that is read as Panther's `deep_get` reads it has only its path.
extension Condition {
    /// The condition as JSON text on one line.
    ///
    /// - Parameter hasPlaces: Whether leaves say where they are written; opaque parts always do.
    package func json(hasPlaces: Bool = false) -> String { encoded(hasPlaces: hasPlaces).json }

    /// The condition as a value that JSON can say.
    package func encoded(hasPlaces: Bool = false) -> Literal {
        func list(_ conditions: [Condition]) -> Literal { .list(conditions.map { $0.encoded(hasPlaces: hasPlaces) }) }
        switch self {
        case .constant(let value): return .object([.init("constant", .bool(value))])
        case .all(let children): return .object([.init("all", list(children))])
        case .any(let children): return .object([.init("any", list(children))])
        case .not(let child): return .object([.init("not", child.encoded(hasPlaces: hasPlaces))])
        case .leaf(let leaf): return leaf.encoded(hasPlaces: hasPlaces)
        case .quantifier(let quantifier):
            return .object([.init("quantifier", quantifier.encoded(hasPlaces: hasPlaces))])
        case .opaque(let opaque): return .object([.init("opaque", opaque.encoded)])
        case .aggregate(let aggregate): return .object([.init("aggregate", aggregate.encoded(hasPlaces: hasPlaces))])
        case .sequence(let sequence): return .object([.init("sequence", sequence.encoded(hasPlaces: hasPlaces))])
        case .reference(let id): return .object([.init("rule", .string(id))])
        }
    }
}

extension SourcePlace {
    fileprivate var members: [Literal.Member] {
        (file.map { [.init("file", .string($0))] } ?? []) + [.init("line", .int(Int64(line)))]
    }
}

extension Leaf {
    fileprivate func encoded(hasPlaces: Bool) -> Literal {
        var members = field.members + [.init("op", .string(op.name(hasOther: other != nil)))]
        if case .isType(let kinds) = op {
            members.append(.init("values", .list(kinds.map(\.rawValue).sorted().map { .string($0) })))
        } else {
            members.append(.init("values", .list(values)))
        }
        if isNegated { members.append(.init("negated", true)) }
        if casing == .insensitive { members.append(.init("case", "insensitive")) }
        if case .isInSet = op { members.append(.init("hashed", true)) }
        if case .regex(let mode) = op, mode != .search { members.append(.init("mode", .string(mode.rawValue))) }
        if case .hasTerm(let part) = op, part != .whole { members.append(.init("part", .string(part.rawValue))) }
        if case .address(let property) = op { members.append(.init("property", .string(property.rawValue))) }
        if !transforms.isEmpty { members.append(.init("transforms", .list(transforms.map(\.encoded)))) }
        if let other { members.append(.init("other", other.encoded)) }
        if hasPlaces, let place { members += place.members }
        return .object(members)
    }
}

extension Operand {
    fileprivate var encoded: Literal {
        let members =
            field.members + (transforms.isEmpty ? [] : [.init("transforms", .list(transforms.map(\.encoded)))])
        return .object(members)
    }
}

extension Operator {
    /// The name in the JSON form; details that it does not say stand beside it.
    package func name(hasOther: Bool = false) -> String {
        switch self {
        case .equals: hasOther ? "eqField" : "eq"
        case .isIn, .isInSet: "in"
        case .isInText: "inText"
        case .contains: "contains"
        case .startsWith: "startsWith"
        case .endsWith: "endsWith"
        case .hasTerm: "hasTerm"
        case .glob: "glob"
        case .regex: "regex"
        case .cidr: "cidr"
        case .address: "address"
        case .less: "lt"
        case .lessOrEqual: "lte"
        case .greater: "gt"
        case .greaterOrEqual: "gte"
        case .between: "between"
        case .exists: "exists"
        case .isNull: "isNull"
        case .isEmpty: "isEmpty"
        case .isType: "isType"
        }
    }
}

extension FieldReference {
    /// The path under `field`, and how it is read where that is not as usual.
    fileprivate var members: [Literal.Member] {
        var members: [Literal.Member] = [.init("field", .string(path))]
        if let canonical { members.append(.init("canonical", .string(canonical))) }
        if missing != .null {
            switch missing.outcome {
            case .raises: members.append(.init("missing", "raises"))
            case .fails: members.append(.init("missing", "fails"))
            case .value(let value): members.append(.init("missing", .object([.init("value", value)])))
            }
            if missing.reach != .absent { members.append(.init("missingWhen", .string(missing.reach.rawValue))) }
        }
        switch style {
        case .direct: break
        case .walk(let result): members.append(.init("walk", .string(result.rawValue)))
        case .each: members.append(.init("reads", "each"))
        case .anywhere: members.append(.init("reads", "anywhere"))
        }
        let matchings = steps.map { step in if case .key(_, .exact) = step.selector { true } else { false } }
        // Where several values count, keys are exact unless it is said that they are not.
        if matchings.contains(!style.isPlural) {
            members.append(.init("exactKeys", .list(matchings.map { .bool($0) })))
        }
        if steps.contains(where: { $0.forgives != .everything }) {
            members.append(.init("forgives", .list(steps.map { .list($0.forgives.names.map { .string($0) }) })))
        }
        return members
    }

    /// The path alone where that says it all, else an object.
    fileprivate var encoded: Literal {
        let members = members
        return members.count == 1 ? members[0].value : .object(members)
    }
}

extension FieldStep.Forgiveness {
    /// The names of the JSON form, with what they stand for.
    static let named: [(name: String, value: FieldStep.Forgiveness)] = [
        ("absent", .absent), ("null", .null), ("empty", .empty), ("other", .other),
    ]

    fileprivate var names: [String] { Self.named.filter { contains($0.value) }.map(\.name) }
}

extension Transform {
    fileprivate var encoded: Literal {
        func text(_ value: String?) -> Literal { value.map { .string($0) } ?? .null }
        func number(_ value: Int?) -> Literal { value.map { .int(Int64($0)) } ?? .null }
        func call(_ name: String, _ members: [Literal.Member]) -> Literal {
            .object([.init(name, .object(members))])
        }
        func strip(_ name: String, _ characters: String?) -> Literal {
            characters == nil ? .string(name) : call(name, [.init("characters", text(characters))])
        }
        return switch self {
        case .lower: "lower"
        case .upper: "upper"
        case .casefold: "casefold"
        case .strip(let characters): strip("trim", characters)
        case .stripLeft(let characters): strip("trimLeft", characters)
        case .stripRight(let characters): strip("trimRight", characters)
        case .length: "len"
        case .split(let separator, let index):
            call("split", [.init("separator", text(separator)), .init("index", number(index))])
        case .after(let separator): call("after", [.init("separator", text(separator))])
        case .pieces(let separator): call("pieces", [.init("separator", text(separator))])
        case .slice(let from, let to): call("slice", [.init("from", number(from)), .init("to", number(to))])
        case .replace(let old, let new): call("replace", [.init("old", text(old)), .init("new", text(new))])
        case .string: "string"
        case .integer: "integer"
        case .json: "json"
        case .base64: "base64"
        case .basename: "basename"
        case .timePart(let part): call("timePart", [.init("part", .string(part.rawValue))])
        }
    }
}

extension Quantifier {
    fileprivate func encoded(hasPlaces: Bool) -> Literal {
        var members: [Literal.Member] = []
        switch kind {
        case .some: members.append(.init("kind", "some"))
        case .every: members.append(.init("kind", "every"))
        case .none: members.append(.init("kind", "none"))
        case .count(let comparison, let bound):
            members.append(.init("kind", "count"))
            members.append(.init("op", .string(comparison.rawValue)))
            members.append(.init("value", .int(Int64(bound))))
        }
        members += field.members
        if domain == .members { members.append(.init("of", "members")) }
        members.append(.init("child", child.encoded(hasPlaces: hasPlaces)))
        if hasPlaces, let place { members += place.members }
        return .object(members)
    }
}

extension Opaque {
    fileprivate var encoded: Literal {
        var members: [Literal.Member] = [.init("reason", .string(reason.rawValue))]
        if let place { members += place.members }
        if let text { members.append(.init("text", .string(text))) }
        if !reads.isEmpty { members.append(.init("reads", .list(reads.map(\.encoded)))) }
        if !mayRaise { members.append(.init("mayRaise", false)) }
        if changesState { members.append(.init("changesState", true)) }
        if goesOn { members.append(.init("goesOn", true)) }
        return .object(members)
    }
}

extension Aggregate {
    fileprivate func encoded(hasPlaces: Bool) -> Literal {
        var members: [Literal.Member] = [.init("child", child.encoded(hasPlaces: hasPlaces))]
        if !groupBy.isEmpty { members.append(.init("groupBy", .list(groupBy.map(\.encoded)))) }
        if let windowSeconds { members.append(.init("windowSeconds", .int(Int64(windowSeconds)))) }
        switch metric {
        case .count: members.append(.init("metric", "count"))
        case .distinct(let field): members += [.init("metric", "distinct"), .init("of", field.encoded)]
        case .sum(let field): members += [.init("metric", "sum"), .init("of", field.encoded)]
        case .average(let field): members += [.init("metric", "average"), .init("of", field.encoded)]
        case .percentile(let field, let share):
            members += [.init("metric", "percentile"), .init("of", field.encoded), .init("share", .double(share))]
        }
        members.append(.init("op", .string(comparison.rawValue)))
        let whole = Int64(exactly: bound)
        members.append(.init("value", whole.map { .int($0) } ?? .double(bound)))
        if isInferred { members.append(.init("inferred", true)) }
        if let place { members += place.members }
        return .object(members)
    }
}

extension EventSequence {
    fileprivate func encoded(hasPlaces: Bool) -> Literal {
        let steps = steps.map { step -> Literal in
            var members: [Literal.Member] = []
            if let name = step.name { members.append(.init("name", .string(name))) }
            members.append(.init("condition", step.condition.encoded(hasPlaces: hasPlaces)))
            if step.countMin != 1 { members.append(.init("countMin", .int(Int64(step.countMin)))) }
            if step.isAbsent { members.append(.init("absent", true)) }
            return .object(members)
        }
        var members: [Literal.Member] = [.init("steps", .list(steps))]
        if !joinBy.isEmpty { members.append(.init("joinBy", .list(joinBy.map { .list($0.map(\.encoded)) }))) }
        if let spanSeconds { members.append(.init("spanSeconds", .int(Int64(spanSeconds)))) }
        if !isOrdered { members.append(.init("ordered", false)) }
        if let until { members.append(.init("until", until.encoded(hasPlaces: hasPlaces))) }
        return .object(members)
    }
}
