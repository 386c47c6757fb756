import Diagnostics

/// Modules: linking their code, importing, their globals.
extension Machine {
    /// Makes a compiled module known in a space and runs its body; what it makes is kept. Does nothing if it is there
    /// already. The exception of the body is raised.
    package mutating func load(_ code: ModuleCode, in space: ModuleSpace = .common) throws(Raised) -> Value {
        if let number = spaces[space.number][code.name] { return try executed(number) }
        let number = try link(code, space: space.number)
        spaces[space.number][code.name] = number
        return try executed(number)
    }

    /// As ``load(_:in:)`` for a module that no other may import: a rule, a data model.
    package mutating func loadEntry(_ code: ModuleCode, in space: ModuleSpace) throws(Raised) -> Value {
        try executed(try link(code, space: space.number))
    }

    /// The module of the same code as `number` in another space, made and run when it is first asked for.
    mutating func moduleCopy(_ number: Int, in space: Int) throws(Raised) -> Value {
        let place = ModulePlace(module: number, space: space)
        if let known = moduleCopies[place] { return try executed(known) }
        let copy = try copyModule(number, into: space)
        moduleCopies[place] = copy
        return try executed(copy)
    }

    /// The module of that name, if it has been loaded in the common space or is of the library.
    package func module(named name: String) -> Value? {
        (spaces[ModuleSpace.common.number][name] ?? libraryNumbers[name]).map { Machine.moduleValue($0) }
    }

    static func moduleValue(_ number: Int) -> Value { Value(tag: .module, payload: UInt64(number)) }

    /// A module whose body has been run, or is running further out. One whose body raised is run again.
    mutating func executed(_ number: Int) throws(Raised) -> Value {
        switch modules[number].state {
        case .running, .ready: return Machine.moduleValue(number)
        case .failed:
            for slot in 0..<tupleCount(modules[number].slots) { setField(modules[number].slots, slot, .unbound) }
            setOwnGlobals(number)
        case .linked: break
        }
        modules[number].state = .running
        do throws(Raised) {
            _ = try call(try makeFunctionValue(code: modules[number].firstCode), [])
        } catch {
            modules[number].state = .failed
            throw error
        }
        modules[number].state = .ready
        return Machine.moduleValue(number)
    }

    // MARK: Linking

    /// Gives a module's code its number, its constants and its globals; returns the module's number.
    mutating func link(_ code: ModuleCode, space: Int) throws(Raised) -> Int {
        guard memory.constants.used + code.constantByteCount <= Memory.constantBytesMax else {
            throw exhausted("bytes of constants of all modules", Memory.constantBytesMax)
        }
        let constants = UnsafeMutablePointer<Value>.allocate(capacity: max(1, code.constants.count))
        constants.initialize(repeating: .unbound, count: max(1, code.constants.count))
        for (index, constant) in code.constants.enumerated() { constants[index] = try link(constant) }
        constantsOf[code.name + "#\(modules.count)"] = UnsafePointer(constants)
        let number = modules.count
        let firstCode = linkedCodes.count
        for body in code.codes { link(body, constants: constants, module: number, firstCode: firstCode) }
        let symbols = code.globals.map { name($0).symbol }
        try addModule(
            code.name,
            symbols: symbols,
            values: symbols.map { _ in .unbound },
            code: code,
            firstCode: firstCode,
            space: space
        )
        setOwnGlobals(number)
        return number
    }

    /// The globals that every module begins with.
    private mutating func setOwnGlobals(_ number: Int) {
        guard let code = modules[number].code else { return }
        for (global, value) in [
            ("__name__", modules[number].nameValue), ("__file__", intern(code.source.path)),
            ("__doc__", code.codes.first?.docstring.map { intern($0) } ?? .none),
        ] {
            if let slot = modules[number].slotOf[name(global).symbol] { setField(modules[number].slots, slot, value) }
        }
    }

    /// A module of the same code with globals of its own, its body not yet run: for another space.
    mutating func copyModule(_ template: Int, into space: Int) throws(Raised) -> Int {
        guard let code = modules[template].code else { return template }
        let number = modules.count
        let original = modules[template]
        let firstCode = linkedCodes.count
        for index in code.codes.indices {
            var linked = linkedCodes[original.firstCode + index].pointee
            linked.module = number
            linked.firstCode = firstCode
            linked.number = linkedCodes.count
            linked.ownsParts = false
            add(linked)
        }
        // Names that were added while it ran are not its code's.
        let symbols = Array(original.symbols.prefix(code.globals.count))
        try addModule(
            original.name,
            symbols: symbols,
            values: symbols.map { _ in .unbound },
            code: code,
            firstCode: firstCode,
            space: space
        )
        setOwnGlobals(number)
        return number
    }

    private mutating func add(_ code: LinkedCode) {
        let linked = UnsafeMutablePointer<LinkedCode>.allocate(capacity: 1)
        linked.initialize(to: code)
        linkedCodes.append(linked)
        codeTable.append(linked)
    }

    /// Adds a module with these globals.
    mutating func addModule(
        _ name: String,
        symbols: [Symbol],
        values: [Value],
        code: ModuleCode?,
        firstCode: Int,
        space: Int
    ) throws(Raised) {
        let slots = try makeRecord(.tuple, values)
        var slotOf: [Symbol: Int] = [:]
        for (index, symbol) in symbols.enumerated() { slotOf[symbol] = index }
        slotTable.append(slots)
        movedModules.append(modules.count)
        modules.append(
            ModuleRecord(
                name: name,
                nameValue: intern(name),
                slots: slots,
                slotOf: slotOf,
                symbols: symbols,
                code: code,
                firstCode: firstCode,
                space: space,
                state: code == nil ? .ready : .linked
            )
        )
    }

    private mutating func link(_ body: Code, constants: UnsafePointer<Value>, module: Int, firstCode: Int) {
        let instructions = UnsafeMutablePointer<Instruction>.allocate(capacity: max(1, body.instructions.count))
        instructions.initialize(from: body.instructions, count: body.instructions.count)
        let names = UnsafeMutablePointer<Value>.allocate(capacity: max(1, body.parameters.names.count))
        for (index, name) in body.parameters.names.enumerated() { (names + index).initialize(to: intern(name)) }
        let parameters = body.parameters
        add(
            LinkedCode(
                instructions: instructions,
                instructionCount: body.instructions.count,
                constants: constants,
                registerCount: body.registerCount,
                parameterCount: parameters.names.count,
                positionalCount: parameters.positionalCount,
                isSimple: parameters.names.count == parameters.positionalCount,
                kind: body.kind,
                module: module,
                firstCode: firstCode,
                number: linkedCodes.count,
                body: codes.count,
                name: intern(body.name),
                qualifiedName: intern(body.qualifiedName),
                docstring: body.docstring.map { intern($0) } ?? .none,
                parameterNames: names
            )
        )
        codes.append(body)
    }

    /// A constant as a value that lives as long as the machine.
    private mutating func link(_ constant: Constant) throws(Raised) -> Value {
        switch constant {
        case .none: return .none
        case .bool(let flag): return .bool(flag)
        case .ellipsis: return .ellipsis
        case .int(let number): return .int(number)
        case .float(let bits): return .float(Double(bitPattern: bits))
        case .string(let bytes): return intern(bytes)
        case .bytes(let bytes): return makeConstantText(bytes, tag: .bytes, symbol: 0)
        case .bigInt(let digits):
            let number: PythonInteger
            let parsed = Array(digits.utf8).withUnsafeBytes { bytes in
                Result { () throws(NumberFault) in try PythonInteger(parsing: PythonText(bytes)) }
            }
            do { number = try parsed.get() } catch { throw raise(error) }
            return keep(try makeInteger(number), in: .constants)
        case .tuple(let parts):
            var values: [Value] = []
            for part in parts { values.append(try link(part)) }
            return keep(try makeTuple(values), in: .constants)
        case .frozenSet(let parts):
            let set = try makeDictionary(.frozenSet, capacity: parts.count)
            for part in parts { try add(try link(part), to: set) }
            return keep(set, in: .constants)
        }
    }

    // MARK: Globals

    func moduleNumber(_ module: Value) -> Int { min(Int(truncatingIfNeeded: module.payload), modules.count - 1) }

    func moduleName(_ module: Value) -> String { modules[moduleNumber(module)].name }

    /// Global slot that is not bound: the builtin of that name.
    mutating func builtin(_ module: Int, _ slot: Int) throws(Raised) -> Value {
        let symbol = modules[module].symbols[slot]
        if let value = builtins[symbol] { return value }
        let name = string(symbols.strings[Int(symbol)])
        throw raise(
            exceptionClass(.nameError),
            arguments: [try makeString("name '\(name)' is not defined")],
            attributes: [("name", symbols.strings[Int(symbol)])]
        )
    }

    mutating func storeGlobal(_ module: Int, _ slot: Int, _ value: Value) {
        setField(modules[module].slots, slot, value)
    }

    mutating func deleteGlobal(_ module: Int, _ slot: Int) throws(Raised) {
        guard !field(modules[module].slots, slot).isUnbound else {
            throw raise(
                .nameError,
                "name '\(string(symbols.strings[Int(modules[module].symbols[slot])]))' is not defined"
            )
        }
        setField(modules[module].slots, slot, .unbound)
    }

    mutating func deleteName(_ name: Value, in namespace: Value) throws(Raised) {
        guard try remove(name, from: namespace).isUnbound else { return }
        throw raise(.nameError, "name '\(string(name))' is not defined")
    }

    /// A global of a module; unbound where there is none.
    package func moduleAttribute(_ module: Value, _ name: Name) -> Value {
        let record = modules[moduleNumber(module)]
        if let slot = record.slotOf[name.symbol], name.symbol != 0 {
            let value = field(record.slots, slot)
            if !value.isUnbound { return value }
        }
        if name.symbol == names.name.symbol { return record.nameValue }
        return .unbound
    }

    /// A global of a module, or what its own `__getattr__` gives (PEP 562); unbound where there is neither.
    mutating func moduleAttributeOrHook(_ module: Value, _ name: Name) throws(Raised) -> Value {
        let found = moduleAttribute(module, name)
        guard found.isUnbound else { return found }
        let hook = moduleAttribute(module, names.getAttribute)
        return hook.isUnbound ? .unbound : try call(hook, [name.value])
    }

    /// The slot of a global of a module, for ``global(_:slot:)``; nil where there is none.
    package func slot(of name: Name, in module: Value) -> Int? {
        name.symbol == 0 ? nil : modules[moduleNumber(module)].slotOf[name.symbol]
    }

    /// The global in a slot of a module; unbound if it is not set.
    @inline(__always)
    package func global(_ module: Value, slot: Int) -> Value {
        field(slotTable[Int(truncatingIfNeeded: module.payload)] ?? .unbound, slot)
    }

    /// Unbinds a global of a module, so that a builtin of that name shows again.
    package mutating func unsetModuleAttribute(_ module: Value, _ name: Name) {
        let number = moduleNumber(module)
        if let slot = modules[number].slotOf[name.symbol] { setField(modules[number].slots, slot, .unbound) }
    }

    /// The builtin function, type or exception of that name; unbound where there is none.
    package func builtin(named name: String) -> Value {
        let symbol = Array(name.utf8).withUnsafeBytes { symbols.find($0) }
        return symbol.flatMap { builtins[$0] } ?? .unbound
    }
}
