/// What a pattern may ask for. CPython has none of these, or larger ones.
package enum PatternLimit: Hashable, Sendable {
    /// More than ``lengthMax`` characters.
    case length
    /// Groups nested deeper than ``nestingMax``.
    case nesting
    /// A repetition count above ``repeatMax``.
    case repetition
    /// More than ``wideClassesMax`` caseless classes beyond ASCII.
    case wideClasses
    /// More than PCRE2 can compile: 64 KiB of code, 65,535 characters of lookbehind. Its error code is kept for reports.
    case size(Int32)

    /// Characters of a pattern or template.
    package static let lengthMax = 65_536
    /// Caseless classes with characters beyond ASCII; each takes half a millisecond to work out.
    package static let wideClassesMax = 64
    /// Groups within groups; parser and translator recurse once for each.
    package static let nestingMax = 200
    /// The largest `n` of `{n}`: PCRE2's.
    package static let repeatMax = 65_535

    /// One line for a rule author.
    package var message: String {
        switch self {
        case .length: "regular expression is longer than \(Self.lengthMax) characters"
        case .nesting: "regular expression nests groups deeper than \(Self.nestingMax)"
        case .wideClasses: "regular expression has more than \(Self.wideClassesMax) caseless classes beyond ASCII"
        case .repetition: "regular expression repeats more than \(Self.repeatMax) times"
        case .size(let code): "regular expression is too large (PCRE2 error \(code))"
        }
    }
}
