import Conditions
import Detections
import Diagnostics

/// The methods of Panther's events and of what is read from them.
extension Interpreter {
    /// `reading.name(…)`; nil if it is no method of mappings.
    mutating func callMappingMethod(
        _ reading: Reading,
        _ name: String,
        _ given: Arguments,
        _ state: inout PathState,
        _ flow: inout [Decision],
        _ span: Span
    ) -> Symbol? {
        switch name {
        case "get": return get(reading, given, &state, span)
        case "deep_get" where reading.isWrapped: return deepGet(reading, given, &state, span)
        case "deep_walk" where reading.isEvent && reading.isWrapped: return deepWalk(given, &state, span)
        case "udm" where reading.isEvent && reading.isWrapped: return udm(given, &state, &flow, span)
        case "lookup" where reading.isEvent && reading.isWrapped:
            return .opaque(opaque(.enrichment, span, reads: given.positional.flatMap { reads($0, state) }))
        case "items" where given.positional.isEmpty: return .view(.reading(reading), .items)
        case "keys" where given.positional.isEmpty: return .view(.reading(reading), .keys)
        case "values" where given.positional.isEmpty: return .view(.reading(reading), .values)
        case "copy", "to_dict", "raw_view", "as_list":
            guard given.positional.isEmpty, reading.transforms.isEmpty else { return nil }
            var plain = reading
            plain.isWrapped = false
            guard !reading.isEvent else { return .reading(plain) }
            // Lists and objects have some of these, and nothing else has any.
            let kinds: Set<ValueKind> = ["to_dict": [.object], "as_list": [.array]][name] ?? [.array, .object]
            let check = test(reading, .isType(kinds), [], span)
            return .checked(.disjunction([check, .opaque(failure(span))]), .reading(plain))
        default: return nil
        }
    }

    private mutating func note(_ reading: Reading, _ name: String, _ fields: [FieldReference]) {
        if reading.isEvent { accesses.append(FieldAccess(name: name, fields: fields)) }
    }

    /// `reading.get(key, default)`.
    private mutating func get(_ reading: Reading, _ given: Arguments, _ state: inout PathState, _ span: Span) -> Symbol
    {
        guard let key = given.value(0, "key"), given.positional.count <= 2 else { return .opaque(failure(span)) }
        let fallback = given.value(1, "default") ?? .none
        let current = state
        return map(key) { interpreter, key in
            guard case .constant(.string(let name)) = key else {
                if case .constant = key { return .opaque(interpreter.failure(span)) }
                let fields = interpreter.reads(key, current) + [reading.field]
                return .opaque(interpreter.opaque(.dynamicKey, span, reads: fields.filter { !$0.steps.isEmpty }))
            }
            interpreter.note(reading, name, [.get(name)])
            let selector = FieldStep.Selector.key(name, reading.matching)
            if let value = interpreter.literal(fallback, current) {
                return interpreter.step(reading, selector, missing: MissingPolicy(.value(value)), current, span)
            }
            let bare = interpreter.step(reading, selector, missing: .null, current, span)
            guard case .reading(let found) = bare else { return bare }
            let exists = interpreter.test(found, .exists, [], span)
            return interpreter.choice(exists, bare, fallback)
        }
    }

    /// Constant keys of a call; nil if one is not.
    private func keys(_ given: Arguments, from place: Int = 0) -> [String]? {
        var result: [String] = []
        for symbol in given.positional.dropFirst(place) {
            guard case .constant(.string(let key)) = symbol else { return nil }
            result.append(key)
        }
        return result
    }

    /// With each combination of the alternatives that positional arguments are.
    private mutating func eachAlternative(
        _ given: Arguments,
        _ body: (inout Interpreter, Arguments) -> Symbol
    ) -> Symbol {
        for (place, symbol) in given.positional.enumerated() {
            if case .choice(let condition, let first, let second) = symbol {
                var one = given
                one.positional[place] = first
                var two = given
                two.positional[place] = second
                return choice(condition, eachAlternative(one, body), eachAlternative(two, body))
            }
        }
        return body(&self, given)
    }

    /// `reading.deep_get(*keys, default=…)`.
    private mutating func deepGet(_ reading: Reading, _ given: Arguments, _ state: inout PathState, _ span: Span)
        -> Symbol
    {
        let fallback = given.named["default"] ?? .none
        let current = state
        return eachAlternative(given) { interpreter, given in
            guard let keys = interpreter.keys(given), !keys.isEmpty else {
                if given.positional.isEmpty { return .reading(reading) }
                let fields = given.positional.flatMap { interpreter.reads($0, current) }
                return .opaque(interpreter.opaque(.dynamicKey, span, reads: fields))
            }
            interpreter.note(reading, keys.joined(separator: "."), [.deepGet(keys)])
            let value = interpreter.literal(fallback, current)
            // A default that is a mapping would be walked into by the keys that are left.
            if let value, value.kind == .object, keys.count > 1, value != .object([]) {
                return .opaque(interpreter.opaque(.unsupported, span, reads: [.deepGet(keys)]))
            }
            let missing = value.map { MissingPolicy(.value($0), when: $0 == .null ? .absent : .null) } ?? .null
            var result = reading
            if reading.isEvent {
                result.field = .deepGet(keys, default: value ?? .null)
            } else {
                let first = interpreter.step(reading, .key(keys[0], reading.matching), missing: missing, current, span)
                guard case .reading(let begun) = first else { return first }
                result = begun
                result.field.steps += keys.dropFirst().map { FieldStep(.key($0, reading.matching)) }
                result.field.missing = missing
            }
            guard value == nil else { return .reading(result) }
            let isNull = interpreter.test(result, .isNull, [], span)
            return interpreter.choice(isNull, fallback, .reading(result))
        }
    }

    /// `event.deep_walk(*keys, default=…, return_val=…)`.
    private mutating func deepWalk(_ given: Arguments, _ state: inout PathState, _ span: Span) -> Symbol {
        let current = state
        return eachAlternative(given) { interpreter, given in
            let fields = given.positional.flatMap { interpreter.reads($0, current) }
            guard let keys = interpreter.keys(given), !keys.isEmpty,
                let fallback = interpreter.literal(given.named["default"] ?? .none, current)
            else { return .opaque(interpreter.opaque(.dynamicKey, span, reads: fields)) }
            var result = FieldReference.WalkResult.all
            switch given.named["return_val"] {
            case nil, .constant(.string("all")): break
            case .constant(.string("first")): result = .first
            case .constant(.string("last")): result = .last
            default: return .opaque(interpreter.opaque(.unsupported, span, reads: [.deepGet(keys)]))
            }
            let field = FieldReference.deepWalk(keys, default: fallback, result)
            interpreter.note(.event, keys.joined(separator: "."), [field])
            // A default that is a container is walked into, and one of an empty list is replaced by itself.
            switch fallback {
            case .null, .bool, .int, .double, .string, .list([]): break
            default: return .opaque(interpreter.opaque(.unsupported, span, reads: [field]))
            }
            return .reading(Reading(field: field, isWrapped: false))
        }
    }

    // MARK: Data models

    /// `event.udm(*keys, default=…)`.
    private mutating func udm(
        _ given: Arguments,
        _ state: inout PathState,
        _ flow: inout [Decision],
        _ span: Span
    ) -> Symbol {
        guard let keys = keys(given) else {
            noteUnseenQuestion()
            let fields = given.positional.flatMap { reads($0, state) }
            return .opaque(opaque(.dynamicKey, span, reads: fields))
        }
        guard isInModel == 0 else { return .opaque(failure(span)) }
        let fallback = given.named["default"] ?? .none
        guard !keys.isEmpty else { return fallback }
        let name = keys.joined(separator: ".")
        let outer = accesses
        let question = ModelQuestion(keys: keys, fallback: fallback)
        if state.isUntouched, let answer = modelAnswers[question] {
            flow += answer.flow
            accesses = outer + [FieldAccess(name: name, fields: answer.reads)]
            return answer.value
        }
        let start = flow.count
        let plain = unmapped(keys, fallback, state, span)
        var result = plain
        if keys.count == 1 {
            asksModel = true
            switch model {
            case .of(let logType):
                if let model = library.model(of: logType) {
                    result = mapped(keys[0], model, fallback, plain, &state, &flow, span)
                }
            case .none: break
            case .foreign: result = .opaque(opaque(.otherLogSource, span, reads: [.model(name)]))
            }
        }
        modelNames[settled(result)] = name
        modelNames[settled(asText(result, state, span))] = name
        let fields = reads(result, state)
        accesses = outer + [FieldAccess(name: name, fields: fields)]
        if state.isUntouched, isPlain(result), flow.dropFirst(start).allSatisfy(\.isPure) {
            modelAnswers[question] = ModelAnswer(value: result, flow: Array(flow.dropFirst(start)), reads: fields)
        }
        return result
    }

    /// Whether a value says all of itself: nothing of it lies in containers of the path that made it.
    func isPlain(_ symbol: Symbol) -> Bool {
        switch symbol {
        case .opaque: true
        case .choice(_, let first, let second): isPlain(first) && isPlain(second)
        case .checked(_, let value): isPlain(value)
        default: isData(symbol)
        }
    }

    /// Whether helpers and data models are what they were when they were loaded, on this path and whatever an earlier event did.
    private func hasModulesAsLoaded(_ state: PathState) -> Bool {
        guard state.isUntouched, !hasChangedModules else { return false }
        return unstable.names.allSatisfy { $0.module == library.mainModule }
            && unstable.objects.allSatisfy { $0.number > lastSharedObject }
    }

    /// Without a model: under `p_udm`, else in the event itself; what is false is as good as nothing.
    private func unmapped(_ keys: [String], _ fallback: Symbol, _ state: PathState, _ span: Span) -> Symbol {
        let first = Reading(field: .deepGet(["p_udm"] + keys))
        let second = Reading(field: .deepGet(keys))
        return choice(
            test(first, .isEmpty, [], span).negated,
            .reading(first),
            choice(test(second, .isEmpty, [], span).negated, .reading(second), fallback)
        )
    }

    private mutating func mapped(
        _ key: String,
        _ model: ModuleLibrary.Model,
        _ fallback: Symbol,
        _ plain: Symbol,
        _ state: inout PathState,
        _ flow: inout [Decision],
        _ span: Span
    ) -> Symbol {
        guard let target = model.targets[key] else { return plain }
        switch target {
        case .path(let path):
            guard let steps = JSONPathSteps.parse(path) else {
                return .opaque(opaque(.dataModel, span, reads: [.model(key)]))
            }
            let field = FieldReference(.event, steps)
            if let value = literal(fallback, state) {
                var found = field
                found.missing = MissingPolicy(.value(value))
                return .reading(Reading(field: found))
            }
            let reading = Reading(field: field)
            return choice(test(reading, .exists, [], span), .reading(reading), fallback)
        case .method(let method):
            guard let function = modules[model.module]?.globals[method], case .function = function else {
                return .opaque(opaque(.dataModel, span, reads: [.model(key)]))
            }
            if hasModulesAsLoaded(state), let answer = modelMethods?.answer(of: method, in: model.module) {
                if answer.isOpaque { unseen.noteOpaque() }
                flow += answer.flow
                return answer.value
            }
            var given = Arguments()
            given.positional = [.reading(.event)]
            // Methods get the event as a mapping without `udm`.
            isInModel += 1
            let result = apply(function, given, &state, &flow, span)
            isInModel -= 1
            return result
        }
    }
}

/// What a data model is asked for.
struct ModelQuestion: Hashable, Sendable {
    var keys: [String]
    var fallback: Symbol
}

/// What a data model answers, which is the same wherever a detection asks: its functions see the event alone.
struct ModelAnswer: Sendable {
    var value: Symbol
    /// What has to be checked each time.
    var flow: [Decision]
    /// The fields that it is made of.
    var reads: [FieldReference]
}

extension FieldReference {
    /// A name of a data model.
    static func model(_ name: String) -> FieldReference {
        FieldReference(.model(name), [FieldStep(.key(name, .exact))])
    }
}
