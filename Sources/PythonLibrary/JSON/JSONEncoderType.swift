import PythonRuntime

/// `json.JSONEncoder`: what rules derive from to give `dumps` a `default` of their own.
enum JSONEncoderType {
    /// Fields of an encoder, in the order of the constructor's arguments.
    private enum Field {
        static let skipsKeys = 0
        static let isASCII = 1
        static let checksCircles = 2
        static let allowsNaN = 3
        static let sortsKeys = 4
        static let indent = 5
        static let separators = 6
        static let fallback = 7
    }

    static let type = NativeType(
        "JSONEncoder",
        module: "json.encoder",
        "Writes values as JSON; derive from it to define `default`.",
        methods: [
            NativeFunction("default(self, o)", "Called with what cannot be written: raises TypeError.", fallback),
            NativeFunction("encode(self, o)", "A value as a document.", encode),
        ],
        slots: .init { slots in
            slots.construct = NativeFunction(
                "JSONEncoder(cls, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, "
                    + "sort_keys=False, indent=None, separators=None, default=None)",
                "An encoder with these options.",
                make
            )
        }
    )

    private static func make(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        try machine.makeObject(
            machine.libraryType("json.JSONEncoder"),
            (1...(Field.fallback + 1)).map { arguments[$0] }
        )
    }

    private static func fallback(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        throw machine.raise(
            .typeError,
            "Object of type \(machine.typeName(arguments[1])) is not JSON serializable"
        )
    }

    private static func encode(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let encoder = machine.unwrapped(arguments[0])
        let field = { (machine: borrowing Machine, index: Int) in machine.objectField(encoder, index) }
        var options = try JSONWriter.Options(
            &machine,
            skipsKeys: field(machine, Field.skipsKeys),
            isASCII: field(machine, Field.isASCII),
            checksCircles: field(machine, Field.checksCircles),
            allowsNaN: field(machine, Field.allowsNaN),
            sortsKeys: field(machine, Field.sortsKeys),
            indent: field(machine, Field.indent),
            separators: field(machine, Field.separators)
        )
        options.fallback = field(machine, Field.fallback)
        if options.fallback.isNone {
            options.fallback = try machine.attribute(arguments[0], machine.name("default"))
        }
        return try JSONWriter.write(&machine, arguments[1], options)
    }
}
