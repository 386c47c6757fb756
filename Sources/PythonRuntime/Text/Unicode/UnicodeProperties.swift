/// What `str` predicates ask about a code point; the order of bits is that of scripts/generate-unicode-tables.py.
struct UnicodeProperties: OptionSet {
    let rawValue: UInt16

    static let alphabetic = UnicodeProperties(rawValue: 1 << 0)
    static let decimal = UnicodeProperties(rawValue: 1 << 1)
    static let digit = UnicodeProperties(rawValue: 1 << 2)
    static let numeric = UnicodeProperties(rawValue: 1 << 3)
    static let space = UnicodeProperties(rawValue: 1 << 4)
    static let printable = UnicodeProperties(rawValue: 1 << 5)
    static let upper = UnicodeProperties(rawValue: 1 << 6)
    static let lower = UnicodeProperties(rawValue: 1 << 7)
    static let title = UnicodeProperties(rawValue: 1 << 8)
    static let cased = UnicodeProperties(rawValue: 1 << 9)
    /// Skipped when looking for the letters beside a sigma.
    static let caseIgnorable = UnicodeProperties(rawValue: 1 << 10)
    static let identifierStart = UnicodeProperties(rawValue: 1 << 11)
    static let identifierContinue = UnicodeProperties(rawValue: 1 << 12)
    /// Ends a line for `splitlines`.
    static let lineBreak = UnicodeProperties(rawValue: 1 << 13)

    static let alphanumeric: UnicodeProperties = [.alphabetic, .decimal, .digit, .numeric]
}
