extension BuiltinTypes {
    /// `bool`, whose methods are those of `int`.
    static let bool = NativeType(
        "bool",
        "True or False; also the numbers 1 and 0.",
        methods: int.methods,
        properties: int.properties,
        classMethods: int.classMethods,
        slots: .init {
            $0.construct = NativeFunction("bool(cls, x=..., /)", "Whether a value counts as true.", construct)
        }
    )

    private static func construct(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        arguments[1].isUnbound ? .false : .bool(try machine.truth(arguments[1]))
    }
}
