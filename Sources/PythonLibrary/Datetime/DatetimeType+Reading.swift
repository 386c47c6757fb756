import PythonRuntime

/// The ways a datetime is made from other things: clocks, timestamps, texts.
extension DatetimeModule {
    static let datetimeClassMethods: [NativeFunction] = [
        NativeFunction("now(cls, tz=None)", "Now, by the injected clock.") {
            (machine: inout Machine, arguments) throws(Raised) in
            try machine.requireZone(arguments[1])
            return try inZone(&machine, machine.nowMicroseconds(), arguments[1], arguments[0])
        },
        NativeFunction("utcnow(cls)", "Now in UTC, without zone.") {
            (machine: inout Machine, arguments) throws(Raised) in
            try machine.makeDatetime(machine.nowMicroseconds(), as: arguments[0])
        },
        NativeFunction("today(cls)", "Now, without zone.") { (machine: inout Machine, arguments) throws(Raised) in
            try machine.makeDatetime(machine.nowMicroseconds(), as: arguments[0])
        },
        NativeFunction("fromtimestamp(cls, timestamp, tz=None)", "The moment of seconds since 1970.") {
            (machine: inout Machine, arguments) throws(Raised) in
            try machine.requireZone(arguments[2])
            let moment = try microseconds(&machine, timestamp: arguments[1])
            return try inZone(&machine, moment, arguments[2], arguments[0])
        },
        NativeFunction("utcfromtimestamp(cls, timestamp, /)", "The moment of seconds since 1970, without zone.") {
            (machine: inout Machine, arguments) throws(Raised) in
            try machine.makeDatetime(try microseconds(&machine, timestamp: arguments[1]), as: arguments[0])
        },
        NativeFunction("fromisoformat(cls, date_string, /)", "Reads ISO 8601.", fromISO),
        NativeFunction("strptime(cls, date_string, format, /)", "Reads a text in a format.", strptime),
        NativeFunction("combine(cls, date, time, tzinfo=...)", "A day and a time of day.", combine),
        NativeFunction("fromordinal(cls, ordinal, /)", "Midnight of the day numbered so.") {
            (machine: inout Machine, arguments) throws(Raised) in
            let midnight = CivilTime(date: try day(&machine, ordinal: arguments[1]))
            return try machine.makeDatetime(midnight.microseconds, as: arguments[0])
        },
        NativeFunction("fromisocalendar(cls, year, week, day)", "Midnight of the day of an ISO week.") {
            (machine: inout Machine, arguments) throws(Raised) in
            let midnight = CivilTime(date: try isoDay(&machine, arguments))
            return try machine.makeDatetime(midnight.microseconds, as: arguments[0])
        },
    ]

    /// A moment in UTC as seen in a zone; without zone as it is, since the local zone is UTC.
    private static func inZone(
        _ machine: inout Machine,
        _ moment: Int,
        _ zone: Value,
        _ type: Value
    ) throws(Raised) -> Value {
        guard !zone.isNone else { return try machine.makeDatetime(moment, as: type) }
        let utc = try machine.makeDatetime(moment, zone: machine.retained["datetime utc"] ?? .none)
        let local = try machine.callMethod(utc, "astimezone", [zone])
        return try machine.derived(local, type)
    }

    /// Microseconds since year 1 of a timestamp, rounded half to even as CPython does.
    static func microseconds(_ machine: inout Machine, timestamp: Value) throws(Raised) -> Int {
        let value = machine.unwrapped(timestamp)
        let epoch = (CivilDate.epochOrdinal - 1) * CivilTime.microsecondsPerDay
        let seconds: Int
        var fraction = 0
        switch value.tag {
        case .int, .bool: seconds = Int(value.intValue)
        case .bigInt: throw machine.raise(.overflowError, "timestamp out of range for platform time_t")
        case .float:
            let number = value.floatValue
            if number.isNaN { throw machine.raise(.valueError, "Invalid value NaN (not a number)") }
            guard abs(number) < 9.2e18 else {
                throw machine.raise(.overflowError, "timestamp out of range for platform time_t")
            }
            let whole = number.rounded(.down)
            seconds = Int(whole)
            fraction = Int(((number - whole) * 1e6).rounded(.toNearestOrEven))
        default:
            throw machine.raise(
                .typeError,
                "'\(machine.errorTypeName(value))' object cannot be interpreted as an integer"
            )
        }
        let limit = (CivilDate.ordinalMax - CivilDate.epochOrdinal + 1) * 86_400
        guard seconds >= -62_135_596_800, seconds < limit else {
            // The year that glibc's gmtime gives, as far as it goes.
            guard abs(seconds) < 67_000_000_000_000_000 else {
                throw machine.raise(.overflowError, "timestamp out of range for platform time_t")
            }
            throw machine.raise(.valueError, "year \(year(ofEpoch: seconds)) is out of range")
        }
        let moment = seconds * 1_000_000 + fraction + epoch
        guard moment < CivilDate.ordinalMax * CivilTime.microsecondsPerDay else {
            throw machine.raise(.valueError, "year 10000 is out of range")
        }
        return moment
    }

    /// The year of a moment outside the calendar, for the message.
    private static func year(ofEpoch seconds: Int) -> Int {
        let days = seconds >= 0 ? seconds / 86_400 : -((-seconds + 86_399) / 86_400)
        // Whole eras of 400 years are taken away first, so that the calendar can say the rest.
        let shifted = days + CivilDate.epochOrdinal - 1
        let era = shifted >= 0 ? shifted / 146_097 : -((-shifted + 146_096) / 146_097)
        return CivilDate(ordinal: shifted - era * 146_097 + 1).year + era * 400
    }

    private static func fromISO(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let text = try machine.requireString(arguments[1]) { _ in "fromisoformat: argument must be str" }
        guard let read = IsoParser(Array(text.utf8)).datetime() else { throw try invalidISO(&machine, arguments[1]) }
        let clock = read.clock
        let zone = try clock.offset.map { (offset) throws(Raised) in try machine.makeTimezone(offset) } ?? .none
        try require(&machine, CivilDate.fault(year: read.date.year, month: read.date.month, day: read.date.day))
        try require(
            &machine,
            CivilTime.fault(
                hour: clock.hour,
                minute: clock.minute,
                second: clock.second,
                microsecond: clock.microsecond
            )
        )
        let time = CivilTime(
            date: read.date,
            hour: clock.hour,
            minute: clock.minute,
            second: clock.second,
            microsecond: clock.microsecond
        )
        return try machine.makeDatetime(time.microseconds, zone: zone, as: arguments[0])
    }

    /// Reads a text in a format; ValueError in the words of `_strptime.py`.
    static func read(
        _ machine: inout Machine,
        _ text: Value,
        _ format: Value
    ) throws(Raised) -> DateParser.Reading {
        for (index, value) in [text, format].enumerated() where !machine.unwrapped(value).isString {
            throw machine.raise(
                .typeError,
                "strptime() argument \(index + 1) must be str, not \(value.isNone ? "None" : machine.errorTypeName(value))"
            )
        }
        let first = machine.memory.bytes(machine.unwrapped(text))
        let second = machine.memory.bytes(machine.unwrapped(format))
        try machine.charge((first.count + second.count) / 4 + 4)
        switch DateParser.parse(first, format: second) {
        case .success(let reading): return reading
        case .failure(.mismatch): throw try mismatch(&machine, text, format)
        case .failure(.other(let fault)): throw machine.raise(.valueError, fault.text)
        }
    }

    /// The ValueError of a text that is in another format; raises what a `__repr__` of a class of the rule's own raises.
    private static func mismatch(_ machine: inout Machine, _ text: Value, _ format: Value) throws(Raised) -> Raised {
        let shownText = try machine.repr(text)
        let shownFormat = try machine.repr(format)
        // Rules try one format after the other: the message is written where it stays.
        var message = machine.beginText()
        message.append("time data ")
        message.append(contentsOf: machine.memory.bytes(shownText))
        message.append(" does not match format ")
        message.append(contentsOf: machine.memory.bytes(shownFormat))
        return machine.raise(.valueError, arguments: [try machine.finish(message)])
    }

    private static func strptime(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        let reading = try read(&machine, arguments[1], arguments[2])
        let time = reading.time
        try require(
            &machine,
            CivilTime.fault(
                hour: time.hour,
                minute: time.minute,
                second: reading.second,
                microsecond: time.microsecond
            )
        )
        try require(&machine, CivilDate.fault(year: time.date.year, month: time.date.month, day: time.date.day))
        var zone = Value.none
        if let offset = reading.offset {
            let name = try reading.zoneName.map { (name) throws(Raised) in try machine.makeString(name) } ?? .none
            zone = try machine.makeTimezone(offset, name: name)
        }
        return try machine.makeDatetime(time.microseconds, zone: zone, as: arguments[0])
    }

    private static func combine(_ machine: inout Machine, _ arguments: NativeArguments) throws(Raised) -> Value {
        guard let date = machine.civilDate(arguments[1]) else {
            throw machine.raise(
                .typeError,
                "combine() argument 1 must be datetime.date, not \(machine.errorTypeName(arguments[1]))"
            )
        }
        let time = machine.unwrapped(arguments[2])
        guard machine.isObject(time, "datetime.time") else {
            throw machine.raise(
                .typeError,
                "combine() argument 2 must be datetime.time, not \(machine.errorTypeName(arguments[2]))"
            )
        }
        let zone = arguments[3].isUnbound ? machine.zone(time) : arguments[3]
        try machine.requireZone(zone)
        let moment = (date.ordinal - 1) * CivilTime.microsecondsPerDay + Int(machine.objectField(time, 0).intValue)
        return try machine.makeDatetime(moment, zone: zone, fold: machine.fold(time), as: arguments[0])
    }
}
