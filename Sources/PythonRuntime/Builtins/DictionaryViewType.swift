extension BuiltinTypes {
    /// `dict_keys`, `dict_values` and `dict_items`: which one stands in the value, see `Machine/typeName(_:)`.
    static let dictionaryView = NativeType(
        "dict_view",
        "Keys, values or items of a dictionary.",
        methods: [
            NativeFunction("isdisjoint(self, other, /)", "Whether no element is in another iterable.", isDisjoint),
            NativeFunction("__reversed__(self, /)", "An iterator from the last to the first.", reversed),
        ] + SpecialMethods.container,
        properties: [NativeFunction("mapping(self)", "The dictionary.", mapping)]
    )

    private static func isDisjoint(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let view = try machine.receiver(arguments[0], .dictionaryView, "isdisjoint")
        return .bool(try machine.isDisjoint(view, arguments[1]))
    }

    private static func reversed(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        try machine.makeReversed(try machine.receiver(arguments[0], .dictionaryView, "__reversed__"))
    }

    private static func mapping(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        machine.field(try machine.receiver(arguments[0], .dictionaryView, "mapping"), 0)
    }
}
