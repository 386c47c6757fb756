package import Catalog
package import Conditions
import Detections
import Diagnostics
import Foundation
import GRDB

/// Pages of rules.
extension CatalogStore {
    /// The page of a rule by its slug; nil if there is none.
    package func page(slug: String) throws(CatalogFault) -> RulePage? {
        try read { db in
            let rule = try db.cachedStatement(sql: "SELECT id FROM rule WHERE slug = ?")
            guard let id = try Int64.fetchOne(rule, arguments: [slug]) else { return nil }
            return try PageReader(db: db, rule: id).page()
        }
    }

    /// The rules that a name may mean: a slug, an identifier in any case, a vendor's (`sigma/<id>`), or a rule's name. Those that
    /// fit best come first, and only rules that fit as well as these.
    package func rules(named name: String) throws(CatalogFault) -> [RuleSummary] {
        try read { db in
            let parts = name.split(separator: "/", maxSplits: 1).map(String.init)
            var questions: [(sql: String, arguments: StatementArguments)] = [
                ("r.slug = ?", [name]), ("r.rule_id = ?", [name]), ("r.rule_id = ? COLLATE NOCASE", [name]),
            ]
            if parts.count == 2 {
                questions.append(("r.vendor = ? AND r.rule_id = ? COLLATE NOCASE", [parts[0].lowercased(), parts[1]]))
            }
            questions.append(("r.name = ? COLLATE NOCASE", [name]))
            for question in questions {
                let sql = """
                    SELECT \(RuleSummary.columns) FROM rule r JOIN collection c ON c.id = r.collection
                    WHERE \(question.sql) ORDER BY c.position, r.slug
                    """
                let found = try Row.fetchAll(db, sql: sql, arguments: question.arguments)
                if !found.isEmpty { return found.map { RuleSummary($0) } }
            }
            return []
        }
    }

    /// An identifier that is like a name that no rule has, for "did you mean".
    package func identifier(like name: String) throws(CatalogFault) -> String? {
        try read { db in
            let ids = try String.fetchAll(db, sql: "SELECT DISTINCT rule_id FROM rule ORDER BY rule_id")
            if let near = ids.closest(to: name) { return near }
            let part = name.lowercased()
            return part.isEmpty ? nil : ids.first { $0.lowercased().contains(part) }
        }
    }

    /// The condition of a rule; nil where it has none.
    package func condition(slug: String) throws(CatalogFault) -> Condition? {
        try read { db in
            try String.fetchOne(
                db,
                sql: "SELECT p.condition FROM rule r JOIN rule_page p ON p.rule = r.id WHERE r.slug = ?",
                arguments: [slug]
            ).flatMap { try? Condition(json: $0) }
        }
    }

    /// The slugs of all rules, in order: for whoever goes through all pages.
    package func slugs() throws(CatalogFault) -> [String] {
        try read { db in try String.fetchAll(db, sql: "SELECT slug FROM rule ORDER BY slug") }
    }
}
