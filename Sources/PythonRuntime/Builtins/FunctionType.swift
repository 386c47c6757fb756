extension BuiltinTypes {
    /// `function`. What rules set on a function goes before what is computed here.
    static let function = NativeType(
        "function",
        "A function that a rule defines.",
        methods: [
            NativeFunction("__call__(self, /, *args, **kwargs)", "Calls it.", callAgain),
            NativeFunction("__get__(self, instance, owner=None, /)", "The function bound to an instance.", bind),
        ],
        properties: [
            NativeFunction("__name__(self)", "Its name.") { (machine: inout Machine, arguments) throws(Raised) in
                try code(&machine, arguments[0]).pointee.name
            },
            NativeFunction("__qualname__(self)", "Its name with those of what it stands in.") {
                (machine: inout Machine, arguments) throws(Raised) in
                try code(&machine, arguments[0]).pointee.qualifiedName
            },
            NativeFunction("__doc__(self)", "Its docstring, or None.") {
                (machine: inout Machine, arguments) throws(Raised) in
                try code(&machine, arguments[0]).pointee.docstring
            },
            NativeFunction("__module__(self)", "The name of its module.") {
                (machine: inout Machine, arguments) throws(Raised) in
                machine.modules[try code(&machine, arguments[0]).pointee.module].nameValue
            },
            NativeFunction("__defaults__(self)", "The defaults of its parameters, or None.") {
                (machine: inout Machine, arguments) throws(Raised) in
                machine.field(try machine.receiver(arguments[0], .function, "__defaults__"), FunctionField.defaults)
            },
            NativeFunction("__kwdefaults__(self)", "The defaults of its keyword-only parameters, or None.") {
                (machine: inout Machine, arguments) throws(Raised) in
                machine.field(
                    try machine.receiver(arguments[0], .function, "__kwdefaults__"),
                    FunctionField.keywordDefaults
                )
            },
            NativeFunction("__dict__(self)", "What was set on it.", attributes),
        ]
    )

    /// `builtin_function_or_method`.
    static let nativeFunction = NativeType(
        "builtin_function_or_method",
        "A function written in Swift.",
        methods: [NativeFunction("__call__(self, /, *args, **kwargs)", "Calls it.", callAgain)],
        properties: [
            NativeFunction("__name__(self)", "Its name.", nativeName),
            NativeFunction("__qualname__(self)", "Its name.", nativeName),
            NativeFunction("__module__(self)", "The name of its module.") {
                (machine: inout Machine, _) throws(Raised) in
                machine.intern("builtins")
            },
            NativeFunction("__doc__(self)", "What it does.") { (machine: inout Machine, arguments) throws(Raised) in
                let function = try machine.receiver(arguments[0], .native, "__doc__")
                return machine.intern(machine.natives.pointer(function.offset).pointee.function.documentation)
            },
        ]
    )

    private static func nativeName(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        machine.natives.pointer(try machine.receiver(arguments[0], .native, "__name__").offset).pointee.name
    }

    private static func code(
        _ machine: inout Machine,
        _ value: Value
    ) throws(Raised) -> UnsafePointer<LinkedCode> {
        let function = try machine.receiver(value, .function, "__code__")
        return machine.linkedCode(machine.memory.header(function).pointee.extra)
    }

    private static func attributes(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let function = try machine.receiver(arguments[0], .function, "__dict__")
        if machine.field(function, FunctionField.attributes).isUnbound {
            machine.setField(function, FunctionField.attributes, try machine.makeDictionary())
        }
        return machine.field(function, FunctionField.attributes)
    }

    private static func bind(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let function = try machine.receiver(arguments[0], .function, "__get__")
        return arguments[1].isNone ? function : try machine.makeBound(function, to: arguments[1])
    }

    /// `function.__call__(…)`, also of bound methods.
    static func callAgain(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        try machine.enterNative()
        defer { machine.leaveNative() }
        return try machine.callSpread(arguments[0], arguments[1], arguments[2])
    }
}
