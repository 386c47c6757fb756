import Conditions
import Diagnostics
import PythonSyntax

/// Expressions.
extension Interpreter {
    /// The value of an expression. What its evaluation does beside, in order, is added to `flow`.
    mutating func evaluate(_ expression: Expression, _ state: inout PathState, _ flow: inout [Decision]) -> Symbol {
        let span = expression.span
        guard step(), nesting < limits.nesting else {
            noteUnseen([expression], state)
            return .opaque(opaque(.limit, span))
        }
        nesting += 1
        defer { nesting -= 1 }
        switch expression.kind {
        case .constant(let constant): return self.constant(constant, span)
        case .name(let name): return lookUp(name, state, span)
        case .boolOp(let op, let values): return boolean(op, values[...], &state, &flow)
        case .unaryOp(let op, let operand): return unary(op, operand, &state, &flow, span)
        case .ifExp(let test, let then, let otherwise):
            let condition = truth(evaluate(test, &state, &flow), state, test.span)
            return alternative(condition, &state, &flow, span) { interpreter, state, flow in
                interpreter.evaluate(then, &state, &flow)
            } _: { interpreter, state, flow in
                interpreter.evaluate(otherwise, &state, &flow)
            }
        case .namedExpr(let target, let value):
            let value = force(evaluate(value, &state, &flow), span, &flow)
            assign(target, value, &state, &flow)
            return value
        case .compare(let left, let parts): return comparison(left, parts, &state, &flow, span)
        case .list(let parts): return display(.list, parts, &state, &flow)
        case .tuple(let parts): return display(.tuple, parts, &state, &flow)
        case .set(let parts): return display(.set, parts, &state, &flow)
        case .dict(let items): return dictionary(items, &state, &flow, span)
        case .attribute(let value, let name):
            let value = evaluate(value, &state, &flow)
            return map(value) { interpreter, value in interpreter.attributeAsValue(value, name.text, state, span) }
        case .subscripted(let value, let index): return subscripted(value, index, &state, &flow, span)
        case .call(let function, let arguments, let keywords):
            return call(function, arguments, keywords, &state, &flow, span)
        case .joinedStr(let parts): return formatted(parts, &state, &flow, span)
        case .binOp(let left, let op, let right):
            let first = evaluate(left, &state, &flow)
            let second = evaluate(right, &state, &flow)
            return binary(first, op, second, &state, &flow, span)
        case .lambda(let arguments, let body):
            return makeLambda(arguments, body, &state, &flow, span)
        case .listComp(let element, let clauses):
            return watched(expression, &state) { $0.comprehension(.list, element, clauses, &$1, &flow, span) }
        case .setComp(let element, let clauses):
            return watched(expression, &state) { $0.comprehension(.set, element, clauses, &$1, &flow, span) }
        case .generatorExp(let element, let clauses):
            return watched(expression, &state) { $0.comprehension(.generator, element, clauses, &$1, &flow, span) }
        case .dictComp(let key, let value, let clauses):
            return watched(expression, &state) { $0.dictionaryComprehension(key, value, clauses, &$1, &flow, span) }
        case .starred, .slice, .formattedValue, .await, .yield, .yieldFrom:
            noteUnseen([expression], state)
            return .opaque(opaque(.unsupported, span))
        }
    }

    /// Evaluates an expression whose parts may not all be looked at where something in it cannot be said.
    mutating func watched<Value>(
        _ expression: Expression,
        _ state: inout PathState,
        _ body: (inout Interpreter, inout PathState) -> Value
    ) -> Value {
        let before = unseen.opaqueCount
        let value = body(&self, &state)
        if unseen.opaqueCount != before { noteUnseen([expression], state) }
        return value
    }

    private func constant(_ constant: Constant, _ span: Span) -> Symbol {
        switch constant {
        case .none: .none
        case .bool(let value): .constant(.bool(value))
        case .int(let value): .constant(.int(value))
        case .float(let value): .constant(.double(value))
        case .string(let text) where !text.hasSurrogates: .string(text.text)
        case .string, .bytes, .ellipsis, .imaginary, .bigInt:
            .opaque(opaque(.unsupported, span).open)
        }
    }

    // MARK: Names

    /// What a name means here. What cannot be said of it has a place, if only this one.
    mutating func lookUp(_ name: String, _ state: PathState, _ span: Span) -> Symbol {
        meaning(of: name, state, span).placing(place(span))
    }

    private mutating func meaning(of name: String, _ state: PathState, _ span: Span) -> Symbol {
        if let scope, scope.locals.contains(name) {
            return state.locals[name] ?? .opaque(failure(span))
        }
        if let captured = state.locals[name], scope?.globals.contains(name) != true { return captured }
        let global = GlobalName(module: module, name: name)
        if let written = state.globals[global] { return written }
        if module == library.mainModule, let mock = mocks[name] { return mock }
        if unstable.names.contains(global) {
            staleReads.insert(global)
            return .opaque(opaque(.stateChange, span))
        }
        if let value = modules[module]?.globals[name] {
            return value
        }
        if NativeFunctions.builtins.contains(name) { return .native(name) }
        if name == "__name__" { return .opaque(opaque(.computedValue, span).open) }
        return .opaque(opaque(.unknownName, span))
    }

    // MARK: Short circuit

    private mutating func boolean(
        _ op: BooleanOperator,
        _ values: ArraySlice<Expression>,
        _ state: inout PathState,
        _ flow: inout [Decision]
    ) -> Symbol {
        guard let firstExpression = values.first else { return .none }
        let span = firstExpression.span
        // Each is asked within those before it.
        guard nesting < limits.nesting else {
            noteUnseen(Array(values), state)
            return .opaque(opaque(.limit, span))
        }
        nesting += 1
        defer { nesting -= 1 }
        let first = evaluate(firstExpression, &state, &flow)
        let rest = values.dropFirst()
        guard !rest.isEmpty else { return first }
        let condition = truth(first, state, span)
        // What is false (for `and`) stands for itself; of a condition that is the constant.
        let kept = asCondition(first) == nil ? settledByTruth(first) : .constant(.bool(op == .or))
        let deciding = op == .and ? condition : condition.negated
        return alternative(deciding, &state, &flow, span) { interpreter, state, flow in
            interpreter.boolean(op, rest, &state, &flow)
        } _: { _, _, _ in
            kept
        }
    }

    /// A value whose truth has just been asked: what could raise has.
    private func settledByTruth(_ symbol: Symbol) -> Symbol { settled(symbol) }

    /// One of two evaluations, of which only one happens.
    mutating func alternative(
        _ condition: Condition,
        _ state: inout PathState,
        _ flow: inout [Decision],
        _ span: Span,
        _ then: (inout Interpreter, inout PathState, inout [Decision]) -> Symbol,
        _ otherwise: (inout Interpreter, inout PathState, inout [Decision]) -> Symbol
    ) -> Symbol {
        if case .constant(let value) = condition {
            return value ? then(&self, &state, &flow) : otherwise(&self, &state, &flow)
        }
        var thenState = state
        var thenFlow: [Decision] = []
        let first = then(&self, &thenState, &thenFlow)
        var otherwiseState = state
        var otherwiseFlow: [Decision] = []
        let second = otherwise(&self, &otherwiseState, &otherwiseFlow)
        if !thenFlow.isEmpty || !otherwiseFlow.isEmpty {
            flow.append(.branch(condition, then: thenFlow, otherwise: otherwiseFlow))
        }
        state = merge(condition, thenState, otherwiseState)
        let result = choice(condition, first, second)
        if let truth = asCondition(result) { return .of(charged(truth, span)) }
        return result
    }

    private mutating func unary(
        _ op: UnaryOperator,
        _ operand: Expression,
        _ state: inout PathState,
        _ flow: inout [Decision],
        _ span: Span
    ) -> Symbol {
        let value = evaluate(operand, &state, &flow)
        switch op {
        case .not: return .of(truth(value, state, span).negated)
        case .uSub:
            switch value {
            case .constant(.int(let number)) where number != .min: return .constant(.int(-number))
            case .constant(.double(let number)): return .constant(.double(-number))
            default: break
            }
        case .uAdd, .invert: break
        }
        return .opaque(opaque(.computedValue, span, reads: reads(value, state)))
    }

    // MARK: Displays

    private mutating func display(
        _ kind: HeapObject.Kind,
        _ parts: [Expression],
        _ state: inout PathState,
        _ flow: inout [Decision]
    ) -> Symbol {
        let result = make(HeapObject(kind: kind), &state)
        guard case .object(let id) = result else { return result }
        for part in parts {
            if case .starred(let inner) = part.kind {
                let value = force(evaluate(inner, &state, &flow), part.span, &flow)
                guard case .object(let other) = value, content(other, state).poison == nil,
                    content(other, state).isEnumerable
                else {
                    let reason = opaque(.computedValue, part.span, reads: reads(value, state))
                    change(id, part.span, &state, &flow) { $0.poison = reason }
                    continue
                }
                for element in content(other, state).elements {
                    let element = HeapObject.Element(value: element.key ?? element.value, presence: element.presence)
                    add(element, to: id, kind, part.span, &state, &flow)
                }
                continue
            }
            let value = lasting(force(evaluate(part, &state, &flow), part.span, &flow), state, part.span)
            add(.init(value: value), to: id, kind, part.span, &state, &flow)
        }
        return result
    }

    private mutating func add(
        _ element: HeapObject.Element,
        to id: ObjectID,
        _ kind: HeapObject.Kind,
        _ span: Span,
        _ state: inout PathState,
        _ flow: inout [Decision]
    ) {
        if kind == .set {
            addToSet(id, element, span, &state, &flow)
        } else {
            change(id, span, &state, &flow) { $0.elements.append(element) }
        }
    }

    /// True if the value can be hashed, else unknown.
    func hashability(_ symbol: Symbol, _ span: Span) -> Condition {
        switch symbol {
        case .reading(let reading):
            if reading.kinds != nil { return .constant(true) }
            return .disjunction([test(reading, .isType([.array, .object]), [], span).negated, .opaque(failure(span))])
        case .choice(let condition, let first, let second):
            return condition.select(hashability(first, span), hashability(second, span))
        case .object, .selection, .split, .view, .found, .kept: return .opaque(opaque(.unsupported, span))
        case .checked(let check, let value): return .conjunction([check, hashability(value, span)])
        // It may be a list of the event.
        case .data(let data): return .opaque(opaque(data.reason, span, reads: data.reads))
        case .opaque(let opaque): return .opaque(opaque.refusing)
        default: return .constant(true)
        }
    }

    private mutating func dictionary(
        _ items: [Expression.DictItem],
        _ state: inout PathState,
        _ flow: inout [Decision],
        _ span: Span
    ) -> Symbol {
        let result = make(HeapObject(kind: .dict), &state)
        guard case .object(let id) = result else { return result }
        for item in items {
            if let keyExpression = item.key {
                let key = force(evaluate(keyExpression, &state, &flow), keyExpression.span, &flow)
                let value = force(evaluate(item.value, &state, &flow), item.value.span, &flow)
                setItem(id, key, value, item.value.span, &state, &flow)
            } else {
                let value = force(evaluate(item.value, &state, &flow), item.value.span, &flow)
                update(id, with: value, item.value.span, &state, &flow)
            }
        }
        return result
    }

    // MARK: Texts

    private mutating func formatted(
        _ parts: [Expression],
        _ state: inout PathState,
        _ flow: inout [Decision],
        _ span: Span
    ) -> Symbol {
        var texts: [Symbol] = []
        for part in parts {
            switch part.kind {
            case .formattedValue(let value, let conversion, let specification):
                let symbol = force(evaluate(value, &state, &flow), value.span, &flow)
                if specification != nil || conversion != nil {
                    texts.append(.opaque(opaque(.computedValue, value.span, reads: reads(symbol, state))))
                } else {
                    texts.append(asText(symbol, state, span))
                }
            default: texts.append(evaluate(part, &state, &flow))
            }
        }
        return joinTexts(texts)
    }

    /// `str(value)` as part of a text.
    func asText(_ symbol: Symbol, _ state: PathState, _ span: Span) -> Symbol {
        switch symbol {
        case .constant(let value):
            if let text = PythonTexts.string(of: value) { return .string(text) }
            return .opaque(opaque(.computedValue, span).open)
        case .reading(let reading): return .reading(reading.kinds == [.string] ? reading : reading.transformed(.string))
        case .text, .gathered: return symbol
        case .choice(let condition, let first, let second):
            return choice(condition, asText(first, state, span), asText(second, state, span))
        case .checked(let check, let value): return .checked(check, asText(value, state, span))
        case .opaque: return symbol
        default: return .opaque(opaque(.computedValue, span, reads: reads(symbol, state)).open)
        }
    }

    /// A text of parts that are texts.
    func joinTexts(_ parts: [Symbol]) -> Symbol {
        var flat: [Symbol] = []
        for part in parts {
            switch part {
            case .text(let inner): flat += inner
            case .constant(.string("")): continue
            default: flat.append(part)
            }
        }
        var merged: [Symbol] = []
        for part in flat {
            if case .constant(.string(let text)) = part, case .constant(.string(let before)) = merged.last {
                merged[merged.count - 1] = .string(before + text)
            } else {
                merged.append(part)
            }
        }
        let bytes = merged.reduce(0) { sum, part in
            if case .constant(.string(let text)) = part { sum + text.utf8.count } else { sum + 1 }
        }
        guard bytes <= limits.textBytes else { return .opaque(Opaque(.limit)) }
        if merged.isEmpty { return .string("") }
        if merged.count == 1 { return merged[0] }
        return .text(merged)
    }
}
