/// The limits of integer arithmetic.
package struct NumberLimits: Hashable, Sendable {
    /// Bits of the largest integer that an operation may make; CPython has no such limit, memory aside.
    package var integerBitsMax: Int
    /// Digits of `int` to or from text in a base that is no power of two: CPython's `sys.get_int_max_str_digits()`.
    package var textDigitsMax: Int

    package init(integerBitsMax: Int = 1 << 18, textDigitsMax: Int = 4300) {
        self.integerBitsMax = integerBitsMax
        self.textDigitsMax = textDigitsMax
    }

    /// What a rule gets unless the host says otherwise.
    package static let standard = NumberLimits()
}
