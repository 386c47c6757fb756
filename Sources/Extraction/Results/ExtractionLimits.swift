/// How much work the analysis of one detection may be. Each limit gives an opaque part where it is reached, never an error.
package struct ExtractionLimits: Sendable {
    /// Expressions and statements that are looked at, helpers included, for one detection.
    package var steps = 60_000
    /// Calls of functions inside one another.
    package var callDepth = 12
    /// Statements and expressions in one another, those of called functions included.
    package var nesting = 96
    /// Rounds of loops and comprehensions over constants that are unrolled, in one loop.
    package var unrolledRounds = 1_000
    /// Nodes of one condition.
    package var conditionNodes = 1_500
    /// Nodes of all conditions that are put together for one function, those that only become parts of others among them.
    package var compiledNodes = 200_000
    /// Alternatives of one value.
    package var alternatives = 48
    /// Bytes of a text that is computed.
    package var textBytes = 65_536
    /// Elements of one container that the code makes.
    package var elements = 4_096

    /// Rounds of looking at a detection anew, with what earlier events may have left changed.
    package var settlingRounds = 8
    /// Data models that one detection is looked at with: kinds of log that it reads.
    package var models = 32

    /// The defaults.
    package init() {}
}
