import Catalog
import Engine
import GRDB

/// Works out what rules are beside each other, over the whole catalogue, and writes it: their order, actions that patterns stand
/// for, neighbours, duplicates.
enum RelationWriter {
    /// Operations that a pattern may stand for: what stands for more says nothing about any of them.
    static let patternActionsMax = 100

    /// Replaces all relations. O(indicators of all rules, and pairs of rules that share one).
    static func write(_ db: Database, workers: Workers) throws {
        try writePlaces(db)
        try writePatterns(db)
        try writeNeighbours(db, workers)
    }

    // MARK: Places

    /// Numbers the rules in the order in which lists show them, so that searches need not compare names.
    private static func writePlaces(_ db: Database) throws {
        try db.execute(
            sql: """
                UPDATE rule SET place = ordered.place FROM (
                    SELECT id, row_number() OVER (ORDER BY is_deprecated, name COLLATE NOCASE, slug) AS place FROM rule
                ) ordered WHERE ordered.id = rule.id AND ordered.place != rule.place
                """
        )
    }

    // MARK: Patterns

    private struct Place: Hashable {
        var family: String
        var field: String
    }

    private static func writePatterns(_ db: Database) throws {
        try db.execute(sql: "DELETE FROM rule_action WHERE match = \(ActionMatch.pattern.rawValue)")
        var actions: [Place: [(name: [UInt8], id: Int64)]] = [:]
        for row in try Row.fetchAll(db, sql: "SELECT family, folded_field, folded_name, id FROM action") {
            let name: String = row[2]
            actions[Place(family: row[0], field: row[1]), default: []].append((Array(name.utf8), row[3]))
        }
        // What is asked for by name is more than a pattern, and of two patterns the one that stands for less counts.
        let insert = try db.makeStatement(
            sql: """
                INSERT INTO rule_action VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE
                SET alternatives = min(alternatives, excluded.alternatives) WHERE match = excluded.match
                """
        )
        for row in try Row.fetchAll(db, sql: "SELECT family, field, pattern, rule FROM rule_pattern") {
            let rule: Int64 = row[3]
            let pattern = StarPattern(row[2])
            let meant = (actions[Place(family: row[0], field: row[1])] ?? []).filter { pattern.matches($0.name) }
            guard meant.count <= patternActionsMax else { continue }
            for action in meant {
                insert.setUncheckedArguments([action.id, rule, ActionMatch.pattern.rawValue, meant.count])
                try insert.execute()
            }
        }
    }

    // MARK: Neighbours

    private static func writeNeighbours(_ db: Database, _ workers: Workers) throws {
        let (signatures, indicatorCount) = try readSignatures(db)
        let finder = NeighbourFinder(signatures, indicatorCount: indicatorCount)
        let found = finder.all(work: workers)
        let fields = Dictionary(
            try Row.fetchAll(db, sql: "SELECT id, field FROM action").map { row -> (Int, String) in (row[0], row[1]) },
            uniquingKeysWith: { first, _ in first }
        )
        try db.execute(sql: "DELETE FROM similar; DELETE FROM duplicate")
        let similar = try db.makeStatement(sql: "INSERT INTO similar VALUES (?, ?, ?, ?, ?)")
        let duplicate = try db.makeStatement(sql: "INSERT INTO duplicate VALUES (?, ?, ?, ?)")
        for (signature, neighbours) in zip(signatures, found) {
            for (position, other) in neighbours.similar.enumerated() {
                let shared = Set(other.actions.compactMap { fields[$0] }).sorted()
                similar.setUncheckedArguments([
                    signature.rule, position, other.rule, other.score, other.reason(fields: shared),
                ])
                try similar.execute()
            }
            for (position, other) in neighbours.duplicates.enumerated() {
                duplicate.setUncheckedArguments([signature.rule, position, other.rule, other.kind.rawValue])
                try duplicate.execute()
            }
        }
    }

    /// The signatures of all rules, and a number above those of all their indicators.
    private static func readSignatures(_ db: Database) throws -> (signatures: [RuleSignature], indicatorCount: Int) {
        var positive: [Int: [Int]] = [:]
        var negative: [Int: [Int]] = [:]
        var count = 0
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT u.rule, i.base, i.is_negated
                FROM rule_indicator u JOIN indicator i ON i.id = u.indicator ORDER BY u.rule
                """
        )
        while let row = try rows.next() {
            let (rule, base, isNegated): (Int, Int, Bool) = (row[0], row[1], row[2])
            count = max(count, base + 1)
            if isNegated { negative[rule, default: []].append(base) } else { positive[rule, default: []].append(base) }
        }
        var actions: [Int: [Int]] = [:]
        for row in try Row.fetchAll(db, sql: "SELECT rule, action FROM rule_action") {
            actions[row[0], default: []].append(row[1])
        }
        let signatures = try Row.fetchAll(db, sql: "SELECT id, hash, completeness, is_deprecated FROM rule ORDER BY id")
            .map { row in
                let rule: Int = row[0]
                let completeness: String = row[2]
                return RuleSignature(
                    rule: rule,
                    positive: positive[rule] ?? [],
                    negative: negative[rule] ?? [],
                    actions: actions[rule] ?? [],
                    hash: row[1],
                    isExact: completeness == "exact",
                    isDeprecated: row[3]
                )
            }
        return (signatures, count)
    }
}
