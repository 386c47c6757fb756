package import PythonRuntime

/// `time`, on the injected clock; the local zone is UTC.
package enum TimeModule {
    package static let module: NativeModule = NativeModule(
        "time",
        "Seconds since 1970 and their parts; the local zone is UTC.",
        functions: [
            NativeFunction("time()", "Seconds since 1970, by the injected clock.") {
                (machine: inout Machine, _) throws(Raised) in
                .float(machine.environment.now())
            },
            NativeFunction("time_ns()", "Nanoseconds since 1970, by the injected clock.") {
                (machine: inout Machine, _) throws(Raised) in
                nanoseconds(machine.environment.now())
            },
            NativeFunction("monotonic()", "The injected clock too.") { (machine: inout Machine, _) throws(Raised) in
                .float(machine.environment.now())
            },
            NativeFunction("monotonic_ns()", "The injected clock too.") { (machine: inout Machine, _) throws(Raised) in
                nanoseconds(machine.environment.now())
            },
            NativeFunction("perf_counter()", "The injected clock too.") { (machine: inout Machine, _) throws(Raised) in
                .float(machine.environment.now())
            },
            NativeFunction("perf_counter_ns()", "The injected clock too.") {
                (machine: inout Machine, _) throws(Raised) in
                nanoseconds(machine.environment.now())
            },
            NativeFunction("process_time()", "The injected clock too.") { (machine: inout Machine, _) throws(Raised) in
                .float(machine.environment.now())
            },
            NativeFunction("gmtime(secs=None, /)", "Seconds since 1970 as a `struct_time`.", gmtime),
            NativeFunction("localtime(secs=None, /)", "As `gmtime`: the local zone is UTC.", gmtime),
            NativeFunction("mktime(t, /)", "A `struct_time` as seconds since 1970.", mktime),
            NativeFunction("strftime(format, t=None, /)", "A `struct_time` in a format.", strftime),
            NativeFunction("strptime(string, format='%a %b %d %H:%M:%S %Y', /)", "Reads a text in a format.", strptime),
            NativeFunction("asctime(t=None, /)", "`Wed Jan 31 00:00:00 2024`.") {
                (machine: inout Machine, arguments) throws(Raised) in
                try ascii(&machine, try formatter(&machine, arguments[0]))
            },
            NativeFunction("ctime(secs=None, /)", "`Wed Jan 31 00:00:00 2024`.") {
                (machine: inout Machine, arguments) throws(Raised) in
                try ascii(&machine, DateFormat(try civil(&machine, arguments[0])))
            },
            NativeFunction("sleep(secs, /)", "Refused: rules cannot wait.") {
                (machine: inout Machine, _) throws(Raised) in
                throw machine.raise(.runtimeError, "time.sleep() is not available to rules")
            },
        ],
        constants: constants
    )

    private static let fields = [
        "tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday", "tm_isdst",
    ]

    @Sendable private static func constants(
        _ machine: inout Machine
    ) throws(Raised) -> [(name: String, value: Value)] {
        let type = try NamedTuple.makeLibraryClass(&machine, "time.struct_time", fields: fields, isStructSequence: true)
        let attributes = machine.ownAttributes(ofClass: type)
        try machine.set(machine.intern("__new__"), to: machine.makeNative(constructor), in: attributes)
        try machine.set(machine.intern("tm_zone"), to: machine.intern("UTC"), in: attributes)
        try machine.set(machine.intern("tm_gmtoff"), to: .int(0), in: attributes)
        let zones = try machine.makeTuple([machine.intern("UTC"), machine.intern("UTC")])
        return [
            ("struct_time", type), ("timezone", .int(0)), ("altzone", .int(0)), ("daylight", .int(0)),
            ("tzname", zones),
        ]
    }

    private static let constructor = NativeFunction("struct_time(cls, sequence, /)", "From nine numbers.") {
        (machine: inout Machine, arguments) throws(Raised) in
        let list = try machine.makeList(from: arguments[1])
        let count = machine.listCount(list)
        guard (9...11).contains(count) else {
            throw machine.raise(
                .typeError,
                "time.struct_time() takes an at \(count < 9 ? "least 9" : "most 11")-sequence (\(count)-sequence given)"
            )
        }
        let values = (0..<9).map { machine.listElement(list, $0) }
        return try machine.makeInstance(of: arguments[0], storage: try machine.makeTuple(values))
    }

    /// A `struct_time`. The module must have been imported.
    static func structTime(
        _ machine: inout Machine,
        _ time: CivilTime,
        weekday: Int,
        dayOfYear: Int,
        isDaylight: Int,
        second: Int
    ) throws(Raised) -> Value {
        let parts = [
            time.date.year, time.date.month, time.date.day, time.hour, time.minute, second, weekday, dayOfYear,
            isDaylight,
        ]
        let tuple = try machine.makeTuple(parts.map { .int($0) })
        return try machine.makeInstance(of: machine.retained["type time.struct_time"] ?? .unbound, storage: tuple)
    }

    private static func nanoseconds(_ seconds: Double) -> Value {
        guard seconds.isFinite, abs(seconds) < 9.2e9 else { return .int(0) }
        let whole = seconds.rounded(.down)
        return .int(Int64(whole) * 1_000_000_000 + Int64(((seconds - whole) * 1e9).rounded(.down)))
    }

    /// Seconds since 1970, or now for None; fractions are dropped.
    private static func civil(_ machine: inout Machine, _ value: Value) throws(Raised) -> CivilTime {
        let seconds = value.isNone ? Value.float(machine.environment.now()) : value
        if seconds.tag == .float, seconds.floatValue.isFinite {
            let whole = seconds.floatValue.rounded(.down)
            return CivilTime(microseconds: try DatetimeModule.microseconds(&machine, timestamp: .float(whole)))
        }
        return CivilTime(microseconds: try DatetimeModule.microseconds(&machine, timestamp: seconds))
    }

    private static func gmtime(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let time = try civil(&machine, arguments[0])
        return try structTime(
            &machine,
            time,
            weekday: time.date.weekday,
            dayOfYear: time.date.dayOfYear,
            isDaylight: 0,
            second: time.second
        )
    }

    /// The nine numbers of a tuple or `struct_time`.
    private static func numbers(_ machine: inout Machine, _ value: Value) throws(Raised) -> [Int] {
        let tuple = machine.unwrapped(value)
        guard tuple.tag == .tuple else {
            throw machine.raise(.typeError, "Tuple or struct_time argument required")
        }
        guard machine.tupleCount(tuple) == 9 else {
            throw machine.raise(.typeError, "strftime(): illegal time tuple argument")
        }
        var numbers: [Int] = []
        for element in machine.elements(ofSequence: tuple) {
            let number = try machine.intArgument(element)
            guard abs(number) < 1 << 31 else {
                throw machine.raise(.overflowError, "signed integer is greater than maximum")
            }
            numbers.append(number)
        }
        return numbers
    }

    /// Seconds since 1970 of the nine numbers, overflowing units carried as `mktime` does.
    static func epochSeconds(_ machine: inout Machine, _ value: Value) throws(Raised) -> Int {
        let parts = try numbers(&machine, value)
        let month = parts[1] - 1
        let carry = month >= 0 ? month / 12 : -((11 - month) / 12)
        let year = parts[0] + carry
        guard (1...CivilDate.yearMax).contains(year) else {
            throw machine.raise(.overflowError, "mktime argument out of range")
        }
        let first = CivilDate(year: year, month: month - carry * 12 + 1, day: 1).ordinal
        let days = first - CivilDate.epochOrdinal + parts[2] - 1
        return ((days * 24 + parts[3]) * 60 + parts[4]) * 60 + parts[5]
    }

    private static func mktime(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        .float(Double(try epochSeconds(&machine, arguments[0])))
    }

    /// A formatter of the nine numbers, checked as `time.strftime` does; of now for None.
    private static func formatter(_ machine: inout Machine, _ value: Value) throws(Raised) -> DateFormat {
        guard !value.isNone else { return try zoned(DateFormat(try civil(&machine, .none))) }
        let parts = try numbers(&machine, value)
        func check(_ value: Int, _ range: ClosedRange<Int>, _ what: String) throws(Raised) {
            guard range.contains(value) else { throw machine.raise(.valueError, "\(what) out of range") }
        }
        try check(parts[1], 0...12, "month")
        try check(parts[2], 0...31, "day of month")
        try check(parts[3], 0...23, "hour")
        try check(parts[4], 0...59, "minute")
        try check(parts[5], 0...61, "seconds")
        guard parts[6] >= -1 else { throw machine.raise(.valueError, "day of week out of range") }
        try check(parts[7], 0...366, "day of year")
        let year = min(max(parts[0], 1), CivilDate.yearMax)
        let date = CivilDate(year: year, month: max(parts[1], 1), day: max(parts[2], 1))
        var formatter = DateFormat(CivilTime(date: date, hour: parts[3], minute: parts[4], second: parts[5]))
        formatter.weekday = (parts[6] + 7) % 7
        formatter.dayOfYear = max(parts[7], 1)
        return try zoned(formatter)
    }

    private static func zoned(_ formatter: DateFormat) throws(Raised) -> DateFormat {
        var formatter = formatter
        formatter.hasMicroseconds = false
        formatter.offsetText = "+0000"
        formatter.zoneName = "UTC"
        return formatter
    }

    private static func strftime(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let format = try machine.requireString(arguments[0]) { "strftime() argument 1 must be str, not \($0)" }
        try machine.charge(format.utf8.count / 16 + 1)
        let formatter = try formatter(&machine, arguments[1])
        return try machine.makeString(formatter.text(format))
    }

    private static func ascii(_ machine: inout Machine, _ formatter: DateFormat) throws(Raised) -> Value {
        try machine.makeString(formatter.text("%a %b %e %H:%M:%S ") + String(formatter.time.date.year))
    }

    private static func strptime(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let reading = try DatetimeModule.read(&machine, arguments[0], arguments[1])
        return try structTime(
            &machine,
            reading.time,
            weekday: reading.weekday,
            dayOfYear: reading.dayOfYear,
            isDaylight: reading.zoneName == nil ? -1 : 0,
            second: reading.second
        )
    }
}
