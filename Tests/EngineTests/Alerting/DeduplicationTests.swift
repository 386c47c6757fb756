import Conditions
import Detections
import Diagnostics
import Testing

@testable import Engine

@Suite struct DeduplicationTests {
    static func match(
        _ text: String = "d",
        period: Int = 60,
        threshold: Int = 1,
        unique: String? = nil,
        kind: Alert.Kind = .rule,
        values: [String] = [],
        title: String = "t",
        context: String? = nil
    ) -> AlertMatch {
        let file = Source(path: "a.yml", text: "")
        let body = Detection.Body.logic(DetectionLogic(.constant(true), obstacle: nil))
        var said = MatchContent.Texts(of: Detection(id: "A", kind: .rule, body: body, source: file, idSpan: Span(0, 0)))
        said.title = title
        said.deduplication = text
        said.unique = unique
        said.contextJSON = context
        let source = AlertSource(
            detection: "A",
            kind: kind,
            policy: AlertPolicy(periodMinutes: period, threshold: threshold),
            content: AlertContent(title: "", severity: .low)
        )
        let summary = AlertMatch.SummaryValues(attribute: "p_any_usernames", values: values)
        return AlertMatch(source, .match(MatchContent(said)), summaryValues: values.isEmpty ? [] : [summary])
    }

    static func minutes(_ count: Int, milliseconds: Int64 = 0) -> AlertTime {
        AlertTime(milliseconds: Int64(count) * 60_000 + milliseconds)
    }

    /// A step of a story: when, and `+` for an alert, `.` for counted, `=` for attached.
    struct Story: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var period = 60
        var threshold = 1
        var steps: [(AlertTime, String?, Character)]
    }

    static let stories: [Story] = [
        Story(
            testDescription: "the window is fixed from its first match",
            steps: [
                (minutes(0), nil, "+"), (minutes(30), nil, "="), (minutes(60, milliseconds: -1), nil, "="),
                (minutes(60), nil, "+"), (minutes(90), nil, "="), (minutes(120), nil, "+"),
            ]
        ),
        Story(
            testDescription: "the alert comes with the match that reaches the threshold",
            threshold: 3,
            steps: [
                (minutes(0), nil, "."), (minutes(1), nil, "."), (minutes(59), nil, "+"), (minutes(59), nil, "="),
                (minutes(60), nil, "."),
            ]
        ),
        Story(
            testDescription: "a window that ends below the threshold gives no alert",
            threshold: 2,
            steps: [(minutes(0), nil, "."), (minutes(60), nil, "."), (minutes(119), nil, "+")]
        ),
        Story(
            testDescription: "distinct values are counted, in each window anew",
            threshold: 2,
            steps: [
                (minutes(0), "a", "."), (minutes(1), "a", "."), (minutes(2), "b", "+"), (minutes(3), "c", "="),
                (minutes(60), "b", "."), (minutes(61), "a", "+"),
            ]
        ),
        Story(
            testDescription: "a late match joins the window that is open",
            steps: [(minutes(10), nil, "+"), (minutes(5), nil, "="), (minutes(69), nil, "="), (minutes(70), nil, "+")]
        ),
        Story(
            testDescription: "a period under five minutes is five",
            period: 1,
            steps: [(minutes(0), nil, "+"), (minutes(5, milliseconds: -1), nil, "="), (minutes(5), nil, "+")]
        ),
        Story(
            testDescription: "a period of zero is sixty, a threshold of zero is one",
            period: 0,
            threshold: 0,
            steps: [(minutes(0), nil, "+"), (minutes(59), nil, "="), (minutes(60), nil, "+")]
        ),
        Story(
            testDescription: "the end of time is no trap",
            steps: [(AlertTime(milliseconds: .max), nil, "+"), (AlertTime(milliseconds: .min), nil, "=")]
        ),
    ]

    static func sign(_ action: DeduplicationStateMachine.Action) -> Character {
        switch action {
        case .counted: "."
        case .opened: "+"
        case .attached: "="
        }
    }

    @Test("windows and thresholds", arguments: stories)
    func story(_ story: Story) {
        var machine = DeduplicationStateMachine()
        for (time, unique, expected) in story.steps {
            let match = Self.match(period: story.period, threshold: story.threshold, unique: unique)
            #expect(Self.sign(machine.receive(match, at: time).action) == expected)
            // The state survives its export at every step.
            machine = DeduplicationStateMachine(windows: machine.windows)
        }
    }

    @Test("errors and other strings have windows of their own") func groups() {
        var machine = DeduplicationStateMachine()
        #expect(Self.sign(machine.receive(Self.match("a"), at: Self.minutes(0)).action) == "+")
        #expect(Self.sign(machine.receive(Self.match("b"), at: Self.minutes(0)).action) == "+")
        #expect(Self.sign(machine.receive(Self.match("a", kind: .ruleError), at: Self.minutes(0)).action) == "+")
        #expect(Self.sign(machine.receive(Self.match("a", kind: .ruleError), at: Self.minutes(1)).action) == "=")
        #expect(Set(machine.windows.map(\.alertID)).count == 3)
    }

    @Test("an alert carries its first match, and its final counts when it closes") func closing() throws {
        var machine = DeduplicationStateMachine()
        let first = Self.match(threshold: 2, values: ["root", "root"], context: "{}")
        _ = machine.receive(first, at: Self.minutes(1))
        let second = Self.match(threshold: 2, values: ["root", "eve"], title: "other")
        guard case .opened(let alert) = machine.receive(second, at: Self.minutes(2)).action else {
            Issue.record("no alert")
            return
        }
        #expect(alert.id.count == 32)
        #expect(alert.content == first.content && alert.content.title == "t" && alert.content.contextJSON == "{}")
        #expect(alert.firstMatch == Self.minutes(1) && alert.created == Self.minutes(2))
        _ = machine.receive(second, at: Self.minutes(3))
        #expect(machine.expire(at: Self.minutes(61, milliseconds: -1)).isEmpty)
        let closed = try #require(machine.expire(at: Self.minutes(61)).first)
        #expect(closed.id == alert.id && closed.matchCount == 3 && closed.updated == Self.minutes(3))
        let counts = try #require(closed.summary.attributes.first).mostFrequent
        #expect(counts.map(\.value) == ["root", "eve"] && counts.map(\.count) == [3, 2])
        #expect(machine.windows.isEmpty)
        // A window that is replaced closes too.
        _ = machine.receive(Self.match(), at: Self.minutes(100))
        #expect(machine.receive(Self.match(), at: Self.minutes(200)).closed.count == 1)
    }

    @Test("a million windows may be open by default, and at least one whatever is asked") func windowsMaxDefault() {
        #expect(DeduplicationStateMachine().windowsMax == DeduplicationStateMachine.windowsMaxDefault)
        #expect(DeduplicationStateMachine(windowsMax: 0).windowsMax == 1)
    }

    @Test("past the limit the window that ends first gives way", arguments: [3, 4, 9])
    func windowsMax(_ groups: Int) {
        var machine = DeduplicationStateMachine(windowsMax: 3)
        var closed: [Alert] = []
        for group in 0..<groups {
            closed += machine.receive(Self.match("\(group)"), at: Self.minutes(group)).closed
        }
        #expect(machine.windows.map(\.group.deduplication) == ((groups - 3)..<groups).map(String.init))
        #expect(closed.map(\.deduplication) == (0..<(groups - 3)).map(String.init))
        // Each match still finds the window of its own group.
        for window in machine.windows {
            let group = window.group.deduplication
            #expect(Self.sign(machine.receive(Self.match(group), at: window.start).action) == "=")
        }
    }

    @Test("past the limit every value is new", arguments: [0, 1])
    func uniqueValuesMax(_ excess: Int) {
        var machine = DeduplicationStateMachine()
        let limit = DeduplicationStateMachine.uniqueValuesMax
        for number in 0..<(limit - 1 + excess) {
            _ = machine.receive(Self.match(threshold: .max, unique: "\(number)"), at: Self.minutes(0))
        }
        _ = machine.receive(Self.match(threshold: .max, unique: "0"), at: Self.minutes(0))
        #expect(machine.windows.first?.counted == limit - 1 + 2 * excess)
    }

    @Test("the machine agrees with a search through all matches", arguments: 0..<20)
    func property(_ seed: UInt64) {
        var random = Generator(state: seed)
        var machine = DeduplicationStateMachine()
        // By group: the windows so far, each with its matches.
        var model: [String: [(start: Int64, end: Int64, values: [String], fired: Bool)]] = [:]
        var now: Int64 = 0
        for _ in 0..<2_000 {
            now += Int64(random.next() % 400_000)
            let late = now - (random.next() % 8 == 0 ? Int64(random.next() % 600_000) : 0)
            let group = "\(random.next() % 5)"
            let threshold = Int(UInt64(group) ?? 0) + 1
            let unique = threshold % 2 == 0 ? "\(random.next() % 4)" : nil
            let match = Self.match(group, period: 5 + threshold, threshold: threshold, unique: unique)
            let actual = Self.sign(machine.receive(match, at: AlertTime(milliseconds: late)).action)
            var windows = model[group] ?? []
            if windows.last.map({ late >= $0.end }) ?? true {
                windows.append((late, late + Int64(5 + threshold) * 60_000, [], false))
            }
            let last = windows.count - 1
            windows[last].values.append(unique ?? "#\(windows[last].values.count)")
            var expected: Character = "="
            if !windows[last].fired {
                windows[last].fired = Set(windows[last].values).count >= threshold
                expected = windows[last].fired ? "+" : "."
            }
            model[group] = windows
            #expect(actual == expected)
        }
        let end = AlertTime(milliseconds: now + 10_000_000)
        let open = model.values.compactMap(\.last).filter(\.fired)
        #expect(machine.expire(at: end).map(\.matchCount).sorted() == open.map(\.values.count).sorted())
    }

    struct Generator: RandomNumberGenerator {
        var state: UInt64

        /// SplitMix64.
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }
}
