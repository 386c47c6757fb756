/// A time of the Gregorian calendar in its common spelling, `2024-05-01 10:00:00.123`, read without allocation.
struct CalendarTime {
    /// Since 1970 in UTC, rounded towards zero as `int()` does.
    private(set) var seconds: Int64

    /// Reads all of `bytes`: a date, then perhaps `T` or a space and `HH:MM`, `:SS`, a fraction, and if `allowsZone`
    /// `Z` or an offset. Nil for anything else, and for dates that do not exist. A date alone will do only if
    /// `allowsZone`: dateutil takes no zone after one, and it is appended where none is allowed.
    init?(_ bytes: UnsafeRawBufferPointer, allowsZone: Bool) {
        var reader = Reader(bytes: bytes)
        guard let year = reader.digits(4), year > 0, reader.take("-"), let month = reader.digits(2), reader.take("-"),
            let day = reader.digits(2), (1...12).contains(month), day >= 1,
            day <= CalendarTime.days(inMonth: month, ofYear: year)
        else { return nil }
        var inDay: Int64 = 0
        var hasFraction = false
        if !reader.isAtEnd || !allowsZone {
            guard reader.take("T") || reader.take(" "), let hour = reader.digits(2), hour < 24, reader.take(":"),
                let minute = reader.digits(2), minute < 60
            else { return nil }
            inDay = hour * 3600 + minute * 60
            if reader.take(":") {
                guard let second = reader.digits(2), second < 60 else { return nil }
                inDay += second
                if reader.take(".") {
                    guard let isNonZero = reader.fraction() else { return nil }
                    hasFraction = isNonZero
                }
            }
        }
        var zone: Int64 = 0
        if !reader.isAtEnd {
            guard allowsZone, let offset = reader.zone() else { return nil }
            zone = offset
        }
        let whole = CalendarTime.daysSince1970(year, month, day) * 86_400 + inDay - zone
        seconds = whole < 0 && hasFraction ? whole + 1 : whole
    }

    private static func days(inMonth month: Int64, ofYear year: Int64) -> Int64 {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Howard Hinnant's days-from-civil, for years above 0.
    private static func daysSince1970(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    private struct Reader {
        let bytes: UnsafeRawBufferPointer
        var position = 0

        var isAtEnd: Bool { position == bytes.count }

        mutating func take(_ character: Unicode.Scalar) -> Bool {
            guard position < bytes.count, UInt32(bytes[position]) == character.value else { return false }
            position += 1
            return true
        }

        /// Exactly `count` digits.
        mutating func digits(_ count: Int) -> Int64? {
            guard bytes.count - position >= count else { return nil }
            var value: Int64 = 0
            for _ in 0..<count {
                let digit = bytes[position] &- UInt8(ascii: "0")
                guard digit < 10 else { return nil }
                value = value * 10 + Int64(digit)
                position += 1
            }
            return value
        }

        /// The digits after the point, of which six count; whether one of those is not 0.
        mutating func fraction() -> Bool? {
            let start = position
            var isNonZero = false
            while position < bytes.count, bytes[position] &- UInt8(ascii: "0") < 10 {
                if bytes[position] != UInt8(ascii: "0"), position - start < 6 { isNonZero = true }
                position += 1
            }
            return position > start ? isNonZero : nil
        }

        /// `Z`, `+HH:MM` or `-HHMM`, in seconds, at the very end.
        mutating func zone() -> Int64? {
            if take("Z") { return isAtEnd ? 0 : nil }
            let isNegative = take("-")
            guard isNegative || take("+"), let hours = digits(2), hours < 24 else { return nil }
            _ = take(":")
            guard let minutes = digits(2), minutes < 60, isAtEnd else { return nil }
            return (isNegative ? -1 : 1) * (hours * 3600 + minutes * 60)
        }
    }
}
