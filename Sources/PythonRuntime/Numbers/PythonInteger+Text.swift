import BigInt

/// A base that `bin`, `oct`, `str` and `hex` write in; the raw value is the base.
package enum IntegerBase: Int, Sendable {
    case binary = 2
    case octal = 8
    case decimal = 10
    case hexadecimal = 16

    /// What Python puts before the digits: `0b`, `0o`, `0x`, or nothing.
    package var prefix: StaticString {
        switch self {
        case .binary: "0b"
        case .octal: "0o"
        case .decimal: ""
        case .hexadecimal: "0x"
        }
    }

    var bitsPerDigit: Int {
        switch self {
        case .binary: 1
        case .octal: 3
        case .decimal: 0
        case .hexadecimal: 4
        }
    }
}

extension PythonInteger {
    /// `str(self)`, or `bin`, `oct`, `hex` without their prefix: `-` and lower-case digits.
    /// - Throws: ``NumberFault/tooManyDigits(limit:count:)`` in base ten.
    package func append(
        base: IntegerBase = .decimal,
        limits: NumberLimits = .standard,
        into sink: inout some ByteSink
    ) throws(NumberFault) {
        if case .small(let value) = self, base == .decimal {
            PythonInteger.append(value, into: &sink)
            return
        }
        if isNegative { sink.append(UInt8(ascii: "-")) }
        try appendMagnitude(base: base, limits: limits, into: &sink)
    }

    /// `str(value)`.
    package static func append(_ value: Int64, into sink: inout some ByteSink) {
        if value < 0 { sink.append(UInt8(ascii: "-")) }
        var left = value.magnitude
        withUnsafeTemporaryAllocation(byteCount: 20, alignment: 1) { digits in
            var start = 20
            repeat {
                start -= 1
                digits[start] = UInt8(truncatingIfNeeded: 0x30 + left % 10)
                left /= 10
            } while left > 0
            sink.append(contentsOf: UnsafeRawBufferPointer(rebasing: digits[start...]))
        }
    }

    /// The digits without a sign.
    func appendMagnitude(
        base: IntegerBase,
        limits: NumberLimits,
        into sink: inout some ByteSink
    ) throws(NumberFault) {
        let magnitude = bigInt.magnitude
        guard base == .decimal else {
            PythonInteger.appendBits(magnitude, bitsPerDigit: base.bitsPerDigit, into: &sink)
            return
        }
        // 2^(10/3) > 10: fewer digits than bits * 0.302 + 1. The estimate spares the quadratic conversion.
        guard limits.textDigitsMax == 0 || Double(magnitude.bitWidth - 1) * 0.30103 <= Double(limits.textDigitsMax)
        else { throw .tooManyDigits(limit: limits.textDigitsMax, count: nil) }
        let text = String(magnitude, radix: 10)
        guard limits.textDigitsMax == 0 || text.utf8.count <= limits.textDigitsMax else {
            throw .tooManyDigits(limit: limits.textDigitsMax, count: nil)
        }
        sink.append(text: text)
    }

    private static func appendBits(_ magnitude: BigUInt, bitsPerDigit: Int, into sink: inout some ByteSink) {
        let words = Array(magnitude.words)
        let count = max(1, (magnitude.bitWidth + bitsPerDigit - 1) / bitsPerDigit)
        let mask: UInt = (1 << UInt(bitsPerDigit)) - 1
        for index in stride(from: count - 1, through: 0, by: -1) {
            let bit = index * bitsPerDigit
            let word = bit / 64
            let shift = UInt(bit % 64)
            var digit = word < words.count ? words[word] >> shift : 0
            if shift > 60, word + 1 < words.count { digit |= words[word + 1] << (64 - shift) }
            let value = UInt8(truncatingIfNeeded: digit & mask)
            sink.append(value < 10 ? 0x30 + value : 0x61 - 10 + value)
        }
    }
}
