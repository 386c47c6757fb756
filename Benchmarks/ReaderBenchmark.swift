import Events
import Pipeline

/// From a file on disk to parsed events: reading, framing and parsing, a batch at a time.
enum ReaderBenchmark {
    @Sendable static func run(_ lines: borrowing Lines) {
        let inputs = [InputPath.file(lines.path)]
        lines.measure("read and frame") {
            var reader = EventReader(inputs)
            var batch = EventBatch()
            var count: UInt64 = 0
            while batch.fill(from: &reader) { count += UInt64(batch.items.count) }
            return count
        }
        var tape = Tape()
        lines.measure("read, frame and parse") {
            var reader = EventReader(inputs)
            var batch = EventBatch()
            var count: UInt64 = 0
            while batch.fill(from: &reader) {
                batch.forEach { entry in
                    guard case .event(_, let bytes) = entry, (try? tape.parse(bytes)) != nil else { return }
                    count &+= UInt64(tape.view.nodeCount)
                }
            }
            return count
        }
    }
}
