import PythonRuntime

/// How dates and times are kept: an object's fields.
///
/// `date`: ordinal. `time`: microseconds of the day, zone, fold. `datetime`: microseconds since year 1, zone, fold.
/// `timedelta`: days, microseconds of the day. `timezone`: offset in microseconds, name or None.
extension Machine {
    static let timedeltaDaysMax = 999_999_999

    mutating func makeDate(_ date: CivilDate, as type: Value = .unbound) throws(Raised) -> Value {
        try derived(try makeObject(libraryType("datetime.date"), [.int(date.ordinal)]), type)
    }

    mutating func makeDatetime(
        _ microseconds: Int,
        zone: Value = .none,
        fold: Int = 0,
        as type: Value = .unbound
    ) throws(Raised) -> Value {
        guard microseconds >= 0, microseconds < CivilDate.ordinalMax * CivilTime.microsecondsPerDay else {
            throw raise(.overflowError, "date value out of range")
        }
        let object = try makeObject(libraryType("datetime.datetime"), [.int(microseconds), zone, .int(fold)])
        return try derived(object, type)
    }

    mutating func makeTime(
        _ microseconds: Int,
        zone: Value = .none,
        fold: Int = 0,
        as type: Value = .unbound
    ) throws(Raised) -> Value {
        try derived(try makeObject(libraryType("datetime.time"), [.int(microseconds), zone, .int(fold)]), type)
    }

    /// A timedelta; OverflowError past ``timedeltaDaysMax`` days.
    mutating func makeTimedelta(_ microseconds: Int128, as type: Value = .unbound) throws(Raised) -> Value {
        let perDay = Int128(CivilTime.microsecondsPerDay)
        let (quotient, remainder) = microseconds.quotientAndRemainder(dividingBy: perDay)
        let days = remainder < 0 ? quotient - 1 : quotient
        guard days.magnitude <= Machine.timedeltaDaysMax else {
            throw raise(
                .overflowError,
                "days=\(Int64(clamping: days)); must have magnitude <= \(Machine.timedeltaDaysMax)"
            )
        }
        let rest = remainder < 0 ? remainder + perDay : remainder
        let object = try makeObject(
            libraryType("datetime.timedelta"),
            [.int(Int64(clamping: days)), .int(Int64(clamping: rest))]
        )
        return try derived(object, type)
    }

    mutating func makeTimezone(_ offset: Int, name: Value = .none) throws(Raised) -> Value {
        guard abs(offset) < CivilTime.microsecondsPerDay else {
            let shown = string(try repr(try makeTimedelta(Int128(offset))))
            throw raise(
                .valueError,
                "offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not \(shown)."
            )
        }
        if offset == 0, name.isNone, let utc = retained["datetime utc"] { return utc }
        return try makeObject(libraryType("datetime.timezone"), [.int(offset), name])
    }

    /// An instance of a rule's class around a library object, or the object itself for the library's own type.
    mutating func derived(_ object: Value, _ type: Value) throws(Raised) -> Value {
        type.tag == .classObject ? try makeInstance(of: type, storage: object) : object
    }

    // MARK: Reading

    /// Microseconds of a timedelta; nil for any other value.
    func timedelta(_ value: Value) -> Int128? {
        let value = unwrapped(value)
        guard isObject(value, "datetime.timedelta") else { return nil }
        return Int128(objectField(value, 0).intValue) * Int128(CivilTime.microsecondsPerDay)
            + Int128(objectField(value, 1).intValue)
    }

    /// Microseconds since year 1 of a datetime; nil for any other value.
    func datetime(_ value: Value) -> Int? {
        let value = unwrapped(value)
        return isObject(value, "datetime.datetime") ? Int(objectField(value, 0).intValue) : nil
    }

    /// The day of a date or datetime; nil for any other value.
    func civilDate(_ value: Value) -> CivilDate? {
        let value = unwrapped(value)
        if isObject(value, "datetime.date") { return CivilDate(ordinal: Int(objectField(value, 0).intValue)) }
        return datetime(value).map { CivilTime(microseconds: $0).date }
    }

    func civilTime(_ value: Value) -> CivilTime {
        let value = unwrapped(value)
        if isObject(value, "datetime.datetime") { return CivilTime(microseconds: Int(objectField(value, 0).intValue)) }
        if isObject(value, "datetime.date") {
            return CivilTime(date: CivilDate(ordinal: Int(objectField(value, 0).intValue)))
        }
        return CivilTime(
            date: CivilDate(year: 1900, month: 1, day: 1),
            microsecondsOfDay: Int(objectField(value, 0).intValue)
        )
    }

    /// The zone of a time or datetime: None or a tzinfo.
    func zone(_ value: Value) -> Value {
        let zone = objectField(unwrapped(value), 1)
        return zone.isUnbound ? .none : zone
    }

    func fold(_ value: Value) -> Int { Int(objectField(unwrapped(value), 2).intValue) }

    /// Whether a value may stand as a zone.
    mutating func isZone(_ value: Value) throws(Raised) -> Bool {
        guard let type = retained["type datetime.tzinfo"] else { return false }
        return try isInstance(value, of: type)
    }

    /// TypeError unless `value` is None or a tzinfo.
    mutating func requireZone(_ value: Value) throws(Raised) {
        guard !value.isNone, !(try isZone(value)) else { return }
        throw raise(
            .typeError,
            "tzinfo argument must be None or of a tzinfo subclass, not type '\(errorTypeName(value))'"
        )
    }

    /// `zone.utcoffset(moment)` in microseconds; nil for None and for a zone that does not know.
    mutating func offset(of zone: Value, at moment: Value, _ method: String = "utcoffset") throws(Raised) -> Int? {
        if zone.isNone { return nil }
        let plain = unwrapped(zone)
        if isObject(plain, "datetime.timezone") {
            return method == "utcoffset" ? Int(objectField(plain, 0).intValue) : nil
        }
        let result = try callMethod(zone, method, [moment])
        if result.isNone { return nil }
        guard let microseconds = timedelta(result) else {
            throw raise(
                .typeError,
                "tzinfo.\(method)() must return None or a timedelta, not '\(errorTypeName(result))'"
            )
        }
        guard microseconds.magnitude < Int128(CivilTime.microsecondsPerDay).magnitude else {
            throw raise(
                .valueError,
                "offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not "
                    + "\(string(try repr(result)))."
            )
        }
        return Int(microseconds)
    }

    /// `zone.tzname(moment)`; nil for None.
    mutating func zoneName(of zone: Value, at moment: Value) throws(Raised) -> String? {
        if zone.isNone { return nil }
        let result = try callMethod(zone, "tzname", [moment])
        if result.isNone { return nil }
        guard result.isString else {
            throw raise(.typeError, "tzinfo.tzname() must return None or a string, not '\(errorTypeName(result))'")
        }
        return string(result)
    }

    /// The microsecond that `environment.now` gives, since year 1.
    func nowMicroseconds() -> Int {
        let seconds = environment.now()
        let limit = Double(CivilDate.ordinalMax - CivilDate.epochOrdinal) * 86_400
        let bounded = seconds.isFinite ? min(max(seconds, -62_135_596_800), limit) : 0
        return Int((bounded * 1e6).rounded(.toNearestOrEven)) + (CivilDate.epochOrdinal - 1)
            * CivilTime.microsecondsPerDay
    }
}
