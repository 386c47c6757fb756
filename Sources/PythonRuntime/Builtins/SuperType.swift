extension BuiltinTypes {
    /// `super`, called with arguments; without any the compiler takes them from the method.
    static let superObject = NativeType(
        "super",
        "Attributes of the classes that come after one in the order of an instance's class.",
        slots: .init {
            $0.construct = NativeFunction(
                "super(cls, type=..., object=..., /)",
                "Attributes of the next classes.",
                make
            )
        }
    )

    private static func make(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let type = arguments[1]
        let value = arguments[2]
        guard !type.isUnbound else { throw machine.raise(.runtimeError, "super(): no arguments") }
        guard type.tag == .classObject || type.tag == .nativeType else {
            throw machine.raise(.typeError, "super() argument 1 must be a type, not \(machine.errorTypeName(type))")
        }
        guard !value.isUnbound else {
            throw machine.raise(.typeError, "super() needs an instance or a class as its second argument here")
        }
        let isType = value.tag == .classObject && machine.isSubclass(value, of: type)
        let isInstance = try machine.isInstance(value, of: type)
        guard isType || isInstance else {
            throw machine.raise(.typeError, "super(type, obj): obj must be an instance or subtype of type")
        }
        return try machine.makeRecord(.superObject, [type, value])
    }
}
