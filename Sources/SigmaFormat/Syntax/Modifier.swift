/// What follows a field after a `|`. Source: Sigma specification 2.1, modifiers appendix; `ignorecase`, `multiline`, `dotall` and
/// `utf16le` are names that tools know beside it.
///
/// To add one: a case here, its ``kind``, an arm in `ItemLowering`, a row in `ModifierTests`, a line in `docs/formats/sigma.md`.
package enum Modifier: String, CaseIterable, Sendable {
    // Generic
    case all, contains, startswith, endswith, exists, cased, neq
    // Texts
    case windash, re, i, m, s, base64, base64offset, utf16, utf16le, utf16be, wide
    // Numbers
    case lt, lte, gt, gte
    // Times
    case minute, hour, day, week, month, year
    // Addresses
    case cidr
    // Specific
    case expand, fieldref

    /// The modifier of a name, other names of the same among them.
    package init?(name: some StringProtocol) {
        switch name {
        case "ignorecase": self = .i
        case "multiline": self = .m
        case "dotall": self = .s
        default: self.init(rawValue: String(name))
        }
    }

    /// What it asks of the values it stands before.
    enum Kind: Hashable {
        /// Anything.
        case any
        /// Texts.
        case text
        /// Numbers, or texts that are numbers.
        case number
        /// `true` or `false`.
        case boolean
        /// Regular expressions: it follows `re`.
        case expression
    }

    /// What it asks of the values it stands before.
    var kind: Kind {
        switch self {
        case .all, .neq: .any
        case .contains, .startswith, .endswith, .cased: .text
        case .windash, .re, .base64, .base64offset, .utf16, .utf16le, .utf16be, .wide: .text
        case .cidr, .expand, .fieldref: .text
        case .i, .m, .s: .expression
        case .lt, .lte, .gt, .gte: .number
        case .minute, .hour, .day, .week, .month, .year: .number
        case .exists: .boolean
        }
    }
}
