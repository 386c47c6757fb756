import Conditions
import Events
import Testing

@testable import Engine

/// A router leaves out a rule only where its condition is false, with random conditions and events against evaluating them all.
@Suite struct RouterTests {
    /// Small numbers that are the same each time.
    struct Randomness {
        var state: UInt64

        mutating func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
    }

    static let names = ["eventName", "eventSource", "errorCode", "EventName", "n\u{E9}"]
    static let texts = ["a", "b", "GetObject", "", "a-longer-text-than-eight", "n\u{E9}", "k\u{212A}"]

    static func field(_ random: inout Randomness) -> FieldReference {
        let name = names[random.next(names.count)]
        let matching: FieldStep.KeyMatching = random.next(4) == 0 ? .exact : .panther
        let outcomes: [MissingPolicy.Outcome] = [
            .value(.null), .value(.null), .raises, .fails, .value(.string(texts[random.next(texts.count)])),
            .value(.list([])),
        ]
        let reaches: [MissingPolicy.Reach] = [.absent, .absent, .null, .empty]
        let missing = MissingPolicy(outcomes[random.next(outcomes.count)], when: reaches[random.next(reaches.count)])
        var steps = [FieldStep(.key(name, matching))]
        if random.next(8) == 0 { steps.append(FieldStep(.key("a", .panther), forgives: .nothing)) }
        return FieldReference(.event, steps, missing: missing)
    }

    static func leaf(_ random: inout Randomness) -> Leaf {
        let operators: [Operator] = [
            .equals, .equals, .isIn, .isIn, .isInSet, .isNull, .isEmpty, .exists, .startsWith, .contains,
            .isType([.string]),
        ]
        let op = operators[random.next(operators.count)]
        let values: [Literal] =
            switch op {
            case .isNull, .isEmpty, .exists, .isType: []
            case .equals: random.next(9) == 0 ? [.null] : [.string(texts[random.next(texts.count)])]
            default: (0..<1 + random.next(3)).map { _ in .string(texts[random.next(texts.count)]) }
            }
        return Leaf(
            field(&random),
            op,
            values + (op == .isIn && random.next(6) == 0 ? [.null] : []),
            transforms: random.next(8) == 0 ? [.lower] : [],
            isNegated: random.next(4) == 0,
            casing: random.next(9) == 0 ? .insensitive : .sensitive
        )
    }

    static func condition(_ random: inout Randomness, depth: Int = 0) -> Condition {
        switch random.next(depth > 3 ? 5 : 9) {
        case 0...3: return .leaf(leaf(&random))
        case 4: return random.next(6) == 0 ? .opaque(Opaque(.unsupported)) : .leaf(leaf(&random))
        case 5, 6: return .all((0..<random.next(4)).map { _ in condition(&random, depth: depth + 1) })
        case 7: return .any((0..<random.next(4)).map { _ in condition(&random, depth: depth + 1) })
        default: return .not(condition(&random, depth: depth + 1))
        }
    }

    static func event(_ random: inout Randomness) -> String {
        var members: [String] = []
        let keys = [
            "eventName", "eventSource", "errorCode", "EventName", "eventname", "n\u{E9}", "N\u{C9}", "event\\u004eame",
        ]
        for key in keys where random.next(3) == 0 {
            let values =
                texts.map { "\"\($0)\"" } + [
                    "null", "1", "true", "[]", "[\"a\"]", "{}", "\"\\u0061\"", "\"\\ud800\"", "1e400",
                ]
            members.append("\"\(key)\":\(values[random.next(values.count)])")
        }
        return "{\(members.joined(separator: ","))}"
    }

    @Test("no rule is left out whose condition is not false", arguments: 0..<60) func soundness(seed: Int) throws {
        var random = Randomness(state: UInt64(seed) &* 7919 &+ 1)
        let conditions = (0..<150).map { _ in Self.condition(&random) }
        var keys = KeyTable()
        var program = CompiledConditions()
        let numbers = conditions.map { program.add($0, keys: &keys) }
        // Rules go by their index in the pack, of which some are not routed.
        let rules = conditions.indices.map { $0 * 3 + 1 }
        let byRule = Dictionary(uniqueKeysWithValues: zip(rules, conditions))
        let router = Router(rules, conditions: byRule, keys: &keys)
        var evaluator = ConditionEvaluator(program, keys: keys)
        var tape = Tape(keys: keys)
        var leftOut = 0
        for _ in 0..<200 {
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

    @Test("rules are posted under the texts that tell them apart") func choice() throws {
        let source = Leaf(.get("eventSource"), .equals, ["s3.amazonaws.com"])
        func condition(_ name: String) -> Condition {
            .all([
                .leaf(Leaf(.get("errorCode"), .isEmpty)), .leaf(source),
                .leaf(Leaf(.get("eventName"), .isIn, [.string(name), "Both"])),
            ])
        }
        let conditions = [
            condition("One"), condition("Two"), .leaf(source), .opaque(Opaque(.unsupported)), .constant(false),
        ]
        var keys = KeyTable()
        let router = Router(
            [0, 1, 2, 3, 4, 5],
            conditions: Dictionary(uniqueKeysWithValues: conditions.enumerated().map { ($0.offset, $0.element) }),
            keys: &keys
        )
        var tape = Tape(keys: keys)
        let rows: [(event: String, candidates: [Int])] = [
            (#"{"eventSource":"s3.amazonaws.com","eventName":"One"}"#, [0, 2, 3, 5]),
            (#"{"eventSource":"s3.amazonaws.com","eventName":"Both"}"#, [0, 1, 2, 3, 5]),
            (#"{"eventSource":"s3.amazonaws.com","eventName":"Other"}"#, [2, 3, 5]),
            (#"{"eventSource":"ec2.amazonaws.com","eventName":"Other"}"#, [3, 5]),
            // Neither is there: null equals no text.
            (#"{}"#, [3, 5]),
            // No plain text: whoever depends on it is looked at.
            (#"{"eventSource":"ec2.amazonaws.com","eventName":["One"]}"#, [0, 1, 3, 5]),
            (#"{"eventSource":1,"eventName":"Other"}"#, [0, 1, 2, 3, 5]),
            (#"{"eventSource":"ec2.amazonaws.com","eventname":"One"}"#, [0, 1, 3, 5]),
            // A key that some letters might fold to.
            (#"{"eventSource":"ec2.amazonaws.com","eventNamé":"One"}"#, [0, 1, 2, 3, 4, 5]),
        ]
        for row in rows {
            try tape.parse(copying: row.event.utf8)
            var candidates: [Int] = []
            router.route(tape.view, into: &candidates)
            #expect(candidates == row.candidates, "\(row.event)")
        }
    }

    @Test("a clause with more texts than the limit routes nothing") func valuesLimit() {
        func clauses(_ count: Int) -> Int {
            RoutingAnalysis.clauses(
                of: .leaf(Leaf(.get("eventName"), .isIn, (0..<count).map { .string("n\($0)") }))
            ).count
        }
        #expect(clauses(RoutingClause.valuesMax) == 1)
        #expect(clauses(RoutingClause.valuesMax + 1) == 0)
        let many = (0..<20).map { Condition.leaf(Leaf(.get("f\($0)"), .equals, ["x"])) }
        #expect(RoutingAnalysis.clauses(of: .all(Array(many.prefix(8)))).count == 8)
        #expect(RoutingAnalysis.clauses(of: .all(many)).count == RoutingAnalysis.clausesMax)
    }
}
