package import Detections

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Finds for each rule those that look for much the same, and those that are the same.
///
/// The score is a weighted Jaccard index over the indicators that must be: an indicator weighs more the fewer rules have it
/// (`log((rules + 1) / its rules)`). An operation in common adds ``actionBonus``, an indicator that one rule wants and the other
/// excludes takes ``conflictMalus``.
package struct NeighbourFinder: Sendable {
    /// Added where both rules look for one operation.
    package static let actionBonus = 0.1
    /// Taken for each indicator that one rule wants and the other excludes.
    package static let conflictMalus = 0.1
    /// Rules that are less alike are no neighbours.
    package static let scoreMin = 0.2
    /// An indicator that more rules have brings none of them together by itself.
    package static let postingsMax = 1_000
    /// Share of indicators in common from which rules are near duplicates.
    package static let nearShare = 0.8
    /// Near duplicates have at least so many indicators in common.
    package static let nearSharedMin = 3

    private let signatures: [RuleSignature]
    /// Signatures with an indicator, by indicator.
    private let postings: [[Int32]]
    private let weights: [Double]
    /// Signatures by their hash, those first whose condition says all of the rule.
    private let twins: [String: [Int]]

    /// A finder over signatures whose indicators have numbers below `indicatorCount`. O(size of all signatures).
    package init(_ signatures: [RuleSignature], indicatorCount: Int) {
        self.signatures = signatures
        var postings = [[Int32]](repeating: [], count: indicatorCount)
        for (index, signature) in signatures.enumerated() where !signature.isDeprecated {
            for indicator in signature.positive { postings[indicator].append(Int32(truncatingIfNeeded: index)) }
        }
        let count = Double(signatures.count + 1)
        weights = postings.map { log(count / Double(max(1, $0.count))) }
        self.postings = postings
        twins = Self.twins(signatures)
    }

    private static func twins(_ signatures: [RuleSignature]) -> [String: [Int]] {
        var twins: [String: [Int]] = [:]
        for isExact in [true, false] {
            for (index, signature) in signatures.enumerated() {
                guard signature.isExact == isExact, !signature.isDeprecated, let hash = signature.hash else { continue }
                twins[hash, default: []].append(index)
            }
        }
        return twins
    }

    /// What was found for one rule.
    package struct Neighbours: Sendable {
        /// The most alike first.
        package var similar: [Similarity] = []
        /// The most alike first, then in the order of the signatures.
        package var duplicates: [(rule: Int, kind: DuplicateKind)] = []
    }

    /// How alike two rules are.
    package struct Similarity: Hashable, Sendable {
        /// The other rule, by the caller's number.
        package var rule: Int
        /// From 0 to 1.
        package var score: Double
        /// Indicators in common, by number.
        package var shared: [Int]
        /// Indicators of the rule itself.
        package var ownCount: Int
        /// Indicators of the other.
        package var otherCount: Int
        /// Operations in common, by number.
        package var actions: [Int]
    }

    /// The neighbours of every signature, in the order of the signatures; `work` may look for several at once.
    package func all(work: any WorkSharing) -> [Neighbours] {
        work.map(signatures.count) { neighbours(of: $0) }
    }

    /// The neighbours of one signature. O(rules that share an indicator with it, times their size).
    package func neighbours(of index: Int) -> Neighbours {
        let own = signatures[index]
        var result = Neighbours()
        let twins = own.hash.flatMap { self.twins[$0] } ?? []
        // One of them is the rule itself.
        for twin in twins.prefix(DuplicateRule.rulesMax + 1) where twin != index {
            let isExact = own.isExact && signatures[twin].isExact
            result.duplicates.append((signatures[twin].rule, isExact ? .exact : .sameCondition))
        }
        var similar: [Similarity] = []
        for candidate in candidates(of: index) {
            guard let found = similarity(own, signatures[candidate]) else { continue }
            similar.append(found)
            let isTwin = own.hash != nil && own.hash == signatures[candidate].hash
            if !isTwin, isNear(own, signatures[candidate], found) {
                result.duplicates.append((found.rule, .near))
            }
        }
        similar.sort { ($1.score, $0.rule) < ($0.score, $1.rule) }
        result.similar = Array(similar.prefix(SimilarRule.rulesMax))
        result.duplicates.sort { ($0.kind, $0.rule) < ($1.kind, $1.rule) }
        result.duplicates = Array(result.duplicates.prefix(DuplicateRule.rulesMax))
        return result
    }

    private func candidates(of index: Int) -> [Int] {
        var seen: Set<Int32> = []
        for indicator in signatures[index].positive where postings[indicator].count <= Self.postingsMax {
            for other in postings[indicator] where Int(other) != index { seen.insert(other) }
        }
        return seen.map(Int.init).sorted()
    }

    private func similarity(_ own: RuleSignature, _ other: RuleSignature) -> Similarity? {
        let shared = Self.common(own.positive, other.positive)
        let common = shared.reduce(0) { $0 + weights[$1] }
        let all = (own.positive + other.positive).reduce(0) { $0 + weights[$1] } - common
        guard all > 0 else { return nil }
        let conflicts =
            Self.common(own.positive, other.negative).count + Self.common(own.negative, other.positive).count
        let actions = Self.common(own.actions, other.actions)
        let bonus = actions.isEmpty ? 0 : Self.actionBonus
        let score = min(1, common / all + bonus - Self.conflictMalus * Double(conflicts))
        guard score >= Self.scoreMin else { return nil }
        return Similarity(
            rule: other.rule,
            score: score,
            shared: shared,
            ownCount: own.positive.count,
            otherCount: other.positive.count,
            actions: actions
        )
    }

    private func isNear(_ own: RuleSignature, _ other: RuleSignature, _ found: Similarity) -> Bool {
        let shared = found.shared.count + Self.common(own.negative, other.negative).count
        let all = own.positive.count + own.negative.count + other.positive.count + other.negative.count - shared
        return shared >= Self.nearSharedMin && Double(shared) >= Self.nearShare * Double(all)
    }

    /// What is in both of two ascending lists.
    private static func common(_ left: [Int], _ right: [Int]) -> [Int] {
        var common: [Int] = []
        var (i, j) = (0, 0)
        while i < left.count, j < right.count {
            if left[i] == right[j] {
                common.append(left[i])
                i += 1
                j += 1
            } else if left[i] < right[j] {
                i += 1
            } else {
                j += 1
            }
        }
        return common
    }
}

extension NeighbourFinder.Similarity {
    /// Why the two are alike, in words: `same eventName, 2 of 3 conditions shared`.
    ///
    /// - Parameter fields: The fields that name the operations in ``actions``.
    package func reason(fields: [String]) -> String {
        var reason = fields.isEmpty ? "" : "same " + fields.joined(separator: ", ") + ", "
        reason += "\(shared.count) of \(ownCount) conditions shared"
        if otherCount != ownCount { reason += " (it has \(otherCount))" }
        return reason
    }
}
