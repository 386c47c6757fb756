import PythonRuntime

/// Pieces that all texts of dates are made of.
enum CivilText {
    static let days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    /// `number` with at least `width` digits.
    static func padded(_ number: Int, _ width: Int, with pad: Character = "0") -> String {
        let digits = String(number.magnitude)
        let sign = number < 0 ? "-" : ""
        let missing = max(0, width - digits.count - sign.count)
        return pad == "0"
            ? sign + String(repeating: pad, count: missing) + digits
            : String(repeating: pad, count: missing) + sign + digits
    }

    /// `number`, not negative, with exactly `width` digits.
    static func append(_ number: Int, width: Int, into sink: inout TextWriter) {
        var divisor = 1
        for _ in 1..<max(1, width) { divisor *= 10 }
        while divisor > 0 {
            sink.append(UInt8(truncatingIfNeeded: 48 + number / divisor % 10))
            divisor /= 10
        }
    }

    static func append(_ date: CivilDate, into sink: inout TextWriter) {
        append(date.year, width: 4, into: &sink)
        sink.append(UInt8(ascii: "-"))
        append(date.month, width: 2, into: &sink)
        sink.append(UInt8(ascii: "-"))
        append(date.day, width: 2, into: &sink)
    }

    /// Which parts of a time of day `isoformat` shows.
    enum Precision: String { case auto, hours, minutes, seconds, milliseconds, microseconds }

    static func append(_ time: CivilTime, _ precision: Precision, into sink: inout TextWriter) {
        append(time.hour, width: 2, into: &sink)
        if precision == .hours { return }
        sink.append(UInt8(ascii: ":"))
        append(time.minute, width: 2, into: &sink)
        if precision == .minutes { return }
        sink.append(UInt8(ascii: ":"))
        append(time.second, width: 2, into: &sink)
        switch precision {
        case .milliseconds:
            sink.append(UInt8(ascii: "."))
            append(time.microsecond / 1000, width: 3, into: &sink)
        case .auto where time.microsecond == 0: break
        case .microseconds, .auto:
            sink.append(UInt8(ascii: "."))
            append(time.microsecond, width: 6, into: &sink)
        case .hours, .minutes, .seconds: break
        }
    }

    /// An offset from UTC in microseconds: `+01:00`, `-00:30:15.000001`; `separator` is empty for `%z`.
    static func offset(_ microseconds: Int, separator: String = ":") -> String {
        let sign = microseconds < 0 ? "-" : "+"
        let total = Int(microseconds.magnitude)
        let seconds = total / 1_000_000
        var text = sign + padded(seconds / 3600, 2) + separator + padded(seconds / 60 % 60, 2)
        if seconds % 60 != 0 || total % 1_000_000 != 0 { text += separator + padded(seconds % 60, 2) }
        if total % 1_000_000 != 0 { text += "." + padded(total % 1_000_000, 6) }
        return text
    }
}
