import PythonRuntime

extension DatetimeModule {
    /// `tzinfo`: the base of zones that rules define.
    static let tzinfo = NativeType(
        "tzinfo",
        module: "datetime",
        "The base of time zones.",
        methods: [
            NativeFunction("utcoffset(self, dt, /)", "To be written by derived classes.", unwritten),
            NativeFunction("tzname(self, dt, /)", "To be written by derived classes.", unwritten),
            NativeFunction("dst(self, dt, /)", "To be written by derived classes.", unwritten),
        ],
        slots: .init {
            $0.isInstance = { (machine: inout Machine, value) throws(Raised) in
                machine.isObject(machine.unwrapped(value), "datetime.timezone")
                    || (machine.slots(of: value).attribute != nil && machine.typeName(value) == "ZoneInfo")
            }
        }
    )

    private static func unwritten(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        throw machine.raise(.notImplementedError, "a tzinfo subclass must implement utcoffset(), tzname() and dst()")
    }

    /// `timezone`.
    static let timezone = NativeType(
        "timezone",
        module: "datetime",
        "A fixed offset from UTC.",
        methods: [
            NativeFunction("utcoffset(self, dt, /)", "The offset.") {
                (machine: inout Machine, arguments) throws(Raised) in
                try checkMoment(&machine, arguments[1], "utcoffset")
                return try machine.makeTimedelta(Int128(machine.objectField(arguments[0], 0).intValue))
            },
            NativeFunction("tzname(self, dt, /)", "The name, `UTC+01:00` if it was given none.") {
                (machine: inout Machine, arguments) throws(Raised) in
                try checkMoment(&machine, arguments[1], "tzname")
                return try zoneText(&machine, arguments[0])
            },
            NativeFunction("dst(self, dt, /)", "None.") { (machine: inout Machine, arguments) throws(Raised) in
                try checkMoment(&machine, arguments[1], "dst")
                return .none
            },
            NativeFunction("fromutc(self, dt, /)", "The moment in this zone.") {
                (machine: inout Machine, arguments) throws(Raised) in
                guard let moment = machine.datetime(arguments[1]) else {
                    throw machine.raise(.typeError, "fromutc() argument must be a datetime instance")
                }
                guard machine.zone(arguments[1]).isIdentical(to: arguments[0]) else {
                    throw machine.raise(.valueError, "fromutc: dt.tzinfo is not self")
                }
                let offset = Int(machine.objectField(arguments[0], 0).intValue)
                return try machine.makeDatetime(moment + offset, zone: arguments[0])
            },
        ],
        slots: .init {
            $0.construct = NativeFunction("timezone(cls, offset, name=...)", "A zone with that offset.", makeZone)
            $0.repr = { (machine: inout Machine, value) throws(Raised) in
                if let utc = machine.retained["datetime utc"], utc.isIdentical(to: value) {
                    return machine.intern("datetime.timezone.utc")
                }
                let offset = try machine.makeTimedelta(Int128(machine.objectField(value, 0).intValue))
                var text = "datetime.timezone(" + machine.string(try machine.repr(offset))
                let name = machine.objectField(value, 1)
                if !name.isNone { text += ", " + machine.string(try machine.repr(name)) }
                return try machine.makeString(text + ")")
            }
            $0.str = { (machine: inout Machine, value) throws(Raised) in try zoneText(&machine, value) }
            $0.hash = { (machine: inout Machine, value) throws(Raised) in
                try machine.hash(machine.objectField(value, 0))
            }
            $0.equals = { (machine: inout Machine, left, right) throws(Raised) in
                guard machine.isObject(machine.unwrapped(right), "datetime.timezone"),
                    machine.isObject(machine.unwrapped(left), "datetime.timezone")
                else { return .notImplemented }
                let first = machine.objectField(machine.unwrapped(left), 0)
                return .bool(first.intValue == machine.objectField(machine.unwrapped(right), 0).intValue)
            }
        }
    )

    private static func checkMoment(_ machine: inout Machine, _ value: Value, _ method: String) throws(Raised) {
        guard value.isNone || machine.datetime(value) != nil else {
            throw machine.raise(
                .typeError,
                "\(method)(dt) argument must be a datetime instance or None, not \(machine.errorTypeName(value))"
            )
        }
    }

    private static func zoneText(_ machine: inout Machine, _ zone: Value) throws(Raised) -> Value {
        let name = machine.objectField(zone, 1)
        guard name.isNone else { return name }
        let offset = Int(machine.objectField(zone, 0).intValue)
        return try machine.makeString(offset == 0 ? "UTC" : "UTC" + CivilText.offset(offset))
    }

    private static func makeZone(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        guard let offset = machine.timedelta(arguments[1]) else {
            throw machine.raise(
                .typeError,
                "timezone() argument 1 must be datetime.timedelta, not \(machine.errorTypeName(arguments[1]))"
            )
        }
        let name = arguments[2]
        if !name.isUnbound {
            _ = try machine.requireString(name) { "timezone() argument 2 must be str, not \($0)" }
        }
        return try machine.derived(
            try machine.makeTimezone(Int(clamping: offset), name: name.isUnbound ? .none : name),
            arguments[0]
        )
    }
}
