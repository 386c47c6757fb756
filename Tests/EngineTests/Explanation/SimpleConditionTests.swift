import Conditions
import Detections
import Engine
import Events
import Testing

/// What conditions of simple detections say, the detections do.
@Suite("Conditions of simple detections")
struct SimpleConditionTests {
    static let expressions = [
        "[{Key: a, Condition: Equals, Value: x}]", "[{Key: a, Condition: DoesNotEqual, Value: 1}]",
        "[{Key: a, Condition: IEquals, Value: X}]", "[{KeyPath: o.a, Condition: StartsWith, Value: x}]",
        "[{Key: a, Condition: DoesNotEndWith, Value: y}]", "[{Key: a, Condition: Contains, Value: x}]",
        "[{Key: l, Condition: Contains, Value: x}]", "[{Key: a, Condition: IDoesNotContain, Value: X}]",
        "[{Key: a, Condition: IsGreaterThan, Value: 1}]", "[{Key: a, Condition: IsLessThanOrEquals, Value: 1.5}]",
        "[{Key: a, Condition: IsIn, Values: [x, y]}]", "[{Key: l, Condition: IsNotIn, Values: [x, y]}]",
        "[{Key: a, Condition: Exists}]", "[{Key: a, Condition: IsNull}]", "[{Key: a, Condition: IsNotNullOrEmpty}]",
        "[{Key: a, Condition: IsIPAddress}]", "[{Key: a, Condition: IsIPAddressPrivate}]",
        "[{Key: a, Condition: IsIPAddressInCIDR, Value: 10.0.0.0/8}]",
        "[{KeyPath: 'l[*].a', Condition: Equals, Value: x}]", "[{KeyPath: 'l[*].a', Condition: IsNull}]",
        "[{KeyPath: 'l[0]', Condition: Equals, Value: x}]",
        "[{Key: l, Condition: AnyElement, Expressions: [{Key: a, Condition: Equals, Value: x}]}]",
        "[{Key: l, Condition: AllElements, Expressions: [{Key: a, Condition: Exists}]}]",
        "[{Key: l, Condition: NoElement, Expressions: [{Key: a, Condition: Equals, Value: x}]}]",
        "[{Key: l, Condition: OnlyOneElement, Expressions: [{Key: a, Condition: Equals, Value: x}]}]",
        "[{Any: [{Key: a, Condition: Equals, Value: x}, {Key: b, Condition: Exists}]}]",
        "[{OnlyOne: [{Key: a, Condition: Equals, Value: x}, {Key: b, Condition: Exists}]}]",
        "[{None: [{Key: a, Condition: Equals, Value: x}, {Key: b, Condition: Exists}]}]",
        "[{Condition: Equals, Values: [{Key: a}, {Key: b}]}]",
    ]

    static let events = [
        "{}", #"{"a":"x"}"#, #"{"a":"X","b":"X"}"#, #"{"a":1,"b":1.0}"#, #"{"a":2}"#, #"{"a":null,"b":null}"#,
        #"{"a":"10.0.0.1"}"#, #"{"a":"8.8.8.8"}"#, #"{"a":["x"],"l":["x"]}"#,
        #"{"o":{"a":"xy"},"l":[{"a":"x"},{"a":"y"}]}"#,
        #"{"l":[{"a":"x"},{"a":"x"}]}"#, #"{"l":[{"a":null}]}"#, #"{"l":"xy"}"#, #"{"l":[]}"#, #"{"A":"\u0078"}"#,
        #"{"a":""}"#, #"{"a":{}}"#, #"{"l":["ax"]}"#, #"{"a":false}"#,
    ]

    @Test("agree with the engine", arguments: expressions)
    func agreement(_ expressions: String) throws {
        let rule = try SimpleDetectionTests.rule(expressions)
        let maker = PageMaker(rule.pack)
        let condition = try #require(maker.findings(of: 0)).condition
        var keys = KeyTable()
        var compiled = CompiledConditions()
        let forms = [condition, condition.simplified].map { compiled.add($0, keys: &keys) }
        var evaluator = ConditionEvaluator(compiled, keys: keys)
        var tape = Tape(keys: keys)
        var known = 0
        for event in Self.events {
            try tape.parse(copying: event.utf8)
            evaluator.begin(tape.view)
            for form in forms {
                let truth = evaluator.evaluate(form)
                guard truth != .unknown else { continue }
                known += 1
                var isMatch = false
                if case .match? = try rule.scan(event).first?.verdict { isMatch = true }
                #expect(truth == Truth(isMatch), "\(expressions) at \(event): \(condition.text)")
            }
        }
        #expect(known > Self.events.count)
    }
}
