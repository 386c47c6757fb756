import Detections
import PythonRuntime
import Synchronization

/// Threads that do independent pieces of work at once, each with a stack that nested calls of rules cannot exhaust.
package struct Workers: WorkSharing {
    /// Threads, at least one.
    package let count: Int

    /// As many threads as `count`; fewer than one is one.
    package init(_ count: Int) { self.count = max(1, count) }

    /// Pieces for which another thread is worth its start.
    private static let piecesPerThread = 4

    package func map<Element: Sendable>(_ count: Int, _ body: @Sendable (Int) -> Element) -> [Element] {
        map(count, with: {}) { (_: inout Void, index) in body(index) }
    }

    /// As ``map(_:_:)``, with something that each thread makes for itself and has in its hands for all of its pieces. What comes of a
    /// piece must not depend on the pieces before it.
    package func map<Tool: ~Copyable, Element: Sendable>(
        _ count: Int,
        with makeTool: @Sendable () -> Tool,
        _ body: @Sendable (inout Tool, Int) -> Element
    ) -> [Element] {
        let threads = min(self.count, (count + Self.piecesPerThread - 1) / Self.piecesPerThread)
        guard threads > 1 else {
            var tool = makeTool()
            var elements: [Element] = []
            for index in 0..<count { elements.append(body(&tool, index)) }
            return elements
        }
        let board = Board<Element>()
        NativeStack.run(threads: threads) { _ in
            var tool = makeTool()
            var done: [(index: Int, element: Element)] = []
            while true {
                // One at a time: some are a hundred times as long as others.
                let (index, _) = board.next.add(1, ordering: .relaxed)
                guard index < count else { break }
                done.append((index, body(&tool, index)))
            }
            board.results.withLock { $0 += done }
        }
        return board.results.withLock { $0 }.sorted { $0.index < $1.index }.map(\.element)
    }

    /// What the threads share.
    private final class Board<Element: Sendable>: Sendable {
        /// The first piece that nobody has taken.
        let next = Atomic(0)
        let results = Mutex<[(index: Int, element: Element)]>([])
    }
}
