package import Detections
package import Diagnostics
import Documents

/// The alert keys of a simple detection, read.
package struct AlertKeys: Sendable {
    /// `AlertTitle`; nil where there is none.
    package var title: TitleTemplate?
    /// `AlertContext`: what each key of the context holds, in order. Nil where there is none.
    package var context: [(name: String, value: KeySpecifier)]?
    /// `GroupBy`: what makes up the deduplication string. Nil where there is none, or where it is empty.
    package var groupBy: [KeySpecifier]?
    /// `DynamicSeverities`: the first whose condition holds decides. Nil where there is none.
    package var severities: [(severity: Severity, condition: MatchExpression)]?

    /// Whether there is none of them.
    package var isEmpty: Bool { title == nil && context == nil && groupBy == nil && severities == nil }
}

/// A title with places for values: `Repository {repo} archived`.
package struct TitleTemplate: Sendable, Equatable {
    /// A part of it.
    package enum Part: Sendable, Equatable {
        /// As it is.
        case text(String)
        /// The value of a key.
        case value(KeySpecifier)
    }

    /// From left to right.
    package var parts: [Part]
}

extension ExpressionReader {
    /// What a detection's alert keys say. Each value is read from the file that it was written in.
    package static func alertKeys(_ template: AlertTemplate) -> (keys: AlertKeys, diagnostics: [Diagnostic]) {
        var keys = AlertKeys()
        var diagnostics: [Diagnostic] = []
        func read(_ written: SourcedNode?, _ body: (DataNode, inout ExpressionReader) -> Void) {
            guard let written else { return }
            var reader = ExpressionReader(written.source)
            body(written.node, &reader)
            diagnostics += reader.diagnostics
        }
        read(template.title) { node, reader in keys.title = reader.title(node) }
        read(template.context) { node, reader in keys.context = reader.context(node) }
        read(template.groupBy) { node, reader in
            let specifiers = (node.list ?? []).compactMap { reader.specifier($0) }
            keys.groupBy = specifiers.isEmpty ? nil : specifiers
        }
        read(template.severities) { node, reader in keys.severities = reader.severities(node) }
        return (keys, diagnostics)
    }

    /// `{name}` and `{a.b[0]}` are values; `{{` and `}}` stand for braces; a brace without its partner stands for itself.
    private mutating func title(_ node: DataNode) -> TitleTemplate {
        var parts: [TitleTemplate.Part] = []
        var text: [UInt8] = []
        let bytes = Array((node.string ?? "").utf8)
        var position = 0
        func flush() {
            if !text.isEmpty { parts.append(.text(String(decoding: text, as: UTF8.self))) }
            text.removeAll()
        }
        while position < bytes.count {
            let byte = bytes[position]
            if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}"), position + 1 < bytes.count,
                bytes[position + 1] == byte
            {
                text.append(byte)
                position += 2
            } else if byte == UInt8(ascii: "{"), let end = bytes[position...].firstIndex(of: UInt8(ascii: "}")),
                end > position + 1
            {
                let name = String(decoding: bytes[position + 1..<end], as: UTF8.self)
                // The place of the key in the title; escapes and folding in the YAML may make it inexact.
                let start = node.span.start + position + 1
                let span = Span(start, min(start + name.utf8.count, node.span.end))
                flush()
                if let specifier = keyPath(DataNode(.string(name), span)) { parts.append(.value(specifier)) }
                position = end + 1
            } else {
                text.append(byte)
                position += 1
            }
        }
        flush()
        return TitleTemplate(parts: parts)
    }

    private mutating func context(_ node: DataNode) -> [(name: String, value: KeySpecifier)] {
        (node.list ?? []).compactMap { entry in
            guard let name = entry["KeyName"]?.string, let value = entry["KeyValue"] else {
                report(.missingKey(["KeyName", "KeyValue"], in: entry, of: "AlertContext", source))
                return nil
            }
            return specifier(value).map { (name, $0) }
        }
    }

    private mutating func severities(_ node: DataNode) -> [(severity: Severity, condition: MatchExpression)] {
        (node.list ?? []).compactMap { entry in
            guard let name = entry["ChangeTo"], let conditions = entry["Conditions"] else {
                report(.missingKey(["ChangeTo", "Conditions"], in: entry, of: "DynamicSeverities", source))
                return nil
            }
            let condition = together(conditions)
            guard let severity = Severity(rawValue: name.string?.uppercased() ?? "") else {
                let known = ["Info", "Low", "Medium", "High", "Critical"]
                report(.badChoice("ChangeTo", name, allowed: known, source))
                return nil
            }
            return (severity, condition)
        }
    }
}
