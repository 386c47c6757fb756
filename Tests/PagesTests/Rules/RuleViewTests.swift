import Catalog
import Conditions
import Events
import TestSupport
import Testing

@testable import Pages

/// The page of a rule.
@Suite struct RuleViewTests {
    @Test("every section is there and filled, served and exported", arguments: ["served", "exported"])
    func golden(form: String) throws {
        let frame = Sample.frame(form == "served" ? .served : .files(depth: 1))
        let html = RuleView(Sample().page, frame: frame).render().html
        // The numbers of assets change with them.
        try expectGolden("rule-\(form).html", html.replacing(#/-[0-9a-f]{8,16}\.(css|js|svg)/#) { ".\($0.1)" })
    }

    @Test("techniques that are named apart from tactics stand with those that they serve")
    func attack() {
        var page = Sample().page
        page.attack = [
            AttackMention(tactic: nil, technique: "T1059.001"), AttackMention(tactic: "TA0002", technique: nil),
            AttackMention(tactic: "TA0005", technique: nil), AttackMention(tactic: nil, technique: "T1110"),
            AttackMention(tactic: nil, technique: "T1203"), AttackMention(tactic: nil, technique: "T9999"),
        ].map { AttackEntry($0) }
        let html = RuleView(page, frame: Sample.frame(.served)).render().html
        let section = html.split(separator: "id=\"attack\"")[1].split(separator: "</section>")[0]
        let rows = section.split(separator: "<tr>").dropFirst(2).map { row in
            let text = row.replacing(#/<[^>]*>/#, with: " ").split(whereSeparator: \.isWhitespace)
            return text.filter { $0.first == "T" || $0 == "Credential" }.joined(separator: " ")
        }
        #expect(rows == ["TA0002 T1059.001 T1203", "TA0005", "Credential T1110", "T9999"])
    }

    @Test("each action is said with the field of the log that names it") func actions() {
        var page = Sample().page
        page.sameAction.actions = [
            ("Box", "type", "A"), ("Okta", "event", "C"), ("Box", "type", "B"), ("Okta", "name", "D"),
        ].map {
            Action(family: $0.0, field: $0.1, name: $0.2)
        }
        let html = RuleView(page, frame: Sample.frame(.served)).render().html
        let text = html.replacing(#/<[^>]*>/#, with: "")
        #expect(
            text.contains(
                "look for A, B in type of Box; C in event of Okta; D in name of Okta, the most specific first"
            )
        )
    }

    @Test("rules of a list: as many as the limit, and one more", arguments: [0, 1]) func neighbours(past: Int) {
        let sample = Sample()
        var page = sample.page
        let names = (0..<RuleView.neighboursMax + past).map { "Neighbour \($0)." }
        page.sameAction.otherVendors = names.map { name in
            ActionRule(rule: sample.summary(name), action: sample.action, match: .equals, alternatives: 1)
        }
        let html = RuleView(page, frame: Sample.frame(.served)).render().html
        #expect(names.filter { html.contains($0) } == Array(names.prefix(RuleView.neighboursMax)))
        // The rule itself is one of those that the action's page lists.
        #expect(html.contains("All \(names.count + 1) rules") == (past == 1))
    }

    @Test("events of all tests: as many bytes as the limit, and one more", arguments: [0, 1]) func eventBytes(past: Int)
    {
        var page = Sample().page
        let small = "{\"marmoset\":1}"
        let large = RuleView.eventBytesMax - small.utf8.count + past
        let filling = String(repeating: "x", count: large - "{\"tamarin\":\"\"}".utf8.count)
        page.tests = ["{\"tamarin\":\"\(filling)\"}", small].map { event in
            TestEntry(name: "t", expectsMatch: true, event: event)
        }
        let html = RuleView(page, frame: Sample.frame(.served)).render().html
        #expect(html.contains("tamarin"))
        #expect(html.contains("marmoset") == (past == 0))
    }

    @Test("verdicts of one kind: as many as the limit, and one more", arguments: [0, 1]) func verdicts(past: Int) throws
    {
        let count = EventView.verdictsMax + past
        let rules = (0..<count).map { number in
            EventMatcher.Rule(
                rule: Sample().summary("Verdict \(number)."),
                families: ["AWS.CloudTrail"],
                condition: .leaf(Leaf(.get("eventName"), .equals, ["A"]))
            )
        }
        var matcher = EventMatcher(rules)
        for (event, word) in [("A", "match"), ("B", "do not")] {
            let text = "{\"eventVersion\":\"1.08\",\"eventSource\":\"a\",\"eventName\":\"\(event)\"}"
            let report = try matcher.match(Array(text.utf8), log: nil, parseTime: EventTime(microseconds: 0))
            let view = EventView(text: text, outcome: .report(report), logs: [], frame: Sample.frame(.served))
            let html = view.render().html
            #expect(html.ranges(of: "Verdict ").count == EventView.verdictsMax, "\(word)")
            #expect(html.contains("\(count)"))
        }
    }

    /// What strangers may write.
    static let hostile = [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)",
        "</textarea></code></pre>",
        "{{html}} {{{html}}} {{#x}}{{/x}} {{> rule}}", "\u{202E}exe.cod", "\u{1B}]0;x\u{07}",
        "\"\u{301} autofocus onfocus=alert(1) x=",
        "&lt;b&gt;", "-->", "]]>", "javascript:alert(1)",
    ]

    @Test("hostile text stays text", arguments: hostile)
    func isHarmless(text: String) {
        let html = RuleView(Sample { $0 + text }.page, frame: Sample.frame(.served)).render().html
        let plain = RuleView(Sample().page, frame: Sample.frame(.served)).render().html
        // Text adds no kind of element and no attribute, however it is written.
        let added = Self.tags(html).subtracting(Self.tags(plain))
        #expect(added.isEmpty, "\(text)")
        #expect(!html.unicodeScalars.contains { "\u{202E}\u{1B}\u{07}".unicodeScalars.contains($0) })
        #expect(!html.lowercased().contains("href=\"javascript:"))
    }

    /// Elements with the names of their attributes. Browsers go by scalars: `>` and a combining accent are a `>` to them.
    static func tags(_ html: String) -> Set<String> {
        let tag = #/<(\/?[a-zA-Z!][^\s>"']*)((?:\s+[^\s=>"']+(?:="[^"]*")?)*)\s*>/#.matchingSemantics(.unicodeScalar)
        let attribute = #/\s([^\s=>"']+)(?:="[^"]*")?/#.matchingSemantics(.unicodeScalar)
        return Set(
            html.matches(of: tag).map { match in
                ([String(match.1)] + match.2.matches(of: attribute).map { String($0.1) }).joined(separator: " ")
            }
        )
    }
}
