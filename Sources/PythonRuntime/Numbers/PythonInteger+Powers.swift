import BigInt

extension PythonInteger {
    /// `self << count`.
    package func shiftedLeft(by count: PythonInteger, limits: NumberLimits = .standard) throws(NumberFault)
        -> PythonInteger
    {
        guard !count.isNegative else { throw .negativeShift }
        guard !isZero else { return self }
        guard case .small(let bits) = count, bits <= limits.integerBitsMax,
            bitLength + Int(bits) <= limits.integerBitsMax
        else { throw .integerTooLarge(bitsMax: limits.integerBitsMax) }
        if case .small(let value) = self, bits < 63, bitLength + Int(bits) <= 63 { return .small(value << bits) }
        return PythonInteger(bigInt << bits)
    }

    /// `self >> count`, rounding down.
    package func shiftedRight(by count: PythonInteger) throws(NumberFault) -> PythonInteger {
        guard !count.isNegative else { throw .negativeShift }
        guard case .small(let bits) = count, bits <= bitLength else { return .small(isNegative ? -1 : 0) }
        if case .small(let value) = self { return .small(value >> bits) }
        // Rounded down by hand: the shift of a negative big integer is not one in every version of the library.
        let magnitude = bigInt.magnitude
        guard isNegative else { return PythonInteger(BigInt(magnitude >> bits)) }
        let lost = magnitude.trailingZeroBitCount < bits
        return PythonInteger(BigInt(sign: .minus, magnitude: (magnitude >> bits) + (lost ? 1 : 0)))
    }

    /// `self ** exponent` for an exponent of zero or more.
    /// - Complexity: as many multiplications as the exponent has bits; refused beforehand if the result is too large.
    package func power(_ exponent: PythonInteger, limits: NumberLimits = .standard) throws(NumberFault)
        -> PythonInteger
    {
        if exponent.isZero || self == .small(1) { return .small(1) }
        if isZero { return .small(0) }
        if self == .small(-1) { return .small(try exponent.modulo(.small(2)).isZero ? 1 : -1) }
        // A base of two bits or more to the n has more than (bits - 1) * n bits.
        guard case .small(let count) = exponent, count > 0, count <= limits.integerBitsMax,
            (bitLength - 1).multipliedReportingOverflow(by: Int(count)).partialValue <= limits.integerBitsMax
        else { throw .integerTooLarge(bitsMax: limits.integerBitsMax) }
        var result = PythonInteger.small(1)
        var square = self
        var left = count
        while true {
            if left & 1 == 1 { result = try result.multiplied(by: square, limits: limits) }
            left >>= 1
            if left == 0 { return result }
            square = try square.multiplied(by: square, limits: limits)
        }
    }

    /// `pow(self, exponent, modulus)`.
    package func power(_ exponent: PythonInteger, modulo modulus: PythonInteger) throws(NumberFault) -> PythonInteger {
        guard !modulus.isZero else { throw .powerModuloZero }
        let size = modulus.bigInt.magnitude
        if size == 1 { return .small(0) }
        let unsigned = PythonInteger(BigInt(size))
        var base = try modulo(unsigned).bigInt
        if exponent.isNegative {
            guard let inverse = base.inverse(BigInt(size)) else { throw .notInvertible }
            base = inverse
        }
        let result = base.magnitude.power(exponent.bigInt.magnitude, modulus: size)
        return try PythonInteger(BigInt(result)).modulo(modulus)
    }

    /// `self ** exponent` for any exponent: an integer, or a float where the exponent is negative.
    package func raised(to exponent: PythonInteger, limits: NumberLimits = .standard) throws(NumberFault)
        -> PythonNumber
    {
        guard exponent.isNegative else { return .integer(try power(exponent, limits: limits)) }
        return .float(try FloatArithmetic.power(try double(), try exponent.double()))
    }
}
