import Detections
import Diagnostics
import Engine
import Events
import Synchronization
import Testing

@testable import Pipeline

/// One worker and many give the same as all rules one after the other on each event, whatever state they keep.
@Suite struct ScanPipelineTests {
    static let helper = """
        SEEN = {}
        def times(key):
            SEEN[key] = SEEN.get(key, 0) + 1
            return SEEN[key]
        """

    /// Rules without state, with state of their own, with state they share; some come to it late.
    static let rules = [
        "def rule(event): return event.get('n', 0) % 7 == 0\ndef title(event): return f\"seven {event.get('n')}\"",
        "LAST = None\ndef rule(event):\n    global LAST\n    LAST = event.get('n')\n    return LAST % 11 == 0\n"
            + "def title(event): return f'last {LAST}'",
        "from panther_detection_helpers.caching import increment_counter\n"
            + "def rule(event):\n    return event.get('user') == 'u3' and increment_counter('u3') % 5 == 0\n",
        "SEEN = []\ndef rule(event):\n    if event.get('n') > 900 and event.get('user') == 'u1':\n"
            + "        SEEN.append(event.get('n'))\n    return len(SEEN) % 3 == 2\ndef title(event): return str(len(SEEN))",
        "def rule(event): return event['missing'] if event.get('n') % 50 == 49 else False",
    ]
    static let sharing = [
        "from helper import times\ndef rule(event): return event.get('n') > 1500 and times(event.get('user')) % 10 == 0\n"
            + "def title(event): return event.get('user')",
        "import helper\ndef rule(event): return event.get('n') % 100 == 0 and bool(helper.SEEN)\n"
            + "def title(event): return str(sorted(helper.SEEN.items()))",
    ]

    static func pack(_ bodies: [String]) -> DetectionPack {
        var pack = DetectionPack()
        pack.detections = bodies.enumerated().map { index, body in
            let source = Source(path: "rule\(index).py", bytes: Array(body.utf8))
            var detection = Detection(
                id: "Rule.\(index)",
                kind: .rule,
                body: .python(path: source.path, source),
                source: source,
                idSpan: Span(0, 0)
            )
            detection.severity = .low
            detection.logSources = ["AWS.CloudTrail"]
            return detection
        }
        let source = Source(path: "helper.py", bytes: Array(helper.utf8))
        pack.helpers = [
            Helper(
                id: "helper",
                module: Helper.Module(path: "helper.py", source: source),
                description: nil,
                tags: [],
                source: source,
                idSpan: Span(0, 0)
            )
        ]
        return pack
    }

    /// Events of several batches; some are no JSON, some no objects.
    static let events: [String] = (0..<3_000).map { number in
        if number % 500 == 13 { return "{\"n\": " }
        if number % 500 == 14 { return "[\(number)]" }
        let padding = String(repeating: "x", count: 1_500)
        return "{\"n\": \(number), \"user\": \"u\(number * 7 % 5)\", \"padding\": \"\(padding)\"}"
    }

    /// What a plain scan gives, event by event.
    static func expected(_ pack: DetectionPack) -> [String] {
        var scanner = Scanner(CompiledPack(pack), options: options, wallClock: { 1_700_000_000 })
        var lines: [String] = []
        for (record, event) in events.enumerated() {
            let bytes = Array(event.utf8) + [UInt8](repeating: 0, count: Tape.paddingByteCount)
            bytes.withUnsafeBytes { buffer in
                let text = UnsafeRawBufferPointer(rebasing: buffer.dropLast(Tape.paddingByteCount))
                let isEvent = try? scanner.scan(text, record: record) { match in
                    lines.append(String(decoding: match.json(pack.detections[match.detection].id), as: UTF8.self))
                }
                if isEvent != true { lines.append("fault \(record)") }
            }
        }
        return lines
    }

    static let options: ScanOptions = {
        var options = ScanOptions()
        options.startTime = 1_700_000_000
        return options
    }()

    static func pipeline(
        _ pack: DetectionPack,
        _ path: String,
        _ purpose: ScanFinding.Purpose,
        workers: Int,
        stop: StopSignal = StopSignal()
    ) -> ScanPipeline {
        ScanPipeline(
            CompiledPack(pack),
            options: options,
            purpose: purpose,
            inputs: [.file(path)],
            limits: InputLimits(),
            workers: workers,
            stop: stop,
            wallClock: { 1_700_000_000 }
        )
    }

    static func found(_ pack: DetectionPack, _ path: String, workers: Int) -> [String] {
        let pipeline = Self.pipeline(pack, path, .matches, workers: workers)
        let taken = Mutex<[(record: Int, line: String)]>([])
        let outcome = pipeline.run { _ in
            ScanPipeline.Correlations()
        } consume: { result in
            var lines: [(record: Int, line: String)] = []
            for fault in result.faults {
                let record = result.batch.items[fault.item].record
                lines.append((record, "fault \(record)"))
            }
            for finding in result.findings {
                guard case .line(let place) = finding.product else { continue }
                lines.append(
                    (
                        result.batch.items[finding.item].record,
                        String(decoding: result.lines[place].dropLast(), as: UTF8.self)
                    )
                )
            }
            taken.withLock { [lines] in $0 += lines }
            return true
        }
        let lines = taken.withLock { $0 }
        guard case .scanned = outcome else { return ["\(outcome)"] }
        // Faults and findings of a batch are told apart; an event has one or the other.
        let records = lines.map(\.record)
        return zip(records.indices, records).sorted { ($0.1, $0.0) < ($1.1, $1.0) }.map { lines[$0.0].line }
    }

    @Test("as all rules one after the other", arguments: [1, 2, 3, 5]) func equality(workers: Int) throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("events", Self.events.joined(separator: "\n").utf8)
        for bodies in [Self.rules, Self.rules + Self.sharing, Self.sharing + Self.rules] {
            let pack = Self.pack(bodies)
            let expected = Self.expected(pack)
            #expect(expected.count > 1_000)
            let found = Self.found(pack, path, workers: workers)
            #expect(found == expected)
        }
    }

    @Test("findings of one event come in the order of the pack") func order() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("events", Self.events.prefix(1_200).joined(separator: "\n").utf8)
        let always = "def rule(event): return True"
        let stateful = "X = []\ndef rule(event):\n    X.append(1)\n    return True"
        let found = Self.found(Self.pack([always, stateful, always, stateful]), path, workers: 3)
        let rules = found.filter { !$0.hasPrefix("fault") }.map { $0.split(separator: "\"")[5] }
        #expect(rules.count == 4 * (1_200 - 6))
        #expect(rules.enumerated().allSatisfy { $0.element == "Rule.\($0.offset % 4)" })
    }

    @Test("who is told of the rules may want no scan", arguments: [1, 3]) func refusal(workers: Int) throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("events", Self.events.joined(separator: "\n").utf8)
        let pipeline = Self.pipeline(Self.pack(Self.rules), path, .alerts, workers: workers)
        var ruleCount = 0
        let batches = Atomic(0)
        let outcome = pipeline.run { rules in
            ruleCount = rules.count
            return nil
        } consume: { _ in
            batches.add(1, ordering: .relaxed)
            return true
        }
        guard case .refused = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(ruleCount == Self.rules.count)
        #expect(batches.load(ordering: .relaxed) == 0)
    }

    @Test("a stop signal ends the input") func stop() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("events", Self.events.joined(separator: "\n").utf8)
        for workers in [1, 3] {
            let stop = StopSignal()
            let pipeline = Self.pipeline(Self.pack(Self.rules), path, .alerts, workers: workers, stop: stop)
            let batches = Atomic(0)
            _ = pipeline.run { _ in
                ScanPipeline.Correlations()
            } consume: { _ in
                batches.add(1, ordering: .relaxed)
                stop.raise()
                return true
            }
            // What was read before is scanned to its end.
            #expect((1...workers * OrderedPipeline.loadsPerWorker).contains(batches.load(ordering: .relaxed)))
        }
    }
}
