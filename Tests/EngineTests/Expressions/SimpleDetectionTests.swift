import Detections
import Diagnostics
import Documents
import Engine
import Events
import Testing

/// Simple detections in scans; the pack in `Tests/Packs/simple` shows each condition in tests.
@Suite struct SimpleDetectionTests {
    static func rule(_ expressions: String) throws -> OneRule {
        var rule = OneRule("")
        rule.detection.body = .conditions(try YAMLText.node(expressions))
        return rule
    }

    @Test("a match carries what the alert keys say, errors are errors of the rule")
    func scan() throws {
        var rule = try Self.rule("[{Key: n, Condition: IsGreaterThan, Value: 1}]")
        rule.detection.alertTemplate.title = try YAMLText.node("'{n} of {who.name}'")
        rule.detection.alertTemplate.context = try YAMLText.node("[{KeyName: n, KeyValue: {Key: n}}]")
        rule.detection.alertTemplate.groupBy = try YAMLText.node("[{KeyPath: who.name}]")
        rule.detection.alertTemplate.severities = try YAMLText.node(
            "[{ChangeTo: Critical, Conditions: [{Key: n, Condition: IsGreaterThan, Value: 5}]}]"
        )
        let found = try rule.scan(#"{"n":7,"who":{"name":"é"}}"#, #"{"n":2}"#, #"{"n":1}"#, #"{"n":"x"}"#)
        #expect(found.map(\.record) == [0, 1, 3])
        guard case .match(let first) = found[0].verdict, case .match(let second) = found[1].verdict,
            case .error(let error) = found[2].verdict
        else {
            Issue.record("\(found)")
            return
        }
        #expect(first.title == "7 of é")
        #expect(first.deduplication == "é")
        #expect(first.severity == .critical)
        #expect(first.contextJSON == #"{"n": 7}"#)
        #expect(second.title == "2 of ")
        #expect(second.deduplication == "defaultDedupString:Test.Rule")
        #expect(second.severity == .medium)
        #expect(error.type == "TypeError")
        #expect(error.message == "'>' not supported between instances of 'str' and 'int'")
    }

    @Test("names that no table has room for are found by their bytes")
    func longNames() throws {
        let name = String(repeating: "n", count: 300)
        let rule = try Self.rule("[{Key: \(name), Condition: Equals, Value: 1}]")
        #expect(try rule.scan("{\"\(name)\":1}", "{\"\(name.uppercased())\":1}", "{\"m\":1}").map(\.record) == [0, 1])
    }

    @Test("indicators are collected if an expression looks at them")
    func indicators() throws {
        let rule = try Self.rule(
            "[{KeyPath: p_any_ip_addresses, Condition: CIDRContainsIPAddresses, Value: 8.0.0.0/8}]"
        )
        #expect(
            try rule.scan(#"{"sourceIPAddress":"8.8.8.8"}"#, #"{"sourceIPAddress":"9.9.9.9"}"#).map(\.record) == [0]
        )
    }

    @Test("work on one event is bounded; at the bound it is done, past it the rule ends")
    func budget() throws {
        // Two lists of the event, each element of one against all of the other.
        let rule = try Self.rule("[{Condition: IsIn, Values: [{KeyPath: 'a[*]'}, {KeyPath: 'b[*]'}]}]")
        func event(_ left: Int, _ right: Int) -> String {
            let (a, b) = (Array(repeating: "1", count: left), Array(repeating: "2", count: right))
            return "{\"a\":[\(a.joined(separator: ","))],\"b\":[\(b.joined(separator: ","))]}"
        }
        #expect(try rule.scan(event(500, 500)).isEmpty)
        guard case .error(let error) = try rule.scan(event(2_000, 2_000)).first?.verdict else {
            Issue.record("no error")
            return
        }
        #expect(error.type == "BudgetExceeded")
    }

    @Test("exactly the steps of the limit are paid")
    func budgetEdge() throws {
        // One step for the comparison, two for each element: one to visit it, one to compare it.
        let rule = try Self.rule("[{KeyPath: 'a[*]', Condition: Equals, Value: 2}]")
        func errors(_ count: Int) throws -> Bool {
            var options = ScanOptions()
            options.tapeLimits.nodeCountMax = 4_000_000
            options.tapeLimits.byteCountMax = 64 << 20
            let elements = Array(repeating: "1", count: count).joined(separator: ",")
            let found = try rule.scan("{\"a\":[\(elements)]}", options: options)
            if case .error = found.first?.verdict { return true }
            return false
        }
        #expect(try !errors((ExpressionLimits.stepsMax - 1) / 2))
        #expect(try errors((ExpressionLimits.stepsMax - 1) / 2 + 1))
    }

    @Test("a detection without an expression is refused; it would match every event")
    func empty() throws {
        let compiled = CompiledPack(try Self.rule("[]").pack)
        #expect(compiled.diagnostics.map(\.message) == ["`Detection` has no expression: it would match every event"])
        #expect(try Self.rule("[{Condition: AlwaysTrue}]").scan("{}").count == 1)
    }

    @Test("a faulty expression refuses the detection, with its place")
    func faulty() throws {
        let rule = try Self.rule("- {Key: a, Condition: Equal, Value: 1}\n")
        let compiled = CompiledPack(rule.pack)
        let diagnostic = try #require(compiled.diagnostics.first)
        #expect(diagnostic.message == "unknown condition `Equal`")
        #expect(diagnostic.hint == "did you mean `Equals`?")
        #expect(diagnostic.location == Location(line: 1, column: 23))
        let scanner = Scanner(compiled, options: ScanOptions(), wallClock: { 0 })
        guard case .failed(let error) = scanner.unrun.first?.reason else {
            Issue.record("it is run")
            return
        }
        #expect(error.line == 1)
    }
}
