package import PythonRegex

extension Leaf {
    /// For each value the texts of which one is in every text that passes; nil for a test that knows none.
    ///
    /// Only where several values of a field count is a text without them refused before its pattern is tried, so that no limit of
    /// a match can be reached: there, and nowhere else, rules may be told apart by them.
    package var certainParts: [Pattern.CertainParts?]? {
        guard field.style.isPlural, other == nil else { return nil }
        let isInsensitive = casing == .insensitive
        switch op {
        case .regex:
            return values.map { Pattern.certainParts(of: $0.spelling, flags: isInsensitive ? .ignoreCase : []) }
        case .glob:
            return values.map { value in
                Wildcard.longestPart(of: value.spelling, isFolded: isInsensitive)
                    .map { Pattern.CertainParts([$0], ignoresCase: isInsensitive) }
            }
        default: return nil
        }
    }
}

extension Literal {
    /// The text that a value is compared by where all are compared as texts.
    var spelling: String { if case .string(let text) = self { text } else { json } }
}
