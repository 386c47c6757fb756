/// A stretch of an event's bytes: a string, a key or a number as it stands in the text.
///
/// Offsets below 2³¹ are bytes of the input given to ``Tape/parse(_:)``; above, bytes of the tape's side region, which
/// holds what is not in the input: keys whose escapes were resolved and values added by a ``TapeBuilder``. Both stay
/// valid until the next parse.
@usableFromInline package struct TapeText: BitwiseCopyable, Sendable {
    /// Where the text starts.
    @usableFromInline package var offset: UInt32
    /// Its length in bytes.
    @usableFromInline package var length: UInt32
    /// ``TapeNode/isEscaped`` and ``TapeNode/isNotASCII``.
    @usableFromInline package var flags: UInt32

    @inlinable @inline(__always)
    package init(offset: UInt32, length: UInt32, flags: UInt32 = 0) {
        self.offset = offset
        self.length = length
        self.flags = flags
    }

    /// Whether the text holds escapes, so that ``TapeView/unescape(_:into:)`` is needed to get the value.
    @inlinable @inline(__always)
    package var needsUnescape: Bool { flags & TapeNode.isEscaped != 0 }

    /// Whether the *value* is known to be ASCII: no byte above 0x7F and no escape.
    @inlinable @inline(__always)
    package var isASCII: Bool { flags & (TapeNode.isNotASCII | TapeNode.isEscaped) == 0 }

    /// The bit that marks offsets into the side region.
    @inlinable @inline(__always)
    package static var sideBit: UInt32 { 1 << 31 }
}
