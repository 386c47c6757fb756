/// Functions that look at namespaces, and those of CPython that rules may not have.
extension BuiltinFunctions {
    static let namespaces: [NativeFunction] = [
        NativeFunction("dir(object=..., /)", "The sorted names of an object's attributes.", directory),
        NativeFunction("globals()", "A copy of the module's globals: changing it changes no global.", globals),
        NativeFunction("vars(object=..., /)", "The dictionary of an object's attributes.", variables),
    ]

    package static let refused: [NativeFunction] = [
        refusal("breakpoint", .runtimeError, "rules cannot be debugged from within"),
        refusal("compile", .runtimeError, "rules cannot compile code: what a rule does must stand in its file"),
        refusal("eval", .runtimeError, "rules cannot evaluate text as code: what a rule does must stand in its file"),
        refusal("exec", .runtimeError, "rules cannot run text as code: what a rule does must stand in its file"),
        refusal("__import__", .importError, "rules cannot import by a computed name: write an import statement"),
        refusal("input", .runtimeError, "rules cannot ask for input: they see the event and nothing else"),
        refusal("locals", .runtimeError, "rules cannot list local variables: they have no names while a rule runs"),
        refusal("open", .permissionError, "rules cannot open files: they see the event and nothing else"),
    ]

    private static func refusal(_ name: String, _ type: ExceptionType, _ reason: String) -> NativeFunction {
        NativeFunction("\(name)(*args, **kwargs)", "Refused: \(reason).") {
            (machine: inout Machine, _) throws(Raised) in
            throw machine.raise(type, "\(name)(): \(reason)")
        }
    }

    private static func directory(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        guard !arguments[0].isUnbound else {
            guard let module = machine.runningModule else { return try machine.makeList() }
            return try machine.attributeNames(module)
        }
        if let method = machine.lookupSpecial(arguments[0], "__dir__") {
            let list = try machine.makeList(from: try machine.call(method, []))
            let sorted = machine.sorted(machine.elements(ofSequence: list), key: .none, isReversed: false)
            if let failure = sorted.failure { throw failure }
            return try machine.makeList(sorted.elements)
        }
        return try machine.attributeNames(arguments[0])
    }

    private static func globals(_ machine: inout Machine, _: NativeArguments) throws(Raised) -> Value {
        guard let module = machine.runningModule else { return try machine.makeDictionary() }
        return try machine.moduleDictionary(module)
    }

    private static func variables(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        guard !arguments[0].isUnbound else {
            throw machine.raise(.runtimeError, "vars(): rules cannot list local variables: give it an object")
        }
        if arguments[0].tag == .module { return try machine.moduleDictionary(arguments[0]) }
        let dictionary = try machine.attributeUnlessMissing(arguments[0], machine.names.dictionary)
        guard dictionary.isUnbound else { return dictionary }
        throw machine.raise(.typeError, "vars() argument must have __dict__ attribute")
    }
}

extension Machine {
    /// The module whose code is running.
    var runningModule: Value? {
        depth > 0 ? Value(tag: .module, payload: UInt64(frames[depth - 1].code.pointee.module)) : nil
    }

    /// A new dictionary of a module's globals.
    mutating func moduleDictionary(_ module: Value) throws(Raised) -> Value {
        let dictionary = try makeDictionary()
        for symbol in modules[moduleNumber(module)].symbols {
            let name = Name(value: symbols.strings[Int(symbol)], symbol: symbol)
            let value = moduleAttribute(module, name)
            if !value.isUnbound { try set(name.value, to: value, in: dictionary) }
        }
        return dictionary
    }
}
