import ChronicleFormat
import Conditions
import Detections
import Diagnostics
import Testing

/// What whole rules look for.
@Suite struct RuleLoweringTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var rule: RuleText
        var text: String
        var testDescription: String { rule.text }

        init(_ events: String, match: String = "", outcome: String = "", _ condition: String, _ text: String) {
            rule = RuleText(events: events, match: match, outcome: outcome, condition: condition)
            self.text = text
        }
    }

    static let oneEvent: [Case] = [
        Case("$e.a = 1", "$e", "a eq 1"),
        Case("$e.a = 1\n$e.b = 2", "$e", "a eq 1 and b eq 2"),
        Case("$e.a = 1", "#e > 0", "a eq 1"),
        Case("$e.a = 1", "!$e", "not (a eq 1)"),
        // What groups events has a value.
        Case("$e.a = 1\n$e.u = $u", match: "$u over 5m", "$e", "a eq 1 and u is not empty"),
        Case(
            "$e.a = 1\nre.capture($e.u, `x`) = $u",
            match: "$u over 5m",
            "$e",
            #"a eq 1 and u matches "x""#
        ),
        // Counts of events and of values.
        Case(
            "$e.a = 1\n$e.u = $u",
            match: "$u over 5m",
            "#e > 5",
            "count > 5 by u within 5 min where (a eq 1 and u is not empty)"
        ),
        Case(
            "$e.a = 1\n$e.u = $u",
            match: "$u over 1h",
            "6 <= #e",
            "count >= 6 by u within 1 h where (a eq 1 and u is not empty)"
        ),
        Case(
            "$e.u = $u\n$e.b = $b",
            match: "$u over 1h",
            "$e and #b > 1",
            "distinct(b) > 1 by u within 1 h where (u is not empty)"
        ),
        Case(
            "$e.u = $u\n$e.b = $b",
            match: "$u by 1h",
            "$e and #b < 3",
            "u is not empty and (distinct(b) < 3 by u within 1 h where (u is not empty))"
        ),
        // Outcomes.
        Case(
            "$e.u = $u",
            match: "$u over 1h",
            outcome: "$n = count_distinct($e.id)",
            "$e and $n > 4",
            "distinct(id) > 4 by u within 1 h where (u is not empty)"
        ),
        Case(
            "$e.u = $u",
            match: "$u over 1h",
            outcome: "$n = count($e.id)\n$s = sum($e.bytes)",
            "$e and $n = 1 and $s >= 100",
            "(count = 1 by u within 1 h where (u is not empty)) and (sum(bytes) >= 100 by u within 1 h where (u is not empty))"
        ),
        Case(
            "$e.u = $u",
            match: "$u over 1h",
            outcome: "$r = max(35)",
            "$e and $r > 30",
            "u is not empty"
        ),
        Case(
            "$e.u = $u",
            match: "$u over 1h",
            outcome: "$r = max(if($e.a = 1, 50, 10))",
            "$e and $r >= 50",
            "u is not empty and a eq 1"
        ),
        Case(
            "$e.u = $u",
            match: "$u over 1h",
            outcome: "$r = max($e.bytes)",
            "$e and $r < 50",
            "u is not empty and <computedValue: $r < 50>"
        ),
        Case("$e.a = 1", outcome: "$r = if($e.b = 1, 50, 10)", "$e and $r >= 50", "a eq 1 and b eq 1"),
        // Alternatives.
        Case(
            "$e.u = $u\n$e.b = $b",
            match: "$u over 1h",
            "$e and (#b > 2 or #e > 9)",
            """
            (distinct(b) > 2 by u within 1 h where (u is not empty)) or \
            (count > 9 by u within 1 h where (u is not empty))
            """
        ),
    ]

    static let severalEvents: [Case] = [
        Case(
            "$f.a = 1\n$f.u = $u\n$g.a = 2\n$g.v = $u",
            match: "$u over 10m",
            "$f and $g",
            "f: (a eq 1 and u is not empty) with g: (a eq 2 and v is not empty) within 10 min joined by u=v"
        ),
        Case("$f.u = $g.v", "$f and $g", "f: always with g: always joined by u=v"),
        Case(
            "$f.a = 1\n$g.a = 2\n$f.metadata.event_timestamp.seconds < $g.metadata.event_timestamp.seconds",
            "$f and $g",
            "f: (a eq 1) then g: (a eq 2)"
        ),
        Case(
            "$f.a = 1\n$g.a = 2\n$f.metadata.event_timestamp.seconds >= $g.metadata.event_timestamp.seconds",
            "#f > 3 and $g",
            "g: (a eq 2) then f: 4 × (a eq 1)"
        ),
        Case(
            "$f.a = 1\n$f.u = $u\n$g.a = 2\n$g.u = $u",
            match: "$u over 5m after $g",
            "$f and $g",
            "g: (a eq 2 and u is not empty) then f: (a eq 1 and u is not empty) within 5 min joined by u"
        ),
        Case(
            "$f.a = 1\n$f.u = $u\n$g.a = 2\n$g.u = $u",
            match: "$u over 5m before $g",
            "$f and $g",
            "f: (a eq 1 and u is not empty) then g: (a eq 2 and u is not empty) within 5 min joined by u"
        ),
        Case("$f.a = 1\n$g.a = 2", "$f and !$g", "f: (a eq 1) with no g: (a eq 2)"),
        Case("$f.a = 1\n$g.a = 2", "$f and #g >= 0", "a eq 1"),
        Case(
            "$f.a = 1\n$g.a = 2\n$f.b = $p",
            "$f and $g and #p > 3",
            "(f: (a eq 1) with g: (a eq 2)) and (distinct(b) > 3 where (a eq 1))"
        ),
        Case(
            "$f.a = 1\n$g.a = 2\n$f.b != $g.b",
            "$f and $g",
            "(f: (a eq 1) with g: (a eq 2)) and <unsupported: $f.b != $g.b>"
        ),
        // Three steps of which two share a value: a sequence has no words for it.
        Case(
            "$f.u = $p\n$g.u = $p\n$h.a = 1",
            "$f and $g and $h",
            "(f: always with g: always with h: (a eq 1)) and <unsupported: $f.u = $g.u>"
        ),
        Case(
            "strings.to_lower($f.u) = $p\n$g.u = $p",
            "$f and $g",
            "(f: always with g: always) and <computedValue: strings.to_lower($f.u) = $g.u>"
        ),
        Case(
            "$f.a = 1\n$g.a = 2",
            "2 of [$f, $g]",
            "f: (a eq 1) with g: (a eq 2)"
        ),
    ]

    static let entities: [Case] = [
        Case(
            "$e.a = 1\n$e.ip = $ip\n$x.graph.entity.ip = $ip\n$x.graph.metadata.entity_type = \"IP\"",
            match: "$ip over 5m",
            "$e and $x",
            "a eq 1 and ip is not empty and <enrichment: $x of the entity graph>"
        ),
        Case("$x.graph.entity.a = 1", "$x", "graph.entity.a eq 1"),
    ]

    @Test("a rule looks for this", arguments: oneEvent + severalEvents + entities)
    func rules(_ test: Case) { #expect(test.rule.conditionText == test.text) }

    @Test("what the entity graph is asked with are the fields of the event and its own") func entityReads() throws {
        let rule = RuleText(
            events: "$e.ip = $ip\n$x.graph.entity.ip = $ip\n$x.graph.metadata.entity_type = \"IP\"",
            condition: "$e and $x"
        )
        let part = try #require(rule.logic?.condition.opaqueNodes.first)
        #expect(part.reads.map(\.path) == ["ip", "graph.metadata.entity_type"])
    }

    @Test("with allow_zero_values what groups events may be empty") func zeroValues() {
        var rule = RuleText(events: "$e.a = 1\n$e.u = $u", match: "$u over 5m", options: "allow_zero_values = true")
        #expect(rule.conditionText == "a eq 1")
        rule.options = "allow_zero_values = false"
        #expect(rule.conditionText == "a eq 1 and u is not empty")
    }

    @Test("alternatives at the limit are written out, and past it the condition is opaque")
    func alternatives() throws {
        func rule(_ count: Int) -> RuleText {
            let events = (0..<count).map { "$e.f\($0) = $p\($0)" }.joined(separator: "\n")
            let pairs = (0..<count / 2).map { "(#p\(2 * $0) > 1 or #p\(2 * $0 + 1) > 1)" }
            return RuleText(events: events, match: "$p0 over 5m", condition: pairs.joined(separator: " and "))
        }
        #expect(try #require(rule(12).logic).condition.opaqueNodes.isEmpty)
        let over = try #require(rule(14).logic)
        #expect(over.condition.opaqueNodes.map(\.reason) == [.limit])
        for past in [0, 1] {
            let count = YaraLLimits().alternativesMax + past
            let rule = RuleText(
                events: (0..<count).map { "$e.f\($0) = $p\($0)" }.joined(separator: "\n"),
                match: "$p0 over 5m",
                condition: (0..<count).map { "#p\($0) > 1" }.joined(separator: " or ")
            )
            #expect(try #require(rule.logic).condition.opaqueNodes.map(\.reason) == (past == 0 ? [] : [.limit]))
        }
    }

    /// Thirty-five of the seventy choices of each list look into the next one.
    @Test("choices within choices end", .timeLimit(.minutes(1))) func nestedChoices() throws {
        var condition = "false"
        for _ in 0..<40 { condition = "4 of [\(condition), false, false, false, false, false, false, false]" }
        let rule = RuleText(events: "$e.a = 1", condition: "$e or " + condition)
        #expect(rule.conditionText == "a eq 1")
    }

    @Test("fields of a log that is known carry what the log calls them, and others do not") func canonicalNames() throws
    {
        let known = RuleText(
            events: """
                $e.metadata.product_name = "AWS CloudTrail"
                    $e.metadata.product_event_type = "SendCommand"
                    $f.metadata.product_event_type = "x"
                """,
            condition: "$e and $f"
        )
        let leaves = try #require(known.logic).condition.leaves
        #expect(leaves.map(\.field.canonical) == [nil, "eventName", nil])
        #expect(leaves.map(\.field.path).dropFirst() == ["metadata.product_event_type", "metadata.product_event_type"])
    }

    @Test("matches carry what groups them, and the outcomes") func outputs() throws {
        let rule = RuleText(
            events: "$e.a = 1\n$e.u = $u\n$d = strings.to_lower($e.d)",
            match: "$u over 5m",
            outcome: """
                $risk = max(35)
                    $ip = array_distinct($e.principal.ip)
                    $raw = $e.x["k"]
                    $score = max(if($e.b = 1, 5) + $risk)
                    $low = array_distinct($d)
                """
        )
        let outputs = try #require(rule.logic).outputs
        #expect(
            outputs.map { "\($0.origin) \($0.name) \($0.kind) \($0.reads.map(\.path))" } == [
                "match u field [\"u\"]", "outcome risk constant []", "outcome ip field [\"principal.ip\"]",
                "outcome raw field [\"x.k\"]", "outcome score computed [\"b\"]", "outcome low computed [\"d\"]",
            ]
        )
    }

    @Test("a rule that cannot be read in one place is still said in the others") func brokenPredicate() {
        let rule = RuleText(events: "$e.a = 1\n    $e.b = )\n    $e.c = 3")
        #expect(rule.loaded.diagnostics.map(\.code.identifier).contains("MG0901"))
        #expect(rule.conditionText.hasPrefix("a eq 1 and <unsupported"))
        #expect(rule.conditionText.hasSuffix("c eq 3"))
    }
}
