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
        let hint = min(Int(clamping: status.st_size), bytesMax)
        var bytes: [UInt8] = []
        var capacity = hint + 1
        while true {
            var failure: Int32?
            var chunk = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
                let got = Self.read(descriptor, into: buffer)
                if got < 0 { failure = errno }
                count = max(0, got)
            }
            if let failure { throw fault(failure) }
            if chunk.isEmpty { return bytes }
            guard bytes.count + chunk.count <= bytesMax else { throw .tooLong(bytesMax: bytesMax) }
            if bytes.isEmpty { swap(&bytes, &chunk) } else { bytes += chunk }
            capacity = 64 << 10
        }
    }

    private static func read(_ descriptor: Int32, into buffer: UnsafeMutableBufferPointer<UInt8>) -> Int {
        #if canImport(Glibc)
            Glibc.read(descriptor, buffer.baseAddress, buffer.count)
        #else
            Darwin.read(descriptor, buffer.baseAddress, buffer.count)
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
