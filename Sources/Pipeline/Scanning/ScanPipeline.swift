import Detections
import Dispatch
package import Engine
import Events
import Synchronization

/// A scan from inputs to findings in input order, with one worker or several.
///
///     reader ──► workers: a batch each, rules without state ──► lane: rules with state ──► findings
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

        fileprivate func prepare(_ scanner: inout Scanner) {
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

    /// What is left of a scan: the machines of the thread that ran it, with the rules that they hold. To take them apart takes
    /// milliseconds, when they are let go.
    package final class Machines {
        private let alone: BatchScanner?
        private let lane: OrderedLane?

        fileprivate init(_ alone: consuming BatchScanner) {
            self.alone = consume alone
            lane = nil
        }

        fileprivate init(_ lane: consuming OrderedLane) {
            alone = nil
            self.lane = consume lane
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
    /// `prepare` sees the first scanner as soon as there is one, and says what runs on matches; nil for no scan at all. `consume` is
    /// called in input order. Both are called on this thread. Workers load their machines meanwhile.
    package func run(
        prepare: (borrowing Scanner) -> Correlations?,
        consume: (BatchResult) -> Bool
    ) -> Outcome {
        workers > 1 ? runParallel(prepare, consume) : runAlone(prepare, consume)
    }

    private func runAlone(
        _ prepare: (borrowing Scanner) -> Correlations?,
        _ consume: (BatchResult) -> Bool
    ) -> Outcome {
        var scanner = makeScanner()
        guard let correlations = prepare(scanner) else { return .refused }
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
        _ prepare: (borrowing Scanner) -> Correlations?,
        _ consume: (BatchResult) -> Bool
    ) -> Outcome {
        let products = FindingProducts(purpose, compiled.pack.detections)
        let totals = Totals(count: compiled.pack.detections.count)
        let published = OrderedRules()
        let pipeline = self
        let reader = SharedReader(inputs, limits: limits, stop: stop)
        let start = StartSignal(waiting: workers)
        // The first scanner becomes the lane's, which works on this thread.
        var lane: OrderedLane?
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
                    worker.scan(&result, ordered: published.known)
                    deliver(consume result)
                }
                totals.add(worker.counters)
            },
            begin: {
                var scanner = pipeline.makeScanner()
                let correlations = prepare(scanner)
                start.give(correlations)
                guard let correlations else { return false }
                correlations.prepare(&scanner)
                lane = OrderedLane(products, published: published, scanner: scanner)
                return true
            },
            consume: { result in
                lane?.complete(&result)
                return consume(result)
            }
        )
        guard isRunning else { return .noThreads }
        guard let lane = lane.take() else { return .refused }
        totals.add(lane.counters)
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
