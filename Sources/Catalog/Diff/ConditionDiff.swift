package import Conditions

/// What two rules look for, side by side on canonical fields.
package struct ConditionDiff: Codable, Hashable, Sendable {
    /// Tests that both have, word for word but for the spelling of fields.
    package var shared: [Test]
    /// Tests of both that differ in how they are meant: case, what a missing field counts as, the place in the condition.
    package var altered: [Pair]
    /// One field that each compares with something else.
    package var otherValues: [Pair]
    /// Tests of the left rule only.
    package var leftOnly: [Test]
    /// Tests of the right rule only.
    package var rightOnly: [Test]

    /// A test of a condition.
    package struct Test: Codable, Hashable, Sendable {
        /// The field's canonical name.
        package var field: String
        /// The test in words, as its rule writes it.
        package var text: String
        /// From 1; where it stands in its rule, if that is known.
        package var line: Int?
    }

    /// A test of each rule.
    package struct Pair: Codable, Hashable, Sendable {
        /// The left rule's.
        package var left: Test
        /// The right rule's.
        package var right: Test
        /// How they differ, in words: `any case / case counts`; for ``ConditionDiff/otherValues`` the values that only one has.
        package var differences: [String]
    }

    /// Whether the two look for the same in the same way.
    package var isEmpty: Bool { altered.isEmpty && otherValues.isEmpty && leftOnly.isEmpty && rightOnly.isEmpty }

    /// Compares two conditions test by test. Which tests belong together is told by field, operator and values without their
    /// case; of what is left over, tests of one field with one kind of operator.
    package init(_ left: Condition, _ right: Condition) {
        var left = DiffTest.tests(of: left)
        var right = DiffTest.tests(of: right)
        (shared, altered, otherValues, leftOnly, rightOnly) = ([], [], [], [], [])
        Self.match(&left, &right) {
            $0.identity == $1.identity
        } _: { one, other in
            let differences = one.differences(from: other)
            if differences.isEmpty {
                shared.append(one.shown)
            } else {
                altered.append(Pair(left: one.shown, right: other.shown, differences: differences))
            }
        }
        Self.match(&left, &right) {
            $0.isSameQuestion(as: $1)
        } _: { one, other in
            let differences = one.valueDifferences(from: other) + one.differences(from: other)
            otherValues.append(Pair(left: one.shown, right: other.shown, differences: differences))
        }
        leftOnly = left.map(\.shown)
        rightOnly = right.map(\.shown)
    }

    /// Takes pairs out of two lists, in the order of the first. O(size of both, multiplied).
    private static func match(
        _ left: inout [DiffTest],
        _ right: inout [DiffTest],
        where isPair: (DiffTest, DiffTest) -> Bool,
        _ found: (DiffTest, DiffTest) -> Void
    ) {
        var rest: [DiffTest] = []
        for test in left {
            if let place = right.firstIndex(where: { isPair(test, $0) }) {
                found(test, right.remove(at: place))
            } else {
                rest.append(test)
            }
        }
        left = rest
    }
}
