/// What evaluating expressions on one event may cost.
package enum ExpressionLimits {
    /// Values compared by the expressions of one detection, and pieces of 64 bytes of text searched; past it the detection
    /// ends with `BudgetExceeded` for the event.
    package static let stepsMax = 1_000_000

    /// The error of a detection that passed it.
    static let exceeded = FunctionError(
        type: "BudgetExceeded",
        message: "the expressions compare more than \(stepsMax) values"
    )
}
