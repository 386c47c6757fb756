import Addresses
import Conditions
import Diagnostics

/// Conditions on symbols.
extension Interpreter {
    /// Whether Python takes it for true.
    func truth(_ symbol: Symbol, _ state: PathState, _ span: Span) -> Condition {
        switch symbol {
        case .constant(let value): return .constant(value.isTruthy)
        case .truth(let condition): return condition
        case .match(let condition), .found(let condition), .amount(let condition): return condition
        case .reading(let reading): return test(reading, .isEmpty, [], span).negated
        case .choice(let condition, let first, let second):
            return bounded(condition.select(truth(first, state, span), truth(second, state, span)), span)
        case .checked(let check, let value): return .conjunction([check, truth(value, state, span)])
        case .object(let id):
            let object = content(id, state)
            if let poison = object.poison { return .opaque(poison) }
            return object.isIterator ? .constant(true) : .disjunction(object.elements.map(\.presence))
        case .text(let parts):
            let known = parts.contains { part in
                if case .constant(.string(let text)) = part { !text.isEmpty } else { false }
            }
            if known { return .constant(true) }
            return .disjunction(parts.map { truth($0, state, span) })
        case .gathered(let gathering):
            return .opaque(opaque(.computedValue, span, reads: gathering.isAny.fieldsRead).open)
        case .selection(let selection):
            if selection.kind == .generator { return .constant(true) }
            return .conjunction([completion(selection, span), some(selection, .constant(true), span)])
        case .count(var selection):
            if selection.kind == .generator { selection.kind = .list }
            return truth(.selection(selection), state, span)
        case .kept(let kept), .keptNumber(let kept):
            return .opaque(kept.isSettled ? kept.call.settled : kept.call)
        case .view(let value, _): return truth(value, state, span)
        case .split(let reading, let splitting):
            // A text split by a separator has one part at least.
            if splitting.separator != nil { return .conjunction([definedness(symbol), .constant(true)]) }
            return .opaque(opaque(.unsupported, span, reads: [reading.field]))
        case .address: return .conjunction([definedness(symbol), .constant(true)])
        case .function, .native, .method, .module, .pattern, .network: return .constant(true)
        case .data(let opaque): return .opaque(opaque.open)
        case .opaque(let opaque): return .opaque(opaque)
        }
    }

    /// A leaf on a reading.
    func test(_ reading: Reading, _ op: Operator, _ values: [Literal], _ span: Span) -> Condition {
        var op = op
        // A text can be hashed.
        if op == .isInSet, reading.kinds == [.string] { op = .isIn }
        return .leaf(Leaf(reading.field, op, values, transforms: reading.transforms, place: place(span)))
    }

    /// True if making the value raises nothing, else unknown.
    func definedness(_ symbol: Symbol) -> Condition {
        switch symbol {
        // The loop that gathers has been looked at where it stands.
        case .constant, .object, .function, .native, .module, .network, .data, .gathered: return .constant(true)
        case .reading(let reading):
            return reading.isTotal ? .constant(true) : .reads(reading.field, reading.transforms)
        case .truth(let condition), .match(let condition), .found(let condition), .amount(let condition):
            return condition.definedness
        case .choice(let condition, let first, let second):
            return condition.select(definedness(first), definedness(second))
        case .checked(let check, let value): return .conjunction([check, definedness(value)])
        case .text(let parts): return .conjunction(parts.map(definedness))
        case .selection(let selection):
            return selection.kind == .generator ? .constant(true) : completion(selection, Span(0, 0))
        case .count(let selection): return completion(selection, Span(0, 0))
        case .kept(let kept), .keptNumber(let kept): return kept.isSettled ? .constant(true) : .opaque(kept.call)
        case .split(let reading, let splitting):
            if reading.kinds == [.string], splitting.separator != nil { return definedness(.reading(reading)) }
            let first = Transform.split(separator: splitting.separator, index: 0)
            return .reads(reading.field, reading.transforms + [first])
        case .view(.reading(let reading), _): return membersCheck(reading)
        case .view(let value, _), .method(let value, _), .pattern(let value): return definedness(value)
        case .address(let reading):
            let valid = Condition.leaf(
                Leaf(reading.field, .address(.isPrivate), transforms: reading.transforms)
            )
            return .disjunction([valid, .constant(true)])
        case .opaque(let opaque): return opaque.mayRaise || opaque.changesState ? .opaque(opaque) : .constant(true)
        }
    }

    /// The value, after its checks have been made.
    func settled(_ symbol: Symbol) -> Symbol {
        switch symbol {
        case .checked(_, let value): settled(value)
        case .opaque(let opaque): .opaque(opaque.settled)
        case .kept(let kept): .kept(kept.settled)
        case .choice(let condition, let first, let second):
            choice(condition, settled(first), settled(second))
        default: symbol
        }
    }

    /// Makes sure that `symbol` has been evaluated at this point of the code; the value to go on with.
    mutating func force(_ symbol: Symbol, _ span: Span, _ flow: inout [Decision]) -> Symbol {
        let check = charged(definedness(symbol), span)
        guard check != .constant(true) else { return symbol }
        flow.append(.check(check))
        return settled(symbol)
    }

    // MARK: Choices

    /// `then` where `condition` holds, else `otherwise`; the forms that are one reading are recognised as such.
    func choice(_ condition: Condition, _ then: Symbol, _ otherwise: Symbol) -> Symbol {
        if case .constant(let value) = condition { return value ? then : otherwise }
        if then == otherwise {
            let check = condition.definedness
            return check == .constant(true) ? then : .checked(check, then)
        }
        if let first = asCondition(then), let second = asCondition(otherwise) {
            return .of(condition.select(first, second))
        }
        if let reading = joined(condition, then, otherwise) { return .reading(reading) }
        if case .choice(let second, let first, let rest) = otherwise, first == then {
            return choice(.disjunction([condition, second]), then, rest)
        }
        let result = Symbol.choice(condition, then: then, otherwise: otherwise)
        if fits(result) { return result }
        // Some of the alternatives may be for what cannot be.
        let possible = result.assuming([])
        return fits(possible)
            ? possible : shortened(possible, Opaque(.limit, reads: Array(condition.fieldsRead.prefix(16))))
    }

    private func fits(_ symbol: Symbol) -> Bool {
        let size = size(of: symbol)
        return size.alternatives <= limits.alternatives && size.nodes <= limits.conditionNodes / 2
    }

    /// What stands for a value that is one of too many.
    private func shortened(_ symbol: Symbol, _ opaque: Opaque) -> Symbol {
        guard isData(symbol) else { return .opaque(opaque) }
        let check = definedness(symbol)
        guard check.weight(upTo: limits.conditionNodes) <= limits.conditionNodes else { return .opaque(opaque) }
        return check == .constant(true) ? .data(opaque.open) : .checked(check, .data(opaque.open))
    }

    /// Whether a value can only be what events hold, or a text made of it.
    func isData(_ symbol: Symbol) -> Bool {
        switch symbol {
        case .constant, .truth, .text, .gathered, .data: true
        case .reading(let reading): !reading.isEvent
        case .choice(_, let first, let second): isData(first) && isData(second)
        case .checked(_, let value): isData(value)
        default: false
        }
    }

    /// How many values a symbol may be, and the nodes of the conditions between them. Counting ends past the limits.
    func size(of symbol: Symbol) -> (alternatives: Int, nodes: Int) {
        var (count, nodes) = (0, 0)
        var pending = [symbol]
        while let next = pending.popLast(), count <= limits.alternatives, nodes <= limits.conditionNodes {
            switch next {
            case .choice(let condition, let first, let second):
                nodes += condition.weight(upTo: limits.conditionNodes)
                pending += [first, second]
            case .checked(let condition, let value):
                nodes += condition.weight(upTo: limits.conditionNodes)
                pending.append(value)
            default: count += 1
            }
        }
        return (count, nodes)
    }

    /// The condition that a Boolean symbol is; nil if it is no Boolean.
    func asCondition(_ symbol: Symbol) -> Condition? {
        switch symbol {
        case .truth(let condition): condition
        case .constant(.bool(let value)): .constant(value)
        case .checked(let check, let value): asCondition(value).map { .conjunction([check, $0]) }
        default: nil
        }
    }

    /// A reading with a default, written as a choice.
    private func joined(_ condition: Condition, _ then: Symbol, _ otherwise: Symbol) -> Reading? {
        guard case .leaf(let leaf) = condition, leaf.transforms.isEmpty, leaf.other == nil else { return nil }
        let (positive, negative) = leaf.isNegated ? (otherwise, then) : (then, otherwise)
        switch leaf.op {
        case .isEmpty, .isNull:
            // default if it is empty (or null), else itself
            guard case .constant(let value) = positive, case .reading(let reading) = negative,
                reading.field == leaf.field, reading.transforms.isEmpty, reading.field.style == .direct
            else { return nil }
            return withDefault(reading, value, leaf.op == .isNull ? .null : .empty)
        case .isType([.object]):
            // x.get(key, default) if x is a mapping, else default
            guard case .constant(let value) = negative, case .reading(var reading) = positive,
                reading.transforms.isEmpty, var last = reading.field.steps.last, reading.field.style == .direct,
                case .key = last.selector, reading.field.missing.outcome == .value(value)
            else { return nil }
            let base = FieldReference(
                reading.field.root,
                Array(reading.field.steps.dropLast()),
                missing: leaf.field.missing
            )
            guard base == leaf.field else { return nil }
            if case .value(let missing) = leaf.field.missing.outcome, missing.kind == .object { return nil }
            last.forgives = .everything
            reading.field.steps[reading.field.steps.count - 1] = last
            return reading
        default: return nil
        }
    }

    /// A reading that gives `value` where it finds null, or nothing true.
    func withDefault(_ reading: Reading, _ value: Literal, _ reach: MissingPolicy.Reach) -> Reading? {
        guard reading.field.style == .direct, reading.transforms.isEmpty, !reading.field.steps.isEmpty,
            case .value(let old) = reading.field.missing.outcome
        else { return nil }
        // What the reading itself gives for a missing field must be replaced as well, or be the same.
        let isReplaced = reach == .null ? old == .null : !old.isTruthy
        guard isReplaced || old == value else { return nil }
        if reading.field.missing.reach == .empty, reach != .empty { return nil }
        var result = reading
        result.field.missing = MissingPolicy(.value(value), when: reach)
        return result
    }

    /// Applies `body` to each alternative of a value. What is asked of one that cannot be said may raise, but where `whenOpen` says what
    /// it comes to: it is asked only about values behind which evaluation goes on.
    func lift(_ symbol: Symbol, whenOpen: (Opaque) -> Condition? = { _ in nil }, _ body: (Symbol) -> Condition)
        -> Condition
    {
        switch symbol {
        case .choice(let condition, let first, let second):
            condition.select(lift(first, whenOpen: whenOpen, body), lift(second, whenOpen: whenOpen, body))
        case .checked(let check, let value): .conjunction([check, lift(value, whenOpen: whenOpen, body)])
        case .opaque(let opaque): (opaque.goesOn ? whenOpen(opaque) : nil) ?? .opaque(opaque.refusing)
        default: body(symbol)
        }
    }

    /// True if a reading gives an object, else unknown.
    private func membersCheck(_ reading: Reading) -> Condition {
        guard !reading.isEvent else { return .constant(true) }
        guard reading.transforms.isEmpty else { return .opaque(Opaque(.unsupported, reads: [reading.field])) }
        return .quantifier(Quantifier(.every, of: reading.field, .members, .constant(true)))
    }

    /// Applies `body` to each alternative of a value.
    mutating func map(_ symbol: Symbol, _ body: (inout Interpreter, Symbol) -> Symbol) -> Symbol {
        switch symbol {
        case .choice(let condition, let first, let second):
            return choice(condition, map(first, body), map(second, body))
        case .checked(let check, let value): return .checked(check, map(value, body))
        case .opaque(let opaque): return .opaque(opaque.refusing)
        default: return body(&self, symbol)
        }
    }

    // MARK: Lists of the event

    /// Some element of a selection meets `test`, which reads it by the selection's binder.
    func some(_ selection: Selection, _ test: Condition, _ span: Span) -> Condition {
        quantify(.some, selection, .conjunction([selection.condition, test]), span)
    }

    /// A quantifier over the list of a selection.
    func quantify(_ kind: Quantifier.Kind, _ selection: Selection, _ child: Condition, _ span: Span) -> Condition {
        bounded(
            .quantifier(
                Quantifier(
                    kind,
                    of: selection.source,
                    selection.domain,
                    child.binding(selection.binder),
                    place: place(span)
                )
            ),
            span
        )
    }

    /// True if every element can be looked at, else unknown.
    func completion(_ selection: Selection, _ span: Span) -> Condition {
        let child = Condition.conjunction([
            selection.condition.definedness,
            selection.condition.select(definedness(selection.element), .constant(true)),
        ])
        return quantify(.every, selection, child, span)
    }

    /// The fields that a symbol is made of.
    func reads(_ symbol: Symbol, _ state: PathState) -> [FieldReference] {
        var result: [FieldReference] = []
        var seenObjects: Set<ObjectID> = []
        var budget = 2_000
        func add(_ fields: [FieldReference]) {
            for field in fields where !field.steps.isEmpty && !result.contains(field) { result.append(field) }
        }
        func visit(_ symbol: Symbol) {
            budget -= 1
            guard budget > 0 else { return }
            switch symbol {
            case .reading(let reading), .split(let reading, _), .address(let reading): add([reading.field])
            case .truth(let condition), .match(let condition), .found(let condition), .amount(let condition):
                add(condition.fieldsRead)
            case .choice(let condition, let first, let second):
                add(condition.fieldsRead)
                visit(first)
                visit(second)
            case .checked(_, let value), .view(let value, _), .method(let value, _), .pattern(let value): visit(value)
            case .object(let id):
                guard seenObjects.insert(id).inserted else { return }
                let object = content(id, state)
                if let poison = object.poison { add(poison.reads) }
                for element in object.elements {
                    if let key = element.key { visit(key) }
                    visit(element.value)
                }
            case .text(let parts): for part in parts { visit(part) }
            case .kept(let kept), .keptNumber(let kept):
                add(kept.call.reads)
                if let added = kept.added { add([added]) }
            case .gathered(let gathering): add(gathering.isAny.fieldsRead)
            case .selection(let selection), .count(let selection):
                add([selection.source])
                add(
                    Condition.quantifier(
                        Quantifier(
                            .some,
                            of: selection.source,
                            selection.domain,
                            selection.condition.binding(selection.binder)
                        )
                    ).fieldsRead
                )
            case .opaque(let opaque), .data(let opaque): add(opaque.reads)
            case .constant, .function, .native, .module, .network: break
            }
        }
        visit(symbol)
        return result
    }
}
