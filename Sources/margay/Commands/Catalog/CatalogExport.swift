import Catalog
import CatalogStore
import Detections
import Foundation
import Web

/// The files of an export. Names of files are slugs, which are plain letters whatever a rule calls itself.
struct CatalogExport {
    private let folder: URL
    private let encoder: JSONEncoder

    init(folder: String) {
        self.folder = URL(filePath: folder)
        encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    }

    /// Writes all files; how many rules there are.
    func write(_ store: CatalogStore) throws -> Int {
        let rules = folder.appending(path: "rules")
        try FileManager.default.createDirectory(at: rules, withIntermediateDirectories: true)
        var summaries: [RuleSummary] = []
        try store.forEachPage { page, summary in
            try encode(page, "rules/\(summary.slug).json")
            summaries.append(summary)
        }
        try encode(summaries, "rules.json")
        try encode(try store.overview(), "catalog.json")
        try encode(try store.actions(limit: CatalogStore.actionsMax), "actions.json")
        let found = try store.attackUses(SearchQuery(""))
        let matrix = CoverageMatrix(found.uses, ruleCount: found.rules)
        try encode(matrix, "coverage.json")
        let layer = NavigatorLayer(matrix, name: "Detection rules") { AttackMatrix.enterprise.tactic($0)?.slug ?? $0 }
        try encode(layer, "layer.json")
        try SiteExport(store, to: { path, bytes in try write(Data(bytes), path) }).run()
        return summaries.count
    }

    private func encode(_ value: some Encodable, _ path: String) throws {
        try write(try encoder.encode(value), path)
    }

    private func write(_ data: Data, _ path: String) throws {
        let file = folder.appending(path: path)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try data.write(to: file, options: .atomic)
    }
}
