import PythonRuntime

/// `NamedTuple` and `TypedDict`: forms that stand among the bases of a class.
extension TypingModule {
    static let namedTupleForm = NativeType(
        "_NamedTupleForm",
        module: "typing",
        "`NamedTuple`.",
        methods: [
            NativeFunction("__mro_entries__(self, name, namespace, /)", "Makes the class.", namedTupleClass)
        ],
        slots: .init {
            $0.attribute = { (machine: inout Machine, value, name) throws(Raised) in
                guard machine.text(name, is: "__mro_entries__") else { return .unbound }
                return try machine.makeMethod(machine.native("typing.NamedTuple", namedTupleEntry), boundTo: value)
            }
            $0.call = NativeFunction(
                "NamedTuple(self, typename, fields=None, /)",
                "A class from pairs of name and type.",
                namedTupleCall
            )
        }
    )

    private static let namedTupleEntry = NativeFunction(
        "__mro_entries__(self, name, namespace, /)",
        "Makes the class.",
        namedTupleClass
    )

    private static func namedTupleClass(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value
    {
        let namespace = arguments[2]
        let annotations = try machine.lookup(machine.intern("__annotations__"), in: namespace)
        var fields: [Value] = []
        if annotations.tag == .dictionary {
            try machine.forEachEntry(annotations) { (_: inout Machine, key, _) throws(Raised) in
                fields.append(key)
                return true
            }
        }
        let defaults = try machine.makeDictionary()
        var lastDefault: String?
        for field in fields {
            let value = try machine.lookup(field, in: namespace)
            if !value.isUnbound {
                try machine.set(field, to: value, in: defaults)
                lastDefault = machine.string(field)
            } else if let lastDefault {
                throw machine.raise(
                    .typeError,
                    "Non-default namedtuple field '\(machine.string(field))' cannot follow default field "
                        + "'\(lastDefault)'"
                )
            }
        }
        let type = try NamedTuple.makeClass(&machine, name: arguments[1], fields: fields, defaults: defaults)
        let attributes = machine.ownAttributes(ofClass: type)
        try machine.forEachEntry(namespace) { (machine: inout Machine, key, value) throws(Raised) in
            if !(try machine.hasKey(key, in: attributes)) || machine.text(key, is: "__doc__") {
                try machine.set(key, to: value, in: attributes)
            }
            return true
        }
        try machine.set(
            machine.intern("__module__"),
            to: try machine.lookup(machine.intern("__module__"), in: namespace),
            in: attributes
        )
        return type
    }

    private static func namedTupleCall(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        var fields: [Value] = []
        if !arguments[2].isNone {
            try machine.forEach(arguments[2]) { (machine: inout Machine, pair) throws(Raised) in
                fields.append(try machine.item(pair, .int(0)))
                return true
            }
        }
        let defaults = try machine.makeDictionary()
        return try NamedTuple.makeClass(&machine, name: arguments[1], fields: fields, defaults: defaults)
    }

    /// Instances of a `TypedDict` are plain dicts, so the class is `dict`.
    static let typedDictForm = NativeType(
        "_TypedDictForm",
        module: "typing",
        "`TypedDict`.",
        slots: .init {
            $0.attribute = { (machine: inout Machine, value, name) throws(Raised) in
                guard machine.text(name, is: "__mro_entries__") else { return .unbound }
                return try machine.makeMethod(machine.native("typing.TypedDict", typedDictEntry), boundTo: value)
            }
            $0.call = NativeFunction(
                "TypedDict(self, typename, fields=None, /, *, total=True)",
                "The class, which is `dict`."
            ) { (machine: inout Machine, _) throws(Raised) in machine.builtin(named: "dict") }
        }
    )

    private static let typedDictEntry = NativeFunction(
        "__mro_entries__(self, name, namespace, /)",
        "Makes the class, which is `dict`."
    ) { (machine: inout Machine, _) throws(Raised) in machine.builtin(named: "dict") }
}
