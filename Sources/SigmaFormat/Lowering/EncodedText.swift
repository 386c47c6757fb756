/// What the modifiers for encodings make of bytes. Source: Sigma specification 2.1, modifiers appendix, "Encoding".
enum EncodedText {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    /// RFC 4648, with padding.
    static func base64(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity((bytes.count + 2) / 3 * 4)
        var index = 0
        while index < bytes.count {
            let count = min(3, bytes.count - index)
            var group: UInt32 = 0
            for offset in 0..<3 { group = group << 8 | (offset < count ? UInt32(bytes[index + offset]) : 0) }
            for place in 0..<4 {
                let sextet = Int(group >> UInt32(18 - 6 * place) & 0x3F)
                result.append(place <= count ? alphabet[sextet] : UInt8(ascii: "="))
            }
            index += 3
        }
        return result
    }

    /// What is the same in any base64 text that holds `bytes`, for each of the three places they may begin at: the letters that no
    /// byte before or after has a part in. Two bytes or more.
    static func base64Offsets(_ bytes: [UInt8]) -> [[UInt8]] {
        (0..<3).map { offset in
            let encoded = base64([UInt8](repeating: 0x20, count: offset) + bytes)
            let start = [0, 2, 3][offset]
            let end = encoded.count - [0, 3, 2][(bytes.count + offset) % 3]
            return Array(encoded[start..<max(start, end)])
        }
    }

    /// UTF-16 of UTF-8, of either order of bytes; nil for what is no UTF-8.
    static func utf16(_ bytes: [UInt8], isBigEndian: Bool = false, hasMark: Bool = false) -> [UInt8]? {
        guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
        return ((hasMark ? [0xFEFF] : []) + Array(text.utf16)).flatMap { unit -> [UInt8] in
            let (high, low) = (UInt8(truncatingIfNeeded: unit >> 8), UInt8(truncatingIfNeeded: unit))
            return isBigEndian ? [high, low] : [low, high]
        }
    }

    /// The signs that Windows takes for the beginning of an option.
    static let dashes: [[UInt8]] = ["-", "/", "\u{2013}", "\u{2014}", "\u{2015}"].map { Array($0.utf8) }

    /// Where `-` or `/` begins an option: not after a letter, digit or `_`, and before one.
    static func optionPlaces(_ bytes: [UInt8]) -> [Int] {
        bytes.indices.filter { index in
            guard bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "/") else { return false }
            let isBefore = index + 1 < bytes.count && isWordByte(bytes[index + 1])
            return isBefore && (index == 0 || !isWordByte(bytes[index - 1]))
        }
    }

    /// Bytes beyond ASCII are taken for parts of letters.
    private static func isWordByte(_ byte: UInt8) -> Bool {
        byte >= 0x80 || byte == UInt8(ascii: "_") || byte &- UInt8(ascii: "0") <= 9
            || (byte | 0x20) &- UInt8(ascii: "a") < 26
    }
}
