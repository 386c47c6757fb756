package import Catalog
import Foundation
import GRDB

/// What a catalogue holds as a whole.
extension CatalogStore {
    /// Counts, collections, and when it was built.
    package func overview() throws(CatalogFault) -> CatalogOverview {
        try read { db in
            func count(_ sql: String) throws -> Int { try Int.fetchOne(db, sql: "SELECT count(*) FROM " + sql) ?? 0 }
            let collections = try Row.fetchAll(
                db,
                sql: """
                    SELECT c.origin, count(r.id) FROM collection c LEFT JOIN rule r ON r.collection = c.id
                    GROUP BY c.id ORDER BY c.position
                    """
            ).compactMap { row -> CatalogOverview.Collection? in
                let json: String = row[0]
                guard let origin = try? JSONDecoder().decode(CollectionOrigin.self, from: Data(json.utf8)) else {
                    return nil
                }
                return CatalogOverview.Collection(
                    name: origin.name,
                    upstream: origin.upstream,
                    license: origin.license,
                    rules: row[1]
                )
            }
            let all = try Int64.fetchAll(db, sql: "SELECT id FROM rule")
            return CatalogOverview(
                built: try String.fetchOne(db, sql: "SELECT value FROM fact WHERE name = 'built'").flatMap(Int.init),
                rules: all.count,
                validated: try count("rule WHERE test_count > 0 AND agreeing = test_count"),
                indicators: try count("(SELECT DISTINCT key FROM indicator)"),
                actions: try count("action"),
                collections: collections,
                facets: try FacetReader(db: db, ids: all).facets()
            )
        }
    }
}
