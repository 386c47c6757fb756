package import PythonRuntime

/// The modules of `panther_core` that rules import. Source: panther_core 0.16.3.
package enum PantherCore {
    /// One row for each module.
    package static let modules = [package, immutable, enrichedEvent, dataModel, exceptions] + former

    private static let package = NativeModule(
        "panther_core",
        "Panther's event.",
        constants: { (machine: inout Machine) throws(Raised) in [("PantherEvent", machine.eventType)] }
    )

    private static let enrichedEvent = NativeModule(
        "panther_core.enriched_event",
        "Panther's event.",
        constants: eventTypes
    )

    private static let immutable = NativeModule(
        "panther_core.immutable",
        "The containers of an event, which cannot be changed.",
        types: [container],
        constants: containerTypes
    )

    /// Where the same classes were before there was a `panther_core`: rules of 2021 import them from there.
    private static let former = [
        NativeModule("panther_analysis_tool", "Where `panther_core` was once."),
        NativeModule(
            "panther_analysis_tool.enriched_event",
            "Panther's event, by the name it had until 2022.",
            constants: eventTypes
        ),
        NativeModule(
            "panther_analysis_tool.immutable",
            "The containers of an event, by the name they had until 2022.",
            constants: containerTypes
        ),
    ]

    @Sendable private static func eventTypes(
        _ machine: inout Machine
    ) throws(Raised) -> [(name: String, value: Value)] {
        [
            ("PantherEvent", machine.eventType), ("ImmutableCaseInsensitiveDict", machine.immutableMapType),
            ("json_encoder", machine.makeNative(encoder)),
        ]
    }

    @Sendable private static func containerTypes(
        _ machine: inout Machine
    ) throws(Raised) -> [(name: String, value: Value)] {
        [
            ("ImmutableCaseInsensitiveDict", machine.immutableMapType),
            ("ImmutableList", machine.immutableListType), ("json_encoder", machine.makeNative(encoder)),
        ]
    }

    private static let encoder = NativeFunction(
        "json_encoder(obj)",
        "For json.dumps(default=…): what an immutable value wraps.",
        BuiltinTypes.jsonEncoder
    )

    private static let container = NativeType(
        "ImmutableContainerMixin",
        module: "panther_core.immutable",
        "What all immutable containers are instances of.",
        slots: .init {
            $0.isInstance = { (machine: inout Machine, value) throws(Raised) in
                machine.isImmutableMap(value) || machine.isImmutableList(value)
            }
        }
    )

    private static let dataModel = NativeModule(
        "panther_core.data_model",
        "Mappings of log types to unified fields.",
        constants: { (machine: inout Machine) throws(Raised) in
            [
                ("DataModel", machine.dataModelType),
                ("E_NO_DATA_MODEL_FOUND", machine.intern("a data model hasn't been specified for log type")),
                ("NAME", machine.intern("name")), ("PATH", machine.intern("path")),
                ("METHOD", machine.intern("method")),
            ]
        }
    )

    // MARK: Exceptions

    private static let exceptions = NativeModule(
        "panther_core.exceptions",
        "What Panther raises.",
        exceptions: [
            ("PantherError", "Exception"), ("FunctionReturnTypeError", "PantherError"),
            ("UnknownDestinationError", "PantherError"),
        ],
        constants: { (machine: inout Machine) throws(Raised) in
            for (owner, method) in methods {
                let type = machine.retained["exception panther_core.exceptions.\(owner)"] ?? .none
                let function = machine.makeNative(method)
                try machine.setAttribute(type, machine.name(method.name), to: function)
            }
            return []
        }
    )

    private static let methods: [(String, NativeFunction)] = [
        ("PantherError", NativeFunction("__str__(self, /)", "The first argument, a colon, the others.", text)),
        ("PantherError", NativeFunction("equals(self, other)", "Whether class and arguments are the same.", equals)),
        (
            "PantherError",
            NativeFunction("has_message_prefix(self, string)", "Whether the first argument is this.", hasPrefix)
        ),
        ("UnknownDestinationError", NativeFunction("result(self, /)", "The unknown destinations.", result)),
    ]

    private static func argumentsOf(_ error: Value, _ machine: inout Machine) throws(Raised) -> Value {
        try machine.attribute(error, machine.name("args"))
    }

    private static func text(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let parts = try argumentsOf(arguments[0], &machine)
        let count = machine.tupleCount(parts)
        guard count > 1 else { return try machine.item(parts, .int(0)) }
        var text = TextBuilder()
        for index in 0..<count {
            if index > 0 { text.append(index == 1 ? ": " : ", ") }
            text.append(machine.memory.bytes(try machine.str(machine.tupleElement(parts, index))))
        }
        return try text.finish(&machine)
    }

    private static func equals(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        guard machine.typeValue(arguments[0]).isIdentical(to: machine.typeValue(arguments[1])) else { return .false }
        let own = try argumentsOf(arguments[0], &machine)
        return .bool(try machine.equals(own, try argumentsOf(arguments[1], &machine)))
    }

    private static func hasPrefix(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let first = try machine.item(try argumentsOf(arguments[0], &machine), .int(0))
        return try machine.equal(first, arguments[1])
    }

    private static func result(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        try machine.item(try argumentsOf(arguments[0], &machine), .int(1))
    }
}
