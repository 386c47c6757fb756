/// Why a match was given up. None of these is an error of CPython's; all end the rule's run on the event.
package enum MatchFault: Error, Hashable, Sendable {
    /// More steps than ``MatchLimits/steps``: the pattern backtracks without end on this subject.
    case steps
    /// More memory than ``MatchLimits/heapKibibytes``.
    case memory
    /// A subject of more than ``MatchLimits/subjectBytes``.
    case subjectLength
    /// A result of more than ``MatchLimits/resultBytes``.
    case resultLength
    /// The subject of a str pattern is not UTF-8 (lone surrogates excepted).
    case invalidText
    /// Offsets outside of the subject, in the wrong order, or within a character.
    case invalidRange
    /// PCRE2 could not do it; its error code.
    case engine(Int32)
}
