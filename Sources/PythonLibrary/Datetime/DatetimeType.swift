import PythonRuntime

extension DatetimeModule {
    /// `datetime`; registered with ``date`` as its base, so that it has its methods too.
    static let datetime = NativeType(
        "datetime",
        module: "datetime",
        "A moment: day, time of day, and perhaps a zone.",
        methods: datetimeMethods,
        properties: clockProperties,
        classMethods: datetimeClassMethods,
        slots: .init {
            $0.construct = NativeFunction(
                "datetime(cls, year, month, day, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0)",
                "The moment.",
                makeMoment
            )
            $0.repr = datetimeRepr
            $0.str = { (machine: inout Machine, value) throws(Raised) in
                try datetimeText(&machine, value, separator: " ", .auto)
            }
            $0.hash = datetimeHash
            $0.equals = datetimeEquals
            $0.compare = datetimeCompare
            $0.binary = dateBinary
            $0.format = format
        }
    )

    private static let datetimeMethods: [NativeFunction] = [
        NativeFunction("isoformat(self, sep='T', timespec='auto')", "`2024-01-31T12:00:00+00:00`.") {
            (machine: inout Machine, arguments) throws(Raised) in
            let separator = try machine.requireString(arguments[1]) {
                "isoformat() argument 1 must be a unicode character, not \($0)"
            }
            guard separator.unicodeScalars.count == 1 else {
                throw machine.raise(.typeError, "isoformat() argument 1 must be a unicode character, not str")
            }
            let precision = try precision(&machine, arguments[2])
            return try datetimeText(&machine, arguments[0], separator: separator, precision)
        },
        NativeFunction("date(self, /)", "Its day.") { (machine: inout Machine, arguments) throws(Raised) in
            try machine.makeDate(machine.civilTime(arguments[0]).date)
        },
        NativeFunction("time(self, /)", "Its time of day, without zone.") {
            (machine: inout Machine, arguments) throws(Raised) in
            try machine.makeTime(
                machine.civilTime(arguments[0]).microsecondsOfDay,
                fold: machine.fold(arguments[0])
            )
        },
        NativeFunction("timetz(self, /)", "Its time of day, with zone.") {
            (machine: inout Machine, arguments) throws(Raised) in
            try machine.makeTime(
                machine.civilTime(arguments[0]).microsecondsOfDay,
                zone: machine.zone(arguments[0]),
                fold: machine.fold(arguments[0])
            )
        },
        NativeFunction("timestamp(self, /)", "Seconds since 1970.") {
            (machine: inout Machine, arguments) throws(Raised) in
            let moment = Int(machine.objectField(arguments[0], 0).intValue)
            let offset = try offsetOrLocal(&machine, arguments[0])
            let since = moment - offset - (CivilDate.epochOrdinal - 1) * CivilTime.microsecondsPerDay
            return .float(Double(since) / 1e6)
        },
        NativeFunction("utcoffset(self, /)", "Its offset from UTC, or None.") {
            (machine: inout Machine, arguments) throws(Raised) in
            let offset = try machine.offset(of: machine.zone(arguments[0]), at: arguments[0])
            return try offset.map { Int128($0) }.map { (value) throws(Raised) in try machine.makeTimedelta(value) }
                ?? .none
        },
        NativeFunction("dst(self, /)", "Its daylight saving, or None.") {
            (machine: inout Machine, arguments) throws(Raised) in
            let zone = machine.zone(arguments[0])
            guard !zone.isNone else { return .none }
            return try machine.callMethod(zone, "dst", [arguments[0]])
        },
        NativeFunction("tzname(self, /)", "The name of its zone, or None.") {
            (machine: inout Machine, arguments) throws(Raised) in
            let name = try machine.zoneName(of: machine.zone(arguments[0]), at: arguments[0])
            guard let name else { return .none }
            return try machine.makeString(name)
        },
        NativeFunction("astimezone(self, tz=None)", "The same moment in another zone.", astimezone),
        NativeFunction("timetuple(self, /)", "The moment as a `struct_time`.") {
            (machine: inout Machine, arguments) throws(Raised) in
            let zone = machine.zone(arguments[0])
            var isDaylight = -1
            if !zone.isNone {
                let saving = try machine.callMethod(zone, "dst", [arguments[0]])
                if let amount = machine.timedelta(saving) { isDaylight = amount == 0 ? 0 : 1 }
            }
            return try timeTuple(&machine, machine.civilTime(arguments[0]), isDaylight: isDaylight)
        },
        NativeFunction("utctimetuple(self, /)", "The moment in UTC as a `struct_time`.") {
            (machine: inout Machine, arguments) throws(Raised) in
            let offset = try machine.offset(of: machine.zone(arguments[0]), at: arguments[0]) ?? 0
            let moment = Int(machine.objectField(arguments[0], 0).intValue) - offset
            guard (0..<(CivilDate.ordinalMax * CivilTime.microsecondsPerDay)).contains(moment) else {
                throw machine.raise(.overflowError, "date value out of range")
            }
            return try timeTuple(&machine, CivilTime(microseconds: moment), isDaylight: 0)
        },
        NativeFunction(
            "replace(self, year=..., month=..., day=..., hour=..., minute=..., second=..., microsecond=..., tzinfo=..., *, fold=...)",
            "The moment with parts replaced.",
            replaceMoment
        ),
    ]

    /// Of times and datetimes.
    static let clockProperties: [NativeFunction] = [
        NativeFunction("hour(self)", "The hour.") { (machine: inout Machine, arguments) throws(Raised) in
            .int(machine.civilTime(arguments[0]).hour)
        },
        NativeFunction("minute(self)", "The minute.") { (machine: inout Machine, arguments) throws(Raised) in
            .int(machine.civilTime(arguments[0]).minute)
        },
        NativeFunction("second(self)", "The second.") { (machine: inout Machine, arguments) throws(Raised) in
            .int(machine.civilTime(arguments[0]).second)
        },
        NativeFunction("microsecond(self)", "The microsecond.") { (machine: inout Machine, arguments) throws(Raised) in
            .int(machine.civilTime(arguments[0]).microsecond)
        },
        NativeFunction("tzinfo(self)", "The zone, or None.") { (machine: inout Machine, arguments) throws(Raised) in
            machine.zone(arguments[0])
        },
        NativeFunction("fold(self)", "1 for the second of two equal local times.") {
            (machine: inout Machine, arguments) throws(Raised) in
            .int(machine.fold(arguments[0]))
        },
    ]

    // MARK: Making

    private static func makeMoment(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        var parts: [Int] = []
        for index in 1...7 { parts.append(try machine.intArgument(arguments[index])) }
        let fold = try machine.intArgument(arguments[9])
        return try assemble(&machine, parts, zone: arguments[8], fold: fold, type: arguments[0])
    }

    /// A datetime of year … microsecond, each checked.
    private static func assemble(
        _ machine: inout Machine,
        _ parts: [Int],
        zone: Value,
        fold: Int,
        type: Value
    ) throws(Raised) -> Value {
        try require(&machine, CivilDate.fault(year: parts[0], month: parts[1], day: parts[2]))
        try require(
            &machine,
            CivilTime.fault(hour: parts[3], minute: parts[4], second: parts[5], microsecond: parts[6])
        )
        try checkFold(&machine, fold)
        try machine.requireZone(zone)
        let time = CivilTime(
            date: CivilDate(year: parts[0], month: parts[1], day: parts[2]),
            hour: parts[3],
            minute: parts[4],
            second: parts[5],
            microsecond: parts[6]
        )
        return try machine.makeDatetime(time.microseconds, zone: zone, fold: fold, as: type)
    }

    private static func replaceMoment(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let time = machine.civilTime(arguments[0])
        let now = [
            time.date.year, time.date.month, time.date.day, time.hour, time.minute, time.second, time.microsecond,
        ]
        var parts: [Int] = []
        for index in 0..<7 { parts.append(try part(&machine, arguments[index + 1], now[index])) }
        let zone = arguments[8].isUnbound ? machine.zone(arguments[0]) : arguments[8]
        let fold = try part(&machine, arguments[9], machine.fold(arguments[0]))
        return try assemble(&machine, parts, zone: zone, fold: fold, type: .unbound)
    }

    /// The offset of a moment from UTC: its zone's, or the local zone's, which is 0. CPython looks for a local fold a day
    /// before and, in one, a day after, and raises ValueError where there is no such day.
    private static func offsetOrLocal(_ machine: inout Machine, _ moment: Value) throws(Raised) -> Int {
        if let offset = try machine.offset(of: machine.zone(moment), at: moment) { return offset }
        let ordinal = machine.civilTime(moment).date.ordinal
        let isFold = machine.fold(moment) != 0
        if ordinal == 1, !isFold { throw machine.raise(.valueError, "year 0 is out of range") }
        if ordinal == CivilDate.ordinalMax, isFold {
            throw machine.raise(.valueError, "year \(CivilDate.yearMax + 1) is out of range")
        }
        return 0
    }

    private static func astimezone(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        // The local zone is one with a name, as CPython makes it from the system's.
        let target =
            arguments[1].isNone ? try machine.makeTimezone(0, name: machine.intern("UTC")) : arguments[1]
        guard !target.isNone, try machine.isZone(target) else {
            throw machine.raise(
                .typeError,
                "tzinfo argument must be None or of a tzinfo subclass, not type '\(machine.errorTypeName(target))'"
            )
        }
        let zone = machine.zone(arguments[0])
        if zone.isIdentical(to: target) { return arguments[0] }
        let offset = try offsetOrLocal(&machine, arguments[0])
        let utc = Int(machine.objectField(arguments[0], 0).intValue) - offset
        let moved = try machine.makeDatetime(utc, zone: target)
        if machine.isObject(target, "datetime.timezone") {
            return try machine.makeDatetime(utc + Int(machine.objectField(target, 0).intValue), zone: target)
        }
        let own = try machine.attributeIfAny(target, machine.name("fromutc"))
        if !own.isUnbound { return try machine.call(own, [moved]) }
        // The base's `fromutc`: the standard offset, then what it saves by day.
        guard let total = try machine.offset(of: target, at: moved) else {
            throw machine.raise(.valueError, "fromutc: non-None utcoffset() result required")
        }
        let saving = try machine.offset(of: target, at: moved, "dst") ?? 0
        let standard = try machine.makeDatetime(utc + total - saving, zone: target)
        let again = try machine.offset(of: target, at: standard, "dst") ?? 0
        return try machine.makeDatetime(utc + total - saving + again, zone: target)
    }

    // MARK: Text

    static func precision(_ machine: inout Machine, _ value: Value) throws(Raised) -> CivilText.Precision {
        let name = try machine.requireString(value) { "isoformat() argument 2 must be str, not \($0)" }
        guard let precision = CivilText.Precision(rawValue: name) else {
            throw machine.raise(.valueError, "Unknown timespec value")
        }
        return precision
    }

    private static func datetimeText(
        _ machine: inout Machine,
        _ value: Value,
        separator: String,
        _ precision: CivilText.Precision
    ) throws(Raised) -> Value {
        let time = machine.civilTime(value)
        let offset = try machine.offset(of: machine.zone(value), at: value)
        var writer = machine.beginText()
        CivilText.append(time.date, into: &writer)
        writer.append(separator)
        CivilText.append(time, precision, into: &writer)
        if let offset { writer.append(CivilText.offset(offset)) }
        return try machine.finish(writer)
    }

    @Sendable private static func datetimeRepr(_ machine: inout Machine, _ value: Value) throws(Raised) -> Value {
        let time = machine.civilTime(value)
        var parts = [time.date.year, time.date.month, time.date.day, time.hour, time.minute].map(String.init)
        if time.second != 0 || time.microsecond != 0 { parts.append(String(time.second)) }
        if time.microsecond != 0 { parts.append(String(time.microsecond)) }
        if machine.fold(value) != 0 { parts.append("fold=\(machine.fold(value))") }
        let zone = machine.zone(value)
        if !zone.isNone { parts.append("tzinfo=" + machine.string(try machine.repr(zone))) }
        return try machine.makeString("datetime.datetime(\(parts.joined(separator: ", ")))")
    }

    // MARK: Comparing

    /// Microseconds in UTC, or local ones and whether there is no zone.
    private static func instant(
        _ machine: inout Machine,
        _ value: Value
    ) throws(Raised) -> (microseconds: Int, isNaive: Bool)? {
        guard let moment = machine.datetime(value) else { return nil }
        let offset = try machine.offset(of: machine.zone(value), at: value)
        return (moment - (offset ?? 0), offset == nil)
    }

    @Sendable private static func datetimeHash(_ machine: inout Machine, _ value: Value) throws(Raised) -> UInt64 {
        let moment = try instant(&machine, value)
        return try machine.hash(.int(moment?.microseconds ?? 0))
    }

    @Sendable private static func datetimeEquals(
        _ machine: inout Machine,
        _ left: Value,
        _ right: Value
    ) throws(Raised) -> Value {
        if machine.isObject(machine.unwrapped(right), "datetime.date") { return .false }
        guard let first = try instant(&machine, left), let second = try instant(&machine, right) else {
            return .notImplemented
        }
        return .bool(first.isNaive == second.isNaive && first.microseconds == second.microseconds)
    }

    @Sendable private static func datetimeCompare(
        _ machine: inout Machine,
        _ comparison: Comparison,
        _ left: Value,
        _ right: Value
    ) throws(Raised) -> Value {
        if machine.isObject(machine.unwrapped(right), "datetime.date") {
            throw machine.raise(.typeError, "can't compare datetime.datetime to datetime.date")
        }
        guard let first = try instant(&machine, left), let second = try instant(&machine, right) else {
            return .notImplemented
        }
        guard first.isNaive == second.isNaive else {
            throw machine.raise(.typeError, "can't compare offset-naive and offset-aware datetimes")
        }
        return .bool(comparison.holds(first.microseconds - second.microseconds))
    }

    static func difference(_ machine: inout Machine, _ left: Value, _ right: Value) throws(Raised) -> Value {
        guard let first = try instant(&machine, left), let second = try instant(&machine, right) else {
            return .notImplemented
        }
        guard first.isNaive == second.isNaive else {
            throw machine.raise(.typeError, "can't subtract offset-naive and offset-aware datetimes")
        }
        return try machine.makeTimedelta(Int128(first.microseconds) - Int128(second.microseconds))
    }
}
