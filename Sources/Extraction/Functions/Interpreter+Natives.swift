import Conditions
import Diagnostics

/// Functions of the language and its library.
extension Interpreter {
    /// Calls the native function or class `name`.
    mutating func callNative(
        _ name: String,
        _ given: Arguments,
        _ state: inout PathState,
        _ flow: inout [Decision],
        _ span: Span
    ) -> Symbol {
        if let mock = mockResults[name] { return mock }
        if let value = callCache(name, given, &state, &flow, span) { return value }
        if let value = callBuiltin(name, given, &state, &flow, span) ?? callLibrary(name, given, &state, &flow, span) {
            return value
        }
        var best: (prefix: String, reason: OpaqueReason, changesState: Bool) = ("", .unsupported, false)
        if name.hasPrefix("class ") { best = ("", .unknownFunction, true) }
        for candidate in NativeFunctions.reasons
        where name.hasPrefix(candidate.prefix) && candidate.prefix.count > best.prefix.count {
            best = candidate
        }
        return unknownCall(opaque(best.reason, span), given, &state, &flow, span, changesState: best.changesState)
    }

    private mutating func callBuiltin(
        _ name: String,
        _ given: Arguments,
        _ state: inout PathState,
        _ flow: inout [Decision],
        _ span: Span
    ) -> Symbol? {
        let count = given.positional.count
        guard let first = given.positional.first else { return emptyBuiltin(name, given, &state) }
        switch name {
        case "bool" where count == 1: return .of(truth(first, state, span))
        case "str" where count == 1:
            return asText(first, state, span)
        case "int" where count == 1:
            return map(first) { interpreter, value in interpreter.integer(value, state, span) }
        case "len" where count == 1:
            let current = state
            return map(first) { interpreter, value in interpreter.length(value, current, span) }
        case "isinstance" where count == 2:
            let current = state
            return .of(lift(first) { instance($0, given.positional[1], current, span) })
        case "any" where count == 1, "all" where count == 1:
            return .of(quantified(isAll: name == "all", first, &state, span))
        case "set" where count == 1: return asSet(force(first, span, &flow), &state, &flow, span)
        case "frozenset" where count == 1:
            return asSet(force(first, span, &flow), as: .frozenset, &state, &flow, span)
        case "list" where count == 1, "tuple" where count == 1:
            return asList(force(first, span, &flow), name == "tuple" ? .tuple : .list, &state, span)
        case "sorted" where count == 1 && given.named.isEmpty:
            guard case .object(let id) = first, content(id, state).elements.isEmpty, content(id, state).poison == nil
            else { return .opaque(opaque(.computedValue, span, reads: reads(first, state))) }
            return make(.list, [], &state)
        case "dict" where count == 1:
            guard case .object(let id) = first, content(id, state).kind == .dict else { return nil }
            return make(content(id, state), &state)
        case "enumerate" where count == 1: return enumerated(first, &state, span)
        case "range" where count == 1:
            guard case .constant(.int(let bound)) = first, bound <= Int64(limits.unrolledRounds) else { return nil }
            return make(.tuple, (0..<max(bound, 0)).map { .constant(.int($0)) }, &state)
        case "hasattr" where count == 2: return nil
        case "iter" where count == 1: return nil
        default: return nil
        }
    }

    private mutating func emptyBuiltin(_ name: String, _ given: Arguments, _ state: inout PathState) -> Symbol? {
        switch name {
        case "set": return make(.set, [], &state)
        case "frozenset": return make(.frozenset, [], &state)
        case "list": return make(.list, [], &state)
        case "tuple": return make(.tuple, [], &state)
        case "dict", "collections.OrderedDict":
            let entries = given.named.map { HeapObject.Element(key: .string($0.name), value: $0.value) }
            return make(HeapObject(kind: .dict, elements: entries), &state)
        case "str": return .string("")
        case "bool": return .constant(.bool(false))
        case "int": return .constant(.int(0))
        default: return nil
        }
    }

    private func integer(_ value: Symbol, _ state: PathState, _ span: Span) -> Symbol {
        switch value {
        case .reading(let reading): return .reading(reading.transformed(.integer))
        case .constant(.int): return value
        case .constant(.bool(let flag)): return .constant(.int(flag ? 1 : 0))
        case .constant(.string(let text)):
            guard let number = Int64(text) else { return .opaque(opaque(.unsupported, span)) }
            return .constant(.int(number))
        default: return .opaque(opaque(.computedValue, span, reads: reads(value, state)))
        }
    }

    private func length(_ value: Symbol, _ state: PathState, _ span: Span) -> Symbol {
        switch value {
        case .reading(let reading) where !reading.isEvent: return .reading(reading.transformed(.length))
        case .split(let reading, let splitting):
            guard let separator = splitting.separator, splitting.max == nil else { break }
            return .reading(reading.transformed(.pieces(separator)))
        case .selection(let selection): return .count(selection)
        case .kept(let kept): return .keptNumber(kept)
        case .found(let condition): return .amount(condition)
        case .constant(.string(let text)): return .constant(.int(Int64(text.unicodeScalars.count)))
        case .constant, .truth: return .opaque(failure(span))
        case .object(let id):
            let object = content(id, state)
            if object.isIterator { return .opaque(failure(span)) }
            if object.isCertain { return .constant(.int(Int64(object.elements.count))) }
        default: break
        }
        return .opaque(opaque(.computedValue, span, reads: reads(value, state)))
    }

    // MARK: Classes

    /// `isinstance(value, classes)`.
    private func instance(_ value: Symbol, _ classes: Symbol, _ state: PathState, _ span: Span) -> Condition {
        if case .object(let id) = classes, content(id, state).kind == .tuple, content(id, state).isCertain {
            return .disjunction(content(id, state).elements.map { instance(value, $0.value, state, span) })
        }
        guard case .native(let name) = classes else {
            return .opaque(opaque(.unsupported, span, reads: reads(value, state)))
        }
        switch value {
        case .reading(let reading): return instance(reading, name, span)
        case .constant(let literal):
            guard let kinds = NativeFunctions.kinds[name] else { break }
            return .constant(kinds.contains(literal.kind))
        case .truth(let condition):
            guard let kinds = NativeFunctions.kinds[name] else { break }
            return .conjunction([condition.definedness, .constant(kinds.contains(.boolean))])
        case .text:
            guard let kinds = NativeFunctions.kinds[name] else { break }
            return .constant(kinds.contains(.string))
        case .native(let mock) where mockResults[mock] != nil:
            return .constant(name == "unittest.mock.MagicMock" || name == "unittest.mock.Mock" || name == "object")
        case .object(let id): return instance(content(id, state).kind, name, span)
        case .kept(let kept): return instance(kept.kind == .set ? .set : .tuple, kept.kind == .set ? name : "", span)
        case .selection(let selection):
            switch (selection.kind, name) {
            case (.list, "list"), (.set, "set"), (.tuple, "tuple"): return .constant(true)
            case (_, "str"), (_, "dict"), (_, "unittest.mock.MagicMock"): return .constant(false)
            default: break
            }
        default: break
        }
        return .opaque(opaque(.unsupported, span, reads: reads(value, state)))
    }

    private func instance(_ kind: HeapObject.Kind, _ name: String, _ span: Span) -> Condition {
        let own =
            switch kind {
            case .list: "list"
            case .tuple: "tuple"
            case .set: "set"
            case .frozenset: "frozenset"
            case .dict: "dict"
            }
        if name == own || name == "object" { return .constant(true) }
        switch name {
        case "collections.abc.Mapping", "typing.Mapping": return .constant(kind == .dict)
        case "collections.abc.Sequence", "typing.Sequence": return .constant(kind == .list || kind == .tuple)
        case "str", "int", "float", "bool", "list", "tuple", "set", "frozenset", "dict", "bytes",
            "unittest.mock.MagicMock", "unittest.mock.Mock":
            return .constant(false)
        default:
            return NativeFunctions.wrappers[name] == nil ? .opaque(opaque(.unsupported, span)) : .constant(false)
        }
    }

    private func instance(_ reading: Reading, _ name: String, _ span: Span) -> Condition {
        if reading.isEvent {
            switch name {
            case "collections.abc.Mapping", "typing.Mapping", "object": return .constant(true)
            case "panther_core.PantherEvent", "panther_core.enriched_event.PantherEvent":
                return isInModel == 0 ? .constant(true) : .opaque(opaque(.unsupported, span))
            case "dict": return .constant(!reading.isWrapped)
            case "str", "int", "float", "bool", "list", "tuple", "set", "unittest.mock.MagicMock":
                return .constant(false)
            default: return .opaque(opaque(.unsupported, span))
            }
        }
        let defined = definedness(.reading(reading))
        if let kind = NativeFunctions.wrappers[name] {
            guard reading.isWrapped, reading.transforms.isEmpty, !hasContainerDefault(reading) else {
                return .opaque(opaque(.unsupported, span, reads: [reading.field]))
            }
            return test(reading, .isType([kind]), [], span)
        }
        if name == "dict" || name == "list" {
            let kind: ValueKind = name == "dict" ? .object : .array
            if reading.kinds != nil { return .conjunction([defined, .constant(false)]) }
            let isPlain = !reading.isWrapped || reading.transforms.last == .json
            if isPlain { return test(reading, .isType([kind]), [], span) }
            guard hasContainerDefault(reading) else { return .conjunction([defined, .constant(false)]) }
            // Only the default is a dict or a list of Python's own.
            guard case .value(let value) = reading.field.missing.outcome, reading.field.missing.reach == .absent,
                reading.transforms.isEmpty, value.kind == kind
            else { return .opaque(opaque(.unsupported, span, reads: [reading.field])) }
            return test(reading, .exists, [], span).negated
        }
        guard let kinds = NativeFunctions.kinds[name] else {
            return .opaque(opaque(.unsupported, span, reads: [reading.field]))
        }
        if kinds.isEmpty { return .conjunction([defined, .constant(false)]) }
        return test(reading, .isType(kinds), [], span)
    }

    private func hasContainerDefault(_ reading: Reading) -> Bool {
        guard case .value(let value) = reading.field.missing.outcome else { return false }
        return value.kind == .array || value.kind == .object
    }

    // MARK: Lists

    /// `any(value)` or `all(value)`.
    private mutating func quantified(isAll: Bool, _ value: Symbol, _ state: inout PathState, _ span: Span) -> Condition
    {
        switch iteration(value, &state, span) {
        case .elements(let elements):
            let parts = elements.map { element -> Condition in
                let holds = truth(element.value, state, span)
                return isAll
                    ? .disjunction([element.presence.negated, holds]) : .conjunction([element.presence, holds])
            }
            return bounded(isAll ? .conjunction(parts) : .disjunction(parts), span)
        case .selection(let selection):
            let holds = truth(selection.element, state, span)
            let child: Condition =
                isAll
                ? .disjunction([selection.condition.negated, holds]) : .conjunction([selection.condition, holds])
            let result = quantify(isAll ? .every : .some, selection, child, span)
            if selection.kind == .generator { return result }
            if case .reading = value { return result }
            return .conjunction([completion(selection, span), result])
        case .choice, .unknown:
            return .opaque(opaque(.loop, span, reads: reads(value, state)))
        case .checked(let check): return check
        }
    }

    private mutating func asList(_ value: Symbol, _ kind: HeapObject.Kind, _ state: inout PathState, _ span: Span)
        -> Symbol?
    {
        switch iteration(value, &state, span) {
        case .elements(let elements): return make(HeapObject(kind: kind, elements: elements), &state)
        case .selection(var selection):
            // The order and the number of what a set keeps are its own.
            if selection.kind == .set { return nil }
            selection.kind = kind == .tuple ? .tuple : .list
            return .selection(selection)
        case .choice, .unknown, .checked: return nil
        }
    }

    private mutating func enumerated(_ value: Symbol, _ state: inout PathState, _ span: Span) -> Symbol? {
        guard case .elements(let elements) = iteration(value, &state, span),
            elements.allSatisfy({ $0.presence == .constant(true) })
        else { return nil }
        let pairs = elements.enumerated().map { index, element in
            make(.tuple, [.constant(.int(Int64(index))), element.value], &state)
        }
        let iterator = HeapObject(kind: .list, elements: pairs.map { .init(value: $0) }, isIterator: true)
        return make(iterator, &state)
    }
}
