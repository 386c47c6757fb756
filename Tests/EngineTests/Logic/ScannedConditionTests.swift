import Conditions
import Detections
import Diagnostics
import Engine
import Events
import Testing

/// Rules that are conditions, in a scan: routed or not they match the same.
@Suite("Conditions as rules") struct ScannedConditionTests {
    /// So long that the machine does not number it.
    static let long = String(repeating: "n", count: 300)

    private static func detection(_ number: Int, _ condition: Condition) -> Detection {
        let source = Source(path: "\(number).yml", text: "")
        let logic = DetectionLogic(condition, obstacle: nil)
        var detection = Detection(
            id: "Rule.\(number)",
            kind: .rule,
            body: .logic(logic),
            source: source,
            idSpan: Span(0, 0)
        )
        detection.logSources = ["A.Log"]
        return detection
    }

    private static func leaf(_ name: String, _ value: String) -> Condition {
        .leaf(Leaf(.each(name), .equals, [.string(value)]))
    }

    static let rules: [Condition] = [
        leaf("a", "x"), .all([leaf(long, "x"), leaf("a", "x")]), .not(leaf(long, "x")),
        .all([leaf("a", "x"), .opaque(Opaque(.unsupported))]),
    ]

    static let rows: [(event: String, found: [String])] = [
        (#"{"p_log_type":"A.Log","a":"x"}"#, ["Rule.0", "Rule.2", "Rule.3 BudgetExceeded"]),
        (#"{"p_log_type":"A.Log","a":"y"}"#, ["Rule.2"]),
        (#"{"p_log_type":"A.Log","a":"x","\#(long)":"x"}"#, ["Rule.0", "Rule.1", "Rule.3 BudgetExceeded"]),
        // What a name is that stands at the number of the long one must not matter.
        (#"{"p_log_type":"A.Log","p_event_time":"x","p_parse_time":"x"}"#, ["Rule.2"]),
        (#"{"p_log_type":"B.Log","a":"x"}"#, []),
    ]

    @Test(arguments: rows, [true, false])
    func matches(_ row: (event: String, found: [String]), routes: Bool) throws {
        var pack = DetectionPack()
        pack.detections = Self.rules.enumerated().map { Self.detection($0.offset, $0.element) }
        // The second event finds what the first has left.
        let matches = try pack.scan([row.event, row.event], routes: routes).matches
        for record in 0..<2 {
            let found = matches.filter { $0.record == record }.map { match in
                let id = pack.detections[match.detection].id
                return if case .error(let error) = match.verdict { "\(id) \(error.type)" } else { id }
            }
            #expect(found == row.found)
        }
    }
}
