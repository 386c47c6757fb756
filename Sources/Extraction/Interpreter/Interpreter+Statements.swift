import Conditions
import Diagnostics
import PythonSyntax

/// Statements.
extension Interpreter {
    /// Runs a block; its decisions in order. `state` is what holds where it falls through.
    mutating func run(_ body: some Collection<Statement>, _ state: inout PathState) -> [Decision] {
        var flow: [Decision] = []
        for statement in body {
            guard step(), nesting < limits.nesting else {
                noteUnseen(Array(body), state)
                flow.append(.exit(.fails(opaque(.limit, statement.span))))
                return flow
            }
            nesting += 1
            let start = flow.count
            run(statement, &state, &flow)
            nesting -= 1
            if !flow[start...].falls { return flow }
        }
        return flow
    }

    private mutating func run(_ statement: Statement, _ state: inout PathState, _ flow: inout [Decision]) {
        let span = statement.span
        switch statement.kind {
        case .pass, .global: break
        case .expr(let expression):
            let value = evaluate(expression, &state, &flow)
            _ = force(value, span, &flow)
        case .return(let value):
            let result = value.map { evaluate($0, &state, &flow) } ?? .none
            flow.append(.exit(.returns(result, state)))
        case .assign(let targets, let value):
            let symbol = force(evaluate(value, &state, &flow), span, &flow)
            for target in targets { assign(target, symbol, &state, &flow) }
        case .annAssign(let target, _, let value, _):
            guard let value else { break }
            let symbol = force(evaluate(value, &state, &flow), span, &flow)
            assign(target, symbol, &state, &flow)
        case .augAssign(let target, let op, let value): augment(target, op, value, &state, &flow, span)
        case .if(let branches, let orelse): runIf(branches[...], orelse, &state, &flow)
        case .for(let loop): runFor(loop, &state, &flow, span)
        case .match(let subject, let cases): runMatch(subject, cases, &state, &flow, span)
        case .try(let attempt): runTry(attempt, &state, &flow, span)
        case .functionDef(let function): define(function, &state, &flow, span)
        case .import(let aliases): runImport(aliases, &state, &flow, span)
        case .importFrom(let module, let names, let level):
            runImport(from: module?.text, names, level, &state, &flow, span)
        case .raise: flow.append(.exit(.fails(failure(span))))
        case .assert(let test, _):
            let condition = truth(evaluate(test, &state, &flow), state, span)
            flow.append(.check(.disjunction([condition, .opaque(failure(span))])))
        case .break: flow.append(.exit(.breaks(state)))
        case .continue: flow.append(.exit(.continues(state)))
        case .classDef(let definition):
            bind(definition.name.text, .native("class \(definition.name.text)"), &state, &flow, span)
        case .while: giveUp([statement], opaque(.loop, span), &state, &flow)
        case .with, .delete, .nonlocal: giveUp([statement], opaque(.unsupported, span), &state, &flow)
        }
    }

    private mutating func runIf(
        _ branches: ArraySlice<IfBranch>,
        _ orelse: [Statement],
        _ state: inout PathState,
        _ flow: inout [Decision]
    ) {
        guard let branch = branches.first else {
            flow += run(orelse, &state)
            return
        }
        guard nesting < limits.nesting else {
            noteUnseen(branches.map(\.test), state)
            noteUnseen(branches.flatMap(\.body) + orelse, state)
            flow.append(.exit(.fails(opaque(.limit, branch.test.span))))
            return
        }
        nesting += 1
        defer { nesting -= 1 }
        let condition = bounded(truth(evaluate(branch.test, &state, &flow), state, branch.test.span), branch.test.span)
        if case .constant(let value) = condition {
            if value {
                flow += run(branch.body, &state)
            } else {
                runIf(branches.dropFirst(), orelse, &state, &flow)
            }
            return
        }
        var first = state
        let thenFlow = run(branch.body, &first)
        var second = state
        var otherwiseFlow: [Decision] = []
        runIf(branches.dropFirst(), orelse, &second, &otherwiseFlow)
        flow.append(.branch(condition, then: thenFlow, otherwise: otherwiseFlow))
        switch (thenFlow.falls, otherwiseFlow.falls) {
        case (true, true): state = merge(condition, first, second)
        case (true, false): state = first
        default: state = second
        }
    }

    // MARK: Merging

    /// The state after one of two paths.
    mutating func merge(_ condition: Condition, _ first: PathState, _ second: PathState) -> PathState {
        if case .constant(let value) = condition { return value ? first : second }
        var result = second
        for (name, value) in first.locals {
            let other = second.locals[name] ?? .opaque(Opaque(.error))
            if value != other { result.locals[name] = choice(condition, value, other) }
        }
        for (name, value) in second.locals where first.locals[name] == nil {
            result.locals[name] = choice(condition, .opaque(Opaque(.error)), value)
        }
        for name in Set(first.globals.keys).union(second.globals.keys) {
            let one = first.globals[name] ?? before(name)
            let two = second.globals[name] ?? before(name)
            if one != two || result.globals[name] == nil { result.globals[name] = choice(condition, one, two) }
        }
        for (id, object) in first.heap {
            let other = second.heap[id] ?? moduleHeap[id] ?? object
            result.heap[id] = object == other ? object : bounded(merge(condition, object, other))
        }
        for (id, object) in second.heap where first.heap[id] == nil {
            if let kept = moduleHeap[id], kept != object { result.heap[id] = bounded(merge(condition, kept, object)) }
        }
        result.changed.formUnion(first.changed)
        return result
    }

    /// A global name where this call has not written it.
    private func before(_ name: GlobalName) -> Symbol {
        if unstable.names.contains(name) { return .opaque(Opaque(.stateChange)) }
        return modules[name.module]?.globals[name.name] ?? .opaque(Opaque(.error))
    }

    /// A container, or an unknown one where the conditions of its elements have grown past the limit.
    private mutating func bounded(_ object: HeapObject) -> HeapObject {
        var nodes = 0
        for element in object.elements where nodes <= limits.conditionNodes {
            if element.presence != .constant(true) { nodes += element.presence.weight(upTo: limits.conditionNodes) }
        }
        stepsLeft -= nodes / 8
        guard nodes > limits.conditionNodes else { return object }
        return HeapObject(kind: object.kind, poison: Opaque(.limit))
    }

    private func merge(_ condition: Condition, _ first: HeapObject, _ second: HeapObject) -> HeapObject {
        if first.kind != second.kind { return HeapObject(kind: first.kind, poison: Opaque(.unsupported)) }
        var result = HeapObject(kind: first.kind, poison: first.poison ?? second.poison)
        result.isEnumerable = first.isEnumerable && second.isEnumerable
        if first.isHashed {
            mergeHashed(condition, first.elements, second.elements, into: &result)
            return result
        }
        var common = 0
        while common < min(first.elements.count, second.elements.count),
            first.elements[common] == second.elements[common]
        {
            common += 1
        }
        result.elements = Array(first.elements.prefix(common))
        for var element in first.elements.dropFirst(common) {
            element.presence = .conjunction([condition, element.presence])
            result.elements.append(element)
        }
        for var element in second.elements.dropFirst(common) {
            element.presence = .conjunction([condition.negated, element.presence])
            result.elements.append(element)
        }
        return result
    }

    /// Adds what one of two dicts or sets has, in its order: both are, where what they share comes in the same order.
    private func mergeHashed(
        _ condition: Condition,
        _ first: [HeapObject.Element],
        _ second: [HeapObject.Element],
        into result: inout HeapObject
    ) {
        func add(_ element: HeapObject.Element, _ condition: Condition) {
            var element = element
            element.presence = .conjunction([condition, element.presence])
            result.elements.append(element)
        }
        var next = 0
        for element in second {
            guard let place = first.firstIndex(where: { ($0.key ?? $0.value) == (element.key ?? element.value) }) else {
                add(element, condition.negated)
                continue
            }
            // One that comes later in the other than those before it.
            if place < next { result.isEnumerable = false }
            while next <= place, next < first.count {
                if next < place { add(first[next], condition) }
                next += 1
            }
            var merged = first[place]
            merged.value = choice(condition, first[place].value, element.value)
            merged.presence = condition.select(first[place].presence, element.presence)
            if let known = result.elements.firstIndex(where: { ($0.key ?? $0.value) == (element.key ?? element.value) })
            {
                result.elements[known] = merged
            } else {
                result.elements.append(merged)
            }
        }
        for element in first[next...] { add(element, condition) }
    }

    // MARK: Assignment

    /// A value that is kept: of an iterator it is not known what it gives later, and what is left of it then.
    func lasting(_ value: Symbol, _ state: PathState, _ span: Span) -> Symbol {
        switch value {
        case .object(let id) where content(id, state).isIterator:
            .opaque(opaque(.unsupported, span, reads: reads(value, state)))
        case .selection(let selection) where selection.kind == .generator:
            .opaque(opaque(.unsupported, span, reads: [selection.source]))
        case .choice(let condition, let first, let second):
            choice(condition, lasting(first, state, span), lasting(second, state, span))
        case .checked(let check, let inner): .checked(check, lasting(inner, state, span))
        default: value
        }
    }

    /// Binds a name where it stands.
    mutating func bind(
        _ name: String,
        _ value: Symbol,
        _ state: inout PathState,
        _ flow: inout [Decision],
        _ span: Span
    ) {
        let value = lasting(value, state, span)
        if let scope, !scope.globals.contains(name) {
            state.locals[name] = value
            return
        }
        let global = GlobalName(module: module, name: name)
        state.globals[global] = value
        guard scope != nil else { return }
        touched.names.insert(global)
        flow.append(.effect(Decision.Effect(name: global, opaque: opaque(.stateChange, span, changesState: true))))
    }

    /// `target = value`.
    mutating func assign(_ target: Expression, _ value: Symbol, _ state: inout PathState, _ flow: inout [Decision]) {
        let span = target.span
        switch target.kind {
        case .name(let name): bind(name, value, &state, &flow, span)
        case .tuple(let parts), .list(let parts):
            let elements = unpacked(value, parts.count, state, span)
            for (place, part) in parts.enumerated() {
                if case .starred = part.kind {
                    let reads = reads(value, state)
                    for inner in parts { assignOpaque(inner, opaque(.unsupported, span, reads: reads), &state, &flow) }
                    return
                }
                guard let elements else {
                    let reads = reads(value, state)
                    if place == 0 { flow.append(.check(.opaque(opaque(.computedValue, span, reads: reads)))) }
                    assignOpaque(part, opaque(.computedValue, span, reads: reads), &state, &flow)
                    continue
                }
                assign(part, elements[place], &state, &flow)
            }
        case .subscripted(let container, let index):
            let holder = evaluate(container, &state, &flow)
            let key = force(evaluate(index, &state, &flow), span, &flow)
            setItem(holder, key, value, span, &state, &flow)
        default:
            noteUnseen([Statement(.assign(targets: [target], value: target), span: span)], state)
            flow.append(.check(.opaque(opaque(.unsupported, span, changesState: true))))
        }
    }

    private mutating func assignOpaque(
        _ target: Expression,
        _ reason: Opaque,
        _ state: inout PathState,
        _ flow: inout [Decision]
    ) {
        if case .starred(let inner) = target.kind {
            assign(inner, .opaque(reason.settled), &state, &flow)
        } else {
            assign(target, .opaque(reason.settled), &state, &flow)
        }
    }

    private func unpacked(_ value: Symbol, _ count: Int, _ state: PathState, _ span: Span) -> [Symbol]? {
        switch value {
        case .object(let id):
            let object = content(id, state)
            guard object.isCertain, object.elements.count == count, object.kind == .tuple || object.kind == .list
            else { return nil }
            return object.elements.map(\.value)
        case .choice(let condition, let first, let second):
            guard let one = unpacked(first, count, state, span), let two = unpacked(second, count, state, span)
            else { return nil }
            return zip(one, two).map { choice(condition, $0, $1) }
        default: return nil
        }
    }

    private mutating func augment(
        _ target: Expression,
        _ op: BinaryOperator,
        _ value: Expression,
        _ state: inout PathState,
        _ flow: inout [Decision],
        _ span: Span
    ) {
        let old = evaluate(target, &state, &flow)
        let other = force(evaluate(value, &state, &flow), span, &flow)
        if case .object(let id) = old {
            // In place: other names of the container see it.
            switch (content(id, state).kind, op) {
            case (.dict, .bitOr):
                update(id, with: other, span, &state, &flow)
                return
            case (.list, .add):
                extend(id, other, span, &state, &flow)
                return
            case (.set, .bitOr):
                addAll(id, other, span, &state, &flow)
                return
            case (.list, _), (.dict, _), (.set, _):
                poison(old, opaque(.computedValue, span), span, &state, &flow)
                flow.append(.check(.opaque(opaque(.computedValue, span))))
                return
            default: break
            }
        }
        let result = force(binary(old, op, other, &state, &flow, span), span, &flow)
        assign(target, result, &state, &flow)
    }

    // MARK: What is not followed

    /// Statements whose effect is not known: names they assign become opaque, containers they mention too.
    mutating func giveUp(
        _ statements: [Statement],
        _ reason: Opaque,
        _ state: inout PathState,
        _ flow: inout [Decision]
    ) {
        var reason = reason
        noteUnseen(statements, state)
        var surveyor = Surveyor()
        for statement in statements { surveyor.visit(statement) }
        var fields: [FieldReference] = []
        for name in surveyor.read.sorted() {
            guard let value = state.locals[name] else { continue }
            for field in reads(value, state) where !fields.contains(field) { fields.append(field) }
        }
        for access in surveyor.keys where !fields.contains(access) { fields.append(access) }
        reason.reads = fields
        reason.mayRaise = true
        reason.changesState = surveyor.callsUnknown
        let span = statements.first?.span ?? Span(0, 0)
        if surveyor.leaves {
            flow.append(.exit(.fails(reason)))
            return
        }
        flow.append(.check(.opaque(reason)))
        for name in surveyor.read.union(surveyor.assigned).sorted() {
            let value =
                state.locals[name] ?? state.globals[GlobalName(module: module, name: name)]
                ?? modules[module]?.globals[name]
            if let value { poison(value, reason, span, &state, &flow) }
        }
        for name in surveyor.assigned.sorted() { bind(name, .opaque(reason.settled), &state, &flow, span) }
    }
}
