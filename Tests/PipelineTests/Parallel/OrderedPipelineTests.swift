import Dispatch
import Synchronization
import Testing

@testable import Pipeline

@Suite struct OrderedPipelineTests {
    /// Fills loads with numbers from 0 on; asked by one thread at a time, or it would give some twice.
    static func counter(to count: Int) -> @Sendable (inout Int) -> Bool {
        let next = Atomic(0)
        return { load in
            load = next.load(ordering: .relaxed)
            next.store(load + 1, ordering: .relaxed)
            return load < count
        }
    }

    /// Work that takes its time, longest for the loads that come first.
    static func run(workers: Int, loads: Int, until last: Int = .max) -> [Int] {
        let found = Mutex<[Int]>([])
        let isRunning = OrderedPipeline.run(
            workers: workers,
            makeLoad: { -1 },
            fill: counter(to: loads),
            work: { (next: () -> Int?, deliver: (consuming Int) -> Void) in
                while let number = next() {
                    var sum = number
                    for step in 0..<((loads - number) % 7 * 2_000) { sum = (sum &* 31 &+ step) & 0xFFFF }
                    deliver(sum >= 0 ? number : -1)
                }
            },
            finish: { load in
                found.withLock { [number = load] found in
                    found.append(number)
                    return found.count < last
                }
            }
        )
        #expect(isRunning)
        return found.withLock { $0 }
    }

    @Test("loads come in the order in which they were filled", arguments: [1, 2, 3, 8]) func order(workers: Int) {
        for loads in [0, 1, 2, 500] { #expect(Self.run(workers: workers, loads: loads) == Array(0..<loads)) }
    }

    @Test("who has enough ends everything", arguments: [1, 2, 8]) func earlyEnd(workers: Int) {
        for last in [1, 2, 50] { #expect(Self.run(workers: workers, loads: 100_000, until: last) == Array(0..<last)) }
    }

    @Test("loads are finished once each, in order, by one thread at a time", arguments: [1, 2, 3, 8])
    func finish(workers: Int) {
        let finished = Mutex<[Int]>([])
        let isFinishing = Atomic(false)
        _ = OrderedPipeline.run(
            workers: workers,
            makeLoad: { -1 },
            fill: Self.counter(to: 500),
            work: { (next: () -> Int?, deliver: (consuming Int) -> Void) in
                while let number = next() { deliver(number * 2) }
            },
            finish: { load in
                let isOther = isFinishing.exchange(true, ordering: .acquiringAndReleasing)
                #expect(!isOther)
                finished.withLock { [number = load] in $0.append(number) }
                isFinishing.store(false, ordering: .releasing)
                return true
            }
        )
        #expect(finished.withLock { $0 } == (0..<500).map { $0 * 2 })
    }

    @Test("a load is finished while the next is waited for", arguments: [1, 2, 3])
    func liveSource(workers: Int) {
        // Counted up, since a semaphore must not be let go below the value it was made with.
        let finished = DispatchSemaphore(value: 0)
        finished.signal()
        let counter = Self.counter(to: 50)
        let found = Mutex<[Int]>([])
        _ = OrderedPipeline.run(
            workers: workers,
            makeLoad: { -1 },
            // Such as a stream whose next event comes when somebody has answered the last.
            fill: { load in
                #expect(finished.wait(timeout: .now() + 60) == .success)
                return counter(&load)
            },
            work: { (next: () -> Int?, deliver: (consuming Int) -> Void) in
                while let number = next() { deliver(number) }
            },
            finish: { load in
                found.withLock { [number = load] in $0.append(number) }
                finished.signal()
                return true
            }
        )
        #expect(found.withLock { $0 } == Array(0..<50))
    }

    @Test("what nobody wants ends, though the source does not", arguments: [1, 3]) func refusal(workers: Int) {
        let isRunning = OrderedPipeline.run(
            workers: workers,
            makeLoad: { 0 },
            fill: Self.counter(to: .max),
            work: { (next: () -> Int?, deliver: (consuming Int) -> Void) in
                while let number = next() { deliver(number) }
            },
            finish: { _ in true },
            begin: { false }
        )
        #expect(isRunning)
    }

    @Test("there are as many workers as the limit, and no more", arguments: [0, 1]) func workersMax(past: Int) {
        let started = Mutex(0)
        let isRunning = OrderedPipeline.run(
            workers: OrderedPipeline.workersMax + past,
            makeLoad: { 0 },
            fill: Self.counter(to: 10),
            work: { (next: () -> Int?, deliver: (consuming Int) -> Void) in
                started.withLock { $0 += 1 }
                while let number = next() { deliver(number) }
            },
            finish: { _ in true }
        )
        #expect(isRunning)
        #expect(started.withLock { $0 } == OrderedPipeline.workersMax)
    }

    /// A load that knows where its memory is.
    struct Numbers: Sendable {
        var numbers: [Int] = []

        /// Where its numbers are.
        var address: UInt { numbers.withUnsafeBytes { UInt(bitPattern: $0.baseAddress) } }
    }

    @Test("there are no more loads than the limit, and they are filled where they were before", arguments: [1, 2])
    func goRound(workers: Int) {
        let seen = Mutex((filled: 0, made: 0, finished: 0, places: Set<UInt>()))
        _ = OrderedPipeline.run(
            workers: workers,
            makeLoad: {
                seen.withLock { $0.made += 1 }
                return Numbers(numbers: Array(repeating: 0, count: 100))
            },
            fill: { (load: inout Numbers) in
                let number = seen.withLock { seen in
                    seen.filled += 1
                    return seen.filled
                }
                for index in load.numbers.indices { load.numbers[index] = number }
                let address = load.address
                _ = seen.withLock { $0.places.insert(address) }
                return number <= 1_000
            },
            work: { (next: () -> Numbers?, deliver: (consuming Numbers) -> Void) in
                while var load = next() {
                    load.numbers[0] += 1
                    deliver(consume load)
                }
            },
            finish: { load in
                let number = seen.withLock { seen in
                    seen.finished += 1
                    return seen.finished
                }
                #expect(load.numbers[0] == number + 1 && load.numbers[99] == number)
                return true
            }
        )
        let most = workers * OrderedPipeline.loadsPerWorker
        let (finished, made, places) = seen.withLock { ($0.finished, $0.made, $0.places.count) }
        #expect(finished == 1_000)
        #expect(made <= most)
        // Had anybody held on to a load, it would have been copied, and stand elsewhere.
        #expect(places <= made)
    }
}
