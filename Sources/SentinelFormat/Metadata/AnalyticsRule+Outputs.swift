import Conditions
import Detections
import Diagnostics
import Documents

/// What the alerts of an analytics rule carry: entities, custom details, and their text.
extension AnalyticsRule {
    /// The outputs that the rule names, each made of what the column is made of that it takes.
    func outputs(_ result: QueryLowering.Result, _ diagnostics: inout [Diagnostic]) -> [OutputField] {
        var outputs: [OutputField] = []
        for mapping in map["entityMappings"]?.list ?? [] {
            let type = mapping["entityType"]?.string ?? "Entity"
            for field in mapping["fieldMappings"]?.list ?? [] {
                guard let column = field["columnName"] else { continue }
                let name = "\(type).\(field["identifier"]?.string ?? "")"
                add(name, "entityMappings", column, result, &outputs, &diagnostics)
            }
        }
        for entry in map["customDetails"]?.map?.entries ?? [] {
            add(entry.key.string ?? "", "customDetails", entry.value, result, &outputs, &diagnostics)
        }
        let alert = map["alertDetailsOverride"]
        for key in ["alertDisplayNameFormat", "alertDescriptionFormat"] {
            guard let format = alert?[key], let text = format.string else { continue }
            for column in Self.columns(of: text) {
                add(column, key, DataNode(.string(column), format.span), result, &outputs, &diagnostics)
            }
        }
        for key in ["alertSeverityColumnName", "alertTacticsColumnName"] {
            guard let column = alert?[key] else { continue }
            add(column.string ?? "", key, column, result, &outputs, &diagnostics)
        }
        for property in alert?["alertDynamicProperties"]?.list ?? [] {
            guard let column = property["value"] else { continue }
            let name = property["alertProperty"]?.string ?? ""
            add(name, "alertDynamicProperties", column, result, &outputs, &diagnostics)
        }
        return outputs
    }

    private func add(
        _ name: String,
        _ origin: String,
        _ column: DataNode,
        _ result: QueryLowering.Result,
        _ outputs: inout [OutputField],
        _ diagnostics: inout [Diagnostic]
    ) {
        guard let title = column.string, !title.isEmpty else { return }
        if let made = result.columns[title] {
            outputs.append(OutputField(name: name, origin: origin, kind: made.kind, reads: made.reads))
        } else if result.isClosed {
            let known = result.columns.keys.sorted()
            diagnostics.append(.missingColumn(column, known: known, source))
        } else {
            let field = FieldReference(.event, [FieldStep(.key(title, .exact))])
            outputs.append(OutputField(name: name, origin: origin, kind: .field, reads: [field]))
        }
    }

    /// The columns that a text takes: `{{Account}}`.
    static func columns(of text: String) -> [String] {
        var columns: [String] = []
        for part in text.split(separator: "{{", omittingEmptySubsequences: false).dropFirst() {
            guard let end = part.firstRange(of: "}}") else { continue }
            let name = part[..<end.lowerBound].trimmingBlanks
            if !name.isEmpty, !columns.contains(name) { columns.append(name) }
        }
        return columns
    }
}
