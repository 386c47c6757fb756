import Detections
import Diagnostics
import Documents

/// Lookup tables whose rows lie beside their files.
extension PackLoader {
    /// Adds the table that `item` declares. Panther's tool does not open the file of rows, so one that cannot be read is a warning.
    mutating func lowerLookupTable(_ item: LoadedItem) {
        let map = item.item["LogTypeMap"]
        let selectors = (map?["AssociatedLogTypes"]?.list ?? []).compactMap { entry -> LookupTable.Selectors? in
            guard let logType = entry["LogType"]?.string, let fields = entry["Selectors"]?.strings else { return nil }
            return LookupTable.Selectors(logType: logType, fields: fields)
        }
        pack.lookupTables.append(
            LookupTable(
                id: item.id,
                isEnabled: item.item["Enabled"]?.bool ?? false,
                primaryKey: map?["PrimaryKey"]?.string ?? "",
                selectors: selectors,
                rows: rows(of: item),
                source: item.source,
                idSpan: item.idSpan
            )
        )
    }

    private mutating func rows(of item: LoadedItem) -> LookupTable.Rows? {
        guard let node = item.item["Filename"], let name = node.string else { return nil }
        let path = item.path(of: name)
        do throws(FileFault) {
            let bytes = try files.read(path, bytesMax: options.lookupBytesMax)
            let source = Source(path: path, bytes: UnicodeText.withoutMark(bytes) ?? bytes)
            return name.lowercased().hasSuffix(".csv") ? .csv(source) : .jsonLines(source)
        } catch {
            pack.diagnostics.append(.unreadableRows(path, error, named: node, item))
            return nil
        }
    }
}

extension Diagnostic.Code {
    static let unreadableRows = Self(
        "MG0348",
        "rows that cannot be read",
        "The table names a file of rows that cannot be read. Events are not enriched from it."
    )
}

extension Diagnostic {
    static func unreadableRows(_ path: String, _ fault: FileFault, named node: DataNode, _ item: LoadedItem)
        -> Diagnostic
    {
        Diagnostic(
            .unreadableRows,
            "cannot read rows from `\(path)`: \(fault.reason)",
            severity: .warning,
            source: item.source,
            span: node.span,
            hint: fault == .notFound ? "paths are relative to the folder of this file" : nil
        )
    }
}
