import Detections
package import Diagnostics
import Documents

extension Diagnostic {
    /// One object of `margay check --format json`, on one line: `code`, `severity`, `message`, and where it is known
    /// `file`, `line`, `column`, `endLine`, `endColumn`, `hint`, `notes`, `fix`. Lines and columns are counted from 1.
    package var json: String {
        let range = range
        return DataNode.object([
            "code": .text(code.identifier),
            "severity": .text(severity.rawValue),
            "message": .text(message),
            "file": file.map { .text($0) },
            "line": range.map { .number($0.start.line) },
            "column": range.map { .number($0.start.column) },
            "endLine": range.map { .number($0.end.line) },
            "endColumn": range.map { .number($0.end.column) },
            "hint": hint.map { .text($0) },
            "notes": notes.isEmpty ? nil : .list(notes.map(record)),
            "fix": fix.map { .list($0.edits.map(record)) },
        ]).jsonText
    }

    /// Start and end of the span as people count.
    var range: (start: Location, end: Location)? {
        guard let source, let span else { return nil }
        return (source.location(at: span.start), source.location(at: span.end))
    }

    private func record(_ note: Note) -> DataNode {
        let place = note.span.flatMap { span in source.map { $0.location(at: span.start) } }
        return .object([
            "message": .text(note.message),
            "line": place.map { .number($0.line) },
            "column": place.map { .number($0.column) },
        ])
    }

    private func record(_ edit: Fix.Edit) -> DataNode {
        let start = source?.location(at: edit.span.start)
        let end = source?.location(at: edit.span.end)
        return .object([
            "line": start.map { .number($0.line) },
            "column": start.map { .number($0.column) },
            "endLine": end.map { .number($0.line) },
            "endColumn": end.map { .number($0.column) },
            "replacement": .text(edit.replacement),
        ])
    }
}
