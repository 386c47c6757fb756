import Detections
import Dispatch
package import Engine
import Events
import Synchronization

/// A scan from inputs to findings in input order, with one worker or several.
///
///     reader ──► workers: a batch each, rules without state ──► lane: rules with state ──► findings
///                at once                                         in order, by a worker with its batch
///
/// One worker alone needs no lane: it runs every rule on every event in order, which is what the lane makes of several.
package struct ScanPipeline: Sendable {
    package var compiled: CompiledPack
    package var options: ScanOptions
    package var purpose: ScanFinding.Purpose
    package var inputs: [InputPath]
    package var limits: InputLimits
    package var workers: Int
    package var wallClock: @Sendable () -> Double
    package var stop: StopSignal

    /// The rules that run on matches: findings carry what they read.
    package struct Correlations: Sendable {
        private let stages: (CorrelationStage, WindowStage)?

        /// There are none, or nobody asks them.
        package init() { stages = nil }

        package init(_ stage: CorrelationStage, _ windows: WindowStage) { stages = (stage, windows) }

        func prepare(_ scanner: inout Scanner) {
            if let (stage, windows) = stages { scanner.prepare(for: stage, windows) }
        }
    }

    /// How a scan came to its end.
    package enum Outcome {
        /// All was scanned that was wanted; what rules have cost, and what it was scanned with.
        case scanned(RuleCounters, Machines)
        /// It was not wanted, with the rules that there are.
        case refused
        /// The system gives no threads.
        case noThreads
    }

    /// What is left of a scan: machines, with the rules that they hold. To take them apart takes milliseconds, when they are let go.
    package final class Machines {
        private let alone: BatchScanner?
        private let lane: SharedLane?

        fileprivate init(_ alone: consuming BatchScanner) {
            self.alone = consume alone
            lane = nil
        }

        fileprivate init(_ lane: SharedLane) {
            alone = nil
            self.lane = lane
        }
    }

    /// What is known of the rules once a machine has loaded them.
    package struct LoadedRules: Sendable {
        /// Detections that are not run, and why, in the order of the pack.
        package let unrun: [UnrunDetection]
        /// Rules that are run.
        package let count: Int

        init(_ scanner: borrowing Scanner) {
            unrun = scanner.unrun
            count = scanner.ruleCount
        }
    }

    /// A scan of `inputs` with `compiled`.
    package init(
        _ compiled: CompiledPack,
        options: ScanOptions,
        purpose: ScanFinding.Purpose,
        inputs: [InputPath],
        limits: InputLimits,
        workers: Int,
        stop: StopSignal,
        wallClock: @escaping @Sendable () -> Double
    ) {
        self.compiled = compiled
        self.options = options
        self.options.startTime = options.startTime ?? wallClock()
        self.purpose = purpose
        self.inputs = inputs
        self.limits = limits
        self.workers = workers
        self.stop = stop
        self.wallClock = wallClock
    }

    /// A machine with the pack loaded, as each worker and the lane have one.
    package func makeScanner() -> Scanner { Scanner(compiled, options: options, wallClock: wallClock) }

    /// Scans until the inputs end, `consume` returns false or the stop signal is raised.
    ///
    /// - Parameters:
    ///   - prepare: is told of the rules as soon as a machine has loaded them, and says what runs on matches; nil for no scan at all.
    ///     Called on this thread. Workers load their machines meanwhile.
    ///   - consume: takes what a batch gave, in input order; false to end early. Called by the worker that has finished it, one
    ///     at a time.
    package func run(
        prepare: (LoadedRules) -> Correlations?,
        consume: @escaping @Sendable (BatchResult) -> Bool
    ) -> Outcome {
        workers > 1 ? runParallel(prepare, consume) : runAlone(prepare, consume)
    }

    private func runAlone(
        _ prepare: (LoadedRules) -> Correlations?,
        _ consume: (BatchResult) -> Bool
    ) -> Outcome {
        var scanner = makeScanner()
        guard let correlations = prepare(LoadedRules(scanner)) else { return .refused }
        correlations.prepare(&scanner)
        var reader = EventReader(inputs, limits: limits, stop: stop)
        var worker = BatchScanner(scanner, FindingProducts(purpose, compiled.pack.detections), isAlone: true)
        var result = BatchResult()
        while result.batch.fill(from: &reader) {
            worker.scan(&result)
            guard consume(result) else { break }
        }
        let counters = worker.counters
        return .scanned(counters, Machines(worker))
    }

    private func runParallel(
        _ prepare: (LoadedRules) -> Correlations?,
        _ consume: @escaping @Sendable (BatchResult) -> Bool
    ) -> Outcome {
        let products = FindingProducts(purpose, compiled.pack.detections)
        let totals = Totals(count: compiled.pack.detections.count)
        let lane = SharedLane()
        let pipeline = self
        let reader = SharedReader(inputs, limits: limits, stop: stop)
        let start = StartSignal(waiting: workers)
        var isWanted = false
        let isRunning = OrderedPipeline.run(
            workers: workers,
            makeLoad: { BatchResult() },
            fill: { reader.fill(&$0.batch) },
            work: { (next: () -> BatchResult?, deliver: (consuming BatchResult) -> Void) in
                var scanner = pipeline.makeScanner()
                guard let correlations = start.wait() else { return }
                correlations.prepare(&scanner)
                var worker = BatchScanner(scanner, products)
                while var result = next() {
                    worker.scan(&result, ordered: lane.published.known)
                    deliver(consume result)
                }
                totals.add(worker.counters)
            },
            finish: {
                lane.complete(&$0)
                return consume($0)
            },
            begin: {
                let correlations = prepare(lane.open(pipeline, products))
                if let correlations { lane.prepare(correlations) }
                start.give(correlations)
                isWanted = correlations != nil
                return isWanted
            }
        )
        guard isRunning else { return .noThreads }
        guard isWanted else { return .refused }
        if let counters = lane.counters { totals.add(counters) }
        return .scanned(totals.sum, Machines(lane))
    }

    /// Where workers that are ready wait to be told what runs on matches.
    private final class StartSignal: Sendable {
        private let correlations = Mutex<Correlations?>(nil)
        private let arrivals = DispatchSemaphore(value: 0)
        private let waiting: Int

        init(waiting: Int) { self.waiting = waiting }

        /// Lets all go on; with nil, to their end.
        func give(_ correlations: Correlations?) {
            self.correlations.withLock { $0 = correlations }
            for _ in 0..<waiting { arrivals.signal() }
        }

        func wait() -> Correlations? {
            arrivals.wait()
            return correlations.withLock { $0 }
        }
    }

    /// A reader that workers ask in turn.
    private final class SharedReader: Sendable {
        private let reader: Mutex<EventReader>

        init(_ inputs: [InputPath], limits: InputLimits, stop: StopSignal) {
            reader = Mutex(EventReader(inputs, limits: limits, stop: stop))
        }

        func fill(_ batch: inout EventBatch) -> Bool { reader.withLock { batch.fill(from: &$0) } }
    }

    /// What the workers' rules have cost together.
    private final class Totals: Sendable {
        private let counters: Mutex<RuleCounters>

        init(count: Int) { counters = Mutex(RuleCounters(count: count)) }

        var sum: RuleCounters { counters.withLock { $0 } }

        func add(_ more: RuleCounters) { counters.withLock { $0.add(more) } }
    }
}
