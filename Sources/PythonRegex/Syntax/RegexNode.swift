/// A parsed pattern. Flags are not applied: a global flag may not be known when the text before it is read.
indirect enum RegexNode: Hashable, Sendable {
    /// One code point.
    case literal(UInt32)
    /// `.`.
    case any
    /// `[…]`, `\d` and its kin.
    case set(CharacterClass)
    case anchor(Anchor)
    /// In order.
    case sequence([RegexNode])
    /// `a|b`, two branches or more.
    case alternation([RegexNode])
    /// `(…)`, `(?:…)`, `(?i-s:…)`; `index` is nil unless it captures.
    case group(index: Int?, adding: RegexFlags, removing: RegexFlags, body: RegexNode)
    /// `(?>…)`.
    case atomic(RegexNode)
    /// `(?=…)` and its kin.
    case look(behind: Bool, negated: Bool, body: RegexNode)
    /// `\1`, `(?P=name)`.
    case backreference(Int)
    /// `(?(1)yes|no)`.
    case conditional(group: Int, yes: RegexNode, no: RegexNode?)
    /// `{least,most}` and its kin; `most` is nil where unbounded.
    case repetition(body: RegexNode, least: Int, most: Int?, greed: Greed)

    /// A place between two characters.
    enum Anchor: Hashable, Sendable {
        /// `^`.
        case lineStart
        /// `$`.
        case lineEnd
        /// `\A`.
        case textStart
        /// `\Z`.
        case textEnd
        /// `\b`.
        case wordBoundary
        /// `\B`.
        case notWordBoundary
    }

    /// How a repetition gives back.
    enum Greed: Hashable, Sendable {
        case greedy, lazy, possessive
    }
}
