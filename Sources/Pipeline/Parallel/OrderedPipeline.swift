/// Batches through several workers at once, results out in the order of the batches.
///
///     producer ──► batches ──► worker 1 … N ──► results ──► consumer
///     a thread                 threads          in order    the caller's thread
///
/// Each part is made on its own thread and never leaves it, so it may hold what cannot be shared: a reader, a machine.
/// What travels between threads is `Sendable`. At most ``placesPerWorker`` batches for each worker are on their way.
package enum OrderedPipeline {
    /// Batches on their way, for each worker: one worked on, one waiting, one waiting for its turn.
    package static let placesPerWorker = 3
    /// Most workers.
    package static let workersMax = 256

    /// Runs until `produce` returns and every result was consumed, or `consume` returns false.
    ///
    /// - Parameters:
    ///   - workers: how many; threads that the system does not give are done without, as long as there is one.
    ///   - produce: hands on batches until there are no more, or its argument returns false.
    ///   - work: takes batches until there are no more, and gives a result for each.
    ///   - consume: takes the results in order; false to end early.
    /// - Returns: false if the system gave too few threads for anything to run.
    package static func run<Batch: Sendable, Result: Sendable>(
        workers: Int,
        produce: @escaping @Sendable (_ submit: (Batch) -> Bool) -> Void,
        work: @escaping @Sendable (_ next: () -> Batch?, _ deliver: (Result) -> Void) -> Void,
        consume: (Result) -> Bool
    ) -> Bool {
        let workerCount = min(max(workers, 1), workersMax)
        let exchange = BatchExchange<Batch, Result>(
            workerCount: workerCount,
            placeCount: workerCount * placesPerWorker
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
        let workersStarted = threads.count
        if workersStarted > 0 {
            threads.start {
                produce { exchange.submit($0) }
                exchange.complete()
            }
        }
        let isRunning = workersStarted > 0 && threads.count > workersStarted
        if isRunning {
            while let result = exchange.nextResult() {
                guard consume(result) else { break }
            }
        }
        exchange.cancel()
        threads.join()
        return isRunning
    }
}
