/// A folder of rules, and where its authors keep it.
package struct CollectionOrigin: Codable, Hashable, Sendable {
    /// What the catalogue calls it: the folder's name.
    package var name: String
    /// The folder, as an absolute path without a `/` at its end; file names in records are relative to it.
    package var root: String
    /// The address of the folder on the web at the commit that was read, with a `/` at its end; nil where it is not known.
    package var upstream: String?
    /// The SPDX identifier of its licence, or the licence's own name; nil where it is not known.
    package var license: String?

    /// A folder of rules.
    package init(name: String, root: String, upstream: String? = nil, license: String? = nil) {
        self.name = name
        self.root = root
        self.upstream = upstream
        self.license = license
    }

    /// A file of the folder relative to it; the path itself for a file elsewhere.
    package func relative(_ path: String) -> String {
        path.hasPrefix(root + "/") ? String(path.dropFirst(root.count + 1)) : path
    }

    /// The address of a file given relative to the folder. All that is not plain in an address is percent-encoded.
    package func address(of path: String) -> String? {
        guard let upstream, !path.hasPrefix("/"), !path.split(separator: "/").contains("..") else { return nil }
        return upstream + PercentEncoding.encode(path, keeping: "/")
    }
}
