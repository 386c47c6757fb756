/// What the functions of a detection gave, by function; absent for those that were not called.
package struct FunctionOutcomes: Sendable {
    private var rows = [FunctionOutcome](repeating: .absent, count: DetectionFunction.allCases.count)

    /// Nothing was called.
    package init() {}

    /// The outcome of a function.
    package subscript(function: DetectionFunction) -> FunctionOutcome {
        get { rows[function.number] }
        set { rows[function.number] = newValue }
    }

    /// Whether a function raised, or returned what it must not.
    package var hasError: Bool { rows.contains { $0.error != nil } }
}
