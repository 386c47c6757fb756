import Detections
import Diagnostics
import Engine
import Events

/// A pack of one rule, run on events as a scan runs it.
struct OneRule {
    var detection: Detection
    /// Tables that enrich the events.
    var tables: [LookupTable] = []
    /// Modules of the pack by name.
    var helpers: [String: String] = [:]
    /// Where other modules come from.
    var modulePath: ModulePath?

    /// A rule of this Python text, on CloudTrail.
    init(_ body: String, id: String = "Test.Rule") {
        let source = Source(path: "rule.py", bytes: Array(body.utf8))
        detection = Detection(
            id: id,
            kind: .rule,
            body: .python(path: "rule.py", source),
            source: source,
            idSpan: Span(0, 0)
        )
        detection.severity = .medium
        detection.logSources = ["AWS.CloudTrail"]
    }

    var pack: DetectionPack {
        var pack = DetectionPack()
        pack.detections = [detection]
        pack.lookupTables = tables
        for (name, text) in helpers.sorted(by: { $0.key < $1.key }) {
            let source = Source(path: name + ".py", text: text)
            pack.helpers.append(
                Helper(
                    id: name,
                    module: Helper.Module(path: source.path, source: source),
                    description: nil,
                    tags: [],
                    source: source,
                    idSpan: Span(0, 0)
                )
            )
        }
        return pack
    }

    /// What it says of each event.
    func scan(_ events: String..., options: ScanOptions = ScanOptions()) throws -> [ScanMatch] {
        var scanner = Scanner(
            CompiledPack(pack, modulePath: modulePath),
            options: options,
            wallClock: { 1_700_000_000 }
        )
        var matches: [ScanMatch] = []
        for (record, event) in events.enumerated() {
            try scanner.scan(event: event, record: record) { matches.append($0) }
        }
        return matches
    }

    /// The content of its only match on one event; nil if it does not match.
    func content(_ event: String = "{}") throws -> MatchContent? {
        guard case .match(let content) = try scan(event).first?.verdict else { return nil }
        return content
    }

    /// Runs its tests.
    func test(_ tests: [UnitTest], options: TestOptions = TestOptions()) -> [TestOutcome] {
        var rule = self
        rule.detection.tests = tests
        var runner = UnitTestRunner(
            CompiledPack(rule.pack),
            options: options,
            clock: EngineClock(seconds: 1_700_000_000)
        )
        return runner.run(0).tests
    }
}
