import Catalog
import Detections
import GRDB

/// Counts rules by their properties.
struct FacetReader {
    let db: Database
    /// The rules that are counted.
    let ids: [Int64]

    /// The facets, in the order in which readers use them.
    func facets() throws -> [SearchResults.Facet] {
        let list = "[" + ids.map(String.init).joined(separator: ",") + "]"
        var facets: [SearchResults.Facet] = []
        for question in Self.questions {
            let sql = "WITH hit(id) AS MATERIALIZED (SELECT value FROM json_each(?)) " + question.sql
            let rows = try Row.fetchAll(try db.cachedStatement(sql: sql), arguments: [list])
            let values = rows.compactMap { row -> SearchResults.Facet.Value? in
                guard let value = row[0] as String?, !value.isEmpty else { return nil }
                return SearchResults.Facet.Value(value: value, label: question.label(value), count: row[1])
            }
            let shown = values.prefix(SearchResults.Facet.valuesMax)
            if !shown.isEmpty { facets.append(.init(filter: question.filter, values: Array(shown))) }
        }
        return facets
    }

    private struct Question {
        var filter: String
        var sql: String
        var label: @Sendable (String) -> String = { $0 }
    }

    private static func column(
        _ filter: String,
        _ column: String,
        label: @escaping @Sendable (String) -> String = { $0 }
    )
        -> Question
    {
        Question(
            filter: filter,
            sql: "SELECT \(column), count(*) FROM hit JOIN rule r ON r.id = hit.id GROUP BY 1 ORDER BY 2 DESC, 1",
            label: label
        )
    }

    private static let questions: [Question] = [
        column("vendor", "r.vendor") { Vendor(rawValue: $0)?.name ?? $0 },
        Question(
            filter: "source",
            sql: """
                SELECT f.name, count(*) FROM hit JOIN rule_family v ON v.rule = hit.id JOIN family f ON f.id = v.family
                GROUP BY f.id ORDER BY 2 DESC, 1 LIMIT 20
                """
        ),
        Question(
            filter: "tactic",
            sql: """
                SELECT a.tactic, count(DISTINCT hit.id) FROM hit JOIN rule_attack a ON a.rule = hit.id
                WHERE a.tactic != '' GROUP BY 1 ORDER BY 2 DESC, 1
                """
        ) { AttackMatrix.enterprise.tactic($0)?.name ?? $0 },
        Question(
            filter: "technique",
            sql: """
                SELECT a.technique, count(DISTINCT hit.id) FROM hit JOIN rule_attack a ON a.rule = hit.id
                WHERE a.technique != '' GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 20
                """
        ) { AttackMatrix.enterprise.technique($0)?.name ?? $0 },
        column("severity", "lower(r.severity)"), column("is", "r.completeness"), column("language", "r.language"),
        column("status", "lower(r.status)"), column("kind", "r.kind"),
        Question(
            filter: "collection",
            sql: """
                SELECT c.name, count(*) FROM hit JOIN rule r ON r.id = hit.id JOIN collection c ON c.id = r.collection
                GROUP BY 1 ORDER BY 2 DESC, 1
                """
        ),
        Question(
            filter: "has",
            sql: """
                SELECT 'tests', count(*) FROM hit JOIN rule r ON r.id = hit.id WHERE r.test_count > 0 HAVING count(*) > 0
                """
        ),
    ]
}
