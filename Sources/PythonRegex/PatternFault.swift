/// Why a pattern or a template cannot be used.
package enum PatternFault: Error, Hashable, Sendable {
    /// Python's `re.error`.
    case syntax(RegexError)
    /// Python's `ValueError`: flags that exclude each other.
    case value(String)
    /// Python's `OverflowError`: a number no engine could count to.
    case overflow(String)
    /// Python's `IndexError`: a template names a group that the pattern has not.
    case unknownGroup(String)
    /// The bytes of a str pattern or template are not UTF-8 (lone surrogates excepted).
    case invalidText
    /// Fine for CPython, but past a limit of ours.
    case limit(PatternLimit)

    /// The message a rule sees.
    package var message: String {
        switch self {
        case .syntax(let error): error.description
        case .value(let message), .overflow(let message): message
        case .unknownGroup(let name): "unknown group name \(name)"
        case .invalidText: "the pattern is not valid text"
        case .limit(let limit): limit.message
        }
    }
}
