import Conditions

/// Finds the clauses of a condition: what has to hold for it not to be false.
///
/// Works by the engine's order of evaluation: an unknown before a deciding child is unknown. So a child of `all` serves only if
/// those before it cannot be unknown, which is so for tests that are defined on every value.
enum RoutingAnalysis {
    /// Clauses, each of which is enough; empty if there is none. The first is that of the child evaluated first.
    static func clauses(of condition: Condition) -> [RoutingClause] { clauses(of: condition, depth: 0) }

    /// Clauses of one condition that are looked at.
    static let clausesMax = 8

    private static func clauses(of condition: Condition, depth: Int) -> [RoutingClause] {
        guard depth < ConditionLimits.nestingMax else { return [] }
        switch condition {
        case .constant(false): return [RoutingClause(alternatives: [], fields: RoutingClause.Dependencies())]
        case .leaf(let leaf): return leaf.isNegated ? [] : equality(leaf).map { [$0] } ?? []
        case .all(let children): return clauses(ofAll: children, depth)
        case .any(let children): return clauses(ofAny: children, depth)
        // What counts events counts those on which its condition is not false.
        case .aggregate(let aggregate): return clauses(of: aggregate.child, depth: depth + 1)
        case .constant, .not, .quantifier, .opaque, .sequence, .reference: return []
        }
    }

    private static func clauses(ofAll children: [Condition], _ depth: Int) -> [RoutingClause] {
        var found: [RoutingClause] = []
        // What must be plain text for the children passed so far to be certain.
        var fields = RoutingClause.Dependencies()
        for child in children {
            for var clause in clauses(of: child, depth: depth + 1) where found.count < clausesMax {
                clause.fields.formUnion(fields)
                found.append(clause)
            }
            guard let needed = certainty(of: child, depth: depth + 1) else { break }
            fields.formUnion(needed)
        }
        return found
    }

    private static func clauses(ofAny children: [Condition], _ depth: Int) -> [RoutingClause] {
        let options = children.map { clauses(of: $0, depth: depth + 1) }
        guard let first = options.first, options.allSatisfy({ !$0.isEmpty }) else {
            return children.isEmpty ? [RoutingClause(alternatives: [], fields: RoutingClause.Dependencies())] : []
        }
        var found: [RoutingClause] = []
        // By one field in all of them, if there is such a one; that leads to the fewest lookups.
        for option in first where option.alternatives.count == 1 {
            let field = option.alternatives[0].field
            let others = options.map { clauses in
                clauses.first { $0.alternatives.count == 1 && $0.alternatives[0].field == field }
            }
            if let joined = join(others) { found.append(joined) }
        }
        if let joined = join(options.map(\.first)) { found.append(joined) }
        return Array(found.prefix(clausesMax))
    }

    private static func join(_ clauses: [RoutingClause?]) -> RoutingClause? {
        var joined = RoutingClause(alternatives: [], fields: RoutingClause.Dependencies())
        for clause in clauses {
            guard let clause, let next = joined.joined(clause) else { return nil }
            joined = next
        }
        return joined
    }

    /// The clause of a test for texts of a member of the event.
    private static func equality(_ leaf: Leaf) -> RoutingClause? {
        guard let field = member(leaf), leaf.transforms.isEmpty, leaf.other == nil, leaf.casing == .sensitive,
            [.equals, .isIn, .isInSet].contains(leaf.op), leaf.values.count <= RoutingClause.valuesMax
        else { return nil }
        // Values that are no texts equal no text.
        var values: Set<[UInt8]> = []
        for case .string(let text) in leaf.values { values.insert(Array(text.utf8)) }
        let isMissingFalse = isFalseIfMissing(leaf, values) && isASCII(field)
        // An empty text reads as if it were missing.
        guard leaf.field.missing.reach != .empty || isMissingFalse else { return nil }
        let fields = RoutingClause.Dependencies(all: [field], present: isMissingFalse ? [] : [field])
        return RoutingClause(alternatives: [RoutingClause.Alternative(field: field, values: values)], fields: fields)
    }

    /// Whether a test for texts is false, and nothing else, where its member is missing.
    private static func isFalseIfMissing(_ leaf: Leaf, _ values: Set<[UInt8]>) -> Bool {
        switch leaf.field.missing.outcome {
        case .fails: true
        case .raises: false
        case .value(.null): !leaf.values.contains(.null)
        case .value(.string(let text)): !values.contains(Array(text.utf8))
        case .value: false
        }
    }

    /// The name of the event's own member that a leaf reads; nil if it reads anything else.
    private static func member(_ leaf: Leaf) -> [UInt8]? {
        guard leaf.field.root == .event, leaf.field.style == .direct, leaf.field.steps.count == 1,
            case .key(let key, _) = leaf.field.steps[0].selector
        else { return nil }
        return Array(key.utf8)
    }

    /// The fields that must be plain texts for a condition to be true or false, never unknown; nil if it may be unknown all
    /// the same.
    private static func certainty(of condition: Condition, depth: Int) -> RoutingClause.Dependencies? {
        guard depth < ConditionLimits.nestingMax else { return nil }
        switch condition {
        case .constant: return RoutingClause.Dependencies()
        case .leaf(let leaf): return certainty(of: leaf)
        case .not(let child): return certainty(of: child, depth: depth + 1)
        case .all(let children), .any(let children):
            var fields = RoutingClause.Dependencies()
            for child in children {
                guard let needed = certainty(of: child, depth: depth + 1) else { return nil }
                fields.formUnion(needed)
            }
            return fields
        case .quantifier, .opaque, .aggregate, .sequence, .reference: return nil
        }
    }

    private static func certainty(of leaf: Leaf) -> RoutingClause.Dependencies? {
        guard let field = member(leaf), leaf.transforms.isEmpty, leaf.other == nil, leaf.casing == .sensitive else {
            return nil
        }
        let raises = leaf.field.missing.outcome == .raises && leaf.op != .exists
        // A set refuses lists and objects, the default of a missing member among them.
        let isRefused = leaf.op == .isInSet && isContainer(leaf.field.missing.outcome)
        // An empty text may read as if it were missing.
        guard !(raises || isRefused) || leaf.field.missing.reach != .empty else { return nil }
        switch leaf.op {
        case .equals, .isIn, .isInSet:
            let isNeeded = raises || isRefused || !isASCII(field)
            return RoutingClause.Dependencies(all: [field], present: isNeeded ? [field] : [])
        case .isNull, .isEmpty, .isType, .exists:
            // Defined on every value.
            if raises || !isASCII(field) { return RoutingClause.Dependencies(all: [field], present: [field]) }
            return RoutingClause.Dependencies()
        default: return nil
        }
    }

    private static func isContainer(_ outcome: MissingPolicy.Outcome) -> Bool {
        guard case .value(let value) = outcome else { return false }
        return value.kind == .array || value.kind == .object
    }

    /// Whether a key is found if it is there. Where one beyond ASCII is missing, the evaluation cannot say: it might be there in
    /// another spelling. Events with such keys are not routed at all.
    private static func isASCII(_ field: [UInt8]) -> Bool { field.allSatisfy { $0 < 0x80 } }
}
