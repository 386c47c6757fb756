import Catalog
import CatalogStore
import Detections
import Engine
import Foundation
import TestSupport

/// A catalogue in a folder of its own, gone when the test is.
final class Shelf {
    let folder: URL
    var path: String { folder.appending(path: "catalog.db").path }
    var files: MemoryFiles

    /// A catalogue that is to be filled from these files.
    init(_ files: [String: String] = [:]) throws {
        self.files = MemoryFiles(files)
        folder = FileManager.default.temporaryDirectory.appending(path: "margay-catalog-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Builds from folders of the files, each a collection of its name.
    @discardableResult
    func build(_ roots: [String] = ["/rules"], program: String = "test") throws -> BuildReport {
        try Self.builder(try CatalogStore(building: path), files, program: program)
            .build(roots.map { CollectionRoot(name: PathName.name($0), path: $0) })
    }

    static func builder<Files: FileSystem>(_ store: CatalogStore, _ files: Files, program: String = "test")
        -> CatalogBuilder<Files>
    {
        CatalogBuilder(
            store,
            files: files,
            workers: Workers(2),
            clock: EngineClock(seconds: 1_750_000_000),
            program: program
        )
    }

    func store() throws -> CatalogStore { try CatalogStore(reading: path) }

    /// The files of a rule: its YAML and its Python, by path.
    static func rule(
        _ id: String,
        _ condition: String,
        in folder: String = "/rules/rules",
        extra: String = "",
        tests: String = ""
    ) -> [String: String] {
        let name = id.filter { $0.isLetter || $0.isNumber }
        return [
            "\(folder)/\(name).yml": """
            AnalysisType: rule
            RuleID: "\(id)"
            Filename: \(name).py
            Enabled: true
            LogTypes: [AWS.CloudTrail]
            Severity: Medium
            \(extra)
            \(tests)
            """,
            "\(folder)/\(name).py": "def rule(event):\n    return \(condition)\n",
        ]
    }
}

extension [String: String] {
    static func + (left: Self, right: Self) -> Self { left.merging(right) { $1 } }
}
