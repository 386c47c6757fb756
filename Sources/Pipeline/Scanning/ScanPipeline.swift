import Detections
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
    /// Whose rules run on matches: findings carry what they read.
    package var correlations: (stage: CorrelationStage, windows: WindowStage)?

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
    package func makeScanner() -> Scanner {
        var scanner = Scanner(compiled, options: options, wallClock: wallClock)
        if let correlations { scanner.prepare(for: correlations.stage, correlations.windows) }
        return scanner
    }

    /// Scans until the inputs end, `consume` returns false or the stop signal is raised.
    ///
    /// `first` is used by one of the parts. `consume` is called on this thread, in input order. Nil if the system gives
    /// no threads.
    package func run(_ first: consuming Scanner, consume: (BatchResult) -> Bool) -> RuleCounters? {
        workers > 1 ? runParallel(first, consume) : runAlone(first, consume)
    }

    private func runAlone(_ first: consuming Scanner, _ consume: (BatchResult) -> Bool) -> RuleCounters {
        var reader = EventReader(inputs, limits: limits, stop: stop)
        let products = FindingProducts(purpose, compiled.pack.detections)
        var worker = BatchScanner(first, products, isAlone: true)
        var batch = EventBatch()
        while batch.fill(from: &reader) {
            guard consume(worker.scan(batch)) else { break }
        }
        return worker.counters
    }

    private func runParallel(_ first: consuming Scanner, _ consume: (BatchResult) -> Bool) -> RuleCounters? {
        let products = FindingProducts(purpose, compiled.pack.detections)
        let totals = Totals(count: compiled.pack.detections.count)
        let published = OrderedRules()
        // The scanner that is there already becomes the lane's, which works on this thread.
        var lane = OrderedLane(products, published: published, scanner: first)
        let pipeline = self
        let reader = SharedReader(inputs, limits: limits, stop: stop)
        let isRunning = OrderedPipeline.run(
            workers: workers,
            source: { reader.next() },
            work: { (next: () -> EventBatch?, deliver: (BatchResult) -> Void) in
                var worker = BatchScanner(pipeline.makeScanner(), products)
                while let batch = next() { deliver(worker.scan(batch, ordered: published.known)) }
                totals.add(worker.counters)
            },
            consume: { result in
                var result = result
                lane.complete(&result)
                return consume(result)
            }
        )
        guard isRunning else { return nil }
        totals.add(lane.counters)
        return totals.sum
    }

    /// A reader that workers ask in turn.
    private final class SharedReader: Sendable {
        private let reader: Mutex<EventReader>

        init(_ inputs: [InputPath], limits: InputLimits, stop: StopSignal) {
            reader = Mutex(EventReader(inputs, limits: limits, stop: stop))
        }

        func next() -> EventBatch? {
            reader.withLock { reader in
                var batch = EventBatch()
                return batch.fill(from: &reader) ? batch : nil
            }
        }
    }

    /// What the workers' rules have cost together.
    private final class Totals: Sendable {
        private let counters: Mutex<RuleCounters>

        init(count: Int) { counters = Mutex(RuleCounters(count: count)) }

        var sum: RuleCounters { counters.withLock { $0 } }

        func add(_ more: RuleCounters) { counters.withLock { $0.add(more) } }
    }
}
