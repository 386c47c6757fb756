/// What can go wrong with numbers; the virtual machine raises ``pythonType`` with ``pythonMessage``.
///
/// Wording: CPython 3.11, as observed by the differential tests.
package enum NumberFault: Error, Hashable, Sendable {
    /// Which operator met a zero; CPython words each differently.
    package enum ZeroDivision: String, Hashable, Sendable {
        case division = "division by zero"
        case integerDivision = "integer division or modulo by zero"
        case integerModulo = "integer modulo by zero"
        case floatDivision = "float division by zero"
        case floatFloorDivision = "float floor division by zero"
        case floatModulo = "float modulo"
        case floatDivmod = "float divmod()"
        case negativePower = "0.0 cannot be raised to a negative power"
    }

    /// A `ZeroDivisionError`.
    case zeroDivision(ZeroDivision)
    /// `int(text, base)`; `quoted` is the repr of the text, cut to 200 code points.
    case invalidInteger(base: Int, quoted: String)
    /// A base other than 0 and 2…36.
    case invalidBase
    /// `float(text)`; `quoted` is the repr of the text.
    case invalidFloat(quoted: String)
    /// More digits than ``NumberLimits/textDigitsMax``; `count` is known when reading, nil when writing.
    case tooManyDigits(limit: Int, count: Int?)
    /// Larger than ``NumberLimits/integerBitsMax``: ours, CPython would go on until memory ends.
    case integerTooLarge(bitsMax: Int)
    case negativeShift
    /// `float` of an integer beyond the range of doubles.
    case integerTooLargeForFloat
    case quotientTooLargeForFloat
    case nanToInteger
    case infinityToInteger
    case nanToRatio
    case infinityToRatio
    case roundedTooLarge
    /// `float ** float` past the range: C's `ERANGE`.
    case resultOutOfRange
    /// A negative number to a fraction: CPython answers with a `complex`, which the dialect has not.
    case complexResult
    case powerModuloZero
    case notInvertible
    case tooBigForBytes
    case negativeToUnsigned
    case negativeLength
    case invalidHexadecimalFloat
    case hexadecimalTooLarge

    /// The name of the exception's type.
    package var pythonType: String {
        switch self {
        case .zeroDivision: "ZeroDivisionError"
        case .invalidInteger, .invalidBase, .invalidFloat, .tooManyDigits, .negativeShift, .nanToInteger, .nanToRatio,
            .powerModuloZero, .notInvertible, .negativeLength, .invalidHexadecimalFloat, .complexResult:
            "ValueError"
        case .integerTooLarge, .integerTooLargeForFloat, .quotientTooLargeForFloat, .infinityToInteger,
            .infinityToRatio, .roundedTooLarge, .resultOutOfRange, .tooBigForBytes, .negativeToUnsigned,
            .hexadecimalTooLarge:
            "OverflowError"
        }
    }

    /// The text of the exception.
    package var pythonMessage: String {
        switch self {
        case .zeroDivision(let kind): kind.rawValue
        case .invalidInteger(let base, let quoted): "invalid literal for int() with base \(base): \(quoted)"
        case .invalidBase: "int() base must be >= 2 and <= 36, or 0"
        case .invalidFloat(let quoted): "could not convert string to float: \(quoted)"
        case .tooManyDigits(let limit, let count):
            "Exceeds the limit (\(limit) digits) for integer string conversion"
                + (count.map { ": value has \($0) digits" } ?? "")
                + "; use sys.set_int_max_str_digits() to increase the limit"
        case .integerTooLarge(let bitsMax): "integer exceeds the limit of \(bitsMax) bits"
        case .negativeShift: "negative shift count"
        case .integerTooLargeForFloat: "int too large to convert to float"
        case .quotientTooLargeForFloat: "integer division result too large for a float"
        case .nanToInteger: "cannot convert float NaN to integer"
        case .infinityToInteger: "cannot convert float infinity to integer"
        case .nanToRatio: "cannot convert NaN to integer ratio"
        case .infinityToRatio: "cannot convert Infinity to integer ratio"
        case .roundedTooLarge: "rounded value too large to represent"
        case .resultOutOfRange: "(34, 'Numerical result out of range')"
        case .complexResult: "complex results are not supported"
        case .powerModuloZero: "pow() 3rd argument cannot be 0"
        case .notInvertible: "base is not invertible for the given modulus"
        case .tooBigForBytes: "int too big to convert"
        case .negativeToUnsigned: "can't convert negative int to unsigned"
        case .negativeLength: "length argument must be non-negative"
        case .invalidHexadecimalFloat: "invalid hexadecimal floating-point string"
        case .hexadecimalTooLarge: "hexadecimal value too large to represent as a float"
        }
    }
}
