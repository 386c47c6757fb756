/// Finds files below folders, in an order that depends on names only.
///
/// Files of a folder come before those of its folders, both sorted by their bytes; without recursion. What is hidden is passed over,
/// and so are links to folders. Each file is found once, however many roots lead to it.
package struct FileWalk<Files: FileSystem> {
    /// What could not be walked.
    package enum Fault: Hashable, Sendable {
        /// A root or folder cannot be listed.
        case unreadable(FileFault)
        /// Folders below this one are not looked into.
        case tooDeep(depthMax: Int)
        /// This file and those that would follow are left out.
        case tooManyFiles(filesMax: Int)
    }

    private let files: Files
    private let selection: FileSelection
    private let isWanted: (String) -> Bool
    /// The files, in order.
    package private(set) var found: [FoundFile] = []
    /// What could not be walked, with the path.
    package private(set) var faults: [(path: String, fault: Fault)] = []
    private var seen: Set<String> = []
    private var isFull = false

    /// A walk for files whose name `isWanted`; a root that is itself a file is asked too.
    package init(_ files: Files, _ selection: FileSelection, isWanted: @escaping (_ name: String) -> Bool) {
        self.files = files
        self.selection = selection
        self.isWanted = isWanted
    }

    /// Adds what is at and below `root`.
    package mutating func walk(_ root: String) {
        switch files.kind(of: root) {
        case nil: faults.append((root, .unreadable(.notFound)))
        case .file?: add(root, from: PathName.directory(root))
        case .directory?, .directoryLink?: walkFolder(root)
        }
    }

    private mutating func walkFolder(_ root: String) {
        var stack = [(folder: root, depth: 0)]
        while let (folder, depth) = stack.popLast(), !isFull {
            let entries: [FileEntry]
            do {
                entries = try files.list(folder)
            } catch {
                faults.append((folder, .unreadable(error)))
                continue
            }
            let sorted = entries.filter { !$0.name.hasPrefix(".") }
                .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
            for entry in sorted where entry.kind == .file { add(PathName.join(folder, entry.name), from: root) }
            let inner = sorted.filter { $0.kind == .directory }
            if depth >= selection.folderDepthMax, !inner.isEmpty {
                faults.append((folder, .tooDeep(depthMax: selection.folderDepthMax)))
                continue
            }
            stack += inner.reversed().map { (PathName.join(folder, $0.name), depth + 1) }
        }
    }

    private mutating func add(_ path: String, from root: String) {
        let name = PathName.name(path)
        guard !name.hasPrefix("."), isWanted(name), !selection.ignores(path),
            seen.insert(PathName.absolute(path, in: files.currentDirectory)).inserted
        else { return }
        guard found.count < selection.filesMax else {
            if !isFull { faults.append((path, .tooManyFiles(filesMax: selection.filesMax))) }
            isFull = true
            return
        }
        found.append(FoundFile(path: path, root: root))
    }
}
