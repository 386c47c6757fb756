import Conditions
import Testing

@Suite("Quantifiers")
struct QuantifierTests {
    private static let list = FieldReference.get("l")
    private static let isOne = Condition.leaf(Leaf(FieldReference(.element(0)), .equals, [1]))
    private static let isText = Condition.leaf(Leaf(FieldReference(.element(0)), .startsWith, ["a"]))

    static let rows: [(Quantifier.Kind, Condition, String, Truth)] = [
        (.some, isOne, "[0,1]", .true), (.some, isOne, "[0]", .false), (.some, isOne, "[]", .false),
        (.every, isOne, "[1,1.0,true]", .true), (.every, isOne, "[1,0]", .false), (.every, isOne, "[]", .true),
        (.none, isOne, "[0]", .true), (.none, isOne, "[1]", .false),
        (.count(.greater, 1), isOne, "[1,1]", .true), (.count(.greater, 1), isOne, "[1,0]", .false),
        (.count(.lessOrEqual, 1), isOne, "[1,0]", .true), (.count(.equal, 0), isOne, #""""#, .true),
        (.count(.notEqual, 0), isOne, "[]", .false), (.count(.less, 1), isOne, "[]", .true),
        (.count(.greaterOrEqual, 1), isOne, "[1]", .true),
        // What decides before an error is all that is looked at.
        (.some, isText, #"["a",1]"#, .true), (.some, isText, #"[1,"a"]"#, .unknown),
        (.every, isText, #"["b",1]"#, .false), (.count(.equal, 1), isText, #"["a",1]"#, .unknown),
        // Python would raise, or go over characters or keys.
        (.some, isOne, "null", .unknown), (.some, isOne, #""ab""#, .unknown), (.some, isOne, #"{"a":1}"#, .unknown),
        (.some, isOne, "{}", .false), (.some, isOne, "1", .unknown),
    ]

    @Test("over elements", arguments: rows)
    func elements(_ row: (Quantifier.Kind, Condition, String, Truth)) throws {
        let condition = Condition.quantifier(Quantifier(row.0, of: Self.list, .elements, row.1))
        #expect(try Truths.truth(of: condition, at: #"{"l":\#(row.2)}"#) == row.3)
    }

    @Test("over members, with their keys")
    func members() throws {
        let key = Condition.leaf(Leaf(FieldReference(.elementKey(0)), .startsWith, ["x"]))
        let condition = Condition.quantifier(
            Quantifier(.some, of: .get("o"), .members, .all([key, Self.isOne]))
        )
        #expect(try Truths.truth(of: condition, at: #"{"o":{"y":1,"\u0078a":1}}"#) == .true)
        #expect(try Truths.truth(of: condition, at: #"{"o":{"y":1,"x":2}}"#) == .false)
        #expect(try Truths.truth(of: condition, at: #"{"o":[1]}"#) == .unknown)
    }

    @Test("one within the other")
    func nested() throws {
        let same = Condition.leaf(
            Leaf(
                FieldReference(.element(0)),
                .equals,
                other: Operand(FieldReference(.element(1), [FieldStep(.key("k", .panther))]))
            )
        )
        let inner = Condition.quantifier(
            Quantifier(.some, of: FieldReference(.element(0), [FieldStep(.key("v", .panther))]), .elements, same)
        )
        let condition = Condition.quantifier(Quantifier(.every, of: Self.list, .elements, inner))
        #expect(try Truths.truth(of: condition, at: #"{"l":[{"k":1,"v":[0,1]},{"k":"a","v":["a"]}]}"#) == .true)
        #expect(try Truths.truth(of: condition, at: #"{"l":[{"k":1,"v":[0,1]},{"k":"a","v":["b"]}]}"#) == .false)
    }

    /// A nest of quantifiers over the same element, `count` deep.
    private static func nest(_ count: Int) -> Condition {
        (0..<count).reduce(.constant(true)) { child, _ in .quantifier(Quantifier(.some, of: list, .elements, child)) }
    }

    @Test("nesting is bounded")
    func nesting() throws {
        let limit = ConditionLimits.quantifierNestingMax
        #expect(try Truths.truth(of: Self.nest(limit), at: #"{"l":[1]}"#) == .true)
        #expect(try Truths.truth(of: Self.nest(limit + 1), at: #"{"l":[1]}"#) == .unknown)
    }

    @Test("steps are bounded")
    func steps() throws {
        let never = Condition.quantifier(Quantifier(.some, of: Self.list, .elements, .constant(false)))
        // The quantifier is a step of its own.
        let most = ConditionLimits.stepsMax - 1
        for (count, truth) in [(most, Truth.false), (most + 1, .unknown)] {
            let event = #"{"l":[\#(Array(repeating: "1", count: count).joined(separator: ","))]}"#
            #expect(try Truths.truth(of: never, at: event) == truth)
        }
    }

    @Test("depth is bounded")
    func depth() throws {
        func nest(_ count: Int) -> Condition { (0..<count).reduce(.constant(true)) { child, _ in .all([child]) } }
        #expect(try Truths.truth(of: nest(ConditionLimits.nestingMax - 1), at: "{}") == .true)
        #expect(try Truths.truth(of: nest(ConditionLimits.nestingMax), at: "{}") == .unknown)
    }

    @Test("texts are bounded")
    func texts() throws {
        let most = ConditionLimits.textBytesMax
        let condition = Condition.leaf(Leaf(.get("a"), .startsWith, ["a"], transforms: [.lower]))
        for (count, truth) in [(most, Truth.true), (most + 1, .unknown)] {
            let text = String(repeating: "A", count: count)
            #expect(try Truths.truth(of: condition, at: #"{"a":"\#(text)"}"#) == truth)
        }
    }

    @Test("results of a walk are bounded")
    func walks() throws {
        let condition = Condition.leaf(Leaf(.deepWalk(["l", "a"]), .contains, [0]))
        let most = ConditionLimits.walkResultsMax
        for (count, truth) in [(most, Truth.true), (most + 1, .unknown)] {
            let elements = (0..<count).map { #"{"a":\#($0)}"# }.joined(separator: ",")
            #expect(try Truths.truth(of: condition, at: #"{"l":[\#(elements)]}"#) == truth)
        }
        let nests = ConditionLimits.walkNestingMax
        for (depth, truth) in [(nests, Truth.true), (nests + 1, .unknown)] {
            let open = String(repeating: "[", count: depth)
            let close = String(repeating: "]", count: depth)
            let leaf = Condition.leaf(Leaf(.deepWalk(["l", "a"]), .equals, [0]))
            #expect(try Truths.truth(of: leaf, at: #"{"l":\#(open){"a":0}\#(close)}"#) == truth)
        }
    }
}
