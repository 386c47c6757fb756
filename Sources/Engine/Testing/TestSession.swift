package import Detections
package import PythonRuntime

/// The unit tests of a pack, ready to run.
package struct TestSession: Sendable {
    package let compiled: CompiledPack
    package let options: TestOptions
    package let clock: EngineClock
    package let limits: Limits

    /// Tests of `compiled`.
    package init(_ compiled: CompiledPack, options: TestOptions, clock: EngineClock, limits: Limits = Limits()) {
        self.compiled = compiled
        self.options = options
        self.clock = clock
        self.limits = limits
    }

    /// What came of a run.
    package struct Outcome: Sendable {
        /// In the order in which the detections were given.
        package var reports: [DetectionTestReport]
        /// Data models that could not be made.
        package var invalid: [InvalidItem]
    }

    /// Runs the tests of these detections, by their indices in the pack.
    package func run(_ detections: [Int], workers: Workers) -> Outcome {
        var runner = UnitTestRunner(compiled, options: options, clock: clock, limits: limits)
        let invalid = runner.loadDataModels()
        return Outcome(reports: detections.map { runner.run($0) }, invalid: invalid)
    }
}
