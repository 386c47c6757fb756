import PythonRuntime

extension DatetimeModule {
    /// `date`.
    static let date = NativeType(
        "date",
        module: "datetime",
        "A day of the calendar.",
        methods: dateMethods,
        properties: dateProperties,
        classMethods: dateClassMethods,
        slots: .init {
            $0.construct = NativeFunction("date(cls, year, month, day)", "The day.", makeDate)
            $0.repr = { (machine: inout Machine, value) throws(Raised) in
                let date = machine.civilTime(value).date
                return try machine.makeString("datetime.date(\(date.year), \(date.month), \(date.day))")
            }
            $0.str = { (machine: inout Machine, value) throws(Raised) in try dateText(&machine, value) }
            $0.hash = { (machine: inout Machine, value) throws(Raised) in
                try machine.hash(machine.objectField(value, 0))
            }
            $0.equals = dateEquals
            $0.compare = dateCompare
            $0.binary = dateBinary
            $0.format = format
        }
    )

    private static let dateMethods: [NativeFunction] = [
        NativeFunction("isoformat(self, /)", "`2024-01-31`.") { (machine: inout Machine, arguments) throws(Raised) in
            try dateText(&machine, arguments[0])
        },
        NativeFunction("strftime(self, format)", "The day in a format.") {
            (machine: inout Machine, arguments) throws(Raised) in
            try formatted(&machine, arguments[0], arguments[1])
        },
        NativeFunction("ctime(self, /)", "`Wed Jan 31 00:00:00 2024`.") {
            (machine: inout Machine, arguments) throws(Raised) in
            let formatter = DateFormat(machine.civilTime(arguments[0]))
            return try machine.makeString(
                formatter.text("%a %b %e %H:%M:%S ") + CivilText.padded(formatter.time.date.year, 4)
            )
        },
        NativeFunction("weekday(self, /)", "0 for Monday.") { (machine: inout Machine, arguments) throws(Raised) in
            .int(machine.civilTime(arguments[0]).date.weekday)
        },
        NativeFunction("isoweekday(self, /)", "1 for Monday.") { (machine: inout Machine, arguments) throws(Raised) in
            .int(machine.civilTime(arguments[0]).date.weekday + 1)
        },
        NativeFunction("isocalendar(self, /)", "Year, week and weekday of ISO 8601.") {
            (machine: inout Machine, arguments) throws(Raised) in
            let parts = machine.civilTime(arguments[0]).date.isoCalendar
            return try NamedTuple.make(
                &machine,
                DatetimeModule.isoCalendarDate,
                [.int(parts.year), .int(parts.week), .int(parts.day)]
            )
        },
        NativeFunction("toordinal(self, /)", "1 for 0001-01-01.") {
            (machine: inout Machine, arguments) throws(Raised) in
            .int(machine.civilTime(arguments[0]).date.ordinal)
        },
        NativeFunction("timetuple(self, /)", "The day as a `struct_time`.") {
            (machine: inout Machine, arguments) throws(Raised) in
            try timeTuple(&machine, machine.civilTime(arguments[0]), isDaylight: -1)
        },
        NativeFunction("replace(self, year=..., month=..., day=...)", "The day with parts replaced.") {
            (machine: inout Machine, arguments) throws(Raised) in
            let date = machine.civilTime(arguments[0]).date
            let replaced = CivilDate(
                year: try part(&machine, arguments[1], date.year),
                month: try part(&machine, arguments[2], date.month),
                day: try part(&machine, arguments[3], date.day)
            )
            try require(&machine, CivilDate.fault(year: replaced.year, month: replaced.month, day: replaced.day))
            return try machine.makeDate(replaced)
        },
    ]

    private static let dateProperties: [NativeFunction] = [
        NativeFunction("year(self)", "The year.") { (machine: inout Machine, arguments) throws(Raised) in
            .int(machine.civilTime(arguments[0]).date.year)
        },
        NativeFunction("month(self)", "The month, from 1.") { (machine: inout Machine, arguments) throws(Raised) in
            .int(machine.civilTime(arguments[0]).date.month)
        },
        NativeFunction("day(self)", "The day, from 1.") { (machine: inout Machine, arguments) throws(Raised) in
            .int(machine.civilTime(arguments[0]).date.day)
        },
    ]

    private static let dateClassMethods: [NativeFunction] = [
        NativeFunction("today(cls)", "The day of now.") { (machine: inout Machine, arguments) throws(Raised) in
            try machine.makeDate(CivilTime(microseconds: machine.nowMicroseconds()).date, as: arguments[0])
        },
        NativeFunction("fromtimestamp(cls, timestamp, /)", "The day of seconds since 1970.") {
            (machine: inout Machine, arguments) throws(Raised) in
            let moment = try microseconds(&machine, timestamp: arguments[1])
            return try machine.makeDate(CivilTime(microseconds: moment).date, as: arguments[0])
        },
        NativeFunction("fromordinal(cls, ordinal, /)", "The day numbered so.") {
            (machine: inout Machine, arguments) throws(Raised) in
            try machine.makeDate(try day(&machine, ordinal: arguments[1]), as: arguments[0])
        },
        NativeFunction("fromisoformat(cls, date_string, /)", "Reads ISO 8601.") {
            (machine: inout Machine, arguments) throws(Raised) in
            let text = try machine.requireString(arguments[1]) { _ in "fromisoformat: argument must be str" }
            guard let date = IsoParser(Array(text.utf8)).date() else {
                throw try invalidISO(&machine, arguments[1])
            }
            try require(&machine, CivilDate.fault(year: date.year, month: date.month, day: date.day))
            return try machine.makeDate(date, as: arguments[0])
        },
        NativeFunction("fromisocalendar(cls, year, week, day)", "The day of an ISO week.") {
            (machine: inout Machine, arguments) throws(Raised) in
            try machine.makeDate(try isoDay(&machine, arguments), as: arguments[0])
        },
    ]

    /// The day of a number from 1, the first of January of year 1.
    static func day(_ machine: inout Machine, ordinal value: Value) throws(Raised) -> CivilDate {
        let ordinal = try machine.intArgument(value)
        guard ordinal >= 1 else { throw machine.raise(.valueError, "ordinal must be >= 1") }
        guard ordinal <= CivilDate.ordinalMax else {
            throw machine.raise(.valueError, "year \(ordinal / 365) is out of range")
        }
        return CivilDate(ordinal: ordinal)
    }

    /// The day of an ISO year, week and day: arguments 1, 2 and 3.
    static func isoDay(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> CivilDate {
        let outcome = CivilDate.ordinal(
            isoYear: try machine.intArgument(arguments[1]),
            week: try machine.intArgument(arguments[2]),
            day: try machine.intArgument(arguments[3])
        )
        switch outcome {
        case .failure(let fault): throw machine.raise(.valueError, fault.text)
        case .success(let ordinal):
            guard (1...CivilDate.ordinalMax).contains(ordinal) else {
                throw machine.raise(.valueError, "year \(ordinal < 1 ? 0 : 10000) is out of range")
            }
            return CivilDate(ordinal: ordinal)
        }
    }

    static func invalidISO(_ machine: inout Machine, _ text: Value) throws(Raised) -> Raised {
        machine.raise(.valueError, "Invalid isoformat string: \(machine.string(try machine.repr(text)))")
    }

    private static func makeDate(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let date = CivilDate(
            year: try machine.intArgument(arguments[1]),
            month: try machine.intArgument(arguments[2]),
            day: try machine.intArgument(arguments[3])
        )
        try require(&machine, CivilDate.fault(year: date.year, month: date.month, day: date.day))
        return try machine.makeDate(date, as: arguments[0])
    }

    private static func dateText(_ machine: inout Machine, _ value: Value) throws(Raised) -> Value {
        let date = machine.civilTime(value).date
        var writer = machine.beginText()
        CivilText.append(date, into: &writer)
        return try machine.finish(writer)
    }

    /// A `struct_time`, or a plain tuple of its nine fields where `time` was not imported.
    static func timeTuple(_ machine: inout Machine, _ time: CivilTime, isDaylight: Int) throws(Raised) -> Value {
        _ = try machine.importModule("time", leaf: true)
        return try TimeModule.structTime(
            &machine,
            time,
            weekday: time.date.weekday,
            dayOfYear: time.date.dayOfYear,
            isDaylight: isDaylight,
            second: time.second
        )
    }

    // MARK: Operators

    @Sendable private static func dateEquals(
        _ machine: inout Machine,
        _ left: Value,
        _ right: Value
    ) throws(Raised) -> Value {
        let first = machine.unwrapped(left)
        let second = machine.unwrapped(right)
        guard machine.isObject(first, "datetime.date"), machine.isObject(second, "datetime.date") else {
            return .notImplemented
        }
        return .bool(machine.objectField(first, 0).intValue == machine.objectField(second, 0).intValue)
    }

    @Sendable private static func dateCompare(
        _ machine: inout Machine,
        _ comparison: Comparison,
        _ left: Value,
        _ right: Value
    ) throws(Raised) -> Value {
        let first = machine.unwrapped(left)
        let second = machine.unwrapped(right)
        guard machine.isObject(first, "datetime.date") else { return .notImplemented }
        if machine.isObject(second, "datetime.datetime") {
            throw machine.raise(.typeError, "can't compare datetime.datetime to datetime.date")
        }
        guard machine.isObject(second, "datetime.date") else { return .notImplemented }
        return .bool(
            comparison.holds(Int(machine.objectField(first, 0).intValue - machine.objectField(second, 0).intValue))
        )
    }

    /// `+` and `-` of dates and datetimes with durations and each other.
    @Sendable static func dateBinary(
        _ machine: inout Machine,
        _ operation: BinaryOperation,
        _ left: Value,
        _ right: Value
    ) throws(Raised) -> Value {
        guard operation == .add || operation == .subtract else { return .notImplemented }
        if operation == .add, machine.timedelta(left) != nil, machine.civilDate(right) != nil {
            return try dateBinary(&machine, operation, right, left)
        }
        let type = machine.classOf(left)
        if let duration = machine.timedelta(right) {
            let signed = operation == .add ? duration : -duration
            if let moment = machine.datetime(left) {
                let sum = Int(clamping: Int128(moment) + signed)
                return try machine.makeDatetime(sum, zone: machine.zone(left), as: type)
            }
            guard let date = machine.civilDate(left) else { return .notImplemented }
            // Only the days of a duration count for a date.
            let days = Int(machine.objectField(machine.unwrapped(right), 0).intValue)
            let ordinal = date.ordinal + (operation == .add ? days : -days)
            guard (1...CivilDate.ordinalMax).contains(ordinal) else {
                throw machine.raise(.overflowError, "date value out of range")
            }
            return try machine.makeDate(CivilDate(ordinal: ordinal), as: type)
        }
        guard operation == .subtract else { return .notImplemented }
        if machine.datetime(left) != nil || machine.datetime(right) != nil {
            guard machine.datetime(left) != nil, machine.datetime(right) != nil else { return .notImplemented }
            return try difference(&machine, left, right)
        }
        guard let first = machine.civilDate(left), let second = machine.civilDate(right) else { return .notImplemented }
        return try machine.makeTimedelta(Int128(first.ordinal - second.ordinal) * Int128(CivilTime.microsecondsPerDay))
    }
}
