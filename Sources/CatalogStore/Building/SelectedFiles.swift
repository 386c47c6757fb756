import Detections

/// Files, some of which are not there: how a loader is given only what has changed.
struct SelectedFiles<Base: FileSystem>: FileSystem {
    let base: Base
    /// Absolute paths.
    let hidden: Set<String>

    var currentDirectory: String { base.currentDirectory }

    func kind(of path: String) -> FileKind? { isHidden(path) ? nil : base.kind(of: path) }

    func list(_ path: String) throws(FileFault) -> [FileEntry] {
        let entries = try base.list(path)
        return entries.filter { !isHidden(PathName.join(path, $0.name)) }
    }

    func read(_ path: String, bytesMax: Int) throws(FileFault) -> [UInt8] {
        guard !isHidden(path) else { throw .notFound }
        return try base.read(path, bytesMax: bytesMax)
    }

    private func isHidden(_ path: String) -> Bool {
        hidden.contains(PathName.absolute(path, in: base.currentDirectory))
    }
}
