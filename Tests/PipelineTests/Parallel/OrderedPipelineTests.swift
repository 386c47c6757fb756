import Synchronization
import Testing

@testable import Pipeline

@Suite struct OrderedPipelineTests {
    /// Batches that are numbers from 0 on; asked by one thread at a time, or it would give some twice.
    static func counter(to count: Int) -> @Sendable () -> Int? {
        let next = Atomic(0)
        return {
            let number = next.load(ordering: .relaxed)
            next.store(number + 1, ordering: .relaxed)
            return number < count ? number : nil
        }
    }

    /// Work that takes its time, longest for the batches that come first.
    static func run(workers: Int, batches: Int, until last: Int = .max) -> [Int] {
        var found: [Int] = []
        let isRunning = OrderedPipeline.run(
            workers: workers,
            source: counter(to: batches),
            work: { (next: () -> Int?, deliver: (Int) -> Void) in
                while let number = next() {
                    var sum = number
                    for step in 0..<((batches - number) % 7 * 2_000) { sum = (sum &* 31 &+ step) & 0xFFFF }
                    deliver(sum >= 0 ? number : -1)
                }
            },
            consume: { result in
                found.append(result)
                return found.count < last
            }
        )
        #expect(isRunning)
        return found
    }

    @Test("results come in the order of their batches", arguments: [1, 2, 3, 8]) func order(workers: Int) {
        for batches in [0, 1, 2, 500] { #expect(Self.run(workers: workers, batches: batches) == Array(0..<batches)) }
    }

    @Test("a consumer that has enough ends everything", arguments: [1, 2, 8]) func earlyEnd(workers: Int) {
        for last in [1, 2, 50] { #expect(Self.run(workers: workers, batches: 100_000, until: last) == Array(0..<last)) }
    }

    @Test("there are as many workers as the limit, and no more", arguments: [0, 1]) func workersMax(past: Int) {
        let started = Mutex(0)
        let isRunning = OrderedPipeline.run(
            workers: OrderedPipeline.workersMax + past,
            source: Self.counter(to: 10),
            work: { (next: () -> Int?, deliver: (Int) -> Void) in
                started.withLock { $0 += 1 }
                while let number = next() { deliver(number) }
            },
            consume: { _ in true }
        )
        #expect(isRunning)
        #expect(started.withLock { $0 } == OrderedPipeline.workersMax)
    }

    @Test("no more batches are on their way than there are places for") func backPressure() {
        let onTheirWay = Mutex((made: 0, now: 0, most: 0))
        _ = OrderedPipeline.run(
            workers: 2,
            source: {
                onTheirWay.withLock { counts in
                    guard counts.made < 1_000 else { return nil }
                    counts.made += 1
                    counts.now += 1
                    counts.most = max(counts.most, counts.now)
                    return counts.made
                }
            },
            work: { (next: () -> Int?, deliver: (Int) -> Void) in while let number = next() { deliver(number) } },
            consume: { _ in
                onTheirWay.withLock { $0.now -= 1 }
                return true
            }
        )
        // One more may be counted between a place that comes free and the result that freed it.
        #expect(onTheirWay.withLock { $0.most } <= 2 * OrderedPipeline.placesPerWorker + 1)
    }
}
