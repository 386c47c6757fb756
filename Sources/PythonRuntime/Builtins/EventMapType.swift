extension BuiltinTypes {
    /// `ImmutableCaseInsensitiveDict`: a mapping of the event, or one that a rule wrapped.
    static let eventMap = NativeType(
        "ImmutableCaseInsensitiveDict",
        module: "panther_core.immutable",
        "A mapping that cannot be changed; keys are found whatever their case.",
        methods: immutableMapMethods,
        slots: immutableSlots(of: .map) {
            $0.construct = NativeFunction(
                "ImmutableCaseInsensitiveDict(cls, container)",
                "Wraps a shallow copy of a mapping."
            ) { (machine: inout Machine, arguments) throws(Raised) in
                try machine.makeImmutableMap(copying: arguments[1], type: TypeNumber(.eventMap))
            }
        }
    )

    private static let immutableMapMethods = [
        NativeFunction("get(self, key, default=None)", "The value of a key, whatever its case.", mapGet),
        NativeFunction("deep_get(self, *keys, default=None)", "The value under a path of keys.", mapDeepGet),
        NativeFunction("keys(self, /)", "The keys, in order.", mapKeys),
        NativeFunction("values(self, /)", "The values, in order.", mapValues),
        NativeFunction("items(self, /)", "Pairs of key and value, in order.", mapItems),
        NativeFunction("copy(self, /)", "A deep, mutable copy.", immutableCopy),
        NativeFunction("to_dict(self, /)", "A deep, mutable copy.", immutableCopy),
        NativeFunction("raw_view(self, /)", "The plain values behind it.", immutableRaw),
    ]

    /// What the slots of a mapping and of a list differ in.
    enum ImmutableKind {
        case map, list
    }

    /// The slots that views of the event and immutable objects share.
    static func immutableSlots(
        of kind: ImmutableKind,
        _ fill: (inout NativeType.Slots) -> Void
    ) -> NativeType.Slots {
        NativeType.Slots {
            $0.repr = { (machine: inout Machine, value) throws(Raised) in try machine.immutableRepr(value) }
            $0.length = { (machine: inout Machine, value) throws(Raised) in machine.immutableCount(value) }
            switch kind {
            case .map:
                $0.equals = { (machine: inout Machine, value, other) throws(Raised) in
                    try machine.equalMap(value, other)
                }
                $0.item = { (machine: inout Machine, value, key) throws(Raised) in
                    let found = try machine.immutableMember(value, key)
                    guard found.isUnbound else { return found }
                    throw machine.raise(.keyError, arguments: [key])
                }
                $0.contains = { (machine: inout Machine, value, key) throws(Raised) in
                    !(try machine.immutableMember(value, key)).isUnbound
                }
                $0.iterate = { (machine: inout Machine, value) throws(Raised) in
                    try machine.immutableIterator(value, machine.iterators.eventKeys)
                }
            case .list:
                $0.equals = { (machine: inout Machine, value, other) throws(Raised) in
                    try machine.equalList(value, other)
                }
                $0.item = { (machine: inout Machine, value, key) throws(Raised) in
                    try machine.immutableListItem(value, key)
                }
                $0.iterate = { (machine: inout Machine, value) throws(Raised) in
                    try machine.immutableIterator(value, machine.iterators.eventElements)
                }
            }
            fill(&$0)
        }
    }

    private static func mapGet(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let found = try machine.immutableMember(arguments[0], arguments[1])
        return found.isUnbound ? arguments[2] : found
    }

    private static func mapDeepGet(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let keys = arguments[1]
        return try machine.deepGet(
            arguments[0],
            machine.memory.fields(keys),
            count: machine.tupleCount(keys),
            fallback: arguments[2]
        )
    }

    private static func mapKeys(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        try machine.makeObject(machine.event.keysView, [arguments[0]])
    }

    private static func mapValues(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        try machine.makeObject(machine.event.valuesView, [arguments[0]])
    }

    private static func mapItems(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        try machine.makeObject(machine.event.itemsView, [arguments[0]])
    }

    static func immutableCopy(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        try machine.plainValue(arguments[0])
    }

    private static func immutableRaw(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        try machine.rawValue(arguments[0])
    }
}
