/// What a detection's own unit tests say of the condition that was extracted from its code.
package struct ConditionValidation: Hashable, Sendable {
    /// Tests at which the condition gives what the test expects.
    package var agreeing: [String] = []
    /// Tests at which it gives the opposite: the condition is wrong, or the test fails.
    package var disagreeing: [String] = []
    /// Tests at which it cannot say.
    package var undecided: [String] = []

    package init() {}

    /// All of the tests.
    package var testCount: Int { agreeing.count + disagreeing.count + undecided.count }

    /// Whether there are tests and all of them agree.
    package var isComplete: Bool { !agreeing.isEmpty && disagreeing.isEmpty && undecided.isEmpty }
}
