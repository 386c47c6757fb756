extension TapeView {
    /// The value of an integer; nil for other kinds and for integers outside 64 bits, whose digits are ``text(of:)``.
    @inlinable
    package func int64(of index: UInt32) -> Int64? {
        guard kind(of: index) == .integer else { return nil }
        let digits = bytes(text(of: index))
        let isNegative = digits.first == UInt8(ascii: "-")
        var value: Int64 = 0
        for position in (isNegative ? 1 : 0)..<max(digits.count, isNegative ? 1 : 0) {
            let digit = Int64(truncatingIfNeeded: digits[position] &- UInt8(ascii: "0"))
            let (shifted, isTooLarge) = value.multipliedReportingOverflow(by: 10)
            // Summed with the sign it will have, so that the least of all integers is reached.
            let (sum, overflows) =
                isNegative
                ? shifted.subtractingReportingOverflow(digit) : shifted.addingReportingOverflow(digit)
            if isTooLarge || overflows { return nil }
            value = sum
        }
        return value
    }

    /// The value of a number as Python's `float` reads its text: correctly rounded, infinite when too large; nil for
    /// other kinds. Integers too.
    package func double(of index: UInt32) -> Double? {
        let kind = kind(of: index)
        guard kind == .integer || kind == .double else { return nil }
        let text = bytes(text(of: index))
        if let value = exactDouble(text) { return value }
        switch text.first {
        case UInt8(ascii: "N"): return .nan
        case UInt8(ascii: "I"): return .infinity
        case UInt8(ascii: "-") where text.count > 1 && text[1] == UInt8(ascii: "I"): return -.infinity
        default: return Double(String(decoding: text, as: UTF8.self))
        }
    }
}

/// The value of a decimal text where one division or multiplication of two exact numbers gives it: at most 15 digits
/// and a power of ten of at most 22 (Clinger 1990). Nil elsewhere, and for text that is no number.
private func exactDouble(_ text: UnsafeRawBufferPointer) -> Double? {
    var digits: Int64 = 0
    var digitCount = 0
    var scale = 0
    var isFraction = false
    let isNegative = text.first == UInt8(ascii: "-")
    for byte in text.dropFirst(isNegative ? 1 : 0) {
        if byte == UInt8(ascii: "."), !isFraction {
            isFraction = true
            continue
        }
        let digit = byte &- UInt8(ascii: "0")
        guard digit <= 9, digitCount < 15 else { return nil }
        digits = digits &* 10 &+ Int64(digit)
        digitCount += 1
        if isFraction { scale += 1 }
    }
    guard digitCount > 0 else { return nil }
    let value = Double(digits) / powersOfTen[scale]
    return isNegative ? -value : value
}

/// The powers of ten that fifteen digits can need.
private let powersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
]
