import Events
import Pipeline

/// From a file on disk to parsed events: reading, framing and parsing, and the copy that a worker's batch costs.
enum ReaderBenchmark {
    @Sendable static func run(_ lines: borrowing Lines) {
        let inputs = [InputPath.file(lines.path)]
        lines.measure("read and frame") {
            var reader = EventReader(inputs)
            var count: UInt64 = 0
            while let item = reader.next() { if case .event = item { count += 1 } }
            return count
        }
        lines.measure("read, frame and batch") {
            var reader = EventReader(inputs)
            var batch = EventBatch()
            var count: UInt64 = 0
            while batch.fill(from: &reader) { count += UInt64(batch.items.count) }
            return count
        }
        var tape = Tape()
        lines.measure("read, frame and parse") {
            var reader = EventReader(inputs)
            var count: UInt64 = 0
            while let item = reader.next() {
                if case .event(let event) = item, (try? tape.parse(event.bytes)) != nil {
                    count &+= UInt64(tape.view.nodeCount)
                }
            }
            return count
        }
    }
}
