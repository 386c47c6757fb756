/// One JSON value of a parsed event: 24 bytes, trivial, in document order.
///
/// A member of an object carries its key, so an object is its node followed by its members' subtrees. Offsets are those
/// of ``TapeText``. No key occurs twice in an object once a parse has ended.
@usableFromInline package struct TapeNode: BitwiseCopyable {
    /// Strings: the first byte after the quote. Numbers: the first byte of their text. Containers: the bracket.
    @usableFromInline package var start: UInt32
    /// Bytes of text at ``start``; 0 for a container without a verbatim text.
    @usableFromInline package var length: UInt32
    /// The index just past this value's subtree: the next sibling, or the end of the container.
    @usableFromInline package var next: UInt32
    /// The first byte of the key, its escapes already resolved. Meaningless outside objects.
    @usableFromInline package var keyStart: UInt32
    /// Bytes of the key.
    @usableFromInline package var keyLength: UInt32
    /// Kind (bits 0–2), flags (bits 3–7), key id (bits 8–31).
    @usableFromInline package var meta: UInt32

    @inlinable @inline(__always)
    package init(start: UInt32, length: UInt32, next: UInt32, keyStart: UInt32, keyLength: UInt32, meta: UInt32) {
        self.start = start
        self.length = length
        self.next = next
        self.keyStart = keyStart
        self.keyLength = keyLength
        self.meta = meta
    }

    /// What kind of value it is.
    @inlinable @inline(__always)
    package var kind: TapeKind { TapeKind(bits: meta) }

    /// The id of its key in the tape's ``KeyTable``.
    @inlinable @inline(__always)
    package var keyID: KeyID { KeyID(rawValue: meta >> 8) }

    /// The node that every index outside the tape reads: null, empty, without a key.
    @inlinable @inline(__always)
    package static var null: TapeNode {
        TapeNode(start: 0, length: 0, next: UInt32.max, keyStart: 0, keyLength: 0, meta: 0)
    }

    // Flags. A bit means one thing for strings and another for containers; the last two exist only during a parse.

    /// Of a string: it holds a backslash, so its text is not its value.
    @inlinable @inline(__always) package static var isEscaped: UInt32 { 1 << 3 }
    /// Of a string: it holds a byte above 0x7F, or an escape that may stand for one.
    @inlinable @inline(__always) package static var isNotASCII: UInt32 { 1 << 4 }
    /// Of a container: some child is a container that has children, so child `i` is not at `index + 1 + i`.
    @inlinable @inline(__always) package static var isDeep: UInt32 { 1 << 3 }
    /// Of an object, while parsing: two of its keys may be equal.
    @inlinable @inline(__always) package static var mayRepeatKeys: UInt32 { 1 << 4 }
    /// The key holds a byte above 0x7F.
    @inlinable @inline(__always) package static var isKeyNotASCII: UInt32 { 1 << 5 }
    /// While parsing: a later member of the object has this key, and an earlier one its place.
    @inlinable @inline(__always) package static var isSuperseded: UInt32 { 1 << 6 }
    /// While parsing: ``start`` is the index of the last member with this key, whose value stands here.
    @inlinable @inline(__always) package static var isForward: UInt32 { 1 << 7 }
}

/// The kinds of JSON value; a number is an integer unless it has a fraction or an exponent, as in Python's `json`.
@usableFromInline package enum TapeKind: UInt8, Sendable, CaseIterable, BitwiseCopyable {
    /// `null`, and whatever an index outside the tape reads.
    case null
    /// `false`.
    case `false`
    /// `true`.
    case `true`
    /// A number of digits only; of any size.
    case integer
    /// A number with a fraction or an exponent, or `NaN`, `Infinity`, `-Infinity`.
    case double
    /// A string.
    case string
    /// An array.
    case array
    /// An object.
    case object

    /// The kind in the lowest three bits.
    @inlinable @inline(__always)
    init(bits: UInt32) {
        // All eight values of three bits are cases.
        self = unsafeBitCast(UInt8(truncatingIfNeeded: bits & 7), to: TapeKind.self)
    }

    /// Whether it is an array or an object.
    @inlinable @inline(__always)
    package var isContainer: Bool { rawValue >= TapeKind.array.rawValue }
}
