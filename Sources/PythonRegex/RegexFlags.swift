/// The flags of Python's `re`, with the numbers that `Pattern.flags` shows a rule.
package struct RegexFlags: OptionSet, Hashable, Sendable {
    /// The value of `re.compile(…).flags`.
    package var rawValue: Int

    /// Wraps Python's number; unknown bits are kept and mean nothing.
    package init(rawValue: Int) {
        self.rawValue = rawValue
    }

    /// `re.T`: deprecated; a pattern that repeats anything is an error.
    package static let template = RegexFlags(rawValue: 1)
    /// `re.I`.
    package static let ignoreCase = RegexFlags(rawValue: 2)
    /// `re.L`: bytes patterns only; read as the "C" locale, hence as ``ascii``.
    package static let locale = RegexFlags(rawValue: 4)
    /// `re.M`: `^` and `$` at every line.
    package static let multiline = RegexFlags(rawValue: 8)
    /// `re.S`: `.` matches a newline too.
    package static let dotAll = RegexFlags(rawValue: 16)
    /// `re.U`: the default of str patterns, always reported for them unless ``ascii``.
    package static let unicode = RegexFlags(rawValue: 32)
    /// `re.X`: white space and `#` comments in the pattern are skipped.
    package static let verbose = RegexFlags(rawValue: 64)
    /// `re.DEBUG`: accepted, prints nothing.
    package static let debug = RegexFlags(rawValue: 128)
    /// `re.A`: `\w`, `\d`, `\s`, `\b` and case know ASCII only.
    package static let ascii = RegexFlags(rawValue: 256)

    /// The three that exclude each other.
    static let character: RegexFlags = [.ascii, .locale, .unicode]
    /// Those that cannot be scoped to a group.
    static let global: RegexFlags = [.debug, .template]

    /// The flag of an inline letter, as in `(?i)`; nil for any other character.
    init?(letter: UInt32) {
        switch UInt8(exactly: letter) {
        case UInt8(ascii: "i"): self = .ignoreCase
        case UInt8(ascii: "L"): self = .locale
        case UInt8(ascii: "m"): self = .multiline
        case UInt8(ascii: "s"): self = .dotAll
        case UInt8(ascii: "x"): self = .verbose
        case UInt8(ascii: "a"): self = .ascii
        case UInt8(ascii: "t"): self = .template
        case UInt8(ascii: "u"): self = .unicode
        default: return nil
        }
    }

    /// The flags inside a group that adds and removes some; source: `_combine_flags` of CPython's compiler.
    func scoped(adding added: RegexFlags, removing removed: RegexFlags) -> RegexFlags {
        let base = added.isDisjoint(with: .character) ? self : subtracting(.character)
        return base.union(added).subtracting(removed)
    }
}
