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
        let classes = try classes(list)
        var facets: [SearchResults.Facet] = []
        for question in Self.questions {
            let counts =
                switch question.source {
                case .column(let column): Self.counts(classes, column)
                case .rows(let sql):
                    try Row.fetchAll(try db.cachedStatement(sql: sql), arguments: [list])
                        .map { (value: ($0[0] as String?) ?? "", count: $0[1] as Int) }
                }
            var values = counts.filter { !$0.value.isEmpty }.prefix(SearchResults.Facet.valuesMax)
                .map { SearchResults.Facet.Value(value: $0.value, label: question.label($0.value), count: $0.count) }
            // A technique that was revoked often has the name of the one that came after it.
            let labels = Dictionary(values.map { ($0.label, 1) }, uniquingKeysWith: +)
            for index in values.indices where labels[values[index].label] != 1 {
                values[index].label += " (\(values[index].value))"
            }
            if !values.isEmpty { facets.append(.init(filter: question.filter, values: values)) }
        }
        return facets
    }

    // MARK: Classes

    /// The classes of the rules, each with how many rules are of it in the last column: one walk through the rules for all facets
    /// that ask for what a rule has one of.
    private func classes(_ list: String) throws -> [Row] {
        let statement = try db.cachedStatement(
            sql: """
                WITH hit(class, rules) AS MATERIALIZED (
                    SELECT r.class, count(*) FROM json_each(?) j JOIN rule r ON r.id = j.value GROUP BY 1)
                SELECT k.vendor, k.severity, k.completeness, k.language, k.status, k.kind, c.name AS collection,
                       CASE WHEN k.has_tests THEN 'tests' ELSE '' END AS has, hit.rules
                FROM hit JOIN class k ON k.id = hit.class JOIN collection c ON c.id = k.collection
                """
        )
        return try Row.fetchAll(statement, arguments: [list])
    }

    private static func counts(_ classes: [Row], _ column: String) -> [(value: String, count: Int)] {
        var counts: [String: Int] = [:]
        for row in classes { counts[row[column], default: 0] += row["rules"] as Int }
        return counts.map { (value: $0.key, count: $0.value) }.sorted { ($1.count, $0.value) < ($0.count, $1.value) }
    }

    // MARK: Questions

    private struct Question {
        var filter: String
        var source: Source
        var label: @Sendable (String) -> String = { $0 }

        /// Where the counts come from.
        enum Source {
            /// A column of the classes.
            case column(String)
            /// A statement about the rules of a list: values with their counts, the most frequent first.
            case rows(String)
        }
    }

    private static let questions: [Question] = [
        Question(filter: "vendor", source: .column("vendor")) { Vendor(rawValue: $0)?.name ?? $0 },
        Question(
            filter: "source",
            source: .rows(
                """
                SELECT f.name, count(*) FROM json_each(?) j JOIN rule_family v ON v.rule = j.value
                JOIN family f ON f.id = v.family GROUP BY f.id ORDER BY 2 DESC, 1 LIMIT 20
                """
            )
        ),
        Question(
            filter: "tactic",
            source: .rows(
                """
                SELECT a.tactic, count(DISTINCT a.rule) FROM json_each(?) j JOIN rule_attack a ON a.rule = j.value
                WHERE a.tactic != '' GROUP BY 1 ORDER BY 2 DESC, 1
                """
            )
        ) { AttackMatrix.enterprise.tactic($0)?.name ?? $0 },
        Question(
            filter: "technique",
            source: .rows(
                """
                SELECT a.technique, count(DISTINCT a.rule) FROM json_each(?) j JOIN rule_attack a ON a.rule = j.value
                WHERE a.technique != '' GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 20
                """
            )
        ) { AttackMatrix.enterprise.technique($0)?.name ?? $0 },
        Question(filter: "severity", source: .column("severity")),
        Question(filter: "is", source: .column("completeness")),
        Question(filter: "language", source: .column("language")),
        Question(filter: "status", source: .column("status")),
        Question(filter: "kind", source: .column("kind")),
        Question(filter: "collection", source: .column("collection")),
        Question(filter: "has", source: .column("has")),
    ]
}
