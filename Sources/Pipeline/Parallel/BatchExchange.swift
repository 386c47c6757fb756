import Dispatch
import Synchronization

/// Where batches wait for workers and results for their turn: the one thing that the threads of an ``OrderedPipeline``
/// share.
///
/// A batch takes one of a fixed number of places from when it is submitted until its result has been taken, so memory is
/// bounded and whoever is faster waits.
final class BatchExchange<Batch: Sendable, Result: Sendable>: Sendable {
    private struct State {
        /// Batches that nobody works on yet, the oldest first.
        var waiting: [(number: Int, batch: Batch)] = []
        /// Results whose turn has not come.
        var results: [Int: Result] = [:]
        var submittedCount = 0
        /// The number of the result that is taken next.
        var nextResult = 0
        /// No more batches come.
        var isComplete = false
        /// Nobody wants any more.
        var isCancelled = false
    }

    /// What the consumer finds.
    private enum Turn {
        case result(Result)
        case end
        case wait
    }

    private let state = Mutex(State())
    private let workerCount: Int
    /// Free places.
    private let places = DispatchSemaphore(value: 0)
    /// Batches that wait, and at the end one for each worker.
    private let batches = DispatchSemaphore(value: 0)
    /// Events that the consumer waits for: a result, the end.
    private let arrivals = DispatchSemaphore(value: 0)

    init(workerCount: Int, placeCount: Int) {
        self.workerCount = workerCount
        // Counted up, since a semaphore must not be let go below the value it was made with.
        for _ in 0..<placeCount { places.signal() }
    }

    /// Hands a batch on as soon as there is a place for it; false if nobody wants it.
    func submit(_ batch: Batch) -> Bool {
        places.wait()
        let isWanted = state.withLock { state in
            guard !state.isCancelled else { return false }
            state.waiting.append((state.submittedCount, batch))
            state.submittedCount += 1
            return true
        }
        if isWanted { batches.signal() }
        return isWanted
    }

    /// Says that no more batches come.
    func complete() {
        state.withLock { $0.isComplete = true }
        for _ in 0..<workerCount { batches.signal() }
        arrivals.signal()
    }

    /// The next batch for a worker; nil when there are no more.
    func next() -> (number: Int, batch: Batch)? {
        batches.wait()
        return state.withLock { state in
            guard !state.isCancelled, !state.waiting.isEmpty else { return nil }
            return state.waiting.removeFirst()
        }
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
                let isAtEnd = state.isCancelled || state.isComplete && state.nextResult == state.submittedCount
                return isAtEnd ? .end : .wait
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

    /// Ends everything: batches that wait are dropped, and nobody waits any longer.
    func cancel() {
        state.withLock { state in
            state.isCancelled = true
            state.waiting.removeAll()
            state.results.removeAll()
        }
        places.signal()
        for _ in 0..<workerCount { batches.signal() }
        arrivals.signal()
    }
}
