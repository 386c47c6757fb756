import Conditions
import Diagnostics
import PythonSyntax

/// Loops: over what the code itself holds they are unrolled; over lists of the event they are quantifiers, where their body is
/// a search.
extension Interpreter {
    /// What a loop goes over.
    enum Iteration {
        /// These, each there under a condition.
        case elements([HeapObject.Element])
        /// A list of the event.
        case selection(Selection)
        /// One of two.
        indirect case choice(Condition, Iteration, Iteration)
        /// Not known.
        case unknown(Opaque)
        /// No iteration: an error.
        case checked(Condition)
    }

    /// What `for … in value` goes over.
    mutating func iteration(_ value: Symbol, _ state: inout PathState, _ span: Span) -> Iteration {
        switch value {
        case .object(let id):
            let object = content(id, state)
            if let poison = object.poison { return .unknown(poison) }
            guard object.isEnumerable else { return .unknown(opaque(.loop, span, reads: reads(value, state))) }
            return .elements(object.elements.map { .init(value: $0.key ?? $0.value, presence: $0.presence) })
        case .view(.object(let id), let view):
            guard content(id, state).isEnumerable else {
                return .unknown(opaque(.loop, span, reads: reads(value, state)))
            }
            return entries(of: content(id, state), view, &state)
        case .constant(.string(let text)):
            guard text.utf8.count <= limits.unrolledRounds else { return .unknown(opaque(.limit, span)) }
            return .elements(text.unicodeScalars.map { .init(value: .string(String($0))) })
        case .reading(let reading), .view(.reading(let reading), _):
            guard reading.transforms.isEmpty, !reading.isEvent else {
                return .unknown(opaque(.loop, span, reads: [reading.field]))
            }
            var view: Symbol.View?
            if case .view(_, let named) = value { view = named }
            return .selection(elements(of: reading, view, &state))
        case .selection(let selection):
            return .selection(renamed(selection))
        case .choice(let condition, let first, let second):
            return .choice(condition, iteration(first, &state, span), iteration(second, &state, span))
        case .opaque(let opaque): return .unknown(opaque.refusing)
        case .constant: return .checked(.opaque(failure(span)))
        default: return .unknown(opaque(.loop, span, reads: reads(value, state)))
        }
    }

    /// The entries of a dict of the code's own.
    private mutating func entries(of object: HeapObject, _ view: Symbol.View, _ state: inout PathState) -> Iteration {
        if let poison = object.poison { return .unknown(poison) }
        var elements: [HeapObject.Element] = []
        for element in object.elements {
            let value: Symbol =
                switch view {
                case .keys: element.key ?? .none
                case .values: element.value
                case .items: make(.tuple, [element.key ?? .none, element.value], &state)
                }
            elements.append(.init(value: value, presence: element.presence))
        }
        return .elements(elements)
    }

    /// The elements of a list of the event, or with a view the members of an object.
    private mutating func elements(of reading: Reading, _ view: Symbol.View?, _ state: inout PathState) -> Selection {
        let binder = makeBinder()
        let key = Symbol.reading(Reading(field: FieldReference(.elementKey(binder), [])))
        let value = Symbol.reading(Reading(field: FieldReference(.element(binder), []), isWrapped: reading.isWrapped))
        let element: Symbol =
            switch view {
            case nil, .values: value
            case .keys: key
            case .items: make(.tuple, [key, value], &state)
            }
        return Selection(
            source: reading.field,
            domain: view == nil ? .elements : .members,
            binder: binder,
            condition: .constant(true),
            element: element,
            kind: .list
        )
    }

    /// The same selection under a number of its own: two loops over it may stand inside one another.
    mutating func renamed(_ selection: Selection) -> Selection {
        var result = selection
        result.binder = makeBinder()
        func rename(_ field: FieldReference, _: Int) -> FieldReference {
            var field = field
            if field.root == .element(selection.binder) { field.root = .element(result.binder) }
            if field.root == .elementKey(selection.binder) { field.root = .elementKey(result.binder) }
            return field
        }
        result.condition = selection.condition.mapFields(depth: 0, rename)
        result.element = selection.element.mapFields { rename($0, 0) }
        return result
    }

    /// `for target in iterable: body else: orelse`.
    mutating func runFor(_ loop: For, _ state: inout PathState, _ flow: inout [Decision], _ span: Span) {
        let statement = Statement(.for(loop), span: span)
        let iterable = force(evaluate(loop.iterable, &state, &flow), loop.iterable.span, &flow)
        // What is asked of all members of an event is no condition that readers want, but a text can be made of them.
        if case .view(.reading(let reading), let view) = iterable, reading.isEvent {
            let selection = elements(of: reading, view, &state)
            if gatherText(loop, selection, &state, &flow, span) { return }
        }
        let sources = containers(of: loop.iterable, iterable, state)
        run(loop, statement, iteration(iterable, &state, span), sources, &state, &flow, span)
    }

    private mutating func run(
        _ loop: For,
        _ statement: Statement,
        _ iteration: Iteration,
        _ sources: [ObjectID: HeapObject],
        _ state: inout PathState,
        _ flow: inout [Decision],
        _ span: Span
    ) {
        switch iteration {
        case .elements(let elements):
            guard elements.count <= limits.unrolledRounds else {
                giveUp([statement], opaque(.limit, span), &state, &flow)
                return
            }
            flow += unroll(loop, elements[...], sources, &state, span)
        case .selection(let selection): search(loop, statement, selection, &state, &flow, span)
        case .choice(let condition, let one, let two):
            var first = state
            var firstFlow: [Decision] = []
            run(loop, statement, one, sources, &first, &firstFlow, span)
            var second = state
            var secondFlow: [Decision] = []
            run(loop, statement, two, sources, &second, &secondFlow, span)
            flow.append(.branch(condition, then: firstFlow, otherwise: secondFlow))
            switch (firstFlow.falls, secondFlow.falls) {
            case (true, true): state = merge(condition, first, second)
            case (true, false): state = first
            default: state = second
            }
        case .unknown(let reason):
            var reason = reason
            if reason.text == nil { reason = opaque(reason.reason, span, reads: reason.reads) }
            giveUp([statement], reason, &state, &flow)
        case .checked(let check): flow.append(.check(check))
        }
    }

    /// The containers that an iterable may go over, as they are now: those that it names, and what is in them.
    private mutating func containers(of iterable: Expression, _ value: Symbol, _ state: PathState)
        -> [ObjectID: HeapObject]
    {
        var found: [ObjectID: HeapObject] = [:]
        var pending = [value]
        for name in Mentions(.expression(iterable)).names { pending.append(lookUp(name, state, iterable.span)) }
        while let symbol = pending.popLast() {
            switch symbol {
            case .object(let id) where found[id] == nil:
                let object = content(id, state)
                found[id] = object
                pending += object.elements.map(\.value)
            case .choice(_, let first, let second): pending += [first, second]
            case .checked(_, let value), .view(let value, _), .method(let value, _): pending.append(value)
            default: break
            }
        }
        return found
    }

    /// The rounds of a loop, one after the other; `sources` are what it may go over.
    private mutating func unroll(
        _ loop: For,
        _ elements: ArraySlice<HeapObject.Element>,
        _ sources: [ObjectID: HeapObject],
        _ state: inout PathState,
        _ span: Span
    ) -> [Decision] {
        var flow: [Decision] = []
        var rest = elements
        while let element = rest.popFirst() {
            guard step() else {
                noteUnseen(loop.body, state)
                return flow + [.exit(.fails(opaque(.limit, span)))]
            }
            var inner = state
            var body: [Decision] = []
            assign(loop.target, element.value, &inner, &body)
            body += run(loop.body, &inner)
            let breaks = breakCondition(body)
            let goesOn = resolve(body, falling: body.falls ? inner : nil) { exit in
                if case .continues(let state) = exit { state } else { nil }
            }
            let stopped = resolve(body, falling: nil) { exit in
                if case .breaks(let state) = exit { state } else { nil }
            }
            let skipped = state
            let round = body.withoutLoopExits
            guard var next = goesOn else {
                // Nothing comes after this round in the loop.
                let end = stopped ?? inner
                guard element.presence == .constant(true) else {
                    var other = skipped
                    let remaining = unroll(loop, rest, sources, &other, span)
                    let falls = round.falls
                    state = falls && remaining.falls ? merge(element.presence, end, other) : falls ? end : other
                    return flow + [.branch(element.presence, then: round, otherwise: remaining)]
                }
                state = end
                return flow + round
            }
            // A list that grows is gone through to its new end, a dict that does is an error.
            guard sources.allSatisfy({ content($0.key, next) == $0.value }) else {
                noteUnseen(loop.body, state)
                return flow + [.exit(.fails(opaque(.loop, span)))]
            }
            if element.presence != .constant(true) { next = merge(element.presence, next, skipped) }
            flow +=
                element.presence == .constant(true)
                ? round : [.branch(element.presence, then: round, otherwise: [])]
            if let stopped {
                let leaves = Condition.conjunction([element.presence, breaks])
                let remaining = unroll(loop, rest, sources, &next, span)
                state = remaining.falls ? merge(leaves, stopped, next) : stopped
                return flow + [.branch(leaves, then: [], otherwise: remaining)]
            }
            state = next
        }
        flow += run(loop.orelse, &state)
        return flow
    }

    /// The state behind a block: where it falls through, and at those exits that `pick` takes.
    mutating func resolve(
        _ decisions: [Decision],
        falling: PathState?,
        _ pick: (Decision.Exit) -> PathState?
    ) -> PathState? {
        var result = falling
        for decision in decisions.reversed() {
            switch decision {
            case .check, .effect: continue
            case .exit(let exit): result = pick(exit)
            case .branch(let condition, let first, let second):
                let one = resolve(first, falling: result, pick)
                let two = resolve(second, falling: result, pick)
                switch (one, two) {
                case (let one?, let two?): result = merge(condition, one, two)
                default: result = one ?? two
                }
            }
        }
        return result
    }

    /// When a round of a loop ends with `break`.
    func breakCondition(_ body: [Decision]) -> Condition {
        guard body.containsBreak else { return .constant(false) }
        return compile(body, then: .constant(false)) { exit in
            switch exit {
            case .breaks: .constant(true)
            case .continues, .returns: .constant(false)
            case .fails(let opaque): .opaque(opaque)
            }
        }
    }
}
