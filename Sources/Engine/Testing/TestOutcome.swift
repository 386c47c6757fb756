package import Detections

/// What came of one unit test.
package struct TestOutcome: Sendable {
    /// The test's name, as written.
    package var name: String
    package var passed: Bool
    /// The functions that are shown, in the order in which they are shown.
    package var functions: [FunctionLine]
    /// What the rule printed while the test ran.
    package var printed: String
    /// Set where the test could not be run as it stands: a mock of a name that is not there, a log that is no mapping.
    package var harnessError: FunctionError?
    /// Whether inline filters kept the detection from running on the test's event.
    package var isFiltered = false
    /// Whether Panther's tool counts it as failed: it counts failing lines, and a test can fail without one.
    package var isRecordedAsFailure: Bool { harnessError != nil || functions.contains { !$0.passed } }

    /// One function's line.
    package struct FunctionLine: Sendable {
        package var function: DetectionFunction
        package var passed: Bool
        package var outcome: FunctionOutcome
    }
}

/// What came of the tests of one detection.
package struct DetectionTestReport: Sendable {
    package var detection: Detection
    package var tests: [TestOutcome] = []
    /// Why the detection could not be loaded.
    package var setupError: FunctionError?
    /// What its module printed while it was loaded.
    package var printed = ""
    /// What is wrong with the tests as a whole: too few of them.
    package var coverageErrors: [CoverageError] = []
    /// Why its tests were not run, where that is so.
    package var skipped: Skip?

    /// What a detection's tests lack.
    package enum CoverageError: Hashable, Sendable {
        /// There are fewer than asked for.
        case tooFew(found: Int, minimum: Int)
        /// All expect the same.
        case onePolarity

        /// The words of Panther's tool.
        package var message: String {
            switch self {
            case .tooFew(let found, let minimum):
                "Insufficient test coverage: \(minimum) tests required but only \(found) found"
            case .onePolarity: "Insufficient test coverage: expected at least one positive and one negative test"
            }
        }
    }

    /// Why tests were not run.
    package enum Skip: Sendable {
        /// Disabled, and disabled ones are not asked for.
        case disabled
        /// None has one of the names asked for.
        case noTestOfThatName([String])
        /// A kind of detection that is not run offline.
        case kind(String)
    }

    package init(detection: Detection) { self.detection = detection }

    /// Whether nothing failed.
    package var passed: Bool {
        setupError == nil && coverageErrors.isEmpty && tests.allSatisfy { !$0.isRecordedAsFailure }
    }
}
