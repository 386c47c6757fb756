/// A moment, in whole microseconds since 1970-01-01T00:00:00Z; leap seconds are not counted.
package struct EventTime: Hashable, Comparable, Sendable {
    /// Microseconds since the epoch, negative before it.
    package var microseconds: Int64

    /// The moment that many microseconds after the epoch.
    package init(microseconds: Int64) { self.microseconds = microseconds }

    /// Earlier than `right`.
    package static func < (left: EventTime, right: EventTime) -> Bool { left.microseconds < right.microseconds }

    /// Whole seconds since the epoch, rounded down.
    package var seconds: Int64 {
        microseconds / 1_000_000 - (microseconds % 1_000_000 < 0 ? 1 : 0)
    }

    /// The moment that `text` names: ISO 8601's `2026-01-01T00:00:00Z` and what logs make of it.
    ///
    ///     date      = YYYY "-" MM "-" DD
    ///     time      = HH ":" MM ":" SS [("." | ",") DIGIT+]      finer than microseconds is cut off
    ///     zone      = "Z" | " UTC" | ("+" | "-") HH [":"] [MM]   without one, UTC
    ///     timestamp = date ("T" | "t" | " ") time [zone]
    ///
    /// Years 0000 to 9999 of the Gregorian calendar. Anything else is nil. O(length).
    package init?(_ text: UnsafeRawBufferPointer) {
        var scan = Scan(text: text)
        guard let year = scan.number(4), scan.take("-"), let month = scan.number(2), scan.take("-"),
            let day = scan.number(2), (1...12).contains(month),
            (1...Self.days(in: month, of: year)).contains(day)
        else { return nil }
        guard scan.take("T") || scan.take("t") || scan.take(" "), let hour = scan.number(2), hour <= 23,
            scan.take(":"), let minute = scan.number(2), minute <= 59, scan.take(":"),
            let second = scan.number(2), second <= 59
        else { return nil }
        var fraction: Int64 = 0
        if scan.take(".") || scan.take(",") {
            guard let value = scan.microseconds() else { return nil }
            fraction = value
        }
        guard let zone = scan.zoneMinutes(), scan.isAtEnd else { return nil }
        // Four digits of year: nothing below comes near 64 bits.
        let days = Self.daysSinceEpoch(year: year, month: month, day: day)
        let seconds = (days * 24 + hour) * 3600 + (minute - zone) * 60 + second
        microseconds = seconds * 1_000_000 + fraction
    }

    /// The moment that `text` names: see ``init(_:)-(UnsafeRawBufferPointer)``.
    package init?(_ text: String) {
        var text = text
        guard let time = text.withUTF8({ EventTime(UnsafeRawBufferPointer($0)) }) else { return nil }
        self = time
    }

    /// As Panther writes it: `2026-01-01 00:00:00.000`, in UTC. Years outside 0000 to 9999 are clamped.
    package var pantherText: String { text(Self.pantherFormat) }

    /// Writes ``pantherText`` to `buffer`, which has room for ``textBytesMax``, and gives its length.
    func writePantherText(into buffer: UnsafeMutableBufferPointer<UInt8>) -> Int {
        write(into: buffer, Self.pantherFormat)
    }

    private static var pantherFormat: Format { Format(separator: UInt8(ascii: " "), fractionDigits: 3, suffix: nil) }

    /// As ISO 8601 writes it: `2026-01-01T00:00:00Z`, in UTC, with microseconds where there are any.
    package var isoText: String {
        text(isoFormat)
    }

    /// Within the years of four digits.
    private var clamped: Int64 { min(max(microseconds, -62_167_219_200_000_000), 253_402_300_799_999_999) }

    /// Writes ``isoText`` to `buffer`, which has room for ``textBytesMax``, and gives its length.
    func writeISOText(into buffer: UnsafeMutableBufferPointer<UInt8>) -> Int { write(into: buffer, isoFormat) }

    /// How a moment is written.
    private struct Format {
        var separator: UInt8
        var fractionDigits: Int
        var suffix: UInt8?
    }

    private var isoFormat: Format {
        Format(
            separator: UInt8(ascii: "T"),
            fractionDigits: clamped % 1_000_000 == 0 ? 0 : 6,
            suffix: UInt8(ascii: "Z")
        )
    }

    private func text(_ format: Format) -> String {
        String(unsafeUninitializedCapacity: Self.textBytesMax) { write(into: $0, format) }
    }

    /// Room for `2026-01-01T00:00:00.000000Z`, which is as long as any text.
    private static let textBytesMax = 32

    /// Writes the text to `buffer`, which has room for ``textBytesMax``, and gives its length.
    private func write(into buffer: UnsafeMutableBufferPointer<UInt8>, _ format: Format) -> Int {
        let clamped = clamped
        let time = EventTime(microseconds: clamped)
        let secondOfDay = ((time.seconds % 86_400) + 86_400) % 86_400
        let (year, month, day) = Self.date(daysSinceEpoch: (time.seconds - secondOfDay) / 86_400)
        var end = 0
        func put(_ byte: UInt8) {
            buffer[end] = byte
            end += 1
        }
        func put(_ value: Int64, _ width: Int) {
            var rest = UInt32(truncatingIfNeeded: value)
            end += width
            for place in 1...width {
                buffer[end - place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
                rest /= 10
            }
        }
        put(year, 4)
        put(UInt8(ascii: "-"))
        put(month, 2)
        put(UInt8(ascii: "-"))
        put(day, 2)
        put(format.separator)
        put(secondOfDay / 3600, 2)
        put(UInt8(ascii: ":"))
        put(secondOfDay / 60 % 60, 2)
        put(UInt8(ascii: ":"))
        put(secondOfDay % 60, 2)
        if format.fractionDigits > 0 {
            put(UInt8(ascii: "."))
            let fraction = clamped - time.seconds * 1_000_000
            put(format.fractionDigits == 3 ? fraction / 1000 : fraction, format.fractionDigits)
        }
        if let suffix = format.suffix { put(suffix) }
        return end
    }

    private static func isLeap(_ year: Int64) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

    private static func days(in month: Int64, of year: Int64) -> Int64 {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Days from 1970-01-01, counted in 400-year cycles that begin on 1 March, so that the leap day is the last.
    static func daysSinceEpoch(year: Int64, month: Int64, day: Int64) -> Int64 {
        let shifted = month <= 2 ? year - 1 : year
        let cycle = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfCycle = shifted - cycle * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return cycle * 146_097 + yearOfCycle * 365 + yearOfCycle / 4 - yearOfCycle / 100 + dayOfYear - 719_468
    }

    static func date(daysSinceEpoch: Int64) -> (year: Int64, month: Int64, day: Int64) {
        let shifted = daysSinceEpoch + 719_468
        let cycle = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfCycle = shifted - cycle * 146_097
        let yearOfCycle = (dayOfCycle - dayOfCycle / 1460 + dayOfCycle / 36_524 - dayOfCycle / 146_096) / 365
        let dayOfYear = dayOfCycle - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100)
        let part = (5 * dayOfYear + 2) / 153
        let month = part < 10 ? part + 3 : part - 9
        return (yearOfCycle + cycle * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * part + 2) / 5 + 1)
    }
}

/// A place in the text of a timestamp.
private struct Scan {
    let text: UnsafeRawBufferPointer
    var position = 0

    var isAtEnd: Bool { position == text.count }

    mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard position < text.count, UInt32(text[position]) == character.value else { return false }
        position += 1
        return true
    }

    mutating func digit() -> Int64? {
        guard position < text.count, text[position] &- UInt8(ascii: "0") <= 9 else { return nil }
        position += 1
        return Int64(text[position - 1] - UInt8(ascii: "0"))
    }

    /// Exactly `width` digits.
    mutating func number(_ width: Int) -> Int64? {
        var value: Int64 = 0
        for _ in 0..<width {
            guard let digit = digit() else { return nil }
            value = value * 10 + digit
        }
        return value
    }

    /// The digits after the point, at least one; the first six count.
    mutating func microseconds() -> Int64? {
        guard let first = digit() else { return nil }
        var value = first * 100_000
        var unit: Int64 = 10_000
        while let digit = digit() {
            value += digit * unit
            unit /= 10
        }
        return value
    }

    /// The zone's distance from UTC; 0 without one.
    mutating func zoneMinutes() -> Int64? {
        if isAtEnd || take("Z") || take("z") { return 0 }
        if take(" ") { return take("U") && take("T") && take("C") ? 0 : nil }
        let isWest = take("-")
        guard isWest || take("+"), let hours = number(2), hours <= 23 else { return nil }
        let hasColon = take(":")
        if isAtEnd { return hasColon ? nil : (isWest ? -hours * 60 : hours * 60) }
        guard let minutes = number(2), minutes <= 59 else { return nil }
        return isWest ? -(hours * 60 + minutes) : hours * 60 + minutes
    }
}
