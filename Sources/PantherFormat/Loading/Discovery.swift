import Detections
import Diagnostics

/// Finds the files of a pack, by the rules of Panther's tool, in an order of our own: sorted.
struct Discovery<Files: FileSystem> {
    /// A file that may hold an item.
    struct Found {
        /// As walked: the root as given, joined with the names below it.
        var path: String
        /// The folder it is in, likewise.
        var folder: String
    }

    let files: Files
    let selection: FileSelection
    private(set) var found: [Found] = []
    private(set) var diagnostics: [Diagnostic] = []
    private var seen = Set<String>()
    private var isFull = false

    /// With a root of exactly `.` only these folders are looked into; the tool's own patterns.
    private static var folderPatterns: [String] {
        [
            "*data_models*", "*/global_helpers", "*lookup_tables*", "*rules*", "*/packs", "*policies*", "*queries*",
            "*scheduled_prompts*",
        ]
    }

    init(files: Files, selection: FileSelection) {
        self.files = files
        self.selection = selection
    }

    /// Walks `root`, and the folders of helpers and data models around it and around the working directory.
    mutating func discover(_ root: String) {
        switch files.kind(of: root) {
        case nil:
            diagnostics.append(.unreadable(root, .notFound))
            return
        case .file?:
            // Panther's tool finds nothing in a file; naming one is too handy to refuse.
            add(PathName.name(root), in: PathName.directory(root), path: root)
        case .directory?, .directoryLink?: walk(root)
        }
        for folder in neighbours(of: root) { walk(folder) }
    }

    /// The folders of helpers and data models in and beside a root and the working directory, by absolute paths.
    func neighbours(of root: String) -> [String] {
        let home = files.kind(of: root) == .file ? PathName.directory(root) : root
        var folders: [String] = []
        for name in ["global_helpers", "../global_helpers", "data_models", "../data_models"] {
            for start in [PathName.absolute(home, in: files.currentDirectory), files.currentDirectory] {
                let folder = PathName.normalized(PathName.join(start, name))
                if files.kind(of: folder) == .directory { folders.append(folder) }
            }
        }
        return folders
    }

    /// Files of a folder before those of its folders, both sorted by their bytes; without recursion.
    private mutating func walk(_ root: String) {
        let isFiltered = root == "." || root == "./"
        var stack = [(folder: root, depth: 0)]
        while let (folder, depth) = stack.popLast(), !isFull {
            let entries: [FileEntry]
            do {
                entries = try files.list(folder)
            } catch {
                diagnostics.append(.unreadable(folder, error))
                continue
            }
            let sorted = entries.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
            let isWanted =
                !isFiltered || depth == 0 || Self.folderPatterns.contains { PathName.matches(folder, $0) }
            if isWanted {
                for entry in sorted where entry.kind == .file {
                    add(entry.name, in: folder, path: PathName.join(folder, entry.name))
                }
            }
            let inner = sorted.filter { $0.kind == .directory && !$0.name.hasPrefix(".") && $0.name != "__pycache__" }
            if depth >= selection.folderDepthMax, !inner.isEmpty {
                diagnostics.append(.tooDeep(folder, depthMax: selection.folderDepthMax))
                continue
            }
            stack += inner.reversed().map { (PathName.join(folder, $0.name), depth + 1) }
        }
    }

    private mutating func add(_ name: String, in folder: String, path: String) {
        guard !name.hasPrefix("."), PathName.matches(name, "*.y*ml") else { return }
        guard PathName.normalized(path) != "dependabot.yml", !selection.ignores(path) else { return }
        guard seen.insert(PathName.absolute(path, in: files.currentDirectory)).inserted else { return }
        guard found.count < selection.filesMax else {
            if !isFull { diagnostics.append(.tooManyFiles(path, filesMax: selection.filesMax)) }
            isFull = true
            return
        }
        found.append(Found(path: path, folder: folder))
    }
}
