package import Detections

/// A technique that one set of rules covers and another does not.
package struct CoverageGap: Codable, Sendable {
    /// The technique, or sub-technique.
    package var technique: AttackEntry.Name
    /// Its tactics.
    package var tactics: [String]
    /// Rules of the other set that cover it; 0 where ATT&CK as a whole is the other set.
    package var rules: Int

    /// The techniques of `others` that `mine` lacks, those first that most rules of `others` cover. Whoever covers a sub-technique
    /// covers some of its technique; whoever covers a technique is not taken to cover its sub-techniques.
    package static func gaps(
        of mine: [CoverageMatrix.Use],
        beside others: [CoverageMatrix.Use],
        matrix: AttackMatrix = .enterprise
    ) -> [CoverageGap] {
        let covered = rules(mine, matrix)
        return gaps(in: rules(others, matrix).mapValues(\.count), covered, matrix)
    }

    /// The techniques of ATT&CK that `mine` lacks, by identifier.
    package static func gaps(of mine: [CoverageMatrix.Use], matrix: AttackMatrix = .enterprise) -> [CoverageGap] {
        let all = matrix.techniques.filter { $0.state == .current }.map { ($0.id, 0) }
        return gaps(in: Dictionary(all) { first, _ in first }, rules(mine, matrix), matrix)
    }

    private static func gaps(
        in wanted: [String: Int],
        _ covered: [String: Set<Int64>],
        _ matrix: AttackMatrix
    ) -> [CoverageGap] {
        wanted.filter { covered[$0.key] == nil }.map { id, count in
            let technique = matrix.technique(id)
            return CoverageGap(
                technique: AttackEntry.technique(id, matrix),
                tactics: matrix.tactics.filter { technique?.tactics.contains($0.slug) == true }.map(\.name),
                rules: count
            )
        }.sorted { ($1.rules, $0.technique.id) < ($0.rules, $1.technique.id) }
    }

    /// The rules of each technique that there is, those of sub-techniques too.
    private static func rules(_ uses: [CoverageMatrix.Use], _ matrix: AttackMatrix) -> [String: Set<Int64>] {
        var rules: [String: Set<Int64>] = [:]
        for use in uses {
            guard let written = use.mention.technique else { continue }
            let entry = AttackEntry(AttackMention(tactic: nil, technique: written), in: matrix)
            let id = entry.successor?.id ?? written
            guard matrix.technique(id)?.state == .current else { continue }
            rules[id, default: []].insert(use.rule)
            if let dot = id.firstIndex(of: ".") { rules[String(id[..<dot]), default: []].insert(use.rule) }
        }
        return rules
    }
}
