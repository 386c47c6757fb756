import BigInt

/// How two numbers stand to each other; nothing compares with a NaN.
package enum NumberOrder: Sendable {
    case less
    case equal
    case greater
    case unordered
}

extension PythonInteger {
    /// `int(value)`: towards zero.
    package init(truncating value: Double) throws(NumberFault) {
        guard !value.isNaN else { throw .nanToInteger }
        guard value.isFinite else { throw .infinityToInteger }
        if let word = Int64(exactly: value.rounded(.towardZero)) {
            self = .small(word)
            return
        }
        // At 2^63 or more the significand has no fraction left.
        let magnitude = BigInt(value.significandBitPattern | 1 << 52) << (Int(value.exponent) - 52)
        self.init(value < 0 ? -magnitude : magnitude)
    }

    /// `round(value)`: the nearest integer, ties to even.
    package init(rounding value: Double) throws(NumberFault) {
        try self.init(truncating: value.rounded(.toNearestOrEven))
    }

    /// `float(self)`: the nearest double, ties to even.
    package func double() throws(NumberFault) -> Double {
        switch self {
        case .small(let value): return Double(value)
        case .big(let value):
            guard let magnitude = FloatRounding.nearest(value.magnitude, exponent: 0, sticky: false) else {
                throw .integerTooLargeForFloat
            }
            return value.sign == .minus ? -magnitude : magnitude
        }
    }

    /// Compares exactly, as Python does: no rounding of the integer.
    package func compared(to value: Double) -> NumberOrder {
        guard !value.isNaN else { return .unordered }
        guard value.isFinite else { return value > 0 ? .less : .greater }
        let floor = value.rounded(.down)
        if case .small(let word) = self, let other = Int64(exactly: floor) {
            if word != other { return word < other ? .less : .greater }
            return floor < value ? .less : .equal
        }
        if case .small = self { return value > 0 ? .less : .greater }
        guard let other = try? PythonInteger(truncating: floor) else { return .unordered }
        if other == self { return floor < value ? .less : .equal }
        return self < other ? .less : .greater
    }
}
