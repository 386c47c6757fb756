/// The code page 1252 of Windows, where it is not Latin-1. Source: Unicode, `MAPPINGS/VENDORS/MICSFT/WINDOWS/CP1252.TXT`.
enum Windows1252 {
    /// The code points of the bytes from 0x80 to 0x9F; zero where there is none.
    private static let high: [UInt32] = [
        0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
        0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
        0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
        0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
    ]

    /// The code point of a byte; nil for the five that have none.
    static func codePoint(of byte: UInt8) -> UInt32? {
        guard byte & 0xE0 == 0x80 else { return UInt32(byte) }
        let found = high[Int(byte & 0x1F)]
        return found == 0 ? nil : found
    }

    /// The byte of a code point; nil if it has none.
    static func byte(of codePoint: UInt32) -> UInt8? {
        switch codePoint {
        case 0..<0x80, 0xA0..<0x100: UInt8(codePoint)
        default: high.firstIndex(of: codePoint).map { 0x80 + UInt8($0) }
        }
    }
}
