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
        return upstream + Self.encoded(path)
    }

    private static func encoded(_ path: String) -> String {
        var address = ""
        for byte in path.utf8 {
            let isPlain =
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || "-._~/".utf8.contains(byte)
            if isPlain {
                address.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                let digits = String(byte, radix: 16, uppercase: true)
                address += digits.count == 1 ? "%0" + digits : "%" + digits
            }
        }
        return address
    }
}
