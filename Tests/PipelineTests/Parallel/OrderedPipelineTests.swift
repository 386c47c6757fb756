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
        var found: [Int] = []
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
            consume: { result in
                found.append(result)
                return found.count < last
            }
        )
        #expect(isRunning)
        return found
    }

    @Test("loads come in the order in which they were filled", arguments: [1, 2, 3, 8]) func order(workers: Int) {
        for loads in [0, 1, 2, 500] { #expect(Self.run(workers: workers, loads: loads) == Array(0..<loads)) }
    }

    @Test("a consumer that has enough ends everything", arguments: [1, 2, 8]) func earlyEnd(workers: Int) {
        for last in [1, 2, 50] { #expect(Self.run(workers: workers, loads: 100_000, until: last) == Array(0..<last)) }
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
            consume: { _ in true }
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
        let seen = Mutex((filled: 0, made: 0, places: Set<UInt>()))
        var consumed = 0
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
            consume: { load in
                consumed += 1
                #expect(load.numbers[0] == consumed + 1 && load.numbers[99] == consumed)
                return true
            }
        )
        let most = workers * OrderedPipeline.loadsPerWorker + 1
        let (made, places) = seen.withLock { ($0.made, $0.places.count) }
        #expect(consumed == 1_000)
        #expect(made <= most)
        // Had anybody held on to a load, it would have been copied, and stand elsewhere.
        #expect(places == made)
    }
}
