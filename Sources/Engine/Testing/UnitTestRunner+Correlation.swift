import Detections
import Diagnostics

extension UnitTestRunner {
    /// Runs the tests of a correlation rule: whether the outputs they give are what it looks for.
    func runCorrelation(_ report: inout DetectionTestReport, _ index: Int, _ tests: [UnitTest]) {
        let compiled = compiled
        guard let correlation = compiled.correlations[index] else {
            let first = compiled.bodyErrors[index]?.first { $0.severity == .error }
            report.setupError = FunctionError(
                type: "SyntaxError",
                message: first?.message ?? "the correlation cannot be read",
                file: first?.file ?? report.detection.source.path,
                line: first?.location?.line
            )
            return
        }
        let machine = CorrelationStateMachine(correlation)
        report.tests = tests.map { test in
            var outcome = TestOutcome(name: test.name, passed: false, functions: [], printed: "")
            do throws(FunctionError) {
                let matched = try Self.matches(test, machine)
                outcome.passed = matched == test.expectedResult
                outcome.functions = [.init(function: .rule, passed: outcome.passed, outcome: .bool(matched))]
            } catch {
                outcome.harnessError = error
            }
            return outcome
        }
    }

    private static func matches(_ test: UnitTest, _ machine: CorrelationStateMachine) throws(FunctionError) -> Bool {
        let given = try CorrelationTest(test.inputNode, machine)
        var machine = machine
        do throws(CorrelationFault) {
            for (step, rows) in given.rows.enumerated() {
                for row in rows { try machine.receive(row, step: step) }
            }
            return try !machine.matches(at: given.time, count: 1).isEmpty
        } catch {
            throw error.error
        }
    }
}

extension CorrelationFault {
    /// As reports show it.
    package var error: FunctionError {
        switch self {
        case .tooManyRows:
            FunctionError(type: "BudgetExceeded", message: "more matches of one step than a correlation keeps")
        case .tooMuchWork:
            FunctionError(type: "BudgetExceeded", message: "the correlation looks at more matches than it may")
        }
    }
}
