import Detections

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Which files of some folders change, seen by looking at them again and again: that works on every file system and with every
/// editor, and asking for the stamps of three thousand files takes some milliseconds.
///
/// Hidden files and folders and `__pycache__` are passed over, links to folders are not followed.
package struct FileWatch {
    /// What changes when a file is written or replaced.
    private struct Stamp: Hashable {
        var seconds: Int
        var nanoseconds: Int
        var size: Int
        var number: UInt64
    }

    private let roots: [String]
    private var stamps: [String: Stamp] = [:]

    /// Files that are watched at most; of more, those found later are not.
    package static let filesMax = 200_000
    /// Levels of folders below a root.
    package static let depthMax = 64

    /// Watches everything below these files and folders, given by absolute paths, from now on.
    package init(_ roots: [String]) {
        self.roots = roots
        stamps = look()
    }

    /// Files that are watched.
    package var fileCount: Int { stamps.count }

    /// Absolute paths of the files that have changed, come or gone since the last call. O(files).
    package mutating func changes() -> Set<String> {
        let now = look()
        var changed: Set<String> = []
        for (path, stamp) in now where stamps[path] != stamp { changed.insert(path) }
        for path in stamps.keys where now[path] == nil { changed.insert(path) }
        stamps = now
        return changed
    }

    private func look() -> [String: Stamp] {
        var found: [String: Stamp] = [:]
        found.reserveCapacity(stamps.count)
        var pending = roots.map { (path: $0, depth: 0) }
        while let (path, depth) = pending.popLast(), found.count < Self.filesMax {
            guard let folder = opendir(path) else {
                if depth == 0 { found[path] = Self.stamp(path) }
                continue
            }
            while let entry = readdir(folder), found.count < Self.filesMax {
                let name = withUnsafeBytes(of: &entry.pointee.d_name) {
                    String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
                }
                guard name.utf8.first != UInt8(ascii: "."), name != "__pycache__" else { continue }
                let inner = path + "/" + name
                if Int32(entry.pointee.d_type) == Int32(DT_DIR) {
                    if depth < Self.depthMax { pending.append((inner, depth + 1)) }
                } else {
                    found[inner] = Self.stamp(inner)
                }
            }
            closedir(folder)
        }
        return found
    }

    /// Nil for what is no file: a folder, a link to one, something that has just gone.
    private static func stamp(_ path: String) -> Stamp? {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        #if canImport(Glibc)
            let time = status.st_mtim
        #else
            let time = status.st_mtimespec
        #endif
        return Stamp(
            seconds: time.tv_sec,
            nanoseconds: time.tv_nsec,
            size: Int(status.st_size),
            number: UInt64(status.st_ino)
        )
    }
}
