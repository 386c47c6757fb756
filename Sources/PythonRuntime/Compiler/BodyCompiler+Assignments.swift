import Diagnostics
import PythonSyntax

extension BodyCompiler {
    func assign(_ targets: [Expression], _ value: Expression) {
        if targets.count == 1, let target = targets.first {
            if case .name(let name) = target.kind, case .register(let register) = place(of: scope.mangled(name)) {
                self.value(value, into: register)
                state[register] = true
                return
            }
            if assignElements(of: target, value) { return }
        }
        // `a = b = (a := 1)`: the value is in a register of its own or a variable that the targets do not change.
        let register = targets.count == 1 ? operand(value) : copy(value)
        for target in targets { temporarily { store(target, register) } }
    }

    private func copy(_ expression: Expression) -> Register {
        let register = allocate()
        value(expression, into: register)
        return register
    }

    /// `a, b = b, a` without a tuple between.
    private func assignElements(of target: Expression, _ value: Expression) -> Bool {
        guard let targets = target.elements, let values = value.elements, targets.count == values.count,
            fits(values.count), !(targets + values).contains(where: \.isStarred)
        else { return false }
        let registers = values.map { copy($0) }
        for (target, register) in zip(targets, registers) { temporarily { store(target, register) } }
        return true
    }

    /// Assigns the value in `register` to `target`.
    func store(_ target: Expression, _ register: Register) {
        let offset = target.span.start
        switch target.kind {
        case .name(let name): store(name, register, at: offset)
        case .attribute(let value, let name):
            emit(.storeAttribute, operand(value), register, immediate: attribute(name), at: blamed(target, name))
        case .subscripted(let value, let index):
            let container = operand(value, before: [index])
            emit(.storeItem, container, operand(index), register, at: offset)
        case .tuple(let elements), .list(let elements): unpack(elements, register, at: offset)
        default: break
        }
    }

    private func unpack(_ elements: [Expression], _ register: Register, at offset: Int) {
        let star = elements.firstIndex(where: \.isStarred)
        if star == nil, let registers = neighbours(elements), let first = registers.first {
            emit(.unpack, first, register, UInt8(clamping: elements.count), at: offset)
            for register in registers { state[register] = true }
            return
        }
        let first = UInt8(clamping: top)
        let registers = elements.map { _ in allocate() }
        if let star {
            let after = Int32(clamping: elements.count - star - 1)
            emit(.unpackStar, first, register, UInt8(clamping: star), immediate: after, at: offset)
        } else {
            emit(.unpack, first, register, UInt8(clamping: elements.count), at: offset)
        }
        for (element, register) in zip(elements, registers) {
            guard !isOverflowing else { return }
            temporarily {
                if case .starred(let value) = element.kind { store(value, register) } else { store(element, register) }
            }
        }
    }

    /// The registers of `elements` if these are variables in neighbouring ones, so that they can be unpacked in place.
    private func neighbours(_ elements: [Expression]) -> [Register]? {
        var registers: [Register] = []
        for element in elements {
            guard case .name(let name) = element.kind, case .register(let register) = place(of: scope.mangled(name)),
                registers.last.map({ Int($0) + 1 == Int(register) }) ?? true
            else { return nil }
            registers.append(register)
        }
        return registers
    }

    /// `target op= value`, each part of the target evaluated once.
    func augment(_ target: Expression, _ opcode: Opcode, _ value: Expression, at offset: Int) {
        switch target.kind {
        case .name(let name):
            let left = operand(target, before: [value])
            let right = operand(value)
            if case .register(let register) = place(of: scope.mangled(name)) {
                emit(opcode, register, left, right, immediate: 1, at: offset)
                state[register] = true
            } else {
                emit(opcode, left, left, right, immediate: 1, at: offset)
                store(name, left, at: offset)
            }
        case .attribute(let object, let name):
            let object = operand(object, before: [value])
            let left = allocate()
            emit(.loadAttribute, left, object, immediate: attribute(name), at: blamed(target, name))
            emit(opcode, left, left, operand(value), immediate: 1, at: offset)
            emit(.storeAttribute, object, left, immediate: attribute(name), at: blamed(target, name))
        case .subscripted(let container, let index):
            let container = operand(container, before: [index, value])
            let key = operand(index, before: [value])
            let left = allocate()
            emit(.loadItem, left, container, key, at: target.span.start)
            emit(opcode, left, left, operand(value), immediate: 1, at: offset)
            emit(.storeItem, container, key, left, at: target.span.start)
        default: break
        }
    }

    func annotated(_ target: Expression, _ annotation: Expression, _ value: Expression?, isSimple: Bool) {
        if let value {
            temporarily { assign([target], value) }
        } else {
            switch target.kind {
            case .attribute(let object, _): discard(object)
            case .subscripted(let container, let index):
                discard(container)
                discard(index)
            default: break
            }
        }
        // Annotations in functions are not evaluated.
        guard body.kind == .module || body.kind == .classBody else { return }
        guard isSimple, case .name(let name) = target.kind, let dict = annotations else {
            if !compilation.postponesAnnotations { discard(annotation) }
            return
        }
        let offset = annotation.span.start
        let key = allocate()
        let register = allocate()
        if compilation.postponesAnnotations {
            emit(.loadConstant, register, immediate: constant(compilation.source.text(of: annotation.span)), at: offset)
        } else {
            self.value(annotation, into: register)
        }
        emit(.loadConstant, key, immediate: constant(scope.mangled(name)), at: offset)
        emit(.dictSet, dict, key, register, at: offset)
    }

    func delete(_ target: Expression) {
        let offset = target.span.start
        switch target.kind {
        case .name(let name): delete(name, at: offset)
        case .attribute(let value, let name):
            temporarily {
                emit(.deleteAttribute, operand(value), immediate: attribute(name), at: blamed(target, name))
            }
        case .subscripted(let value, let index):
            temporarily {
                let container = operand(value, before: [index])
                emit(.deleteItem, container, operand(index), at: offset)
            }
        case .tuple(let elements), .list(let elements): elements.forEach(delete)
        default: break
        }
    }
}

extension Expression {
    /// The elements of a tuple or list display.
    var elements: [Expression]? {
        switch kind {
        case .tuple(let elements), .list(let elements): elements
        default: nil
        }
    }
}
