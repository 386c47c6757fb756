/// Batches through several workers at once, results out in the order of the batches.
///
///     source ──► worker 1 … N ──► results ──► consumer
///                threads          in order    the caller's thread
///
/// A worker makes its batches itself, the source being asked by one at a time: what it has read is then in its own core's memory
/// already. Each part is made on its own thread and never leaves it, so it may hold what cannot be shared, such as a machine.
/// What travels between threads is `Sendable`. At most ``placesPerWorker`` batches for each worker are on their way.
package enum OrderedPipeline {
    /// Batches on their way, for each worker: one worked on, two waiting for their turn.
    package static let placesPerWorker = 3
    /// Most workers.
    package static let workersMax = 256

    /// Runs until `source` gives no more and every result was consumed, or `consume` returns false.
    ///
    /// - Parameters:
    ///   - workers: how many; threads that the system does not give are done without, as long as there is one.
    ///   - source: gives the next batch, nil if there are no more; asked by the workers, by one at a time.
    ///   - work: takes batches until there are no more, and gives a result for each.
    ///   - begin: what this thread does while the workers start; false if no result is wanted. Not called without a worker.
    ///   - consume: takes the results in order; false to end early.
    /// - Returns: false if the system gave no thread.
    package static func run<Batch: Sendable, Result: Sendable>(
        workers: Int,
        source: @escaping @Sendable () -> Batch?,
        work: @escaping @Sendable (_ next: () -> Batch?, _ deliver: (Result) -> Void) -> Void,
        begin: () -> Bool = { true },
        consume: (Result) -> Bool
    ) -> Bool {
        let workerCount = min(max(workers, 1), workersMax)
        let exchange = BatchExchange<Batch, Result>(
            workerCount: workerCount,
            placeCount: workerCount * placesPerWorker,
            make: source
        )
        var threads = ThreadGroup()
        for _ in 0..<workerCount {
            threads.start {
                var number = 0
                work(
                    {
                        guard let next = exchange.next() else { return nil }
                        number = next.number
                        return next.batch
                    },
                    { exchange.deliver($0, of: number) }
                )
            }
        }
        let isRunning = threads.count > 0
        if isRunning, begin() {
            while let result = exchange.nextResult() {
                guard consume(result) else { break }
            }
        }
        exchange.cancel()
        threads.join()
        return isRunning
    }
}
