import Dispatch
import Synchronization

/// Where loads are filled, wait for their turn and come back to: the one thing that the threads of an ``OrderedPipeline`` share.
///
/// There is a fixed number of loads, which go round: memory is bounded, whoever is faster waits, and a load is filled where
/// another was before it.
final class LoadExchange<Load: Sendable>: Sendable {
    private struct State {
        /// Loads that are worked and whose turn has not come.
        var worked: [Int: Load] = [:]
        /// Loads that may be filled.
        var spent: [Load]
        /// The number of the load that is taken next.
        var nextTurn = 0
        /// How many loads were filled; nil as long as there may be more.
        var loadCount: Int?
        /// Nobody wants any more.
        var isCancelled = false

        /// Whether no more loads are to be filled.
        var isClosed: Bool { isCancelled || loadCount != nil }
    }

    /// What the consumer finds.
    private enum Turn {
        case load(Load)
        case end
        case wait
    }

    private let state: Mutex<State>
    /// Loads filled so far. Held while one is filled, so that they come in order.
    private let source = Mutex(0)
    private let fill: @Sendable (inout Load) -> Bool
    private let workerCount: Int
    /// As many as there are spent loads.
    private let places = DispatchSemaphore(value: 0)
    /// What the consumer waits for: the load whose turn it is, the end.
    private let arrivals = DispatchSemaphore(value: 0)

    /// - Parameters:
    ///   - makeLoad: Makes an empty load.
    ///   - fill: Fills a load anew; false if there is nothing more. Called by one thread at a time.
    init(
        workerCount: Int,
        loadCountMax: Int,
        makeLoad: () -> Load,
        fill: @escaping @Sendable (inout Load) -> Bool
    ) {
        self.workerCount = workerCount
        state = Mutex(State(spent: (0..<loadCountMax).map { _ in makeLoad() }))
        self.fill = fill
        // Counted up, since a semaphore must not be let go below the value it was made with.
        for _ in 0..<loadCountMax { places.signal() }
    }

    /// Fills a load, as soon as there is one; nil when there is nothing more.
    func next() -> (number: Int, load: Load)? {
        places.wait()
        let next: (number: Int, load: Load)? = source.withLock { count in
            guard !state.withLock({ $0.isClosed }) else { return nil }
            // Moved on and not copied: what somebody else holds would be copied when it is filled.
            guard var load = state.withLock({ $0.spent.popLast() }) else { return nil }
            guard fill(&load) else {
                state.withLock { $0.loadCount = count }
                return nil
            }
            defer { count += 1 }
            return (count, load)
        }
        if next == nil {
            // Whoever waits for a place waits for nothing.
            places.signal()
            arrivals.signal()
        }
        return next
    }

    /// Takes a load that was worked. It is moved: nobody else may hold it, or its memory would be copied when it is filled anew.
    func deliver(_ load: consuming Load, of number: Int) {
        var moved = Optional(consume load)
        let isAwaited = state.withLock { state in
            state.worked[number] = moved.take()
            return state.nextTurn == number
        }
        // The consumer finds the others when it has taken those before them: to wake it for them would be for nothing.
        if isAwaited { arrivals.signal() }
    }

    /// The loads in the order in which they were filled; nil after the last.
    func nextInOrder() -> Load? {
        while true {
            let turn: Turn = state.withLock { state in
                if let load = state.worked.removeValue(forKey: state.nextTurn) {
                    state.nextTurn += 1
                    return .load(load)
                }
                return state.isCancelled || state.loadCount == state.nextTurn ? .end : .wait
            }
            switch turn {
            case .load(let load): return load
            case .end: return nil
            case .wait: arrivals.wait()
            }
        }
    }

    /// Takes a load that nobody needs any more.
    func giveBack(_ load: consuming Load) {
        var moved = Optional(consume load)
        state.withLock { state in
            if let load = moved.take() { state.spent.append(load) }
        }
        places.signal()
    }

    /// Ends everything: nothing more is filled, and nobody waits any longer.
    func cancel() {
        state.withLock { state in
            state.isCancelled = true
            state.worked.removeAll()
        }
        for _ in 0..<workerCount { places.signal() }
        arrivals.signal()
    }
}
