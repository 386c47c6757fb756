import Conditions
import Detections
import Testing

/// What one predicate of `events` means.
@Suite struct PredicateTests {
    static let cases: [(String, String)] = [
        // Comparisons. A field that nothing sets is empty, zero or false.
        (#"$e.a.b = "x""#, #"a.b eq "x""#),
        (#"$e.a != "x""#, #"a ne "x""#),
        (#"$e.a = "x" nocase"#, #"a eq "x" (any case)"#),
        (#"$e.a = """#, "a is empty"),
        (#"$e.a != """#, "a is not empty"),
        ("$e.a > 5", "a > 5"),
        ("5 < $e.a", "a > 5"),
        ("$e.a <= 2.5", "a <= 2.5"),
        ("$e.a = -5", "a eq -5"),
        ("$e.a = 2 + 3", "a eq 5"),
        ("$e.a = true", "a eq true"),
        ("$e.a", "a eq true"),
        ("not $e.a = 1", "not (a eq 1)"),
        ("$e.a = 1 or $e.b = 2", "a eq 1 or b eq 2"),
        ("$e.a = $e.b", "a eq b"),
        (#"$e.a["k y"].c[0] = "x""#, #"a["k y"].c[0] eq "x""#),
        // Patterns match anywhere, whether between slashes or in a call.
        ("$e.a = /x.z/", #"a matches "x.z""#),
        ("$e.a = /x.z/ nocase", #"a matches "(?i)x.z""#),
        ("$e.a != /x/", #"a does not match "x""#),
        ("re.regex($e.a, `x\\.z`)", #"a matches "x\\.z""#),
        ("re.regex($e.a, `x`) nocase", #"a matches "(?i)x""#),
        // Functions.
        (#"strings.contains(strings.to_lower($e.a), "x")"#, #"lower(a) contains "x""#),
        (#"strings.starts_with($e.a, "x")"#, #"a starts with "x""#),
        (#"not strings.ends_with($e.a, "x")"#, #"not (a ends with "x")"#),
        (#"strings.contains("a,b", $e.a)"#, #"a is part of "a,b""#),
        (#"net.ip_in_range_cidr($e.a, "10.0.0.0/8")"#, #"a is in network "10.0.0.0/8""#),
        (#"strings.trim($e.a) = "x""#, #"trim(a) eq "x""#),
        (#"strings.ltrim($e.a, "_") = "x""#, #"trimLeft(a, "_") eq "x""#),
        ("cast.as_int($e.a) > 5", "integer(a) > 5"),
        ("arrays.length($e.a) > 5", "length(a) > 5"),
        (#"strings.base64_decode($e.a) = "x""#, #"base64(a) eq "x""#),
        (#"arrays.index_to_str(strings.split($e.a, "@"), 1) = "x""#, #"split(a, "@")[1] eq "x""#),
        (#"strings.coalesce($e.a, $e.b) = "x""#, #"(not (a is empty) and a eq "x") or (a is empty and b eq "x")"#),
        ("if($e.a = 1, 2, 3) = 3", "not (a eq 1)"),
        ("if($e.a = 1, 2) = 0", "not (a eq 1)"),
        (#"$e.a = strings.concat("x", "y")"#, #"a eq "xy""#),
        (#"strings.to_lower("X") = $e.a"#, #"a eq "x""#),
        // Fields that repeat.
        (#"any $e.principal.ip = "x""#, #"some item of principal.ip: (@ eq "x")"#),
        (#"all $e.principal.ip != "x""#, #"every item of principal.ip: (@ ne "x")"#),
        (
            #"any $e.security_result.category = "x""#,
            #"some item of security_result: (some item of @.category: (@ eq "x"))"#
        ),
        (#"any $e.security_result.rule_id = "x""#, #"some item of security_result: (@.rule_id eq "x")"#),
        (#"any $e.unheard.of = "x""#, #"some item of unheard.of: (@ eq "x")"#),
        ("re.regex(any $e.principal.ip, `x`)", #"some item of principal.ip: (@ matches "x")"#),
        // Placeholders stand for what they are bound to.
        ("$p = $e.a\n$p = \"x\"", #"a eq "x""#),
        ("$e.a = $p\n$e.b = $p", "b eq a"),
        ("$p = strings.to_lower($e.a)\nstrings.contains($p, \"x\")", #"lower(a) contains "x""#),
        ("$p = $q\n$q = $e.a\n$p > 5", "a > 5"),
        ("$e.a = $p", "always"),
        ("$e.c = 1\n($e.a = $p or $e.b = $p)", "c eq 1"),
        // What conditions have no words for.
        ("$e.a in %names", "<environment: $e.a in %names>"),
        ("$e.a in cidr %names", "<environment: $e.a in cidr %names>"),
        ("$e.a + 1 > 5", "<computedValue: $e.a + 1 > 5>"),
        ("math.abs($e.a) > 5", "<computedValue: math.abs($e.a) > 5>"),
        ("re.capture($e.a, `x`) = \"x\"", "<computedValue: re.capture($e.a, `x`) = \"x\">"),
        (
            "timestamp.current_seconds() - $e.a > 5",
            "<clock: timestamp.current_seconds() - $e.a > 5>"
        ),
        ("metrics.m(agg: max, a: $e.a) > 5", "<enrichment: metrics.m(agg: max, a: $e.a) > 5>"),
        ("what.is_this($e.a) > 5", "<unknownFunction: what.is_this($e.a) > 5>"),
        ("$p = $q\n$q = $p\n$e.a = $p\n$p > 5", "<unknownName: $p > 5>"),
        // Matches of other rules.
        (#"$e.detection.detection.rule_name = "other_rule""#, "match of other_rule"),
    ]

    @Test("a predicate becomes this condition", arguments: cases)
    func predicate(_ test: (String, String)) {
        #expect(RuleText(events: test.0).conditionText == test.1)
    }

    @Test("an opaque part names its place and the fields in it") func opaqueParts() throws {
        let logic = try #require(RuleText(events: "$p = $e.b\n$e.a + $p > 5").logic)
        let part = try #require(logic.condition.opaqueNodes.first)
        #expect(part.place?.line == 4)
        #expect(part.reads.map(\.path) == ["a", "b"])
        #expect(!part.mayRaise)
    }

    @Test("ifs in ifs and placeholders in placeholders do not grow without end")
    func growth() throws {
        let deep = (0..<40).reduce("$e.a") { inner, _ in "if(\(inner) = 1, 1, 2)" }
        let nested = try #require(RuleText(events: "\(deep) = 1").logic)
        #expect(nested.condition.weighs(atMost: 10_000))
        var doubled = "$p0 = $e.a\n"
        for index in 1..<60 { doubled += "$p\(index) = strings.concat($p\(index - 1), $p\(index - 1))\n" }
        let chained = try #require(RuleText(events: doubled + "$p59 = \"x\"").logic)
        #expect(chained.condition.completeness != .exact)
    }
}
