/// Modules of the library: shared by all spaces, but for those that have something that can be changed.
///
/// Those, and those with a body in the dialect, are made anew in each space that imports them. Types, functions and
/// exceptions are the same everywhere.
extension Machine {
    mutating func importLibrary(_ native: NativeModule, _ space: Int) throws(Raised) -> Value {
        if native.body != nil { return try makeLibraryModule(native, space) }
        let shared: Int
        if let known = libraryNumbers[native.name] {
            shared = known
        } else {
            // Whoever asks for it first, what it imports in turn is what all share.
            sharedImports += 1
            defer { sharedImports -= 1 }
            shared = moduleNumber(try makeLibraryModule(native, ModuleSpace.common.number))
        }
        guard space != ModuleSpace.common.number, hasChangeableGlobals(shared) else {
            return Machine.moduleValue(shared)
        }
        return try makeLibraryModule(native, space)
    }

    /// Whether a library module has a list, a dictionary or a set among its globals.
    private func hasChangeableGlobals(_ module: Int) -> Bool {
        elements(ofSequence: modules[module].slots).contains {
            $0.tag == .list || $0.tag == .dictionary || $0.tag == .set
        }
    }

    /// Makes a library module: functions, types, exceptions and constants become its globals, then its body runs.
    private mutating func makeLibraryModule(_ native: NativeModule, _ space: Int) throws(Raised) -> Value {
        let first = libraryNumbers[native.name]
        if first == nil { try registerParts(native) }
        let number: Int
        if let body = native.body?.code(of: native.name) {
            if let first { number = try copyModule(first, into: space) } else { number = try link(body, space: space) }
        } else {
            number = modules.count
            try addModule(native.name, symbols: [], values: [], code: nil, firstCode: 0, space: space)
        }
        modules[number].isLibrary = true
        // The module is known before its constants are made: making them may import one that imports this one.
        if first == nil { libraryNumbers[native.name] = number }
        if native.body != nil || space != ModuleSpace.common.number { spaces[space][native.name] = number }
        try fill(number, native)
        return try executed(number)
    }

    /// Registers what a module's table holds: once in a machine.
    private mutating func registerParts(_ native: NativeModule) throws(Raised) {
        for type in native.types { retained["type \(native.name).\(type.name)"] = .type(register(type)) }
        for exception in native.exceptions {
            var bases: [Value] = []
            for base in exception.base.split(separator: " ") {
                bases.append(try exceptionBase(String(base), of: native))
            }
            let type = try defineException(exception.name, bases: bases, module: native.name)
            retained["exception \(native.name).\(exception.name)"] = type
        }
        libraryFunctions[native.name] = native.functions.map { makeNative($0) }
    }

    /// Gives a module the globals that its table says.
    mutating func fill(_ number: Int, _ native: NativeModule) throws(Raised) {
        var globals: [(String, Value)] = [("__name__", intern(native.name)), ("__doc__", intern(native.documentation))]
        for type in native.types {
            globals.append((type.name, retained["type \(native.name).\(type.name)"] ?? .none))
        }
        for exception in native.exceptions {
            globals.append((exception.name, retained["exception \(native.name).\(exception.name)"] ?? .none))
        }
        for (function, value) in zip(native.functions, libraryFunctions[native.name] ?? []) {
            globals.append((function.name, value))
        }
        let module = Machine.moduleValue(number)
        if modules[number].symbols.isEmpty {
            try replaceGlobals(number, globals.map { (name($0.0).symbol, $0.1) })
        } else {
            for (global, value) in globals { try setModuleAttribute(module, name(global), to: value) }
        }
        libraryFills += 1
        defer { libraryFills -= 1 }
        for constant in try native.constants(&self) {
            try setModuleAttribute(module, name(constant.name), to: constant.value)
        }
        // Classes made in Swift are shared, whichever module shows them; those of a body belong to its space.
        for value in elements(ofSequence: modules[number].slots) { freeze(value) }
        for value in retained.values { freeze(value) }
        if modules[number].state == .failed { modules[number].state = .linked }
    }

    /// All globals of a module at once.
    private mutating func replaceGlobals(_ number: Int, _ globals: [(symbol: Symbol, value: Value)]) throws(Raised) {
        modules[number].symbols = globals.map(\.symbol)
        for (slot, global) in globals.enumerated() { modules[number].slotOf[global.symbol] = slot }
        modules[number].slots = try makeRecord(.tuple, globals.map(\.value))
        slotTable.set(number, modules[number].slots)
        movedModules.append(number)
    }

    /// Makes a class of the library one that rules cannot change: it is shared by all of them.
    private func freeze(_ value: Value) {
        if value.tag == .classObject { memory.header(value).pointee.flags |= Header.frozen }
    }

    /// A base of a library exception: an earlier one of its module, one of another module if the name has dots, or a
    /// builtin class.
    private mutating func exceptionBase(_ base: String, of native: NativeModule) throws(Raised) -> Value {
        if let own = retained["exception \(native.name).\(base)"] { return own }
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
}
