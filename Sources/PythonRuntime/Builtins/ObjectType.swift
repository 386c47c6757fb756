extension BuiltinTypes {
    /// `object`: what every instance of a rule's class has.
    static let object = NativeType(
        "object",
        "The base of all types.",
        methods: [
            NativeFunction("__init__(self, /, *args, **kwargs)", "Does nothing.", initialize),
            NativeFunction("__new__(cls, /, *args, **kwargs)", "A new instance.", makeNew),
            NativeFunction("__repr__(self, /)", "Its text for developers.", repr),
            NativeFunction("__str__(self, /)", "Its text.") { (machine: inout Machine, arguments) throws(Raised) in
                try machine.repr(arguments[0])
            },
            NativeFunction("__format__(self, specification, /)", "Its text, formatted.", format),
            NativeFunction("__eq__(self, other, /)", "Whether it is the same object.") {
                (_: inout Machine, arguments) throws(Raised) in
                arguments[0].isIdentical(to: arguments[1]) ? .true : .notImplemented
            },
            NativeFunction("__ne__(self, other, /)", "Whether it differs.") {
                (machine: inout Machine, arguments) throws(Raised) in
                .bool(!(try machine.truth(try machine.equal(arguments[0], arguments[1]))))
            },
            NativeFunction("__hash__(self, /)", "A hash of its identity.") {
                (machine: inout Machine, arguments) throws(Raised) in
                .int(machine.visible(machine.identityHash(arguments[0])))
            },
            NativeFunction("__getattribute__(self, name, /)", "An attribute.", getAttribute),
            NativeFunction("__setattr__(self, name, value, /)", "Sets an attribute.", setAttribute),
            NativeFunction("__delattr__(self, name, /)", "Deletes an attribute.", deleteAttribute),
            NativeFunction("__dir__(self, /)", "The names of its attributes.") {
                (machine: inout Machine, arguments) throws(Raised) in
                try machine.attributeNames(arguments[0])
            },
        ],
        classMethods: [
            NativeFunction("__init_subclass__(cls, /)", "Does nothing.") { (_: inout Machine, _) throws(Raised) in .none
            }
        ],
        slots: .init {
            $0.hash = { (machine: inout Machine, value) throws(Raised) in machine.identityHash(value) }
            $0.construct = NativeFunction("object(cls, /, *arguments)", "A new object.") {
                (machine: inout Machine, arguments) throws(Raised) in
                guard machine.tupleCount(arguments[1]) == 0 else {
                    throw machine.raise(.typeError, "object() takes no arguments")
                }
                return try machine.makeObject(machine.types.objectType, [])
            }
        }
    )

    private static func initialize(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        guard arguments[0].tag == .instance else { return .none }
        let type = machine.instanceClass(arguments[0])
        let hasArguments = machine.tupleCount(arguments[1]) > 0 || machine.dictionaryCount(arguments[2]) > 0
        let isOverridden = !machine.lookupInClass(type, machine.names.initializer.value).isUnbound
        if hasArguments, isOverridden || machine.lookupInClass(type, machine.names.new.value).isUnbound {
            throw machine.raise(
                .typeError,
                isOverridden
                    ? "object.__init__() takes exactly one argument (the instance to initialize)"
                    : "\(machine.className(type)).__init__() takes exactly one argument (the instance to initialize)"
            )
        }
        return .none
    }

    private static func makeNew(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let type = arguments[0]
        guard type.tag == .classObject else {
            guard type.tag == .nativeType else {
                throw machine.raise(
                    .typeError,
                    "object.__new__(X): X is not a type object (\(machine.errorTypeName(type)))"
                )
            }
            return try machine.callSpread(type, arguments[1], arguments[2])
        }
        let instance = try machine.makeInstance(of: type)
        let native = machine.nativeBase(type)
        if machine.isExceptionClass(type) {
            machine.setField(instance, InstanceField.storage, arguments[1])
        } else if native.raw != 0 {
            let storage = try machine.callSpread(.type(native), arguments[1], arguments[2])
            machine.setField(instance, InstanceField.storage, storage)
        } else if machine.tupleCount(arguments[1]) > 0 || machine.dictionaryCount(arguments[2]) > 0 {
            if !machine.lookupInClass(type, machine.names.new.value).isUnbound {
                throw machine.raise(.typeError, "object.__new__() takes exactly one argument (the type to instantiate)")
            }
        }
        return instance
    }

    private static func repr(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let value = arguments[0]
        let name = machine.qualifiedTypeName(machine.typeValue(value))
        return try machine.makeString("<\(name) object at 0x\(String(value.payload, radix: 16))>")
    }

    private static func format(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        guard arguments[1].isString else {
            throw machine.raise(
                .typeError,
                "__format__() argument must be str, not \(machine.errorTypeName(arguments[1]))"
            )
        }
        guard arguments[1].length == 0 else {
            throw machine.raise(
                .typeError,
                "unsupported format string passed to \(machine.errorTypeName(arguments[0])).__format__"
            )
        }
        return try machine.str(arguments[0])
    }

    private static func getAttribute(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        try machine.attribute(arguments[0], try machine.attributeName(arguments[1]))
    }

    /// Without the `__setattr__` of the class, which calls this.
    private static func setAttribute(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let name = try machine.attributeName(arguments[1])
        if arguments[0].tag == .instance {
            try machine.storeAttribute(arguments[0], name, to: arguments[2])
        } else {
            try machine.setAttribute(arguments[0], name, to: arguments[2])
        }
        return .none
    }

    private static func deleteAttribute(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value
    {
        try machine.removeAttribute(arguments[0], try machine.attributeName(arguments[1]))
        return .none
    }
}
