import Diagnostics
import Testing

/// What is wrong with rules whose grammar is right.
@Suite struct RuleCheckTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var rule: RuleText
        var messages: [String]
        var testDescription: String { rule.text }
    }

    static let cases: [Case] = [
        Case(rule: RuleText(events: "$e.a = 1"), messages: []),
        Case(
            rule: RuleText(events: "$e.a = 1", condition: ""),
            messages: ["MG0920 rule `a_rule` has no section `condition`"]
        ),
        Case(rule: RuleText(events: ""), messages: ["MG0920 rule `a_rule` has no section `events`"]),
        Case(
            rule: RuleText(events: "$event.a = 1", condition: "$evnt"),
            messages: [
                "MG0921 `evnt` in section `condition` is no event, placeholder or outcome of the rule",
                "MG0922 the condition does not ask for event `$event`",
            ]
        ),
        Case(
            rule: RuleText(events: "$e.a = 1", match: "$user over 5m"),
            messages: ["MG0921 `user` in section `match` is no event, placeholder or outcome of the rule"]
        ),
        Case(
            rule: RuleText(events: "$e.u = $u", match: "$u over 5m after $f"),
            messages: ["MG0921 `f` in section `match` is no event, placeholder or outcome of the rule"]
        ),
        Case(
            rule: RuleText(events: "$e.a = 1\n$f.a = 2"),
            messages: ["MG0922 the condition does not ask for event `$f`"]
        ),
        // Through a placeholder or an outcome an event is asked for.
        Case(rule: RuleText(events: "$e.a = 1\n$f.b = $p", condition: "$e and #p > 1"), messages: []),
        Case(
            rule: RuleText(events: "$e.a = 1\n$f.b = 1", outcome: "$n = count($f.id)", condition: "$e and $n > 1"),
            messages: []
        ),
        Case(
            rule: RuleText(events: "strings.contain($e.a, \"x\")"),
            messages: ["MG0923 unknown function `strings.contain`"]
        ),
        Case(rule: RuleText(events: "metrics.anything(a: $e.a) > 1"), messages: []),
        Case(
            rule: RuleText(events: "strings.to_lower($e.a) = \"Abc\""),
            messages: ["MG0924 a text in lower case is never this one"]
        ),
        Case(
            rule: RuleText(events: "strings.contains(strings.to_upper($e.a), \"ABc\")"),
            messages: ["MG0924 a text in upper case is never this one"]
        ),
        Case(rule: RuleText(events: "strings.to_lower($e.a) = \"abc 1\""), messages: []),
        Case(rule: RuleText(events: "$e.u = $u", match: "$u over 1m"), messages: []),
        Case(rule: RuleText(events: "$e.u = $u", match: "$u over 48h"), messages: []),
        Case(
            rule: RuleText(events: "$e.u = $u", match: "$u over 59s"),
            messages: ["MG0925 the window is shorter than a minute or longer than 48 hours"]
        ),
        Case(
            rule: RuleText(events: "$e.u = $u", match: "$u over 49h"),
            messages: ["MG0925 the window is shorter than a minute or longer than 48 hours"]
        ),
    ]

    @Test("a rule has these faults", arguments: cases)
    func faults(_ test: Case) {
        #expect(test.rule.loaded.diagnostics.map { "\($0.code.identifier) \($0.message)" } == test.messages)
    }

    @Test("hints name what is like it") func hints() {
        let variable = RuleText(events: "$event.a = 1", condition: "$evnt").loaded.diagnostics
        #expect(variable.first?.hint == "did you mean `event`?")
        let function = RuleText(events: "strings.contain($e.a, \"x\")").loaded.diagnostics
        #expect(function.first?.hint == "did you mean `strings.contains`?")
    }
}
