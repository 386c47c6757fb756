extension BuiltinTypes {
    /// `method`. Attributes that it has not are those of its function.
    static let boundMethod = NativeType(
        "method",
        "A function bound to a value.",
        methods: [NativeFunction("__call__(self, /, *args, **kwargs)", "Calls it.", callAgain)],
        properties: [
            NativeFunction("__self__(self)", "The value it is bound to.") {
                (machine: inout Machine, arguments) throws(Raised) in
                machine.field(try machine.receiver(arguments[0], .boundMethod, "__self__"), 0)
            },
            NativeFunction("__func__(self)", "The function.") { (machine: inout Machine, arguments) throws(Raised) in
                machine.field(try machine.receiver(arguments[0], .boundMethod, "__func__"), 1)
            },
            ofFunction("__name__"), ofFunction("__qualname__"), ofFunction("__doc__"), ofFunction("__module__"),
        ]
    )

    private static func ofFunction(_ name: String) -> NativeFunction {
        NativeFunction("\(name)(self)", "That of the function.") { (machine: inout Machine, arguments) throws(Raised) in
            let method = try machine.receiver(arguments[0], .boundMethod, "__func__")
            try machine.enterNative()
            defer { machine.leaveNative() }
            return try machine.attribute(machine.field(method, 1), machine.name(name))
        }
    }
}
