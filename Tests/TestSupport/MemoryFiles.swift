package import Detections

/// A disk of a few files, by absolute path. A folder exists if a file is in it.
package struct MemoryFiles: FileSystem {
    /// What relative paths start from.
    package var currentDirectory = "/home/pack"
    /// The bytes of each file by its absolute path.
    package var contents: [String: [UInt8]]

    /// Texts by path; relative paths start from `/home/pack`.
    package init(_ texts: [String: String]) {
        contents = [:]
        for (path, text) in texts { contents[PathName.absolute(path, in: currentDirectory)] = Array(text.utf8) }
    }

    private func full(_ path: String) -> String { PathName.absolute(path, in: currentDirectory) }

    package func kind(of path: String) -> FileKind? {
        let path = full(path)
        if contents[path] != nil { return .file }
        let prefix = path == "/" ? "/" : path + "/"
        return contents.keys.contains { $0.hasPrefix(prefix) } ? .directory : nil
    }

    package func list(_ path: String) throws(FileFault) -> [FileEntry] {
        guard kind(of: path) == .directory else { throw .notFound }
        let prefix = full(path) + "/"
        let names = Set(
            contents.keys.filter { $0.hasPrefix(prefix) }.compactMap {
                $0.dropFirst(prefix.count).split(separator: "/").first
            }
        )
        // Backwards: loaders must sort by themselves.
        return names.sorted().reversed().map { name in
            FileEntry(name: String(name), kind: contents[prefix + name] == nil ? .directory : .file)
        }
    }

    package func read(_ path: String, bytesMax: Int) throws(FileFault) -> [UInt8] {
        guard let bytes = contents[full(path)] else { throw kind(of: path) == nil ? .notFound : .wrongKind }
        guard bytes.count <= bytesMax else { throw .tooLong(bytesMax: bytesMax) }
        return bytes
    }
}
