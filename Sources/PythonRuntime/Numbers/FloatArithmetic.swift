import BigInt

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// `float` operators where Python's rules are not the processor's. Source: CPython, Objects/floatobject.c.
package enum FloatArithmetic {
    /// `a / b`.
    package static func divide(_ a: Double, _ b: Double) throws(NumberFault) -> Double {
        guard b != 0 else { throw .zeroDivision(.floatDivision) }
        return a / b
    }

    /// `divmod(a, b)`: the remainder has the sign of `b`.
    package static func divmod(
        _ a: Double,
        _ b: Double,
        kind: NumberFault.ZeroDivision = .floatDivmod
    ) throws(NumberFault) -> (quotient: Double, remainder: Double) {
        guard b != 0 else { throw .zeroDivision(kind) }
        var remainder = a.truncatingRemainder(dividingBy: b)
        var quotient = (a - remainder) / b
        if remainder != 0 {
            if (b < 0) != (remainder < 0) {
                remainder += b
                quotient -= 1
            }
        } else {
            remainder = Double(signOf: b, magnitudeOf: 0)
        }
        guard quotient != 0 else { return (Double(signOf: a / b, magnitudeOf: 0), remainder) }
        var floor = quotient.rounded(.down)
        if quotient - floor > 0.5 { floor += 1 }
        return (floor, remainder)
    }

    /// `a // b`.
    package static func floorDivide(_ a: Double, _ b: Double) throws(NumberFault) -> Double {
        try divmod(a, b, kind: .floatFloorDivision).quotient
    }

    /// `a % b`.
    package static func modulo(_ a: Double, _ b: Double) throws(NumberFault) -> Double {
        try divmod(a, b, kind: .floatModulo).remainder
    }

    /// `a ** b`.
    /// - Throws: ``NumberFault/resultOutOfRange``, ``NumberFault/complexResult``, and a zero to a negative power.
    package static func power(_ a: Double, _ b: Double) throws(NumberFault) -> Double {
        if b == 0 || a == 1 { return 1 }
        if a.isNaN || b.isNaN { return .nan }
        if b.isInfinite || a.isInfinite { return pow(a, b) }
        if a == 0, b < 0 { throw .zeroDivision(.negativePower) }
        if a < 0, b != b.rounded(.down) { throw .complexResult }
        let result = pow(a, b)
        guard result.isFinite else { throw .resultOutOfRange }
        return result
    }

    /// `round(value, digits)`: the exact decimal value rounded, ties to even.
    /// - Throws: ``NumberFault/roundedTooLarge``.
    package static func round(_ value: Double, digits: PythonInteger) throws(NumberFault) -> Double {
        guard value.isFinite, value != 0 else { return value }
        // 323 places hold every digit that can matter; beyond 10^309 every double rounds to zero.
        let zero = Double(signOf: value, magnitudeOf: 0)
        guard case .small(let count) = digits, count <= 323 else { return digits.isNegative ? zero : value }
        guard count >= -309 else { return zero }
        let decimal = FloatDigits(value.magnitude, places: Int(count))
        let exponent = decimal.point - decimal.digits.count
        let text = String(decoding: decimal.digits, as: UTF8.self)
        let result: Double
        if decimal.digits.count <= 15, abs(exponent) <= 22 {
            let significand = decimal.digits.reduce(into: UInt64(0)) { $0 = $0 * 10 + UInt64($1 - 0x30) }
            let power = FloatParsing.powersOfTen[abs(exponent)]
            result = exponent < 0 ? Double(significand) / power : Double(significand) * power
        } else {
            result = Double("\(text)e\(exponent)") ?? value
        }
        guard result.isFinite else { throw .roundedTooLarge }
        return Double(signOf: value, magnitudeOf: result)
    }

    /// `value.as_integer_ratio()`: lowest terms, positive denominator.
    package static func integerRatio(
        _ value: Double
    ) throws(NumberFault) -> (numerator: PythonInteger, denominator: PythonInteger) {
        guard !value.isNaN else { throw .nanToRatio }
        guard value.isFinite else { throw .infinityToRatio }
        guard value != 0 else { return (.small(0), .small(1)) }
        var significand = value.isNormal ? value.significandBitPattern | 1 << 52 : value.significandBitPattern
        var exponent = value.isNormal ? Int(value.exponent) - 52 : -1074
        let zeros = significand.trailingZeroBitCount
        significand >>= UInt64(zeros)
        exponent += zeros
        let numerator = BigInt(significand) << max(0, exponent)
        let denominator = BigInt(1) << max(0, -exponent)
        return (PythonInteger(value < 0 ? -numerator : numerator), PythonInteger(denominator))
    }

    /// `value.is_integer()`.
    package static func isInteger(_ value: Double) -> Bool {
        value.isFinite && value == value.rounded(.down)
    }
}
