import Conditions
import Diagnostics
import PythonSyntax

/// Loops over lists of the event that are searches: their body looks at one element at a time, and either returns the same constant
/// from whichever it finds, or notes in a variable that it has found one. Each is a quantifier.
extension Interpreter {
    /// What a search comes to.
    private struct SearchOutcome {
        var decisions: [Decision] = []
        var locals: [String: Symbol] = [:]
    }

    /// A loop over a list of the event, from outside and from inside.
    private struct Search {
        let loop: For
        let selection: Selection
        let span: Span
        /// What one round decides.
        let body: [Decision]
        /// The state before the loop.
        let before: PathState
        /// The state after one round.
        let after: PathState
        /// Names that the loop itself binds.
        let targets: Set<String>
    }

    /// Runs such a loop; what is no search becomes opaque.
    mutating func search(
        _ loop: For,
        _ statement: Statement,
        _ selection: Selection,
        _ state: inout PathState,
        _ flow: inout [Decision],
        _ span: Span
    ) {
        var inner = state
        var body: [Decision] = []
        assign(loop.target, selection.element, &inner, &body)
        body += run(loop.body, &inner)
        let end = resolve(body, falling: body.falls ? inner : nil) { exit in
            switch exit {
            case .continues(let state), .breaks(let state): state
            case .returns, .fails: nil
            }
        }
        let search = Search(
            loop: loop,
            selection: selection,
            span: span,
            body: body,
            before: state,
            after: end ?? inner,
            targets: Surveyor.names(boundBy: loop)
        )
        guard let outcome = understand(search) else {
            if gatherText(loop, selection, &state, &flow, span) { return }
            giveUp([statement], opaque(.loop, span, reads: [selection.source]), &state, &flow)
            return
        }
        flow += outcome.decisions
        for (name, value) in outcome.locals { state.locals[name] = value }
        if flow.falls { flow += run(loop.orelse, &state) }
    }

    private mutating func understand(_ search: Search) -> SearchOutcome? {
        let body = search.body
        guard !body.containsEffect, search.after.globals == search.before.globals,
            search.after.heapOf(search.before) == search.before.heap
        else { return nil }
        var returned: [Symbol] = []
        guard body.collectReturns(&returned) else { return nil }
        let values = Set(returned)
        let breaks = body.containsBreak
        guard values.count <= 1, values.isEmpty || !breaks, var outcome = variables(search, returns: !values.isEmpty)
        else { return nil }
        guard breaks || !values.isEmpty else {
            // All elements are looked at; beside the variables nothing comes of it but errors.
            outcome.decisions.append(.check(completion(search)))
            return outcome
        }
        let found = some(search, leaving(search))
        guard let value = returned.first else {
            outcome.decisions.append(.check(found.definedness))
            return search.loop.orelse.isEmpty ? outcome : nil
        }
        guard case .constant = value else { return nil }
        outcome.decisions.append(.branch(found, then: [.exit(.returns(value, search.before))], otherwise: []))
        return outcome
    }

    /// What the variables are behind the loop; nil if a round depends on one before it.
    private mutating func variables(_ search: Search, returns: Bool) -> SearchOutcome? {
        var outcome = SearchOutcome()
        let unknown = Symbol.opaque(opaque(.loop, search.span, reads: [search.selection.source]))
        // Python keeps the last element.
        for name in search.targets { outcome.locals[name] = unknown }
        let breaks = search.body.containsBreak
        var flags = 0
        for name in Surveyor.names(assignedBy: search.loop.body).subtracting(search.targets).sorted() {
            let old = search.before.locals[name]
            let new = search.after.locals[name] ?? old
            guard let new, new != old || breaks else { continue }
            if !returns, let old, let value = flag(name, search) {
                flags += 1
                guard flags == 1 || !breaks, let sets = setting(new, value, old) else { return nil }
                // With a break the variable must be set exactly where the loop ends.
                guard !breaks || sets == leaving(search) else { return nil }
                outcome.locals[name] = choice(some(search, sets), value, old)
                continue
            }
            guard old == nil || Surveyor.isAssignedFirst(name, in: search.loop.body) else { return nil }
            outcome.locals[name] = unknown
        }
        return outcome
    }

    /// The constant that all assignments of the body give to a variable that it never reads.
    private func flag(_ name: String, _ search: Search) -> Symbol? {
        guard let values = Surveyor.constants(assignedTo: name, by: search.loop.body), values.count == 1,
            let value = values.first, !Surveyor.reads(name, in: search.loop.body)
        else { return nil }
        return .constant(value)
    }

    /// When a round sets a variable that had the value `old` to `value`.
    private func setting(_ result: Symbol, _ value: Symbol, _ old: Symbol) -> Condition? {
        switch (result, value) {
        case (value, _): .constant(true)
        case (.truth(let condition), .constant(.bool(true))) where old == .constant(.bool(false)): condition
        case (.truth(let condition), .constant(.bool(false))) where old == .constant(.bool(true)): condition.negated
        case (.choice(let condition, value, old), _): condition
        case (.choice(let condition, old, value), _): condition.negated
        default: nil
        }
    }

    /// Whether a round leaves the loop.
    private func leaving(_ search: Search) -> Condition {
        compile(search.body, then: .constant(false)) { exit in
            switch exit {
            case .breaks, .returns: .constant(true)
            case .continues: .constant(false)
            case .fails(let opaque): .opaque(opaque)
            }
        }
    }

    /// Some element meets `test`.
    private func some(_ search: Search, _ test: Condition) -> Condition {
        quantify(.some, search.selection, .conjunction([search.selection.condition, test]), search.span)
    }

    /// True if every round ends, else unknown.
    private func completion(_ search: Search) -> Condition {
        let complete = compile(search.body, then: .constant(true)) { exit in
            if case .fails(let opaque) = exit { return .opaque(opaque) }
            return .constant(true)
        }
        let child = search.selection.condition.select(complete, .constant(true))
        return quantify(.every, search.selection, child, search.span)
    }
}

extension PathState {
    /// What the containers that `other` knows hold here.
    func heapOf(_ other: PathState) -> [ObjectID: HeapObject] {
        heap.filter { other.heap[$0.key] != nil }
    }
}
