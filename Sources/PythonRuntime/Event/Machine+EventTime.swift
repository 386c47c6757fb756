/// `event_time_epoch`: seconds since 1970 of `p_event_time`.
extension Machine {
    /// Reads `p_event_time` as dateutil does, with ` UTC` appended if `forceUTC`; 0 for what is no time, and so for
    /// texts that name their zone already.
    ///
    /// The forms `YYYY-MM-DD`, optionally a time after `T` or a space, a fraction, and without `forceUTC` a zone, are
    /// read here; for others the library's `dateutil.parser` is asked if there is one.
    mutating func eventTimeEpoch(_ map: Value, forceUTC: Bool) throws(Raised) -> Value {
        var time = try immutableMember(map, intern("p_event_time"))
        if time.isUnbound { time = .none }
        if !(try truth(time)) { time = intern("") }
        if forceUTC {
            guard time.isString else {
                throw raise(.typeError, "unsupported operand type(s) for +=: '\(errorTypeName(time))' and 'str'")
            }
        } else if !time.isString {
            throw raise(.typeError, "Parser must be a string or character stream, not \(typeName(time))")
        }
        if let epoch = CalendarTime(memory.bytes(time), allowsZone: !forceUTC) { return .int(epoch.seconds) }
        guard time.length > 0, environment.library["dateutil.parser"] != nil else { return .int(0) }
        let text = forceUTC ? try concatenate(time, intern(" UTC")) : time
        do throws(Raised) {
            let parser = try importModule("dateutil.parser", leaf: true)
            let parsed = try callMethod(parser, "parse", [text])
            let seconds = try double(try callMethod(parsed, "timestamp")) ?? 0
            return .int(Int64(exactly: seconds.rounded(.towardZero)) ?? 0)
        } catch {
            // dateutil's ParserError is a ValueError.
            guard isPending(.valueError) else { throw error }
            exception = .unbound
            return .int(0)
        }
    }
}
