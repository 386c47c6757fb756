import Catalog
import Conditions
import Detections
import Diagnostics
import Documents
import Testing

/// What a record takes over from a detection.
@Suite struct RecordMakerTests {
    static let condition = Condition.all([
        .test("eventName", [.string("SendCommand")]), .test("eventSource", [.string("ssm.amazonaws.com")]),
        .excludes("userIdentity.type", [.string("AWSService")]),
    ])

    @Test("identity: name, place, licence and address come with the rule")
    func identity() {
        var rule = OneRule(Self.condition, id: "AWS.SSM.Test", path: "/rules/pack/rules/ssm test.yml")
        rule.detection.displayName = "A name"
        rule.detection.description = "  Words.\n"
        rule.detection.reference = "https://a.test"
        rule.detection.vendorFields = [
            .init(key: "Author", value: DataNode(.string("Someone"))),
            .init(
                key: "false_positives",
                value: DataNode(.list([DataNode(.string("Administrators")), DataNode(.int(1))]))
            ),
            .init(key: "references", value: DataNode(.list([DataNode(.string("https://a.test"))]))),
        ]
        let identity = rule.record().identity
        #expect(identity.slug == "panther-AWS.SSM.Test")
        #expect(identity.name == "A name")
        #expect(identity.description == "Words.")
        #expect(identity.author == "Someone")
        #expect(identity.falsePositives == ["Administrators"])
        #expect(identity.references == ["https://a.test"])
        #expect(identity.license == "Apache-2.0")
        #expect(identity.path == "rules/ssm test.yml")
        #expect(identity.upstream == "https://example.test/pack/blob/0123/rules/ssm%20test.yml")
        #expect(identity.families == ["AWS.CloudTrail"])
        #expect(!identity.isDeprecated)
    }

    static let names: [(displayName: String?, name: String)] = [
        (nil, "AWS.SSM.Test"), ("", "AWS.SSM.Test"), (" ", "AWS.SSM.Test"), ("A name", "A name"),
    ]

    @Test("a rule without a name is called by its identifier", arguments: names)
    func name(_ row: (displayName: String?, name: String)) {
        var rule = OneRule(Self.condition, id: "AWS.SSM.Test")
        rule.detection.displayName = row.displayName
        #expect(rule.record().identity.name == row.name)
        #expect(rule.record().summary.name == row.name)
    }

    static let deprecated: [(status: String?, isDeprecated: Bool)] = [
        (nil, false), ("Experimental", false), ("Deprecated", true), ("deprecated", true), ("unsupported", true),
    ]

    @Test("a status that means given up", arguments: deprecated)
    func deprecation(_ row: (status: String?, isDeprecated: Bool)) {
        var rule = OneRule(Self.condition)
        rule.detection.status = row.status
        #expect(rule.record().identity.isDeprecated == row.isDeprecated)
    }

    @Test("indicators, actions and the names of fields")
    func logic() {
        let record = OneRule(Self.condition).record()
        #expect(record.indicators.map(\.key).first == #"eventname eq "sendcommand""#)
        #expect(record.indicators.map(\.isNegated) == [false, false, true])
        #expect(record.actions.map(\.action.name) == ["SendCommand"])
        #expect(record.fieldNames == ["eventname", "eventsource", "useridentity.type"])
        #expect(record.logic.completeness == .exact)
        #expect(record.logic.hash?.count == 16)
    }

    @Test("actions are those of the log that a rule asks for")
    func logs() {
        let ways: [(log: String, action: Condition)] = [
            ("Box.Event", .test("event_type", [.string("FAILED_LOGIN")])),
            ("Asana.Audit", .test("event_type", [.string("user_login_failed")])),
            ("AWS.CloudTrail", .test("eventName", [.string("ConsoleLogin")])),
        ]
        var rule = OneRule(.any(ways.map { .all([.test("p_log_type", [.string($0.log)]), $0.action]) }))
        rule.detection.logSources = ways.map(\.log)
        let found = rule.record().actions.map { "\($0.action.family) \($0.action.field) \($0.action.name)" }
        #expect(
            found.sorted() == [
                "AWS.CloudTrail eventName ConsoleLogin", "Asana.Audit event_type user_login_failed",
                "Box.Event event_type FAILED_LOGIN",
            ]
        )
    }

    @Test("tests: a policy's expectation is turned round, and what JSON cannot say has no event")
    func tests() {
        var rule = OneRule(Self.condition)
        rule.detection.tests = [
            UnitTest(
                name: "one",
                expectedResult: true,
                input: .event(DataNode(.map(DataMap([.init(key: DataNode(.string("a")), value: DataNode(.int(1)))])))),
                mocks: [Mock(name: "now", returnValue: .string("x"))],
                span: Span(0, 0)
            ),
            UnitTest(name: "two", expectedResult: false, input: .event(DataNode(.bytes([0]))), span: Span(0, 0)),
        ]
        var facts = rule.facts
        facts.validation = ValidationEntry(agreeing: ["one"], undecided: ["two"])
        facts.outcomes = [.init(passed: true, functions: [.init(name: "rule", result: "true", isError: false)])]
        let tests = RecordMaker().record(facts, origin: OneRule.origin, slug: "s").tests
        #expect(tests.map(\.event) == [#"{"a":1}"#, nil])
        #expect(tests.map(\.passed) == [true, nil])
        #expect(tests.map(\.condition) == [.agrees, .undecided])
        #expect(tests[0].mocks == [.init(name: "now", returnValue: #""x""#)])
        facts.detection.kind = .policy
        let policy = RecordMaker().record(facts, origin: OneRule.origin, slug: "s").tests
        #expect(policy.map(\.expectsMatch) == [false, true])
    }

    @Test("a condition without indicators is like no other")
    func withoutIndicators() {
        #expect(OneRule(.leaf(Leaf(.get("a"), .exists))).record().logic.hash == nil)
        let facts = RuleFacts(detection: OneRule(.constant(true)).detection, condition: nil)
        let record = RecordMaker().record(facts, origin: OneRule.origin, slug: "s")
        #expect(record.logic.completeness == .opaque)
        #expect(record.logic.text == "")
    }

    @Test("the condition of a list is as long as the limit, or cut", arguments: [0, 1])
    func conditionLength(past: Int) {
        let most = RuleSummary.conditionLengthMax
        let record = OneRule(.test("f", [.string(String(repeating: "é", count: most - #"f eq """#.count + past))]))
            .record()
        #expect(record.logic.text.count == most + past)
        #expect(record.summary.condition == String(record.logic.text.prefix(most)))
    }

    @Test("indicators of a rule: as many as the limit, and one more", arguments: [0, 1])
    func indicators(past: Int) {
        let most = RecordMaker.indicatorsMax
        let values = (0..<most + past).map { Literal.string("v\($0)") }
        let record = OneRule(.test("f", .isIn, values)).record()
        #expect(record.indicators.count == most)
        #expect(Set(record.indicators.map(\.key)).count == most)
    }

    @Test("a condition of so many nodes is looked at for duplicates, and no larger one", arguments: [0, 1])
    func hashedNodes(past: Int) {
        // The list is a node too.
        let leaves = Array(repeating: Condition.test("f", ["x"]), count: RecordMaker.hashedNodesMax - 1 + past)
        #expect((OneRule(.any(leaves)).record().logic.hash == nil) == (past == 1))
    }

    @Test("a correlation is a sequence of other rules' matches")
    func correlation() {
        let correlation = Correlation(
            steps: [.init(id: "a", detection: "Rule.A"), .init(id: "b", detection: "Rule.B", minimum: 2)],
            form: .sequence([]),
            links: [.init(fields: [.init(step: 0, path: "p_alert_context.x"), .init(step: 1, path: "y")])],
            lookbackMinutes: 15,
            rateMinutes: nil
        )
        var rule = OneRule(.constant(true))
        rule.detection.kind = .correlation
        let facts = RuleFacts(detection: rule.detection, correlation: correlation)
        let record = RecordMaker().record(facts, origin: OneRule.origin, slug: "s")
        #expect(
            record.logic.text
                == "a: match of Rule.A then b: 2 × match of Rule.B within 15 min joined by p_alert_context.x=y"
        )
        #expect(record.logic.completeness == .exact)
    }

    @Test("a file is cut at a character, and says so")
    func cut() {
        let text = String(repeating: "é", count: SourceText.bytesMax / 2)
        let whole = SourceText(path: "a", language: "yaml", bytes: Array(text.utf8))
        #expect(!whole.isCut)
        #expect(whole.text == text)
        let long = SourceText(path: "a", language: "yaml", bytes: Array(("a" + text).utf8))
        #expect(long.isCut)
        #expect(long.text.utf8.count == SourceText.bytesMax - 1)
    }

    static let addresses: [(path: String, address: String?)] = [
        ("rules/a.yml", "https://example.test/pack/blob/0123/rules/a.yml"),
        ("a b<c>.yml", "https://example.test/pack/blob/0123/a%20b%3Cc%3E.yml"), ("../a.yml", nil), ("/etc/passwd", nil),
    ]

    @Test("the address of a file upstream", arguments: addresses)
    func address(_ row: (path: String, address: String?)) {
        #expect(OneRule.origin.address(of: row.path) == row.address)
    }
}
