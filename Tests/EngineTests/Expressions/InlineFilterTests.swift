import Detections
import Diagnostics
import Documents
import Engine
import Testing

/// Inline filters on a rule that always matches, in a scan.
@Suite struct InlineFilterTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var filter: String
        var event: String
        /// Nil for an error.
        var passes: Bool?
        var testDescription: String { "\(filter) on \(event)" }

        init(_ filter: String, _ event: String, _ passes: Bool?) {
            self.filter = filter
            self.event = event
            self.passes = passes
        }
    }

    static let cases: [Case] = [
        // Match expressions; what each condition means is shown by the pack in `Tests/Packs/simple`.
        Case("{KeyPath: a, Condition: Equals, Value: x}", #"{"a":"x"}"#, true),
        Case("{KeyPath: a, Condition: Equals, Value: x}", #"{"A":"x"}"#, false),
        Case("{KeyPath: a, Condition: Equals, Value: 1}", #"{"a":1.0}"#, true),
        Case("{KeyPath: a, Condition: Equals, Value: 1}", #"{"a":true}"#, true),
        Case("{KeyPath: a, Condition: Equals, Value: 1}", #"{"a":"1"}"#, false),
        Case("{KeyPath: a, Condition: Equals, Value: 9223372036854775808}", #"{"a":9223372036854775808}"#, true),
        Case("{KeyPath: a, Condition: Equals, Value: 9223372036854775808}", #"{"a":9223372036854775809}"#, false),
        Case("{KeyPath: a, Condition: IsLessThan, Value: 1}", #"{"a":"x"}"#, nil),
        Case("{KeyPath: a, Condition: IsLessThan, Value: 1}", #"{"a":[0]}"#, nil),
        Case("{KeyPath: a, Condition: IsLessThan, Value: b}", #"{"a":"a"}"#, true),
        Case("{KeyPath: a, Condition: Contains, Value: y}", #"{"a":5}"#, nil),
        Case("{KeyPath: a, Condition: Contains, Value: 5}", #"{"a":"5"}"#, nil),
        Case("{KeyPath: a, Condition: Contains, Value: y}", #"{"a":[1,["y"]]}"#, true),
        Case("{KeyPath: a, Condition: IsIPAddressInCIDR, Value: 10.0.0.0/8}", #"{"a":"nonsense"}"#, nil),
        Case("{KeyPath: a, Condition: IsIPAddressInCIDR, Value: 10.0.0.0/8}", #"{"a":["10.0.0.1"]}"#, nil),
        Case("{KeyPath: a, Condition: CIDRContainsIPAddresses, Value: 10.0.0.0/8}", #"{"a":"10.0.0.1"}"#, nil),
        Case("{KeyPath: a, Condition: IsIPAddressPublic}", #"{"a":"host"}"#, nil),
        Case("{KeyPath: a, Condition: EndsWith, Value: '7'}", #"{"a":7}"#, false),
        Case("{All: []}", "{}", true),
        Case("{Any: []}", "{}", true),
        Case("{Any: [{KeyPath: a, Condition: IsNull}, {KeyPath: b, Condition: IsNull}]}", #"{"a":1}"#, true),
        // Statements of panther_core.
        Case("{}", "{}", true),
        Case("{and: []}", "{}", true),
        Case("{target: a, operator: '==', value: x}", #"{"a":"x"}"#, true),
        Case("{target: a, operator: '!=', value: x}", "{}", true),
        Case("{target: A, operator: '==', value: x}", #"{"a":"x"}"#, false),
        Case("{target: a.b, operator: '>=', value: 3}", #"{"a":{"b":3}}"#, true),
        Case("{target: 'a[0].b', operator: in, value: [1, 2]}", #"{"a":[{"b":2}]}"#, true),
        Case("{target: '\"x-y\".z', operator: empty}", #"{"x-y":{"z":[]}}"#, true),
        Case("{target: a, operator: '!empty'}", #"{"a":[0]}"#, true),
        Case("{target: a, operator: insensitive_starts_with, value: AB}", #"{"a":"abc"}"#, true),
        Case("{target: a, operator: '!insensitive_ends_with', value: BC}", #"{"a":"abc"}"#, false),
        Case("{target: a, operator: in_cidr, value: 10.0.0.0/8}", #"{"a":"10.9.9.9"}"#, true),
        Case("{target: a, operator: '!contains_ip', value: 10.0.0.0/8}", "{}", true),
        Case("{target: a, operator: '<', value: 5}", "{}", false),
        Case("{target: a, operator: contains}", #"{"a":"x"}"#, true),
        Case("{not: [{target: a, operator: '==', value: 1}, {target: b, operator: '==', value: 1}]}", "{}", true),
        Case(
            "{not: [{target: a, operator: '==', value: 1}, {target: b, operator: '==', value: 1}]}",
            #"{"b":1}"#,
            false
        ),
        Case(
            "{or: [{target: a, operator: '==', value: 1}, {and: [{target: b, operator: '==', value: 1}]}]}",
            #"{"b":1}"#,
            true
        ),
        Case("{statement: {target: a, operator: '==', value: 1}}", #"{"a":1}"#, true),
    ]

    @Test("a filter means what panther_core makes of it", arguments: cases)
    func meaning(_ test: Case) throws {
        var rule = OneRule("def rule(event):\n    return True\n")
        rule.detection.filters = try YAMLText.node("[\(test.filter)]")
        let verdict = try rule.scan(test.event).first?.verdict
        switch verdict {
        case nil: #expect(test.passes == false)
        case .match: #expect(test.passes == true)
        case .error: #expect(test.passes == nil)
        }
    }

    @Test(
        "what cannot be evaluated refuses its rule",
        arguments: [
            "{KeyPath: a, Condition: Resembles, Value: 1}", "{KeyPath: a, Condition: Equals}",
            "{KeyPath: 'a..b', Condition: IsNull}", "{target: a, operator: '~', value: 1}", "{target: a}",
            "{target: a, operator: '==', value: 1, and: [{}]}", "{target: x-y, operator: empty}",
            "{target: a, operator: in_cidr, value: nonsense}", "{and: [5]}",
        ]
    )
    func refused(_ filter: String) throws {
        var rule = OneRule("def rule(event):\n    return True\n")
        rule.detection.filters = try YAMLText.node("[\(filter)]")
        let compiled = CompiledPack(rule.pack)
        #expect(compiled.diagnostics.count == 1)
        let scanner = Scanner(compiled, options: ScanOptions(), wallClock: { 0 })
        #expect(scanner.unrun.count == 1)
        #expect(scanner.ruleCount == 0)
    }

    @Test("tests apply filters unless told not to; a test that they exclude says so")
    func tests() throws {
        var rule = OneRule("def rule(event):\n    return True\n")
        rule.detection.filters = try YAMLText.node("[{KeyPath: a, Condition: Equals, Value: 1}]")
        let test = UnitTest(
            name: "excluded",
            expectedResult: true,
            input: .event(DataNode(.map(DataMap()))),
            span: Span(0, 0)
        )
        var options = TestOptions()
        let applied = try #require(rule.test([test], options: options).first)
        #expect(!applied.passed && applied.isFiltered)
        options.appliesFilters = false
        let left = try #require(rule.test([test], options: options).first)
        #expect(left.passed && !left.isFiltered)
    }
}
