import Conditions
import Detections
import Diagnostics
import Documents
import Engine
import Events
import Extraction
import Foundation
import Testing

/// The page of a detection: condition, badge, indicators, outputs.
@Suite("Pages of detections")
struct DetectionPageTests {
    private static func event(_ name: String, _ json: String, expecting result: Bool, mocks: [Mock] = []) throws
        -> UnitTest
    {
        let node = try YAMLText.node(json).node
        return UnitTest(name: name, expectedResult: result, input: .event(node), mocks: mocks, span: Span(0, 0))
    }

    private static func page(_ rule: OneRule, beside others: [OneRule] = []) throws -> DetectionPage {
        var pack = rule.pack
        pack.detections += others.map(\.detection)
        var maker = PageMaker(pack)
        let made = maker.page(of: 0)
        return try #require(made)
    }

    static let body = """
        NAMES = {"CreateUser", "CreateRole"}

        def rule(event):
            if event.get("eventName") not in NAMES:
                return False
            return event.deep_get("userIdentity", "type") != "AWSService"

        def title(event):
            return event.get("eventName")

        def alert_context(event):
            return {"who": event.deep_get("userIdentity", "arn")}
        """

    @Test("an exact condition, validated by its tests")
    func exact() throws {
        var rule = OneRule(Self.body)
        rule.detection.tests = [
            try Self.event("yes", "{eventName: CreateUser, userIdentity: {type: Root}}", expecting: true),
            try Self.event("service", "{eventName: CreateUser, userIdentity: {type: AWSService}}", expecting: false),
            try Self.event("other", "{eventName: X}", expecting: false),
        ]
        let page = try Self.page(rule)
        #expect(
            page.condition.text == #"eventName in ["CreateUser","CreateRole"] and userIdentity.type ne "AWSService""#
        )
        #expect(page.completeness == .exact)
        #expect(page.validation.agreeing == ["yes", "service", "other"])
        #expect(page.validation.isComplete)
        #expect(page.reads.map(\.path) == ["eventName", "userIdentity.type"])
        #expect(page.outputs.contains { $0.origin == "title" && $0.name == "eventName" })
        #expect(page.outputs.contains { $0.origin == "alert_context" && $0.name == "who" })
    }

    @Test("a test that the condition contradicts takes the badge away")
    func contradicted() throws {
        var rule = OneRule(Self.body)
        rule.detection.tests = [try Self.event("wrong", "{eventName: CreateUser}", expecting: false)]
        let page = try Self.page(rule)
        #expect(page.validation.disagreeing == ["wrong"])
        #expect(!page.isExact)
        #expect(page.completeness == .partial)
        #expect(PageText(usesColor: false).page(page).contains("Its own tests contradict it: “wrong”"))
    }

    @Test("a test with mocks is put to the condition of the module with those mocks")
    func mocks() throws {
        var rule = OneRule(
            """
            from datetime import datetime

            def is_night():
                return datetime.now().hour < 6

            def rule(event):
                return event.get("a") == 1 and is_night()
            """
        )
        func mock(_ value: Bool) -> [Mock] { [Mock(name: "is_night", returnValue: .bool(value))] }
        rule.detection.tests = [
            try Self.event("night", "{a: 1}", expecting: true, mocks: mock(true)),
            try Self.event("day", "{a: 1}", expecting: false, mocks: mock(false)),
            try Self.event("unmocked", "{a: 1}", expecting: false), try Self.event("miss", "{a: 2}", expecting: false),
        ]
        let page = try Self.page(rule)
        #expect(page.validation.agreeing == ["night", "day", "miss"])
        #expect(page.validation.undecided == ["unmocked"])
        #expect(page.completeness == .partial)
    }

    @Test("a policy's condition says what is not compliant")
    func policy() throws {
        var rule = OneRule("def policy(resource):\n    return resource.get('Encrypted') is True\n")
        rule.detection.kind = .policy
        rule.detection.logSources = []
        rule.detection.tests = [
            try Self.event("good", "{Encrypted: true}", expecting: true),
            try Self.event("bad", "{Encrypted: false}", expecting: false),
        ]
        let page = try Self.page(rule)
        #expect(page.validation.agreeing == ["good", "bad"])
    }

    @Test("others that look for the same are counted, deprecated ones and other logs left out")
    func company() throws {
        var second = OneRule("def rule(event):\n    return event['EVENTNAME'].lower() == 'createuser'\n", id: "Second")
        var deprecated = OneRule(Self.body, id: "Deprecated")
        deprecated.detection.status = "Deprecated"
        var other = OneRule(Self.body, id: "Other")
        other.detection.logSources = ["Okta.SystemLog"]
        let page = try Self.page(OneRule(Self.body), beside: [second, deprecated, other])
        let counts = page.indicators.map { use in (use.indicator.value, use.indicator.isNegated, use.others) }
        #expect(counts.map(\.0) == ["CreateUser", "CreateRole", "AWSService"])
        #expect(counts.map(\.1) == [false, false, true])
        #expect(counts.map(\.2) == [["Second"], [], []])
        second.detection.logSources = []
        #expect(try Self.page(OneRule(Self.body), beside: [second]).indicators[0].others == ["Second"])
    }

    @Test("the JSON form has the contract's keys")
    func json() throws {
        var rule = OneRule(Self.body)
        rule.detection.tests = [try Self.event("other", "{eventName: X}", expecting: false)]
        let page = try Self.page(rule)
        let value = try JSONSerialization.jsonObject(with: Data(page.json().utf8))
        let object = try #require(value as? [String: Any])
        #expect(object["detection"] as? String == "Test.Rule")
        #expect(object["exact"] as? Bool == true)
        #expect(object["validated"] as? [String: Int] == ["agree": 1, "disagree": 0, "undecided": 0])
        #expect(object["reads"] as? [String] == ["eventName", "userIdentity.type"])
        let indicators = try #require(object["indicators"] as? [[String: Any]])
        #expect(indicators.first?["field"] as? String == "eventName")
        #expect(indicators.first?["values"] as? [String] == ["CreateUser"])
        #expect(indicators.first?["rules"] as? Int == 0)
        let outputs = try #require(object["outputs"] as? [[String: Any]])
        #expect(outputs.contains { $0["field"] as? String == "who" && $0["origin"] as? String == "alert_context" })
        let condition = try #require(object["condition"])
        let text = String(decoding: try JSONSerialization.data(withJSONObject: condition), as: UTF8.self)
        #expect(try Condition(json: text) == page.condition.withoutPlaces)
    }

    @Test("nothing that a rule says reaches the terminal as a command")
    func hostileNames() throws {
        let page = try Self.page(OneRule("def rule(event):\n    return event.get('a\\x1b[2J') == '\\u202e'\n"))
        let text = PageText(usesColor: false).page(page)
        #expect(!text.contains("\u{1B}"))
        #expect(!text.contains("\u{202E}"))
    }

    @Test("a rule whose language says its condition itself") func logic() throws {
        let opaque = Opaque(.dynamicKey, text: "lookup(x)", reads: [.get("userIdentity"), .get("eventName")])
        var rule = OneRule(Self.body)
        rule.detection.body = .logic(
            DetectionLogic(
                .all([.leaf(Leaf(.get("eventName"), .equals, ["CreateUser"])), .opaque(opaque)]),
                outputs: [OutputField(name: "who", origin: "outcome", kind: .field, reads: [.get("userIdentity")])]
            )
        )
        let page = try Self.page(rule, beside: [OneRule(Self.body, id: "Other.Rule")])
        #expect(page.completeness == .partial)
        #expect(page.reads.map(\.path) == ["eventName", "userIdentity"])
        #expect(page.outputs.map(\.name) == ["who"])
        #expect(page.opaque == [opaque])
        #expect(page.indicators.map(\.others) == [["Other.Rule"]])
    }
}
