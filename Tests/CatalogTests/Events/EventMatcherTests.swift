import Catalog
import Conditions
import Detections
import Events
import Testing

/// An event put to many conditions.
@Suite struct EventMatcherTests {
    static func rule(
        _ name: String,
        _ condition: Condition,
        vendor: Vendor = .panther,
        families: [String] = ["AWS.CloudTrail"],
        severity: Severity? = .medium
    ) -> EventMatcher.Rule {
        let summary = RuleSummary(
            slug: name,
            id: name,
            name: name,
            vendor: vendor,
            collection: "pack",
            severity: severity,
            status: nil,
            isDeprecated: false,
            completeness: .exact,
            condition: condition.text
        )
        return EventMatcher.Rule(rule: summary, families: families, condition: condition)
    }

    static func report(
        _ rules: [EventMatcher.Rule],
        _ event: String,
        log: String? = nil
    ) throws(EventFault) -> EventReport {
        var matcher = EventMatcher(rules)
        return try matcher.match(Array(event.utf8), log: log, parseTime: EventTime(microseconds: 0))
    }

    static let event = #"{"eventVersion":"1.08","eventSource":"ssm.amazonaws.com","eventName":"SendCommand"}"#
    static let matches = Condition.test("eventName", ["SendCommand"])
    static let misses = Condition.test("eventName", ["DeleteTrail"])

    @Test("each rule has its verdict, the most severe first") func verdicts() throws {
        let report = try Self.report(
            [
                Self.rule("low", Self.matches, severity: .low),
                Self.rule("high", Self.matches, severity: .high),
                Self.rule("none", Self.matches, severity: nil),
                Self.rule("missing", Self.misses),
                Self.rule("opaque", .all([Self.matches, .opaque(Opaque(.cache))])),
                // What is false before the code is asked is no question of the code; what comes after it, the code may never reach.
                Self.rule("decided", .all([Self.misses, .opaque(Opaque(.cache))])),
            ],
            Self.event
        )
        #expect(report.log == "AWS.CloudTrail")
        #expect(report.asked == 6)
        #expect(report.matching.map(\.rule.slug) == ["high", "low", "none"])
        #expect(report.undecided.map(\.rule.slug) == ["opaque"])
        #expect(Set(report.missing.map(\.rule.slug)) == ["missing", "decided"])
    }

    @Test("of rules that do not match, those come first of which most is met") func nearness() throws {
        let report = try Self.report(
            [
                Self.rule("far", .all([Self.misses, .test("a", [1])])),
                Self.rule("near", .all([Self.matches, .test("eventSource", ["ssm.amazonaws.com"]), .test("a", [1])])),
                Self.rule("half", .all([Self.matches, .test("a", [1])])),
            ],
            Self.event
        )
        #expect(report.missing.map(\.rule.slug) == ["near", "half", "far"])
    }

    /// The log of an event, and which of three rules are asked: for CloudTrail, for Okta, for all logs.
    static let logs: [(event: String, log: String?, asked: Int, family: String?)] = [
        (event, nil, 2, "AWS.CloudTrail"),
        (#"{"p_log_type":"Okta.SystemLog"}"#, nil, 2, "Okta.SystemLog"),
        // What the event says goes before what was told.
        (#"{"p_log_type":"Okta.SystemLog"}"#, "AWS.CloudTrail", 2, "Okta.SystemLog"),
        (#"{"a":1}"#, "okta", 2, "Okta.SystemLog"),
        (#"{"a":1}"#, "awscloudtrail", 2, "AWS.CloudTrail"),
        (#"{"a":1}"#, "SecurityEvent", 1, "Windows.Security"),
        (#"{"a":1}"#, "Nothing.Known", 1, "Nothing.Known"),
        (#"{"a":1}"#, nil, 3, nil),
        (#"{"p_log_type":1}"#, nil, 3, nil),
    ]

    @Test("only rules for such a log are asked", arguments: logs)
    func asksOnlyReaders(event: String, log: String?, asked: Int, family: String?) throws {
        let report = try Self.report(
            [
                Self.rule("cloudtrail", Self.matches), Self.rule("okta", Self.matches, families: ["Okta.SystemLog"]),
                Self.rule("all", Self.matches, families: []),
            ],
            event,
            log: log
        )
        #expect(report.asked == asked)
        #expect(report.family == family)
    }

    @Test("Panther's standard fields are there") func standardFields() throws {
        let report = try Self.report([Self.rule("a", .test("p_log_type", ["AWS.CloudTrail"]))], Self.event)
        #expect(report.matchingCount == 1)
    }

    @Test("a data model's fields are asked in the terms of the log") func dataModel() throws {
        func field(_ path: [String], canonical: String?) -> FieldReference {
            var field = FieldReference.deepGet(path)
            field.canonical = canonical
            return field
        }
        let known = Leaf(field(["metadata", "product_event_type"], canonical: "eventName"), .equals, ["SendCommand"])
        let unknown = Leaf(field(["metadata", "vendor_name"], canonical: nil), .equals, ["AMAZON"])
        let report = try Self.report(
            [
                Self.rule("known", .leaf(known), vendor: .chronicle),
                Self.rule("unknown", .all([.leaf(known), .leaf(unknown)]), vendor: .chronicle),
                // Another vendor's rule reads the log itself.
                Self.rule("own", .leaf(known), vendor: .panther),
            ],
            Self.event
        )
        #expect(report.matching.map(\.rule.slug) == ["known"])
        #expect(report.undecided.map(\.rule.slug) == ["unknown"])
        #expect(report.missing.map(\.rule.slug) == ["own"])
    }

    @Test("what is JSON but no object is refused", arguments: ["[]", "1", "\"a\"", "null"])
    func noObject(text: String) { #expect(throws: EventFault.noObject) { try Self.report([], text) } }

    @Test("what is no JSON is refused", arguments: ["", "{", "nonsense", "{\"a\":}"])
    func noJSON(text: String) { #expect(throws: EventFault.self) { try Self.report([], text) } }

    @Test("a fault does not spoil the next event") func goesOn() throws {
        var matcher = EventMatcher([Self.rule("a", Self.matches)])
        let time = EventTime(microseconds: 0)
        _ = try? matcher.match(Array("{\"a\":".utf8), parseTime: time)
        #expect(try matcher.match(Array(Self.event.utf8), parseTime: time).matchingCount == 1)
    }

    @Test("at the limit all verdicts are listed, past it they are counted") func limit() throws {
        for extra in [0, 1] {
            let rules = (0..<EventMatcher.verdictsMax + extra).map { Self.rule("\($0)", Self.misses) }
            let report = try Self.report(rules, Self.event)
            #expect(report.missing.count == EventMatcher.verdictsMax)
            #expect(report.missingCount == EventMatcher.verdictsMax + extra)
        }
    }
}
