import BigInt

/// The decimal digits of a finite, non-negative double: `0.d1d2d3… * 10^point`, no zeros at the end, never empty.
///
/// The three ways that CPython's `dtoa` is asked: shortest (mode 0), a count of digits (2), a count of places (3).
struct FloatDigits {
    /// ASCII digits; just `0` for zero.
    var digits: [UInt8]
    /// Where the decimal point stands, counted from the first digit.
    var point: Int

    /// The shortest digits that read back as `value`.
    init(shortest value: Double) {
        digits = []
        point = 0
        var exponent = 0
        var seenPoint = false
        var parsingExponent = false
        var negativeExponent = false
        for byte in value.description.utf8 {
            switch byte {
            case UInt8(ascii: "."): seenPoint = true
            case UInt8(ascii: "e"): parsingExponent = true
            case UInt8(ascii: "-"): negativeExponent = true
            case UInt8(ascii: "+"): break
            default:
                if parsingExponent {
                    exponent = exponent * 10 + Int(byte) - 0x30
                } else if digits.isEmpty, byte == 0x30 {
                    if seenPoint { point -= 1 }
                } else {
                    digits.append(byte)
                    if !seenPoint { point += 1 }
                }
            }
        }
        point += negativeExponent ? -exponent : exponent
        trim()
    }

    /// `value` rounded to `count` significant digits, one or more; exact value, ties to even.
    init(_ value: Double, significant count: Int) {
        guard value > 0 else {
            digits = [0x30]
            point = 1
            return
        }
        // No double has more than 767 significant digits: further ones are zeros, which the layout adds.
        let count = min(count, 770)
        var estimate = FloatDigits.decimalExponent(of: value)
        while true {
            let text = FloatDigits.scaled(value, places: count - 1 - estimate)
            // The estimate may be one too small; rounding up to a power of ten looks the same and is right too.
            if text.count <= count || text.first == 0x31 && text.dropFirst().allSatisfy({ $0 == 0x30 }) {
                digits = text
                point = text.count - (count - 1 - estimate)
                trim()
                return
            }
            estimate += 1
        }
    }

    /// `value` rounded to `places` digits after the point; exact value, ties to even. Places may be negative.
    init(_ value: Double, places: Int) {
        // The smallest double has 1074 places, the largest 309 digits: further ones are zeros.
        let places = max(-400, min(places, 1080))
        let text = FloatDigits.scaled(value, places: places)
        digits = text
        point = text.count - places
        trim()
    }

    private mutating func trim() {
        while digits.last == 0x30 { digits.removeLast() }
        guard digits.isEmpty else { return }
        digits = [0x30]
        point = 1
    }

    /// `floor(log10(value))`, or one less.
    private static func decimalExponent(of value: Double) -> Int {
        // floor(exponent * log10(2)); the significand adds less than one decimal digit.
        Int((Double(value.exponent) * 0.30102999566398120).rounded(.down))
    }

    /// The digits of `value * 10^places`, rounded to an integer, ties to even; empty for zero.
    private static func scaled(_ value: Double, places: Int) -> [UInt8] {
        guard value > 0 else { return [] }
        let significand = value.isNormal ? value.significandBitPattern | 1 << 52 : value.significandBitPattern
        let exponent = value.isNormal ? Int(value.exponent) - 52 : -1074
        if let short = scaledShort(significand, exponent: exponent, places: places) {
            return short == 0 ? [] : Array(String(short).utf8)
        }
        var numerator = BigUInt(significand)
        var denominator = BigUInt(1)
        if exponent >= 0 { numerator <<= exponent } else { denominator <<= -exponent }
        let power = BigUInt(10).power(places.magnitude > 2000 ? 2000 : abs(places))
        if places >= 0 { numerator *= power } else { denominator *= power }
        var (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
        remainder <<= 1
        let odd = quotient.words.first.map { $0 & 1 == 1 } ?? false
        if remainder > denominator || (remainder == denominator && odd) { quotient += 1 }
        return quotient.isZero ? [] : Array(String(quotient, radix: 10).utf8)
    }

    /// The usual sizes, in 128 bits: a value with a fraction, up to 22 places.
    private static func scaledShort(_ significand: UInt64, exponent: Int, places: Int) -> UInt64? {
        guard exponent < 0, exponent > -120, (0...19).contains(places) else { return nil }
        var power: UInt64 = 1
        for _ in 0..<places { power *= 10 }
        let product = UInt128(significand) * UInt128(power)
        let shift = UInt128(-exponent)
        var quotient = product >> shift
        let rest = product & ((1 << shift) - 1)
        let half: UInt128 = 1 << (shift - 1)
        if rest > half || (rest == half && quotient & 1 == 1) { quotient += 1 }
        return UInt64(exactly: quotient)
    }
}
