import Catalog
import Conditions
import Detections
import GRDB

extension RuleSummary {
    /// The columns of ``init(_:from:)``, of the table `rule` under the name `r` and its `collection` under the name `c`.
    static let columns = """
        r.slug, r.rule_id, r.name, r.vendor, c.name, r.severity, r.status, r.is_deprecated, r.completeness, r.condition_line
        """

    /// Columns that ``columns`` has.
    static let columnCount = 10

    /// Reads ``columns``, the first of which is column `start` of the row.
    init(_ row: Row, from start: Int = 0) {
        self.init(
            slug: row[start],
            id: row[start + 1],
            name: row[start + 2],
            vendor: Vendor(rawValue: row[start + 3]) ?? .panther,
            collection: row[start + 4],
            severity: (row[start + 5] as String?).flatMap(Severity.init),
            status: row[start + 6],
            isDeprecated: row[start + 7],
            completeness: Completeness(rawValue: row[start + 8]) ?? .opaque,
            condition: row[start + 9]
        )
    }
}
