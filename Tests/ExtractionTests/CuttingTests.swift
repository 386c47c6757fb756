import Conditions
import ExtractionSupport
import TestSupport
import Testing

@testable import Extraction

/// Conditions that are too long: what is left of them says what the whole says, or nothing.
@Suite struct CuttingTests {
    /// Lists in one another of tests of six members, all shapes by chance.
    private static func condition(_ random: inout Seeded, depth: Int) -> Condition {
        guard depth > 0, !random.once(in: 4) else {
            return .leaf(Leaf(.get("k\(random.below(6))"), .equals, [1], isNegated: random.once(in: 3)))
        }
        let parts = (0..<random.below(4) + 2).map { _ in condition(&random, depth: depth - 1) }
        return random.once(in: 2) ? .all(parts) : .any(parts)
    }

    private static let events: [[UInt8]] = (0..<64).map { bits in
        let members = (0..<6).map { #""k\#($0)":\#(bits >> $0 & 1)"# }
        return Array("{\(members.joined(separator: ","))}".utf8)
    }

    @Test("what is known of a part is so of the whole", arguments: [1, 2, 3, 5, 8, 13, 21, 34, 55]) func sound(
        limit: Int
    ) {
        var (random, known) = (Seeded(UInt64(limit)), 0)
        for _ in 0..<60 {
            let whole = Self.condition(&random, depth: 4)
            let part = whole.cut(to: limit)
            let isWhole = whole.weight(upTo: limit) <= limit
            #expect(isWhole == (part == whole))
            #expect(part.weight(upTo: 1_000) <= max(limit, 1) + limit / 2)
            let judges = (ConditionJudge(whole), ConditionJudge(part))
            for event in Self.events {
                let truth = judges.1.truth(event)
                if truth == .unknown { continue }
                known += 1
                #expect(truth == judges.0.truth(event), "\(part.text) of \(whole.text)")
            }
        }
        #expect(known > (limit < 5 ? 0 : 100))
    }

    @Test("of a branch both tests are kept, and what is short") func branches() {
        let test = Condition.leaf(Leaf(.get("op"), .equals, ["write"]))
        let long = Condition.any((0..<50).map { .leaf(Leaf(.get("k\($0)"), .equals, [1])) })
        let short = Condition.leaf(Leaf(.get("z"), .equals, [1]))
        let whole = Condition.any([.all([test, long]), .all([test.negated, short])])
        let judge = ConditionJudge(whole.cut(to: 20))
        #expect(judge.truth(Array(#"{"op":"read","z":1}"#.utf8)) == .true)
        #expect(judge.truth(Array(#"{"op":"read"}"#.utf8)) == .false)
        #expect(judge.truth(Array(#"{"op":"write"}"#.utf8)) == .unknown)
    }

    @Test("of parts that must hold the first are kept, and the short ones behind a long one") func parts() {
        func test(_ name: String) -> Condition { .leaf(Leaf(.get(name), .equals, [1])) }
        let long = Condition.any([test("k0"), .all((1..<50).map { test("k\($0)") })])
        let judge = ConditionJudge(Condition.all([test("a"), long, test("z")]).cut(to: 40))
        // Where what is left of the long one is known, the rest decides.
        #expect(judge.truth(Array(#"{"a":1,"k0":1,"z":1}"#.utf8)) == .true)
        #expect(judge.truth(Array(#"{"a":1,"k0":1}"#.utf8)) == .false)
        #expect(judge.truth(Array(#"{"k0":1,"z":1}"#.utf8)) == .false)
        #expect(judge.truth(Array(#"{"a":1,"k1":1,"z":1}"#.utf8)) == .false)
        let held = "{\"a\":1," + (1..<50).map { "\"k\($0)\":1" }.joined(separator: ",") + "}"
        #expect(judge.truth(Array(held.utf8)) == .unknown)
        // Too many of them: what stands for the rest stands behind the first.
        let many = ConditionJudge(Condition.all((0..<50).map { test("k\($0)") }).cut(to: 40))
        #expect(many.truth(Array("{}".utf8)) == .false)
        let all = "{" + (0..<50).map { "\"k\($0)\":1" }.joined(separator: ",") + "}"
        #expect(many.truth(Array(all.utf8)) == .unknown)
    }
}
