/// Whether a pattern was written as `str` or as `bytes`; it only matches subjects of the same kind.
package enum PatternKind: Hashable, Sendable {
    /// Matches text: bytes are UTF-8, a lone surrogate stands as its three bytes (WTF-8).
    case text
    /// Matches bytes as they are.
    case bytes

    /// The largest code point of the kind.
    var codePointMax: UInt32 { self == .text ? 0x10_FFFF : 0xFF }
}
