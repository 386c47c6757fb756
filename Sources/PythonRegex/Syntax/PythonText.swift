/// The few `str` methods that `re` itself relies on, over code points.
enum PythonText {
    /// The text of messages; a surrogate, which a Swift string cannot hold, shows as U+FFFD.
    static func string(_ codes: some Sequence<UInt32>) -> String {
        var view = String.UnicodeScalarView()
        for code in codes { view.append(Unicode.Scalar(code) ?? "\u{FFFD}") }
        return String(view)
    }

    /// `str.isidentifier`.
    static func isIdentifier(_ codes: [UInt32]) -> Bool {
        guard let first = codes.first else { return false }
        return (first == 0x5F || Unicode.Scalar(first)?.properties.isXIDStart == true)
            && codes.dropFirst().allSatisfy { Unicode.Scalar($0)?.properties.isXIDContinue == true }
    }

    /// `str.isalpha` of one character.
    static func isAlphabetic(_ code: UInt32) -> Bool {
        switch Unicode.Scalar(code)?.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
        default: false
        }
    }

    /// `int(text)`: spaces around, a sign, `_` between digits and the digits of any script; nil is its `ValueError`.
    ///
    /// Numbers past `Int.max` come back as `Int.max`: they are out of every range a caller tests.
    static func integer(_ codes: [UInt32]) -> Int? {
        var rest = codes[...]
        while let first = rest.first, isSpace(first) { rest.removeFirst() }
        while let last = rest.last, isSpace(last) { rest.removeLast() }
        let isNegative = rest.first == UInt32(UInt8(ascii: "-"))
        if isNegative || rest.first == UInt32(UInt8(ascii: "+")) { rest.removeFirst() }
        var value = 0
        var count = 0
        var digitBefore = false
        for code in rest {
            if code == UInt32(UInt8(ascii: "_")), digitBefore {
                digitBefore = false
                continue
            }
            guard let digit = decimalDigit(code) else { return nil }
            let (tens, overflow) = value.multipliedReportingOverflow(by: 10)
            let (sum, overflowSum) = tens.addingReportingOverflow(digit)
            value = overflow || overflowSum ? Int.max : sum
            digitBefore = true
            count += 1
        }
        guard digitBefore, count <= integerDigitsMax else { return nil }
        return isNegative ? -value : value
    }

    /// CPython's default of `sys.set_int_max_str_digits`: longer texts are a `ValueError`.
    static let integerDigitsMax = 4300

    /// The digits of a number in a message, with nothing lost however long: `int(text)` printed again.
    static func canonicalDigits(_ codes: [UInt32]) -> String {
        let digits = codes.compactMap(decimalDigit).drop { $0 == 0 }
        return digits.isEmpty ? "0" : digits.map(String.init).joined()
    }

    /// The value of a decimal digit (category Nd) of any script.
    static func decimalDigit(_ code: UInt32) -> Int? {
        if code < 0x80 { return code >= 0x30 && code <= 0x39 ? Int(code) - 0x30 : nil }
        guard let properties = Unicode.Scalar(code)?.properties, properties.numericType == .decimal,
            let value = properties.numericValue
        else { return nil }
        return Int(exactly: value)
    }

    /// `str.isspace` of one character.
    static func isSpace(_ code: UInt32) -> Bool {
        CodePointSet.spaceUnicode.contains(code)
    }

    /// `repr(text)`.
    static func representation(_ codes: [UInt32]) -> String {
        let single = UInt32(UInt8(ascii: "'"))
        let double = UInt32(UInt8(ascii: "\""))
        let quote = codes.contains(single) && !codes.contains(double) ? double : single
        var result = string([quote])
        for code in codes {
            switch code {
            case quote, 0x5C: result += "\\" + string([code])
            case 0x09: result += "\\t"
            case 0x0A: result += "\\n"
            case 0x0D: result += "\\r"
            default: result += isPrintable(code) ? string([code]) : escaped(code)
            }
        }
        return result + string([quote])
    }

    /// `text.encode("ascii", "backslashreplace")`.
    static func asciiEscaped(_ text: String) -> String {
        text.unicodeScalars.map { $0.isASCII ? String($0) : escaped($0.value) }.joined()
    }

    /// `\xhh`, `\uhhhh` or `\Uhhhhhhhh`, whichever is the shortest that holds `code`.
    static func escaped(_ code: UInt32) -> String {
        let digits = String(code, radix: 16)
        let (letter, width) = code < 0x100 ? ("x", 2) : code < 0x10000 ? ("u", 4) : ("U", 8)
        return "\\" + letter + String(repeating: "0", count: max(0, width - digits.count)) + digits
    }

    private static func isPrintable(_ code: UInt32) -> Bool {
        guard let scalar = Unicode.Scalar(code) else { return false }
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: return false
        case .spaceSeparator: return code == 0x20
        default: return true
        }
    }
}
