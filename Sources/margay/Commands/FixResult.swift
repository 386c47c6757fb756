import Detections
import Diagnostics
import PantherFormat
import Pipeline

/// What `margay check --fix` did.
struct FixResult {
    /// Fixes made.
    var count = 0
    /// Files that were changed.
    var files = 0
    /// Files that could not be written, with the reason.
    var unwritable: [String] = []
    private var fixedPlaces: Set<Place> = []

    private struct Place: Hashable {
        let path: String
        let fix: Fix
    }

    /// Makes the fixes of `diagnostics`, file by file.
    static func write(_ diagnostics: [Diagnostic]) -> FixResult {
        var result = FixResult()
        var sources: [String: (source: Source, fixes: [Fix])] = [:]
        for diagnostic in diagnostics {
            guard let source = diagnostic.source, let fix = diagnostic.fix else { continue }
            sources[source.path, default: (source, [])].fixes.append(fix)
        }
        let files = DiskFiles()
        for (path, entry) in sources.sorted(by: { $0.key < $1.key }) {
            let (bytes, made) = entry.source.applying(entry.fixes)
            do throws(FileFault) {
                try files.replace(path, expecting: entry.source.bytes, with: bytes)
            } catch {
                result.unwritable.append("\(path): \(error.reason)")
                continue
            }
            result.count += made.count
            result.files += 1
            for fix in made { result.fixedPlaces.insert(Place(path: path, fix: fix)) }
        }
        return result
    }

    /// Whether what a diagnostic says has been mended.
    func isFixed(_ diagnostic: Diagnostic) -> Bool {
        guard let source = diagnostic.source, let fix = diagnostic.fix else { return false }
        return fixedPlaces.contains(Place(path: source.path, fix: fix))
    }
}
