/// Loads through several workers at once, and on in the order in which they were filled.
///
///     fill ──► work ──► finish
///      ▲       at once  in order
///      │      └── workers ──┘
///      └──────────────────────┘
///
/// A worker fills its loads itself, one at a time doing so: what it has read is in its own core's memory then. Worked loads are finished
/// by a worker too, as soon as ``finishedTogether`` wait or no other worker is at work: so no more threads have anything to do than
/// there are workers, and most loads stay with the core that read them. Work may hold what cannot be shared, such as a machine; what
/// travels between threads is `Sendable`. There are ``loadsPerWorker`` loads for each worker.
package enum OrderedPipeline {
    /// Loads on their way, for each worker: one worked on, two waiting for their turn.
    package static let loadsPerWorker = 3
    /// Worked loads that are finished one after the other, if nothing holds them up: what it takes to finish them, a machine, goes from
    /// core to core that much less often. Not above twice ``loadsPerWorker``: two workers would wait for a load.
    static let finishedTogether = 4
    /// Most workers.
    package static let workersMax = 256

    /// Runs until `fill` gives no more and every load was finished, or `finish` returns false.
    ///
    /// - Parameters:
    ///   - workers: how many; threads that the system does not give are done without, as long as there is one.
    ///   - makeLoad: makes an empty load; called for each before anything else.
    ///   - fill: fills a load, new or finished before; false if there is nothing more. Asked by the workers, by one at a time.
    ///   - work: takes loads until there are no more, and delivers each.
    ///   - finish: what is done with worked loads one after the other, in order; false to end early. By the workers, by one at a time.
    ///   - begin: what this thread does while the workers start; false if nothing is wanted. Not called without a worker.
    /// - Returns: false if the system gave no thread.
    package static func run<Load: Sendable>(
        workers: Int,
        makeLoad: () -> Load,
        fill: @escaping @Sendable (inout Load) -> Bool,
        work: @escaping @Sendable (_ next: () -> Load?, _ deliver: (consuming Load) -> Void) -> Void,
        finish: @escaping @Sendable (inout Load) -> Bool,
        begin: () -> Bool = { true }
    ) -> Bool {
        let workerCount = min(max(workers, 1), workersMax)
        let exchange = LoadExchange<Load>(
            workerCount: workerCount,
            loadCountMax: workerCount * loadsPerWorker,
            makeLoad: makeLoad,
            fill: fill,
            finish: finish
        )
        var threads = ThreadGroup()
        for _ in 0..<workerCount {
            threads.start {
                var number = 0
                work(
                    {
                        guard let next = exchange.next() else { return nil }
                        number = next.number
                        return next.load
                    },
                    { (load: consuming Load) in exchange.deliver(consume load, of: number) }
                )
            }
        }
        let isRunning = threads.count > 0
        if isRunning, !begin() { exchange.cancel() }
        threads.join()
        return isRunning
    }
}
