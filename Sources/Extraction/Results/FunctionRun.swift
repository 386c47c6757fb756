import Conditions
import Diagnostics
import PythonSyntax

/// What running a function of a detection came to.
struct FunctionRun {
    var decisions: [Decision] = []
    /// The state behind it, where it returns.
    var end: PathState?
}

extension Interpreter {
    /// Makes `name` the module whose places need no file name.
    mutating func useModule(_ name: String) {
        library = library.with(mainModule: name)
        modules[name] = nil
    }

    /// Runs a function of the main module on the event.
    mutating func runFunction(_ name: String, _ event: Reading, from start: PathState? = nil) -> FunctionRun {
        let place = Span(0, 0)
        guard let value = modules[library.mainModule]?.globals[name] ?? mocks[name] else {
            return FunctionRun(decisions: [.exit(.fails(Opaque(.unknownName)))])
        }
        (module, source) = (library.mainModule, modules[library.mainModule]?.source ?? source)
        var state = PathState()
        if let start {
            state.globals = start.globals
            state.heap = start.heap
        }
        guard case .function(let id) = value, !functions[id.number].obstacle else {
            var given = Arguments()
            given.positional = [.reading(event)]
            var flow: [Decision] = []
            let result = apply(value, given, &state, &flow, place)
            flow.append(.exit(.returns(result, state)))
            return FunctionRun(decisions: flow, end: state)
        }
        let function = functions[id.number]
        let parameters = function.arguments.positionalOnly + function.arguments.positional
        guard let first = parameters.first, case .statements(let body) = function.body else {
            return FunctionRun(decisions: [.exit(.fails(Opaque(.unsupported)))])
        }
        state.locals = function.defaults
        state.locals[first.name.text] = .reading(event)
        for parameter in parameters.dropFirst() where state.locals[parameter.name.text] == nil {
            return FunctionRun(decisions: [.exit(.fails(Opaque(.error)))])
        }
        (module, source, scope) = (function.module, function.source, function.scope)
        calls = [id]
        var decisions = run(body, &state)
        noteRest(of: id, decisions)
        if decisions.falls { decisions.append(.exit(.returns(.none, state))) }
        calls = []
        scope = nil
        let end = resolve(decisions, falling: nil) { exit in
            if case .returns(_, let state) = exit { state } else { nil }
        }
        return FunctionRun(decisions: decisions, end: end)
    }

    /// When a matcher gives what alerts.
    func matcherCondition(
        _ run: FunctionRun,
        isPolicy: Bool,
        effect: (Decision.Effect) -> Condition
    ) -> Condition {
        compile(run.decisions, then: .opaque(Opaque(.error)), effect: effect) { exit in
            switch exit {
            case .returns(let value, _):
                let result = returned(value)
                return isPolicy ? result.negated : result
            case .fails(let opaque): return .opaque(opaque)
            case .breaks, .continues: return .opaque(Opaque(.unsupported))
            }
        }
    }

    /// When a matcher that returns this value returns `True`; anything but a Boolean is an error.
    private func returned(_ value: Symbol) -> Condition {
        if let condition = asCondition(value) { return condition }
        switch value {
        case .reading(let reading):
            let isBoolean = test(reading, .isType([.boolean]), [], Span(0, 0))
            return .conjunction([
                .disjunction([isBoolean, .opaque(Opaque(.error))]), test(reading, .equals, [.bool(true)], Span(0, 0)),
            ])
        case .choice(let condition, let first, let second):
            return bounded(condition.select(returned(first), returned(second)), Span(0, 0))
        case .checked(let check, let inner): return .conjunction([check, returned(inner)])
        case .opaque(var opaque), .data(var opaque):
            // It may be a Boolean or not, so nothing goes on behind it.
            opaque.mayRaise = true
            opaque.goesOn = false
            return .opaque(opaque)
        default: return .conjunction([definedness(value), .opaque(Opaque(.error))])
        }
    }
}

extension [Decision] {
    /// The global names that are written, and the objects of modules that are changed before a return.
    var written: LastingState {
        var written = LastingState()
        for decision in self {
            switch decision {
            case .effect(let effect): if let name = effect.name { written.names.insert(name) }
            case .exit(.returns(_, let state)): written.objects.formUnion(state.changed)
            case .check, .exit: break
            case .branch(_, let first, let second):
                written.formUnion(first.written)
                written.formUnion(second.written)
            }
        }
        return written
    }

    /// Whether every return that may be a match comes after `name` has been written.
    func everyMatch(writes name: GlobalName, _ interpreter: Interpreter) -> Bool {
        allSatisfy { decision in
            switch decision {
            case .check, .effect: true
            case .exit(.returns(let value, let state)):
                value == .constant(.bool(false)) || state.hasWritten(name)
            // What cannot be said may be a match.
            case .exit(.fails(let opaque)): opaque.reason == .error
            case .exit: true
            case .branch(_, let first, let second):
                first.everyMatch(writes: name, interpreter) && second.everyMatch(writes: name, interpreter)
            }
        }
    }
}

extension PathState {
    /// Whether a name has been written on every path to here.
    func hasWritten(_ name: GlobalName) -> Bool {
        guard let value = globals[name] else { return false }
        func isCertain(_ symbol: Symbol) -> Bool {
            switch symbol {
            case .choice(_, let first, let second): isCertain(first) && isCertain(second)
            case .opaque(let opaque): opaque.reason != .stateChange
            default: true
            }
        }
        return isCertain(value)
    }
}
