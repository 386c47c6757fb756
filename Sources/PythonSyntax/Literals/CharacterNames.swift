/// Characters by their Unicode names, for `\N{…}`.
///
/// The table (about 34,000 names) is built when the first such escape is met, which few rules have.
enum CharacterNames {
    /// The character of this name or alias, in any case. The first call takes some tens of milliseconds.
    /// A name of more than `lengthMax` bytes is none.
    static func scalar(named name: String, lengthMax: Int = nameLengthMax) -> Unicode.Scalar? {
        guard name.utf8.count <= lengthMax else { return nil }
        let wanted = name.uppercased()
        if let scalar = table[wanted] { return scalar }
        // Ideographs are named by their number; the table leaves them out.
        guard let dash = wanted.lastIndex(of: "-"), let value = UInt32(wanted[wanted.index(after: dash)...], radix: 16),
            let scalar = Unicode.Scalar(value), scalar.properties.name == wanted
        else { return nil }
        return scalar
    }

    /// The longest name has 88 letters.
    static let nameLengthMax = 128

    static let table: [String: Unicode.Scalar] = {
        var table: [String: Unicode.Scalar] = [:]
        table.reserveCapacity(50_000)
        for range in [
            0x20...0x33FF, 0x4DC0...0x4DFF, 0xA000...0xD7A3, 0xF900...0x1FFFF, 0x2F800...0x2FA1F, 0xE0001...0xE01EF,
        ] {
            for value in range {
                guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
                let properties = scalar.properties
                if let name = properties.name { table[name] = scalar }
                if let alias = properties.nameAlias { table[alias] = scalar }
            }
        }
        for (value, names) in aliases {
            guard let scalar = Unicode.Scalar(value) else { continue }
            for name in names { table[name] = scalar }
        }
        return table
    }()
}
