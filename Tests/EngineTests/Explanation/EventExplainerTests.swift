import Conditions
import Detections
import Engine
import Events
import Testing

@Suite("Explanations of events")
struct EventExplainerTests {
    /// What a rule says of one event.
    private static func verdict(_ rule: OneRule, _ event: String) throws -> EventVerdict {
        var maker = PageMaker(rule.pack)
        let made = maker.page(of: 0)
        let page = try #require(made)
        var explainer = EventExplainer(
            CompiledPack(rule.pack),
            detection: 0,
            condition: page.condition,
            options: ScanOptions(),
            wallClock: { 1_700_000_000 }
        )
        var found: EventVerdict?
        let bytes = Array(event.utf8) + [UInt8](repeating: 0, count: Tape.paddingByteCount)
        try bytes.withUnsafeBytes { buffer in
            let text = UnsafeRawBufferPointer(rebasing: buffer.dropLast(Tape.paddingByteCount))
            found = try explainer.explain(text, record: 3)
        }
        return try #require(found)
    }

    static let rule = OneRule(
        """
        def rule(event):
            return event.get("eventName") == "CreateUser" and not event.get("errorCode")
        """
    )

    static let rows: [(String, String, Bool?, [String])] = [
        (
            #"{"eventName":"CreateUser"}"#, "matches", true,
            [#"eventName eq "CreateUser" holds: found "CreateUser""#, "errorCode is empty holds: found nothing"]
        ),
        (#"{"eventName":"X"}"#, "does not match", false, [#"eventName eq "CreateUser" does not hold: found "X""#]),
        (
            #"{"eventName":"CreateUser","errorCode":"AccessDenied"}"#, "does not match", false,
            [#"errorCode is empty does not hold: found "AccessDenied""#]
        ),
        (
            #"{"eventName":"CreateUser","p_log_type":"Okta.SystemLog"}"#,
            "not looked at: the detection does not read Okta.SystemLog", false,
            [#"eventName eq "CreateUser" holds: found "CreateUser""#, "errorCode is empty holds: found nothing"]
        ),
    ]

    @Test("a match and a miss name what decided", arguments: rows)
    func verdicts(_ row: (String, String, Bool?, [String])) throws {
        let verdict = try Self.verdict(Self.rule, row.0)
        #expect(verdict.record == 3)
        #expect(verdict.headline == row.1)
        #expect(verdict.isMatch == row.2)
        #expect(verdict.reasons == row.3)
        #expect(!verdict.isContradicted)
    }

    @Test("an error is the rule's")
    func failure() throws {
        let verdict = try Self.verdict(OneRule("def rule(event):\n    return event['a'] == 1\n"), "{}")
        #expect(verdict.isMatch == nil)
        #expect(verdict.headline.hasPrefix("fails: KeyError"))
        #expect(!verdict.isContradicted)
    }

    @Test("what only the code can tell is said so, and the code is asked")
    func opaque() throws {
        let rule = OneRule(
            """
            from datetime import datetime

            def rule(event):
                return event.get("a") == 1 and datetime.now().year > 2000
            """
        )
        let verdict = try Self.verdict(rule, #"{"a":1}"#)
        #expect(verdict.isMatch == true)
        #expect(verdict.explanation.truth == .unknown)
        #expect(verdict.reasons.contains { $0.hasPrefix("only the code can tell") })
        #expect(try Self.verdict(rule, #"{"a":2}"#).explanation.truth == .false)
    }
}
