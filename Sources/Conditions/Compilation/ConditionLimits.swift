/// How much compiling and evaluating a condition may take. Past any of them the answer is ``Truth/unknown``.
package enum ConditionLimits {
    /// Deepest nesting of conditions; what is deeper is unknown.
    package static let nestingMax = 64
    /// Quantifiers within quantifiers.
    package static let quantifierNestingMax = 4
    /// Conditions and elements of lists that one evaluation looks at.
    package static let stepsMax = 100_000
    /// Bytes of a text whose escapes are resolved, or that is transformed or parsed.
    package static let textBytesMax = 1 << 20
    /// Different results of a walk through lists.
    package static let walkResultsMax = 256
    /// Lists within lists that a walk goes through.
    package static let walkNestingMax = 32
}
