extension BuiltinTypes {
    /// What all exceptions have. `args`, `__cause__` and `__context__` belong to the machine itself.
    static let exception = NativeType(
        "BaseException",
        "Methods of all exceptions.",
        methods: [
            NativeFunction("__init__(self, /, *args, **kwargs)", "Sets `args`.", initialize),
            NativeFunction("__str__(self, /)", "Its message.") { (machine: inout Machine, arguments) throws(Raised) in
                try machine.exceptionText(try receiver(&machine, arguments[0], "__str__"))
            },
            NativeFunction("__repr__(self, /)", "Its class with `args`.") {
                (machine: inout Machine, arguments) throws(Raised) in
                try machine.exceptionRepr(try receiver(&machine, arguments[0], "__repr__"))
            },
            NativeFunction("add_note(self, note, /)", "Adds a text to `__notes__`.", addNote),
            NativeFunction("with_traceback(self, traceback, /)", "The exception itself.", withTraceback),
        ],
        properties: [
            NativeFunction("__traceback__(self)", "None: the place of an exception is in the diagnostic.") {
                (_: inout Machine, _) throws(Raised) in .none
            },
            NativeFunction("__suppress_context__(self)", "Whether it was raised from another.") {
                (machine: inout Machine, arguments) throws(Raised) in
                let own = machine.instanceAttributes(try receiver(&machine, arguments[0], "__suppress_context__"))
                return .bool(
                    own.tag == .dictionary && !machine.lookupText(machine.names.cause.value, in: own).isUnbound
                )
            },
        ]
    )

    private static func receiver(
        _ machine: inout Machine,
        _ value: Value,
        _ method: String
    ) throws(Raised) -> Value {
        guard machine.isExceptionInstance(value) else {
            throw machine.raise(
                .typeError,
                "descriptor '\(method)' requires a 'BaseException' object but received a '\(machine.errorTypeName(value))'"
            )
        }
        return value
    }

    private static func initialize(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let instance = try receiver(&machine, arguments[0], "__init__")
        guard machine.dictionaryCount(arguments[2]) == 0 || machine.acceptsKeywords(instance) else {
            throw machine.raise(
                .typeError,
                "\(machine.className(machine.instanceClass(instance)))() takes no keyword arguments"
            )
        }
        machine.setField(instance, InstanceField.storage, arguments[1])
        try machine.forEachEntry(arguments[2]) { (machine: inout Machine, key, value) throws(Raised) in
            try machine.setInstanceAttribute(instance, key, value)
            return true
        }
        return .none
    }

    private static func addNote(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let instance = try receiver(&machine, arguments[0], "add_note")
        guard machine.unwrapped(arguments[1]).isString else {
            throw machine.raise(.typeError, "note must be a str, not '\(machine.errorTypeName(arguments[1]))'")
        }
        let name = machine.name("__notes__")
        var notes = try machine.attributeIfAny(instance, name)
        if notes.isUnbound {
            notes = try machine.makeList()
            try machine.setInstanceAttribute(instance, name.value, notes)
        }
        guard notes.tag == .list else { throw machine.raise(.typeError, "Cannot add note: __notes__ is not a list") }
        try machine.append(arguments[1], to: notes)
        return .none
    }

    private static func withTraceback(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        guard arguments[1].isNone else {
            throw machine.raise(.typeError, "__traceback__ must be a traceback or None")
        }
        return try receiver(&machine, arguments[0], "with_traceback")
    }
}

extension Machine {
    /// ImportError takes `name` and `path`, AttributeError and NameError `name` and `obj`.
    func acceptsKeywords(_ instance: Value) -> Bool {
        [ExceptionType.importError, .attributeError, .nameError].contains {
            isSubclass(instanceClass(instance), of: exceptionClass($0))
        }
    }

    /// `ValueError('text')`.
    mutating func exceptionRepr(_ instance: Value) throws(Raised) -> Value {
        let name = className(instanceClass(instance))
        let arguments = instanceStorage(instance)
        guard arguments.tag == .tuple else { return try makeString(name + "()") }
        let inner =
            tupleCount(arguments) == 1
            ? "(\(string(try repr(tupleElement(arguments, 0)))))" : string(try repr(arguments))
        return try makeString(name + inner)
    }

    /// The parts of an exception's `args` that have names: `UnicodeDecodeError.reason`, `OSError.errno`,
    /// `SystemExit.code`; unbound where there is none.
    func namedArgument(_ instance: Value, _ name: String) -> Value {
        let arguments = instanceStorage(instance)
        guard arguments.tag == .tuple else { return .unbound }
        let type = instanceClass(instance)
        let count = tupleCount(arguments)
        func isA(_ other: ExceptionType) -> Bool { isSubclass(type, of: exceptionClass(other)) }
        if isA(.stopIteration), name == "value" { return count > 0 ? tupleElement(arguments, 0) : .none }
        if isA(.systemExit), name == "code" {
            return count == 0 ? .none : count == 1 ? tupleElement(arguments, 0) : arguments
        }
        if isA(.osError), let place = ["errno", "strerror", "filename"].firstIndex(of: name) {
            return count >= 2 && place < count ? tupleElement(arguments, place) : .none
        }
        if isA(.unicodeDecodeError) || isA(.unicodeEncodeError), count == 5,
            let place = ["encoding", "object", "start", "end", "reason"].firstIndex(of: name)
        {
            return tupleElement(arguments, place)
        }
        if isA(.importError), name == "msg" { return count > 0 ? tupleElement(arguments, 0) : .none }
        let optional = isA(.importError) ? ["name", "path"] : isA(.attributeError) ? ["name", "obj"] : []
        if optional.contains(name) || (isA(.nameError) && name == "name") { return .none }
        return .unbound
    }
}
