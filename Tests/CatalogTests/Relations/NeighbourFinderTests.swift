import Catalog
import Detections
import Testing

/// Neighbours of rules, and rules that are the same.
@Suite struct NeighbourFinderTests {
    private static func rule(
        _ number: Int,
        _ positive: [Int],
        not negative: [Int] = [],
        actions: [Int] = [],
        hash: String? = nil,
        isExact: Bool = true,
        isDeprecated: Bool = false
    ) -> RuleSignature {
        RuleSignature(
            rule: number,
            positive: positive,
            negative: negative,
            actions: actions,
            hash: hash,
            isExact: isExact,
            isDeprecated: isDeprecated
        )
    }

    private static func find(_ rules: [RuleSignature]) -> [NeighbourFinder.Neighbours] {
        let count = rules.flatMap { $0.positive + $0.negative }.max().map { $0 + 1 } ?? 0
        return NeighbourFinder(rules, indicatorCount: count).all(work: WorkInOrder())
    }

    @Test("who shares the rarer indicators is nearer")
    func weights() {
        // 0 is common, 1 and 2 are rare.
        let rules = [
            Self.rule(1, [0, 1]), Self.rule(2, [0, 2]), Self.rule(3, [0, 1]), Self.rule(4, [0]), Self.rule(5, [0, 3]),
        ]
        let similar = Self.find(rules)[0].similar
        #expect(similar.first?.rule == 3)
        #expect(similar.first?.shared == [0, 1])
        #expect(similar.allSatisfy { $0.score >= NeighbourFinder.scoreMin && $0.score <= 1 })
    }

    @Test("an operation in common counts for it, a contradiction against it")
    func adjustments() throws {
        func first(_ own: RuleSignature, _ other: RuleSignature) throws -> NeighbourFinder.Similarity {
            try #require(Self.find([own, other, Self.rule(3, [4])])[0].similar.first)
        }
        let plain = try first(Self.rule(1, [0, 1, 5]), Self.rule(2, [0, 2, 5]))
        let action = try first(Self.rule(1, [0, 1, 5], actions: [7]), Self.rule(2, [0, 2, 5], actions: [7]))
        let conflict = try first(Self.rule(1, [0, 1, 5]), Self.rule(2, [0, 2, 5], not: [1]))
        #expect(abs(action.score - plain.score - NeighbourFinder.actionBonus) < 1e-9)
        #expect(abs(plain.score - conflict.score - NeighbourFinder.conflictMalus) < 1e-9)
        #expect(action.reason(fields: ["eventName"]) == "same eventName, 2 of 3 conditions shared")
    }

    @Test("nothing in common, or given up: no neighbour")
    func none() {
        let rules = [Self.rule(1, [0]), Self.rule(2, [1]), Self.rule(3, [0], isDeprecated: true), Self.rule(4, [])]
        #expect(Self.find(rules).map(\.similar.count) == [0, 0, 1, 0])
        #expect(Self.find([]).isEmpty)
    }

    @Test("duplicates: in full, as far as conditions say, nearly")
    func duplicates() {
        let rules = [
            Self.rule(1, [0, 1, 2, 3, 4], hash: "a"), Self.rule(2, [0, 1, 2, 3, 4], hash: "a"),
            Self.rule(3, [0, 1, 2, 3, 4], hash: "a", isExact: false), Self.rule(4, [0, 1, 2, 3], hash: "b"),
            Self.rule(5, [0, 1, 2], hash: "c"), Self.rule(6, [9], hash: "d"),
        ]
        let found = Self.find(rules)
        #expect(found[0].duplicates.map(\.rule) == [2, 3, 4])
        #expect(found[0].duplicates.map(\.kind) == [.exact, .sameCondition, .near])
        #expect(found[5].duplicates.isEmpty)
        #expect(found[5].similar.isEmpty)
    }

    @Test("of many duplicates the first are kept, those in full before others")
    func manyDuplicates() {
        let limit = DuplicateRule.rulesMax
        let rules = (0...limit + 1).map { Self.rule($0, [0], hash: "a", isExact: $0 != 1) }
        let fits = Self.find(rules.dropLast())
        #expect(fits[0].duplicates.map(\.rule) == Array(2...limit) + [1])
        #expect(fits[0].duplicates.map(\.kind).last == .sameCondition)
        let all = Self.find(rules)
        #expect(all[0].duplicates.map(\.rule) == Array(2...limit + 1))
        #expect(all.allSatisfy { $0.duplicates.count == limit })
    }

    @Test("an indicator of too many rules brings none together by itself")
    func common() {
        let limit = NeighbourFinder.postingsMax
        let rules = (0...limit).map { Self.rule($0, [0]) }
        let few = NeighbourFinder(rules.dropLast(), indicatorCount: 1).neighbours(of: 0)
        #expect(few.similar.count == SimilarRule.rulesMax)
        #expect(NeighbourFinder(rules, indicatorCount: 1).neighbours(of: 0).similar.isEmpty)
    }
}
