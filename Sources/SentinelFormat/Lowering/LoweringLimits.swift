/// How much of a query is followed; past any of these the part is opaque.
package struct LoweringLimits: Sendable {
    /// Expressions and operators of one query, those of definitions each time they are used.
    package var steps = 20_000
    /// Steps of all queries of a text.
    package var scriptSteps = 400_000
    /// Definitions and functions in one another.
    package var depth = 64
    /// Nodes of one test, and of what a column stands for.
    package var conditionNodes = 2_000
    /// Nodes of all tests of a query, those of groups each time they are grouped again.
    package var queryNodes = 10_000
    /// Conditions within conditions: as many as can be evaluated.
    package var nesting = 64
    /// Fields that a value or an opaque part is said to be made of; further ones are left out.
    package var reads = 64
    /// Values that one expression may have, by the conditions of `case` and `iff`.
    package var alternatives = 24
    /// Elements of a list of constants.
    package var elements = 4_096

    /// The defaults.
    package init() {}
}
