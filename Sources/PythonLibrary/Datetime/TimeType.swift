import PythonRuntime

extension DatetimeModule {
    /// `time`.
    static let time = NativeType(
        "time",
        module: "datetime",
        "A time of day.",
        methods: timeMethods,
        properties: clockProperties,
        classMethods: [
            NativeFunction("fromisoformat(cls, time_string, /)", "Reads ISO 8601.") {
                (machine: inout Machine, arguments) throws(Raised) in
                let text = try machine.requireString(arguments[1]) { _ in "fromisoformat: argument must be str" }
                guard let clock = IsoParser(Array(text.utf8)).time() else {
                    throw try invalidISO(&machine, arguments[1])
                }
                let zone = try clock.offset.map { (offset) throws(Raised) in try machine.makeTimezone(offset) } ?? .none
                return try assembleTime(
                    &machine,
                    [clock.hour, clock.minute, clock.second, clock.microsecond],
                    zone: zone,
                    fold: 0,
                    type: arguments[0]
                )
            }
        ],
        slots: .init {
            $0.construct = NativeFunction(
                "time(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0)",
                "The time of day."
            ) { (machine: inout Machine, arguments) throws(Raised) in
                var parts: [Int] = []
                for index in 1...4 { parts.append(try machine.intArgument(arguments[index])) }
                let fold = try machine.intArgument(arguments[6])
                return try assembleTime(&machine, parts, zone: arguments[5], fold: fold, type: arguments[0])
            }
            $0.repr = timeRepr
            $0.str = { (machine: inout Machine, value) throws(Raised) in try timeText(&machine, value, .auto) }
            $0.hash = { (machine: inout Machine, value) throws(Raised) in
                try machine.hash(.int(try clock(&machine, value)?.microseconds ?? 0))
            }
            $0.equals = { (machine: inout Machine, left, right) throws(Raised) in
                guard let first = try clock(&machine, left), let second = try clock(&machine, right) else {
                    return .notImplemented
                }
                return .bool(first.isNaive == second.isNaive && first.microseconds == second.microseconds)
            }
            $0.compare = { (machine: inout Machine, comparison, left, right) throws(Raised) in
                guard let first = try clock(&machine, left), let second = try clock(&machine, right) else {
                    return .notImplemented
                }
                guard first.isNaive == second.isNaive else {
                    throw machine.raise(.typeError, "can't compare offset-naive and offset-aware times")
                }
                return .bool(comparison.holds(first.microseconds - second.microseconds))
            }
            $0.format = format
        }
    )

    private static let timeMethods: [NativeFunction] = [
        NativeFunction("isoformat(self, timespec='auto')", "`12:00:00`.") {
            (machine: inout Machine, arguments) throws(Raised) in
            let precision = try precision(&machine, arguments[1])
            return try timeText(&machine, arguments[0], precision)
        },
        NativeFunction("strftime(self, format)", "The time in a format.") {
            (machine: inout Machine, arguments) throws(Raised) in
            try formatted(&machine, arguments[0], arguments[1])
        },
        NativeFunction("utcoffset(self, /)", "Its offset from UTC, or None.") {
            (machine: inout Machine, arguments) throws(Raised) in
            guard let offset = try machine.offset(of: machine.zone(arguments[0]), at: .none) else { return .none }
            return try machine.makeTimedelta(Int128(offset))
        },
        NativeFunction("dst(self, /)", "Its daylight saving, or None.") {
            (machine: inout Machine, arguments) throws(Raised) in
            let zone = machine.zone(arguments[0])
            return zone.isNone ? .none : try machine.callMethod(zone, "dst", [.none])
        },
        NativeFunction("tzname(self, /)", "The name of its zone, or None.") {
            (machine: inout Machine, arguments) throws(Raised) in
            guard let name = try machine.zoneName(of: machine.zone(arguments[0]), at: .none) else { return .none }
            return try machine.makeString(name)
        },
        NativeFunction(
            "replace(self, hour=..., minute=..., second=..., microsecond=..., tzinfo=..., *, fold=...)",
            "The time with parts replaced."
        ) { (machine: inout Machine, arguments) throws(Raised) in
            let time = machine.civilTime(arguments[0])
            let now = [time.hour, time.minute, time.second, time.microsecond]
            var parts: [Int] = []
            for index in 0..<4 { parts.append(try part(&machine, arguments[index + 1], now[index])) }
            let zone = arguments[5].isUnbound ? machine.zone(arguments[0]) : arguments[5]
            let fold = try part(&machine, arguments[6], machine.fold(arguments[0]))
            return try assembleTime(&machine, parts, zone: zone, fold: fold, type: .unbound)
        },
    ]

    private static func assembleTime(
        _ machine: inout Machine,
        _ parts: [Int],
        zone: Value,
        fold: Int,
        type: Value
    ) throws(Raised) -> Value {
        try require(
            &machine,
            CivilTime.fault(hour: parts[0], minute: parts[1], second: parts[2], microsecond: parts[3])
        )
        try checkFold(&machine, fold)
        try machine.requireZone(zone)
        let seconds = (parts[0] * 60 + parts[1]) * 60 + parts[2]
        return try machine.makeTime(seconds * 1_000_000 + parts[3], zone: zone, fold: fold, as: type)
    }

    private static func clock(
        _ machine: inout Machine,
        _ value: Value
    ) throws(Raised) -> (microseconds: Int, isNaive: Bool)? {
        let plain = machine.unwrapped(value)
        guard machine.isObject(plain, "datetime.time") else { return nil }
        let offset = try machine.offset(of: machine.zone(plain), at: .none)
        return (Int(machine.objectField(plain, 0).intValue) - (offset ?? 0), offset == nil)
    }

    private static func timeText(
        _ machine: inout Machine,
        _ value: Value,
        _ precision: CivilText.Precision
    ) throws(Raised) -> Value {
        let offset = try machine.offset(of: machine.zone(value), at: .none)
        var writer = machine.beginText()
        CivilText.append(machine.civilTime(value), precision, into: &writer)
        if let offset { writer.append(CivilText.offset(offset)) }
        return try machine.finish(writer)
    }

    @Sendable private static func timeRepr(_ machine: inout Machine, _ value: Value) throws(Raised) -> Value {
        let time = machine.civilTime(value)
        var parts = [time.hour, time.minute].map(String.init)
        if time.second != 0 || time.microsecond != 0 { parts.append(String(time.second)) }
        if time.microsecond != 0 { parts.append(String(time.microsecond)) }
        let zone = machine.zone(value)
        if !zone.isNone { parts.append("tzinfo=" + machine.string(try machine.repr(zone))) }
        if machine.fold(value) != 0 { parts.append("fold=\(machine.fold(value))") }
        return try machine.makeString("datetime.time(\(parts.joined(separator: ", ")))")
    }
}
