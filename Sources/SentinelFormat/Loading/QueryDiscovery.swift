import Detections
import Diagnostics

/// Finds files that may hold queries, by the end of their names.
struct QueryDiscovery<Files: FileSystem> {
    /// A file that may hold queries.
    struct Found: Sendable {
        /// As walked: the root as given, joined with the names below it.
        var path: String
        /// From the root, without the end of the name: what queries without an identifier are called.
        var name: String
        /// What it is.
        var kind: Kind
    }

    /// What a file is, by the end of its name.
    enum Kind: Sendable {
        case yaml, markdown, query
    }

    let files: Files
    let options: SentinelLoadOptions
    private(set) var found: [Found] = []
    private(set) var diagnostics: [Diagnostic] = []
    private var seen: Set<String> = []
    private var isFull = false

    init(files: Files, options: SentinelLoadOptions) {
        self.files = files
        self.options = options
    }

    private static func kind(_ name: String) -> Kind? {
        let name = name.lowercased()
        if name.hasSuffix(".yaml") || name.hasSuffix(".yml") { return .yaml }
        if name.hasSuffix(".md") { return .markdown }
        return name.hasSuffix(".kql") || name.hasSuffix(".csl") ? .query : nil
    }

    /// Walks `root`: files of a folder before those of its folders, both sorted by their bytes. What is not there is reported by
    /// the loader that walks all files.
    mutating func discover(_ root: String) {
        switch files.kind(of: root) {
        case nil: return
        case .file?: add(root, root: PathName.directory(root))
        case .directory?, .directoryLink?: walk(root)
        }
    }

    private mutating func walk(_ root: String) {
        var stack = [(folder: root, depth: 0)]
        while let (folder, depth) = stack.popLast(), !isFull {
            guard let entries = try? files.list(folder) else { continue }
            let sorted = entries.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
            for entry in sorted where entry.kind == .file { add(PathName.join(folder, entry.name), root: root) }
            let inner = sorted.filter { $0.kind == .directory && !$0.name.hasPrefix(".") }
            guard depth < options.folderDepthMax else { continue }
            stack += inner.reversed().map { (PathName.join(folder, $0.name), depth + 1) }
        }
    }

    private mutating func add(_ path: String, root: String) {
        guard !isFull, !PathName.name(path).hasPrefix("."), let kind = Self.kind(path) else { return }
        let relative = PathName.normalized(path)
        guard !options.ignoredFiles.contains(where: { PathName.normalized($0) == relative }) else { return }
        guard seen.insert(PathName.absolute(path, in: files.currentDirectory)).inserted else { return }
        guard found.count < options.filesMax else {
            diagnostics.append(.tooManyQueryFiles(path, filesMax: options.filesMax))
            isFull = true
            return
        }
        found.append(Found(path: path, name: Self.name(path, root: root), kind: kind))
    }

    private static func name(_ path: String, root: String) -> String {
        var name = path
        if !root.isEmpty, path.hasPrefix(root) {
            name = String(path.dropFirst(root.count).drop { $0 == "/" })
        }
        return name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
    }
}
