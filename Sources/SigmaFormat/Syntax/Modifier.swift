/// What follows a field after a `|`. Source: Sigma specification 2.1, modifiers appendix; `ignorecase`, `multiline`, `dotall` and
/// `utf16le` are names that tools know beside it.
///
/// To add one: a case here, an arm in `ItemLowering`, a row in `ModifierTests`, a line in `docs/formats/sigma.md`.
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
}
