package import BigInt

/// An `int`: a machine word where it fits, else a big integer; never a big one that would fit a word.
package enum PythonInteger: Hashable, Sendable {
    case small(Int64)
    /// Outside `Int64`, always; build one with ``init(_:)-(BigInt)``.
    case big(BigInt)

    /// Takes the shorter form by itself.
    package init(_ value: BigInt) {
        if let word = Int64(exactly: value) { self = .small(word) } else { self = .big(value) }
    }

    package init(_ value: Int64) {
        self = .small(value)
    }

    /// The value in the long form.
    package var bigInt: BigInt {
        switch self {
        case .small(let value): BigInt(value)
        case .big(let value): value
        }
    }

    package var isNegative: Bool {
        switch self {
        case .small(let value): value < 0
        case .big(let value): value.sign == .minus
        }
    }

    package var isZero: Bool { self == .small(0) }

    /// `int.bit_length()`: bits of the magnitude.
    package var bitLength: Int {
        switch self {
        case .small(let value): 64 - value.magnitude.leadingZeroBitCount
        case .big(let value): value.magnitude.bitWidth
        }
    }

    /// The value if its magnitude keeps the limit.
    func checked(_ limits: NumberLimits) throws(NumberFault) -> PythonInteger {
        guard case .big = self, bitLength > limits.integerBitsMax else { return self }
        throw .integerTooLarge(bitsMax: limits.integerBitsMax)
    }

    package static func < (left: PythonInteger, right: PythonInteger) -> Bool {
        if case .small(let a) = left, case .small(let b) = right { return a < b }
        return left.bigInt < right.bigInt
    }

    package func negated() -> PythonInteger {
        if case .small(let value) = self, value != .min { return .small(-value) }
        return PythonInteger(-bigInt)
    }

    package func adding(_ other: PythonInteger, limits: NumberLimits = .standard) throws(NumberFault) -> PythonInteger {
        if case .small(let a) = self, case .small(let b) = other {
            let (sum, overflow) = a.addingReportingOverflow(b)
            if !overflow { return .small(sum) }
        }
        return try PythonInteger(bigInt + other.bigInt).checked(limits)
    }

    package func subtracting(
        _ other: PythonInteger,
        limits: NumberLimits = .standard
    ) throws(NumberFault) -> PythonInteger {
        if case .small(let a) = self, case .small(let b) = other {
            let (difference, overflow) = a.subtractingReportingOverflow(b)
            if !overflow { return .small(difference) }
        }
        return try PythonInteger(bigInt - other.bigInt).checked(limits)
    }

    package func multiplied(
        by other: PythonInteger,
        limits: NumberLimits = .standard
    ) throws(NumberFault) -> PythonInteger {
        if case .small(let a) = self, case .small(let b) = other {
            let (product, overflow) = a.multipliedReportingOverflow(by: b)
            if !overflow { return .small(product) }
        }
        // The product has at least one bit less than the sum of the two lengths: refuse before the work.
        guard bitLength + other.bitLength - 1 <= limits.integerBitsMax || isZero || other.isZero else {
            throw .integerTooLarge(bitsMax: limits.integerBitsMax)
        }
        return try PythonInteger(bigInt * other.bigInt).checked(limits)
    }
}
