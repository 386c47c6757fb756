package import Catalog
import GRDB

/// ATT&CK.
extension CatalogStore {
    /// What the rules that meet a query name of ATT&CK, and how many rules these are. Deprecated rules count only if the query asks
    /// for them.
    package func attackUses(_ query: SearchQuery) throws(CatalogFault) -> (uses: [CoverageMatrix.Use], rules: Int) {
        try read { db in
            let ids = try Self.ids(query, db)
            let list = "[" + ids.map(String.init).joined(separator: ",") + "]"
            let hits = "SELECT value FROM json_each(?)"
            let condition = query.asksForDeprecated ? "" : "AND r.is_deprecated = 0"
            let count =
                try Int.fetchOne(
                    db,
                    sql: "SELECT count(*) FROM rule r WHERE r.id IN (\(hits)) \(condition)",
                    arguments: [list]
                ) ?? 0
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT a.rule, nullif(a.tactic, ''), nullif(a.technique, '') FROM rule_attack a
                    JOIN rule r ON r.id = a.rule WHERE a.rule IN (\(hits)) \(condition)
                    """,
                arguments: [list]
            )
            let uses = rows.map { row in
                CoverageMatrix.Use(rule: row[0], mention: AttackMention(tactic: row[1], technique: row[2]))
            }
            return (uses, count)
        }
    }

    /// Two rules side by side, by their slugs; nil where one of them is not there.
    package func diff(_ left: String, _ right: String) throws(CatalogFault) -> DiffPage? {
        guard let left = try page(slug: left), let right = try page(slug: right) else { return nil }
        return DiffPage(left, right)
    }
}
