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

    /// Writes the folded text to `target`, which has room for ``capacity(_:)``, and gives its length. O(length); bytes that are no
    /// UTF-8 stay as they are.
    static func fold(_ text: UnsafeRawBufferPointer, into target: UnsafeMutableRawBufferPointer) -> Int {
        guard let source = text.baseAddress, let base = target.baseAddress, target.count >= capacity(text.count) else {
            return 0
        }
        var read = 0
        var written = 0
        while read < text.count {
            let byte = (source + read).load(as: UInt8.self)
            if byte < 0x80 {
                let isCapital = byte &- UInt8(ascii: "A") < 26
                (base + written).storeBytes(of: isCapital ? byte | 0x20 : byte, as: UInt8.self)
                read &+= 1
                written &+= 1
                continue
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
