/// A day of the proleptic Gregorian calendar, from year 1 to 9999, as Python's `date` counts them.
struct CivilDate: Hashable, Sendable {
    var year: Int
    var month: Int
    var day: Int

    static let yearMax = 9999
    /// 9999-12-31.
    static let ordinalMax = 3_652_059
    /// 1970-01-01.
    static let epochOrdinal = 719_163

    private static let daysBefore = [0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]

    init(year: Int, month: Int, day: Int) {
        self.year = year
        self.month = month
        self.day = day
    }

    /// The day numbered `ordinal`, 1 being 0001-01-01; it must be within 1…``ordinalMax``. O(1).
    init(ordinal: Int) {
        // Howard Hinnant's `civil_from_days`: eras of 400 years that begin in March.
        let shifted = ordinal + 305
        let era = shifted / 146_097
        let dayOfEra = shifted % 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

    /// Days of a month 1…12.
    static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// What is wrong with these numbers, in Python's words; nil for a day of the calendar.
    static func fault(year: Int, month: Int, day: Int) -> String? {
        guard (1...yearMax).contains(year) else { return "year \(year) is out of range" }
        guard (1...12).contains(month) else { return "month must be in 1..12" }
        guard (1...days(inMonth: month, of: year)).contains(day) else { return "day is out of range for month" }
        return nil
    }

    /// The days before January 1 of a year from 1.
    static func daysBefore(year: Int) -> Int {
        let past = year - 1
        return past * 365 + past / 4 - past / 100 + past / 400
    }

    /// 1 for January 1.
    var dayOfYear: Int { Self.daysBefore[month] + (month > 2 && Self.isLeap(year) ? 1 : 0) + day }

    /// 1 for 0001-01-01.
    var ordinal: Int { Self.daysBefore(year: year) + dayOfYear }

    /// 0 for Monday.
    var weekday: Int { (ordinal + 6) % 7 }

    /// Year, week and day of the week (1 for Monday) of ISO 8601.
    var isoCalendar: (year: Int, week: Int, day: Int) {
        var isoYear = year
        var monday = Self.isoFirstMonday(year)
        let today = ordinal
        if today < monday {
            isoYear -= 1
            monday = Self.isoFirstMonday(isoYear)
        } else if today >= Self.isoFirstMonday(year + 1) {
            isoYear += 1
            monday = Self.isoFirstMonday(isoYear)
        }
        return (isoYear, (today - monday) / 7 + 1, (today - monday) % 7 + 1)
    }

    /// The ordinal of the Monday that begins week 1 of a year.
    static func isoFirstMonday(_ year: Int) -> Int {
        let first = daysBefore(year: year) + 1
        let weekday = (first + 6) % 7
        let monday = first - weekday
        return weekday > 3 ? monday + 7 : monday
    }

    /// The ordinal of a day of the ISO calendar, or what is wrong with it in Python's words. It may be past the ends
    /// of the calendar.
    static func ordinal(isoYear year: Int, week: Int, day: Int) -> Result<Int, CivilFault> {
        guard (1...yearMax).contains(year) else { return .failure(.init(text: "Year is out of range: \(year)")) }
        var isValid = (1...52).contains(week)
        if week == 53 {
            let first = (daysBefore(year: year) + 7) % 7
            isValid = first == 3 || (first == 2 && isLeap(year))
        }
        guard isValid else { return .failure(.init(text: "Invalid week: \(week)")) }
        guard (1...7).contains(day) else { return .failure(.init(text: "Invalid day: \(day) (range is [1, 7])")) }
        return .success(isoFirstMonday(year) + (week - 1) * 7 + day - 1)
    }
}

/// Why numbers or a text are no date: the message of Python's ValueError.
struct CivilFault: Error, Hashable {
    var text: String
}
