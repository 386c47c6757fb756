package import Detections
package import PythonRuntime
import Synchronization

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

    /// Runs the tests of these detections, by their indices in the pack, several at once.
    ///
    /// What a detection says does not depend on who runs it, nor on those before it: it has its own copy of every module that it
    /// imports (docs/adr/0014-spaces.md), and each test begins with an empty table of kept items.
    package func run(_ detections: [Int], workers: Workers) -> Outcome {
        let invalid = Mutex<[InvalidItem]?>(nil)
        let reports = workers.map(detections.count) {
            var runner = UnitTestRunner(compiled, options: options, clock: clock, limits: limits)
            // All runners find the same.
            let found = runner.loadDataModels()
            invalid.withLock { $0 = $0 ?? found }
            return runner
        } _: { runner, piece in
            runner.run(detections[piece])
        }
        return Outcome(reports: reports, invalid: invalid.withLock { $0 } ?? [])
    }
}
