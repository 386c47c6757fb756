import Detections
import Engine

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

    /// A match as a line of output.
    func line(_ match: ScanMatch) -> String {
        String(decoding: match.json(detections[match.detection].id), as: UTF8.self)
    }
}
