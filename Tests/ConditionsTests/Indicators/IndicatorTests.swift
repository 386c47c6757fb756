import Conditions
import Testing

@Suite("Indicators")
struct IndicatorTests {
    private static func leaf(
        _ path: [String],
        _ op: Operator,
        _ values: Literal...,
        transforms: [Transform] = [],
        not: Bool = false
    ) -> Condition {
        .leaf(Leaf(.deepGet(path), op, values, transforms: transforms, isNegated: not))
    }

    static let rows: [(Condition, [String])] = [
        (leaf(["eventName"], .equals, "A"), [#"eventName eq "A""#]),
        (leaf(["eventName"], .isInSet, "A", "B"), [#"eventName eq "A" of 2"#, #"eventName eq "B" of 2"#]),
        (.not(leaf(["a", "b"], .startsWith, "x")), [#"not a.b startsWith "x""#]),
        (leaf(["a"], .equals, "A", not: true), [#"not a eq "A""#]),
        (.all([leaf(["a"], .equals, "A"), leaf(["A"], .equals, "a", transforms: [.lower])]), [#"a eq "A""#]),
        (.any([leaf(["a"], .startsWith, "x"), leaf(["a"], .glob, "X*")]), [#"a startsWith "x""#]),
        (leaf(["a"], .isEmpty), []), (leaf(["a"], .equals, .null), []), (leaf(["a"], .equals, ""), []),
        (leaf(["a"], .equals, 3, transforms: [.length]), []), (leaf(["a"], .equals, 3), ["a eq 3"]),
        (
            .quantifier(
                Quantifier(
                    .some,
                    of: .deepGet(["r", "l"]),
                    .elements,
                    .leaf(Leaf(FieldReference(.element(0), [FieldStep(.key("p", .panther))]), .equals, [22]))
                )
            ), ["r.l.p eq 22"]
        ),
        (
            .quantifier(
                Quantifier(.none, of: .get("l"), .elements, .leaf(Leaf(FieldReference(.element(0)), .equals, ["x"])))
            ),
            [#"not l eq "x""#]
        ),
        (.leaf(Leaf(FieldReference(.model("actor_user")), .equals, ["root"])), [#"actor_user eq "root""#]),
        (.aggregate(Aggregate(leaf(["a"], .equals, "A"), .greater, 2)), [#"a eq "A""#]),
        // What must not follow is not what is looked for.
        (
            .sequence(
                EventSequence([
                    .init(leaf(["a"], .equals, "A")),
                    .init(.all([leaf(["a"], .equals, "B"), leaf(["b"], .equals, "C", not: true)]), isAbsent: true),
                ])
            ), [#"a eq "A""#, #"not a eq "B""#, #"b eq "C""#]
        ),
    ]

    @Test("what is looked for", arguments: rows)
    func indicators(_ row: (Condition, [String])) {
        let found = row.0.indicators.map { indicator in
            (indicator.isNegated ? "not " : "") + "\(indicator.field) \(indicator.op.name()) \(indicator.value.json)"
                + (indicator.alternatives > 1 ? " of \(indicator.alternatives)" : "")
        }
        #expect(found == row.1)
    }
}
