import Conditions
import Events
import TestSupport
import Testing

@Suite("JSON form")
struct ConditionJSONTests {
    static let rows: [(Condition, String)] = [
        (
            .leaf(Leaf(.get("eventName"), .equals, ["SendCommand"])),
            #"{"field":"eventName","op":"eq","values":["SendCommand"]}"#
        ),
        (
            .all([
                .leaf(Leaf(.get("a"), .isEmpty, isNegated: true)),
                .opaque(Opaque(.cache, place: SourcePlace(line: 28))),
            ]),
            #"{"all":[{"field":"a","op":"isEmpty","values":[],"negated":true},{"opaque":{"reason":"cache","line":28}}]}"#
        ),
        (
            .leaf(
                Leaf(.deepGet(["a", "b"], default: ""), .startsWith, ["x"], transforms: [.lower], casing: .insensitive)
            ),
            #"{"field":"a.b","missing":{"value":""},"missingWhen":"null","op":"startsWith","values":["x"],"#
                + #""case":"insensitive","transforms":["lower"]}"#
        ),
        (
            .not(.leaf(Leaf(.required("a"), .isInSet, [1, .double(2.5)]))),
            #"{"not":{"field":"a","missing":"raises","op":"in","values":[1,2.5],"hashed":true}}"#
        ),
        (
            .quantifier(Quantifier(.some, of: .get("l"), .elements, .leaf(Leaf(FieldReference(.element(0)), .exists)))),
            #"{"quantifier":{"kind":"some","field":"l","child":{"field":"@","op":"exists","values":[]}}}"#
        ),
        (
            .aggregate(
                Aggregate(
                    .constant(true),
                    groupBy: [.get("u")],
                    windowSeconds: 3600,
                    metric: .distinct(.get("i")),
                    .greater,
                    2
                )
            ),
            #"{"aggregate":{"child":{"constant":true},"groupBy":["u"],"windowSeconds":3600,"metric":"distinct","of":"i","#
                + #""op":"gt","value":2}}"#
        ),
        (
            .sequence(EventSequence([.init(.reference("A")), .init(.reference("B"), countMin: 2)], spanSeconds: 60)),
            #"{"sequence":{"steps":[{"condition":{"rule":"A"}},{"condition":{"rule":"B"},"countMin":2}],"spanSeconds":60}}"#
        ),
        (
            .leaf(Leaf(.get("a"), .equals, other: Operand(.get("b"), transforms: [.upper]))),
            #"{"field":"a","op":"eqField","values":[],"other":{"field":"b","transforms":["upper"]}}"#
        ),
        (
            .leaf(
                Leaf(
                    FieldReference(.event, [FieldStep(.key("Caller", .panther))], canonical: "identity.caller"),
                    .equals,
                    ["x"]
                )
            ),
            #"{"field":"Caller","canonical":"identity.caller","op":"eq","values":["x"]}"#
        ),
    ]

    @Test("written and read", arguments: rows)
    func form(_ row: (Condition, String)) throws {
        #expect(row.0.json() == row.1)
        #expect(try Condition(json: row.1) == row.0)
    }

    @Test("any condition comes back", arguments: [1, 2, 3] as [UInt64])
    func roundTrip(seed: UInt64) throws {
        var generator = RandomConditions(random: Seeded(seed))
        for size in 0..<400 {
            let condition = generator.condition(size % 12)
            let json = condition.json(hasPlaces: true)
            #expect(try Condition(json: json) == condition, "\(json)")
        }
    }

    static let faults: [(String, ConditionJSONFault)] = [
        ("{", .json(.truncated)), ("{\"a\":1,\"b\":2}", .unknownNode(["a", "b"])),
        ("[]", .expected(key: "", "an object")),
        (#"{"field":"a","op":"equals"}"#, .unknownOperator("equals")),
        (#"{"op":"eq"}"#, .expected(key: "field", "a value")),
        (#"{"field":"a..b","op":"eq"}"#, .path("a..b")), (#"{"field":"a[","op":"eq"}"#, .path("a[")),
        (#"{"field":"","op":"eq"}"#, .path("")), (#"{"all":{}}"#, .expected(key: "all", "a list")),
        (#"{"field":"a","op":"eq","negated":1}"#, .expected(key: "negated", "true or false")),
        (#"{"opaque":{"reason":"x"}}"#, .expected(key: "reason", "a known reason")),
        (#"{"field":"a","op":"eq","values":[99999999999999999999]}"#, .json(.invalidNumber)),
        (#"{"field":"a.b","op":"eq","forgives":[]}"#, .expected(key: "forgives", "a list for each step")),
    ]

    @Test("what is no condition", arguments: faults)
    func fault(_ row: (String, ConditionJSONFault)) {
        #expect(throws: row.1) { try Condition(json: row.0) }
    }

    @Test("nesting is bounded")
    func nesting() throws {
        func nest(_ count: Int) -> String {
            String(repeating: #"{"not":"#, count: count) + #"{"constant":true}"# + String(repeating: "}", count: count)
        }
        #expect(throws: Never.self) { try Condition(json: nest(Condition.jsonNestingMax - 1)) }
        #expect(throws: ConditionJSONFault.nesting) { try Condition(json: nest(Condition.jsonNestingMax)) }
    }
}
