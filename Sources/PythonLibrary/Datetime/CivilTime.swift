/// A date and a time of day without a zone: what formats are written from and texts are read into.
struct CivilTime: Hashable, Sendable {
    var date: CivilDate
    var hour = 0
    var minute = 0
    var second = 0
    var microsecond = 0

    static let microsecondsPerDay = 86_400_000_000

    init(date: CivilDate, hour: Int = 0, minute: Int = 0, second: Int = 0, microsecond: Int = 0) {
        self.date = date
        self.hour = hour
        self.minute = minute
        self.second = second
        self.microsecond = microsecond
    }

    /// The moment `microseconds` after 0001-01-01 00:00, at most the end of year 9999.
    init(microseconds: Int) {
        self.init(
            date: CivilDate(ordinal: microseconds / Self.microsecondsPerDay + 1),
            microsecondsOfDay: microseconds % Self.microsecondsPerDay
        )
    }

    init(date: CivilDate, microsecondsOfDay: Int) {
        self.date = date
        self.date = date
        microsecond = microsecondsOfDay % 1_000_000
        let seconds = microsecondsOfDay / 1_000_000
        second = seconds % 60
        minute = seconds / 60 % 60
        hour = seconds / 3600
    }

    var microsecondsOfDay: Int { ((hour * 60 + minute) * 60 + second) * 1_000_000 + microsecond }

    /// Microseconds since 0001-01-01 00:00.
    var microseconds: Int { (date.ordinal - 1) * Self.microsecondsPerDay + microsecondsOfDay }

    /// Seconds since 1970-01-01 00:00.
    var epochSeconds: Int { (date.ordinal - CivilDate.epochOrdinal) * 86_400 + (hour * 60 + minute) * 60 + second }

    /// What is wrong with a time of day, in Python's words.
    static func fault(hour: Int, minute: Int, second: Int, microsecond: Int) -> String? {
        guard (0...23).contains(hour) else { return "hour must be in 0..23" }
        guard (0...59).contains(minute) else { return "minute must be in 0..59" }
        guard (0...59).contains(second) else { return "second must be in 0..59" }
        guard (0...999_999).contains(microsecond) else { return "microsecond must be in 0..999999" }
        return nil
    }
}
