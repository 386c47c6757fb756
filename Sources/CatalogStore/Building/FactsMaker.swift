import Catalog
import Conditions
import Detections
import Engine
import PythonRuntime

/// Finds out of rules of one pack what their records say: extracts, validates, runs their tests. One for each thread.
struct FactsMaker: ~Copyable {
    private let compiled: CompiledPack
    private let pages: PageMaker
    private var runner: UnitTestRunner

    init(_ compiled: CompiledPack, clock: EngineClock) {
        self.compiled = compiled
        pages = PageMaker(compiled.pack)
        var options = TestOptions()
        // A catalogue shows rules, whether they are switched on or not.
        options.skipsDisabled = false
        runner = UnitTestRunner(compiled, options: options, clock: clock)
        _ = runner.loadDataModels()
    }

    /// The facts of a rule.
    mutating func facts(of index: Int) -> RuleFacts {
        let detection = compiled.pack.detections[index]
        var facts: RuleFacts
        if let page = pages.pageWithoutCompany(of: index) {
            let validation = page.validation
            facts = RuleFacts(
                detection: detection,
                condition: page.condition,
                isExact: page.isExact,
                validation: ValidationEntry(
                    agreeing: validation.agreeing,
                    disagreeing: validation.disagreeing,
                    undecided: validation.undecided
                ),
                outputs: page.outputs,
                reads: page.reads,
                opaque: page.opaque
            )
        } else {
            facts = RuleFacts(detection: detection, correlation: compiled.correlations[index])
        }
        if !detection.tests.isEmpty { facts.outcomes = outcomes(runner.run(index), count: detection.tests.count) }
        return facts
    }

    private func outcomes(_ report: DetectionTestReport, count: Int) -> [RuleFacts.TestOutcomeFacts] {
        if let error = report.setupError {
            let failure = "\(error.type): \(error.message)"
            return Array(repeating: .init(passed: false, failure: failure), count: count)
        }
        guard report.skipped == nil, report.tests.count == count else {
            return Array(repeating: .init(passed: nil), count: count)
        }
        return report.tests.map { test in
            RuleFacts.TestOutcomeFacts(
                passed: test.passed,
                functions: test.functions.map(Self.function),
                failure: test.harnessError.map { "\($0.type): \($0.message)" }
            )
        }
    }

    private static func function(_ line: TestOutcome.FunctionLine) -> TestEntry.Function {
        let name = line.function.resultName
        switch line.outcome {
        case .absent: return .init(name: name, result: "null", isError: false)
        case .bool(let flag): return .init(name: name, result: "\(flag)", isError: false)
        case .text(let text): return .init(name: name, result: Literal.string(text).json, isError: false)
        case .json(let json): return .init(name: name, result: json, isError: false)
        case .list(let names):
            return .init(name: name, result: Literal.list(names.map { .string($0) }).json, isError: false)
        case .error(let error): return .init(name: name, result: "\(error.type): \(error.message)", isError: true)
        }
    }
}
