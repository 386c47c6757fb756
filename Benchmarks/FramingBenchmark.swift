import Events

/// How fast events are found: by lines, and by brackets as in CloudTrail's files.
enum FramingBenchmark {
    @Sendable static func run(_ lines: borrowing Lines) {
        var byLine = EventBuffer(capacity: lines.byteCount)
        var records = EventBuffer(capacity: lines.byteCount)
        append("{\"Records\":[", to: &records)
        for (number, range) in lines.ranges.enumerated() {
            if number > 0 { append(",", to: &records) }
            records.append(lines.line(range))
            byLine.append(lines.line(range))
            append("\n", to: &byLine)
        }
        append("]}", to: &records)
        measure(lines, name: "frame lines", byLine.bytes)
        measure(lines, name: "frame Records", records.bytes)
    }

    private static func append(_ text: String, to buffer: inout EventBuffer) {
        var text = text
        text.withUTF8 { buffer.append(UnsafeRawBufferPointer($0)) }
    }

    private static func measure(_ lines: borrowing Lines, name: String, _ bytes: UnsafeRawBufferPointer) {
        lines.measure(name) {
            var framer = Framer()
            var count: UInt64 = 0
            while case let step = framer.next(in: bytes, isLast: true), step != .end {
                if case .event = step { count += 1 }
            }
            return count
        }
    }
}
