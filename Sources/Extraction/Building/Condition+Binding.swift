import Conditions

/// Elements of lists under construction are read from roots with large numbers of their own (binders); a quantifier that takes
/// a condition in turns its binder into the distance to itself, as the model counts.
extension Condition {
    /// The first binder; what is below is a distance.
    static let firstBinder = 1_000_000

    /// The child of a quantifier that binds `binder`.
    func binding(_ binder: Int) -> Condition {
        mapFields(depth: 0) { field, depth in
            var field = field
            switch field.root {
            case .element(binder): field.root = .element(depth)
            case .elementKey(binder): field.root = .elementKey(depth)
            default: break
            }
            return field
        }
    }

    /// With each field replaced by what `body` makes of it and the number of quantifiers around it.
    func mapFields(depth: Int, _ body: (FieldReference, Int) -> FieldReference) -> Condition {
        switch self {
        case .constant, .reference, .sequence: return self
        case .all(let parts): return .all(parts.map { $0.mapFields(depth: depth, body) })
        case .any(let parts): return .any(parts.map { $0.mapFields(depth: depth, body) })
        case .not(let child): return .not(child.mapFields(depth: depth, body))
        case .leaf(var leaf):
            leaf.field = body(leaf.field, depth)
            if var other = leaf.other {
                other.field = body(other.field, depth)
                leaf.other = other
            }
            return .leaf(leaf)
        case .quantifier(var quantifier):
            quantifier.field = body(quantifier.field, depth)
            quantifier.child = quantifier.child.mapFields(depth: depth + 1, body)
            return .quantifier(quantifier)
        case .opaque(var opaque):
            opaque.reads = opaque.reads.map { body($0, depth) }
            return .opaque(opaque)
        case .aggregate(var aggregate):
            aggregate.child = aggregate.child.mapFields(depth: depth, body)
            aggregate.groupBy = aggregate.groupBy.map { body($0, depth) }
            return .aggregate(aggregate)
        }
    }

    /// Whether a field is read from the element of `binder`.
    func mentions(_ binder: Int) -> Bool {
        var found = false
        _ = mapFields(depth: 0) { field, _ in
            if field.root == .element(binder) || field.root == .elementKey(binder) { found = true }
            return field
        }
        return found
    }

    /// The fields that are read, in order, each once; elements of lists under the path of their list.
    var fieldsRead: [FieldReference] {
        var result: [FieldReference] = []
        var seen: Set<FieldReference> = []
        collect(into: &result, seen: &seen, lists: [])
        return result
    }

    private func collect(into result: inout [FieldReference], seen: inout Set<FieldReference>, lists: [FieldReference])
    {
        func add(_ field: FieldReference) {
            let full = field.resolved(in: lists)
            if !full.steps.isEmpty, seen.insert(full).inserted { result.append(full) }
        }
        switch self {
        case .constant, .reference, .sequence: break
        case .all(let parts), .any(let parts):
            for part in parts { part.collect(into: &result, seen: &seen, lists: lists) }
        case .not(let child): child.collect(into: &result, seen: &seen, lists: lists)
        case .leaf(let leaf):
            add(leaf.field)
            if let other = leaf.other { add(other.field) }
        case .quantifier(let quantifier):
            add(quantifier.field)
            quantifier.child.collect(
                into: &result,
                seen: &seen,
                lists: [quantifier.field.resolved(in: lists)] + lists
            )
        case .opaque(let opaque): for field in opaque.reads { add(field) }
        case .aggregate(let aggregate):
            aggregate.child.collect(into: &result, seen: &seen, lists: lists)
            for field in aggregate.groupBy { add(field) }
            if case .distinct(let field) = aggregate.metric { add(field) }
        }
    }
}

extension FieldReference {
    /// As a path from the event: elements under the path of their list, and without what only matters to evaluation.
    func resolved(in lists: [FieldReference]) -> FieldReference {
        var path = FieldReference(.event, steps.map { FieldStep($0.selector) })
        switch root {
        case .event, .model: path.root = root
        case .element(let depth), .elementKey(let depth):
            guard lists.indices.contains(depth) else { return FieldReference(.event, []) }
            path.root = lists[depth].root
            path.steps = lists[depth].steps + path.steps
        }
        return path
    }
}
