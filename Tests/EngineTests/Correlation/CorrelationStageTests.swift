import Detections
import Diagnostics
import Documents
import Engine
import Events
import Testing

/// Correlation rules behind a scan.
@Suite struct CorrelationStageTests {
    static func rule(_ id: String, _ value: String) throws -> Detection {
        var rule = OneRule("", id: id).detection
        rule.body = .conditions(try YAMLText.node("[{Key: k, Condition: Equals, Value: \(value)}]"))
        return rule
    }

    static func correlation(_ id: String, _ text: String) throws -> Detection {
        let written = try YAMLText.node(text)
        let body = Detection.Body.correlation(written)
        return Detection(id: id, kind: .correlation, body: body, source: written.source, idSpan: Span(0, 0))
    }

    static func pack(_ correlations: Detection...) throws -> DetectionPack {
        var pack = DetectionPack()
        pack.detections = [try rule("A", "a"), try rule("B", "b")] + correlations
        return pack
    }

    /// What correlation rules find in events of `k`, `user` and minutes: detection, record, minute of evaluation.
    static func run(
        _ pack: DetectionPack,
        _ events: [(key: String, user: String, minute: Int)],
        limits: CorrelationLimits = CorrelationLimits()
    ) throws -> [String] {
        let compiled = CompiledPack(pack)
        var scanner = Scanner(compiled, options: ScanOptions(), wallClock: { 0 })
        var stage = CorrelationStage(compiled, limits: limits) { pack.detections[$0].kind == .rule }
        scanner.prepare(for: stage, WindowStage(compiled, after: stage) { _ in true })
        var found: [ScanMatch] = []
        for (record, event) in events.enumerated() {
            let time = EventTime(microseconds: Int64(event.minute) * 60_000_000).isoText
            let text =
                #"{"p_log_type":"AWS.CloudTrail","k":"\#(event.key)","user":"\#(event.user)","p_event_time":"\#(time)"}"#
            try scanner.scan(event: text, record: record) { found += stage.receive($0) }
        }
        found += stage.finish()
        return found.map { match in
            let minute = match.eventTime.microseconds / 60_000_000
            if case .error(let error) = match.verdict { return "\(error.type) @\(minute)" }
            return "\(pack.detections[match.detection].id) \(match.record) @\(minute)"
        }
    }

    static let steps = "Group: [{ID: A, RuleID: A}, {ID: B, RuleID: B}]"
    static let user = "MatchCriteria: {who: [{GroupID: A, Match: user}, {GroupID: B, Match: user}]}"

    static func detection(_ rate: Int, _ lookback: Int) throws -> Detection {
        try correlation(
            "C",
            "[{\(steps), \(user), LookbackWindowMinutes: \(lookback), Schedule: {RateMinutes: \(rate), TimeoutMinutes: 1}}]"
        )
    }

    @Test("rules are evaluated at multiples of their rate, and at the end")
    func schedule() throws {
        let pack = try Self.pack(try Self.detection(10, 30))
        #expect(try Self.run(pack, [("a", "u", 1), ("b", "u", 2), ("a", "v", 25)]) == ["C 1 @10"])
        #expect(try Self.run(pack, [("a", "u", 1), ("b", "u", 2)]) == ["C 1 @2"])
        #expect(try Self.run(pack, [("a", "u", 1), ("b", "v", 2)]).isEmpty)
        #expect(try Self.run(pack, [("a", "u", 1), ("b", "u", 40)]).isEmpty)
        // At the moment of an evaluation itself.
        #expect(try Self.run(pack, [("a", "u", 1), ("b", "u", 10), ("a", "v", 11)]) == ["C 1 @10"])
    }

    @Test("what was found is found again only with a newer match")
    func overlap() throws {
        let pack = try Self.pack(try Self.detection(10, 60))
        let events = [("a", "u", 1), ("b", "u", 2), ("x", "", 3), ("a", "v", 25), ("b", "u", 31), ("a", "v", 200)]
        #expect(try Self.run(pack, events.map { ($0.0, $0.1, $0.2) }) == ["C 1 @10", "C 4 @40"])
    }

    @Test("events out of order are correlated by their times")
    func disorder() throws {
        let pack = try Self.pack(
            try Self.correlation(
                "C",
                "[{Sequence: [{ID: A, RuleID: A}, {ID: B, RuleID: B}], Schedule: {RateMinutes: 10, TimeoutMinutes: 1}}]"
            )
        )
        #expect(try Self.run(pack, [("b", "u", 5), ("a", "u", 4)]) == ["C 0 @5"])
        #expect(try Self.run(pack, [("b", "u", 4), ("a", "u", 5)]).isEmpty)
    }

    @Test("what passes a limit is an error of the rule, once for each evaluation")
    func limits() throws {
        let pack = try Self.pack(try Self.detection(10, 30))
        let events = [("a", "u", 1), ("a", "u", 2), ("a", "u", 3), ("a", "u", 4), ("b", "u", 5)]
        let found = try Self.run(pack, events.map { ($0.0, $0.1, $0.2) }, limits: CorrelationLimits(rowsMax: 2))
        #expect(found == ["BudgetExceeded @3", "C 4 @5"])
        #expect(try Self.run(pack, [("a", "u", 1)], limits: CorrelationLimits(workMax: 0)) == ["BudgetExceeded @1"])
    }

    @Test("rules that cannot be run say why")
    func unrun() throws {
        var disabled = try Self.detection(10, 30)
        disabled.isEnabled = false
        let pack = try Self.pack(
            disabled,
            try Self.correlation("D", "[{Group: [{RuleID: A}, {RuleID: Z}]}]"),
            try Self.correlation("E", "[{Group: [{RuleID: A}, {RuleID: Z, Absence: true}]}]"),
            try Self.correlation("F", "[{Group: []}]")
        )
        let stage = CorrelationStage(CompiledPack(pack)) { pack.detections[$0].kind == .rule }
        #expect(stage.unrun.map(\.detection) == [2, 3, 5])
        #expect(stage.unrun.map(\.reason.keyword) == ["disabled", "step", "failed"])
        #expect(stage.ruleCount == 1)
        let all = CorrelationStage(CompiledPack(pack), includesDisabled: true) { pack.detections[$0].kind == .rule }
        #expect(all.ruleCount == 2)
    }
}
