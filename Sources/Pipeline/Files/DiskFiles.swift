package import Detections

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The files of this machine, for loading packs.
package struct DiskFiles: FileSystem {
    package let currentDirectory: String

    /// Files, relative paths starting from the directory the process is in.
    package init() {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        currentDirectory = getcwd(&buffer, buffer.count) == nil ? "/" : Self.text(of: buffer)
    }

    /// Files, relative paths starting from `currentDirectory`.
    package init(currentDirectory: String) { self.currentDirectory = currentDirectory }

    package func kind(of path: String) -> FileKind? {
        var status = stat()
        guard stat(full(path), &status) == 0 else { return nil }
        guard status.st_mode & S_IFMT == S_IFDIR else { return .file }
        var link = stat()
        guard lstat(full(path), &link) == 0, link.st_mode & S_IFMT == S_IFLNK else { return .directory }
        return .directoryLink
    }

    package func list(_ path: String) throws(FileFault) -> [FileEntry] {
        guard let folder = opendir(full(path)) else { throw fault(errno) }
        defer { closedir(folder) }
        var entries: [FileEntry] = []
        while let entry = readdir(folder) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            guard name != ".", name != ".." else { continue }
            // Most file systems say what an entry is; links have to be followed.
            switch Int32(entry.pointee.d_type) {
            case Int32(DT_REG): entries.append(FileEntry(name: name, kind: .file))
            case Int32(DT_DIR): entries.append(FileEntry(name: name, kind: .directory))
            default:
                guard let kind = kind(of: PathName.join(path, name)) else { continue }
                entries.append(FileEntry(name: name, kind: kind))
            }
        }
        return entries
    }

    package func read(_ path: String, bytesMax: Int) throws(FileFault) -> [UInt8] {
        let descriptor = open(full(path), O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw fault(errno) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw fault(errno) }
        guard status.st_mode & S_IFMT != S_IFDIR else { throw .wrongKind }
        // The size is a hint; a file that grows meanwhile is bounded all the same.
        var bytes: [UInt8] = []
        bytes.reserveCapacity(min(Int(clamping: status.st_size), bytesMax) + 1)
        var chunk = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count = Self.read(descriptor, into: &chunk)
            guard count >= 0 else { throw fault(errno) }
            if count == 0 { return bytes }
            guard bytes.count + count <= bytesMax else { throw .tooLong(bytesMax: bytesMax) }
            bytes.append(contentsOf: chunk[..<count])
        }
    }

    private static func read(_ descriptor: Int32, into chunk: inout [UInt8]) -> Int {
        #if canImport(Glibc)
            Glibc.read(descriptor, &chunk, chunk.count)
        #else
            Darwin.read(descriptor, &chunk, chunk.count)
        #endif
    }

    private func full(_ path: String) -> String { PathName.absolute(path, in: currentDirectory) }

    private func fault(_ code: Int32) -> FileFault {
        switch code {
        case ENOENT: .notFound
        case EACCES, EPERM: .notPermitted
        case ENOTDIR, EISDIR: .wrongKind
        default: .other(String(cString: strerror(code)))
        }
    }

    private static func text(of buffer: [CChar]) -> String {
        String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
