import BigInt

/// `hash` of numbers: equal numbers have equal hashes, whatever their type.
///
/// Source: CPython, "Hashing of numeric types": reduction modulo the Mersenne prime 2^61 - 1.
package enum NumberHash {
    private static let modulus: UInt64 = (1 << 61) - 1
    private static let bits = 61
    private static let infinity: Int64 = 314_159

    /// `hash(int)`; also of `bool`, as 0 and 1.
    package static func hash(_ value: Int64) -> Int64 {
        signed(value.magnitude % modulus, negative: value < 0)
    }

    /// `hash(int)`.
    package static func hash(_ value: PythonInteger) -> Int64 {
        switch value {
        case .small(let word): return hash(word)
        case .big(let big):
            let words = big.magnitude.words
            return hash(wordCount: words.count, negative: big.sign == .minus) { UInt64(words[$0]) }
        }
    }

    /// `hash(int)` of a number by the words of its magnitude, the least first. O(n).
    @inline(__always)
    static func hash(wordCount: Int, negative: Bool, _ word: (Int) -> UInt64) -> Int64 {
        var rest: UInt64 = 0
        for index in stride(from: wordCount - 1, through: 0, by: -1) {
            // 2^64 is 8 in this field: what was read so far is turned by three of the 61 bits. No sum reaches 2^63.
            let word = word(index)
            let turned = (rest << 3) & modulus | rest >> 58
            let sum = turned &+ (word & modulus) &+ word >> 61
            rest = (sum & modulus) &+ sum >> 61
        }
        return signed(rest % modulus, negative: negative)
    }

    /// `hash(float)`; 0 for NaN, which CPython hashes by identity.
    package static func hash(_ value: Double) -> Int64 {
        guard !value.isNaN else { return 0 }
        guard value.isFinite else { return value > 0 ? infinity : -infinity }
        guard value != 0 else { return 0 }
        let significand = value.isNormal ? value.significandBitPattern | 1 << 52 : value.significandBitPattern
        let exponent = value.isNormal ? Int(value.exponent) - 52 : -1074
        // 2^61 is 1 in this field, so a power of two is a rotation of the 61 bits.
        let turns = ((exponent % bits) + bits) % bits
        let rotated =
            turns == 0
            ? significand
            : (significand << UInt64(turns)) & modulus | significand >> UInt64(bits - turns)
        return signed(rotated % modulus, negative: value < 0)
    }

    /// -1 is CPython's mark of an error, so no hash is -1.
    private static func signed(_ value: UInt64, negative: Bool) -> Int64 {
        let hash = Int64(truncatingIfNeeded: value)
        guard negative else { return hash }
        return hash == 1 ? -2 : -hash
    }
}
