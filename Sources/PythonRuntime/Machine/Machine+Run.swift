/// The interpreter's loop. It moves operands and jumps; what an operation means stands in the operators.
extension Machine {
    /// Runs until the frame above `floor` frames returns, and gives its result.
    mutating func run(from floor: Int) throws(Raised) -> Value {
        var code = frames[depth &- 1].code
        var pc = frames[depth &- 1].next
        var base = frames[depth &- 1].base
        var registers = stack + base
        var constants = code.pointee.constants
        while true {
            do throws(Raised) {
                while true {
                    let this = pc.pointee
                    pc += 1
                    switch this.opcode {
                    case .extend: break
                    case .move: registers[Int(this.a)] = registers[Int(this.b)]
                    case .loadConstant: registers[Int(this.a)] = constants[Int(this.immediate)]
                    case .loadNone: registers[Int(this.a)] = .none
                    case .loadBool: registers[Int(this.a)] = .bool(this.b == 1)
                    case .loadInt: registers[Int(this.a)] = .int(Int64(this.immediate))
                    case .loadGlobal:
                        let value = memory.fields(slotTable[code.pointee.module] ?? .unbound)[Int(this.immediate)]
                        registers[Int(this.a)] =
                            value.isUnbound ? try builtin(code.pointee.module, Int(this.immediate)) : value
                    case .storeGlobal: storeGlobal(code.pointee.module, Int(this.immediate), registers[Int(this.a)])
                    case .deleteGlobal: try deleteGlobal(code.pointee.module, Int(this.immediate))
                    case .checkBound:
                        if registers[Int(this.a)].isUnbound {
                            throw unboundLocal(constants[Int(this.immediate)], isFree: this.b == 1)
                        }
                    case .unbind: registers[Int(this.a)] = .unbound
                    case .makeCell: registers[Int(this.a)] = try makeCell(registers[Int(this.a)])
                    case .loadCell: registers[Int(this.a)] = field(registers[Int(this.b)], 0)
                    case .storeCell: setField(registers[Int(this.a)], 0, registers[Int(this.b)])
                    case .loadClosure:
                        registers[Int(this.a)] = field(frames[depth &- 1].closure, Int(this.immediate))
                    case .loadNamespace:
                        registers[Int(this.a)] = lookupText(constants[Int(this.immediate)], in: registers[Int(this.b)])
                    case .deleteNamespace: try deleteName(constants[Int(this.immediate)], in: registers[Int(this.b)])

                    case .add:
                        let left = registers[Int(this.b)]
                        let right = registers[Int(this.c)]
                        if left.tag == .int, right.tag == .int {
                            let (sum, overflow) = left.intValue.addingReportingOverflow(right.intValue)
                            if !overflow {
                                registers[Int(this.a)] = .int(sum)
                                continue
                            }
                        }
                        registers[Int(this.a)] = try binary(.add, left, right, inPlace: this.immediate == 1)
                    case .subtract: registers[Int(this.a)] = try binary(.subtract, registers, this)
                    case .multiply: registers[Int(this.a)] = try binary(.multiply, registers, this)
                    case .divide: registers[Int(this.a)] = try binary(.divide, registers, this)
                    case .floorDivide: registers[Int(this.a)] = try binary(.floorDivide, registers, this)
                    case .modulo: registers[Int(this.a)] = try binary(.modulo, registers, this)
                    case .power: registers[Int(this.a)] = try binary(.power, registers, this)
                    case .matrixMultiply: registers[Int(this.a)] = try binary(.matrixMultiply, registers, this)
                    case .leftShift: registers[Int(this.a)] = try binary(.leftShift, registers, this)
                    case .rightShift: registers[Int(this.a)] = try binary(.rightShift, registers, this)
                    case .bitAnd: registers[Int(this.a)] = try binary(.bitAnd, registers, this)
                    case .bitOr: registers[Int(this.a)] = try binary(.bitOr, registers, this)
                    case .bitXor: registers[Int(this.a)] = try binary(.bitXor, registers, this)
                    case .negative: registers[Int(this.a)] = try unary(.negative, registers[Int(this.b)])
                    case .positive: registers[Int(this.a)] = try unary(.positive, registers[Int(this.b)])
                    case .invert: registers[Int(this.a)] = try unary(.invert, registers[Int(this.b)])
                    case .not: registers[Int(this.a)] = .bool(!(try truth(registers[Int(this.b)])))
                    case .equal: registers[Int(this.a)] = try equal(registers[Int(this.b)], registers[Int(this.c)])
                    case .notEqual:
                        registers[Int(this.a)] = try notEqual(registers[Int(this.b)], registers[Int(this.c)])
                    case .less: registers[Int(this.a)] = try compare(.less, registers, this)
                    case .lessEqual: registers[Int(this.a)] = try compare(.lessEqual, registers, this)
                    case .greater: registers[Int(this.a)] = try compare(.greater, registers, this)
                    case .greaterEqual: registers[Int(this.a)] = try compare(.greaterEqual, registers, this)
                    case .identical:
                        registers[Int(this.a)] = .bool(registers[Int(this.b)].isIdentical(to: registers[Int(this.c)]))
                    case .notIdentical:
                        registers[Int(this.a)] = .bool(!registers[Int(this.b)].isIdentical(to: registers[Int(this.c)]))
                    case .contains:
                        registers[Int(this.a)] = .bool(try contains(registers[Int(this.c)], registers[Int(this.b)]))
                    case .notContains:
                        registers[Int(this.a)] = .bool(!(try contains(registers[Int(this.c)], registers[Int(this.b)])))
                    case .equalConstant:
                        let left = registers[Int(this.b)]
                        let right = constants[Int(this.immediate)]
                        registers[Int(this.a)] =
                            left.isString && right.isString ? .bool(sameText(left, right)) : try equal(left, right)
                    case .notEqualConstant:
                        let left = registers[Int(this.b)]
                        let right = constants[Int(this.immediate)]
                        registers[Int(this.a)] =
                            left.isString && right.isString ? .bool(!sameText(left, right)) : try notEqual(left, right)
                    case .inConstant:
                        registers[Int(this.a)] = .bool(
                            try contains(constants[Int(this.immediate)], registers[Int(this.b)])
                        )
                    case .notInConstant:
                        registers[Int(this.a)] = .bool(
                            !(try contains(constants[Int(this.immediate)], registers[Int(this.b)]))
                        )

                    case .jump: pc = code.pointee.instructions + Int(this.immediate)
                    case .jumpBack:
                        try charge(1)
                        pc = code.pointee.instructions + Int(this.immediate)
                    case .jumpIfTrue:
                        if try truth(registers[Int(this.a)]) { pc = code.pointee.instructions + Int(this.immediate) }
                    case .jumpIfFalse:
                        if !(try truth(registers[Int(this.a)])) { pc = code.pointee.instructions + Int(this.immediate) }
                    case .jumpIfNone:
                        if registers[Int(this.a)].isNone { pc = code.pointee.instructions + Int(this.immediate) }
                    case .jumpIfNotNone:
                        if !registers[Int(this.a)].isNone { pc = code.pointee.instructions + Int(this.immediate) }
                    case .jumpIfBound:
                        if !registers[Int(this.a)].isUnbound { pc = code.pointee.instructions + Int(this.immediate) }

                    case .loadAttribute:
                        registers[Int(this.a)] = try attribute(
                            registers[Int(this.b)],
                            name(constants[Int(this.immediate)])
                        )
                    case .storeAttribute:
                        try setAttribute(
                            registers[Int(this.a)],
                            name(constants[Int(this.immediate)]),
                            to: registers[Int(this.b)]
                        )
                    case .deleteAttribute:
                        try deleteAttribute(registers[Int(this.a)], name(constants[Int(this.immediate)]))
                    case .loadSpecial:
                        registers[Int(this.a)] = try contextMethod(
                            registers[Int(this.b)],
                            constants[Int(this.immediate)]
                        )
                    case .loadItem: registers[Int(this.a)] = try item(registers[Int(this.b)], registers[Int(this.c)])
                    case .loadItemConstant:
                        registers[Int(this.a)] = try item(registers[Int(this.b)], constants[Int(this.immediate)])
                    case .storeItem:
                        try setItem(registers[Int(this.a)], registers[Int(this.b)], to: registers[Int(this.c)])
                    case .deleteItem: try deleteItem(registers[Int(this.a)], registers[Int(this.b)])

                    case .buildList:
                        registers[Int(this.a)] = try makeList(copying: registers + Int(this.b), count: Int(this.c))
                    case .buildTuple:
                        registers[Int(this.a)] = try makeTuple(copying: registers + Int(this.b), count: Int(this.c))
                    case .buildSet:
                        registers[Int(this.a)] = try makeSet(copying: registers + Int(this.b), count: Int(this.c))
                    case .buildDict: registers[Int(this.a)] = try makeDictionary()
                    case .buildSlice: registers[Int(this.a)] = try makeSlice(copying: registers + Int(this.b))
                    case .buildString:
                        registers[Int(this.a)] = try joinPieces(registers + Int(this.b), count: Int(this.c))
                    case .format:
                        let specification = this.immediate < 0 ? Value.unbound : registers[Int(this.immediate)]
                        registers[Int(this.a)] = try formatField(
                            registers[Int(this.b)],
                            conversion: this.c,
                            specification
                        )
                    case .listAppend: try append(registers[Int(this.b)], to: registers[Int(this.a)])
                    case .setAdd: try add(registers[Int(this.b)], to: registers[Int(this.a)])
                    case .dictSet:
                        try set(registers[Int(this.b)], to: registers[Int(this.c)], in: registers[Int(this.a)])
                    case .listExtend: try extendDisplay(registers[Int(this.a)], with: registers[Int(this.b)])
                    case .setUpdate: try updateSet(registers[Int(this.a)], from: registers[Int(this.b)])
                    case .dictUpdate: try updateDisplay(registers[Int(this.a)], from: registers[Int(this.b)])
                    case .dictMergeKeywords:
                        try mergeKeywords(
                            registers[Int(this.a)],
                            from: registers[Int(this.b)],
                            callee: registers[Int(this.c)]
                        )
                    case .listToTuple:
                        let list = registers[Int(this.b)]
                        registers[Int(this.a)] = try makeTuple(copying: listElements(list), count: listCount(list))

                    case .getIterator: registers[Int(this.a)] = try iterator(registers[Int(this.b)])
                    case .forIterator:
                        let value = try next(registers[Int(this.b)])
                        if value.isUnbound {
                            pc = code.pointee.instructions + Int(this.immediate)
                        } else {
                            registers[Int(this.a)] = value
                        }
                    case .unpack: try unpack(registers[Int(this.b)], into: registers + Int(this.a), count: Int(this.c))
                    case .unpackStar:
                        try unpackStar(
                            registers[Int(this.b)],
                            into: registers + Int(this.a),
                            before: Int(this.c),
                            after: Int(this.immediate)
                        )

                    case .call:
                        frames[depth &- 1].next = pc
                        let place = base &+ Int(this.a)
                        top = base &+ code.pointee.registerCount
                        let before = depth
                        try charge(1)
                        try startCall(
                            registers[Int(this.a)],
                            window: place &+ 1,
                            count: Int(this.b),
                            names: this.immediate < 0 ? .unbound : constants[Int(this.immediate)],
                            result: place,
                            purpose: .call
                        )
                        if depth != before {
                            code = frames[depth &- 1].code
                            pc = code.pointee.instructions
                            base = frames[depth &- 1].base
                            registers = stack + base
                            constants = code.pointee.constants
                        }
                    case .callMethod:
                        var names = Value.unbound
                        if this.c == 1 {
                            names = constants[Int(pc.pointee.immediate)]
                            pc += 1
                        }
                        frames[depth &- 1].next = pc
                        top = base &+ code.pointee.registerCount
                        let before = depth
                        try charge(1)
                        try startMethod(
                            name(constants[Int(this.immediate)]),
                            place: base &+ Int(this.a),
                            count: Int(this.b),
                            names: names
                        )
                        if depth != before {
                            code = frames[depth &- 1].code
                            pc = code.pointee.instructions
                            base = frames[depth &- 1].base
                            registers = stack + base
                            constants = code.pointee.constants
                        }
                    case .callStar:
                        frames[depth &- 1].next = pc
                        top = base &+ code.pointee.registerCount
                        try charge(1)
                        registers[Int(this.a)] = try callSpread(
                            registers[Int(this.a)],
                            registers[Int(this.a) + 1],
                            registers[Int(this.a) + 2]
                        )
                    case .getKey:
                        top = base &+ code.pointee.registerCount
                        registers[Int(this.a)] = try getKey(
                            registers[Int(this.b)],
                            constants[Int(this.immediate)],
                            this.c == Instruction.noRegister ? .unbound : registers[Int(this.c)]
                        )
                    case .returnValue, .returnNone, .startGenerator:
                        let result =
                            this.opcode == .returnValue
                            ? registers[Int(this.a)] : try resultWithoutValue(this.opcode, next: pc)
                        // Raised, if at all, while the frame is still there to be left.
                        if frames[depth &- 1].purpose == .constructor { try checkInitializerResult(result) }
                        depth &-= 1
                        let finished = frames[depth]
                        switch finished.purpose {
                        case .call: stack[finished.result] = result
                        case .constructor: break
                        case .entry: return result
                        case .generator:
                            generatorResult = result
                            return .unbound
                        }
                        code = frames[depth &- 1].code
                        pc = frames[depth &- 1].next
                        base = frames[depth &- 1].base
                        registers = stack + base
                        constants = code.pointee.constants
                        top = base &+ code.pointee.registerCount
                    case .yieldValue:
                        // `resume` saves the registers; the frame is left where it is for it to read.
                        depth &-= 1
                        frames[depth].next = pc
                        let value = registers[Int(this.a)]
                        if this.c != 0 { registers[Int(this.b)] = .none }
                        return value
                    case .delegate:
                        let value = try delegate(to: registers[Int(this.b)], sending: registers[Int(this.a)])
                        registers[Int(this.a)] = value.isUnbound ? generatorResult : value
                        if value.isUnbound { pc = code.pointee.instructions + Int(this.immediate) }
                    case .makeFunction:
                        registers[Int(this.a)] = try makeFunction(
                            code.pointee.firstCode &+ Int(this.immediate),
                            registers + Int(this.b)
                        )
                    case .makeGenerator:
                        registers[Int(this.a)] = try makeGenerator(
                            code.pointee.firstCode &+ Int(this.immediate),
                            registers + Int(this.b)
                        )
                    case .makeClass: registers[Int(this.a)] = try buildClass(registers + Int(this.b))
                    case .loadSuper:
                        registers[Int(this.a)] = try makeSuper(registers[Int(this.b)], registers[Int(this.c)])

                    case .raise:
                        throw raiseValue(
                            registers[Int(this.a)],
                            context: this.b == Instruction.noRegister ? .unbound : registers[Int(this.b)],
                            cause: this.c == Instruction.noRegister ? .unbound : registers[Int(this.c)]
                        )
                    case .reraise: throw raise(registers[Int(this.a)])
                    case .raiseAssertion:
                        throw raise(
                            .assertionError,
                            arguments: this.a == Instruction.noRegister ? [] : [registers[Int(this.a)]]
                        )
                    case .matchException:
                        registers[Int(this.a)] = .bool(try matches(registers[Int(this.b)], registers[Int(this.c)]))
                    case .raiseNothing: throw raise(.runtimeError, "No active exception to reraise")

                    case .importModule:
                        frames[depth &- 1].next = pc
                        top = base &+ code.pointee.registerCount
                        registers[Int(this.a)] = try importModule(
                            string(constants[Int(this.immediate)]),
                            leaf: this.c == 1
                        )
                    case .importFrom:
                        top = base &+ code.pointee.registerCount
                        registers[Int(this.a)] = try importName(
                            constants[Int(this.immediate)],
                            from: registers[Int(this.b)]
                        )
                    case .importStar: try importStar(registers[Int(this.b)], into: code.pointee.module)

                    case .isSequence: registers[Int(this.a)] = .bool(try isSequencePattern(registers[Int(this.b)]))
                    case .isMapping: registers[Int(this.a)] = .bool(try isMappingPattern(registers[Int(this.b)]))
                    case .length: registers[Int(this.a)] = .int(try length(registers[Int(this.b)]))
                    case .matchKeys:
                        registers[Int(this.a)] = try matchKeys(registers[Int(this.b)], registers[Int(this.c)])
                    case .copyWithout:
                        registers[Int(this.a)] = try copyWithout(registers[Int(this.b)], registers[Int(this.c)])
                    case .matchClass:
                        registers[Int(this.a)] = try matchClass(
                            registers[Int(this.b)],
                            registers[Int(this.c)],
                            constants[Int(this.immediate)]
                        )
                    }
                }
            } catch {
                // The instruction that raised is the one before `pc`; leave frames until one handles it.
                while true {
                    notePlace(code, pc - code.pointee.instructions - 1)
                    if let handler = handler(code, pc - code.pointee.instructions - 1) {
                        pc = code.pointee.instructions + handler.target
                        base = frames[depth &- 1].base
                        registers = stack + base
                        constants = code.pointee.constants
                        top = base &+ code.pointee.registerCount
                        registers[Int(handler.register)] = takeException()
                        break
                    }
                    depth &-= 1
                    if depth <= floor { throw error }
                    code = frames[depth &- 1].code
                    pc = frames[depth &- 1].next
                }
            }
        }
    }

    /// The innermost handler for an instruction; none once a limit is reached.
    func handler(_ code: UnsafePointer<LinkedCode>, _ instruction: Int) -> Code.Handler? {
        guard !isExhausted else { return nil }
        return codes[code.pointee.body].handlers.first { $0.start <= instruction && instruction < $0.end }
    }

    @inline(__always)
    private mutating func binary(
        _ operation: BinaryOperation,
        _ registers: UnsafeMutablePointer<Value>,
        _ this: Instruction
    ) throws(Raised) -> Value {
        try binary(operation, registers[Int(this.b)], registers[Int(this.c)], inPlace: this.immediate == 1)
    }

    @inline(__always)
    private mutating func compare(
        _ comparison: Comparison,
        _ registers: UnsafeMutablePointer<Value>,
        _ this: Instruction
    ) throws(Raised) -> Value {
        try compare(comparison, registers[Int(this.b)], registers[Int(this.c)])
    }

    private mutating func notEqual(_ left: Value, _ right: Value) throws(Raised) -> Value {
        if left.tag == .instance, let result = try callSpecial("__ne__", left, right) { return result }
        return .bool(!(try truth(try equal(left, right))))
    }
}
