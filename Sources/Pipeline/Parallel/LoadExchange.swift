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
        /// The number of the load that is finished next.
        var nextTurn = 0
        /// Loads that somebody works.
        var countInWork = 0
        /// Whether somebody finishes loads: there is one at a time.
        var isFinishing = false
        /// Nothing more is filled: there is no more, or nobody wants it.
        var isClosed = false
        /// Nobody wants what is worked.
        var isCancelled = false

        init(spent: [Load]) { self.spent = spent }

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
            if let load = load.take() { spent.append(load) }
            nextTurn += 1
        }

        mutating func cancel() {
            isClosed = true
            isCancelled = true
            worked.removeAll()
        }
    }

    private let state: Mutex<State>
    /// Loads filled so far. Held while one is filled, so that they come in order.
    private let source = Mutex(0)
    private let fill: @Sendable (inout Load) -> Bool
    private let finish: @Sendable (inout Load) -> Bool
    private let workerCount: Int
    /// As many as there are spent loads.
    private let places = DispatchSemaphore(value: 0)

    /// - Parameters:
    ///   - makeLoad: Makes an empty load.
    ///   - fill: Fills a load anew; false if there is nothing more. Called by one thread at a time.
    ///   - finish: What is done with a worked load in its turn; false to end early. Called by one thread at a time.
    init(
        workerCount: Int,
        loadCountMax: Int,
        makeLoad: () -> Load,
        fill: @escaping @Sendable (inout Load) -> Bool,
        finish: @escaping @Sendable (inout Load) -> Bool
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
                state.withLock { $0.isClosed = true }
                return nil
            }
            state.withLock { $0.countInWork += 1 }
            defer { count += 1 }
            return (count, load)
        }
        // Whoever waits for a place waits for nothing.
        if next == nil { places.signal() }
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
        while var load = moved.take() {
            let isWanted = finish(&load)
            moved = consume load
            moved = state.withLock { state in
                state.passTurn(&moved)
                return isWanted ? state.takeTurn() : nil
            }
            guard isWanted else { return cancel() }
            places.signal()
        }
    }

    /// Ends everything: nothing more is filled, and nobody waits any longer.
    func cancel() {
        state.withLock { $0.cancel() }
        for _ in 0..<workerCount { places.signal() }
    }
}
