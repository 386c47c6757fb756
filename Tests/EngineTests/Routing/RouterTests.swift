import Addresses
import Conditions
import Documents
import Events
import TestSupport
import Testing

@testable import Engine

/// A router leaves out a rule only where its condition is false, with random conditions and events against evaluating them all.
@Suite struct RouterTests {
    static let names = ["eventName", "eventSource", "errorCode", "EventName", "n\u{E9}"]
    static let texts = [
        "a", "b", "GetObject", "", "a-longer-text-than-eight", "n\u{E9}", "k\u{212A}", "getobject", "Get", "Object",
        "longer", "GETOBJECT", "\u{17F}et", "SET", "ma\u{DF}", "MASS", "mass",
    ]

    static let patterns = [
        "^Get", "Ob+ject", "(?:long)er|x", "(a-l)on?", "[Gg]et", "n\u{E9}", "(?i)get", "lo(?=nger)", "",
    ]

    static func field(_ random: inout Seeded) -> FieldReference {
        let outcomes: [MissingPolicy.Outcome] = [
            .value(.null), .value(.null), .raises, .fails, .value(.string(texts[random.below(texts.count)])),
            .value(.list([])),
        ]
        let reaches: [MissingPolicy.Reach] = [.absent, .absent, .null, .empty]
        let missing = MissingPolicy(outcomes[random.below(outcomes.count)], when: reaches[random.below(reaches.count)])
        let forgiveness: [FieldStep.Forgiveness] = [.everything, .everything, .nothing, .absent, [.absent, .null]]
        let depth = random.below(3) == 0 ? 1 + random.below(3) : 1
        let steps = (0..<depth).map { number in
            let key = number == 0 ? names[random.below(names.count)] : ["a", "A", "b"][random.below(3)]
            return FieldStep(
                .key(key, random.below(4) == 0 ? .exact : .panther),
                forgives: forgiveness[random.below(forgiveness.count)]
            )
        }
        let isWalk = random.below(8) == 0
        return FieldReference(.event, steps, missing: missing, style: isWalk ? .walk(.all) : .direct)
    }

    static func leaf(_ random: inout Seeded) -> Leaf {
        let operators: [Operator] = [
            .equals, .equals, .isIn, .isIn, .isInSet, .isNull, .isEmpty, .exists, .startsWith, .endsWith, .contains,
            .isType([.string]), .isType([.integer, .array]), .less, .regex(.search), .regex(.match), .glob,
            .address(.isValid), .address(.isPrivate),
        ]
        let op = operators[random.below(operators.count)]
        let values: [Literal] =
            switch op {
            case .isNull, .isEmpty, .exists, .isType, .address: []
            case .regex: (0..<1 + random.below(2)).map { _ in .string(patterns[random.below(patterns.count)]) }
            case .equals, .less:
                random.below(9) == 0
                    ? [[.null, 1, true, .list([])][random.below(4)]] : [.string(texts[random.below(texts.count)])]
            default: (0..<1 + random.below(3)).map { _ in .string(texts[random.below(texts.count)]) }
            }
        let transforms: [[Transform]] = [[], [], [], [], [], [.lower], [.upper], [.lower, .strip(nil)]]
        if [.equals, .contains, .startsWith].contains(op), random.below(5) == 0 {
            let other = Operand(field(&random), transforms: transforms[random.below(transforms.count)])
            return Leaf(field(&random), op, other: other, isNegated: random.below(4) == 0)
        }
        return Leaf(
            field(&random),
            op,
            values + (op == .isIn && random.below(6) == 0 ? [.null] : []),
            transforms: transforms[random.below(transforms.count)],
            isNegated: random.below(4) == 0,
            casing: random.below(5) == 0 ? .insensitive : .sensitive
        )
    }

    static func quantifier(_ random: inout Seeded) -> Condition {
        let kinds: [Quantifier.Kind] = [.some, .every, .none, .count(.greater, 0), .count(.equal, 0)]
        var child = leaf(&random)
        if random.below(2) == 0 { child.field.root = .element(0) }
        let domain: Quantifier.Domain = random.below(3) == 0 ? .members : .elements
        return .quantifier(Quantifier(kinds[random.below(kinds.count)], of: field(&random), domain, .leaf(child)))
    }

    static func condition(_ random: inout Seeded, depth: Int = 0) -> Condition {
        switch random.below(depth > 3 ? 5 : 9) {
        case 0...3: return .leaf(leaf(&random))
        case 4:
            return switch random.below(12) {
            case 0: .opaque(Opaque(.unsupported))
            case 1: .opaque(Opaque(.limit, goesOn: true))
            case 2, 3: quantifier(&random)
            case 4: .aggregate(Aggregate(.leaf(leaf(&random)), .greater, 1))
            case 5: .constant(random.below(2) == 0)
            default: .leaf(leaf(&random))
            }
        case 5, 6: return .all((0..<random.below(4)).map { _ in condition(&random, depth: depth + 1) })
        case 7: return .any((0..<random.below(4)).map { _ in condition(&random, depth: depth + 1) })
        default: return .not(condition(&random, depth: depth + 1))
        }
    }

    static func value(_ random: inout Seeded, depth: Int = 0) -> String {
        let values =
            texts.map { "\"\($0)\"" } + [
                "null", "1", "0", "1.5", "true", "false", "[]", "[\"a\"]", "[null]", "{}", "\"\\u0061\"", "\"\\ud800\"",
                "1e400", "99999999999999999999", "\"a-l\\u006fnger\"", "\"\\\\Get\"", "\"\\u00e9 Get\"", "\"10.0.0.1\"",
                "\"fe80::1%eth0\"", "\"8.8.8.8\"",
            ]
        guard depth < 3, random.below(4) == 0 else { return values[random.below(values.count)] }
        let keys = ["a", "A", "b", "B", "c"].filter { _ in random.below(2) == 0 }
        return "{\(keys.map { "\"\($0)\":\(value(&random, depth: depth + 1))" }.joined(separator: ","))}"
    }

    static func event(_ random: inout Seeded) -> String {
        var members: [String] = []
        let keys = [
            "eventName", "eventSource", "errorCode", "EventName", "eventname", "n\u{E9}", "N\u{C9}", "event\\u004eame",
        ]
        // Keys beyond ASCII keep an event from being routed: few have them.
        for (number, key) in keys.enumerated() where random.below(number == 5 || number == 6 ? 24 : 3) == 0 {
            members.append("\"\(key)\":\(value(&random))")
        }
        return "{\(members.joined(separator: ","))}"
    }

    /// A router of conditions, by the clauses found for them.
    static func router(
        _ conditions: [Int: Condition],
        _ rules: [Int],
        _ keys: inout KeyTable,
        samples: EventSamples = EventSamples()
    ) -> Router {
        var analysis = RoutingAnalysis(Array(conditions.values), samples: samples)
        var clauses: [Int: RoutingClause] = [:]
        for (rule, condition) in conditions { clauses[rule] = analysis.clause(of: condition, logType: "A.Log") }
        return Router(rules, clauses: clauses, keys: &keys)
    }

    /// What a router says of an event.
    static func candidates(of event: String, _ router: Router, _ keys: KeyTable) throws -> [Int] {
        var tape = Tape(keys: keys)
        try tape.parse(copying: event.utf8)
        var candidates: [Int] = []
        router.route(tape.view, into: &candidates)
        return candidates
    }

    @Test("no rule is left out whose condition is not false", arguments: 0..<24) func soundness(seed: Int) throws {
        var random = Seeded(UInt64(seed) &* 7919 &+ 1)
        let conditions = (0..<150).map { _ in Self.condition(&random) }
        var keys = KeyTable()
        var program = CompiledConditions()
        let numbers = conditions.map { program.add($0, keys: &keys) }
        // Rules go by their index in the pack, of which some are not routed.
        let rules = conditions.indices.map { $0 * 3 + 1 }
        let byRule = Dictionary(uniqueKeysWithValues: zip(rules, conditions))
        let router = Self.router(byRule, rules, &keys)
        var evaluator = ConditionEvaluator(program, keys: keys)
        var tape = Tape(keys: keys)
        var leftOut = 0
        for _ in 0..<120 {
            let event = Self.event(&random)
            try tape.parse(copying: event.utf8)
            evaluator.begin(tape.view)
            var candidates: [Int] = []
            router.route(tape.view, into: &candidates)
            #expect(candidates == Set(candidates).sorted())
            let found = Set(candidates)
            for (rule, number) in zip(rules, numbers) where !found.contains(rule) {
                leftOut += 1
                if evaluator.evaluate(number) != .false {
                    Issue.record("\(event) was kept from \(byRule[rule].map { "\($0)" } ?? "")")
                }
            }
        }
        #expect(leftOut > 0)
    }

    static func names(_ prefix: String, _ count: Int) -> [Literal] { (0..<count).map { .string("\(prefix)\($0)") } }

    static func isRouted(_ condition: Condition) -> Bool { clause(of: condition) != nil }

    static func clause(of condition: Condition) -> RoutingClause? {
        var analysis = RoutingAnalysis([condition])
        return analysis.clause(of: condition)
    }

    @Test("a clause with more texts than the limit routes nothing") func valuesLimit() {
        let max = RoutingClause.valuesMax
        func either(_ second: Int) -> Condition {
            .any([
                .leaf(Leaf(.get("a"), .isIn, Self.names("n", max - 1))),
                .leaf(Leaf(.get("b"), .isIn, Self.names("n", second))),
            ])
        }
        #expect(Self.isRouted(either(1)))
        #expect(!Self.isRouted(either(2)))
        #expect(Self.isRouted(.leaf(Leaf(.get("a"), .isIn, Self.names("n", max)))))
        #expect(!Self.isRouted(.leaf(Leaf(.get("a"), .isIn, Self.names("n", max + 1)))))
    }

    @Test("a field with more steps than the limit routes nothing") func stepsLimit() {
        func deep(_ count: Int) -> Condition {
            .leaf(Leaf(.deepGet((0..<count).map { "k\($0)" }), .equals, ["x"]))
        }
        #expect(Self.isRouted(deep(RoutedField.stepsMax)))
        #expect(!Self.isRouted(deep(RoutedField.stepsMax + 1)))
    }

    @Test("parts past the limit are not looked for; their rules are candidates wherever the field is a text")
    func partsLimit() throws {
        let long = String(repeating: "x", count: RoutingPlan.FieldPostings.partBytesMax - 1)
        for (part, isCandidate) in [("y", false), ("yz", true)] {
            let conditions: [Int: Condition] = [
                0: .leaf(Leaf(.get("a"), .contains, [.string(long)])),
                1: .leaf(Leaf(.get("a"), .contains, [.string(part)])),
            ]
            var keys = KeyTable()
            let router = Self.router(conditions, [0, 1], &keys)
            var tape = Tape(keys: keys)
            try tape.parse(copying: #"{"a":"text"}"#.utf8)
            var candidates: [Int] = []
            router.route(tape.view, into: &candidates)
            #expect(candidates == (isCandidate ? [1] : []))
        }
    }

    @Test("so many fields that members are gone through", arguments: [1, 4, 5, 32, 33, 500]) func manyFields(count: Int)
        throws
    {
        func field(_ number: Int, isDeep: Bool) -> FieldReference {
            isDeep ? .deepGet(["o", "k\(number)"]) : .get("k\(number)")
        }
        var conditions: [Int: Condition] = [:]
        for number in 0..<count {
            conditions[2 * number] = .leaf(Leaf(field(number, isDeep: false), .equals, ["x"]))
            conditions[2 * number + 1] = .leaf(Leaf(field(number, isDeep: true), .equals, ["x"]))
        }
        // Two that notice what is missing.
        conditions[2 * count] = .leaf(Leaf(.get("none"), .isEmpty))
        conditions[2 * count + 1] = .leaf(Leaf(.deepGet(["o", "none"]), .isEmpty))
        var keys = KeyTable()
        let router = Self.router(conditions, conditions.keys.sorted(), &keys)
        let last = count - 1
        let rows: [(event: String, candidates: [Int])] = [
            ("{}", [2 * count, 2 * count + 1]),
            ("{\"none\":\"t\",\"o\":{\"none\":\"t\"}}", []),
            (
                "{\"none\":\"t\",\"o\":{\"K\(last)\":\"x\",\"none\":\"t\"},\"K\(last)\":\"x\"}",
                [2 * last, 2 * last + 1]
            ),
            // Of two spellings the right one counts.
            (
                "{\"none\":\"t\",\"o\":{\"K\(last)\":\"x\",\"k\(last)\":\"y\",\"none\":\"t\"},\"k\(last)\":\"x\"}",
                [2 * last]
            ),
            ("{\"none\":\"t\",\"o\":null}", [2 * count + 1]),
        ]
        for row in rows { #expect(try Self.candidates(of: row.event, router, keys) == row.candidates, "\(row.event)") }
    }

    @Test("of many ways to route a condition some are kept") func clausesLimit() {
        // The one that is best comes last, behind more than are kept.
        let children = (0..<2 * RoutingAnalysis.clausesMax).map { Condition.leaf(Leaf(.get("f\($0)"), .isEmpty)) }
        let condition = Condition.all(children + [.leaf(Leaf(.get("eventName"), .equals, ["x"]))])
        let clause = Self.clause(of: condition)
        #expect(clause?.triggers.keys.map(\.steps.first?.key) == [Array("eventName".utf8)])
    }

    @Test("texts longer than the limit are not told apart") func textsLimit() throws {
        let max = ValueClass.textBytesMax
        let conditions: [Int: Condition] = [
            0: .leaf(Leaf(.get("a"), .contains, ["part"])), 1: .leaf(Leaf(.get("a"), .regex(.search), ["pa(rt)?$"])),
            2: .leaf(Leaf(.get("b"), .equals, ["x"])),
        ]
        var keys = KeyTable()
        let router = Self.router(conditions, [0, 1, 2], &keys)
        var tape = Tape(keys: keys)
        for (count, expected) in [(max, []), (max + 1, [0, 1])] {
            try tape.parse(copying: "{\"a\":\"\(String(repeating: "x", count: count))\"}".utf8)
            var candidates: [Int] = []
            router.route(tape.view, into: &candidates)
            #expect(candidates == expected)
        }
    }

    @Test("texts are told apart by what their escapes stand for") func escapes() throws {
        let conditions: [Int: Condition] = [
            0: .leaf(Leaf(.get("a"), .endsWith, [#"\cmd.exe"#])), 1: .leaf(Leaf(.get("a"), .equals, ["é"])),
            2: .leaf(Leaf(.get("a"), .isEmpty)),
            3: .leaf(
                Leaf(
                    FieldReference(.event, [FieldStep(.key("a", .exact))], style: .each),
                    .contains,
                    ["🦆"],
                    casing: .insensitive
                )
            ),
        ]
        var keys = KeyTable()
        let router = Self.router(conditions, Array(0...3), &keys)
        let max = Router.resolvedBytesMax
        let rows: [(text: String, candidates: [Int])] = [
            (#"C:\\Windows\\cmd.exe"#, [0]), (#"C:\\Windows\\cmd.com"#, []), (#"\u00e9"#, [1, 3]), (#"\u00e8"#, [3]),
            (#"x"#, []), ("é", [1, 3]),
            // A surrogate alone, and what is longer than is resolved.
            (#"\ud83e"#, [0, 1, 3]), (#"\\"# + String(repeating: "x", count: max - 2), []),
            (#"\\"# + String(repeating: "x", count: max - 1), [0, 1, 3]),
        ]
        for row in rows {
            #expect(
                try Self.candidates(of: "{\"a\":\"\(row.text)\"}", router, keys) == row.candidates,
                "\(row.text.prefix(40))"
            )
        }
    }

    @Test("what is certain of addresses, patterns and comparisons tells rules apart") func certain() throws {
        let name = Condition.leaf(Leaf(.get("name"), .equals, ["X"]))
        let other = Operand(.get("b"))
        let conditions: [Int: Condition] = [
            0: .all([.leaf(Leaf(.get("ip"), .address(.isValid))), name]),
            1: .leaf(Leaf(.get("arn"), .regex(.search), [":role/.+", "^arn:x"])),
            2: .all([.leaf(Leaf(.get("arn"), .regex(.match), ["no(?=t)"], isNegated: true)), name]),
            3: .all([.leaf(Leaf(.get("a"), .equals, other: other, isNegated: true)), name]),
            4: .all([.leaf(Leaf(.get("a"), .less, other: other)), name]),
            // A field that is compared with many texts is thought to tell much.
            5: .leaf(Leaf(.get("ip"), .isIn, Self.names("10.0.1.", 20))),
        ]
        var keys = KeyTable()
        // Events have all but a name.
        let event = EventSamplesTests.map(["ip", "arn", "a", "b"].map { ($0, .string("x")) })
        let samples = EventSamples([EventSamplesTests.detection([event, event, event])])
        let router = Self.router(conditions, Array(0...5), &keys, samples: samples)
        let plain = #""ip":"10.0.0.1","arn":"z","a":"1","b":"2""#
        let rows: [(event: String, candidates: [Int])] = [
            (plain, [4]), (plain + #","name":"X""#, [0, 2, 3, 4]),
            // A scope, what is no text, and a key that is not there.
            (#""ip":"fe80::1%eth0","arn":"z","a":"1","b":"2""#, [0, 4]), (#""arn":"z","ip":1"#, [0, 4]),
            (#""arn":"z""#, [0, 4]),
            // What a pattern begins with, anywhere, and at the start.
            (#""ip":"a","arn":"arn:role/x""#, [1, 4]), (#""ip":"a","arn":"arn:x:""#, [1, 4]),
            (#""ip":"a","arn":"nothing""#, [2, 4]), (#""ip":"a","arn":"is nothing""#, [4]),
            (#""ip":"a","arn":7"#, [1, 2, 4]),
            // Two texts are the same or not; two lists may have to be compared.
            (#""ip":"a","arn":"z","a":null"#, [4]), (#""ip":"a","arn":"z","a":[1],"b":[1]"#, [3, 4]),
            (#""ip":"a","arn":"z","a":"\u0031","b":"1""#, [4]), (#""ip":"a","arn":"z","a":"1","b":"\u0031""#, [4]),
        ]
        for row in rows {
            #expect(try Self.candidates(of: "{\(row.event)}", router, keys) == row.candidates, "\(row.event)")
        }
    }
}
