/// Characters by name, for `\N{…}`; source: `unicodedata.lookup`.
enum CharacterNames {
    /// The code point called `name`, in any case; nil if there is none, or it is the name of a sequence.
    ///
    /// The first call builds a table of all names (about 0.1 s, once in the process).
    static func lookup(_ name: String) -> UInt32? {
        table[name.uppercased()]
    }

    private static let table: [String: UInt32] = {
        var table: [String: UInt32] = [:]
        for code in UInt32(0)...0x10_FFFF {
            guard let properties = Unicode.Scalar(code)?.properties else { continue }
            if let name = properties.name { table[name] = code }
            if let alias = properties.nameAlias, table[alias] == nil { table[alias] = code }
        }
        return table
    }()
}
