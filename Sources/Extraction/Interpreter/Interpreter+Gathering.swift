import Conditions
import Diagnostics
import PythonSyntax

/// Loops over lists and objects of the event that put a text together: each round adds to it or leaves it, and what else changes from
/// round to round is whether something has been added yet.
extension Interpreter {
    /// What a round comes to.
    private struct Round {
        /// When it adds to the text.
        var condition: Condition
        /// What it adds.
        var added: [Symbol]
        /// The flags after one that adds.
        var flags: [String: Symbol]
        /// What it decides.
        var decisions: [Decision]

        /// Whether it raises for nothing but values that are no lists, or objects, and it shows them all.
        var onlyAsksForLists: Bool {
            decisions.checks.allSatisfy { check in
                guard case .any(let ways) = check, ways.count == 2, case .leaf(let leaf) = ways[0],
                    case .opaque = ways[1],
                    case .isType(let kinds) = leaf.op, kinds.contains(.array), !leaf.isNegated, leaf.transforms.isEmpty
                else { return false }
                return added.contains { part in
                    guard case .reading(let shown) = part else { return false }
                    return shown.field == leaf.field && !shown.isWrapped && shown.transforms == [.string]
                }
            }
        }
    }

    /// Runs such a loop; false, and nothing is done, if it is none.
    mutating func gatherText(
        _ loop: For,
        _ selection: Selection,
        _ state: inout PathState,
        _ flow: inout [Decision],
        _ span: Span
    ) -> Bool {
        guard loop.orelse.isEmpty, selection.condition == .constant(true), selection.kind == .list else { return false }
        let targets = Surveyor.names(boundBy: loop)
        let changed = Surveyor.names(assignedBy: loop.body).subtracting(targets)
        var texts: [String] = []
        var flags: [String: Symbol] = [:]
        for name in changed.sorted() {
            switch state.locals[name] {
            case .constant(.string), .text: texts.append(name)
            case .constant(let value): flags[name] = .constant(value)
            default: return false
            }
        }
        guard texts.count == 1, flags.count <= 1, let name = texts.first, let before = state.locals[name],
            let first = round(loop, selection, name, flags, state)
        else { return false }
        var rest = first
        if first.flags != flags {
            // From the second on all rounds are alike, or it is a way of counting.
            guard let second = round(loop, selection, name, first.flags, state), second.flags == first.flags,
                second.condition == first.condition
            else { return false }
            rest = second
        }
        var gathering = Gathering(
            source: selection.source,
            domain: selection.domain,
            binder: selection.binder,
            condition: first.condition,
            first: first.added,
            rest: rest.added
        )
        let complete = Condition.conjunction(
            [first.decisions, rest.decisions].map { decisions in
                compile(decisions, then: .constant(true)) { exit in
                    if case .fails(let opaque) = exit { return .opaque(opaque) }
                    return .constant(true)
                }
            }
        )
        // The event can be gone through, anything else only if it is a list or an object.
        if complete != .constant(true) || !selection.source.steps.isEmpty || selection.source.root != .event {
            let check = charged(quantify(.every, selection, complete, span), span)
            flow.append(.check(check))
            if first.onlyAsksForLists, rest.onlyAsksForLists { gathering.check = check }
        }
        state.locals[name] = joinTexts([before, .gathered(gathering)])
        for (flag, old) in flags {
            guard let new = first.flags[flag] else { continue }
            state.locals[flag] = choice(quantify(.some, selection, first.condition, span), new, old)
        }
        let unknown = Symbol.opaque(opaque(.loop, span, reads: [selection.source]))
        for target in targets { state.locals[target] = unknown }
        return true
    }

    /// Looks at a round in which the flags have these values; nil if it does anything but add to the text.
    private mutating func round(
        _ loop: For,
        _ selection: Selection,
        _ name: String,
        _ flags: [String: Symbol],
        _ state: PathState
    ) -> Round? {
        // Stands for the text so far: what it holds, the round must not ask.
        let number = makeBinder()
        let marker = Symbol.reading(Reading(field: FieldReference(.element(number)), transforms: [.string]))
        var inner = state
        var body: [Decision] = []
        inner.locals[name] = marker
        for (flag, value) in flags { inner.locals[flag] = value }
        assign(loop.target, selection.element, &inner, &body)
        body += run(loop.body, &inner)
        guard !body.containsEffect, body.onlyContinues else { return nil }
        let end = resolve(body, falling: body.falls ? inner : nil) { exit in
            if case .continues(let state) = exit { state } else { nil }
        }
        guard let end, end.globals == state.globals, end.changed == state.changed,
            end.heapOf(state) == state.heap, let text = end.locals[name],
            let (condition, added) = addition(to: marker, text), condition != .constant(false),
            !condition.mentions(number), !added.contains(where: { $0.mentions(number) }),
            !compile(body, then: .constant(true), { _ in .constant(true) }).mentions(number)
        else { return nil }
        var after: [String: Symbol] = [:]
        for (flag, old) in flags {
            // As a value that is set exactly where something is added comes out of the branches before.
            let values = Surveyor.constants(assignedTo: flag, by: loop.body) ?? []
            let value = end.locals[flag]
            let new = value == old ? old : values.map(Symbol.constant).first { choice(condition, $0, old) == value }
            guard let new else { return nil }
            after[flag] = new
        }
        return Round(condition: condition, added: added, flags: after, decisions: body)
    }

    /// When a text is more than `marker`, and what it then is behind that; nil if it is something else.
    private func addition(to marker: Symbol, _ text: Symbol) -> (Condition, [Symbol])? {
        switch text {
        case marker: return (.constant(false), [])
        case .text(let parts) where parts.first == marker: return (.constant(true), Array(parts.dropFirst()))
        case .choice(let condition, let first, let second):
            guard let one = addition(to: marker, first), let two = addition(to: marker, second) else { return nil }
            switch (one.0, two.0) {
            case (.constant(false), .constant(false)): return (.constant(false), [])
            case (_, .constant(false)): return (.conjunction([condition, one.0]), one.1)
            case (.constant(false), _): return (.conjunction([condition.negated, two.0]), two.1)
            default: return nil
            }
        default: return nil
        }
    }
}

extension [Decision] {
    /// All checks, in branches too.
    fileprivate var checks: [Condition] {
        flatMap { decision -> [Condition] in
            switch decision {
            case .check(let condition): [condition]
            case .effect, .exit: []
            case .branch(_, let first, let second): first.checks + second.checks
            }
        }
    }

    /// Whether nothing but `continue` leaves the block before its end.
    fileprivate var onlyContinues: Bool {
        allSatisfy { decision in
            switch decision {
            case .check, .effect, .exit(.continues): true
            case .exit: false
            case .branch(_, let first, let second): first.onlyContinues && second.onlyContinues
            }
        }
    }
}

extension Symbol {
    /// Whether it reads the element of `binder`.
    fileprivate func mentions(_ binder: Int) -> Bool {
        var found = false
        _ = mapFields { field in
            if field.root == .element(binder) { found = true }
            return field
        }
        return found
    }
}
