/// The hash by which keys are found: of the first and last eight bytes and the length, blind to ASCII case.
///
/// The middle of a key longer than 16 bytes is left out: finding a key compares its bytes anyway, and every table that
/// is probed with this hash bounds its probes, so that colliding keys cost time but not much of it.
struct KeyHash {
    /// The first eight bytes, little end first; zeros past the end of a shorter key.
    let first: UInt64
    /// The last eight bytes; equal to ``first`` for a key of fewer than nine.
    let last: UInt64
    /// The hash.
    let value: UInt64

    /// Hashes `length` bytes. Eight bytes at `bytes` must be readable whatever the length.
    @inline(__always)
    init(_ bytes: UnsafeRawPointer, length: Int) {
        let head = UInt64(littleEndian: bytes.loadUnaligned(as: UInt64.self))
        if length >= 8 {
            first = head
            last = UInt64(littleEndian: (bytes + (length &- 8)).loadUnaligned(as: UInt64.self))
        } else {
            first = head & ((1 << UInt64(truncatingIfNeeded: length &* 8)) &- 1)
            last = first
        }
        // Setting bit 5 of every byte maps capitals to small letters (and some signs to others, which is harmless).
        let caseBits: UInt64 = 0x2020_2020_2020_2020
        var mixed = (first | caseBits) &* 0x9E37_79B9_7F4A_7C15
        mixed ^= (last | caseBits) &+ UInt64(truncatingIfNeeded: length)
        mixed = (mixed ^ (mixed >> 29)) &* 0xBF58_476D_1CE4_E5B9
        value = mixed ^ (mixed >> 32)
    }
}
