import Dispatch
import Synchronization

/// Where batches come from and results wait for their turn: the one thing that the threads of an ``OrderedPipeline`` share.
///
/// A batch takes one of a fixed number of places from before it is made until its result has been taken, so memory is bounded and
/// whoever is faster waits.
final class BatchExchange<Batch: Sendable, Result: Sendable>: Sendable {
    private struct State {
        /// Results whose turn has not come.
        var results: [Int: Result] = [:]
        /// The number of the result that is taken next.
        var nextResult = 0
        /// How many batches there are; nil as long as more may come.
        var batchCount: Int?
        /// Nobody wants any more.
        var isCancelled = false

        /// Whether no more batches are to be made.
        var isClosed: Bool { isCancelled || batchCount != nil }
    }

    /// What the consumer finds.
    private enum Turn {
        case result(Result)
        case end
        case wait
    }

    private let state = Mutex(State())
    /// Batches made so far. Held while one is made, so that they come in order.
    private let source = Mutex(0)
    private let make: @Sendable () -> Batch?
    private let workerCount: Int
    /// Free places.
    private let places = DispatchSemaphore(value: 0)
    /// Events that the consumer waits for: a result, the end.
    private let arrivals = DispatchSemaphore(value: 0)

    /// - Parameter make: Makes the next batch; nil if there are no more. Called by one thread at a time.
    init(workerCount: Int, placeCount: Int, make: @escaping @Sendable () -> Batch?) {
        self.workerCount = workerCount
        self.make = make
        // Counted up, since a semaphore must not be let go below the value it was made with.
        for _ in 0..<placeCount { places.signal() }
    }

    /// Makes the next batch, as soon as there is a place for it; nil when there are no more.
    func next() -> (number: Int, batch: Batch)? {
        places.wait()
        let next: (number: Int, batch: Batch)? = source.withLock { count in
            guard !state.withLock({ $0.isClosed }) else { return nil }
            guard let batch = make() else {
                state.withLock { $0.batchCount = count }
                return nil
            }
            defer { count += 1 }
            return (count, batch)
        }
        if next == nil {
            // Whoever waits for a place waits for nothing.
            places.signal()
            arrivals.signal()
        }
        return next
    }

    /// Takes what a worker made of batch `number`.
    func deliver(_ result: Result, of number: Int) {
        state.withLock { $0.results[number] = result }
        arrivals.signal()
    }

    /// The results in the order of their batches; nil after the last.
    func nextResult() -> Result? {
        while true {
            let turn: Turn = state.withLock { state in
                if let result = state.results.removeValue(forKey: state.nextResult) {
                    state.nextResult += 1
                    return .result(result)
                }
                return state.isCancelled || state.batchCount == state.nextResult ? .end : .wait
            }
            switch turn {
            case .result(let result):
                places.signal()
                return result
            case .end: return nil
            case .wait: arrivals.wait()
            }
        }
    }

    /// Ends everything: no more batches are made, and nobody waits any longer.
    func cancel() {
        state.withLock { state in
            state.isCancelled = true
            state.results.removeAll()
        }
        for _ in 0..<workerCount { places.signal() }
        arrivals.signal()
    }
}
