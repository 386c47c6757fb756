/// `strftime` as glibc does it in the C locale, with the directives that Python adds.
///
/// Source: the GNU C library's manual, "Formatting Calendar Time", and glibc's behaviour where that is silent.
struct DateFormat {
    var time: CivilTime
    /// 0 for Monday; given apart because a `struct_time` may say anything.
    var weekday: Int
    /// From 1.
    var dayOfYear: Int
    /// What `%z` and `%Z` give.
    var offsetText = ""
    var zoneName = ""
    /// Whether `%f`, `%z` and `%Z` are Python's: `datetime` replaces them, `time.strftime` does not know `%f`.
    var hasMicroseconds = true

    /// Bytes of a field's padding; `%99999999d` would otherwise choose the size of the result.
    static let widthMax = 1024
    /// `%c` and its kin are formats themselves: no deeper than this.
    static let depthMax = 3

    init(_ time: CivilTime) {
        self.time = time
        weekday = time.date.weekday
        dayOfYear = time.date.dayOfYear
    }

    /// The flags, width and letter of one directive.
    private struct Directive {
        var pad: Character?
        var upper = false
        var swap = false
        var width = -1
        var text = ""
    }

    /// The text of a format. O(length of the format + paddings).
    func text(_ format: String) -> String { text(format, depth: 0) }

    private func text(_ format: String, depth: Int) -> String {
        var result = ""
        let letters = Array(format.unicodeScalars)
        var index = 0
        while index < letters.count {
            let letter = letters[index]
            index += 1
            guard letter == "%" else {
                result.unicodeScalars.append(letter)
                continue
            }
            var directive = Directive(text: "%")
            // Python itself replaces these three, if they follow the `%` at once.
            if hasMicroseconds, depth == 0, index < letters.count, let own = python(letters[index]) {
                result += own
                index += 1
                continue
            }
            while index < letters.count, readFlag(letters[index], into: &directive) { index += 1 }
            while index < letters.count, letters[index] == "E" || letters[index] == "O" {
                directive.text.unicodeScalars.append(letters[index])
                index += 1
            }
            guard index < letters.count else {
                result += directive.text
                break
            }
            directive.text.unicodeScalars.append(letters[index])
            result += self.directive(Character(letters[index]), directive, depth: depth)
            index += 1
        }
        return result
    }

    private func python(_ letter: Unicode.Scalar) -> String? {
        switch letter {
        case "z": offsetText
        case "Z": zoneName
        case "f": CivilText.padded(time.microsecond, 6)
        default: nil
        }
    }

    private func readFlag(_ letter: Unicode.Scalar, into directive: inout Directive) -> Bool {
        switch letter {
        case "_", "-": directive.pad = Character(letter)
        case "0" where directive.width < 0: directive.pad = "0"
        case "^": directive.upper = true
        case "#": directive.swap = true
        case "0"..."9":
            let digit = Int(letter.value) - 48
            directive.width = min(max(directive.width, 0) * 10 + digit, Self.widthMax)
        default: return false
        }
        directive.text.unicodeScalars.append(letter)
        return true
    }

    private func directive(_ letter: Character, _ directive: Directive, depth: Int) -> String {
        if let number = number(letter) { return pad(number.value, number.width, number.pad, directive) }
        if let format = composite(letter), depth < Self.depthMax {
            let inner = text(format, depth: depth + 1)
            return fill(directive.upper ? inner.uppercased() : inner, directive)
        }
        switch letter {
        case "a": return name(String(dayName.prefix(3)), directive, swapUpper: true)
        case "A": return name(dayName, directive, swapUpper: true)
        case "b", "h": return name(String(monthName.prefix(3)), directive, swapUpper: true)
        case "B": return name(monthName, directive, swapUpper: true)
        case "p": return name(time.hour < 12 ? "AM" : "PM", directive, swapUpper: false)
        case "P": return fill(time.hour < 12 ? "am" : "pm", directive)
        case "n": return fill("\n", directive)
        case "t": return fill("\t", directive)
        case "%": return fill("%", directive)
        case "Z": return name(zoneName, directive, swapUpper: false)
        case "z": return offsetText
        case "s": return pad(time.epochSeconds, 1, "0", directive)
        default: return fill(directive.text, directive)
        }
    }

    private var dayName: String { (0...6).contains(weekday) ? CivilText.days[weekday] : "?" }
    private var monthName: String {
        CivilText.months.indices.contains(time.date.month - 1) ? CivilText.months[time.date.month - 1] : "?"
    }

    private func composite(_ letter: Character) -> String? {
        switch letter {
        case "c": "%a %b %e %H:%M:%S %Y"
        case "D", "x": "%m/%d/%y"
        case "F": "%Y-%m-%d"
        case "r": "%I:%M:%S %p"
        case "R": "%H:%M"
        case "T", "X": "%H:%M:%S"
        default: nil
        }
    }

    private func number(_ letter: Character) -> (value: Int, width: Int, pad: Character)? {
        let year = time.date.year
        let sunday = (weekday + 1) % 7
        let hour = (time.hour + 11) % 12 + 1
        switch letter {
        case "C": return (year / 100, 1, "0")
        case "d": return (time.date.day, 2, "0")
        case "e": return (time.date.day, 2, " ")
        case "g": return (isoYear.year % 100, 2, "0")
        case "G": return (isoYear.year, 1, "0")
        case "H": return (time.hour, 2, "0")
        case "I": return (hour, 2, "0")
        case "j": return (dayOfYear, 3, "0")
        case "k": return (time.hour, 2, " ")
        case "l": return (hour, 2, " ")
        case "m": return (time.date.month, 2, "0")
        case "M": return (time.minute, 2, "0")
        case "S": return (time.second, 2, "0")
        case "u": return (weekday + 1, 1, "0")
        case "U": return ((dayOfYear - 1 - sunday + 7) / 7, 2, "0")
        case "V": return (isoYear.week, 2, "0")
        case "w": return (sunday, 1, "0")
        case "W": return ((dayOfYear - 1 - weekday + 7) / 7, 2, "0")
        case "y": return ((year % 100 + 100) % 100, 2, "0")
        case "Y": return (year, 1, "0")
        default: return nil
        }
    }

    private var isoYear: (year: Int, week: Int) {
        let parts = time.date.isoCalendar
        return (parts.year, parts.week)
    }

    private func pad(_ value: Int, _ width: Int, _ pad: Character, _ directive: Directive) -> String {
        switch directive.pad {
        case "-": return CivilText.padded(value, directive.width, with: " ")
        case "_": return CivilText.padded(value, max(width, directive.width), with: " ")
        case "0": return CivilText.padded(value, max(width, directive.width))
        default: return CivilText.padded(value, max(width, directive.width), with: pad)
        }
    }

    private func name(_ text: String, _ directive: Directive, swapUpper: Bool) -> String {
        if directive.swap { return fill(swapUpper ? text.uppercased() : text.lowercased(), directive) }
        return fill(directive.upper ? text.uppercased() : text, directive)
    }

    private func fill(_ text: String, _ directive: Directive) -> String {
        guard directive.width > text.count else { return text }
        return String(repeating: directive.pad == "0" ? "0" : " ", count: directive.width - text.count) + text
    }
}
