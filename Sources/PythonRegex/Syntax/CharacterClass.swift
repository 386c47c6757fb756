/// A set of characters as written.
struct CharacterClass: Hashable, Sendable {
    /// Whether it began with `^`.
    var isNegated = false
    /// What was listed, in order.
    var members: [Member] = []

    /// One thing listed.
    enum Member: Hashable, Sendable {
        /// `a`, `a-z`: both ends included.
        case range(UInt32, UInt32)
        /// `\d`, `\W`, ….
        case category(Category, negated: Bool)
    }

    /// What `\d`, `\s` and `\w` stand for; what they hold depends on flags.
    enum Category: Hashable, Sendable {
        case digit, space, word
    }
}
