import Conditions
import Detections
import Diagnostics
import Events
import Testing

@testable import Engine

/// Correlations as windows on event time.
@Suite("Windows") struct WindowTests {
    typealias Member = WindowedCorrelation.Member

    struct Row: CustomTestStringConvertible, Sendable {
        var name: String
        var measure: WindowedCorrelation.Measure
        var bounds: [WindowedCorrelation.Bound]
        /// Seconds, member, value of the field, group.
        var matches: [(Int64, Int, String, String)]
        /// When, for which group and with what measure it is found; windows last ten seconds.
        var found: [(Int64, String, Double)]
        var testDescription: String { name }
    }

    private static func three(_ times: [Int64]) -> [(Int64, Int, String, String)] { times.map { ($0, 0, "1", "g") } }

    static let rows: [Row] = [
        Row(
            name: "enough in the window",
            measure: .count,
            bounds: [.init(.greaterOrEqual, 3)],
            matches: three([1, 5, 11]),
            found: [(11, "g", 3)]
        ),
        Row(
            name: "one second too late",
            measure: .count,
            bounds: [.init(.greaterOrEqual, 3)],
            matches: three([1, 5, 12]),
            found: []
        ),
        Row(
            name: "gt is more than",
            measure: .count,
            bounds: [.init(.greater, 2)],
            matches: three([1, 2, 3]),
            found: [(3, "g", 3)]
        ),
        Row(
            name: "found once, and again when it goes on for a window",
            measure: .count,
            bounds: [.init(.greaterOrEqual, 2)],
            matches: three([0, 1, 2, 5, 10, 11, 12]),
            found: [(1, "g", 2), (11, "g", 5)]
        ),
        Row(
            name: "found again after it has ended",
            measure: .count,
            bounds: [.init(.greaterOrEqual, 2)],
            matches: three([0, 1, 100, 101]),
            found: [(1, "g", 2), (101, "g", 2)]
        ),
        Row(
            name: "groups apart",
            measure: .count,
            bounds: [.init(.greaterOrEqual, 2)],
            matches: [(0, 0, "", "a"), (1, 0, "", "b"), (2, 0, "", "a")],
            found: [(2, "a", 2)]
        ),
        Row(
            name: "late, but within the window",
            measure: .count,
            bounds: [.init(.greaterOrEqual, 3)],
            matches: three([5, 9, 3]),
            found: [(3, "g", 3)]
        ),
        Row(
            name: "too late for any window",
            measure: .count,
            bounds: [.init(.greaterOrEqual, 2)],
            matches: three([50, 3, 4]),
            found: []
        ),
        Row(
            name: "different values",
            measure: .distinct,
            bounds: [.init(.greaterOrEqual, 2)],
            matches: [(0, 0, "x", "g"), (1, 0, "x", "g"), (2, 0, "y", "g")],
            found: [(2, "g", 2)]
        ),
        Row(
            name: "all members in any order",
            measure: .members,
            bounds: [],
            matches: [(0, 1, "", "g"), (1, 1, "", "g"), (2, 0, "", "g")],
            found: [(2, "g", 2)]
        ),
        Row(
            name: "one of the members is enough",
            measure: .members,
            bounds: [.init(.greaterOrEqual, 1)],
            matches: [(0, 1, "", "g")],
            found: [(0, "g", 1)]
        ),
        Row(
            name: "in order",
            measure: .membersInOrder,
            bounds: [],
            matches: [(0, 0, "", "g"), (1, 1, "", "g")],
            found: [(1, "g", 2)]
        ),
        Row(
            name: "not in order",
            measure: .membersInOrder,
            bounds: [],
            matches: [(0, 1, "", "g"), (1, 0, "", "g")],
            found: []
        ),
        Row(
            name: "one of an expression",
            measure: .expression(.any([.member(0), .member(1)])),
            bounds: [.init(.greaterOrEqual, 1)],
            matches: [(0, 1, "", "g"), (1, 0, "", "g")],
            found: [(0, "g", 1)]
        ),
        Row(
            name: "all of an expression",
            measure: .expression(.all([.member(0), .member(1)])),
            bounds: [.init(.greaterOrEqual, 1)],
            matches: [(0, 1, "", "g"), (1, 1, "", "g"), (2, 0, "", "g"), (3, 0, "", "h")],
            found: [(2, "g", 1)]
        ),
        // What must not be is known when the window has passed.
        Row(
            name: "one without the other",
            measure: .expression(.all([.member(0), .not(.member(1))])),
            bounds: [.init(.greaterOrEqual, 1)],
            matches: [(0, 0, "", "g"), (20, 0, "", "g"), (30, 1, "", "g"), (50, 1, "", "g")],
            found: [(0, "g", 1)]
        ),
        Row(
            name: "a sum",
            measure: .sum,
            bounds: [.init(.greater, 10)],
            matches: [(0, 0, "4.5", "g"), (1, 0, "x", "g"), (2, 0, "6", "g")],
            found: [(2, "g", 10.5)]
        ),
        // What more matches may undo is asked when the window has passed.
        Row(
            name: "few",
            measure: .count,
            bounds: [.init(.less, 3)],
            matches: three([0, 1, 30]),
            found: [(1, "g", 2), (30, "g", 1)]
        ),
        Row(name: "not so few", measure: .count, bounds: [.init(.less, 3)], matches: three([0, 1, 2]), found: []),
        Row(
            name: "a range",
            measure: .count,
            bounds: [.init(.greater, 1), .init(.lessOrEqual, 2)],
            matches: three([0, 1, 20, 21, 22]),
            found: [(1, "g", 2)]
        ),
        Row(
            name: "an average",
            measure: .average,
            bounds: [.init(.greaterOrEqual, 2)],
            matches: [(0, 0, "1", "g"), (1, 0, "3", "g")],
            found: [(1, "g", 2)]
        ),
        Row(
            name: "the median",
            measure: .percentile(50),
            bounds: [.init(.equal, 2)],
            matches: [(0, 0, "9", "g"), (1, 0, "1", "g"), (2, 0, "2", "g")],
            found: [(2, "g", 2)]
        ),
        Row(
            name: "nothing to measure",
            measure: .average,
            bounds: [.init(.less, 9)],
            matches: [(0, 0, "x", "g")],
            found: []
        ),
    ]

    @Test("find", arguments: rows)
    func find(_ row: Row) throws {
        let correlation = WindowedCorrelation(
            members: [Member(detection: "a"), Member(detection: "b")],
            measure: row.measure,
            bounds: row.bounds,
            windowMicroseconds: 10_000_000
        )
        var machine = WindowStateMachine(correlation)
        var found: [WindowStateMachine.Found] = []
        for (number, (second, member, value, group)) in row.matches.enumerated() {
            let match = WindowStateMachine.Row(
                time: second * 1_000_000,
                number: number,
                member: member,
                values: value.isEmpty ? [] : [Array(value.utf8)]
            )
            found += try machine.receive(match, of: [Array(group.utf8)])
        }
        found += machine.finish()
        let told = found.map { one in
            "\(one.row.time / 1_000_000) \(String(decoding: one.key[0], as: UTF8.self)) \(one.measure)"
        }
        #expect(told == row.found.map { "\($0.0) \($0.1) \($0.2)" })
    }

    @Test("limits, at them and past them") func limits() throws {
        var limits = WindowLimits()
        limits.groupsMax = 2
        limits.rowsMax = 2
        let correlation = WindowedCorrelation(
            members: [Member(detection: "a")],
            measure: .count,
            bounds: [.init(.greater, 100)],
            windowMicroseconds: 10
        )
        var machine = WindowStateMachine(correlation, limits: limits)
        func take(_ group: UInt8, _ time: Int64) throws(WindowFault) {
            _ = try machine.receive(.init(time: time, number: 0, member: 0), of: [[group]])
        }
        try take(1, 0)
        try take(1, 1)
        #expect(throws: WindowFault.tooManyRows) { try take(1, 2) }
        try take(2, 2)
        #expect(throws: WindowFault.tooManyGroups) { try take(3, 3) }
        // Groups whose window has passed make room.
        try take(3, 20)
        #expect(throws: Never.self) { try take(4, 21) }
    }

    @Test("what is found when a window passes is told, if the match that comes then is refused") func refusal() throws {
        var limits = WindowLimits()
        limits.rowsMax = 2
        let correlation = WindowedCorrelation(
            members: [Member(detection: "a")],
            measure: .count,
            bounds: [.init(.less, 3)],
            windowMicroseconds: 10
        )
        var machine = WindowStateMachine(correlation, limits: limits)
        var found: [WindowStateMachine.Found] = []
        for (group, time) in [(1, 0), (2, 5), (2, 6)] as [(UInt8, Int64)] {
            found += try machine.receive(.init(time: time, number: 0, member: 0), of: [[group]])
        }
        #expect(found.isEmpty)
        #expect(throws: WindowFault.tooManyRows) {
            try machine.receive(.init(time: 11, number: 0, member: 0), of: [[2]])
        }
        found += try machine.receive(.init(time: 12, number: 0, member: 0), of: [[3]])
        #expect(found.map(\.key) == [[[1]]])
    }

    /// How many values two fields have in one event, and how many groups that makes.
    @Test(
        "an event is in as many groups as the limit, and not in more",
        arguments: [
            (1, WindowStage.keysMax, WindowStage.keysMax), (WindowStage.keysMax, 1, WindowStage.keysMax),
            (1, WindowStage.keysMax + 1, WindowStage.keysMax), (8, WindowStage.keysMax / 8, WindowStage.keysMax),
            (7, 9, 63), (9, WindowStage.keysMax / 8, WindowStage.keysMax), (0, 3, 0),
            // A field has room for all that an event says.
            (WindowStage.keysMax, 100_000, WindowStage.keysMax),
        ]
    )
    func groups(_ first: Int, _ second: Int, _ count: Int) {
        var stage = Self.stage([["rule"]], groupBy: [[.each("a")], [.each("b")]])
        var match = ScanMatch(
            record: 0,
            detection: 0,
            eventTime: EventTime(microseconds: 0),
            verdict: .match(
                MatchContent(of: Self.detection("rule", .rule, DetectionLogic(.constant(true), obstacle: nil)))
            )
        )
        match.correlationValues = [first, second].map { count in (0..<count).map { Array("\($0)".utf8) } }
        let found = stage.receive(match)
        #expect(found.count == count)
        #expect(found.allSatisfy { if case .match = $0.verdict { true } else { false } })
    }

    // MARK: Correlations of correlations

    /// A pack of one rule and correlations `0`, `1`, …, each with the members given.
    private static func stage(
        _ members: [[String]],
        groupBy: [[FieldReference]] = [[.each("user")]]
    ) -> WindowStage {
        var pack = DetectionPack()
        let rule = DetectionLogic(.constant(true), obstacle: nil)
        pack.detections = [detection("rule", .rule, rule)]
        for (index, members) in members.enumerated() {
            let windows = WindowedCorrelation(
                members: members.map { Member(detection: $0, groupBy: groupBy) },
                measure: .count,
                bounds: [.init(.greaterOrEqual, 1)],
                windowMicroseconds: 1
            )
            let logic = DetectionLogic(.constant(true), obstacle: nil, windows: windows)
            pack.detections.append(detection("\(index)", .correlation, logic))
        }
        let compiled = CompiledPack(pack)
        return WindowStage(compiled, after: CorrelationStage(compiled) { _ in true }) { $0 == 0 }
    }

    private static func detection(_ id: String, _ kind: Detection.Kind, _ logic: DetectionLogic) -> Detection {
        let source = Source(path: "\(id).yml", text: "")
        return Detection(id: id, kind: kind, body: .logic(logic), source: source, idSpan: Span(0, 0))
    }

    private static func reason(_ unrun: UnrunDetection) -> String {
        if case .step(let name) = unrun.reason { "\(unrun.detection - 1) lacks \(name)" } else { "" }
    }

    /// The members of each, and which are not run.
    static let nested: [(members: [[String]], unrun: [String])] = [
        ([["rule"]], []), ([["1", "rule"], ["rule"]], []), ([["nobody"]], ["0 lacks nobody"]),
        ([["rule", "1"], ["nobody"]], ["0 lacks 1", "1 lacks nobody"]), ([["0"]], ["0 lacks 0"]),
        ([["1"], ["rule", "0"]], ["0 lacks 1", "1 lacks 0"]),
        // As many within each other as the limit, and one more.
        ((1..<WindowStage.nestingMax).map { ["\($0)"] } + [["rule"]], []),
        ((1...WindowStage.nestingMax).map { ["\($0)"] } + [["rule"]], ["0 lacks 1"]),
        // Each looks many times at the next: nobody follows them all.
        ((1..<WindowStage.nestingMax).map { Array(repeating: "\($0)", count: 64) } + [["rule"]], []),
    ]

    @Test("correlations of correlations are run if all that they need is", arguments: nested)
    func nesting(_ row: (members: [[String]], unrun: [String])) {
        let stage = Self.stage(row.members)
        #expect(stage.unrun.map(Self.reason) == row.unrun)
        #expect(stage.ruleCount == row.members.count - row.unrun.count)
    }
}
