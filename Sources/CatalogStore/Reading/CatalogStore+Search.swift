package import Catalog
import Detections
import GRDB

/// Search.
extension CatalogStore {
    /// Rules that meet a query, the best first.
    ///
    /// - Parameters:
    ///   - offset: Rules that are passed over.
    ///   - limit: Rules that are given; at most ``SearchResults/countMax``.
    ///   - hasFacets: Whether all rules that were found are counted by their properties too.
    package func search(
        _ query: SearchQuery,
        offset: Int = 0,
        limit: Int = SearchResults.countDefault,
        hasFacets: Bool = false
    ) throws(CatalogFault) -> SearchResults {
        try read { db in
            let ids = try Self.ids(query, db)
            let shown = ids.dropFirst(max(0, offset)).prefix(min(max(0, limit), SearchResults.countMax))
            return SearchResults(
                total: ids.count,
                hits: try Self.hits(Array(shown), query, db),
                facets: hasFacets ? try FacetReader(db: db, ids: ids).facets() : [],
                notes: query.notes
            )
        }
    }

    /// The slugs of all rules that meet a query, the best first.
    package func slugs(_ query: SearchQuery) throws(CatalogFault) -> [String] {
        try read { db in
            let slug = try db.makeStatement(sql: "SELECT slug FROM rule WHERE id = ?")
            return try Self.ids(query, db).compactMap { try String.fetchOne(slug, arguments: [$0]) }
        }
    }

    /// Weights of identifier, name, metadata and code where words are looked for.
    private static let weights = "8.0, 10.0, 3.0, 1.0"

    /// The rules that meet a query, the best first: those that name the words, then by name.
    static func ids(_ query: SearchQuery, _ db: Database) throws -> [Int64] {
        guard let expression = query.expression else {
            return try Int64.fetchAll(db, sql: "SELECT id FROM rule ORDER BY place")
        }
        var compiler = SearchCompiler()
        var arguments: [any DatabaseValueConvertible] = []
        var ranking = ""
        let words = match(query)
        if let words {
            ranking = """
                LEFT JOIN (SELECT rowid AS id, bm25(words, \(weights)) AS rank FROM words WHERE words MATCH ?) m ON m.id = r.id
                """
            arguments.append(words)
        }
        let condition = compiler.sql(expression)
        arguments += compiler.arguments
        let order = words == nil ? "" : "r.is_deprecated, coalesce(m.rank, 0), "
        return try Int64.fetchAll(
            db,
            sql: """
                SELECT r.id FROM rule r JOIN collection c ON c.id = r.collection \(ranking)
                WHERE \(condition) ORDER BY \(order) r.place
                """,
            arguments: StatementArguments(arguments)
        )
    }

    /// The words of a query, any of them, as the index of full text is asked; nil if there are none.
    private static func match(_ query: SearchQuery) -> String? {
        let words = query.expression?.rankedWords.compactMap(SearchCompiler.match) ?? []
        return words.isEmpty ? nil : words.joined(separator: " OR ")
    }

    private static func hits(_ ids: [Int64], _ query: SearchQuery, _ db: Database) throws -> [SearchResults.Hit] {
        let rule = try db.cachedStatement(
            sql: """
                SELECT \(RuleSummary.columns) FROM rule r JOIN collection c ON c.id = r.collection WHERE r.id = ?
                """
        )
        let excerpt = try db.cachedStatement(
            sql: """
                SELECT snippet(words, -1, ?, ?, '…', 20) FROM words WHERE words MATCH ? AND rowid = ?
                """
        )
        let words = match(query)
        return try ids.compactMap { id in
            guard let row = try Row.fetchOne(rule, arguments: [id]) else { return nil }
            let text = try words.flatMap { words in
                try String.fetchOne(
                    excerpt,
                    arguments: [SearchResults.Hit.markStart, SearchResults.Hit.markEnd, words, id]
                )
            }
            return SearchResults.Hit(rule: RuleSummary(row), excerpt: text ?? "")
        }
    }
}
