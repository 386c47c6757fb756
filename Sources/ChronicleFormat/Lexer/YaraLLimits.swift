/// What a file of YARA-L rules may cost.
package struct YaraLLimits: Sendable {
    /// Bytes of a file.
    package var fileBytesMax = 4 << 20
    /// Levels of parentheses and calls within each other.
    package var depthMax = 100
    /// Errors in the grammar of one file after which reading it ends.
    package var errorsMax = 100
    /// Alternatives that the condition of one rule is taken apart into.
    package var alternativesMax = 64

    /// The defaults.
    package init() {}
}
