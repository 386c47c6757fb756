import Detections
package import Diagnostics
import Documents

/// Rows of the reference page, 1020 to 1026.
extension Diagnostic.Code {
    static let unreadableQueryFile = Self(
        "MG1020",
        "file of a query cannot be read",
        "The file is there but cannot be opened, or is larger than what is read."
    )
    static let noQuery = Self(
        "MG1021",
        "no query in it",
        "The text holds no table with an operator behind it, so that there is nothing that it looks for."
    )
    static let unknownRuleValue = Self(
        "MG1022",
        "unknown value in an analytics rule",
        "Sentinel knows certain words at this place. The rest of the rule is used."
    )
    static let conflictingQueryName = Self(
        "MG1023",
        "identifier of a query is used already",
        "Two files have rules with one identifier; the first that is found is used."
    )
    static let tooManyQueryFiles = Self(
        "MG1024",
        "more files of queries than are read",
        "A walk through folders ends after so many files."
    )
    static let missingColumn = Self(
        "MG1025",
        "column that the query does not give",
        "An entity, a custom detail or the alert's text takes a column that the last operators of the query leave out. Sentinel shows nothing there."
    )
    static let ambiguousQuery = Self(
        "MG1026",
        "more than one query in a rule",
        "A rule runs one query. Of the texts that the rule holds the last one that reads a table is used."
    )
}

/// The wording of what concerns rules and files of queries.
extension Diagnostic {
    /// Rows of the reference page that are about Sentinel's rules, in the order of their numbers.
    package static let sentinelCodes: [Code] = [
        .unreadableQueryFile, .noQuery, .unknownRuleValue, .conflictingQueryName, .tooManyQueryFiles, .missingColumn,
        .ambiguousQuery,
    ]

    static func unreadableQueryFile(_ path: String, _ fault: FileFault) -> Diagnostic {
        Diagnostic(.unreadableQueryFile, "cannot read `\(path)`: \(fault.reason)", path: path)
    }

    static func noQuery(_ source: Source, _ span: Span?) -> Diagnostic {
        Diagnostic(.noQuery, "there is no query", source: source, span: span ?? Span(0, 0))
    }

    static func unknownValue(_ node: DataNode, of key: String, known: [String], _ source: Source) -> Diagnostic {
        let text = node.string ?? "a value that is no text"
        return Diagnostic(
            .unknownRuleValue,
            "`\(key)` cannot be `\(text.prefix(60))`",
            severity: .warning,
            source: source,
            span: node.span,
            hint: known.closest(to: text).map { "did you mean `\($0)`?" }
        )
    }

    static func conflictingName(_ detection: Detection, first: Detection) -> Diagnostic {
        let place = first.source.location(at: first.idSpan.start)
        return Diagnostic(
            .conflictingQueryName,
            "identifier `\(detection.id)` is used already",
            source: detection.source,
            span: detection.idSpan,
            notes: [Note("first used at \(first.source.path):\(place.line):\(place.column)")]
        )
    }

    static func tooManyQueryFiles(_ path: String, _ filesMax: Int) -> Diagnostic {
        Diagnostic(.tooManyQueryFiles, "files from `\(path)` on are not read: more than \(filesMax)", path: path)
    }

    static func missingColumn(_ node: DataNode, known: [String], _ source: Source) -> Diagnostic {
        let name = node.string ?? ""
        return Diagnostic(
            .missingColumn,
            "the query gives no column `\(name.prefix(60))`",
            severity: .warning,
            source: source,
            span: node.span,
            hint: known.closest(to: name).map { "did you mean `\($0)`?" }
        )
    }

    static func ambiguousQuery(_ source: Source, _ span: Span) -> Diagnostic {
        Diagnostic(
            .ambiguousQuery,
            "the rule holds several queries",
            severity: .warning,
            source: source,
            span: span
        )
    }
}
