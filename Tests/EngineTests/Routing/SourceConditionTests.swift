import Conditions
import Detections
import Diagnostics
import Engine
import Events
import TestSupport
import Testing

/// Rules of several logs, read through data models: on each log their conditions say what they say of that log, and no more.
@Suite struct SourceConditionTests {
    static let rules = [
        "def rule(event): return event.udm('kind') == 'login'",
        "def rule(event): return event.udm('actor') == 'root' and event.get('p_log_type') != 'B.Log'",
        "def rule(event): return event.get('p_log_type') in ('A.Log', 'C.Log') and event['n'] == 1",
        "def rule(event): return event.get('p_log_type').startswith('B') and event.udm('actor') == 'root'",
        // A name that it keeps, in one log only.
        "SEEN = []\ndef rule(event):\n    if event.udm('kind') != 'login':\n        return False\n    SEEN.append(1)\n"
            + "    return len(SEEN) % 2 == 0",
    ]

    /// Each log has its own names: by a path, and by a method with a choice in it.
    static let models = [
        (logType: "A.Log", name: "a", path: "user"), (logType: "B.Log", name: "b", path: "who.name"),
        (logType: "AWS.CloudTrail", name: "c", path: "userIdentity.type"),
    ]

    static func module(_ name: String) -> Helper.Module {
        let body = """
            def get_kind(event):
                if event.get('\(name)_action') == 'signin':
                    return 'login' if event.get('ok') else 'failure'
                return None
            """
        return Helper.Module(path: "\(name).py", source: Source(path: "\(name).py", text: body))
    }

    static let pack: DetectionPack = {
        var pack = DetectionPack()
        pack.dataModels = models.map { model in
            DataModel(
                id: "Model.\(model.logType)",
                displayName: nil,
                isEnabled: true,
                logTypes: [model.logType],
                module: module(model.name),
                mappings: [
                    .init(name: "kind", target: .method("get_kind"), span: Span(0, 0)),
                    .init(name: "actor", target: .path(model.path), span: Span(0, 0)),
                ],
                source: Source(path: "\(model.name).yml", text: ""),
                idSpan: Span(0, 0)
            )
        }
        pack.detections = rules.enumerated().map { number, body in
            var rule = OneRule(body, id: "Rule.\(number)").detection
            rule.logSources = models.map(\.logType) + ["C.Log", "5"]
            return rule
        }
        return pack
    }()

    static func scan(_ events: [String], logType: String, routes: Bool) -> (lines: [String], evaluations: Int) {
        var compiled = CompiledPack(pack)
        if routes { compiled.findConditions() }
        var options = ScanOptions()
        options.routes = routes
        options.logType = logType
        var scanner = Scanner(compiled, options: options, wallClock: { 1_700_000_000 })
        var lines: [String] = []
        for (record, event) in events.enumerated() {
            try? scanner.scan(event: event, record: record) { match in
                lines.append(String(decoding: match.json(pack.detections[match.detection].id), as: UTF8.self))
            }
        }
        return (lines, scanner.counters.evaluations.reduce(0, +))
    }

    /// Events of all logs in turn, and some that say their log in another way or not at all.
    static let events: [String] = {
        var random = Seeded(11)
        let types = [
            "\"A.Log\"", "\"B.Log\"", "\"C.Log\"", "\"AWS.CloudTrail\"", "\"A.L\\u006fg\"", "5", "null", "[]",
            "\"Other\"", "",
        ]
        return (0..<1_500).map { _ in
            var members: [String] = []
            let type = types[random.below(types.count)]
            if !type.isEmpty { members.append("\"p_log_type\":\(type)") }
            for name in ["a", "b", "c"] where random.below(2) == 0 {
                members.append("\"\(name)_action\":\"\(["signin", "signout"][random.below(2)])\"")
            }
            if random.below(2) == 0 { members.append("\"ok\":true") }
            if random.below(2) == 0 { members.append("\"n\":\(random.below(2))") }
            let actor = ["\"root\"", "\"user\"", "null", "1"][random.below(4)]
            members.append(
                ["\"user\":\(actor)", "\"who\":{\"name\":\(actor)}", "\"userIdentity\":{\"type\":\(actor)}"][
                    random.below(3)
                ]
            )
            return "{\(members.joined(separator: ","))}"
        }
    }()

    @Test(
        "the same findings, errors and state, whatever the log is taken for",
        arguments: ["AWS.CloudTrail", "A.Log", "C.Log", "5"]
    )
    func equality(logType: String) {
        let routed = Self.scan(Self.events, logType: logType, routes: true)
        let plain = Self.scan(Self.events, logType: logType, routes: false)
        #expect(routed.lines == plain.lines)
        #expect(routed.lines.count > 100)
        #expect(routed.evaluations < plain.evaluations * 3 / 4)
    }

    @Test("an event that does not name its log is of the log it is taken for", arguments: ["AWS.CloudTrail", "A.Log"])
    func logType(name: String) throws {
        var rule = OneRule("def rule(event): return event.get('p_log_type') == '\(name)'")
        rule.detection.logSources = [name]
        var options = ScanOptions()
        options.logType = name
        #expect(try rule.scan("{}", options: options).count == 1)
    }
}
