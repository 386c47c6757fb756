/// How much of a query is followed; past any of these the part is opaque.
package struct LoweringLimits: Sendable {
    /// Expressions and operators of one query, those of definitions each time they are used.
    package var steps = 20_000
    /// Definitions and functions in one another.
    package var depth = 64
    /// Nodes of a condition.
    package var conditionNodes = 2_000
    /// Values that one expression may have, by the conditions of `case` and `iff`.
    package var alternatives = 24
    /// Elements of a list of constants.
    package var elements = 4_096

    /// The defaults.
    package init() {}
}
