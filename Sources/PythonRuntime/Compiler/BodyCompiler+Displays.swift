import Diagnostics
import PythonSyntax

extension BodyCompiler {
    func tuple(_ elements: [Expression], into destination: Register, at offset: Int) {
        if let constants = ConstantFolder.tuple(elements) {
            return emit(.loadConstant, destination, immediate: constant(.tuple(constants)), at: offset)
        }
        if isShort(elements) { return build(.buildTuple, elements, into: destination, at: offset) }
        staged(destination, at: offset) { destination in
            list(elements, into: destination, at: offset)
            emit(.listToTuple, destination, destination, at: offset)
        }
    }

    func list(_ elements: [Expression], into destination: Register, at offset: Int) {
        if elements.count > 2, let constants = ConstantFolder.tuple(elements) {
            return staged(destination, at: offset) { destination in
                emit(.buildList, destination, at: offset)
                extend(.listExtend, destination, with: constants, at: offset)
            }
        }
        if isShort(elements) { return build(.buildList, elements, into: destination, at: offset) }
        staged(destination, at: offset) { destination in
            emit(.buildList, destination, at: offset)
            append(elements, to: destination, .listAppend, .listExtend)
        }
    }

    func set(_ elements: [Expression], into destination: Register, at offset: Int) {
        if elements.count > 2, let constants = ConstantFolder.tuple(elements) {
            return staged(destination, at: offset) { destination in
                emit(.buildSet, destination, at: offset)
                extend(.setUpdate, destination, with: constants, at: offset)
            }
        }
        if isShort(elements) { return build(.buildSet, elements, into: destination, at: offset) }
        staged(destination, at: offset) { destination in
            emit(.buildSet, destination, at: offset)
            append(elements, to: destination, .setAdd, .setUpdate)
        }
    }

    func dict(_ items: [Expression.DictItem], into destination: Register, at offset: Int) {
        staged(destination, at: offset) { destination in
            emit(.buildDict, destination, at: offset)
            for item in items {
                temporarily {
                    guard let key = item.key else {
                        return emit(.dictUpdate, destination, operand(item.value), at: item.value.span.start)
                    }
                    let keyRegister = operand(key, before: [item.value])
                    emit(.dictSet, destination, keyRegister, operand(item.value), at: offset)
                }
            }
        }
    }

    private func isShort(_ elements: [Expression]) -> Bool {
        fits(elements.count) && !elements.contains(where: \.isStarred)
    }

    private func build(_ opcode: Opcode, _ elements: [Expression], into destination: Register, at offset: Int) {
        temporarily {
            let first = UInt8(clamping: top)
            for element in elements { value(element, into: allocate()) }
            emit(opcode, destination, elements.isEmpty ? 0 : first, UInt8(clamping: elements.count), at: offset)
        }
    }

    private func extend(_ opcode: Opcode, _ collection: Register, with constants: [Constant], at offset: Int) {
        temporarily {
            let values = allocate()
            emit(.loadConstant, values, immediate: constant(.tuple(constants)), at: offset)
            emit(opcode, collection, values, at: offset)
        }
    }

    private func append(_ elements: [Expression], to collection: Register, _ one: Opcode, _ many: Opcode) {
        for element in elements {
            temporarily {
                if case .starred(let values) = element.kind {
                    emit(many, collection, operand(values), at: element.span.start)
                } else {
                    emit(one, collection, operand(element), at: element.span.start)
                }
            }
        }
    }

    // MARK: Strings

    func joined(_ parts: [Expression], into destination: Register, at offset: Int) {
        if parts.isEmpty { return load(.string(""), into: destination, at: offset) }
        if parts.count == 1 { return value(parts[0], into: destination) }
        temporarily {
            let first = UInt8(clamping: top)
            var count = 0
            for part in parts {
                if count > 1, !fits(count) {
                    emit(.buildString, first, first, UInt8(clamping: count), at: offset)
                    top = Int(first) + 1
                    count = 1
                }
                value(part, into: allocate())
                count += 1
            }
            emit(.buildString, destination, first, UInt8(clamping: count), at: offset)
        }
    }

    func formatted(_ expression: Expression, into destination: Register) {
        guard case .formattedValue(let value, let conversion, let specification) = expression.kind else { return }
        temporarily {
            let register = operand(value, before: specification.map { [$0] } ?? [])
            let specificationRegister = specification.map { Int32(operand($0)) } ?? -1
            let code: UInt8 =
                switch conversion {
                case "s": 1
                case "r": 2
                case "a": 3
                default: 0
                }
            emit(.format, destination, register, code, immediate: specificationRegister, at: expression.span.start)
        }
    }
}
