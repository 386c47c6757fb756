/// Where a match has to lie.
package enum MatchMode: Int, CaseIterable, Sendable {
    /// Anywhere: `re.search`.
    case search
    /// From the first character on: `re.match`.
    case match
    /// From the first character to the last: `re.fullmatch`.
    case fullMatch
}
