import Conditions
import Diagnostics
import PythonSyntax

/// Containers that the code makes: their items and methods.
extension Interpreter {
    /// `holder[key] = value`.
    mutating func setItem(
        _ holder: Symbol,
        _ key: Symbol,
        _ value: Symbol,
        _ span: Span,
        _ state: inout PathState,
        _ flow: inout [Decision]
    ) {
        switch holder {
        case .object(let id): setItem(id, key, value, span, &state, &flow)
        case .choice(_, let first, let second):
            // Either may be changed.
            poison(first, opaque(.computedValue, span), span, &state, &flow)
            poison(second, opaque(.computedValue, span), span, &state, &flow)
            flow.append(.check(.opaque(opaque(.computedValue, span))))
        case .reading, .constant, .truth, .text: flow.append(.exit(.fails(failure(span))))
        default: flow.append(.check(.opaque(opaque(.unsupported, span, changesState: true))))
        }
    }

    /// `dict[key] = value`.
    mutating func setItem(
        _ id: ObjectID,
        _ key: Symbol,
        _ value: Symbol,
        _ span: Span,
        _ state: inout PathState,
        _ flow: inout [Decision]
    ) {
        let kind = content(id, state).kind
        let value = lasting(value, state, span)
        guard case .constant = key, kind == .dict else {
            let reason = opaque(.dynamicKey, span, reads: reads(key, state) + reads(value, state))
            if kind == .dict {
                let hash = hashability(key, span)
                if hash != .constant(true) { flow.append(.check(hash)) }
            } else {
                flow.append(.check(.opaque(reason)))
            }
            change(id, span, &state, &flow) { object in
                object.poison = reason.settled
                object.elements.append(.init(key: key, value: value, presence: .opaque(reason.settled)))
            }
            return
        }
        change(id, span, &state, &flow) { object in
            if let place = object.elements.firstIndex(where: { $0.key?.equals(key) == true }) {
                object.noteReplacement(at: place)
                object.elements[place].value = value
                object.elements[place].presence = .constant(true)
            } else {
                object.elements.append(.init(key: key, value: value))
            }
        }
    }

    /// `dict.update(value)`.
    mutating func update(
        _ id: ObjectID,
        with value: Symbol,
        _ span: Span,
        _ state: inout PathState,
        _ flow: inout [Decision]
    ) {
        guard case .object(let other) = value, content(other, state).kind == .dict else {
            let reason = opaque(.computedValue, span, reads: reads(value, state))
            change(id, span, &state, &flow) { $0.poison = reason.settled }
            flow.append(.check(.opaque(reason)))
            return
        }
        let entries = content(other, state)
        if let poison = entries.poison { change(id, span, &state, &flow) { $0.poison = poison } }
        if !entries.isEnumerable { change(id, span, &state, &flow) { $0.isEnumerable = false } }
        for entry in entries.elements {
            guard let key = entry.key else { continue }
            if entry.presence == .constant(true) {
                setItem(id, key, entry.value, span, &state, &flow)
                continue
            }
            put(entry, under: key, in: id, span, &state, &flow)
        }
    }

    /// `dict[key] = value`, under a condition.
    mutating func put(
        _ entry: HeapObject.Element,
        under key: Symbol,
        in id: ObjectID,
        _ span: Span,
        _ state: inout PathState,
        _ flow: inout [Decision]
    ) {
        let old = content(id, state)
        let value = choiceOfEntry(old, key, entry)
        change(id, span, &state, &flow) { object in
            if let place = object.elements.firstIndex(where: { $0.key?.equals(key) == true }) {
                object.noteReplacement(at: place)
                object.elements[place] = value
            } else {
                object.elements.append(value)
            }
        }
    }

    private func choiceOfEntry(_ old: HeapObject, _ key: Symbol, _ entry: HeapObject.Element) -> HeapObject.Element {
        guard let before = old.elements.first(where: { $0.key?.equals(key) == true }) else { return entry }
        return HeapObject.Element(
            key: key,
            value: choice(entry.presence, entry.value, before.value),
            presence: .disjunction([entry.presence, before.presence])
        )
    }

    /// `list.extend(value)`.
    mutating func extend(
        _ id: ObjectID,
        _ value: Symbol,
        _ span: Span,
        _ state: inout PathState,
        _ flow: inout [Decision]
    ) {
        let iteration = iteration(value, &state, span)
        guard case .elements(let elements) = iteration else {
            let reason = opaque(.computedValue, span, reads: reads(value, state))
            change(id, span, &state, &flow) { $0.poison = reason.settled }
            flow.append(.check(.opaque(reason)))
            return
        }
        change(id, span, &state, &flow) { $0.elements += elements }
    }

    /// `set.add(element)`.
    mutating func addToSet(
        _ id: ObjectID,
        _ element: HeapObject.Element,
        _ span: Span,
        _ state: inout PathState,
        _ flow: inout [Decision]
    ) {
        let object = content(id, state)
        if let place = object.elements.firstIndex(where: { $0.value.equals(element.value) == true }) {
            change(id, span, &state, &flow) { object in
                object.noteReplacement(at: place)
                object.elements[place].presence = .disjunction([object.elements[place].presence, element.presence])
            }
            return
        }
        let hash = hashability(element.value, span)
        if hash != .constant(true) { flow.append(.check(element.presence.select(hash, .constant(true)))) }
        // Of two that are the same one is there.
        let isOther = object.elements.allSatisfy { $0.value.equals(element.value) == false }
        change(id, span, &state, &flow) { object in
            object.elements.append(element)
            if !isOther { object.isEnumerable = false }
        }
    }

    /// `set |= value`.
    mutating func addAll(
        _ id: ObjectID,
        _ value: Symbol,
        _ span: Span,
        _ state: inout PathState,
        _ flow: inout [Decision]
    ) {
        let iteration = iteration(value, &state, span)
        guard case .elements(let elements) = iteration else {
            let reason = opaque(.computedValue, span, reads: reads(value, state))
            change(id, span, &state, &flow) { $0.poison = reason.settled }
            flow.append(.check(.opaque(reason)))
            return
        }
        for element in elements { addToSet(id, element, span, &state, &flow) }
    }

    /// `object.name(…)`; nil if it is not known.
    mutating func callContainerMethod(
        _ id: ObjectID,
        _ name: String,
        _ given: Arguments,
        _ state: inout PathState,
        _ flow: inout [Decision],
        _ span: Span
    ) -> Symbol? {
        let object = content(id, state)
        let first = given.positional.first
        switch (object.kind, name, given.positional.count) {
        case (.list, "append", 1):
            let value = lasting(force(first ?? .none, span, &flow), state, span)
            change(id, span, &state, &flow) { $0.elements.append(.init(value: value)) }
            return Symbol.none
        case (.list, "extend", 1):
            extend(id, force(first ?? .none, span, &flow), span, &state, &flow)
            return Symbol.none
        case (.set, "add", 1):
            addToSet(id, .init(value: force(first ?? .none, span, &flow)), span, &state, &flow)
            return Symbol.none
        case (.set, "update", _):
            for value in given.positional { addAll(id, force(value, span, &flow), span, &state, &flow) }
            return Symbol.none
        case (.dict, "update", 0...1):
            if let first { update(id, with: force(first, span, &flow), span, &state, &flow) }
            for argument in given.named {
                setItem(id, .string(argument.name), force(argument.value, span, &flow), span, &state, &flow)
            }
            return Symbol.none
        case (.dict, "get", 1...2):
            let fallback = given.value(1, "default") ?? .none
            let current = state
            return map(first ?? .none) { interpreter, key in
                interpreter.entry(object, key, otherwise: fallback, current, span)
            }
        case (.dict, "items", 0): return .view(.object(id), .items)
        case (.dict, "keys", 0): return .view(.object(id), .keys)
        case (.dict, "values", 0): return .view(.object(id), .values)
        case (_, "copy", 0): return make(object, &state)
        case (.set, "union", _), (.frozenset, "union", _):
            let result = make(object, &state)
            guard case .object(let copy) = result else { return nil }
            for value in given.positional { addAll(copy, value, span, &state, &flow) }
            return result
        case (.set, "intersection", 1), (.frozenset, "intersection", 1):
            guard let other = asSet(first ?? .none, &state, &flow, span) else { return nil }
            return intersection(.object(id), other, &state, span)
        case (.set, "isdisjoint", 1), (.frozenset, "isdisjoint", 1):
            guard let other = asSet(first ?? .none, &state, &flow, span),
                let common = intersection(.object(id), other, &state, span)
            else { return nil }
            return .of(truth(common, state, span).negated)
        case (.set, "issubset", 1), (.frozenset, "issubset", 1), (.set, "issuperset", 1), (.frozenset, "issuperset", 1):
            guard let first, object.poison == nil else { return nil }
            let parts: [Condition]
            if name == "issubset" {
                parts = object.elements.map {
                    .disjunction([$0.presence.negated, compare($0.value, .in, first, state, span)])
                }
            } else {
                guard case .elements(let others) = iteration(first, &state, span) else { return nil }
                parts = others.map {
                    .disjunction([$0.presence.negated, membership($0.value, .object(id), state, span)])
                }
            }
            return .of(.conjunction(parts))
        default: return nil
        }
    }

    /// `set(value)`, or `frozenset(value)`: a container of its own; nil if it is not known.
    mutating func asSet(
        _ value: Symbol,
        as kind: HeapObject.Kind = .set,
        _ state: inout PathState,
        _ flow: inout [Decision],
        _ span: Span
    ) -> Symbol? {
        switch value {
        case .object(let id) where content(id, state).isHashed && content(id, state).kind != .dict:
            var copy = content(id, state)
            copy.kind = kind
            return make(copy, &state)
        case .selection(let selection) where selection.kind == .set: return value
        case .kept: return value
        case .choice(let condition, let first, let second):
            guard let one = asSet(first, as: kind, &state, &flow, span),
                let two = asSet(second, as: kind, &state, &flow, span)
            else { return nil }
            return choice(condition, one, two)
        default: break
        }
        switch iteration(value, &state, span) {
        case .elements(let elements):
            let result = make(HeapObject(kind: kind), &state)
            guard case .object(let id) = result else { return nil }
            for element in elements { addToSet(id, element, span, &state, &flow) }
            return result
        case .selection(var selection):
            selection.kind = .set
            let hash = hashability(selection.element, span)
            if hash != .constant(true) { selection.element = .checked(hash, selection.element) }
            return .selection(selection)
        case .choice, .unknown, .checked: return nil
        }
    }
}
