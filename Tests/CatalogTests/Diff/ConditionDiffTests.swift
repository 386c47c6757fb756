import Conditions
import Testing

@testable import Catalog

/// How two conditions differ.
@Suite struct ConditionDiffTests {
    private static func leaf(_ field: FieldReference, _ values: [Literal], _ casing: Leaf.Casing = .sensitive)
        -> Condition
    {
        .leaf(Leaf(field, values.count == 1 ? .equals : .isIn, values, casing: casing))
    }

    private static let column = FieldReference(.event, [FieldStep(.key("EventName", .exact))], canonical: "eventName")

    @Test("the same under another vendor's name")
    func same() {
        let diff = ConditionDiff(Self.leaf(.get("eventName"), ["A"]), Self.leaf(Self.column, ["A"]))
        #expect(diff.isEmpty)
        #expect(diff.shared.map(\.field) == ["eventName"])
    }

    @Test("case, and what is missing")
    func altered() {
        let diff = ConditionDiff(
            Self.leaf(.get("eventName"), ["A"]),
            Self.leaf(.get("eventName", default: ""), ["a"], .insensitive)
        )
        #expect(
            diff.altered.map(\.differences) == [
                ["case counts / any case", "missing reads as null / missing reads as \"\""]
            ]
        )
        #expect(!diff.isEmpty)
    }

    @Test("other values of one field, tests that only one has, negations and places")
    func values() {
        let left = Condition.all([
            Self.leaf(.get("eventName"), ["A", "B"]), .test("only", ["left"]), .not(.test("flag", ["x"])),
        ])
        let right = Condition.all([
            Self.leaf(.get("eventName"), ["B", "C"]), .any([.test("only2", ["r"]), .test("only3", ["r"])]),
            .test("flag", ["x"]),
        ])
        let diff = ConditionDiff(left, right)
        #expect(diff.otherValues.map(\.differences) == [[#"left only: "a""#, #"right only: "c""#]])
        #expect(diff.leftOnly.map(\.text) == [#"only eq "left""#, #"flag ne "x""#])
        #expect(diff.rightOnly.map(\.text) == [#"only2 eq "r""#, #"only3 eq "r""#, #"flag eq "x""#])
        let swapped = ConditionDiff(right, left)
        #expect(swapped.leftOnly == diff.rightOnly)
        #expect(swapped.rightOnly == diff.leftOnly)
    }

    @Test("tests of a condition: as many as the limit are compared, and no more", arguments: [-1, 0, 1])
    func testsMax(past: Int) {
        let leaves = (0..<DiffTest.testsMax + past).map { Condition.test("f\($0)", ["x"]) }
        let tests = DiffTest.tests(of: .all(leaves))
        #expect(tests.count == DiffTest.testsMax + min(past, 0))
        #expect(tests.last?.shown.field == "f\(tests.count - 1)")
    }

    @Test("what one requires, the other may have")
    func roles() {
        let diff = ConditionDiff(.test("a", ["x"]), .any([.test("a", ["x"]), .test("b", ["y"])]))
        #expect(diff.altered.map(\.differences) == [["required / one of several"]])
        #expect(diff.rightOnly.map(\.field) == ["b"])
    }
}
