/// Makes letters small, each by itself: a letter for a letter, whatever stands around it.
///
/// A capital whose small form is more than one character stays as it is. Source: the simple lower case mappings of Unicode.
package enum CaseFolding {
    /// The bytes that a text of `count` bytes may grow to.
    static func capacity(_ count: Int) -> Int { count &* 2 }

    /// The folded text, for constants.
    package static func folded(_ text: String) -> [UInt8] {
        var text = text
        return text.withUTF8 { bytes in
            Array(unsafeUninitializedCapacity: capacity(bytes.count)) { target, count in
                count = fold(UnsafeRawBufferPointer(bytes), into: UnsafeMutableRawBufferPointer(target))
            }
        }
    }

    /// Whether a text has one of the four characters that stand for letters of ASCII where case is not noticed, though they are none:
    /// `İ`, `ı`, `ſ` and the Kelvin sign. The first three do so in patterns only: Python's `re` knows them.
    package static func mayFoldIntoASCII(_ text: UnsafeRawBufferPointer) -> Bool {
        guard let base = text.baseAddress else { return false }
        func byte(_ offset: Int) -> UInt8 { offset < text.count ? (base + offset).load(as: UInt8.self) : 0 }
        for offset in 0..<text.count {
            switch byte(offset) {
            case 0xC4 where byte(offset &+ 1) & 0xFE == 0xB0: return true
            case 0xC5 where byte(offset &+ 1) == 0xBF: return true
            case 0xE2 where byte(offset &+ 1) == 0x84 && byte(offset &+ 2) == 0xAA: return true
            default: break
            }
        }
        return false
    }

    /// Whether an ASCII text in small letters is part of another in whatever letters of ASCII. O(text · part).
    static func hasPart(_ text: UnsafeRawBufferPointer, _ part: UnsafeRawBufferPointer) -> Bool {
        guard let base = text.baseAddress, let first = part.first else { return part.isEmpty }
        guard part.count <= text.count else { return false }
        var start = 0
        let last = text.count &- part.count
        while start <= last {
            if small((base + start).load(as: UInt8.self)) == first {
                var offset = 1
                while offset < part.count, small((base + (start &+ offset)).load(as: UInt8.self)) == part[offset] {
                    offset &+= 1
                }
                if offset == part.count { return true }
            }
            start &+= 1
        }
        return false
    }

    @inline(__always)
    private static func small(_ byte: UInt8) -> UInt8 { byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte }

    /// Eight characters of ASCII with their capitals made small.
    @inline(__always)
    private static func small(_ word: UInt64) -> UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        // In each byte the highest bit says whether the character is at least A, and whether it is past Z.
        let fromA = word &+ ones &* (0x80 - 0x41)
        let pastZ = word &+ ones &* (0x80 - 0x5B)
        return word | (fromA & ~pastZ & (ones &* 0x80)) >> 2
    }

    /// Writes the folded text to `target`, which has room for ``capacity(_:)``, and gives its length. O(length); bytes that are no
    /// UTF-8 stay as they are.
    static func fold(_ text: UnsafeRawBufferPointer, into target: UnsafeMutableRawBufferPointer) -> Int {
        guard let source = text.baseAddress, let base = target.baseAddress, target.count >= capacity(text.count) else {
            return 0
        }
        var read = 0
        var written = 0
        while read < text.count {
            // Eight letters of ASCII at once: most texts are nothing else.
            if read &+ 8 <= text.count {
                let word = (source + read).loadUnaligned(as: UInt64.self)
                if word & 0x8080_8080_8080_8080 == 0 {
                    (base + written).storeBytes(of: small(word), as: UInt64.self)
                    read &+= 8
                    written &+= 8
                    continue
                }
            }
            let byte = (source + read).load(as: UInt8.self)
            if byte < 0x80 {
                (base + written).storeBytes(of: small(byte), as: UInt8.self)
                read &+= 1
                written &+= 1
                continue
            }
            // What Latin languages write with two bytes needs no table.
            if byte == 0xC2 || byte == 0xC3, read &+ 1 < text.count {
                let second = (source + (read &+ 1)).load(as: UInt8.self)
                if second & 0xC0 == 0x80 {
                    let isCapital = byte == 0xC3 && second < 0x9F && second != 0x97
                    (base + written).storeBytes(of: byte, as: UInt8.self)
                    (base + (written &+ 1)).storeBytes(of: isCapital ? second | 0x20 : second, as: UInt8.self)
                    read &+= 2
                    written &+= 2
                    continue
                }
            }
            let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
            // Below no character begins: two bytes would be one that has one of its own.
            guard byte >= 0xC2, read + length <= text.count, let small = small(source + read, length) else {
                (base + written).storeBytes(of: byte, as: UInt8.self)
                read &+= 1
                written &+= 1
                continue
            }
            for byte in UTF8.encode(small) ?? UTF8.encodedReplacementCharacter {
                (base + written).storeBytes(of: byte, as: UInt8.self)
                written &+= 1
            }
            read &+= length
        }
        return written
    }

    /// The small form of the scalar at `bytes`, itself if that is several; nil where they are none. No small form of one scalar takes
    /// more than twice the room.
    private static func small(_ bytes: UnsafeRawPointer, _ length: Int) -> Unicode.Scalar? {
        var value = UInt32(bytes.load(as: UInt8.self)) & (0x7F >> UInt32(length))
        for offset in 1..<length {
            let byte = (bytes + offset).load(as: UInt8.self)
            guard byte & 0xC0 == 0x80 else { return nil }
            value = value << 6 | UInt32(byte & 0x3F)
        }
        guard let scalar = Unicode.Scalar(value) else { return nil }
        let mapping = scalar.properties.lowercaseMapping.unicodeScalars
        guard let first = mapping.first, mapping.count == 1 else { return scalar }
        return first
    }
}
