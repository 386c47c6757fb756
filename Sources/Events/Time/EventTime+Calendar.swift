extension EventTime {
    /// The parts of a moment in UTC.
    package struct Calendar: Hashable, Sendable {
        /// Of the Gregorian calendar.
        package var year: Int64
        /// From 1 to 12.
        package var month: Int64
        /// Of the month, from 1.
        package var day: Int64
        /// Of ISO 8601's week date, from 1 to 53; at the ends of a year the week may be one of the year beside it.
        package var week: Int64
        /// From 0 to 23.
        package var hour: Int64
        /// From 0 to 59.
        package var minute: Int64
    }

    /// The parts of the moment in UTC.
    package var calendar: Calendar {
        let secondOfDay = ((seconds % 86_400) + 86_400) % 86_400
        let days = (seconds - secondOfDay) / 86_400
        let (year, month, day) = Self.date(daysSinceEpoch: days)
        // The week is that of its Thursday. 1970-01-01 was one.
        let weekday = ((days + 3) % 7 + 7) % 7
        let thursday = days - weekday + 3
        let yearOfWeek = Self.date(daysSinceEpoch: thursday).year
        let newYear = Self.daysSinceEpoch(year: yearOfWeek, month: 1, day: 1)
        return Calendar(
            year: year,
            month: month,
            day: day,
            week: (thursday - newYear) / 7 + 1,
            hour: secondOfDay / 3600,
            minute: secondOfDay / 60 % 60
        )
    }
}
