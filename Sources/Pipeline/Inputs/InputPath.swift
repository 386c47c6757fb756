#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Something to read events from.
package enum InputPath: Hashable, Sendable {
    /// Standard input: `-`.
    case standardInput
    /// A file, by its path.
    case file(String)

    /// The path as messages show it.
    package var name: String {
        switch self {
        case .standardInput: "-"
        case .file(let path): path
        }
    }

    /// What the paths of a command line stand for: files as they are, `-`, and folders as the files in them,
    /// recursively, in the order of their names' bytes. Names that begin with a dot are passed over, and links to
    /// folders are not followed, so that every walk ends.
    ///
    /// - Returns: the files, and a fault for each path that is not there or passes a limit.
    package static func expand(
        _ paths: [String],
        limits: InputLimits = InputLimits()
    ) -> (inputs: [InputPath], faults: [InputFault]) {
        var inputs: [InputPath] = []
        var faults: [InputFault] = []
        for path in paths {
            var status = stat()
            if path == "-" {
                inputs.append(.standardInput)
            } else if stat(path, &status) != 0 {
                faults.append(InputFault(.cannotOpen(errno), path: path))
            } else if status.st_mode & S_IFMT == S_IFDIR {
                walk(path, limits, into: &inputs, &faults)
            } else {
                inputs.append(.file(path))
            }
        }
        return (inputs, faults)
    }

    /// Adds the files below `root`, depth first, with a stack of what is still to visit.
    private static func walk(
        _ root: String,
        _ limits: InputLimits,
        into inputs: inout [InputPath],
        _ faults: inout [InputFault]
    ) {
        var pending = [(path: root, depth: 0)]
        while let (path, depth) = pending.popLast() {
            var status = stat()
            // A link is followed to a file, and only the root to a folder.
            let isFolder = depth == 0 || (lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR)
            if isFolder {
                guard depth <= limits.directoryDepthMax else {
                    faults.append(InputFault(.directoryDepth, path: path))
                    continue
                }
                guard let names = visibleNames(in: path) else {
                    faults.append(InputFault(.cannotOpen(errno), path: path))
                    continue
                }
                let prefix = path.hasSuffix("/") ? path : path + "/"
                // Sorted last first, as the last is visited next.
                pending += names.sorted { $1.utf8.lexicographicallyPrecedes($0.utf8) }.map { (prefix + $0, depth + 1) }
            } else if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG {
                guard inputs.count < limits.fileCountMax else {
                    faults.append(InputFault(.fileCount, path: path))
                    return
                }
                inputs.append(.file(path))
            }
        }
    }

    private static func visibleNames(in path: String) -> [String]? {
        guard let folder = opendir(path) else { return nil }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names
    }
}
