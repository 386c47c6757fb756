package import Catalog
import Conditions
import GRDB

/// Rules to put events to.
extension CatalogStore {
    /// The rules that have a condition and are not deprecated, each with the kinds of log that it reads.
    package func eventRules() throws(CatalogFault) -> [EventMatcher.Rule] {
        try read { db in
            let families = try Row.fetchAll(
                db,
                sql: "SELECT v.rule, f.name FROM rule_family v JOIN family f ON f.id = v.family ORDER BY v.rule, f.name"
            ).reduce(into: [Int64: [String]]()) { $0[$1[0], default: []].append($1[1]) }
            var rules: [EventMatcher.Rule] = []
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT \(RuleSummary.columns), r.id, p.condition
                    FROM rule r JOIN collection c ON c.id = r.collection JOIN rule_page p ON p.rule = r.id
                    WHERE r.has_condition AND r.is_deprecated = 0 ORDER BY r.slug
                    """
            )
            while let row = try rows.next() {
                let json: String = row[RuleSummary.columnCount + 1]
                guard let condition = try? Condition(json: json) else { continue }
                let id: Int64 = row[RuleSummary.columnCount]
                rules.append(
                    EventMatcher.Rule(rule: RuleSummary(row), families: families[id] ?? [], condition: condition)
                )
            }
            return rules
        }
    }
}
