import Events

/// What Panther's standard fields cost on top of parsing, with and without the lists of indicators.
enum FieldsBenchmark {
    @Sendable static func run(_ lines: borrowing Lines) {
        measure(lines, name: "parse only", adds: false, indicators: false)
        measure(lines, name: "parse, fields without indicators", adds: true, indicators: false)
        measure(lines, name: "parse, all fields", adds: true, indicators: true)
    }

    private static func measure(_ lines: borrowing Lines, name: String, adds: Bool, indicators: Bool) {
        var table = KeyTable()
        var fields = StandardFields(in: &table)
        fields.addsIndicators = indicators
        var tape = Tape(keys: table)
        let context = StandardFields.Context(parseTime: EventTime(microseconds: 0), rowID: "row")
        lines.measure(name) {
            var checksum: UInt64 = 0
            for range in lines.ranges {
                guard (try? tape.parse(lines.line(range))) != nil else { continue }
                if adds { _ = try? fields.add(to: &tape, context) }
                checksum &+= UInt64(tape.view.nodeCount)
            }
            return checksum
        }
    }
}
