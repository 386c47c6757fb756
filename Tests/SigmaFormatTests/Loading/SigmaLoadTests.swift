import Conditions
import Detections
import Diagnostics
import SigmaFormat
import Testing

@Suite("Sigma files") struct SigmaLoadTests {
    static let rule = """
        title: Console login by root
        id: 6b6d27a8-0000-4000-8000-000000000001
        name: root_login
        related:
            - {id: 6b6d27a8-0000-4000-8000-000000000009, type: derived}
        status: experimental
        description: Somebody uses the root user.
        license: Apache-2.0
        references: [https://example.org/root]
        author: A. Author
        date: 2024-02-29
        modified: 2024-03-01
        tags: [attack.initial-access, attack.t1078.004, attack.g0016, cve.2024-1234]
        logsource: {product: aws, service: cloudtrail}
        detection:
            selection: {userIdentity.type: Root, eventName: ConsoleLogin}
            condition: selection
        fields: [sourceIPAddress]
        falsepositives: [Emergencies]
        level: high
        """

    @Test("every key reaches the model") func lowering() throws {
        let pack = SigmaSample.load(["a.yml": Self.rule])
        #expect(pack.diagnostics.map(\.message) == [])
        #expect(pack.filesRead == 1)
        let detection = try #require(pack.detections.first)
        #expect(detection.id == "6b6d27a8-0000-4000-8000-000000000001")
        #expect(detection.vendor == .sigma)
        #expect(detection.kind == .rule)
        #expect(detection.name == "Console login by root")
        #expect(detection.severity == .high)
        #expect(detection.status == "experimental")
        #expect(detection.logSources == ["AWS.CloudTrail"])
        #expect(detection.reference == "https://example.org/root")
        #expect(detection.tags.count == 4)
        #expect(
            detection.attack == [
                AttackReference(tactic: "TA0001", technique: nil), AttackReference(tactic: nil, technique: "T1078.004"),
            ]
        )
        #expect(detection.reports.first?.items == ["TA0001", "T1078.004"])
        let keys = detection.vendorFields.map(\.key)
        #expect(
            keys == [
                "logsource", "id", "name", "related", "license", "references", "author", "date", "modified", "fields",
                "falsepositives",
            ]
        )
        guard case .logic(let logic) = detection.body else {
            Issue.record("no logic")
            return
        }
        #expect(logic.outputs.map(\.name) == ["sourceIPAddress"])
        #expect(
            logic.condition.json()
                == #"{"all":[{"field":"userIdentity.type","reads":"each","op":"eq","values":["Root"],"case":"insensitive"},"#
                + #"{"field":"eventName","reads":"each","op":"eq","values":["ConsoleLogin"],"case":"insensitive"}]}"#
        )
    }

    /// A line put in the place of the rule's line of the same key, and what is told.
    static let metadata: [(String, String)] = [
        ("id: 123", "`id` must be a text"), ("id: x-y", "`x-y` is no UUID"), ("date: 2024/02/29", "`date` is no date"),
        ("date: 2023-02-29", "`date` is no date"), ("modified: yesterday", "`modified` is no date"),
        ("level: hgih", "`hgih` is no value of `level`"), ("status: done", "`done` is no value of `status`"),
        ("tags: [attack.t9]", "`attack.t9` is no tactic, technique, group or software of ATT&CK"),
        ("tags: [attack.impact2]", "`attack.impact2` is no tactic, technique, group or software of ATT&CK"),
        ("tags: [Attack.T1078]", "`Attack.T1078` is not a namespace, a dot and a name in small letters"),
        ("tags: [foo.bar]", "there is no namespace `foo`"), ("tags: [tlp.white]", "TLP has no `white`"),
        ("tags: [attack.t1078, attack.t1078]", "`attack.t1078` is there twice"),
        ("tags: attack.t1078", "`tags` must be a list of texts"),
        ("logsource: {product: AWS}", "`AWS` is no `product`: small letters, digits, `_`, `.` and `-`"),
        ("logsource: {}", "`logsource` lacks `category`, `product` or `service`"),
    ]

    @Test("what metadata is wrong is told", arguments: metadata)
    func told(_ row: (String, String)) {
        let key = row.0.prefix { $0 != ":" } + ":"
        let lines = Self.rule.split(separator: "\n").map { $0.hasPrefix(key) ? Substring(row.0) : $0 }
        let pack = SigmaSample.load(["a.yml": lines.joined(separator: "\n")])
        #expect(pack.diagnostics.map(\.message) == [row.1])
        #expect(pack.detections.count == 1)
    }

    @Test("somebody else's files are passed over") func foreign() {
        let pack = SigmaSample.load([
            "a.yml": "AnalysisType: rule\ndetection: x\nlogsource: {}", "b.yml": "x: 1", "c.txt": Self.rule,
            "d.yml": "detection: [",
            ".hidden.yml": Self.rule,
        ])
        #expect(pack.detections.isEmpty)
        #expect(pack.invalid.map(\.path) == ["./d.yml"])
    }

    @Test("several documents, global keys among them") func documents() {
        let text = """
            action: global
            title: Both
            logsource: {product: sample}
            level: low
            ---
            id: 00000000-0000-4000-8000-000000000001
            detection: {s: {f: 1}, condition: s}
            ---
            id: 00000000-0000-4000-8000-000000000002
            level: high
            logsource: {service: second}
            detection: {s: {f: 2}, condition: s}
            ---
            action: reset
            ---
            title: Alone
            id: 00000000-0000-4000-8000-000000000003
            logsource: {product: other}
            detection: {s: {f: 3}, condition: s}
            """
        let pack = SigmaSample.load(["a.yml": text])
        #expect(pack.diagnostics.map(\.message) == [])
        #expect(pack.detections.map(\.name) == ["Both", "Both", "Alone"])
        #expect(pack.detections.map(\.severity) == [.low, .high, .medium])
        #expect(pack.detections.map(\.logSources) == [["sample"], ["sample/second"], ["other"]])
    }

    @Test("the first keeps an identifier") func conflict() {
        let pack = SigmaSample.load(["a.yml": Self.rule, "b.yml": Self.rule])
        #expect(pack.detections.count == 1)
        #expect(pack.invalid.map(\.path) == ["./b.yml"])
        #expect(pack.diagnostics.map(\.code.identifier) == ["MG0811"])
    }

    @Test(
        "rules that are replaced are not enabled",
        arguments: [("deprecated", false), ("unsupported", false), ("stable", true)]
    )
    func status(_ row: (String, Bool)) {
        let pack = SigmaSample.load(["a.yml": Self.rule.replacing("experimental", with: row.0)])
        #expect(pack.detections.map(\.isEnabled) == [row.1])
    }

    static let filter = """
        title: Known hosts
        id: 6b6d27a8-0000-4000-8000-000000000002
        logsource: {product: aws, service: cloudtrail}
        filter:
            rules: [root_login]
            known: {sourceIPAddress|cidr: 10.0.0.0/8}
            condition: not known
        """

    @Test("filters are added to the rules they name") func filters() throws {
        let pack = SigmaSample.load(["a.yml": Self.rule, "f.yml": Self.filter])
        #expect(pack.diagnostics.map(\.message) == [])
        guard case .logic(let logic)? = pack.detections.first?.body else { return }
        let event = #"{"userIdentity":{"type":"Root"},"eventName":"ConsoleLogin","sourceIPAddress":"10.1.1.1"}"#
        #expect(try SigmaSample.truth(of: logic.condition, at: event) == .false)
        #expect(try SigmaSample.truth(of: logic.condition, at: event.replacing("10.1", with: "11.1")) == .true)
    }

    static let filterFaults: [(String, String, String)] = [
        ("[root_login]", "[nobody]", "there is no rule `nobody`"),
        ("service: cloudtrail", "service: other", "`root_login` is about another log source than the filter"),
    ]

    @Test("a filter for nothing is told", arguments: filterFaults)
    func filterFault(_ row: (String, String, String)) {
        let pack = SigmaSample.load(["a.yml": Self.rule, "f.yml": Self.filter.replacing(row.0, with: row.1)])
        #expect(pack.diagnostics.map(\.message) == [row.2])
        #expect(pack.detections.count == 1)
    }

    static let correlation = """
        title: Many logins
        id: 6b6d27a8-0000-4000-8000-000000000003
        correlation:
            type: event_count
            rules: [root_login]
            group-by: [sourceIPAddress]
            timespan: 5m
            condition: {gte: 3}
        """

    /// A part of the correlation, what stands in its place, and what is told.
    static let correlationFaults: [(String, String, String)] = [
        ("[root_login]", "[]", "`correlation` lacks `rules`"),
        ("    rules: [root_login]\n", "", "`correlation` lacks `rules`"),
        ("[root_login]", "[nobody]", "there is no rule `nobody`"),
        ("5m", "5w", "`correlation.timespan` must be a number and `s`, `m`, `h` or `d`"),
        ("event_count", "event_cuont", "`event_cuont` is no value of `correlation.type`"),
        ("{gte: 3}", "{gte: x}", "`correlation.condition.gte` must be a number"),
        ("{gte: 3}", "{field: a}", "`correlation.condition` lacks `gt`, `gte`, `lt`, `lte`, `eq` or `neq`"),
        ("event_count", "value_count", "`correlation.condition` lacks `field`"),
        ("{gte: 3}", "root_login", "`correlation.condition` must be a map"),
    ]

    @Test("what is wrong with a correlation is told", arguments: correlationFaults)
    func correlationFault(_ row: (String, String, String)) {
        let whole = SigmaSample.load(["a.yml": Self.rule, "c.yml": Self.correlation])
        #expect(whole.diagnostics.isEmpty && whole.detections.count == 2)
        let pack = SigmaSample.load(["a.yml": Self.rule, "c.yml": Self.correlation.replacing(row.0, with: row.1)])
        #expect(pack.diagnostics.map(\.message) == [row.2])
    }

    /// The condition of a correlation of two rules, and how it is shown or what is told.
    static let expressions: [(type: String, condition: String, shown: String)] = [
        ("temporal", "a and b", "SEQUENCE(a, b)"), ("temporal", "a or b", "SEQUENCE(a or b)"),
        ("temporal", "a and not b", "SEQUENCE(a, no b)"), ("temporal_ordered", "b and a", "ORDERED(b, a)"),
        ("temporal", "a", "`correlation.condition` must be about each of its rules, `b` too"),
        ("temporal", "a and b and c", "there is no rule `c`"),
        ("temporal", "a and", "expected a search identifier, found the end"),
        ("temporal", "all of them", "`correlation.condition` must be rules joined by `and`, `or` and `not`"),
        ("temporal_ordered", "a or b", "`correlation.condition` must be rules joined by `and`, whose order counts"),
    ]

    @Test("a correlation's condition may be an expression", arguments: expressions)
    func expression(_ row: (type: String, condition: String, shown: String)) throws {
        func rule(_ name: String) -> String {
            "title: \(name)\nlogsource: {product: x}\ndetection: {s: {f: 1}, condition: s}"
        }
        let correlation = """
            title: Both
            correlation: {type: \(row.type), rules: [a, b], timespan: 5m, condition: \(row.condition)}
            """
        let pack = SigmaSample.load(["a.yml": rule("a"), "b.yml": rule("b"), "c.yml": correlation])
        guard case .logic(let logic)? = pack.detections.first(where: { $0.id == "Both" })?.body else {
            #expect(pack.diagnostics.map(\.message).prefix(1) == [row.shown])
            return
        }
        #expect(pack.diagnostics.isEmpty)
        guard case .sequence(let sequence) = logic.condition else {
            Issue.record("no sequence: \(logic.condition)")
            return
        }
        let steps = sequence.steps.map { step in
            (step.isAbsent ? "no " : "") + step.condition.text.replacing("match of ", with: "")
        }
        #expect("\(sequence.isOrdered ? "ORDERED" : "SEQUENCE")(\(steps.joined(separator: ", ")))" == row.shown)
        // What `members` are needed is what the window asks.
        let windows = try #require(logic.windows)
        #expect(windows.members.map(\.detection) == (row.type == "temporal" ? ["a", "b"] : ["b", "a"]))
    }

    @Test(
        "a correlation's limits, at them and past them",
        arguments: [("rules", 64, "root_login"), ("group-by", 16, "f")]
    )
    func correlationLimits(_ row: (key: String, limit: Int, value: String)) {
        for (count, kept) in [(row.limit, 2), (row.limit + 1, 1)] {
            let list = Array(repeating: row.value, count: count).joined(separator: ", ")
            let lines = Self.correlation.split(separator: "\n").map { line in
                line.hasPrefix("    \(row.key):") ? "    \(row.key): [\(list)]" : String(line)
            }
            let pack = SigmaSample.load(["a.yml": Self.rule, "c.yml": lines.joined(separator: "\n")])
            #expect(pack.detections.count == kept)
            #expect(pack.diagnostics.isEmpty == (kept == 2))
        }
    }

    /// A rule with as many of something, how many of it there may be, and whether one with more is still shown.
    static let limits: [(name: String, max: Int, isKept: Bool, file: @Sendable (Int) -> String)] = [
        (
            "searches", 1_000, false,
            { count in
                let searches = (0..<count).map { "s\($0): {f: 1}" }.joined(separator: "\n")
                return SigmaSample.file(searches + "\ncondition: 1 of s*")
            }
        ),
        (
            "tests and values", 125_000, true,
            { count in
                let condition = Array(repeating: "s", count: count).joined(separator: " or ")
                return SigmaSample.file("s: {f: 1}\ncondition: \(condition)")
            }
        ),
        (
            "searches of patterns", 250, true,
            { count in
                let searches = (0..<500).map { "s\($0): {f: 1}" }.joined(separator: "\n")
                let condition = Array(repeating: "1 of s*", count: count).joined(separator: " or ")
                return SigmaSample.file("\(searches)\ncondition: \(condition)")
            }
        ),
        (
            "texts of a line", 800, true,
            { count in
                let values = (0..<count).map { "'-a -b -c\($0)'" }.joined(separator: ", ")
                return SigmaSample.file("s: {f|windash: [\(values)]}\ncondition: s")
            }
        ),
    ]

    @Test("limits of a rule, at them and past them", arguments: limits)
    func ruleLimits(_ row: (name: String, max: Int, isKept: Bool, file: @Sendable (Int) -> String)) throws {
        let pack = SigmaSample.load(["a.yml": row.file(row.max)])
        #expect(pack.diagnostics.map(\.message) == [])
        guard case .logic(let logic)? = pack.detections.first?.body else {
            Issue.record("no rule")
            return
        }
        #expect(logic.obstacle == nil)
        let past = SigmaSample.load(["a.yml": row.file(row.max + 1)])
        #expect(past.diagnostics.count == 1)
        #expect(past.detections.count == (row.isKept ? 1 : 0))
        guard case .logic(let open)? = past.detections.first?.body else { return }
        #expect(open.condition.opaqueNodes.map(\.reason) == [.limit])
        #expect(open.obstacle != nil)
    }

    @Test("what is wrong with a document is told up to a limit, and an error behind it") func diagnosticLimit() {
        func told(_ tags: Int, _ detection: String) -> [String] {
            let list = (0..<tags).map { "foo.x\($0)" }.joined(separator: ", ")
            return SigmaSample.load(["a.yml": SigmaSample.file(detection, "tags: [\(list)]")]).diagnostics.map(
                \.message
            )
        }
        #expect(told(100, "s: {f: 1}\ncondition: s").count == 100)
        #expect(told(101, "s: {f: 1}\ncondition: s").count == 100)
        let withErrors = told(200, "s: {f: 1}\ncondition: s and (")
        #expect(withErrors.count == 101)
        #expect(withErrors.last == "expected a search identifier, found the end")
    }
}
