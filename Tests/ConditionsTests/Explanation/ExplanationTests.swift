import Conditions
import Events
import TestSupport
import Testing

@Suite("Explanations")
struct ExplanationTests {
    private static func explain(_ condition: Condition, _ event: String) throws -> ConditionExplanation {
        var keys = KeyTable()
        var compiled = CompiledConditions()
        let id = compiled.add(condition, keys: &keys)
        var evaluator = ConditionEvaluator(compiled, keys: keys)
        var tape = Tape(keys: keys)
        try tape.parse(copying: event.utf8)
        evaluator.begin(tape.view)
        return evaluator.explain(condition, id)
    }

    private static let name = Condition.leaf(Leaf(.get("eventName"), .equals, ["SendCommand"]))
    private static let success = Condition.leaf(Leaf(.get("errorCode"), .isEmpty))
    private static let cache = Condition.opaque(Opaque(.cache, place: SourcePlace(line: 9)))
    private static let open = Condition.quantifier(
        Quantifier(
            .some,
            of: .deepGet(["rules"], default: .list([])),
            .elements,
            .leaf(Leaf(FieldReference(.element(0), [FieldStep(.key("port", .panther))]), .equals, [22]))
        )
    )

    /// The condition, the event, its truth, and the nodes that decide with what they found.
    static let rows: [(Condition, String, Truth, [String])] = [
        (
            .all([success, name]), #"{"eventName":"RunInstances"}"#, .false,
            [#"eventName eq "SendCommand": "RunInstances""#]
        ),
        (
            .all([success, name]), #"{"eventName":"SendCommand"}"#, .true,
            ["errorCode is empty: nothing", #"eventName eq "SendCommand": "SendCommand""#]
        ),
        (.all([cache, name]), "{}", .unknown, ["<cache, line 9>"]),
        (.all([name, cache]), "{}", .false, [#"eventName eq "SendCommand": nothing"#]),
        (.all([name, cache]), #"{"eventName":"SendCommand"}"#, .unknown, ["<cache, line 9>"]),
        (
            .any([success, name]), #"{"errorCode":"x"}"#, .false,
            [#"errorCode is empty: "x""#, #"eventName eq "SendCommand": nothing"#]
        ),
        (
            .any([name, success]), #"{"eventName":"SendCommand"}"#, .true,
            [#"eventName eq "SendCommand": "SendCommand""#]
        ),
        (.not(name), #"{"eventName":1}"#, .true, [#"eventName eq "SendCommand": 1"#]),
        (open, #"{"rules":[{"port":80},{"port":22}]}"#, .true, ["@.port eq 22: 22"]),
        (open, #"{"rules":[{"port":80},{"port":443}]}"#, .false, ["@.port eq 22: 80"]),
        (open, #"{"rules":null}"#, .false, ["some item of rules: (@.port eq 22): no items"]),
        (open, #"{"rules":"x"}"#, .unknown, [#"some item of rules: (@.port eq 22): found "x""#]),
        (
            .leaf(Leaf(.get("a", default: "d"), .equals, ["d"])), "{}", .true,
            [#"a (else "d") eq "d": nothing, read as "d""#]
        ),
        (
            .leaf(Leaf(.deepGet(["a"], default: "d"), .equals, ["d"])), #"{"a":null}"#, .true,
            [#"a (else "d") eq "d": null, read as "d""#]
        ),
        (.leaf(Leaf(.required("a"), .equals, ["d"])), "{}", .unknown, [#"a eq "d": nothing"#]),
        (.leaf(Leaf(.get("a"), .exists)), "{}", .false, ["a exists: nothing"]),
        (
            .leaf(Leaf(.get("a"), .equals, other: Operand(.get("b")))), #"{"a":1,"b":[2]}"#, .false,
            ["a eq b: 1 and [2]"]
        ),
        (
            .leaf(Leaf(.deepWalk(["l", "x"]), .contains, ["u"])), #"{"l":[{"x":"v"},{"x":"w"}]}"#, .false,
            [#"l.x contains "u": ["v","w"]"#]
        ),
    ]

    @Test("what decides", arguments: rows)
    func deciding(_ row: (Condition, String, Truth, [String])) throws {
        let explanation = try Self.explain(row.0, row.1)
        #expect(explanation.truth == row.2)
        let deciding = explanation.deciding.map { $0.condition.text + ($0.found.map { ": " + $0 } ?? "") }
        #expect(deciding == row.3)
    }

    @Test("an outline says what was found")
    func outline() throws {
        let explanation = try Self.explain(
            .all([Self.success, Self.open, Self.name]),
            #"{"rules":[{"port":22}],"eventName":"X"}"#
        )
        #expect(
            ConditionTree(explanation).text == """
                ✗ all of
                ├─ ✓ errorCode is empty          found nothing
                ├─ ✓ some item of rules:         item 0: {"port":22}
                │  └─ ✓ @.port eq 22             found 22
                └─ ✗ eventName eq "SendCommand"  found "X"  ← decides

                """
        )
    }

    @Test("a long value is cut")
    func long() throws {
        let most = ConditionExplanation.foundLengthMax
        for (count, isCut) in [(most - 2, false), (most - 1, true)] {
            let event = #"{"eventName":"\#(String(repeating: "x", count: count))"}"#
            let found = try #require(try Self.explain(Self.name, event).found)
            #expect(found.hasSuffix("…") == isCut)
            #expect(found.count == most)
        }
    }

    /// The truth of every node is what evaluating it alone gives.
    @Test("random explanations agree with evaluation", arguments: [31, 32] as [UInt64])
    func random(seed: UInt64) throws {
        var generator = SampleGenerator(random: Seeded(seed))
        let events = (0..<30).map { _ in generator.event() }
        for _ in 0..<60 {
            let condition = generator.condition(8).condition
            for event in events {
                let explanation = try Self.explain(condition, event)
                #expect(explanation.truth == (try Truths.truth(of: condition, at: event, .kleene)))
                #expect(!explanation.deciding.isEmpty)
            }
        }
    }
}
