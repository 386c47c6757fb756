import Detections

/// A file that may hold queries.
struct QueryFile: Sendable {
    /// As walked: the root as given, joined with the names below it.
    let path: String
    /// From the root, without the end of the name: what queries without an identifier are called.
    let name: String
    /// What it is.
    let kind: Kind

    /// What a file is, by the end of its name.
    enum Kind: Sendable {
        case yaml, markdown, query

        /// Nil for a file of any other kind.
        init?(name: String) {
            let name = name.lowercased()
            if name.hasSuffix(".yaml") || name.hasSuffix(".yml") {
                self = .yaml
            } else if name.hasSuffix(".md") {
                self = .markdown
            } else if name.hasSuffix(".kql") || name.hasSuffix(".csl") {
                self = .query
            } else {
                return nil
            }
        }
    }

    /// Nil for a file that holds none.
    init?(_ file: FoundFile) {
        guard let kind = Kind(name: PathName.name(file.path)) else { return nil }
        self.kind = kind
        path = file.path
        var name = file.path
        if !file.root.isEmpty, name.hasPrefix(file.root) {
            name = String(name.dropFirst(file.root.count).drop { $0 == "/" })
        }
        self.name = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
    }
}
