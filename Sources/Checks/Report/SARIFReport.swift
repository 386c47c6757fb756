import Detections
package import Diagnostics
import Documents

/// Diagnostics as SARIF 2.1.0, which code hosts show beside the lines of a change.
///
/// Source: OASIS, Static Analysis Results Interchange Format Version 2.1.0.
package enum SARIFReport {
    /// The document. `version` is Margay's; paths are taken as they stand in the diagnostics.
    package static func text(_ diagnostics: [Diagnostic], version: String) -> String {
        var codes: [Diagnostic.Code] = []
        for diagnostic in diagnostics where !codes.contains(diagnostic.code) { codes.append(diagnostic.code) }
        codes.sort { $0.identifier < $1.identifier }
        let driver = DataNode.object([
            "name": .text("margay"),
            "version": .text(version),
            "rules": .list(codes.map(rule)),
        ])
        let run = DataNode.object([
            "tool": .object(["driver": driver]),
            "columnKind": .text("unicodeCodePoints"),
            "results": .list(diagnostics.map(result)),
        ])
        return DataNode.object([
            "$schema": .text("https://json.schemastore.org/sarif-2.1.0.json"),
            "version": .text("2.1.0"),
            "runs": .list([run]),
        ]).jsonText
    }

    private static func rule(_ code: Diagnostic.Code) -> DataNode {
        .object([
            "id": .text(code.identifier),
            "name": .text(code.title),
            "shortDescription": .object(["text": .text(code.title)]),
            "fullDescription": .object(["text": .text(code.explanation)]),
        ])
    }

    private static func result(_ diagnostic: Diagnostic) -> DataNode {
        let text = diagnostic.message + (diagnostic.hint.map { ". Hint: \($0)" } ?? "")
        return .object([
            "ruleId": .text(diagnostic.code.identifier),
            "level": .text(diagnostic.severity.rawValue),
            "message": .object(["text": .text(text)]),
            "locations": location(of: diagnostic).map { .list([$0]) },
            "fixes": fix(of: diagnostic).map { .list([$0]) },
        ])
    }

    private static func location(of diagnostic: Diagnostic) -> DataNode? {
        guard let file = diagnostic.file else { return nil }
        return .object([
            "physicalLocation": .object([
                "artifactLocation": .object(["uri": .text(uri(file))]),
                "region": diagnostic.range.map { region($0.start, $0.end) },
            ])
        ])
    }

    private static func fix(of diagnostic: Diagnostic) -> DataNode? {
        guard let fix = diagnostic.fix, let source = diagnostic.source else { return nil }
        let replacements = fix.edits.map { edit in
            DataNode.object([
                "deletedRegion": region(source.location(at: edit.span.start), source.location(at: edit.span.end)),
                "insertedContent": .object(["text": .text(edit.replacement)]),
            ])
        }
        let change = DataNode.object([
            "artifactLocation": .object(["uri": .text(uri(source.path))]),
            "replacements": .list(replacements),
        ])
        return .object([
            "description": diagnostic.hint.map { .object(["text": .text($0)]) },
            "artifactChanges": .list([change]),
        ])
    }

    private static func region(_ start: Location, _ end: Location) -> DataNode {
        .object([
            "startLine": .number(start.line),
            "startColumn": .number(start.column),
            "endLine": .number(end.line),
            "endColumn": .number(end.column),
        ])
    }

    /// A path as a URI reference: what is no unreserved character or `/` is escaped.
    private static func uri(_ path: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in path.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"), UInt8(ascii: "/"):
                bytes.append(byte)
            default: bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
