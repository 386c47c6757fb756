import Catalog
import Crypto
import Detections
import Engine
import Formats

/// The files of a collection with what they hold, told by a hash: what two builds are compared by.
struct CollectionScan: Sendable {
    /// SHA-256 by path, relative to the collection's folder; absolute for files beside it that its rules may use.
    var hashes: [String: [UInt8]] = [:]

    /// Files of a collection; further ones are not looked at.
    static let filesMax = 500_000
    /// Folders in each other.
    static let depthMax = 64
    /// Bytes of a file that is read; of a longer one only the length counts. Loaders read no such file either.
    static let fileBytesMax = 64 << 20

    /// Reads every file below the folders that a load of `root` may read, except below folders that begin with a dot.
    init(
        _ root: CollectionRoot,
        _ origin: CollectionOrigin,
        files: some FileSystem,
        workers: Workers,
        filesMax: Int = Self.filesMax
    ) {
        var paths: [String] = []
        for folder in RuleFormats.folders(of: [root.path], files: files) {
            Self.walk(folder, files, depth: 0, filesMax: filesMax, &paths)
        }
        let found = paths
        let results = workers.map(found.count) { Self.hash(found[$0], files) }
        for (path, hash) in zip(found, results) {
            hashes[origin.relative(path)] = hash
        }
    }

    private static func walk(
        _ folder: String,
        _ files: some FileSystem,
        depth: Int,
        filesMax: Int,
        _ paths: inout [String]
    ) {
        // What cannot be listed is said by the loader.
        guard depth < depthMax, let entries = try? files.list(folder) else { return }
        for entry in entries.sorted(by: { $0.name < $1.name }) where !entry.name.hasPrefix(".") {
            let path = PathName.join(folder, entry.name)
            switch entry.kind {
            case .directory: walk(path, files, depth: depth + 1, filesMax: filesMax, &paths)
            case .file where paths.count < filesMax: paths.append(path)
            // Loaders do not follow links either.
            case .file, .directoryLink: break
            }
        }
    }

    private static func hash(_ path: String, _ files: some FileSystem) -> [UInt8] {
        do throws(FileFault) {
            return Array(SHA256.hash(data: try files.read(path, bytesMax: fileBytesMax)))
        } catch {
            // A file that cannot be read is the same as long as it cannot be read.
            return Array("\(error)".utf8)
        }
    }
}
