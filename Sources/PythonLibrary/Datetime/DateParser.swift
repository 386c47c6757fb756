/// `strptime` as CPython 3.11's `_strptime.py` does it: a format is a pattern whose directives are tried in order,
/// with backtracking, and the fields that were found make a date.
struct DateParser {
    /// What was read.
    struct Reading {
        var time: CivilTime
        var weekday: Int
        var dayOfYear: Int
        /// `%z`, in microseconds.
        var offset: Int?
        /// `%Z`.
        var zoneName: String?
        /// 61 is allowed: leap seconds of old.
        var second: Int
    }

    private let text: [Unicode.Scalar]
    private let pieces: [DatePattern.Piece]
    private var found = FoundDirectives()
    /// A bit for each piece and position that is known not to lead to a match: keeps backtracking polynomial.
    private var failed: [UInt64]

    /// Scalars of a format and of a text; more are refused, as the memory of dead ends is their product.
    static let lengthMax = 4096

    private init(text: String, format: DatePattern) {
        pieces = format.pieces
        self.text = Array(text.unicodeScalars)
        failed = Array(repeating: 0, count: pieces.count * (self.text.count + 1) / 64 + 1)
    }

    /// Where the text of each directive is, by its letter.
    private struct FoundDirectives {
        private var ranges = [Range<Int>?](repeating: nil, count: 128)

        /// Letters of directives are ASCII.
        subscript(letter: Unicode.Scalar) -> Range<Int>? {
            get { letter.isASCII ? ranges[Int(letter.value)] : nil }
            set { if letter.isASCII { ranges[Int(letter.value)] = newValue } }
        }
    }

    /// Why a text was not read.
    enum Fault: Error {
        /// It does not match its format: said with the `repr` of both.
        case mismatch
        /// The message of Python's ValueError.
        case other(CivilFault)
    }

    /// Reads `text`; both in UTF-8, where a lone surrogate counts as U+FFFD.
    static func parse(_ text: UnsafeRawBufferPointer, format: UnsafeRawBufferPointer) -> Result<Reading, Fault> {
        guard !isTooLong(text), !isTooLong(format) else {
            return .failure(.other(.init(text: "more than \(lengthMax) characters in a date or its format")))
        }
        do throws(CivilFault) {
            let pattern = try DatePattern.known(format)
            // Formats are tried one after the other until one fits: most are told to be wrong without a search.
            guard !pattern.refuses(text) else { return .failure(.mismatch) }
            var parser = DateParser(text: String(decoding: text, as: UTF8.self), format: pattern)
            guard let end = parser.match(0, 0) else { return .failure(.mismatch) }
            guard end == parser.text.count else {
                throw .init(text: "unconverted data remains: \(parser.slice(end..<parser.text.count))")
            }
            return .success(try parser.reading())
        } catch {
            return .failure(.other(error))
        }
    }

    /// Whether there are more than ``lengthMax`` scalars. Where the bytes are no more, they need not be counted.
    private static func isTooLong(_ text: UnsafeRawBufferPointer) -> Bool {
        text.count > lengthMax && String(decoding: text, as: UTF8.self).unicodeScalars.count > lengthMax
    }

    private func slice(_ range: Range<Int>) -> String {
        var result = ""
        result.unicodeScalars.append(contentsOf: text[range])
        return result
    }

    // MARK: Matching

    /// Where the text ends that pieces from `piece` on match at `position`. The recursion is as deep as the format
    /// has directives, which ``found`` bounds to one of each letter, and runs of spaces.
    private mutating func match(_ piece: Int, _ position: Int) -> Int? {
        var piece = piece
        var position = position
        while piece < pieces.count, case .literal(let letter) = pieces[piece] {
            guard position < text.count, Self.isSame(text[position], letter) else { return nil }
            piece += 1
            position += 1
        }
        guard piece < pieces.count else { return position }
        let state = piece * (text.count + 1) + position
        guard failed[state / 64] & 1 << UInt64(state % 64) == 0 else { return nil }
        switch pieces[piece] {
        case .literal: break
        case .space:
            // Greedy is enough: what follows a run of spaces is no space, but for `%d`, which may begin with one.
            var end = position
            while end < text.count, text[end].properties.isWhitespace { end += 1 }
            while end > position {
                if let last = match(piece + 1, end) { return last }
                end -= 1
            }
        case .directive(let letter, .shapes(let shapes)):
            for shape in shapes where fits(shape, position) {
                if let last = match(letter, piece, position, shape.count) { return last }
            }
        case .directive(let letter, .words(let words)):
            for word in words where starts(word, position) {
                if let last = match(letter, piece, position, word.count) { return last }
            }
        case .directive(let letter, .zone):
            for length in zoneLengths(position) {
                if let last = match(letter, piece, position, length) { return last }
            }
        }
        failed[state / 64] |= 1 << UInt64(state % 64)
        return nil
    }

    private static func isSame(_ left: Unicode.Scalar, _ right: Unicode.Scalar) -> Bool {
        if left == right { return true }
        if left.isASCII, right.isASCII {
            // Letters differ from their capitals in one bit.
            return left.value | 0x20 == right.value | 0x20 && (97...122).contains(left.value | 0x20)
        }
        return left.properties.lowercaseMapping == right.properties.lowercaseMapping
    }

    /// Where the text ends if a directive takes so many characters.
    private mutating func match(_ letter: Unicode.Scalar, _ piece: Int, _ position: Int, _ length: Int) -> Int? {
        guard let last = match(piece + 1, position + length) else { return nil }
        found[letter] = position..<(position + length)
        return last
    }

    private func fits(_ shape: DatePattern.Shape, _ position: Int) -> Bool {
        guard position + shape.count <= text.count else { return false }
        for index in 0..<shape.count where !shape[index].contains(text[position + index].value) { return false }
        return true
    }

    private func starts(_ word: [Unicode.Scalar], _ position: Int) -> Bool {
        guard position + word.count <= text.count else { return false }
        for index in 0..<word.count where !Self.isSame(text[position + index], word[index]) { return false }
        return true
    }

    /// `[+-]\d\d:?[0-5]\d(:?[0-5]\d(\.\d{1,6})?)?|Z`.
    private func zoneLengths(_ position: Int) -> [Int] {
        func isDigit(_ index: Int, _ high: Unicode.Scalar = "9") -> Bool {
            index < text.count && text[index] >= "0" && text[index] <= high
        }
        func skipColon(_ index: Int) -> Int { index < text.count && text[index] == ":" ? index + 1 : index }
        guard position < text.count else { return [] }
        if text[position] == "Z" { return [1] }
        guard text[position] == "+" || text[position] == "-", isDigit(position + 1), isDigit(position + 2) else {
            return []
        }
        let minutes = skipColon(position + 3)
        guard isDigit(minutes, "5"), isDigit(minutes + 1) else { return [] }
        var ends = [minutes + 2]
        let seconds = skipColon(minutes + 2)
        if isDigit(seconds, "5"), isDigit(seconds + 1) {
            ends.append(seconds + 2)
            if seconds + 2 < text.count, text[seconds + 2] == "." {
                var end = seconds + 3
                while end < seconds + 9, isDigit(end) {
                    end += 1
                    ends.append(end)
                }
            }
        }
        return ends.reversed().map { $0 - position }
    }

    // MARK: The fields

    private func number(_ letter: Unicode.Scalar) -> Int? {
        guard let range = found[letter] else { return nil }
        return text[range].reduce(0) { $1 == " " ? $0 : $0 * 10 + Int($1.value) - 48 }
    }

    private func nameIndex(_ letter: Unicode.Scalar) -> Int? {
        guard let range = found[letter], let names = DatePattern.names(letter) else { return nil }
        return names.firstIndex { name in
            let letters = Array(name.unicodeScalars)
            return letters.count == range.count && starts(letters, range.lowerBound)
        }
    }

    private func offset() throws(CivilFault) -> Int? {
        guard let range = found["z"] else { return nil }
        let whole = slice(range)
        guard whole != "Z" else { return 0 }
        var digits = Array(whole.dropFirst())
        if digits[2] == ":" {
            digits.remove(at: 2)
            if digits.count > 4 {
                guard digits[4] == ":" else { throw .init(text: "Inconsistent use of : in \(whole)") }
                digits.remove(at: 4)
            }
        }
        // Without a colon after the hours one may still stand before the seconds: CPython takes it for a digit.
        guard !digits.contains(":") else {
            throw .init(text: "invalid literal for int() with base 10: '\(String(digits[4..<min(6, digits.count)]))'")
        }
        func part(_ start: Int) -> Int {
            Int(String(digits[min(start, digits.count)..<min(start + 2, digits.count)])) ?? 0
        }
        let fraction = digits.count > 7 ? String(digits[7...]) : ""
        let microseconds = Int((fraction + "000000").prefix(6)) ?? 0
        let total = ((part(0) * 60 + part(2)) * 60 + part(4)) * 1_000_000 + microseconds
        return whole.hasPrefix("-") ? -total : total
    }

    private func hour() -> Int {
        guard let half = number("I") else { return number("H") ?? 0 }
        let isAfternoon = nameIndex("p") == 1
        if half == 12 { return isAfternoon ? 12 : 0 }
        return isAfternoon ? half + 12 : half
    }

    private func year() -> Int? {
        if let year = number("Y") { return year }
        return number("y").map { $0 <= 68 ? $0 + 2000 : $0 + 1900 }
    }

    private func weekday() -> Int? {
        if let name = nameIndex("A") ?? nameIndex("a") { return name }
        if let day = number("w") { return (day + 6) % 7 }
        return number("u").map { $0 - 1 }
    }

    private func reading() throws(CivilFault) -> Reading {
        let month = number("m") ?? (nameIndex("B") ?? nameIndex("b")).map { $0 + 1 } ?? 1
        let day = number("d") ?? 1
        var julian = number("j")
        let offset = try offset()
        let weekday = weekday()
        let given = year()
        try checkISO(year: given, julian: julian, weekday: weekday)
        // February 29 without a year is a day of some leap year.
        let isLeapDay = given == nil && month == 2 && day == 29
        let year = given ?? (isLeapDay ? 1904 : 1900)
        var date = CivilDate(year: year, month: month, day: day)
        if julian == nil, let weekday {
            if let week = number("U") ?? number("W") {
                julian = Self.dayOfYear(year, week: week, weekday: weekday, startsMonday: found["U"] == nil)
            } else if let isoYear = number("G"), let week = number("V") {
                switch CivilDate.ordinal(isoYear: isoYear, week: week, day: weekday + 1) {
                case .failure(let fault): throw fault
                case .success(let ordinal): date = try Self.date(ordinal)
                }
            }
        }
        if let julian {
            guard year >= 1 else { throw .init(text: "year \(year) is out of range") }
            date = try Self.date(CivilDate.daysBefore(year: year) + julian)
        } else if let fault = CivilDate.fault(year: date.year, month: date.month, day: date.day) {
            throw .init(text: fault)
        }
        let dayOfYear = date.dayOfYear
        let shownWeekday = weekday ?? date.weekday
        if isLeapDay { date.year = 1900 }
        let fraction = found["f"].map { slice($0) + "000000" }
        return Reading(
            time: CivilTime(
                date: date,
                hour: hour(),
                minute: number("M") ?? 0,
                second: min(number("S") ?? 0, 59),
                microsecond: fraction.flatMap { Int($0.prefix(6)) } ?? 0
            ),
            weekday: shownWeekday,
            dayOfYear: dayOfYear,
            offset: offset,
            zoneName: found["Z"].map { slice($0) },
            second: number("S") ?? 0
        )
    }

    private static func date(_ ordinal: Int) throws(CivilFault) -> CivilDate {
        guard ordinal >= 1 else { throw .init(text: "ordinal must be >= 1") }
        guard ordinal <= CivilDate.ordinalMax else { throw .init(text: "year 10000 is out of range") }
        return CivilDate(ordinal: ordinal)
    }

    private func checkISO(year: Int?, julian: Int?, weekday: Int?) throws(CivilFault) {
        let weekdays = "a weekday directive ('%A', '%a', '%w', or '%u')."
        if found["G"] != nil {
            if found["V"] == nil || weekday == nil {
                throw .init(
                    text: "ISO year directive '%G' must be used with the ISO week directive '%V' and \(weekdays)"
                )
            }
            if julian != nil {
                throw .init(
                    text:
                        "Day of the year directive '%j' is not compatible with ISO year directive '%G'. Use '%Y' instead."
                )
            }
        } else if found["V"] != nil {
            if year == nil || weekday == nil {
                throw .init(
                    text: "ISO week directive '%V' must be used with the ISO year directive '%G' and \(weekdays)"
                )
            }
            throw .init(
                text:
                    "ISO week directive '%V' is incompatible with the year directive '%Y'. Use the ISO year '%G' instead."
            )
        }
    }

    /// The day of the year of a weekday in a week of `%U` or `%W`; 0 and less lie in the year before.
    private static func dayOfYear(_ year: Int, week: Int, weekday: Int, startsMonday: Bool) -> Int {
        guard year >= 1 else { return 1 }
        var first = CivilDate(year: year, month: 1, day: 1).weekday
        var day = weekday
        if !startsMonday {
            first = (first + 1) % 7
            day = (day + 1) % 7
        }
        if week == 0 { return 1 + day - first }
        return 1 + (7 - first) % 7 + 7 * (week - 1) + day
    }
}
