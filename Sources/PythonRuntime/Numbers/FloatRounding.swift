import BigInt

/// From exact binary values to the nearest double, ties to even.
enum FloatRounding {
    /// The double nearest to `significand * 2^exponent`, which is a little more if `sticky`; nil past the largest.
    static func nearest(_ significand: UInt64, exponent: Int, sticky: Bool) -> Double? {
        guard significand != 0 else { return 0 }
        let width = 64 - significand.leadingZeroBitCount
        let top = exponent.addingReportingOverflow(width - 1)
        guard !top.overflow, top.partialValue <= 1023 else { return exponent < 0 ? 0 : nil }
        guard top.partialValue >= -1075 else { return 0 }
        // Below the normal range a double keeps fewer bits: down to none at half of the smallest.
        let kept = top.partialValue >= -1022 ? 53 : 53 - (-1022 - top.partialValue)
        let dropped = width - kept
        if dropped <= 0 { return Double(significand) * scale(exponent) }
        var value = dropped >= 64 ? 0 : significand >> UInt64(dropped)
        let rest = dropped >= 64 ? significand : significand & ((1 << UInt64(dropped)) - 1)
        let half: UInt64 = 1 << UInt64(dropped - 1)
        if rest > half || (rest == half && (sticky || value & 1 == 1)) { value += 1 }
        let result = scaled(Double(value), by: exponent + dropped)
        return result.isFinite ? result : nil
    }

    /// The double nearest to `significand * 2^exponent`, which is a little more if `sticky`; nil past the largest.
    static func nearest(_ significand: BigUInt, exponent: Int, sticky: Bool) -> Double? {
        let excess = significand.bitWidth - 64
        guard excess > 0 else {
            return nearest(UInt64(truncatingIfNeeded: significand), exponent: exponent, sticky: sticky)
        }
        let lost = significand.trailingZeroBitCount < excess
        let head = UInt64(truncatingIfNeeded: significand >> excess)
        return nearest(head, exponent: exponent + excess, sticky: sticky || lost)
    }

    /// `value * 2^exponent`, exact by the callers' choice of bits.
    private static func scaled(_ value: Double, by exponent: Int) -> Double {
        // In two steps, since the scale alone may be below the smallest or above the largest power.
        guard value != 0 else { return 0 }
        let first = max(-1000, min(1000, exponent))
        return value * scale(first) * scale(exponent - first)
    }

    private static func scale(_ exponent: Int) -> Double {
        if exponent >= -1022 {
            return Double(sign: .plus, exponent: min(exponent, 1023), significand: 1)
        }
        return Double(sign: .plus, exponent: max(exponent, -1100), significand: 1)
    }
}
