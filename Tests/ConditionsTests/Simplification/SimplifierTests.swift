import Conditions
import Events
import TestSupport
import Testing

@Suite("Simplification")
struct SimplifierTests {
    private static func eq(_ field: String, _ values: Literal...) -> Condition {
        .leaf(Leaf(.get(field), values.count == 1 ? .equals : .isIn, values))
    }

    private static func ne(_ field: String, _ values: Literal...) -> Condition {
        .leaf(Leaf(.get(field), values.count == 1 ? .equals : .isIn, values, isNegated: true))
    }

    private static let empty = Condition.leaf(Leaf(.get("e"), .isEmpty))
    private static let raising = Condition.leaf(Leaf(.get("r"), .startsWith, ["x"]))
    private static let cache = Condition.opaque(Opaque(.cache))
    private static let fails = Condition.leaf(Leaf(FieldReference(.event, missing: .fails), .equals, [1]))

    static let rows: [(Condition, Condition)] = [
        (.all([]), .constant(true)), (.any([]), .constant(false)), (.all([empty]), empty),
        (.all([.constant(true), empty, .all([raising])]), .all([empty, raising])),
        (.any([.any([empty, raising]), cache]), .any([empty, raising, cache])),
        (.not(.not(raising)), raising), (.not(eq("a", 1)), ne("a", 1)),
        // What is missing fails either way, so that its negation is no test of its own.
        (.not(fails), .not(fails)),
        (
            .not(.quantifier(Quantifier(.some, of: .get("l"), .elements, empty))),
            .quantifier(Quantifier(.none, of: .get("l"), .elements, empty))
        ),
        // A test that may raise has to be made even where it does not matter; one that cannot need not.
        (.all([raising, .constant(false), cache]), .all([raising, .constant(false)])),
        (.all([empty, .constant(false)]), .constant(false)), (.any([.constant(true), raising]), .constant(true)),
        (.any([eq("a", 1), .constant(true)]), .constant(true)),
        // What came before decides.
        (.all([raising, raising]), raising), (.all([cache, cache]), .all([cache, cache])),
        (.any([ne("a", "x"), .all([eq("a", "x"), raising])]), .any([ne("a", "x"), raising])),
        (.all([eq("a", "x"), .any([ne("a", "y"), raising])]), eq("a", "x")),
        (.all([eq("a", "x", "y"), eq("a", "z")]), .constant(false)),
        (.all([eq("a", "x", "y"), ne("a", "z"), eq("a", "x", "y", "w")]), eq("a", "x", "y")),
        (.all([eq("a", "x"), .leaf(Leaf(.get("a"), .isNull))]), .constant(false)),
        (.all([eq("a", "x"), .not(.leaf(Leaf(.get("a"), .isEmpty)))]), eq("a", "x")),
        (.all([eq("a", 1), eq("a", 1)]), eq("a", 1)),
        // Neighbours become one.
        (.any([eq("a", "x"), eq("a", "y")]), eq("a", "x", "y")),
        (.all([ne("a", "x"), ne("a", "y")]), ne("a", "x", "y")),
        (.any([eq("a", "x"), raising, eq("a", "y")]), .any([eq("a", "x"), raising, eq("a", "y")])),
        (.any([.all([empty, eq("a", 1)]), .all([empty, eq("a", 2)])]), .all([empty, eq("a", 1, 2)])),
        (
            .any([.all([cache, eq("a", 1)]), .all([cache, eq("a", 2)])]),
            .any([.all([cache, eq("a", 1)]), .all([cache, eq("a", 2)])])
        ),
        (.all([.any([empty, eq("a", 1)]), .any([empty, raising])]), .any([empty, .all([eq("a", 1), raising])])),
    ]

    private static func inside(_ op: Operator, _ values: [Literal] = [], missing: MissingPolicy = .null) -> Condition {
        let steps = [FieldStep(.key("o", .panther)), FieldStep(.key("k", .exact), forgives: .nothing)]
        return .leaf(Leaf(FieldReference(.event, steps, missing: missing), op, values))
    }

    private static func object(missing: MissingPolicy = .null) -> Condition {
        let field = FieldReference(.event, [FieldStep(.key("o", .panther))], missing: missing)
        return .leaf(Leaf(field, .isType([.object])))
    }

    private static let always = Condition.constant(true)
    private static let never = Condition.constant(false)
    private static let anything = Operator.isType(Set(ValueKind.allCases))

    static let guardedRows: [(Condition, Condition)] = [
        // What is in an object can be looked for, what is there can be read.
        (any(all(object(), inside(.isNull)), always), always),
        (any(.not(object()), inside(.equals, ["x"]), always), always),
        (all(object(), inside(.exists), inside(.isNull, missing: .raises), never), never),
        (all(object(), inside(.exists), inside(anything, missing: .raises)), all(object(), inside(.exists))),
        (all(object(), any(.not(inside(.exists)), inside(.equals, ["x"], missing: .raises), always)), object()),
        // Without that it may raise: where it is no object, where nothing was asked, or asked of something else.
        (any(all(inside(.isNull)), always), any(inside(.isNull), always)),
        (any(object(), inside(.isNull), always), any(object(), inside(.isNull), always)),
        (any(all(inside(.isNull), object()), always), any(all(inside(.isNull), object()), always)),
        (
            all(object(), inside(.isNull, missing: .raises), never),
            all(object(), inside(.isNull, missing: .raises), never)
        ),
        // An object that is read where nothing is says nothing of what is there.
        (
            any(all(object(missing: MissingPolicy(.value(.object([])))), inside(.isNull)), always),
            any(all(object(missing: MissingPolicy(.value(.object([])))), inside(.isNull)), always)
        ),
        // A text may be too long to be compared, whatever it is in.
        (all(object(), inside(.contains, ["x"]), never), all(object(), inside(.contains, ["x"]), never)),
    ]

    @Test("a test that cannot raise where it stands need not be made before a constant", arguments: guardedRows)
    func guarded(_ row: (Condition, Condition)) {
        #expect(row.0.simplified == row.1, "\(row.0.simplified.text)")
    }

    @Test("a reader is shown how a long part begins, and once what only the code can tell of it") func outlined() {
        func test(_ name: String) -> Condition { .leaf(Leaf(.get(name), .equals, ["x"])) }
        let opaque = Condition.opaque(Opaque(.loop))
        let vague = (0..<20).map { Self.any(test("k\($0)"), Self.all(test("l\($0)"), opaque)) }
        let short = Self.all(test("op"), test("a"))
        let long = Condition.all([test("other"), test("b")] + vague)
        #expect(
            Self.all(test("first"), Self.any(short, long), test("last")).readable
                == Self.all(
                    test("first"),
                    Self.any(short, Self.all(test("other"), test("b"), opaque)),
                    test("last")
                )
        )
        // Of one that begins with what only the code can tell, that is all.
        #expect(
            Self.all(test("first"), Self.any(Condition.all(vague), Condition.all(vague.reversed())), test("last"))
                .readable
                == Self.all(test("first"), opaque, test("last"))
        )
    }

    @Test("an engine's form needs no guard to be read, where there is one") func opened() {
        let forgiving = FieldReference(.event, [FieldStep(.key("o", .panther)), FieldStep(.key("k", .exact))])
        let test = Condition.leaf(Leaf(forgiving, .equals, ["x"]))
        #expect(
            Self.all(Self.object(), Self.inside(.equals, ["x"], missing: .null)).evaluable
                == Self.all(Self.object(), test)
        )
        let strict = Self.all(Self.object(), Self.inside(.equals, ["x"], missing: .raises))
        var raising = forgiving
        raising.missing = .raises
        #expect(strict.evaluable == Self.all(Self.object(), .leaf(Leaf(raising, .equals, ["x"]))))
        let alone = Self.inside(.equals, ["x"])
        #expect(alone.evaluable == alone)
    }

    /// Conditions on what is in an object, guarded or not, are what they were: where they raise and where not.
    @Test("guards keep what they guard", arguments: [51, 52, 53, 54] as [UInt64])
    func guards(seed: UInt64) throws {
        var random = Seeded(seed)
        let leaves = [
            Self.object(), Self.object(missing: .raises), Self.object(missing: MissingPolicy(.value(.object([])))),
            Self.inside(.isNull), Self.inside(.isNull, missing: .raises), Self.inside(.exists),
            Self.inside(.exists, missing: .raises), Self.inside(.equals, ["x"], missing: .raises),
            Self.inside(Self.anything, missing: .raises), Self.inside(.isEmpty), Self.eq("o", .null), Self.always,
            Self.never,
        ].map { PythonSample(condition: $0, python: "None") }
        let events =
            ["{}"] + ["null", "1", "\"t\"", "[]", "{}"].map { "{\"o\":\($0)}" }
            + ["null", "1", "\"x\"", "{}"].map { "{\"o\":{\"k\":\($0)}}" } + ["{\"O\":{\"k\":1}}", "{\"o\":{\"K\":1}}"]
        let conditions = (0..<400).map { _ in Self.tree(leaves, random.below(24) + 2, &random).condition }
        var keys = KeyTable()
        var compiled = CompiledConditions()
        let before = conditions.map { compiled.add($0, keys: &keys) }
        let after = conditions.map { compiled.add($0.simplified, keys: &keys) }
        let opened = conditions.map { compiled.add($0.evaluable, keys: &keys) }
        var evaluator = ConditionEvaluator(compiled, keys: keys)
        var tape = Tape(keys: keys)
        for event in events {
            try tape.parse(copying: event.utf8)
            evaluator.begin(tape.view)
            for index in conditions.indices {
                let truth = evaluator.evaluate(before[index])
                let told = Comment("\(conditions[index].text) → \(conditions[index].simplified.text) at \(event)")
                #expect(truth == evaluator.evaluate(after[index]), told)
                #expect(truth == evaluator.evaluate(opened[index]), told)
            }
        }
    }

    @Test("what is redundant goes", arguments: rows)
    func simplified(_ row: (Condition, Condition)) {
        #expect(row.0.simplified == row.1, "\(row.0.simplified.text)")
    }

    private static func all(_ conditions: Condition...) -> Condition { .all(conditions) }
    private static func any(_ conditions: Condition...) -> Condition { .any(conditions) }
    private static let isReadable = Condition.leaf(Leaf(.required("r"), .isType(Set(ValueKind.allCases))))
    private static let caught = Condition.opaque(Opaque(.exceptionHandling, place: SourcePlace(line: 3)))
    /// Too long for a reader, and nothing for certain.
    private static let long = any(
        cache,
        .all([eq("a", 1), eq("b", 2), eq("c", 3), eq("d", 4), eq("e", 5), eq("f", 6)].parted)
    )

    static let readableRows: [(Condition, Condition)] = [
        // Errors are taken not to happen.
        (all(raising, .constant(false)), .constant(false)), (any(raising, .constant(true)), .constant(true)),
        (all(isReadable, empty), empty),
        (.quantifier(Quantifier(.every, of: .get("l"), .elements, isReadable)), .constant(true)),
        (
            .quantifier(Quantifier(.some, of: .get("l"), .elements, isReadable)),
            .leaf(Leaf(.get("l"), .isEmpty, isNegated: true))
        ),
        // Unless they are caught.
        (all(any(isReadable, caught), empty), all(any(isReadable, caught), empty)),
        // Only the code can tell, so that what follows is no answer.
        (all(empty, cache, .constant(false)), all(empty, cache)),
        // The code asks for errors first; readers see the test first.
        (all(any(ne("a", "x"), empty), eq("a", "x")), all(eq("a", "x"), empty)),
        (any(all(raising, empty), all(eq("a", 1), empty)), all(empty, any(raising, eq("a", 1)))),
        (all(eq("b", 1), long), all(eq("b", 1), cache)),
    ]

    @Test("what a reader sees", arguments: readableRows)
    func readable(_ row: (Condition, Condition)) {
        #expect(row.0.readable == row.1, "\(row.0.readable.text)")
    }

    /// Where evaluation in order knows, a reader's form says the same or nothing.
    @Test("readers are not told otherwise", arguments: [41, 42, 43] as [UInt64])
    func readers(seed: UInt64) throws {
        var generator = SampleGenerator(random: Seeded(seed))
        var random = Seeded(seed + 100)
        let opaque = PythonSample(condition: Self.cache, python: "None")
        var conditions: [Condition] = []
        for _ in 0..<150 {
            let leaves = (0..<5).map { _ in generator.leaf(0) } + [opaque]
            conditions.append(Self.tree(leaves, random.below(60) + 2, &random).condition)
        }
        var keys = KeyTable()
        var compiled = CompiledConditions()
        let before = conditions.map { compiled.add($0, keys: &keys) }
        let after = conditions.map { compiled.add($0.readable, keys: &keys) }
        var evaluator = ConditionEvaluator(compiled, keys: keys)
        var tape = Tape(keys: keys)
        for _ in 0..<60 {
            let event = generator.event()
            try tape.parse(copying: event.utf8)
            evaluator.begin(tape.view)
            for index in conditions.indices {
                let truth = evaluator.evaluate(before[index])
                let shown = evaluator.evaluate(after[index], .kleene)
                guard truth != .unknown, shown != .unknown else { continue }
                #expect(truth == shown, "\(conditions[index].text) → \(conditions[index].readable.text) at \(event)")
            }
        }
    }

    /// A random tree over a few leaves, so that they meet again and again.
    private static func tree(
        _ leaves: [PythonSample],
        _ size: Int,
        _ random: inout Seeded
    ) -> PythonSample {
        guard size > 1 else { return random.pick(leaves) }
        if random.once(in: 5) {
            let part = tree(leaves, size - 1, &random)
            return PythonSample(condition: .not(part.condition), python: "(not \(part.python))")
        }
        if random.once(in: 12) {
            let value = random.once(in: 2)
            return PythonSample(condition: .constant(value), python: value ? "True" : "False")
        }
        let parts = (0..<random.below(3) + 1).map { _ in tree(leaves, size / 2, &random) }
        let isAll = random.once(in: 2)
        return PythonSample(
            condition: isAll ? .all(parts.map(\.condition)) : .any(parts.map(\.condition)),
            python: "(" + parts.map(\.python).joined(separator: isAll ? " and " : " or ") + ")"
        )
    }

    /// Known truths stay as they are; what becomes known is what Python says, so it did not raise.
    @Test("random conditions keep their sequential meaning", arguments: [11, 12, 13, 14] as [UInt64])
    func meaning(seed: UInt64) throws {
        var generator = SampleGenerator(random: Seeded(seed))
        var random = Seeded(seed + 100)
        var samples: [PythonSample] = []
        for _ in 0..<120 {
            let leaves = (0..<4).map { _ in generator.leaf(0) }
            samples.append(Self.tree(leaves, random.below(14) + 2, &random))
        }
        var rules = try PythonRules(samples.map(\.python))
        var keys = KeyTable()
        var compiled = CompiledConditions()
        let before = samples.map { compiled.add($0.condition, keys: &keys) }
        let simple = samples.map(\.condition.simplified)
        let after = simple.map { compiled.add($0, keys: &keys) }
        let canonical = samples.map { compiled.add($0.condition.canonical, keys: &keys) }
        var evaluator = ConditionEvaluator(compiled, keys: keys)
        var tape = Tape(keys: keys)
        for _ in 0..<50 {
            let event = generator.event()
            try tape.parse(copying: event.utf8)
            evaluator.begin(tape.view)
            for (index, sample) in samples.enumerated() {
                let first = evaluator.evaluate(before[index])
                let second = evaluator.evaluate(after[index])
                if first != .unknown {
                    #expect(second == first, "\(sample.condition.text) → \(simple[index].text) at \(event)")
                }
                if first == .unknown, second != .unknown {
                    let python = try rules.result(index, at: event)
                    #expect(Truth(python == true) == second && python != nil, "\(sample.python) at \(event)")
                }
                let logical = evaluator.evaluate(canonical[index], .kleene)
                if first != .unknown { #expect(logical == first, "\(sample.condition.text) at \(event)") }
            }
        }
    }

    @Test("simplifying again changes nothing", arguments: [21, 22] as [UInt64])
    func idempotent(seed: UInt64) {
        var generator = SampleGenerator(random: Seeded(seed))
        var random = Seeded(seed)
        for _ in 0..<200 {
            let leaves = (0..<4).map { _ in generator.leaf(0) }
            let simple = Self.tree(leaves, 12, &random).condition.simplified
            #expect(simple.simplified == simple, "\(simple.text)")
        }
    }

    /// Takes a round for each of its levels: only when a level's lists have been joined do those within stand side by side.
    private static func layered(_ levels: Int) -> Condition {
        var (left, right) = (eq("p", 1), eq("q", 1))
        for level in (0..<levels).reversed() {
            left = .all([eq("a\(level)", 1), left])
            right = .all([eq("a\(level)", 1), right])
            guard level > 0 else { break }
            left = .any([eq("u\(level)", 1), left])
            right = .any([right, eq("v\(level)", 1)])
        }
        return .any([left, right])
    }

    @Test("a condition is simplified in so many rounds, and what takes more is left as it is then")
    func rounds() {
        let most = Condition.simplificationRoundsMax
        // The last round finds nothing to do, or would.
        for levels in [1, most - 1, most] {
            let simple = Self.layered(levels).simplified
            #expect(simple.simplified == simple, "\(levels) levels")
        }
        let halfway = Self.layered(most + 1).simplified
        #expect(halfway.simplified != halfway)
        #expect(halfway.simplified.simplified == halfway.simplified)
    }

    @Test("what is nested too deep is left as it is")
    func nesting() {
        func nest(_ count: Int, around condition: Condition) -> Condition {
            (0..<count).reduce(condition) { child, _ in
                .quantifier(Quantifier(.every, of: .get("l"), .elements, child))
            }
        }
        let most = Condition.simplificationNestingMax
        #expect(nest(most, around: .not(.constant(true))).simplified == nest(most, around: .not(.constant(true))))
        #expect(nest(most - 1, around: .not(.constant(true))).simplified == nest(most - 1, around: .constant(false)))
    }

    @Test("the canonical hash sees no order, no places and no spelling of lists")
    func hashes() {
        let left = Condition.all([Self.eq("a", "x", "y"), Self.empty, Self.raising])
        var leaf = Leaf(.get("a"), .isInSet, ["y", "x"])
        leaf.place = SourcePlace(file: "a.py", line: 3)
        let right = Condition.all([Self.raising, .all([.leaf(leaf), Self.empty])])
        #expect(left.canonicalHash == right.canonicalHash)
        #expect(left.canonicalHash != Condition.any([Self.eq("a", "x", "y"), Self.empty, Self.raising]).canonicalHash)
        #expect(left.canonicalHash.count == 16)
    }
}

extension [Condition] {
    /// Each as one of two.
    fileprivate var parted: [Condition] {
        enumerated().map { index, part in .any([part, .leaf(Leaf(.get("z\(index)"), .startsWith, ["q"]))]) }
    }
}
