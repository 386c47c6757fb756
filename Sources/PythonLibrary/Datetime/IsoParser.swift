/// Reads what `fromisoformat` of Python 3.11 reads: ISO 8601 as far as it is used.
///
/// Follows CPython's reader step by step, with its ways about missing separators.
struct IsoParser {
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// A time of day, and its offset from UTC in microseconds if it has one.
    struct Clock: Hashable {
        var hour = 0
        var minute = 0
        var second = 0
        var microsecond = 0
        var offset: Int?
    }

    /// The byte there; 0 past the end.
    private func byte(_ index: Int) -> UInt8 { bytes.indices.contains(index) ? bytes[index] : 0 }

    private func isDigit(_ index: Int) -> Bool { (48...57).contains(byte(index)) }

    private func digits(_ position: inout Int, _ count: Int) -> Int? {
        var value = 0
        for index in position..<(position + count) {
            guard isDigit(index) else { return nil }
            value = value * 10 + Int(byte(index)) - 48
        }
        position += count
        return value
    }

    // MARK: Dates

    /// `date.fromisoformat`: year, month and day, not yet checked against the calendar; nil if it is none.
    func date() -> CivilDate? {
        guard [7, 8, 10].contains(bytes.count) else { return nil }
        return date(length: bytes.count)
    }

    private func date(length: Int) -> CivilDate? {
        var position = 0
        guard let year = digits(&position, 4) else { return nil }
        let hasSeparator = byte(position) == UInt8(ascii: "-")
        if hasSeparator { position += 1 }
        if byte(position) == UInt8(ascii: "W") {
            position += 1
            return weekDate(year, position, length: length, hasSeparator: hasSeparator)
        }
        guard let month = digits(&position, 2) else { return nil }
        if hasSeparator {
            guard byte(position) == UInt8(ascii: "-") else { return nil }
            position += 1
        }
        guard let day = digits(&position, 2) else { return nil }
        return CivilDate(year: year, month: month, day: day)
    }

    private func weekDate(_ year: Int, _ start: Int, length: Int, hasSeparator: Bool) -> CivilDate? {
        var position = start
        guard let week = digits(&position, 2) else { return nil }
        var day = 1
        if position < length {
            if hasSeparator {
                guard byte(position) == UInt8(ascii: "-") else { return nil }
                position += 1
            }
            guard let given = digits(&position, 1) else { return nil }
            day = given
        }
        guard case .success(let ordinal) = CivilDate.ordinal(isoYear: year, week: week, day: day) else { return nil }
        // Past the calendar: a year that the caller refuses.
        guard (1...CivilDate.ordinalMax).contains(ordinal) else {
            return CivilDate(year: ordinal < 1 ? 0 : 10000, month: 1, day: 1)
        }
        return CivilDate(ordinal: ordinal)
    }

    /// `datetime.fromisoformat`.
    func datetime() -> (date: CivilDate, clock: Clock)? {
        guard bytes.count >= 7, let separator = separator(), separator <= bytes.count,
            let date = date(length: separator)
        else { return nil }
        guard bytes.count > separator else { return (date, Clock()) }
        let lead = byte(separator)
        let width = lead & 0x80 == 0 ? 1 : lead & 0xF0 == 0xE0 ? 3 : lead & 0xF0 == 0xF0 ? 4 : 2
        guard let clock = clock(from: separator + width) else { return nil }
        return (date, clock)
    }

    /// Where the date ends.
    private func separator() -> Int? {
        let count = bytes.count
        if count == 7 { return 7 }
        guard byte(4) == UInt8(ascii: "-") else {
            guard byte(4) == UInt8(ascii: "W") else { return 8 }
            var position = 7
            while position < count, isDigit(position) { position += 1 }
            if position < 9 { return position }
            return position % 2 == 0 ? 7 : 8
        }
        guard byte(5) == UInt8(ascii: "W") else { return 10 }
        guard count >= 8 else { return nil }
        guard count > 8, byte(8) == UInt8(ascii: "-") else { return 8 }
        if count == 9 { return nil }
        return count > 10 && isDigit(10) ? 8 : 10
    }

    // MARK: Times

    /// `time.fromisoformat`.
    func time() -> Clock? { clock(from: byte(0) == UInt8(ascii: "T") ? 1 : 0) }

    private func clock(from start: Int) -> Clock? {
        let end = bytes.count
        var zone = start
        repeat {
            if [UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "Z")].contains(byte(zone)) { break }
            zone += 1
        } while zone < end
        zone = min(zone, max(end, start))
        guard var read = parts(from: start, to: zone) else { return nil }
        guard zone < end else { return read.hasRest ? nil : read.clock }
        if byte(zone) == UInt8(ascii: "Z") {
            guard zone + 1 == end else { return nil }
            read.clock.offset = 0
            return read.clock
        }
        guard let offset = parts(from: zone + 1, to: end), !offset.hasRest else { return nil }
        let clock = offset.clock
        let microseconds = ((clock.hour * 60 + clock.minute) * 60 + clock.second) * 1_000_000 + clock.microsecond
        read.clock.offset = byte(zone) == UInt8(ascii: "-") ? -microseconds : microseconds
        return read.clock
    }

    /// `HH[:MM[:SS[.ffffff]]]`, with or without colons; `hasRest` tells whether something follows.
    private func parts(from start: Int, to end: Int) -> (clock: Clock, hasRest: Bool)? {
        var clock = Clock()
        var position = start
        var hasSeparator = true
        for part in 0..<3 {
            guard let value = digits(&position, 2) else { return nil }
            switch part {
            case 0: clock.hour = value
            case 1: clock.minute = value
            default: clock.second = value
            }
            let next = byte(position)
            position += 1
            if part == 0 { hasSeparator = next == UInt8(ascii: ":") }
            if position >= end { return (clock, next != 0) }
            if hasSeparator, next == UInt8(ascii: ":") { continue }
            if next == UInt8(ascii: ".") || next == UInt8(ascii: ",") { break }
            guard !hasSeparator else { return nil }
            position -= 1
        }
        let count = min(6, end - position)
        guard var fraction = digits(&position, count) else { return nil }
        for _ in count..<6 { fraction *= 10 }
        clock.microsecond = fraction
        while isDigit(position) { position += 1 }
        return (clock, byte(position) != 0)
    }
}
