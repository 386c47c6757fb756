extension BuiltinTypes {
    /// `staticmethod`.
    static let staticMethod = NativeType(
        "staticmethod",
        "A function of a class that gets neither the class nor an instance.",
        properties: [
            wrappedFunction("__func__", .staticMethod), wrappedFunction("__wrapped__", .staticMethod),
            wrappedAttribute("__name__", .staticMethod), wrappedAttribute("__doc__", .staticMethod),
        ],
        slots: .init {
            $0.construct = NativeFunction("staticmethod(cls, function, /)", "Makes a static method.") {
                (machine: inout Machine, arguments) throws(Raised) in
                try machine.makeRecord(.staticMethod, [arguments[1]])
            }
        }
    )

    /// The function inside a static or class method.
    static func wrappedFunction(_ name: StaticString, _ tag: Tag) -> NativeFunction {
        NativeFunction("\(name)(self)", "The function.") { (machine: inout Machine, arguments) throws(Raised) in
            machine.field(try machine.receiver(arguments[0], tag, name), 0)
        }
    }

    /// An attribute of the function inside a static or class method.
    static func wrappedAttribute(_ name: StaticString, _ tag: Tag) -> NativeFunction {
        NativeFunction("\(name)(self)", "That of the function.") { (machine: inout Machine, arguments) throws(Raised) in
            let function = machine.field(try machine.receiver(arguments[0], tag, name), 0)
            try machine.enterNative()
            defer { machine.leaveNative() }
            return try machine.attribute(function, machine.name("\(name)"))
        }
    }
}
