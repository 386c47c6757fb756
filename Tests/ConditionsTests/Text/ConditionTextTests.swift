import Addresses
import Conditions
import Testing

@Suite("Text form")
struct ConditionTextTests {
    private static func leaf(
        _ field: FieldReference,
        _ op: Operator,
        _ values: Literal...,
        transforms: [Transform] = [],
        not: Bool = false
    ) -> Condition {
        .leaf(Leaf(field, op, values, transforms: transforms, isNegated: not))
    }

    private static let name = leaf(.get("eventName"), .equals, "SendCommand")
    private static let failed = leaf(.get("errorCode"), .isEmpty, not: true)

    static let rows: [(Condition, String)] = [
        (name, #"eventName eq "SendCommand""#), (failed, "errorCode is not empty"),
        (.all([name, .not(failed)]), #"eventName eq "SendCommand" and not (errorCode is not empty)"#),
        (
            .all([name, .any([failed, name])]),
            #"eventName eq "SendCommand" and (errorCode is not empty or eventName eq "SendCommand")"#
        ),
        (leaf(.deepGet(["a", "x.y"]), .isIn, "p", 1), #"a["x.y"] in ["p",1]"#),
        (leaf(.get("a"), .isInSet, "p", not: true), #"a not in ["p"]"#),
        (leaf(.get("a", default: ""), .contains, "p", transforms: [.lower]), #"lower(a) contains "p""#),
        (leaf(.get("a", default: "d"), .startsWith, "p", "q"), #"a (else "d") starts with any of ["p","q"]"#),
        (leaf(.get("a"), .regex(.match), "x+"), #"a begins with a match of "x+""#),
        (leaf(.get("a"), .between, 1, 2), "a is between 1 and 2"), (leaf(.get("a"), .exists, not: true), "a is absent"),
        (leaf(.get("a"), .address(.isPrivate)), "a is a private address"),
        (leaf(.get("a"), .isType([.string, .null])), "a is of type null or string"),
        (leaf(.get("a"), .less, 3, transforms: [.length]), "length(a) < 3"),
        (leaf(.get("a"), .equals, "z", transforms: [.split(separator: "/", index: -1)]), #"split(a, "/")[-1] eq "z""#),
        (.leaf(Leaf(.get("a"), .equals, other: Operand(.get("b")))), "a eq b"),
        (.leaf(Leaf(.get("a"), .equals, ["x"], casing: .insensitive)), #"a eq "x" (any case)"#),
        (
            .quantifier(Quantifier(.some, of: .get("l"), .elements, leaf(FieldReference(.element(0)), .equals, 1))),
            "some item of l: (@ eq 1)"
        ),
        (
            .quantifier(Quantifier(.count(.greater, 2), of: .get("o"), .members, .constant(true))),
            "> 2 members of o: always"
        ),
        (
            .opaque(Opaque(.cache, place: SourcePlace(line: 3), text: "get_counter(k)")),
            "<cache: get_counter(k), line 3>"
        ),
        (
            .aggregate(
                Aggregate(
                    name,
                    groupBy: [.get("u")],
                    windowSeconds: 3600,
                    metric: .distinct(.get("i")),
                    .greater,
                    2,
                    isInferred: true
                )
            ),
            #"distinct(i) > 2 by u within 1 h (inferred) where (eventName eq "SendCommand")"#
        ),
        (
            .sequence(EventSequence([.init(.reference("A")), .init(.reference("B"), countMin: 2)], spanSeconds: 90)),
            "match of A then 2 × match of B within 90 s"
        ),
        (.all([]), "always"), (.any([]), "never"), (.any([name]), name.text),
    ]

    @Test("on one line", arguments: rows)
    func text(_ row: (Condition, String)) { #expect(row.0.text == row.1) }

    @Test("as an outline")
    func tree() {
        var leaf = Leaf(.get("eventName"), .equals, ["SendCommand"])
        leaf.place = SourcePlace(file: "rules/a.py", line: 3)
        let condition = Condition.all([
            .leaf(leaf), .any([Self.failed, .not(Self.name)]),
            .opaque(Opaque(.cache, place: SourcePlace(line: 9), text: "get_counter(k)")),
        ])
        #expect(
            ConditionTree(condition).text == """
                all of
                ├─ eventName eq "SendCommand"                                        rules/a.py:3
                ├─ any of
                │  ├─ errorCode is not empty
                │  └─ not
                │     └─ eventName eq "SendCommand"
                └─ ? depends on what earlier events left in a cache: get_counter(k)  line 9

                """
        )
    }
}
