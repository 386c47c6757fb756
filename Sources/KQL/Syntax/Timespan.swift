/// A length of time.
package struct Timespan: Hashable, Comparable, Sendable {
    /// In 100 nanoseconds.
    package var ticks: Int64

    /// So many ticks.
    package init(ticks: Int64) { self.ticks = ticks }

    /// `count` times `unit`, as a literal writes it: 1.5 and `h`. Nil for an unknown unit, or past 29,000 years.
    package init?(count: Double, unit: String) {
        guard let size = Self.ticks(ofUnit: unit), let ticks = Int64(exactly: (count * size).rounded()) else {
            return nil
        }
        self.ticks = ticks
    }

    /// Whole seconds, rounded up: a window is never shorter than what was written.
    package var seconds: Int {
        let (whole, rest) = ticks.quotientAndRemainder(dividingBy: Self.ticksPerSecond)
        return Int(whole) + (rest > 0 ? 1 : 0)
    }

    /// By length.
    package static func < (left: Self, right: Self) -> Bool { left.ticks < right.ticks }

    static let ticksPerSecond: Int64 = 10_000_000

    /// Ticks of a unit by each of its spellings; nil for any other word.
    static func ticks(ofUnit unit: String) -> Double? {
        switch unit {
        case "d", "day", "days": 864_000_000_000
        case "h", "hr", "hrs", "hour", "hours": 36_000_000_000
        case "m", "min", "minute", "minutes": 600_000_000
        case "s", "sec", "second", "seconds": 10_000_000
        case "ms", "milli", "millis", "millisec", "millisecond", "milliseconds": 10_000
        case "micro", "micros", "microsec", "microsecond", "microseconds": 10
        case "nano", "nanos", "nanosec", "nanosecond", "nanoseconds": 0.01
        case "tick", "ticks": 1
        default: nil
        }
    }

    /// The literal with the largest unit of which it is a whole number.
    var literal: String {
        for (unit, size) in Self.printedUnits where ticks % size == 0 && ticks != 0 { return "\(ticks / size)\(unit)" }
        return ticks == 0 ? "0s" : "\(ticks)tick"
    }

    private static let printedUnits: [(String, Int64)] = [
        ("d", 864_000_000_000), ("h", 36_000_000_000), ("m", 600_000_000), ("s", 10_000_000), ("ms", 10_000),
    ]
}
