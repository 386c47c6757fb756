import Catalog
import Conditions
import Detections
import Diagnostics
import Pages

/// A rule with something in every section of its page.
struct Sample {
    /// What every text of the rule holds.
    var text: (String) -> String = { $0 }

    private var detection: Detection {
        let source = Source(path: "/pack/rules/a.yml", text: "RuleID: Test.Rule # x\n")
        var detection = Detection(
            id: text("Test.Rule"),
            kind: .rule,
            body: .python(path: "/pack/rules/a.py", Source(path: "/pack/rules/a.py", text: code)),
            source: source,
            idSpan: Span(0, 0)
        )
        detection.displayName = text("A test")
        detection.severity = .high
        detection.status = text("Experimental")
        detection.isEnabled = false
        detection.description = text("First.") + "\n\nSecond."
        detection.runbook = text("Look.")
        detection.reference = text("https://example.test/")
        detection.tags = [text("AWS")]
        detection.reports = [Report(framework: text("CIS"), items: [text("3.1")], spans: [Span(0, 0)])]
        detection.logSources = [text("AWS.CloudTrail")]
        return detection
    }

    private var code: String {
        "def rule(event):\n    return event.get('eventName')\n# \(text("end"))\n"
    }

    private var record: RuleRecord {
        let origin = CollectionOrigin(
            name: text("pack"),
            root: "/pack",
            upstream: "https://example.test/pack/",
            license: text("Apache-2.0")
        )
        var facts = RuleFacts(detection: detection, condition: condition)
        facts.validation = ValidationEntry(agreeing: ["one"], disagreeing: [text("two")], undecided: ["three"])
        facts.outputs = [
            OutputField(
                name: text("eventName"),
                origin: text("alert_context"),
                kind: .field,
                reads: [.get(text("eventName"))]
            ),
            OutputField(
                name: text("who"),
                origin: text("alert_context"),
                kind: .computed,
                reads: [.get(text("userIdentity"))]
            ),
        ]
        facts.reads = [.get(text("eventName"))]
        facts.opaque = condition.opaqueNodes
        var record = RecordMaker().record(facts, origin: origin, slug: "panther-Test.Rule")
        record.identity.isDeprecated = true
        record.identity.falsePositives = [text("Administrators")]
        record.identity.references += [text("javascript:alert(1)")]
        record.identity.author = text("Somebody")
        record.identity.created = text("2026-01-01")
        record.identity.modified = text("2026-01-02")
        record.attack = [
            AttackMention(tactic: "TA0002", technique: "T1203"), AttackMention(tactic: "TA0002", technique: "T1002"),
            AttackMention(tactic: nil, technique: text("T0000")),
        ]
        record.tests = tests
        return record
    }

    private var tests: [TestEntry] {
        [
            TestEntry(
                name: text("one"),
                expectsMatch: true,
                event: "{\"eventName\":\"\(text("A").replacing("\"", with: "'"))\",\"n\":[1]}",
                mocks: [.init(name: text("get_string_set"), returnValue: text("\"[]\""))],
                passed: true,
                functions: [.init(name: text("rule"), result: text("true"), isError: false)],
                condition: .agrees
            ),
            TestEntry(
                name: "two",
                expectsMatch: false,
                event: nil,
                passed: false,
                functions: [.init(name: "title", result: text("KeyError: 'x'"), isError: true)],
                failure: text("no module"),
                condition: .disagrees
            ),
        ]
    }

    var condition: Condition {
        .all([
            .leaf(
                Leaf(
                    .deepGet([text("eventName")]),
                    .isIn,
                    [.string(text("A")), .string(text("B"))],
                    place: SourcePlace(line: 2)
                )
            ),
            .not(.leaf(Leaf(.get("errorCode"), .isNull))),
            .quantifier(
                Quantifier(
                    .some,
                    of: .get("ids"),
                    .elements,
                    .leaf(Leaf(FieldReference(.element(0)), .startsWith, ["i-"]))
                )
            ),
            .opaque(Opaque(.cache, place: SourcePlace(line: 3), text: text("get_string_set(key)"))),
        ])
    }

    func summary(_ name: String = "Another") -> RuleSummary {
        RuleSummary(
            slug: "sigma-other",
            id: text("other"),
            name: text(name),
            vendor: .sigma,
            collection: text("sigma"),
            severity: .low,
            status: text("stable"),
            isDeprecated: false,
            completeness: .exact,
            condition: text("eventName eq \"A\"")
        )
    }

    var action: Action { Action(family: text("AWS.CloudTrail"), field: text("eventName"), name: text("A")) }

    var page: RulePage {
        let record = record
        return RulePage(
            record: record,
            sources: RecordMaker().sources(detection, origin: CollectionOrigin(name: "pack", root: "/pack")),
            logic: LogicSection(record: record.logic, condition: condition),
            sameAction: SameActionSection(
                actions: [action],
                sameVendor: [],
                otherVendors: [ActionRule(rule: summary(), action: action, match: .equals, alternatives: 1)],
                techniques: ["T1203", "T1651"].compactMap { id in
                    AttackEntry(AttackMention(tactic: nil, technique: id)).technique.map {
                        TechniqueVote(technique: $0, rules: 1, isOwn: id == "T1203")
                    }
                }
            ),
            indicators: record.indicators.map { IndicatorEntry(indicator: $0, sameVendorRules: 0, allRules: 1234) },
            similar: [SimilarRule(rule: summary(), score: 0.5, reason: text("same eventName"))],
            duplicates: [DuplicateRule(rule: summary(), kind: .near)]
        )
    }

    static func frame(_ form: SiteLinks.Form) -> SiteFrame {
        SiteFrame(links: SiteLinks(form), ruleCount: 8012, vendorCount: 4, built: "2026-11-29")
    }
}
