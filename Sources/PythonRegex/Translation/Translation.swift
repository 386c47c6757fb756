/// A pattern in PCRE2's words.
struct Translation: Hashable, Sendable {
    /// PCRE2 pattern: ASCII only.
    var text: [UInt8]
    /// Whether `\d`, `\w` and `\b` in it are meant by Unicode's properties (`PCRE2_UCP`).
    var usesProperties: Bool
    /// Whether it has an atomic group. PCRE2 10.42 misjudges what may follow a repeat when it looks into one: it makes
    /// `b*(?>(|a))b` possessive (`PCRE2_NO_AUTO_POSSESS` prevents it).
    var hasAtomicGroup: Bool
    /// Whether surrogates are written as the private-use characters that stand for them; see ``SubjectText``.
    var hasStandIns: Bool
}
