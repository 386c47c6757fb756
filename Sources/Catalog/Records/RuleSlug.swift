package import Detections

/// The name of a rule's page: plain letters, whatever its identifier holds.
///
/// `panther-AWS.SSM.DistributedCommand`. Identifiers are written by strangers: of `../../etc/passwd` and of names with markup,
/// blanks or nothing at all only letters, digits, `.`, `_` and `-` are left, and a number tells apart what that makes equal.
package enum RuleSlug {
    /// Bytes of a slug, the vendor's name and the number included: file systems allow 255.
    package static let bytesMax = 160

    /// The slug of an identifier, if no other rule has it.
    package static func slug(of id: String, vendor: Vendor) -> String {
        let kept = plain(id)
        let prefix = vendor.rawValue + "-"
        guard kept.utf8.count + prefix.utf8.count > bytesMax - 17 || kept != id else { return prefix + kept }
        return numbered(prefix + kept, by: id)
    }

    /// The slug of a rule whose own is another rule's already: one of another collection, mostly.
    package static func slug(of id: String, vendor: Vendor, besideOthersIn place: String) -> String {
        numbered(vendor.rawValue + "-" + plain(id), by: id + "\u{0}" + place)
    }

    private static func plain(_ text: String) -> String {
        var plain = ""
        for byte in text.utf8.prefix(bytesMax) {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"):
                plain.unicodeScalars.append(Unicode.Scalar(byte))
            default: if plain.last != "_" { plain.append("_") }
            }
        }
        return plain
    }

    private static func numbered(_ slug: String, by text: String) -> String {
        let digits = String(text.utf8.fnv1a, radix: 16)
        return slug.prefix(bytesMax - 17) + "-" + String(repeating: "0", count: 16 - digits.count) + digits
    }
}

extension Sequence<UInt8> {
    /// 64 bits of FNV-1a: the same on every machine. No protection against those who look for collisions.
    package var fnv1a: UInt64 {
        // Pages are hashed for every answer: byte after byte through a generic iterator takes as long as making the page.
        withContiguousStorageIfAvailable { FNV1a.hash($0) } ?? Array(self).withUnsafeBufferPointer { FNV1a.hash($0) }
    }
}

private enum FNV1a {
    static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
        bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
}
