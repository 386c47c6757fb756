/// Hashes of texts, eight bytes at a time. Rules' texts are all that tables hold, so that events cannot fill one place.
enum TextHash {
    /// Bytes after a text that are read with it.
    static let paddingByteCount = 8

    /// The hash of a text; ``paddingByteCount`` more bytes must be readable. With `folds`, that of the text with
    /// its letters of ASCII small.
    @inline(__always)
    static func hash(_ text: UnsafeRawBufferPointer, folds: Bool = false) -> UInt64 {
        let multiplier: UInt64 = 0x9E37_79B9_7F4A_7C15
        var hash = UInt64(truncatingIfNeeded: text.count) &* multiplier
        guard let base = text.baseAddress else { return hash }
        var offset = 0
        while offset < text.count {
            var word = UInt64(littleEndian: (base + offset).loadUnaligned(as: UInt64.self))
            let left = text.count &- offset
            if left < 8 { word &= (1 << UInt64(truncatingIfNeeded: left &* 8)) &- 1 }
            if folds { word = folded(word) }
            hash = (hash ^ word) &* multiplier
            hash ^= hash >> 29
            offset &+= 8
        }
        return hash ^ hash >> 32
    }

    /// The hash of a text of a rule.
    static func hash(_ text: [UInt8]) -> UInt64 {
        let padded = text + [UInt8](repeating: 0, count: paddingByteCount)
        return padded.withUnsafeBytes { hash(UnsafeRawBufferPointer(rebasing: $0.dropLast(paddingByteCount))) }
    }

    /// Whether a text is this one of ASCII in small letters, but for their case; ``paddingByteCount`` more bytes of both must be readable.
    @inline(__always)
    static func equalsFolded(_ text: UnsafeRawPointer, _ small: UnsafeRawPointer, _ count: Int) -> Bool {
        var offset = 0
        while offset < count {
            var word = UInt64(littleEndian: (text + offset).loadUnaligned(as: UInt64.self))
            var other = UInt64(littleEndian: (small + offset).loadUnaligned(as: UInt64.self))
            let left = count &- offset
            if left < 8 {
                let mask: UInt64 = (1 << UInt64(truncatingIfNeeded: left &* 8)) &- 1
                word &= mask
                other &= mask
            }
            if folded(word) != other { return false }
            offset &+= 8
        }
        return true
    }

    /// Eight bytes with the capitals of ASCII made small.
    @inline(__always)
    private static func folded(_ word: UInt64) -> UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        // In each byte the highest bit says whether the character is at least A, and whether it is past Z.
        let low = word & (ones &* 0x7F)
        let fromA = low &+ ones &* (0x80 - 0x41)
        let pastZ = low &+ ones &* (0x80 - 0x5B)
        return word | ((fromA & ~pastZ & ~word) & (ones &* 0x80)) >> 2
    }
}
