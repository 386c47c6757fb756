import Detections
import Engine
import Events

extension DetectionPack {
    /// What a scan of events finds, routed by conditions or with all code run, and the pack that it ran.
    func scan(_ events: [String], routes: Bool) throws -> (matches: [ScanMatch], compiled: CompiledPack) {
        var compiled = CompiledPack(self)
        if routes { compiled.findConditions() }
        var options = ScanOptions()
        options.routes = routes
        var scanner = Scanner(compiled, options: options, wallClock: { 1_700_000_000 })
        var matches: [ScanMatch] = []
        for (record, event) in events.enumerated() {
            try scanner.scan(event: event, record: record) { matches.append($0) }
        }
        return (matches, compiled)
    }

    /// The lines of what a scan of events finds, routed by conditions and with all code run.
    func routedAndPlain(_ events: [String]) throws -> (routed: [String], plain: [String]) {
        (try scan(events, routes: true).matches.map(line), try scan(events, routes: false).matches.map(line))
    }

    /// The lines of what a scan of events finds, written from the events where that can be; and how many of them were.
    func lines(_ events: [String]) throws -> (lines: [String], writtenCount: Int) {
        var compiled = CompiledPack(self)
        compiled.findConditions()
        var scanner = Scanner(compiled, options: ScanOptions(), wallClock: { 1_700_000_000 })
        scanner.prepareLines()
        var found = FoundMatches(writesLines: true)
        var lines: [String] = []
        var writtenCount = 0
        for (record, event) in events.enumerated() {
            let bytes = Array(event.utf8) + [UInt8](repeating: 0, count: Tape.paddingByteCount)
            try bytes.withUnsafeBytes { buffer in
                _ = try scanner.begin(UnsafeRawBufferPointer(rebasing: buffer.dropLast(Tape.paddingByteCount)))
                for rule in scanner.candidates {
                    _ = scanner.evaluate(rule, record: record, into: &found)
                    if let line = found.line {
                        lines.append(String(decoding: found.lines.bytes[line].dropLast(), as: UTF8.self))
                        writtenCount += 1
                    }
                    lines += found.matches.map(self.line)
                    found.clear()
                }
            }
        }
        return (lines, writtenCount)
    }

    /// A match as a line of output.
    func line(_ match: ScanMatch) -> String {
        String(decoding: match.json(detections[match.detection].id), as: UTF8.self)
    }
}
