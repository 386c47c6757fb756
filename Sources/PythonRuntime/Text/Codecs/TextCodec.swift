/// The encodings of `str.encode` and `bytes.decode` that the dialect knows.
package enum TextCodec: Hashable, Sendable {
    case utf8
    /// UTF-8 that writes, and skips, a byte order mark.
    case utf8Signature
    case ascii
    case latin1
    /// What Windows writes in western languages: Latin-1 with letters and signs at 0x80 to 0x9F.
    case windows1252
    /// A nil order writes a mark and little-endian, and reads the mark.
    case utf16(ByteOrder?)
    case utf32(ByteOrder?)

    /// The codec of a name, spelled as loosely as CPython takes it.
    /// - Throws: ``TextFault/unknownEncoding(_:)``.
    package init(name: String) throws(TextFault) {
        var normalized = ""
        for scalar in name.unicodeScalars {
            let isAlphanumeric = scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
            if isAlphanumeric || scalar == "." {
                normalized.unicodeScalars.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
            } else if !normalized.isEmpty, normalized.last != "_" {
                normalized.append("_")
            }
        }
        guard let codec = TextCodec.names[normalized] else { throw .unknownEncoding(name) }
        self = codec
    }

    /// To add a name: a row here. Source: CPython, Lib/encodings/aliases.py.
    private static let names: [String: TextCodec] = [
        "utf_8": .utf8, "utf8": .utf8, "u8": .utf8, "utf": .utf8, "utf8_ucs2": .utf8, "utf8_ucs4": .utf8,
        "cp65001": .utf8, "utf_8_sig": .utf8Signature,
        "ascii": .ascii, "us_ascii": .ascii, "646": .ascii, "us": .ascii, "ansi_x3.4_1968": .ascii,
        "iso646_us": .ascii, "iso_646.irv_1991": .ascii, "ibm367": .ascii, "cp367": .ascii, "csascii": .ascii,
        "latin_1": .latin1, "latin1": .latin1, "iso_8859_1": .latin1, "iso8859_1": .latin1, "iso8859": .latin1,
        "8859": .latin1, "cp819": .latin1, "latin": .latin1, "l1": .latin1, "csisolatin1": .latin1,
        "ibm819": .latin1, "iso_ir_100": .latin1,
        "cp1252": .windows1252, "1252": .windows1252, "windows_1252": .windows1252,
        "utf_16": .utf16(nil), "utf16": .utf16(nil), "u16": .utf16(nil),
        "utf_16_le": .utf16(.little), "utf_16le": .utf16(.little),
        "utf_16_be": .utf16(.big), "utf_16be": .utf16(.big), "unicodebigunmarked": .utf16(.big),
        "unicodelittleunmarked": .utf16(.little),
        "utf_32": .utf32(nil), "utf32": .utf32(nil), "u32": .utf32(nil),
        "utf_32_le": .utf32(.little), "utf_32le": .utf32(.little),
        "utf_32_be": .utf32(.big), "utf_32be": .utf32(.big),
    ]

    /// The name in errors of encoding.
    var name: String {
        switch self {
        case .utf8, .utf8Signature: "utf-8"
        case .ascii: "ascii"
        case .latin1: "latin-1"
        case .windows1252: "charmap"
        case .utf16(let order): "utf-16" + (order.map { $0 == .big ? "-be" : "-le" } ?? "")
        case .utf32(let order): "utf-32" + (order.map { $0 == .big ? "-be" : "-le" } ?? "")
        }
    }
}

/// What to do with what an encoding cannot say: the `errors` argument.
package enum CodecErrorHandler: Hashable, Sendable {
    case strict
    case ignore
    case replace
    case backslashReplace
    case surrogateEscape
    case surrogatePass
    /// Encoding only.
    case xmlCharacterReference
    /// Found out only when an error has to be handled, as in CPython.
    case unknown(String)

    package init(name: String) {
        switch name {
        case "strict": self = .strict
        case "ignore": self = .ignore
        case "replace": self = .replace
        case "backslashreplace": self = .backslashReplace
        case "surrogateescape": self = .surrogateEscape
        case "surrogatepass": self = .surrogatePass
        case "xmlcharrefreplace": self = .xmlCharacterReference
        default: self = .unknown(name)
        }
    }
}
