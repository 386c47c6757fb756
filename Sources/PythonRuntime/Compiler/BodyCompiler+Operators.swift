import Diagnostics
import PythonSyntax

extension BodyCompiler {
    /// `a + b + c …`: walked from the left without recursion, as such chains are long.
    func binary(_ expression: Expression, into destination: Register) {
        var links: [(op: BinaryOperator, right: Expression, offset: Int)] = []
        var base = expression
        while case .binOp(let left, let op, let right) = base.kind {
            links.append((op, right, base.span.start))
            base = left
        }
        var folded = ConstantFolder.value(of: base)
        while let value = folded, let link = links.last, let right = ConstantFolder.value(of: link.right),
            let result = ConstantFolder.result(value, link.op, right)
        {
            folded = result
            links.removeLast()
        }
        guard let first = links.last else {
            if let folded { load(folded, into: destination, at: base.span.start) }
            return
        }
        temporarily {
            // A variable in place is not to be overwritten by what is between.
            let between = allocate()
            var left = between
            if let folded {
                load(folded, into: between, at: base.span.start)
            } else if let register = inPlace(base, before: [first.right]) {
                left = register
            } else {
                value(base, into: between)
            }
            for (index, link) in links.enumerated().reversed() {
                temporarily {
                    let right = operand(link.right)
                    let result = index == 0 ? destination : between
                    emit(Opcode(link.op), result, left, right, at: link.offset)
                    left = result
                }
            }
        }
    }

    func unary(_ op: UnaryOperator, _ value: Expression, into destination: Register, at offset: Int) {
        temporarily {
            let register = operand(value)
            let opcode: Opcode =
                switch op {
                case .invert: .invert
                case .not: .not
                case .uAdd: .positive
                case .uSub: .negative
                }
            emit(opcode, destination, register, at: offset)
        }
    }

    func boolean(_ op: BooleanOperator, _ values: [Expression], into destination: Register, at offset: Int) {
        staged(destination, at: offset) { destination in
            let end = Label()
            for (index, operand) in values.enumerated() {
                value(operand, into: destination)
                guard index < values.count - 1 else { break }
                emitJump(op == .and ? .jumpIfFalse : .jumpIfTrue, destination, to: end, at: operand.span.start)
            }
            place(end)
        }
    }

    func compare(_ left: Expression, _ parts: [Expression.ComparisonPart], into destination: Register, at offset: Int) {
        guard parts.count > 1 else {
            guard let part = parts.first else { return }
            return temporarily {
                compare(operand(left, before: [part.right]), part.op, part.right, into: destination, at: offset)
            }
        }
        staged(destination, at: offset) { destination in
            let end = Label()
            chained(left, parts, into: destination, at: offset) { isLast in
                if !isLast { emitJump(.jumpIfFalse, destination, to: end, at: offset) }
            }
            place(end)
        }
    }

    /// Evaluates the comparisons one after the other, each operand once; `use` looks at each `result`, told whether it
    /// is the last, and leaves if it is false.
    private func chained(
        _ left: Expression,
        _ parts: [Expression.ComparisonPart],
        into result: Register,
        at offset: Int,
        use: (Bool) -> Void
    ) {
        temporarily {
            var leftRegister = operand(left, before: parts.first.map { [$0.right] } ?? [])
            for (index, part) in parts.enumerated() {
                guard index < parts.count - 1 else {
                    temporarily { compare(leftRegister, part.op, part.right, into: result, at: offset) }
                    use(true)
                    break
                }
                let right = operand(part.right, before: [parts[index + 1].right])
                emit(Opcode(part.op), result, leftRegister, right, at: offset)
                use(false)
                leftRegister = right
            }
        }
    }

    /// One comparison, with the short forms for constants on the right.
    func compare(
        _ left: Register,
        _ op: ComparisonOperator,
        _ right: Expression,
        into destination: Register,
        at offset: Int
    ) {
        switch op {
        case .in, .notIn:
            if let haystack = ConstantFolder.haystack(right) {
                let opcode: Opcode = op == .in ? .inConstant : .notInConstant
                return emit(opcode, destination, left, immediate: constant(haystack), at: offset)
            }
        case .eq, .notEq:
            if let value = ConstantFolder.value(of: right) {
                let opcode: Opcode = op == .eq ? .equalConstant : .notEqualConstant
                return emit(opcode, destination, left, immediate: constant(value), at: offset)
            }
        default: break
        }
        temporarily { emit(Opcode(op), destination, left, operand(right), at: offset) }
    }

    // MARK: Conditions

    /// Jumps to `label` if the truth of `test` is `wanted`, else goes on.
    func branch(_ test: Expression, to label: Label, when wanted: Bool) {
        let offset = test.span.start
        if let constant = ConstantFolder.value(of: test) {
            if ConstantFolder.truth(of: constant) == wanted { emitJump(.jump, to: label, at: offset) }
            return
        }
        switch test.kind {
        case .unaryOp(.not, let operand): branch(operand, to: label, when: !wanted)
        case .boolOp(let op, let values): branch(op, values, to: label, when: wanted)
        case .compare(let left, let parts) where parts.count == 1:
            branch(left, parts[0], to: label, when: wanted, at: offset)
        case .compare(let left, let parts):
            let otherwise = Label()
            temporarily {
                let result = allocate()
                chained(left, parts, into: result, at: offset) { isLast in
                    if isLast || !wanted {
                        emitJump(wanted ? .jumpIfTrue : .jumpIfFalse, result, to: label, at: offset)
                    } else {
                        emitJump(.jumpIfFalse, result, to: otherwise, at: offset)
                    }
                }
            }
            place(otherwise)
        default:
            temporarily {
                emitJump(wanted ? .jumpIfTrue : .jumpIfFalse, operand(test), to: label, at: offset)
            }
        }
    }

    private func branch(_ op: BooleanOperator, _ values: [Expression], to label: Label, when wanted: Bool) {
        // `and` is decided by the first false value, `or` by the first true one.
        let deciding = op == .or
        let otherwise = Label()
        for (index, value) in values.enumerated() {
            if index == values.count - 1 {
                branch(value, to: label, when: wanted)
            } else {
                branch(value, to: wanted == deciding ? label : otherwise, when: deciding)
            }
        }
        place(otherwise)
    }

    private func branch(
        _ left: Expression,
        _ part: Expression.ComparisonPart,
        to label: Label,
        when wanted: Bool,
        at offset: Int
    ) {
        temporarily {
            let register = operand(left, before: [part.right])
            if part.op == .is || part.op == .isNot, case .constant(.none) = part.right.kind {
                let isNone = (part.op == .is) == wanted
                return emitJump(isNone ? .jumpIfNone : .jumpIfNotNone, register, to: label, at: offset)
            }
            let result = allocate()
            compare(register, part.op, part.right, into: result, at: offset)
            emitJump(wanted ? .jumpIfTrue : .jumpIfFalse, result, to: label, at: offset)
        }
    }
}

extension Opcode {
    init(_ op: BinaryOperator) {
        self =
            switch op {
            case .add: .add
            case .sub: .subtract
            case .mult: .multiply
            case .matMult: .matrixMultiply
            case .div: .divide
            case .mod: .modulo
            case .pow: .power
            case .lShift: .leftShift
            case .rShift: .rightShift
            case .bitOr: .bitOr
            case .bitXor: .bitXor
            case .bitAnd: .bitAnd
            case .floorDiv: .floorDivide
            }
    }

    init(_ op: ComparisonOperator) {
        self =
            switch op {
            case .eq: .equal
            case .notEq: .notEqual
            case .lt: .less
            case .ltE: .lessEqual
            case .gt: .greater
            case .gtE: .greaterEqual
            case .is: .identical
            case .isNot: .notIdentical
            case .in: .contains
            case .notIn: .notContains
            }
    }
}
