/// Resolves the escapes of a JSON string's text, which a parse has accepted, into `target`, and returns the length.
///
/// `target` must hold as many bytes as `text`: resolving never lengthens. Two escapes that are a surrogate pair become
/// one character; a surrogate on its own is kept, as three bytes of WTF-8, as Python keeps it in a `str`.
/// Reads and writes within the buffers whatever the text is.
func unescapeJSON(_ text: UnsafeRawBufferPointer, into target: UnsafeMutableRawBufferPointer) -> Int {
    guard let source = text.baseAddress, let output = target.baseAddress else { return 0 }
    let count = min(text.count, target.count)
    var read = 0
    var written = 0
    while read < count {
        // Sixteen bytes at once, up to the first backslash: there is room for them, as no less is left of `target` than of the text.
        if read &+ 16 <= count {
            let block = (source + read).loadUnaligned(as: SIMD16<UInt8>.self)
            (output + written).storeBytes(of: block, as: SIMD16<UInt8>.self)
            let plain = plainCount(block)
            read &+= plain
            written &+= plain
            // The byte that ended it is looked at below.
            if plain == 16 { continue }
        }
        let byte = (source + read).load(as: UInt8.self)
        guard byte == UInt8(ascii: "\\"), read + 1 < count else {
            (output + written).storeBytes(of: byte, as: UInt8.self)
            read += 1
            written += 1
            continue
        }
        let escape = (source + read + 1).load(as: UInt8.self)
        guard escape == UInt8(ascii: "u"), read + 6 <= count, var scalar = hexadecimalQuad(source + read + 2) else {
            (output + written).storeBytes(of: shortEscape(escape), as: UInt8.self)
            read += 2
            written += 1
            continue
        }
        read += 6
        if scalar & 0xFC00 == 0xD800, read + 6 <= count,
            (source + read).loadUnaligned(as: UInt16.self) == UInt16(littleEndian: 0x755C),
            let low = hexadecimalQuad(source + read + 2), low & 0xFC00 == 0xDC00
        {
            scalar = 0x10000 + (scalar & 0x3FF) << 10 + (low & 0x3FF)
            read += 6
        }
        written += encodeUTF8(scalar, at: output + written)
    }
    return written
}

/// How many of the bytes stand before the first backslash.
@inline(__always)
private func plainCount(_ block: SIMD16<UInt8>) -> Int {
    let backslashes = block .== SIMD16<UInt8>(repeating: UInt8(ascii: "\\"))
    let words = unsafeBitCast(backslashes, to: SIMD2<UInt64>.self)
    if words.x != 0 { return words.x.trailingZeroBitCount >> 3 }
    return words.y != 0 ? 8 &+ (words.y.trailingZeroBitCount >> 3) : 16
}

/// The character that a backslash and this byte stand for.
private func shortEscape(_ byte: UInt8) -> UInt8 {
    switch byte {
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "f"): 0x0C
    case UInt8(ascii: "n"): 0x0A
    case UInt8(ascii: "r"): 0x0D
    case UInt8(ascii: "t"): 0x09
    default: byte
    }
}

/// Writes a code point, a surrogate included, as one to four bytes, and returns how many.
private func encodeUTF8(_ scalar: UInt32, at output: UnsafeMutableRawPointer) -> Int {
    func put(_ offset: Int, _ value: UInt32) {
        (output + offset).storeBytes(of: UInt8(truncatingIfNeeded: value), as: UInt8.self)
    }
    switch scalar {
    case 0..<0x80:
        put(0, scalar)
        return 1
    case 0x80..<0x800:
        put(0, 0xC0 | scalar >> 6)
        put(1, 0x80 | scalar & 0x3F)
        return 2
    case 0x800..<0x10000:
        put(0, 0xE0 | scalar >> 12)
        put(1, 0x80 | scalar >> 6 & 0x3F)
        put(2, 0x80 | scalar & 0x3F)
        return 3
    default:
        put(0, 0xF0 | scalar >> 18)
        put(1, 0x80 | scalar >> 12 & 0x3F)
        put(2, 0x80 | scalar >> 6 & 0x3F)
        put(3, 0x80 | scalar & 0x3F)
        return 4
    }
}
