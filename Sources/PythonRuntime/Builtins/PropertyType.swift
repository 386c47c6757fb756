/// Where the parts of a property stand in its record.
enum PropertyField {
    static let getter = 0
    static let setter = 1
    static let deleter = 2
    static let documentation = 3
}

extension BuiltinTypes {
    /// `property`.
    static let property = NativeType(
        "property",
        "An attribute computed by functions.",
        methods: [
            NativeFunction("getter(self, function, /)", "The property with another getter.") {
                (machine: inout Machine, arguments) throws(Raised) in
                try changed(&machine, arguments, PropertyField.getter)
            },
            NativeFunction("setter(self, function, /)", "The property with another setter.") {
                (machine: inout Machine, arguments) throws(Raised) in
                try changed(&machine, arguments, PropertyField.setter)
            },
            NativeFunction("deleter(self, function, /)", "The property with another deleter.") {
                (machine: inout Machine, arguments) throws(Raised) in
                try changed(&machine, arguments, PropertyField.deleter)
            },
            NativeFunction("__get__(self, instance, owner=None, /)", "What the getter gives for an instance.", get),
            NativeFunction("__set__(self, instance, value, /)", "Calls the setter for an instance.", set),
        ],
        properties: [
            part("fget", "The getter, or None.", PropertyField.getter),
            part("fset", "The setter, or None.", PropertyField.setter),
            part("fdel", "The deleter, or None.", PropertyField.deleter),
            NativeFunction("__doc__(self)", "Its docstring: the getter's if it has none.", documentation),
        ],
        slots: .init {
            $0.construct = NativeFunction(
                "property(cls, fget=None, fset=None, fdel=None, doc=None)",
                "A computed attribute.",
                make
            )
        }
    )

    private static func make(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        try machine.makeRecord(.property, [arguments[1], arguments[2], arguments[3], arguments[4]])
    }

    private static func get(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let property = try machine.receiver(arguments[0], .property, "__get__")
        guard !arguments[1].isNone else { return property }
        let getter = machine.field(property, PropertyField.getter)
        guard !getter.isNone else {
            let type = machine.errorTypeName(arguments[1])
            throw machine.raise(.attributeError, "property of '\(type)' object has no getter")
        }
        return try machine.call(getter, [arguments[1]])
    }

    private static func set(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let property = try machine.receiver(arguments[0], .property, "__set__")
        let setter = machine.field(property, PropertyField.setter)
        guard !setter.isNone else {
            let type = machine.errorTypeName(arguments[1])
            throw machine.raise(.attributeError, "property of '\(type)' object has no setter")
        }
        _ = try machine.call(setter, [arguments[1], arguments[2]])
        return .none
    }

    private static func part(_ name: StaticString, _ documentation: String, _ place: Int) -> NativeFunction {
        NativeFunction("\(name)(self)", documentation) { (machine: inout Machine, arguments) throws(Raised) in
            machine.field(try machine.receiver(arguments[0], .property, name), place)
        }
    }

    private static func changed(
        _ machine: inout Machine,
        _ arguments: NativeArguments,
        _ place: Int
    ) throws(Raised) -> Value {
        let property = try machine.receiver(arguments[0], .property, "setter")
        var parts = (0...PropertyField.documentation).map { machine.field(property, $0) }
        parts[place] = arguments[1]
        return try machine.makeRecord(.property, parts)
    }

    private static func documentation(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let property = try machine.receiver(arguments[0], .property, "__doc__")
        let own = machine.field(property, PropertyField.documentation)
        guard own.isNone else { return own }
        let getter = machine.field(property, PropertyField.getter)
        guard getter.tag == .function else { return .none }
        return try machine.attribute(getter, machine.name("__doc__"))
    }
}
