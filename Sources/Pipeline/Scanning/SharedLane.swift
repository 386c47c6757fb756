import Engine
import Synchronization

/// The lane of ordered rules, and its machine, which go from worker to worker.
final class SharedLane: Sendable {
    /// Which rules have joined.
    let published = OrderedRules()
    private let lane = Mutex<OrderedLane?>(nil)

    /// Loads the machine.
    func open(_ pipeline: ScanPipeline, _ products: FindingProducts) -> ScanPipeline.LoadedRules {
        lane.withLock { lane in
            let scanner = pipeline.makeScanner()
            let rules = ScanPipeline.LoadedRules(scanner)
            lane = OrderedLane(products, published: published, scanner: scanner)
            return rules
        }
    }

    /// Makes matches carry what runs on them reads.
    func prepare(_ correlations: ScanPipeline.Correlations) { lane.withLock { $0?.prepare(correlations) } }

    /// Adds what the rules of the lane find in the next batch. Batches come in input order.
    func complete(_ result: inout BatchResult) { lane.withLock { $0?.complete(&result) } }

    /// What running rules here has cost so far; nil before it is opened.
    var counters: RuleCounters? { lane.withLock { $0?.counters } }
}
