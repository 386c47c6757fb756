#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A borrowed `str`: WTF-8 bytes (UTF-8 in which a lone surrogate takes three bytes) and whether all are ASCII.
///
/// Valid only while the bytes live. Reading malformed bytes gives wrong text, never a read outside of them.
/// Offsets are bytes; indices are code points, as Python's.
package struct PythonText {
    package let bytes: UnsafeRawBufferPointer
    /// Whether every byte is below 0x80, so that offset and index are the same.
    package let isASCII: Bool

    @inline(__always)
    package init(_ bytes: UnsafeRawBufferPointer, isASCII: Bool) {
        self.bytes = bytes
        self.isASCII = isASCII
    }

    /// - Complexity: looks at every byte, eight at a time.
    package init(_ bytes: UnsafeRawBufferPointer) {
        self.init(bytes, isASCII: PythonText.isASCII(bytes))
    }

    @inline(__always)
    package var count: Int { bytes.count }

    /// A part, by byte offsets, which have to lie within.
    @inline(__always)
    package subscript(_ range: Range<Int>) -> PythonText {
        PythonText(UnsafeRawBufferPointer(rebasing: bytes[range]), isASCII: isASCII)
    }

    /// Whether all bytes are below 0x80.
    package static func isASCII(_ bytes: UnsafeRawBufferPointer) -> Bool {
        var offset = 0
        while offset + 8 <= bytes.count {
            if bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self) & 0x8080_8080_8080_8080 != 0 {
                return false
            }
            offset += 8
        }
        while offset < bytes.count {
            if bytes[offset] >= 0x80 { return false }
            offset += 1
        }
        return true
    }

    /// The code point at a byte offset within, and the offset after it.
    @inline(__always)
    package func codePoint(at offset: Int) -> (value: UInt32, next: Int) {
        let first = bytes[offset]
        if first < 0x80 { return (UInt32(first), offset + 1) }
        return longCodePoint(at: offset, first: UInt32(first))
    }

    private func longCodePoint(at offset: Int, first: UInt32) -> (value: UInt32, next: Int) {
        let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        var value = first & (0xFF >> UInt32(length + 1))
        var next = offset + 1
        while next < offset + length, next < bytes.count, bytes[next] & 0xC0 == 0x80 {
            value = value << 6 | UInt32(bytes[next] & 0x3F)
            next += 1
        }
        return (value, next)
    }

    /// All code points; of a `bytes`, whose text counts as ASCII, its bytes. O(bytes).
    package var codePoints: [UInt32] {
        guard !isASCII else { return bytes.map { UInt32($0) } }
        var codePoints: [UInt32] = []
        var offset = 0
        while offset < count {
            let (codePoint, next) = codePoint(at: offset)
            codePoints.append(codePoint)
            offset = next
        }
        return codePoints
    }

    /// The code point that ends at a byte offset above zero, and where it starts.
    package func codePoint(before offset: Int) -> (value: UInt32, start: Int) {
        var start = offset - 1
        while start > 0, start > offset - 4, bytes[start] & 0xC0 == 0x80 { start -= 1 }
        return (codePoint(at: start).value, start)
    }

    /// `len(self)`: the number of code points.
    package var length: Int {
        isASCII ? bytes.count : PythonText.length(bytes)
    }

    private static func length(_ bytes: UnsafeRawBufferPointer) -> Int {
        var count = 0
        for byte in bytes where byte & 0xC0 != 0x80 { count += 1 }
        return count
    }

    /// The byte offset of a code point index; the end for an index at or past the length.
    /// - Complexity: O(1) for ASCII, else linear.
    package func offset(ofIndex index: Int) -> Int {
        guard !isASCII else { return max(0, min(index, bytes.count)) }
        return offset(advancing: index, from: 0)
    }

    /// The byte offset `count` code points after `start`, or the end.
    package func offset(advancing count: Int, from start: Int) -> Int {
        guard !isASCII else { return min(bytes.count, start + max(0, min(count, bytes.count))) }
        var left = count
        var offset = start
        while left > 0, offset < bytes.count {
            offset = codePoint(at: offset).next
            left -= 1
        }
        return offset
    }

    /// The code point index of a byte offset.
    package func index(ofOffset offset: Int) -> Int {
        isASCII ? offset : PythonText.length(UnsafeRawBufferPointer(rebasing: bytes[..<offset]))
    }

    /// Whether both hold the same bytes.
    package func equals(_ other: PythonText) -> Bool {
        guard bytes.count == other.bytes.count else { return false }
        guard let left = bytes.baseAddress, let right = other.bytes.baseAddress else { return true }
        return memcmp(left, right, bytes.count) == 0
    }
}
