import Detections
import Diagnostics
import Documents
import Engine
import PantherFormat
import Testing

/// Correlation rules on the outputs that their tests give.
@Suite struct CorrelationTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var name: String
        var detection: String
        var outputs: String
        /// Nil for a test that cannot be run.
        var matches: Bool?
        var testDescription: String { name }
    }

    static func group(_ steps: String, _ more: String = "") -> String {
        "[{Group: [\(steps)], Schedule: {RateMinutes: 5, TimeoutMinutes: 1}, LookbackWindowMinutes: 60\(more)}]"
    }

    static func sequence(_ steps: String, _ transitions: String = "") -> String {
        "[{Sequence: [\(steps)], Transitions: [\(transitions)], Schedule: {RateMinutes: 5, TimeoutMinutes: 1}, "
            + "LookbackWindowMinutes: 60}]"
    }

    static let ab = "{ID: A, RuleID: a}, {ID: B, RuleID: b}"
    static let user = ", MatchCriteria: {who: [{GroupID: A, Match: user}, {GroupID: B, Match: actor}]}"
    static let follow = "{From: A, To: B, WithinTimeFrameMinutes: 10, Match: [{On: user}]}"

    static let cases: [Case] = [
        Case(
            name: "both",
            detection: group(ab),
            outputs: "[{ID: A, Matches: {x: {y: [0]}}}, {ID: B, Matches: {x: {z: [60]}}}]",
            matches: true
        ),
        Case(
            name: "past the window",
            detection: group(ab),
            outputs: "[{ID: A, Matches: {x: {y: [0]}}}, {ID: B, Matches: {x: {y: [61]}}}]",
            matches: false
        ),
        Case(name: "one of two", detection: group(ab), outputs: "[{ID: A, Matches: {x: {y: [0]}}}]", matches: false),
        Case(
            name: "one of two is enough",
            detection: group(ab, ", MinMatchCount: 1"),
            outputs: "[{ID: A, Matches: {x: {y: [0]}}}]",
            matches: true
        ),
        Case(name: "nothing", detection: group(ab), outputs: "[]", matches: false),
        Case(name: "without times", detection: group(ab), outputs: "[{ID: A}, {ID: B}]", matches: true),
        Case(
            name: "without times beside one with",
            detection: group(ab),
            outputs: "[{ID: A}, {ID: B, Matches: {x: {y: ['2024-06-01T10:00:01Z']}}}]",
            matches: true
        ),
        Case(
            name: "a value in common",
            detection: group(ab, user),
            outputs: "[{ID: A, Matches: {user: {u: [5]}}}, {ID: B, Matches: {actor: {u: [0]}}}]",
            matches: true
        ),
        Case(
            name: "no value in common",
            detection: group(ab, user),
            outputs: "[{ID: A, Matches: {user: {u: [5]}}}, {ID: B, Matches: {actor: {v: [0]}}}]",
            matches: false
        ),
        Case(
            name: "another field",
            detection: group(ab, user),
            outputs: "[{ID: A, Matches: {user: {u: [5]}}}, {ID: B, Matches: {user: {u: [0]}}}]",
            matches: false
        ),
        Case(
            name: "texts by bytes",
            detection: group(ab, user),
            outputs: "[{ID: A, Matches: {user: {\"\\u00e9\": [5]}}}, {ID: B, Matches: {actor: {\"e\\u0301\": [0]}}}]",
            matches: false
        ),
        Case(
            name: "two values in common, of one match",
            detection: group(
                ab,
                ", MatchCriteria: {who: [{GroupID: A, Match: u}, {GroupID: B, Match: u}], where: [{GroupID: A, Match: ip}, {GroupID: B, Match: ip}]}"
            ),
            outputs:
                "[{ID: A, Matches: {u: {x: [1], y: [2]}, ip: {i: [1], j: [2]}}}, {ID: B, Matches: {u: {x: [3]}, ip: {i: [3]}}}]",
            matches: true
        ),
        Case(
            name: "two values in common, of two matches",
            detection: group(
                ab,
                ", MatchCriteria: {who: [{GroupID: A, Match: u}, {GroupID: B, Match: u}], where: [{GroupID: A, Match: ip}, {GroupID: B, Match: ip}]}"
            ),
            outputs:
                "[{ID: A, Matches: {u: {x: [1], y: [2]}, ip: {i: [1], j: [2]}}}, {ID: B, Matches: {u: {x: [3]}, ip: {j: [3]}}}]",
            matches: false
        ),
        Case(
            name: "enough",
            detection: group("{ID: A, RuleID: a, MinMatchCount: 2}"),
            outputs: "[{ID: A, Matches: {x: {y: [0, 0]}}}]",
            matches: true
        ),
        Case(
            name: "one value at two times, another at one of them",
            detection: group("{ID: A, RuleID: a, MinMatchCount: 3}"),
            outputs: "[{ID: A, Matches: {x: {y: [0, 1], z: [0]}}}]",
            matches: false
        ),
        Case(
            name: "too few",
            detection: group("{ID: A, RuleID: a, MinMatchCount: 3}"),
            outputs: "[{ID: A, Matches: {x: {y: [0, 1]}}}]",
            matches: false
        ),
        Case(
            name: "not too many",
            detection: group("{ID: A, RuleID: a, MaxMatchCount: 2}"),
            outputs: "[{ID: A, Matches: {x: {y: [0, 1]}}}]",
            matches: true
        ),
        Case(
            name: "too many",
            detection: group("{ID: A, RuleID: a, MaxMatchCount: 2}"),
            outputs: "[{ID: A, Matches: {x: {y: [0, 1, 2]}}}]",
            matches: false
        ),
        Case(
            name: "absent",
            detection: group("{ID: A, RuleID: a}, {ID: B, RuleID: b, Absence: true}", user),
            outputs: "[{ID: A, Matches: {user: {u: [5]}}}, {ID: B, Matches: {actor: {v: [0]}}}]",
            matches: true
        ),
        Case(
            name: "present before",
            detection: group("{ID: A, RuleID: a}, {ID: B, RuleID: b, Absence: true}", user),
            outputs: "[{ID: A, Matches: {user: {u: [5]}}}, {ID: B, Matches: {actor: {u: [0]}}}]",
            matches: false
        ),
        Case(
            name: "in order",
            detection: sequence(ab, follow),
            outputs: "[{ID: A, Matches: {user: {u: [0]}}}, {ID: B, Matches: {user: {u: [10]}}}]",
            matches: true
        ),
        Case(
            name: "at once",
            detection: sequence(ab, follow),
            outputs: "[{ID: A, Matches: {user: {u: [0]}}}, {ID: B, Matches: {user: {u: [0]}}}]",
            matches: true
        ),
        Case(
            name: "too late",
            detection: sequence(ab, follow),
            outputs: "[{ID: A, Matches: {user: {u: [0]}}}, {ID: B, Matches: {user: {u: [10.1]}}}]",
            matches: false
        ),
        Case(
            name: "a later one is in time",
            detection: sequence(ab, follow),
            outputs: "[{ID: A, Matches: {user: {u: [0, 8]}}}, {ID: B, Matches: {user: {u: [15]}}}]",
            matches: true
        ),
        Case(
            name: "in the wrong order",
            detection: sequence(ab, follow),
            outputs: "[{ID: A, Matches: {user: {u: [5]}}}, {ID: B, Matches: {user: {u: [0]}}}]",
            matches: false
        ),
        Case(
            name: "of another",
            detection: sequence(ab, follow),
            outputs: "[{ID: A, Matches: {user: {u: [0]}}}, {ID: B, Matches: {user: {v: [5]}}}]",
            matches: false
        ),
        Case(
            name: "fields of two names",
            detection: sequence(ab, "{From: A, To: B, Match: [{From: user, To: actor}]}"),
            outputs: "[{ID: A, Matches: {user: {u: [0]}}}, {ID: B, Matches: {actor: {u: [5]}}}]",
            matches: true
        ),
        Case(
            name: "only the order",
            detection: sequence(ab),
            outputs: "[{ID: A, Matches: {x: {u: [0]}}}, {ID: B, Matches: {x: {v: [60]}}}]",
            matches: true
        ),
        Case(
            name: "without one between, of one user",
            detection: sequence(
                "{ID: A, RuleID: a}, {ID: N, RuleID: n, Absence: true}, {ID: B, RuleID: b}",
                "{From: A, To: N, Match: [{On: user}]}, {From: N, To: B, Match: [{On: user}]}"
            ),
            outputs:
                "[{ID: A, Matches: {user: {u: [0]}}}, {ID: N, Matches: {user: {v: [3]}}}, {ID: B, Matches: {user: {u: [5]}}}]",
            matches: true
        ),
        Case(
            name: "with one between",
            detection: sequence(
                "{ID: A, RuleID: a}, {ID: N, RuleID: n, Absence: true}, {ID: B, RuleID: b}",
                "{From: A, To: N, Match: [{On: user}]}, {From: N, To: B, Match: [{On: user}]}"
            ),
            outputs:
                "[{ID: A, Matches: {user: {u: [0]}}}, {ID: N, Matches: {user: {u: [3]}}}, {ID: B, Matches: {user: {u: [5]}}}]",
            matches: false
        ),
        Case(
            name: "of two users, without one between",
            detection: sequence(
                "{ID: A, RuleID: a}, {ID: N, RuleID: n, Absence: true}, {ID: B, RuleID: b}",
                "{From: A, To: N, Match: [{On: user}]}, {From: N, To: B, Match: [{On: user}]}"
            ),
            outputs: "[{ID: A, Matches: {user: {u: [0]}}}, {ID: B, Matches: {user: {v: [5]}}}]",
            matches: false
        ),
        Case(
            name: "texts of times",
            detection: sequence(ab, follow),
            outputs:
                "[{ID: A, Matches: {user: {u: ['2024-06-01T10:00:00Z']}}}, {ID: B, Matches: {user: {u: ['2024-06-01T12:10:00+02:00']}}}]",
            matches: true
        ),
        Case(name: "an unknown step", detection: group(ab), outputs: "[{ID: C}]", matches: nil),
        Case(name: "no time", detection: group(ab), outputs: "[{ID: A, Matches: {x: {y: [soon]}}}]", matches: nil),
    ]

    @Test("a test's outputs match or do not", arguments: cases)
    func outputs(_ test: Case) throws {
        let outcome = try #require(try Self.run(test.detection, test.outputs).tests.first)
        guard let matches = test.matches else {
            #expect(outcome.harnessError != nil)
            return
        }
        #expect(outcome.functions.map(\.outcome) == [.bool(matches)], "\(String(describing: outcome.harnessError))")
        #expect(outcome.passed == matches)
    }

    static func run(_ detection: String, _ outputs: String) throws -> DetectionTestReport {
        let written = try YAMLText.node(detection)
        var rule = Detection(
            id: "C",
            kind: .correlation,
            body: .correlation(written),
            source: written.source,
            idSpan: Span(0, 0)
        )
        let input = UnitTest.Input.matches(try YAMLText.node(outputs).node)
        rule.tests = [UnitTest(name: "t", expectedResult: true, input: input, span: Span(0, 0))]
        var pack = DetectionPack()
        pack.detections = [rule]
        var runner = UnitTestRunner(CompiledPack(pack), options: TestOptions(), clock: EngineClock(seconds: 0))
        return runner.run(0)
    }

    @Test("a correlation that cannot be read is an error of its tests")
    func unreadable() throws {
        let report = try Self.run("[{All: []}]", "[]")
        #expect(report.setupError?.message == "a correlation rule needs a `Sequence` or a `Group`")
        #expect(report.tests.isEmpty)
    }

    // MARK: The state machine

    static func machine(_ limits: CorrelationLimits, links: Int = 1) -> CorrelationStateMachine {
        let fields = [Correlation.Field(step: 0, path: "a"), Correlation.Field(step: 1, path: "a")]
        let correlation = Correlation(
            steps: [.init(id: "A", detection: "a"), .init(id: "B", detection: "b")],
            form: .group(minimumSteps: nil),
            links: Array(repeating: Correlation.Link(fields: fields), count: links),
            lookbackMinutes: 1,
            rateMinutes: nil
        )
        return CorrelationStateMachine(correlation, limits: limits)
    }

    static func row(_ time: Int64, _ values: String...) -> CorrelationRow {
        CorrelationRow(time: time, number: Int(time), values: [values.map { Array($0.utf8) }])
    }

    @Test("each value in common is a match; the window slides")
    func values() throws {
        var machine = Self.machine(CorrelationLimits())
        try machine.receive(Self.row(5, "v"), step: 0)
        try machine.receive(Self.row(1, "u", "v", "u"), step: 0)
        try machine.receive(Self.row(2, "u"), step: 1)
        try machine.receive(Self.row(3, "v"), step: 1)
        let found = try machine.matches(at: 5)
        #expect(found.map(\.values) == [[Array("u".utf8)], [Array("v".utf8)]])
        #expect(found.map(\.rows) == [[[0], [0]], [[0, 1], [1]]])
        #expect(try machine.matches(at: 5, count: 1).count == 1)
        #expect(try machine.matches(at: 4).count == 2)
        #expect(try machine.matches(at: 60_000_004).isEmpty)
        machine.expire(at: 60_000_004)
        #expect(machine.rows.map(\.count) == [1, 0])
    }

    @Test("a sequence takes a match of two steps on one detection once")
    func once() throws {
        let correlation = Correlation(
            steps: [.init(id: "A", detection: "a"), .init(id: "B", detection: "a")],
            form: .sequence([]),
            links: [],
            lookbackMinutes: 1,
            rateMinutes: nil
        )
        var machine = CorrelationStateMachine(correlation)
        for step in 0...1 { try machine.receive(CorrelationRow(time: 1, number: 1, values: []), step: step) }
        #expect(try machine.matches(at: 1).isEmpty)
        for step in 0...1 { try machine.receive(CorrelationRow(time: 1, number: 2, values: []), step: step) }
        #expect(try machine.matches(at: 1).count == 1)
    }

    @Test("a correlation that is given no limits has the defaults, and no time counts above a hundred years")
    func defaults() throws {
        let limits = CorrelationLimits()
        #expect(limits.rowsMax == CorrelationLimits.rowsMaxDefault)
        #expect(limits.workMax == CorrelationLimits.workMaxDefault)
        #expect(limits.matchesMax == CorrelationLimits.matchesMaxDefault)
        var correlation = Correlation(
            steps: [.init(id: "A", detection: "a")],
            form: .group(minimumSteps: nil),
            links: [],
            lookbackMinutes: Correlation.minutesMax,
            rateMinutes: nil
        )
        let century = Int64(Correlation.minutesMax) * 60_000_000
        for minutes in [Correlation.minutesMax, Correlation.minutesMax + 1, .max] {
            correlation.lookbackMinutes = minutes
            var machine = CorrelationStateMachine(correlation)
            try machine.receive(CorrelationRow(time: 0, number: 1, values: []), step: 0)
            #expect(try machine.matches(at: century).count == 1)
            #expect(try machine.matches(at: century + 1).isEmpty)
        }
    }

    @Test("matches of one step by default: as many as the limit, and one more")
    func rowLimitDefault() throws {
        var machine = Self.machine(CorrelationLimits())
        let row = Self.row(1, "u")
        for _ in 0..<CorrelationLimits.rowsMaxDefault { try machine.receive(row, step: 0) }
        #expect(throws: CorrelationFault.tooManyRows) { try machine.receive(row, step: 0) }
        try machine.receive(row, step: 1)
    }

    @Test("matches of one evaluation by default: as many as the limit, and one more", arguments: [0, 1])
    func matchLimitDefault(past: Int) throws {
        var machine = Self.machine(CorrelationLimits())
        let most = CorrelationLimits.matchesMaxDefault
        let values = (0..<most + past).map { Array("\($0)".utf8) }
        for step in 0...1 { try machine.receive(CorrelationRow(time: 1, number: 1, values: [values]), step: step) }
        #expect(try machine.matches(at: 1).count == most)
    }

    @Test("matches of a step are limited")
    func rowLimit() throws {
        var machine = Self.machine(CorrelationLimits(rowsMax: 2))
        try machine.receive(Self.row(1, "u"), step: 0)
        try machine.receive(Self.row(2, "u"), step: 0)
        #expect(throws: CorrelationFault.tooManyRows) { try machine.receive(Self.row(3, "u"), step: 0) }
        try machine.receive(Self.row(3, "u"), step: 1)
        #expect(try machine.matches(at: 3).count == 1)
    }

    @Test("work is limited: many values in many links end in a fault, not in an hour")
    func workLimit() throws {
        // Two rows of one value: two rows seen, four for the values, two steps counted.
        var small = Self.machine(CorrelationLimits(workMax: 8))
        try small.receive(Self.row(1, "u"), step: 0)
        try small.receive(Self.row(1, "u"), step: 1)
        #expect(try small.matches(at: 1).count == 1)
        var smaller = Self.machine(CorrelationLimits(workMax: 7))
        try smaller.receive(Self.row(1, "u"), step: 0)
        try smaller.receive(Self.row(1, "u"), step: 1)
        #expect(throws: CorrelationFault.tooMuchWork) { try smaller.matches(at: 1) }
        var large = Self.machine(CorrelationLimits(workMax: 100_000, matchesMax: .max), links: Correlation.linksMax)
        let values = (0..<40).map { Array("v\($0)".utf8) }
        for step in 0...1 {
            for time in 0..<40 {
                try large.receive(CorrelationRow(time: Int64(time), number: time, values: [values]), step: step)
            }
        }
        #expect(throws: CorrelationFault.tooMuchWork) { try large.matches(at: 40) }
    }

    @Test("matches of one evaluation are limited")
    func matchLimit() throws {
        var machine = Self.machine(CorrelationLimits(matchesMax: 2))
        for step in 0...1 { try machine.receive(Self.row(1, "u", "v", "w"), step: step) }
        #expect(try machine.matches(at: 1).count == 2)
    }

    @Test("many matches of as many users are quick")
    func many() throws {
        var machine = Self.machine(CorrelationLimits())
        for number in 0..<20_000 {
            try machine.receive(Self.row(Int64(20_000 - number), "u\(number)"), step: 0)
            try machine.receive(Self.row(Int64(number), "v\(number)"), step: 1)
        }
        try machine.receive(Self.row(30_000, "u7"), step: 1)
        #expect(try machine.matches(at: 30_000).map(\.values) == [[Array("u7".utf8)]])
    }
}
