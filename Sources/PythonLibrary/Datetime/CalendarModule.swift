package import PythonRuntime

/// `calendar`: what rules use of it.
package enum CalendarModule {
    package static let module: NativeModule = NativeModule(
        "calendar",
        "Months and leap years.",
        functions: [
            NativeFunction("isleap(year)", "Whether it is a leap year.") {
                (machine: inout Machine, arguments) throws(Raised) in
                .bool(CivilDate.isLeap(try machine.intArgument(arguments[0])))
            },
            NativeFunction("leapdays(y1, y2)", "Leap years from one to another.") {
                (machine: inout Machine, arguments) throws(Raised) in
                let first = try year(&machine, arguments[0])
                let second = try year(&machine, arguments[1])
                func leaps(_ year: Int) -> Int { (year - 1) / 4 - (year - 1) / 100 + (year - 1) / 400 }
                return .int(leaps(second) - leaps(first))
            },
            NativeFunction("weekday(year, month, day)", "0 for Monday.") {
                (machine: inout Machine, arguments) throws(Raised) in
                let date = CivilDate(
                    year: try year(&machine, arguments[0]),
                    month: try machine.intArgument(arguments[1]),
                    day: try machine.intArgument(arguments[2])
                )
                try DatetimeModule.require(
                    &machine,
                    CivilDate.fault(year: date.year, month: date.month, day: date.day)
                )
                return .int(date.weekday)
            },
            NativeFunction("monthrange(year, month)", "Weekday of its first day, number of its days.") {
                (machine: inout Machine, arguments) throws(Raised) in
                let year = try year(&machine, arguments[0])
                let month = try machine.intArgument(arguments[1])
                guard (1...12).contains(month) else {
                    let type = machine.retained["exception calendar.IllegalMonthError"] ?? .none
                    let text = try machine.makeString("bad month number \(month); must be 1-12")
                    throw machine.raise(type, arguments: [text])
                }
                let first = CivilDate(year: year, month: month, day: 1)
                return try machine.makeTuple([.int(first.weekday), .int(CivilDate.days(inMonth: month, of: year))])
            },
            NativeFunction("timegm(tuple)", "Seconds since 1970 of a UTC time.") {
                (machine: inout Machine, arguments) throws(Raised) in
                let parts = machine.unwrapped(arguments[0])
                guard parts.tag == .tuple || parts.tag == .list, machine.count(ofSequence: parts) >= 6 else {
                    throw machine.raise(.valueError, "not enough values to unpack (expected 6)")
                }
                let nine = machine.elements(ofSequence: parts).prefix(6) + [.int(0), .int(1), .int(0)]
                return .int(try TimeModule.epochSeconds(&machine, try machine.makeTuple(Array(nine))))
            },
        ],
        exceptions: [("IllegalMonthError", "ValueError")],
        constants: { (machine: inout Machine) throws(Raised) in
            let days = CivilText.days
            var names: [(name: String, value: Value)] = []
            for (index, day) in days.enumerated() { names.append((day.uppercased(), .int(index))) }
            names.append(("day_name", try machine.makeList(days.map { machine.intern($0) })))
            names.append(("day_abbr", try machine.makeList(days.map { machine.intern(String($0.prefix(3))) })))
            let months = [""] + CivilText.months
            names.append(("month_name", try machine.makeList(months.map { machine.intern($0) })))
            names.append(("month_abbr", try machine.makeList(months.map { machine.intern(String($0.prefix(3))) })))
            return names
        }
    )

    private static func year(_ machine: inout Machine, _ value: Value) throws(Raised) -> Int {
        let year = try machine.intArgument(value)
        try DatetimeModule.require(&machine, CivilDate.fault(year: year, month: 1, day: 1))
        return year
    }
}
