import BigInt

extension PythonInteger {
    /// `divmod(self, divisor)`: the quotient rounds down, the remainder has the divisor's sign.
    /// - Throws: ``NumberFault/zeroDivision(_:)``, worded as `kind`.
    package func quotientAndRemainder(
        dividingBy divisor: PythonInteger,
        kind: NumberFault.ZeroDivision = .integerDivision
    ) throws(NumberFault) -> (quotient: PythonInteger, remainder: PythonInteger) {
        guard !divisor.isZero else { throw .zeroDivision(kind) }
        if case .small(let a) = self, case .small(let b) = divisor, b != -1 {
            var quotient = a / b
            var remainder = a % b
            if remainder != 0, (remainder < 0) != (b < 0) {
                quotient -= 1
                remainder += b
            }
            return (.small(quotient), .small(remainder))
        }
        let big = divisor.bigInt
        var (quotient, remainder) = bigInt.quotientAndRemainder(dividingBy: big)
        if !remainder.isZero, (remainder.sign == .minus) != (big.sign == .minus) {
            quotient -= 1
            remainder += big
        }
        return (PythonInteger(quotient), PythonInteger(remainder))
    }

    /// `self // divisor`.
    package func floorDivided(by divisor: PythonInteger) throws(NumberFault) -> PythonInteger {
        try quotientAndRemainder(dividingBy: divisor).quotient
    }

    /// `self % divisor`.
    package func modulo(_ divisor: PythonInteger) throws(NumberFault) -> PythonInteger {
        try quotientAndRemainder(dividingBy: divisor, kind: .integerModulo).remainder
    }

    /// `self / divisor`: the double nearest to the exact quotient, ties to even.
    package func divided(by divisor: PythonInteger) throws(NumberFault) -> Double {
        guard !divisor.isZero else { throw .zeroDivision(.division) }
        let exact: UInt64 = 1 << 53
        if case .small(let a) = self, case .small(let b) = divisor, a.magnitude <= exact, b.magnitude <= exact {
            return Double(a) / Double(b)
        }
        let numerator = bigInt.magnitude
        let denominator = divisor.bigInt.magnitude
        let negative = isNegative != divisor.isNegative
        // Scaled so that the quotient has 65 or 66 bits: more than a double's 53, the rest decides the rounding.
        let shift = 66 - (numerator.bitWidth - denominator.bitWidth)
        let (quotient, remainder) =
            shift >= 0
            ? (numerator << shift).quotientAndRemainder(dividingBy: denominator)
            : numerator.quotientAndRemainder(dividingBy: denominator << -shift)
        let value = FloatRounding.nearest(quotient, exponent: -shift, sticky: !remainder.isZero)
        guard let value else { throw .quotientTooLargeForFloat }
        return negative ? -value : value
    }

    /// `round(self, digits)` for an integer: to a multiple of ten to the `-digits`, ties to even.
    package func rounded(digits: PythonInteger, limits: NumberLimits = .standard) throws(NumberFault) -> PythonInteger {
        guard digits.isNegative else { return self }
        // More zeros than the number has digits: half of the step is above the number.
        guard case .small(let count) = digits, count > -Int64(bitLength) - 2 else { return .small(0) }
        let step = try PythonInteger.small(10).power(.small(-count), limits: limits)
        let (quotient, remainder) = try quotientAndRemainder(dividingBy: step)
        let twice = try remainder.adding(remainder, limits: limits)
        let odd = try !quotient.modulo(.small(2)).isZero
        let up = step < twice || (twice == step && odd)
        let kept = try subtracting(remainder, limits: limits)
        return up ? try kept.adding(step, limits: limits) : kept
    }
}
