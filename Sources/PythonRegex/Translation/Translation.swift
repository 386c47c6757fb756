/// A pattern in PCRE2's words.
struct Translation: Hashable, Sendable {
    /// PCRE2 pattern: ASCII only.
    var text: [UInt8]
    /// Whether `\d`, `\w` and `\b` in it are meant by Unicode's properties (`PCRE2_UCP`).
    var usesProperties: Bool
    /// Whether it has an atomic group. PCRE2 10.42 misjudges what may follow a repeat when it looks into one: it makes
    /// `b*(?>(|a))b` possessive (`PCRE2_NO_AUTO_POSSESS` prevents it).
    var hasAtomicGroup: Bool
    var form: Form

    /// What kind of subject it is for.
    struct Form: Hashable, Sendable {
        /// Whether surrogates are written as the private-use characters that stand for them (``SubjectText``), else
        /// as what matches nothing.
        var hasStandIns = false
        /// Whether it counts its steps over all starting places (`MatchMeter`), which long subjects need.
        var isMetered = false

        /// All forms, each at its ``index``.
        static let all = [
            Form(), Form(isMetered: true), Form(hasStandIns: true), Form(hasStandIns: true, isMetered: true),
        ]
        /// The place in ``all``.
        var index: Int { (hasStandIns ? 2 : 0) + (isMetered ? 1 : 0) }
    }
}
