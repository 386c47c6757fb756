import Diagnostics
import PythonSyntax

extension BodyCompiler {
    /// The register that holds the value: that of the variable itself where `later`, which is evaluated before the
    /// value is used, cannot change it; else a new temporary.
    func operand(_ expression: Expression, before later: [Expression] = []) -> Register {
        if let register = inPlace(expression, before: later) { return register }
        let register = allocate()
        value(expression, into: register)
        return register
    }

    /// The register of a variable that can be read where it is.
    func inPlace(_ expression: Expression, before later: [Expression]) -> Register? {
        guard case .name(let text) = expression.kind else { return nil }
        let name = scope.mangled(text)
        guard case .register(let register) = place(of: name) else { return nil }
        if scope.owner(of: name)?.symbols[name]?.isWalrusTarget == true, later.contains(where: { $0.assigns(text) }) {
            return nil
        }
        check(register, name, at: expression.span.start)
        return register
    }

    /// Evaluates into `destination`, which changes only when the value is complete.
    func value(_ expression: Expression, into destination: Register) {
        guard !isOverflowing else { return }
        let offset = expression.span.start
        if let constant = ConstantFolder.value(of: expression) { return load(constant, into: destination, at: offset) }
        switch expression.kind {
        case .constant: break
        case .name(let name): loadName(name, into: destination, at: offset)
        case .attribute, .subscripted, .call: chain(expression, into: destination)
        case .binOp: binary(expression, into: destination)
        case .unaryOp(let op, let operand): unary(op, operand, into: destination, at: offset)
        case .boolOp(let op, let values): boolean(op, values, into: destination, at: offset)
        case .compare(let left, let parts): compare(left, parts, into: destination, at: offset)
        case .ifExp(let test, let body, let orelse): conditional(test, body, orelse, into: destination, at: offset)
        case .namedExpr(let target, let value): walrus(target, value, into: destination, at: offset)
        case .lambda(let arguments, let result): lambda(expression, arguments, result, into: destination)
        case .tuple(let elements): tuple(elements, into: destination, at: offset)
        case .list(let elements): list(elements, into: destination, at: offset)
        case .set(let elements): set(elements, into: destination, at: offset)
        case .dict(let items): dict(items, into: destination, at: offset)
        case .listComp(let element, let clauses):
            comprehension(expression, .buildList, clauses, into: destination) { list in
                emit(.listAppend, list, operand(element), at: element.span.start)
            }
        case .setComp(let element, let clauses):
            comprehension(expression, .buildSet, clauses, into: destination) { set in
                emit(.setAdd, set, operand(element), at: element.span.start)
            }
        case .dictComp(let key, let value, let clauses):
            comprehension(expression, .buildDict, clauses, into: destination) { dict in
                let keyRegister = operand(key, before: [value])
                emit(.dictSet, dict, keyRegister, operand(value), at: key.span.start)
            }
        case .generatorExp(let element, let clauses): generator(expression, element, clauses, into: destination)
        case .joinedStr(let parts): joined(parts, into: destination, at: offset)
        case .formattedValue: formatted(expression, into: destination)
        case .slice(let lower, let upper, let step): slice(lower, upper, step, into: destination, at: offset)
        case .starred(let value): self.value(value, into: destination)
        case .yield(let element): yield(element, into: destination, at: offset)
        case .yieldFrom(let iterable): yield(from: iterable, into: destination, at: offset)
        case .await: break  // Refused by `ScopeBuilder`.
        }
    }

    /// Evaluates for the effect.
    func discard(_ expression: Expression) {
        guard ConstantFolder.value(of: expression) == nil else { return }
        temporarily { _ = operand(expression) }
    }

    func load(_ constant: Constant, into destination: Register, at offset: Int) {
        switch constant {
        case .none: emit(.loadNone, destination, at: offset)
        case .bool(let value): emit(.loadBool, destination, value ? 1 : 0, at: offset)
        case .int(let value):
            guard let small = Int32(exactly: value) else { fallthrough }
            emit(.loadInt, destination, immediate: small, at: offset)
        default: emit(.loadConstant, destination, immediate: self.constant(constant), at: offset)
        }
    }

    private func conditional(
        _ test: Expression,
        _ body: Expression,
        _ orelse: Expression,
        into destination: Register,
        at offset: Int
    ) {
        staged(destination, at: offset) { destination in
            let otherwise = Label()
            let end = Label()
            branch(test, to: otherwise, when: false)
            value(body, into: destination)
            emitJump(.jump, to: end, at: offset)
            place(otherwise)
            value(orelse, into: destination)
            place(end)
        }
    }

    private func walrus(_ target: Expression, _ value: Expression, into destination: Register, at offset: Int) {
        guard case .name(let name) = target.kind else { return }
        staged(destination, at: offset) { destination in
            self.value(value, into: destination)
            store(name, destination, at: offset)
        }
    }

    private func slice(
        _ lower: Expression?,
        _ upper: Expression?,
        _ step: Expression?,
        into destination: Register,
        at offset: Int
    ) {
        temporarily {
            let parts = [lower, upper, step]
            let registers = parts.map { part in
                let register = allocate()
                if let part { value(part, into: register) } else { emit(.loadNone, register, at: offset) }
                return register
            }
            emit(.buildSlice, destination, registers[0], at: offset)
        }
    }
}

extension Expression {
    /// Whether evaluating it assigns `name` by `:=` in the body around. O(tree).
    func assigns(_ name: String) -> Bool {
        var pending = [self]
        while let next = pending.popLast() {
            if case .namedExpr(let target, _) = next.kind, case .name(name) = target.kind { return true }
            next.kind.forEachChild { pending.append($0) }
        }
        return false
    }
}
