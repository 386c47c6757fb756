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
        /// Loads that were finished and not consumed, in order.
        var finished: [Load] = []
        /// Loads that may be filled.
        var spent: [Load]
        /// The number of the load that is finished next.
        var nextTurn = 0
        /// Loads that somebody works.
        var countInWork = 0
        /// Whether somebody finishes loads: there is one at a time.
        var isFinishing = false
        /// Whether the consumer waits, and is to be woken.
        var isAwaited = false
        /// How many loads were filled; nil as long as there may be more.
        var loadCount: Int?
        /// Nobody wants any more.
        var isCancelled = false

        init(spent: [Load]) { self.spent = spent }

        /// Whether no more loads are to be filled.
        var isClosed: Bool { isCancelled || loadCount != nil }

        /// Takes a load that was worked.
        mutating func add(_ load: inout Load?, number: Int) {
            worked[number] = load.take()
            countInWork -= 1
        }

        /// Whether the caller is to finish loads: enough of them wait, or nobody is there who would do it later.
        mutating func beginsFinishing() -> Bool {
            guard !isFinishing else { return false }
            isFinishing = worked.count >= OrderedPipeline.finishedTogether || countInWork == 0
            return isFinishing
        }

        /// The load whose turn it is, for who finishes loads; nil if it is not worked yet: then nobody finishes any.
        mutating func takeTurn() -> Load? {
            let load = isCancelled ? nil : worked.removeValue(forKey: nextTurn)
            isFinishing = load != nil
            return load
        }

        /// Takes a load that was finished, and the turn on to the next.
        mutating func passTurn(_ load: inout Load?) {
            if let load = load.take() { finished.append(load) }
            nextTurn += 1
        }

        /// Whether the consumer is to be woken; it is told once.
        mutating func callConsumer() -> Bool {
            defer { isAwaited = false }
            return isAwaited
        }

        /// What the consumer finds.
        mutating func takeFinished() -> Turn {
            if !finished.isEmpty { return .load(finished.removeFirst()) }
            if isCancelled || loadCount == nextTurn { return .end }
            isAwaited = true
            return .wait
        }
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
    private let finish: @Sendable (inout Load) -> Void
    private let workerCount: Int
    /// As many as there are spent loads.
    private let places = DispatchSemaphore(value: 0)
    /// What the consumer waits for: the next load, the end.
    private let arrivals = DispatchSemaphore(value: 0)

    /// - Parameters:
    ///   - makeLoad: Makes an empty load.
    ///   - fill: Fills a load anew; false if there is nothing more. Called by one thread at a time.
    ///   - finish: What is done with a worked load in its turn. Called by one thread at a time.
    init(
        workerCount: Int,
        loadCountMax: Int,
        makeLoad: () -> Load,
        fill: @escaping @Sendable (inout Load) -> Bool,
        finish: @escaping @Sendable (inout Load) -> Void
    ) {
        self.workerCount = workerCount
        state = Mutex(State(spent: (0..<loadCountMax).map { _ in makeLoad() }))
        self.fill = fill
        self.finish = finish
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
            state.withLock { $0.countInWork += 1 }
            defer { count += 1 }
            return (count, load)
        }
        if next == nil {
            // Whoever waits for a place waits for nothing.
            places.signal()
            wakeConsumer()
        }
        return next
    }

    /// Takes a load that was worked. Who delivers it finishes those that wait and whose turn it is, if they are enough.
    ///
    /// A load is moved: nobody else may hold it, or its memory would be copied when it is filled anew.
    func deliver(_ load: consuming Load, of number: Int) {
        var moved = Optional(consume load)
        moved = state.withLock { state in
            state.add(&moved, number: number)
            return state.beginsFinishing() ? state.takeTurn() : nil
        }
        while moved != nil {
            if var load = moved.take() {
                finish(&load)
                moved = consume load
            }
            let wakes = state.withLock { state in
                state.passTurn(&moved)
                moved = state.takeTurn()
                return state.callConsumer()
            }
            if wakes { arrivals.signal() }
        }
    }

    /// The loads in the order in which they were filled, finished; nil after the last.
    func nextInOrder() -> Load? {
        while true {
            switch state.withLock({ $0.takeFinished() }) {
            case .load(let load): return load
            case .end: return nil
            case .wait: arrivals.wait()
            }
        }
    }

    private func wakeConsumer() { if state.withLock({ $0.callConsumer() }) { arrivals.signal() } }

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
            state.finished.removeAll()
        }
        for _ in 0..<workerCount { places.signal() }
        wakeConsumer()
    }
}
