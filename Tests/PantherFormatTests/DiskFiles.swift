import Detections
import Foundation

/// The real disk, for tests that load real folders.
struct DiskFiles: FileSystem {
    let currentDirectory: String

    private func full(_ path: String) -> String { PathName.absolute(path, in: currentDirectory) }

    func kind(of path: String) -> FileKind? {
        var isDirectory: ObjCBool = false
        guard FileManager.default.fileExists(atPath: full(path), isDirectory: &isDirectory) else { return nil }
        return isDirectory.boolValue ? .directory : .file
    }

    func list(_ path: String) throws(FileFault) -> [FileEntry] {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: full(path)) else { throw .notFound }
        return names.compactMap { name in
            kind(of: PathName.join(path, name)).map { FileEntry(name: name, kind: $0) }
        }
    }

    func read(_ path: String, bytesMax: Int) throws(FileFault) -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: full(path)) else { throw .notFound }
        guard data.count <= bytesMax else { throw .tooLong(bytesMax: bytesMax) }
        return Array(data)
    }
}
