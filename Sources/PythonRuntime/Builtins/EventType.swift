extension BuiltinTypes {
    /// `PantherEvent`: the event that a rule looks at. Its methods are those of ``eventMap`` and these.
    static let event = NativeType(
        "PantherEvent",
        module: "panther_core.enriched_event",
        "The event that a rule looks at.",
        methods: [
            NativeFunction("udm(self, *key, default=None)", "A value by its unified name.", eventUDM),
            NativeFunction("udm_path(self, key)", "Where the event has a unified name's value.", eventUDMPath),
            NativeFunction(
                "deep_walk(self, *keys, default=None, return_val='all')",
                "All values under a path, through lists.",
                eventDeepWalk
            ),
            NativeFunction(
                "event_time_epoch(self, force_utc=True)",
                "Seconds since 1970 of p_event_time; 0 if it has none.",
                eventTimeEpoch
            ),
            NativeFunction("lookup(self, lookup_name, lookup_key)", "A row of a lookup table.", eventLookup),
            NativeFunction("json_encoder(self, /)", "For json.dumps(default=…): what a value wraps.", jsonEncoder),
        ],
        properties: [
            NativeFunction("data_model(self, /)", "The data model of the event's log type.", eventDataModel)
        ],
        slots: immutableSlots(of: .map) {
            $0.construct = NativeFunction(
                "PantherEvent(cls, event, data_model=None)",
                "An event of a shallow copy of a mapping."
            ) { (machine: inout Machine, arguments) throws(Raised) in
                try machine.makeImmutableMap(
                    copying: arguments[1],
                    type: machine.types.eventType,
                    dataModel: arguments[2]
                )
            }
        }
    )

    private static func eventUDM(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        try machine.udm(arguments[0], arguments[1], fallback: arguments[2])
    }

    private static func eventUDMPath(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        try machine.udmPath(arguments[0], arguments[1])
    }

    private static func eventDeepWalk(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let word = arguments[3]
        let result: Machine.WalkResult =
            machine.text(word, is: "all")
            ? .all : machine.text(word, is: "first") ? .first : machine.text(word, is: "last") ? .last : .word
        return try machine.deepWalk(
            arguments[0],
            Machine.Walk(keys: arguments[1], fallback: arguments[2], result: result)
        )
    }

    private static func eventTimeEpoch(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        try machine.eventTimeEpoch(arguments[0], forceUTC: try machine.truth(arguments[1]))
    }

    /// Rows are those that tests give under `_mocked_lookup_data_`, else those of the pack's tables.
    private static func eventLookup(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let rows = try machine.immutableMember(arguments[0], machine.intern("_mocked_lookup_data_"))
        guard !rows.isUnbound, !rows.isNone else {
            guard let lookup = machine.environment.lookup else { return .none }
            let table = machine.string(try machine.str(arguments[1]))
            let key = machine.string(try machine.str(arguments[2]))
            return try machine.wrapped(try lookup(&machine, table, key))
        }
        let keys = try machine.makeTuple([arguments[1], arguments[2]])
        return try machine.deepGet(rows, machine.memory.fields(keys), count: 2, fallback: .none)
    }

    /// As `panther_core.immutable.json_encoder`: TypeError for what wraps nothing.
    package static func jsonEncoder(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let value = arguments[0]
        if machine.isImmutableMap(value) || machine.isImmutableList(value) { return try machine.rawValue(value) }
        let type = machine.string(try machine.repr(machine.typeValue(value)))
        throw machine.raise(.typeError, "object of type \(type) is not JSON serializable")
    }

    private static func eventDataModel(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let model = machine.dataModel(of: arguments[0])
        return model.isUnbound ? .none : model
    }
}
