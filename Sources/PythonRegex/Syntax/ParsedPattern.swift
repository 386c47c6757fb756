/// A pattern after parsing: what the translator needs.
struct ParsedPattern: Sendable {
    var root: RegexNode
    /// The caller's flags, the global inline flags and `unicode` where it is the default.
    var flags: RegexFlags
    /// Whether some group has `u` of its own, as `(?u:…)` in an ASCII pattern.
    var hasUnicodeScope: Bool
    /// Width of each group, the whole pattern's place 0 unused.
    var groupWidths: [NodeWidth?]
    /// Named groups in the order of their numbers.
    var groupNames: [(name: String, index: Int)]
    /// Group numbers in the order in which their parentheses close.
    var closingOrder: [Int]

    /// Capturing groups.
    var groupCount: Int { groupWidths.count - 1 }
}
