package import PythonRuntime

/// `datetime`. The local zone is UTC, and now is the injected clock's.
package enum DatetimeModule {
    package static let module: NativeModule = NativeModule(
        "datetime",
        "Dates, times and durations; the local zone is UTC.",
        types: [tzinfo, timezone, timedelta, date, time],
        constants: constants
    )

    /// The class of what `isocalendar` gives.
    static let isoCalendarDate = "datetime.IsoCalendarDate"

    /// Registers `datetime`, which is derived from `date`, and the constants of the types.
    @Sendable private static func constants(
        _ machine: inout Machine
    ) throws(Raised) -> [(name: String, value: Value)] {
        let base = machine.libraryType("datetime.date")
        let number = machine.register(datetime, base: base)
        machine.retained["type datetime.datetime"] = .type(number)
        func set(_ type: String, _ name: String, _ value: Value, _ machine: inout Machine) {
            machine.retained["type \(machine.libraryType("datetime.\(type)").raw) \(name)"] = value
        }
        _ = try NamedTuple.makeLibraryClass(
            &machine,
            isoCalendarDate,
            fields: ["year", "week", "weekday"],
            isStructSequence: true
        )
        let utc = try machine.makeObject(machine.libraryType("datetime.timezone"), [.int(0), .none])
        machine.retained["datetime utc"] = utc
        let day = CivilTime.microsecondsPerDay
        let shortest = Int128(-Machine.timedeltaDaysMax) * Int128(day)
        set("timedelta", "min", try machine.makeTimedelta(shortest), &machine)
        set("timedelta", "max", try machine.makeTimedelta(-shortest + Int128(day) - 1), &machine)
        set("timedelta", "resolution", try machine.makeTimedelta(1), &machine)
        set("date", "min", try machine.makeDate(CivilDate(ordinal: 1)), &machine)
        set("date", "max", try machine.makeDate(CivilDate(ordinal: CivilDate.ordinalMax)), &machine)
        set("date", "resolution", try machine.makeTimedelta(Int128(day)), &machine)
        set("time", "min", try machine.makeTime(0), &machine)
        set("time", "max", try machine.makeTime(day - 1), &machine)
        set("time", "resolution", try machine.makeTimedelta(1), &machine)
        set("datetime", "min", try machine.makeDatetime(0), &machine)
        set("datetime", "max", try machine.makeDatetime(CivilDate.ordinalMax * day - 1), &machine)
        set("datetime", "resolution", try machine.makeTimedelta(1), &machine)
        set("timezone", "utc", utc, &machine)
        set("timezone", "min", try machine.makeTimezone(-86_340_000_000), &machine)
        set("timezone", "max", try machine.makeTimezone(86_340_000_000), &machine)
        return [("datetime", .type(number)), ("UTC", utc), ("MINYEAR", .int(1)), ("MAXYEAR", .int(CivilDate.yearMax))]
    }

    // MARK: Shared by date, time and datetime

    /// `strftime` and `format`: what the format makes of a value.
    static func formatted(_ machine: inout Machine, _ value: Value, _ format: Value) throws(Raised) -> Value {
        let text = try machine.requireString(format) { "strftime() argument 1 must be str, not \($0)" }
        var formatter = DateFormat(machine.civilTime(value))
        let zone = machine.zone(value)
        if text.contains("%"), !zone.isNone, !machine.isObject(machine.unwrapped(value), "datetime.date") {
            let moment = machine.datetime(value) == nil ? Value.none : value
            formatter.offsetText =
                try machine.offset(of: zone, at: moment).map { CivilText.offset($0, separator: "") } ?? ""
            formatter.zoneName = try machine.zoneName(of: zone, at: moment) ?? ""
        }
        try machine.charge(text.utf8.count / 16 + 1)
        return try machine.makeString(formatter.text(text))
    }

    @Sendable static func format(_ machine: inout Machine, _ value: Value, _ format: Value) throws(Raised) -> Value {
        guard format.isString, format.length > 0 else { return try machine.str(value) }
        return try formatted(&machine, value, format)
    }

    /// An int argument of a constructor, or the value it replaces if it was not given.
    static func part(_ machine: inout Machine, _ value: Value, _ fallback: Int) throws(Raised) -> Int {
        value.isUnbound ? fallback : try machine.intArgument(value)
    }

    static func checkFold(_ machine: inout Machine, _ fold: Int) throws(Raised) {
        guard fold == 0 || fold == 1 else { throw machine.raise(.valueError, "fold must be either 0 or 1") }
    }

    static func require(_ machine: inout Machine, _ fault: String?) throws(Raised) {
        if let fault { throw machine.raise(.valueError, fault) }
    }
}
