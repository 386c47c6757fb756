import Diagnostics

/// Modules: linking their code, importing, their globals.
extension Machine {
    /// Makes a compiled module known and runs its body; what it makes is kept. Does nothing if it is there already.
    /// The exception of the body is raised.
    package mutating func load(_ code: ModuleCode) throws(Raised) -> Value {
        if let number = moduleNumbers[code.name] { return Value(tag: .module, payload: UInt64(number)) }
        let number = try link(code)
        try execute(module: number)
        return Value(tag: .module, payload: UInt64(number))
    }

    /// The module of that name, if it has been loaded.
    package func module(named name: String) -> Value? {
        moduleNumbers[name].map { Value(tag: .module, payload: UInt64($0)) }
    }

    /// Forgets a module, so that it can be loaded anew. Values that refer to it stay valid.
    package mutating func unload(_ name: String) { moduleNumbers[name] = nil }

    private mutating func execute(module number: Int) throws(Raised) {
        modules[number].state = .running
        let function = try makeFunctionValue(code: modules[number].firstCode)
        do throws(Raised) {
            _ = try call(function, [])
        } catch {
            moduleNumbers[modules[number].name] = nil
            throw error
        }
        modules[number].state = .ready
    }

    // MARK: Linking

    /// Gives a module's code its number, its constants and its globals; returns the module's number.
    private mutating func link(_ code: ModuleCode) throws(Raised) -> Int {
        let constants = UnsafeMutablePointer<Value>.allocate(capacity: max(1, code.constants.count))
        constants.initialize(repeating: .unbound, count: max(1, code.constants.count))
        for (index, constant) in code.constants.enumerated() { constants[index] = try link(constant) }
        constantsOf[code.name + "#\(modules.count)"] = UnsafePointer(constants)
        let number = modules.count
        let firstCode = codes.count
        for body in code.codes { link(body, constants: constants, module: number, firstCode: firstCode) }
        let symbols = code.globals.map { name($0).symbol }
        try addModule(
            code.name,
            symbols: symbols,
            values: symbols.map { _ in .unbound },
            code: code,
            firstCode: firstCode
        )
        for (global, value) in [
            ("__name__", intern(code.name)), ("__file__", intern(code.source.path)),
            ("__doc__", code.codes.first?.docstring.map { intern($0) } ?? .none),
        ] {
            if let slot = modules[number].slotOf[name(global).symbol] { setField(modules[number].slots, slot, value) }
        }
        return number
    }

    /// Adds a module with these globals.
    mutating func addModule(
        _ name: String,
        symbols: [Symbol],
        values: [Value],
        code: ModuleCode?,
        firstCode: Int
    ) throws(Raised) {
        let slots = try makeRecord(.tuple, values)
        var slotOf: [Symbol: Int] = [:]
        for (index, symbol) in symbols.enumerated() { slotOf[symbol] = index }
        moduleNumbers[name] = modules.count
        slotTable.append(slots)
        retainedVersion &+= 1
        modules.append(
            ModuleRecord(
                name: name,
                nameValue: intern(name),
                slots: slots,
                slotOf: slotOf,
                symbols: symbols,
                code: code,
                firstCode: firstCode,
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
        let linked = UnsafeMutablePointer<LinkedCode>.allocate(capacity: 1)
        linked.initialize(
            to: LinkedCode(
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
                number: codes.count,
                name: intern(body.name),
                qualifiedName: intern(body.qualifiedName),
                docstring: body.docstring.map { intern($0) } ?? .none,
                parameterNames: names
            )
        )
        codes.append(body)
        linkedCodes.append(linked)
        codeTable.append(linked)
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

    /// Sets a global of a module, which gets a slot for it if it has none.
    package mutating func setModuleAttribute(_ module: Value, _ name: Name, to value: Value) throws(Raised) {
        let number = moduleNumber(module)
        if let slot = modules[number].slotOf[name.symbol], name.symbol != 0 {
            setField(modules[number].slots, slot, value)
            return
        }
        let symbol = name.symbol != 0 ? name.symbol : self.name(intern(Array(memory.bytes(name.value)))).symbol
        modules[number].slotOf[symbol] = modules[number].symbols.count
        modules[number].symbols.append(symbol)
        modules[number].slots = try makeTuple(elements(ofSequence: modules[number].slots) + [value])
        slotTable.set(number, modules[number].slots)
        retainedVersion &+= 1
    }

    /// Unbinds a global of a module, so that a builtin of that name shows again.
    package mutating func unsetModuleAttribute(_ module: Value, _ name: Name) {
        let number = moduleNumber(module)
        if let slot = modules[number].slotOf[name.symbol] { setField(modules[number].slots, slot, .unbound) }
    }

    /// The builtin function, type or exception of that name; unbound where there is none.
    package mutating func builtin(named name: String) -> Value { builtins[self.name(name).symbol] ?? .unbound }

    // MARK: Importing

    /// `import name`: the module of the first part, or with `leaf` of the whole name.
    package mutating func importModule(_ name: String, leaf: Bool) throws(Raised) -> Value {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.count <= Machine.importPartsMax else { throw raise(.importError, "module name has too many parts") }
        var module = Value.unbound
        var first = Value.unbound
        for count in 1...max(1, parts.count) {
            let parent = module
            let path = parts.prefix(count).joined(separator: ".")
            let isNew = moduleNumbers[path] == nil
            module = try importOne(path)
            if count == 1 { first = module }
            if !parent.isUnbound, isNew {
                try setModuleAttribute(parent, self.name(parts[count - 1]), to: module)
            }
        }
        return leaf ? module : first
    }

    /// Parts of a dotted module name.
    static let importPartsMax = 16

    /// The module of exactly that name, without those its name begins with: for a library module whose parent is
    /// being made. Raises ModuleNotFoundError.
    package mutating func importOne(_ name: String) throws(Raised) -> Value {
        if let number = moduleNumbers[name] { return Value(tag: .module, payload: UInt64(number)) }
        if let native = environment.library[name] { return try load(native) }
        if let code = environment.findModule(name) { return try load(code) }
        throw raise(
            exceptionClass(.moduleNotFoundError),
            arguments: [try makeString("No module named '\(name)'")],
            attributes: [("name", try makeString(name))]
        )
    }

    /// Makes a library module: functions, types, exceptions and constants become its globals.
    private mutating func load(_ native: NativeModule) throws(Raised) -> Value {
        var globals: [(String, Value)] = [("__name__", intern(native.name)), ("__doc__", intern(native.documentation))]
        for type in native.types {
            let number = register(type)
            globals.append((type.name, .type(number)))
            retained["type \(native.name).\(type.name)"] = .type(number)
        }
        for exception in native.exceptions {
            var bases: [Value] = []
            for base in exception.base.split(separator: " ") {
                bases.append(try exceptionBase(String(base), among: globals))
            }
            let type = try defineException(exception.name, bases: bases, module: native.name)
            globals.append((exception.name, type))
            retained["exception \(native.name).\(exception.name)"] = type
        }
        for function in native.functions { globals.append((function.name, makeNative(function))) }
        let body = native.body?.code(of: native.name)
        let number: Int
        if let body {
            number = try link(body)
            let module = Value(tag: .module, payload: UInt64(number))
            for (name, value) in globals { try setModuleAttribute(module, self.name(name), to: value) }
        } else {
            number = modules.count
            try addModule(
                native.name,
                symbols: globals.map { name($0.0).symbol },
                values: globals.map(\.1),
                code: nil,
                firstCode: 0
            )
        }
        modules[number].isLibrary = true
        // The module is known before its constants are made: making them may import one that imports this one.
        let module = Value(tag: .module, payload: UInt64(number))
        for constant in try native.constants(&self) {
            try setModuleAttribute(module, name(constant.name), to: constant.value)
        }
        if body != nil { try execute(module: number) }
        return module
    }

    /// A base of a library exception: an earlier one of its module, one of another module if the name has dots, or a
    /// builtin class.
    private mutating func exceptionBase(_ base: String, among globals: [(String, Value)]) throws(Raised) -> Value {
        if let own = globals.first(where: { $0.0 == base })?.1 { return own }
        if let dot = base.lastIndex(of: ".") {
            _ = try importModule(String(base[..<dot]), leaf: true)
            return retained["exception \(base)"] ?? exceptionClass(.exception)
        }
        return builtins[name(base).symbol] ?? exceptionClass(.exception)
    }

    /// An exception class of the library.
    package mutating func defineException(_ name: String, bases: [Value], module: String) throws(Raised) -> Value {
        let attributes = try makeDictionary()
        try set(intern("__module__"), to: intern(module), in: attributes)
        let type = try makeClass(name: intern(name), bases: bases, attributes: attributes)
        memory.header(type).pointee.flags |= Header.exceptionClass
        return type
    }

    mutating func importName(_ name: Value, from module: Value) throws(Raised) -> Value {
        guard module.tag == .module else { return try attribute(module, self.name(name)) }
        do throws(Raised) {
            let found = try moduleAttributeOrHook(module, self.name(name))
            if !found.isUnbound { return found }
        } catch {
            guard isPending(.attributeError) else { throw error }
            exception = .unbound
        }
        let path = "\(moduleName(module)).\(string(name))"
        if environment.library[path] != nil || moduleNumbers[path] != nil { return try importOne(path) }
        let file = modules[moduleNumber(module)].code?.source.path ?? "unknown location"
        throw raise(
            exceptionClass(.importError),
            arguments: [
                try makeString("cannot import name '\(string(name))' from '\(moduleName(module))' (\(file))")
            ],
            attributes: [("name", intern(moduleName(module)))]
        )
    }

    /// `from module import *`: `__all__` if it has one, else every name without a leading underscore.
    mutating func importStar(_ module: Value, into target: Int) throws(Raised) {
        let source = moduleNumber(module)
        let all = moduleAttribute(module, name("__all__"))
        var chosen: [Symbol] = []
        if all.tag == .list || all.tag == .tuple {
            chosen = elements(ofSequence: all).map { name($0).symbol }
        } else {
            chosen = modules[source].symbols.filter { !string(symbols.strings[Int($0)]).hasPrefix("_") }
        }
        for symbol in chosen {
            let name = Name(value: symbols.strings[Int(symbol)], symbol: symbol)
            let value = moduleAttribute(module, name)
            if !value.isUnbound {
                try setModuleAttribute(Value(tag: .module, payload: UInt64(target)), name, to: value)
            }
        }
    }
}
