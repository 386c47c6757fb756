import Detections
import Diagnostics
import Documents
import PantherFormat
import Testing

@Suite struct CorrelationReaderTests {
    static func read(_ text: String) throws -> (correlation: Correlation?, diagnostics: [Diagnostic]) {
        let source = Source(path: "c.yml", text: text)
        var reader = CorrelationReader(source)
        let correlation = reader.read(try #require(try YAMLDocument.parse(source)))
        return (correlation, reader.diagnostics)
    }

    @Test("a group")
    func group() throws {
        let text = """
            - Group:
                - {ID: A, RuleID: a, MinMatchCount: 3, MaxMatchCount: 9}
                - {RuleID: b, Absence: true}
              MatchCriteria:
                who:
                  - {GroupID: A, Match: p_alert_context.user}
                  - {GroupID: b, Match: "users[*]"}
              MinMatchCount: 1
              LookbackWindowMinutes: 30
              Schedule: {RateMinutes: 10, TimeoutMinutes: 1}
            """
        let expected = Correlation(
            steps: [
                .init(id: "A", detection: "a", minimum: 3, maximum: 9), .init(id: "b", detection: "b", isAbsent: true),
            ],
            form: .group(minimumSteps: 1),
            links: [.init(fields: [.init(step: 0, path: "p_alert_context.user"), .init(step: 1, path: "users[*]")])],
            lookbackMinutes: 30,
            rateMinutes: 10
        )
        #expect(try Self.read(text).correlation == expected)
    }

    @Test("a sequence; an absent step hands on what its neighbours have in common")
    func sequence() throws {
        let text = """
            - Sequence: [{ID: A, RuleID: a}, {ID: N, RuleID: n, Absence: true}, {ID: B, RuleID: b}]
              Transitions:
                - {From: A, To: N, WithinTimeFrameMinutes: 5, Match: [{On: user}]}
                - {From: N, To: B, Match: [{From: user, To: actor}]}
                - {From: A, To: B, WithinTimeFrameMinutes: 9, Match: [{On: ip}]}
              Schedule: {CronExpression: "* * * * *", TimeoutMinutes: 1}
            """
        let read = try #require(try Self.read(text).correlation)
        #expect(read.lookbackMinutes == Correlation.lookbackMinutesDefault)
        #expect(read.rateMinutes == nil)
        let transitions: [Correlation.Transition] = [
            .init(from: 0, to: 1, withinMinutes: 5), .init(from: 1, to: 2, withinMinutes: 15),
            .init(from: 0, to: 2, withinMinutes: 9),
        ]
        #expect(read.form == .sequence(transitions))
        #expect(
            read.links == [
                .init(fields: [
                    .init(step: 0, path: "user"), .init(step: 1, path: "user"), .init(step: 2, path: "actor"),
                ]),
                .init(fields: [.init(step: 0, path: "ip"), .init(step: 2, path: "ip")]),
            ]
        )
    }

    static let schedule = "Schedule: {RateMinutes: 5, TimeoutMinutes: 1}"
    static let faults: [(text: String, message: String)] = [
        ("[]", "a correlation rule needs a `Sequence` or a `Group`"),
        ("[{Key: a, Condition: IsNull}]", "a correlation rule needs a `Sequence` or a `Group`"),
        ("[{Group: []}]", "a correlation has 1 to 64 steps"),
        (
            "[{Group: [{ID: A, RuleID: a, Absence: true}]}]",
            "at least one step has to come: all of them are absent ones"
        ),
        ("[{Group: [{ID: A, RuleID: a}, {ID: A, RuleID: b}]}]", "two steps are called `A`"),
        ("[{Group: [{ID: A, RuleID: a, MinMatchCount: -1}]}]", "`MinMatchCount` cannot be negative"),
        (
            "[{Group: [{ID: A, RuleID: a, MinMatchCount: 3, MaxMatchCount: 2}]}]",
            "`MaxMatchCount` cannot be less than `MinMatchCount`, nor than 1"
        ),
        (
            "[{Group: [{ID: A, RuleID: a}, {ID: B, RuleID: b, Absence: true, MinMatchCount: 0}]}]",
            "zero matches are always there: they cannot be absent"
        ),
        (
            "[{Sequence: [{ID: A, RuleID: a, MinMatchCount: 0}]}]",
            "zero matches are always there: a step of a sequence has to come"
        ),
        ("[{Group: [{ID: A, RuleID: a}], LookbackWindowMinutes: 0}]", "a window lasts at least one minute"),
        ("[{Group: [{ID: A, RuleID: a}], MinMatchCount: 2}]", "the group has 1 steps that can come, not 2"),
        (
            "[{Group: [{ID: Login, RuleID: a}], MatchCriteria: {x: [{GroupID: Logim, Match: u}, {GroupID: Login, Match: u}]}}]",
            "no step is called `Logim`"
        ),
        (
            "[{Group: [{ID: A, RuleID: a}, {ID: B, RuleID: b, Absence: true}], MatchCriteria: {x: [{GroupID: B, Match: u}]}}]",
            "a criterion names no step that has to come"
        ),
        (
            "[{Group: [{ID: A, RuleID: a}], MatchCriteria: {x: [{GroupID: A, Match: u..v}]}}]",
            "the key `u..v` cannot be followed: a name or an index is expected at `.v`"
        ),
        (
            "[{Sequence: [{ID: A, RuleID: a}, {ID: B, RuleID: b}], Transitions: [{From: B, To: A}]}]",
            "a transition leads to the next step, over absent ones only"
        ),
        (
            "[{Sequence: [{ID: A, RuleID: a}, {ID: B, RuleID: b}, {ID: C, RuleID: c}], Transitions: [{From: A, To: C}]}]",
            "a transition leads to the next step, over absent ones only"
        ),
        (
            "[{Sequence: [{ID: A, RuleID: a}, {ID: B, RuleID: b}], Transitions: [{From: A, To: B, Match: [{From: u}]}]}]",
            "a match names a field `On` both sides, or one `From` and one `To`"
        ),
    ]

    @Test("what cannot match is an error with its place", arguments: faults)
    func fault(_ text: String, _ message: String) throws {
        let (correlation, diagnostics) = try Self.read(text)
        #expect(correlation == nil)
        #expect(diagnostics.first?.message == message)
        #expect(diagnostics.allSatisfy { $0.location != nil })
    }

    @Test("a second correlation is warned about, and the first is read")
    func second() throws {
        let one = "{Group: [{ID: A, RuleID: a}]}"
        let (correlation, diagnostics) = try Self.read("[\(one), \(one)]")
        #expect(correlation != nil)
        #expect(diagnostics.map(\.severity) == [.warning])
    }

    @Test("minutes: as many as the limit, and more", arguments: [0, 1])
    func minutes(past: Int) throws {
        let count = Correlation.minutesMax + past
        let text = """
            [{Sequence: [{ID: A, RuleID: a}, {ID: B, RuleID: b}], LookbackWindowMinutes: \(count),
              Transitions: [{From: A, To: B, WithinTimeFrameMinutes: \(count)}], Schedule: {RateMinutes: \(count)}}]
            """
        let read = try #require(try Self.read(text).correlation)
        #expect(read.lookbackMinutes == Correlation.minutesMax)
        #expect(read.rateMinutes == Correlation.minutesMax)
        #expect(read.form == .sequence([.init(from: 0, to: 1, withinMinutes: Correlation.minutesMax)]))
    }

    @Test("steps and links are limited")
    func limits() throws {
        func steps(_ count: Int) -> String {
            "[{Group: [\((0..<count).map { "{ID: S\($0), RuleID: a}" }.joined(separator: ", "))]}]"
        }
        #expect(try Self.read(steps(Correlation.stepsMax)).correlation != nil)
        #expect(try Self.read(steps(Correlation.stepsMax + 1)).correlation == nil)
        func links(_ count: Int) -> String {
            let criteria = (0..<count).map { "l\($0): [{GroupID: A, Match: u}]" }.joined(separator: ", ")
            return "[{Group: [{ID: A, RuleID: a}], MatchCriteria: {\(criteria)}}]"
        }
        #expect(try Self.read(links(Correlation.linksMax)).correlation != nil)
        #expect(try Self.read(links(Correlation.linksMax + 1)).correlation == nil)
    }
}
