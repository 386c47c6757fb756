/// A key's number in a ``KeyTable``: a group of keys that differ only in ASCII case, and a spelling within it.
///
/// So two ids compare as keys do, and two groups as keys do without regard to case.
@usableFromInline package struct KeyID: Hashable, Sendable, BitwiseCopyable {
    /// 18 bits of group, 6 of spelling. 0 is ``unknown``; spelling 0 is "none of the spellings of the table".
    @usableFromInline package var rawValue: UInt32

    @inlinable @inline(__always)
    package init(rawValue: UInt32) { self.rawValue = rawValue }

    @inlinable @inline(__always)
    package init(group: UInt32, spelling: UInt32) { rawValue = group << 6 | spelling }

    /// The id of every key that is not in the table in any case.
    @inlinable @inline(__always)
    package static var unknown: KeyID { KeyID(rawValue: 0) }

    /// The number of its group; 0 for ``unknown``.
    @inlinable @inline(__always)
    package var group: UInt32 { rawValue >> 6 }

    /// Whether it stands for exactly one key.
    @inlinable @inline(__always)
    package var isSpelled: Bool { rawValue & 63 != 0 }

    /// Most groups in a table, counting the group of ``unknown``.
    package static let groupCountMax = 1 << 18
    /// Most spellings of one key that get an id of their own. They hash alike, so that a table has room for no more:
    /// see ``KeyTable/probeCountMax``.
    package static let spellingCountMax = 32
}
