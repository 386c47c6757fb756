package import Diagnostics
package import Documents

/// Reads the documents of a file.
package struct StreamReader {
    /// The documents that can be used, in order.
    package private(set) var documents: [SigmaDocument] = []
    /// What is wrong, in order.
    package private(set) var diagnostics: [Diagnostic] = []
    /// Whether the file holds any document of ours, if only one that cannot be used.
    package private(set) var isSigma = false

    /// Reads `roots`, the documents of `source`.
    ///
    /// Keys of a document with `action: global` are laid under those of the documents that follow.
    package init(_ roots: [DataNode], _ source: Source) {
        var global = DataMap()
        var previous = DataMap()
        for root in roots {
            guard var map = root.map, let kind = SigmaDocument.Kind(map) ?? Self.kind(map, under: global) else {
                continue
            }
            isSigma = true
            switch kind {
            case .global:
                global = Self.merged(global, Self.withoutAction(map))
                continue
            case .reset:
                global = DataMap()
                continue
            case .repeat: map = Self.merged(previous, Self.withoutAction(map))
            case .rule, .correlation, .filter: map = Self.merged(global, map)
            }
            previous = map
            var reader = DocumentReader(source, root.span)
            if let document = reader.read(map) { documents.append(document) }
            diagnostics += reader.diagnostics
        }
    }

    private static func kind(_ map: DataMap, under global: DataMap) -> SigmaDocument.Kind? {
        global.entries.isEmpty ? nil : SigmaDocument.Kind(merged(global, map))
    }

    private static func withoutAction(_ map: DataMap) -> DataMap {
        DataMap(map.entries.filter { $0.key.string != "action" })
    }

    /// The pairs of both, maps within maps likewise; where both have a key, the second one's value counts.
    private static func merged(_ first: DataMap, _ second: DataMap) -> DataMap {
        guard !first.entries.isEmpty else { return second }
        var result = first
        for entry in second.entries {
            guard let key = entry.key.string,
                let place = result.entries.firstIndex(where: { $0.key.string.map { $0.hasBytes(of: key) } ?? false })
            else {
                result.entries.append(entry)
                continue
            }
            if let below = result.entries[place].value.map, let above = entry.value.map {
                result.entries[place].value = DataNode(.map(merged(below, above)), entry.value.span)
            } else {
                result.entries[place] = entry
            }
        }
        return result
    }
}
