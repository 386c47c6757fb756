package import Catalog
import Detections
import GRDB

/// Operations and indicators, and who looks for them.
extension CatalogStore {
    /// Operations of a list at most.
    package static let actionsMax = 5_000

    /// Who detects an operation; nil where nobody does. Case does not count.
    package func actionPage(family: String, field: String, name: String) throws(CatalogFault) -> ActionPage? {
        let wanted = Action(family: family, field: field, name: name).folded
        return try read { db in
            let found = try Row.fetchOne(
                db,
                sql: """
                    SELECT id, family, field, name FROM action
                    WHERE folded_name = ? AND family = ? AND folded_field = ?
                    """,
                arguments: [wanted.name, wanted.family, wanted.field]
            )
            guard let found else { return nil }
            let id: Int64 = found[0]
            let rules = try Row.fetchAll(
                db,
                sql: """
                    SELECT \(RuleSummary.columns), a.family, a.field, a.name, u.match, u.alternatives
                    FROM rule_action u JOIN rule r ON r.id = u.rule JOIN collection c ON c.id = r.collection
                    JOIN action a ON a.id = u.action WHERE u.action = ?
                    """,
                arguments: [id]
            ).map(ActionRule.init)
            let (kept, deprecated) = (rules.filter { !$0.rule.isDeprecated }, rules.filter(\.rule.isDeprecated))
            let votes = try Row.fetchAll(
                db,
                sql: """
                    SELECT t.technique, count(DISTINCT t.rule) FROM rule_attack t
                    JOIN rule r ON r.id = t.rule AND r.is_deprecated = 0
                    JOIN rule_action u ON u.rule = t.rule AND u.match = 0 AND u.action = ?
                    WHERE t.technique != '' GROUP BY t.technique ORDER BY 2 DESC, 1
                    """,
                arguments: [id]
            ).map { TechniqueVote(technique: $0[0], rules: $0[1], isOwn: false) }
            return ActionPage(
                action: Action(family: found[1], field: found[2], name: found[3]),
                rules: kept.sorted(by: ActionRule.isBefore) + deprecated.sorted(by: ActionRule.isBefore),
                techniques: votes
            )
        }
    }

    /// The operations that most rules look for, of one kind of log or of all; deprecated rules are not counted.
    ///
    /// - Parameter disputedOnly: Whether only those are listed of which rules say different things in ATT&CK.
    package func actions(
        family: String? = nil,
        disputedOnly: Bool = false,
        limit: Int = 100
    ) throws(CatalogFault) -> [ActionSummary] {
        try read { db in
            let sql = """
                SELECT a.family, a.field, a.name, count(DISTINCT r.id), count(DISTINCT r.vendor),
                       (SELECT group_concat(technique) FROM (
                           SELECT DISTINCT t.technique AS technique FROM rule_attack t
                           JOIN rule_action v ON v.rule = t.rule AND v.action = a.id AND v.match = 0
                           JOIN rule q ON q.id = t.rule AND q.is_deprecated = 0
                           WHERE t.technique != '' ORDER BY 1))
                FROM action a JOIN rule_action u ON u.action = a.id AND u.match = 0
                JOIN rule r ON r.id = u.rule AND r.is_deprecated = 0
                WHERE (?1 IS NULL OR a.family = ?1)
                GROUP BY a.id ORDER BY 4 DESC, a.family, a.name, a.folded_field
                """
            var summaries: [ActionSummary] = []
            let rows = try Row.fetchCursor(db, sql: sql, arguments: [family])
            while summaries.count < min(limit, Self.actionsMax), let row = try rows.next() {
                let techniques = (row[5] as String?)?.split(separator: ",").map(String.init) ?? []
                guard !disputedOnly || techniques.count > 1 else { continue }
                summaries.append(
                    ActionSummary(
                        action: Action(family: row[0], field: row[1], name: row[2]),
                        rules: row[3],
                        vendors: row[4],
                        techniques: techniques
                    )
                )
            }
            return summaries
        }
    }

    /// Who looks for an indicator, by its ``Indicator/key``, at most `rulesMax` in one kind of log; nil where nobody does.
    package func indicatorPage(
        key: String,
        rulesMax: Int = IndicatorPage.rulesMax
    ) throws(CatalogFault) -> IndicatorPage? {
        try read { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT \(RuleSummary.columns), f.name, r.id, u.position
                    FROM indicator i JOIN family f ON f.id = i.family
                    JOIN rule_indicator u ON u.indicator = i.id
                    JOIN rule r ON r.id = u.rule JOIN collection c ON c.id = r.collection
                    WHERE i.key = ? ORDER BY r.is_deprecated, r.name COLLATE NOCASE, r.slug
                    """,
                arguments: [key]
            )
            guard let first = rows.first else { return nil }
            let (rule, position): (Int64, Int) = (
                first[RuleSummary.columnCount + 1], first[RuleSummary.columnCount + 2]
            )
            guard let indicator = try PageReader(db: db, rule: rule).indicator(at: position) else { return nil }
            var families: [String: [RuleSummary]] = [:]
            for row in rows {
                let family: String = row[RuleSummary.columnCount]
                if families[family, default: []].count < rulesMax {
                    families[family, default: []].append(RuleSummary(row))
                }
            }
            return IndicatorPage(
                indicator: indicator,
                families: families.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
                    .map { IndicatorPage.Family(name: $0.key, rules: $0.value) }
            )
        }
    }
}
