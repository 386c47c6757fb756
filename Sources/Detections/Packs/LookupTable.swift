package import Diagnostics

/// Rows that enrich events: which rows, found by which field of them, for which fields of which logs.
package struct LookupTable: Sendable {
    /// Unique among all items of a pack; the name under which rows appear in events.
    package var id: String
    /// Whether it is used.
    package var isEnabled: Bool
    /// The field of a row that events are compared with: dotted.
    package var primaryKey: String
    /// What is looked up, in file order.
    package var selectors: [Selectors]
    /// The rows; nil where the pack does not hold them.
    package var rows: Rows?
    /// The file that declares it.
    package var source: Source
    /// The place of its identifier.
    package var idSpan: Span

    /// A table.
    package init(
        id: String,
        isEnabled: Bool,
        primaryKey: String,
        selectors: [Selectors],
        rows: Rows?,
        source: Source,
        idSpan: Span
    ) {
        self.id = id
        self.isEnabled = isEnabled
        self.primaryKey = primaryKey
        self.selectors = selectors
        self.rows = rows
        self.source = source
        self.idSpan = idSpan
    }

    /// Fields of one kind of log.
    package struct Selectors: Sendable, Equatable {
        /// As written.
        package var logType: String
        /// `name`, `$.a.b`, `p_any_…`, as written.
        package var fields: [String]

        /// Fields of `logType`.
        package init(logType: String, fields: [String]) {
            self.logType = logType
            self.fields = fields
        }
    }

    /// A file of rows.
    package enum Rows: Sendable {
        /// One JSON object a line.
        case jsonLines(Source)
        /// Fields between commas, their names in the first line.
        case csv(Source)
    }
}
