package import Conditions
package import Detections

/// What engine and loader found of one rule by itself: what a ``RuleRecord`` is made from.
package struct RuleFacts: Sendable {
    /// The rule.
    package var detection: Detection
    /// When it matches, in the form for readers; nil where it has no condition.
    package var condition: Condition?
    /// Whether the condition says all of it, and no test contradicts that.
    package var isExact: Bool
    /// What its tests say of the condition.
    package var validation: ValidationEntry
    /// What its matches carry.
    package var outputs: [OutputField]
    /// The fields that it reads.
    package var reads: [FieldReference]
    /// The parts that the condition does not say.
    package var opaque: [Opaque]
    /// What came of its tests, in the order of the detection's; empty if they were not run.
    package var outcomes: [TestOutcomeFacts]

    /// Facts.
    package init(
        detection: Detection,
        condition: Condition?,
        isExact: Bool = false,
        validation: ValidationEntry = ValidationEntry(),
        outputs: [OutputField] = [],
        reads: [FieldReference] = [],
        opaque: [Opaque] = [],
        outcomes: [TestOutcomeFacts] = []
    ) {
        self.detection = detection
        self.condition = condition
        self.isExact = isExact
        self.validation = validation
        self.outputs = outputs
        self.reads = reads
        self.opaque = opaque
        self.outcomes = outcomes
    }

    /// Facts of a rule that is declared without a condition of its own: a correlation, whose steps are other rules' matches, or
    /// one whose code cannot be read.
    package init(detection: Detection, correlation: Correlation?) {
        let condition = correlation.map { Condition($0) }
        // "Two of these three" is more than a sequence can say.
        var isExact = correlation != nil
        if case .group(.some) = correlation?.form { isExact = false }
        self.init(detection: detection, condition: condition, isExact: isExact)
    }

    /// What came of one test.
    package struct TestOutcomeFacts: Sendable {
        /// Whether it passed; nil if it was not run.
        package var passed: Bool?
        /// What the rule's functions gave.
        package var functions: [TestEntry.Function]
        /// Why it could not be run.
        package var failure: String?

        /// What came of a test.
        package init(passed: Bool?, functions: [TestEntry.Function] = [], failure: String? = nil) {
            self.passed = passed
            self.functions = functions
            self.failure = failure
        }
    }
}
