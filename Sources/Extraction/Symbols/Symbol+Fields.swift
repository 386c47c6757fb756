import Conditions

extension Symbol {
    /// With each field replaced. Containers are left as they are: their content is elsewhere.
    func mapFields(_ body: (FieldReference) -> FieldReference) -> Symbol {
        func map(_ condition: Condition) -> Condition { condition.mapFields(depth: 0) { field, _ in body(field) } }
        func map(_ reading: Reading) -> Reading {
            var reading = reading
            reading.field = body(reading.field)
            return reading
        }
        func map(_ selection: Selection) -> Selection {
            var selection = selection
            selection.source = body(selection.source)
            selection.condition = map(selection.condition)
            selection.element = selection.element.mapFields(body)
            return selection
        }
        switch self {
        case .reading(let reading): return .reading(map(reading))
        case .truth(let condition): return .truth(map(condition))
        case .match(let condition): return .match(map(condition))
        case .found(let condition): return .found(map(condition))
        case .amount(let condition): return .amount(map(condition))
        case .choice(let condition, let first, let second):
            return .choice(map(condition), then: first.mapFields(body), otherwise: second.mapFields(body))
        case .checked(let check, let value): return .checked(map(check), value.mapFields(body))
        case .text(let parts): return .text(parts.map { $0.mapFields(body) })
        case .gathered(var gathering):
            gathering.source = body(gathering.source)
            gathering.condition = map(gathering.condition)
            gathering.first = gathering.first.map { $0.mapFields(body) }
            gathering.rest = gathering.rest.map { $0.mapFields(body) }
            gathering.check = gathering.check.map(map)
            return .gathered(gathering)
        case .selection(let selection): return .selection(map(selection))
        case .count(let selection): return .count(map(selection))
        case .split(let reading, let splitting): return .split(map(reading), splitting)
        case .view(let value, let view): return .view(value.mapFields(body), view)
        case .method(let value, let name): return .method(value.mapFields(body), name)
        case .address(let reading): return .address(map(reading))
        case .data(var opaque):
            opaque.reads = opaque.reads.map(body)
            return .data(opaque)
        case .opaque(var opaque):
            opaque.reads = opaque.reads.map(body)
            return .opaque(opaque)
        case .constant, .object, .function, .native, .module, .pattern, .network, .kept, .keptNumber: return self
        }
    }
}
