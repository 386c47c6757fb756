/// What is done to a value before it is compared. Python's method or function of the same meaning; what that would refuse is
/// ``Truth/unknown``.
package enum Transform: Hashable, Sendable {
    /// `.lower()`.
    case lower
    /// `.upper()`.
    case upper
    /// `.casefold()`.
    case casefold
    /// `.strip(characters)`; nil for white space.
    case strip(String?)
    /// `.lstrip(characters)`; nil for white space.
    case stripLeft(String?)
    /// `.rstrip(characters)`; nil for white space.
    case stripRight(String?)
    /// `len()`: characters of a text, elements of a list, members of an object.
    case length
    /// `.split(separator)[index]`; nil for runs of white space; from the end where the index is negative. Too few
    /// parts raise.
    case split(separator: String?, index: Int)
    /// `.split(separator, 1)[1]`: what follows the first separator; a text without one raises.
    case after(String)
    /// `len(.split(separator))`: one more than there are separators.
    case pieces(String)
    /// `[from:to]` of a text; nil for its ends, from the end where negative.
    case slice(from: Int?, to: Int?)
    /// `.replace(old, new)`.
    case replace(old: String, new: String)
    /// `str()`.
    case string
    /// `int()`.
    case integer
    /// `json.loads()`.
    case json
    /// `base64.b64decode()`, as text.
    case base64
    /// What follows the last `/` or `\`.
    case basename
    /// A part of the moment that a timestamp names, in UTC, as a number: Sigma's time modifiers.
    case timePart(TimePart)
}

/// A part of a timestamp.
package enum TimePart: String, Hashable, Sendable, CaseIterable, BitwiseCopyable {
    /// From 0 to 59.
    case minute
    /// From 0 to 23.
    case hour
    /// Of the month, from 1 to 31.
    case day
    /// ISO 8601's week of the year, from 1 to 53.
    case week
    /// From 1 to 12.
    case month
    /// Of four digits.
    case year
}
