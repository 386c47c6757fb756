import Detections
package import Diagnostics

/// Rows of the reference page, from 0501.
extension Diagnostic.Code {
    static let badRow = Self(
        "MG0501",
        "row that cannot be used",
        "A row of a lookup table has no key, or is no row. The table is used with the rows that can be."
    )
    static let badSelector = Self(
        "MG0502",
        "selector that leads nowhere",
        "A selector names a field of an event by its name or by a path. Events are not looked up by one that does neither."
    )
}

extension Diagnostic {
    /// All codes of this target.
    package static let engineCodes: [Code] = [.badRow, .badSelector]

    static func badRow(_ line: Int, _ message: String, _ source: Source) -> Diagnostic {
        let start = source.lineStarts.indices.contains(line - 1) ? source.lineStarts[line - 1] : 0
        let end = start + min(source.text(ofLine: line).utf8.count, 80)
        return Diagnostic(.badRow, message, severity: .warning, source: source, span: Span(start, end))
    }

    static func badSelector(_ field: String, _ table: LookupTable) -> Diagnostic {
        Diagnostic(
            .badSelector,
            "the selector `\(field.prefix(80))` of `\(table.id)` cannot be followed",
            severity: .warning,
            source: table.source,
            span: table.idSpan
        )
    }
}
