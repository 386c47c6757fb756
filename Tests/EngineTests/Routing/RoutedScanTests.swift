import Conditions
import Detections
import Engine
import Events
import PythonRuntime
import TestSupport
import Testing

/// A scan with conditions finds what a scan without them finds.
@Suite struct RoutedScanTests {
    static let name = Leaf(.get("eventName"), .equals, ["Stop"])
    static let bodies: [(body: String, condition: Condition?)] = [
        ("def rule(event): return event.get('eventName') == 'Stop'", .leaf(name)),
        (
            "def rule(event): return event.get('eventName') == 'Stop' and event['user'] == 'root'",
            .all([.leaf(name), .leaf(Leaf(.required("user"), .equals, ["root"]))])
        ),
        // What a condition cannot say, its code has to.
        ("def rule(event): return hash(event.get('user')) % 3 == 0", .opaque(Opaque(.unsupported))),
        (
            "SEEN = []\ndef rule(event):\n    if event.get('eventName') != 'Stop':\n        return False\n    SEEN.append(1)\n"
                + "    return len(SEEN) % 2 == 0", .all([.leaf(name), .opaque(Opaque(.unsupported))])
        ),
        ("def rule(event): return event['user'].startswith('r')", nil),
    ]

    static func scan(_ events: [String], routes: Bool) throws -> (lines: [String], evaluations: Int) {
        var pack = DetectionPack()
        pack.detections = bodies.enumerated().map { OneRule($0.element.body, id: "Rule.\($0.offset)").detection }
        var compiled = CompiledPack(pack)
        for (index, row) in bodies.enumerated() { compiled.conditions[index] = row.condition }
        compiled.findClauses()
        var options = ScanOptions()
        options.routes = routes
        var scanner = Scanner(compiled, options: options, wallClock: { 1_700_000_000 })
        var lines: [String] = []
        for (record, event) in events.enumerated() {
            try scanner.scan(event: event, record: record) {
                lines.append(String(decoding: $0.json(pack.detections[$0.detection].id), as: UTF8.self))
            }
        }
        return (lines, scanner.counters.evaluations.reduce(0, +))
    }

    @Test("the same findings, errors and state") func equality() throws {
        var random = Seeded(7)
        let events = (0..<2_000).map { _ in
            let names = ["\"Stop\"", "\"Start\"", "null", "[]", "\"St\\u006fp\""]
            let users = ["\"root\"", "\"reader\"", "1", "null"]
            let user = random.below(5) == 0 ? "" : ",\"user\":\(users[random.below(users.count)])"
            return "{\"eventName\":\(names[random.below(names.count)])\(user)}"
        }
        let routed = try Self.scan(events, routes: true)
        let plain = try Self.scan(events, routes: false)
        #expect(routed.lines == plain.lines)
        #expect(plain.evaluations == events.count * Self.bodies.count)
        #expect(routed.evaluations < plain.evaluations * 3 / 4)
    }
}
