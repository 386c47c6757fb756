/// The value of a literal.
package enum Constant: Hashable, Sendable {
    /// `None`.
    case none
    /// `True`, `False`.
    case bool(Bool)
    /// `...`.
    case ellipsis
    /// An integer of 64 bits.
    case int(Int64)
    /// A larger integer: decimal digits without sign, separators or leading zeros, at most
    /// ``ParserLimits/integerDigits`` of them.
    case bigInt(String)
    /// A float, rounded as CPython does; infinite if too large. No literal is negative or NaN.
    case float(Double)
    /// The imaginary part of a complex literal such as `2j`.
    case imaginary(Double)
    /// A `str`.
    case string(StringConstant)
    /// A `bytes`.
    case bytes([UInt8])
}
