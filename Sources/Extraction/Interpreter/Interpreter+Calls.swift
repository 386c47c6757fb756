import Conditions
import Diagnostics
import PythonSyntax

/// Calls.
extension Interpreter {
    /// What a call is given.
    struct Arguments {
        var positional: [Symbol] = []
        var named = NamedArguments()
        /// Whether something was spread that is not known.
        var isUnknown = false

        /// All of them.
        var all: [Symbol] { positional + named.values }

        /// The argument at a place, or of a name.
        func value(_ place: Int, _ name: String) -> Symbol? {
            positional.indices.contains(place) ? positional[place] : named[name]
        }
    }

    /// `function(arguments, keywords)`.
    mutating func call(
        _ function: Expression,
        _ arguments: [Expression],
        _ keywords: [Keyword],
        _ state: inout PathState,
        _ flow: inout [Decision],
        _ span: Span
    ) -> Symbol {
        let callee = evaluateCallee(function, &state, &flow)
        if case .native(let name) = callee, name == "any" || name == "all", arguments.count == 1, keywords.isEmpty,
            case .generatorExp(let element, let clauses) = arguments[0].kind
        {
            return watched(arguments[0], &state) {
                .of($0.quantified(isAll: name == "all", element, clauses[...], &$1, &flow, span))
            }
        }
        var given = Arguments()
        for argument in arguments {
            if case .starred(let inner) = argument.kind {
                let value = force(evaluate(inner, &state, &flow), argument.span, &flow)
                guard case .object(let id) = value, content(id, state).isCertain else {
                    given.isUnknown = true
                    given.positional.append(value)
                    continue
                }
                given.positional += content(id, state).elements.map { $0.key ?? $0.value }
                continue
            }
            given.positional.append(evaluate(argument, &state, &flow))
        }
        for keyword in keywords {
            let value = evaluate(keyword.value, &state, &flow)
            if let name = keyword.name {
                given.named[name.text] = value
                continue
            }
            guard case .object(let id) = value, content(id, state).isCertain else {
                given.isUnknown = true
                continue
            }
            for element in content(id, state).elements {
                guard case .constant(.string(let name)) = element.key else {
                    given.isUnknown = true
                    continue
                }
                given.named[name] = element.value
            }
        }
        return apply(callee, given, &state, &flow, span)
    }

    /// Calls a value.
    mutating func apply(
        _ callee: Symbol,
        _ given: Arguments,
        _ state: inout PathState,
        _ flow: inout [Decision],
        _ span: Span
    ) -> Symbol {
        guard step() else {
            for value in [callee] + given.all { noteUnseenCall(of: value) }
            return .opaque(opaque(.limit, span))
        }
        switch callee {
        case .function(let id) where !given.isUnknown: return callFunction(id, given, &state, &flow, span)
        case .native(let name) where !given.isUnknown: return callNative(name, given, &state, &flow, span)
        case .method(let receiver, let name) where !given.isUnknown:
            return callMethod(receiver, name, given, &state, &flow, span)
        case .checked(let check, let value):
            flow.append(.check(check))
            return apply(value, given, &state, &flow, span)
        case .choice(let condition, let first, let second):
            return alternative(condition, &state, &flow, span) { interpreter, state, flow in
                interpreter.apply(first, given, &state, &flow, span)
            } _: { interpreter, state, flow in
                interpreter.apply(second, given, &state, &flow, span)
            }
        case .constant, .truth, .text, .reading, .object, .selection:
            return .opaque(failure(span))
        case .opaque(let reason):
            var reason = opaque(
                reason.reason == .unknownName ? .unknownFunction : reason.reason,
                span,
                reads: reason.reads
            )
            if [.unsupported, .computedValue].contains(reason.reason) { reason.reason = .unknownFunction }
            return unknownCall(reason, given, &state, &flow, span)
        default: return unknownCall(opaque(.unknownFunction, span), given, &state, &flow, span)
        }
    }

    /// A call that cannot be followed: what it is given may be changed by it.
    mutating func unknownCall(
        _ reason: Opaque,
        _ given: Arguments,
        _ state: inout PathState,
        _ flow: inout [Decision],
        _ span: Span,
        changesState: Bool = true
    ) -> Symbol {
        var reason = reason
        let values = given.all
        for value in values {
            // It may be called back.
            noteUnseenCall(of: value)
            for field in reads(value, state) where !reason.reads.contains(field) { reason.reads.append(field) }
        }
        reason.changesState = changesState
        for value in values { poison(value, reason, span, &state, &flow) }
        return .opaque(reason)
    }

    // MARK: Python functions

    private mutating func callFunction(
        _ id: FunctionID,
        _ given: Arguments,
        _ state: inout PathState,
        _ flow: inout [Decision],
        _ span: Span
    ) -> Symbol {
        let function = functions[id.number]
        guard !function.obstacle, calls.count < limits.callDepth, !calls.contains(id) else {
            noteUnseenCall(of: .function(id))
            let reason: OpaqueReason = function.obstacle ? .unknownFunction : .limit
            return unknownCall(opaque(reason, span), given, &state, &flow, span)
        }
        if !function.captured.isEmpty {
            // Names of the enclosing function mean what they mean now; followed only where that is what they meant then.
            let isSame =
                calls.last == function.definer
                && function.capturedNames.allSatisfy { state.locals[$0] == function.captured[$0] }
            guard isSame else {
                noteUnseenCall(of: .function(id))
                return unknownCall(opaque(.unknownFunction, span), given, &state, &flow, span)
            }
        }
        // Arguments are evaluated before anything in the function decides.
        var given = given
        for place in given.positional.indices {
            given.positional[place] = lasting(force(given.positional[place], span, &flow), state, span)
        }
        for argument in given.named {
            given.named[argument.name] = lasting(force(argument.value, span, &flow), state, span)
        }
        guard let locals = bindArguments(function, given, &state) else { return .opaque(failure(span)) }
        let saved = (state.locals, module, source, scope)
        state.locals = function.captured.merging(locals) { $1 }
        (module, source, scope) = (function.module, function.source, function.scope)
        calls.append(id)
        var decisions: [Decision]
        switch function.body {
        case .statements(let body): decisions = run(body, &state)
        case .expression(let expression):
            decisions = []
            let value = evaluate(expression, &state, &decisions)
            decisions.append(.exit(.returns(value, state)))
        }
        calls.removeLast()
        noteRest(of: id, decisions)
        (module, source, scope) = (saved.1, saved.2, saved.3)
        let result = finish(decisions, &state, &flow, span)
        state.locals = saved.0
        return result
    }

    /// What a call whose function came to `decisions` gives; checks and effects go to `flow`.
    private mutating func finish(
        _ decisions: [Decision],
        _ state: inout PathState,
        _ flow: inout [Decision],
        _ span: Span
    ) -> Symbol {
        let end = resolve(decisions, falling: decisions.falls ? state : nil) { exit in
            if case .returns(_, let state) = exit { state } else { nil }
        }
        if let end { state = end }
        if decisions.containsEffect { flow += decisions.withoutReturns }
        if let condition = asBoolean(decisions, state, span) { return .of(bounded(condition, span)) }
        if !decisions.containsEffect {
            let complete = compile(decisions, then: .constant(true)) { exit in
                if case .fails(let opaque) = exit { return .opaque(opaque) }
                return .constant(true)
            }
            if complete != .constant(true) { flow.append(.check(bounded(complete, span))) }
        }
        guard let value = value(decisions, falling: decisions.falls ? Symbol.none : nil) else {
            var reason: Opaque?
            for decision in decisions {
                if case .exit(.fails(let opaque)) = decision { reason = opaque }
            }
            return .opaque(reason ?? failure(span))
        }
        return value
    }

    /// The condition of a function that gives nothing but Booleans.
    private func asBoolean(_ decisions: [Decision], _ state: PathState, _ span: Span) -> Condition? {
        guard !decisions.falls else { return nil }
        var values: [Symbol] = []
        guard decisions.collectReturns(&values), !values.isEmpty, values.allSatisfy({ asCondition($0) != nil })
        else { return nil }
        return compile(decisions, then: .constant(false)) { exit in
            switch exit {
            case .returns(let value, _): asCondition(value) ?? .constant(false)
            case .fails(let opaque): .opaque(opaque)
            case .breaks, .continues: .constant(false)
            }
        }
    }

    /// The value of a block, from its returns.
    private func value(_ decisions: [Decision], falling: Symbol?) -> Symbol? {
        var result = falling
        for decision in decisions.reversed() {
            switch decision {
            case .check, .effect: continue
            case .exit(.returns(let value, _)): result = value
            case .exit: result = nil
            case .branch(let condition, let first, let second):
                let one = value(first, falling: result)
                let two = value(second, falling: result)
                switch (one, two) {
                case (let one?, let two?): result = choice(condition, one, two)
                default: result = one ?? two
                }
            }
        }
        return result
    }

    private mutating func bindArguments(
        _ function: FunctionValue,
        _ given: Arguments,
        _ state: inout PathState
    ) -> [String: Symbol]? {
        let arguments = function.arguments
        var locals: [String: Symbol] = [:]
        var named = given.named
        let byPlace = arguments.positionalOnly + arguments.positional
        var rest = given.positional[...]
        for parameter in byPlace {
            let name = parameter.name.text
            if let value = rest.popFirst() {
                locals[name] = value
            } else if let value = named.remove(name) {
                locals[name] = value
            } else if let value = function.defaults[name] {
                locals[name] = value
            } else {
                return nil
            }
        }
        if let variadic = arguments.variadic {
            locals[variadic.name.text] = make(.tuple, Array(rest), &state)
        } else if !rest.isEmpty {
            return nil
        }
        for parameter in arguments.keywordOnly {
            let name = parameter.name.text
            guard let value = named.remove(name) ?? function.defaults[name] else { return nil }
            locals[name] = value
        }
        if let variadic = arguments.keywordVariadic {
            let elements = named.map { HeapObject.Element(key: .string($0.name), value: $0.value) }
            locals[variadic.name.text] = make(HeapObject(kind: .dict, elements: elements), &state)
        } else if !named.isEmpty {
            return nil
        }
        return locals
    }
}

extension [Decision] {
    /// Checks, effects and errors without the returns, for the caller's own sequence.
    var withoutReturns: [Decision] {
        var result: [Decision] = []
        for (place, decision) in enumerated() {
            switch decision {
            case .check, .effect: result.append(decision)
            case .exit(.fails):
                result.append(decision)
                return result
            case .exit: return result
            case .branch(let condition, let first, let second):
                if first.exits || second.exits {
                    let rest = Array(self[(place + 1)...])
                    result.append(
                        .branch(
                            condition,
                            then: (first + (first.falls ? rest : [])).withoutReturns,
                            otherwise: (second + (second.falls ? rest : [])).withoutReturns
                        )
                    )
                    return result
                }
                result.append(decision)
            }
        }
        return result
    }
}
