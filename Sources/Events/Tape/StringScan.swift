/// What scanning a string found.
struct StringScan: BitwiseCopyable {
    /// The closing quote.
    let end: UnsafeRawPointer
    /// ``TapeNode/isEscaped`` and ``TapeNode/isNotASCII``.
    let flags: UInt32
}

/// Scans a string from its first byte to its closing quote, 16 bytes at a time, checking escapes and UTF-8.
///
/// Text of plain ASCII never leaves the loop; the first byte that is anything else hands over to ``scanStringSlowly``.
@inline(__always)
func scanString(
    _ text: UnsafeRawPointer,
    start: UnsafeRawPointer,
    end: UnsafeRawPointer
) throws(TapeFault) -> StringScan {
    var position = text
    while true {
        let special = firstSpecialByte(position)
        if special == 16 {
            position += 16
            if position >= end { throw tapeFault(.truncated, at: end, start: start, end: end) }
            continue
        }
        position += special
        if position.load(as: UInt8.self) == UInt8(ascii: "\""), position < end {
            return StringScan(end: position, flags: 0)
        }
        return try scanStringSlowly(from: position, start: start, end: end)
    }
}

/// The offset of the first quote, backslash, control character or byte above 0x7F among 16, or 16.
@inline(__always)
func firstSpecialByte(_ position: UnsafeRawPointer) -> Int {
    // As signed bytes, control characters and bytes above 0x7F are those below 0x20. Both sides of a comparison are
    // vectors: the operators that take a scalar are not specialised and run forty times slower.
    let block = position.loadUnaligned(as: SIMD16<Int8>.self)
    let quotes = block .== SIMD16<Int8>(repeating: 0x22)
    let backslashes = block .== SIMD16<Int8>(repeating: 0x5C)
    let others = block .< SIMD16<Int8>(repeating: 0x20)
    let words = unsafeBitCast(quotes .| backslashes .| others, to: SIMD2<UInt64>.self)
    // Where a string ends in its block is chance: a branch on the half would be guessed wrong every third time.
    let isFirstHalf = words.x != 0
    let word = isFirstHalf ? words.x : words.y
    let half = isFirstHalf ? 0 : 8
    return word == 0 ? 16 : half &+ (word.trailingZeroBitCount >> 3)
}

/// Goes on from a byte that is not plain text, to the end of the string.
@inline(never)
private func scanStringSlowly(
    from first: UnsafeRawPointer,
    start: UnsafeRawPointer,
    end: UnsafeRawPointer
) throws(TapeFault) -> StringScan {
    var position = first
    var flags: UInt32 = 0
    while position < end {
        let byte = position.load(as: UInt8.self)
        if byte == UInt8(ascii: "\"") { return StringScan(end: position, flags: flags) }
        if byte == UInt8(ascii: "\\") {
            flags |= TapeNode.isEscaped
            let length = escapeLength(position)
            let isUnicode = (position + 1).load(as: UInt8.self) == UInt8(ascii: "u")
            guard end - position >= (isUnicode ? 6 : 2) else { break }
            guard length > 0 else { throw tapeFault(.invalidEscape, at: position, start: start, end: end) }
            position += length
        } else if byte >= 0x80 {
            flags |= TapeNode.isNotASCII
            let length = sequenceLength(position)
            guard length <= end - position, length > 0 || end - position >= 4 || isComplete(position, end) else {
                break
            }
            guard length > 0 else { throw tapeFault(.invalidUTF8, at: position, start: start, end: end) }
            position += length
            // Such text comes in runs; stay out of the block scan while it lasts.
            continue
        } else if byte < 0x20 {
            throw tapeFault(.controlCharacter, at: position, start: start, end: end)
        }
        position += firstSpecialByte(position)
    }
    throw tapeFault(.truncated, at: end, start: start, end: end)
}

/// The length of the escape at a backslash, or 0 if it is none. Reads at most six bytes.
private func escapeLength(_ position: UnsafeRawPointer) -> Int {
    switch (position + 1).load(as: UInt8.self) {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
        UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
        return 2
    case UInt8(ascii: "u"):
        return hexadecimalQuad(position + 2) == nil ? 0 : 6
    default:
        return 0
    }
}

/// The length of the UTF-8 sequence at a byte above 0x7F, or 0 if it is not one (RFC 3629, section 4).
private func sequenceLength(_ position: UnsafeRawPointer) -> Int {
    let first = position.load(as: UInt8.self)
    let second = (position + 1).load(as: UInt8.self)
    let third = (position + 2).load(as: UInt8.self)
    let fourth = (position + 3).load(as: UInt8.self)
    let isThird = third & 0xC0 == 0x80
    switch first {
    case 0xC2...0xDF: return second & 0xC0 == 0x80 ? 2 : 0
    case 0xE0: return (0xA0...0xBF).contains(second) && isThird ? 3 : 0
    case 0xED: return (0x80...0x9F).contains(second) && isThird ? 3 : 0
    case 0xE1...0xEF: return second & 0xC0 == 0x80 && isThird ? 3 : 0
    case 0xF0: return (0x90...0xBF).contains(second) && isThird && fourth & 0xC0 == 0x80 ? 4 : 0
    case 0xF1...0xF3: return second & 0xC0 == 0x80 && isThird && fourth & 0xC0 == 0x80 ? 4 : 0
    case 0xF4: return (0x80...0x8F).contains(second) && isThird && fourth & 0xC0 == 0x80 ? 4 : 0
    default: return 0
    }
}

/// Whether an invalid sequence near the end is invalid whatever would follow: its continuation bytes do not reach the end.
private func isComplete(_ position: UnsafeRawPointer, _ end: UnsafeRawPointer) -> Bool {
    let first = position.load(as: UInt8.self)
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard (0xC2...0xF4).contains(first), length > end - position else { return true }
    return (1..<(end - position)).contains { (position + $0).load(as: UInt8.self) & 0xC0 != 0x80 }
}

/// The number of four hexadecimal digits, or nil.
func hexadecimalQuad(_ position: UnsafeRawPointer) -> UInt32? {
    var value: UInt32 = 0
    for offset in 0..<4 {
        let byte = (position + offset).load(as: UInt8.self)
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | UInt32(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): value = value << 4 | UInt32(byte - UInt8(ascii: "a") + 10)
        case UInt8(ascii: "A")...UInt8(ascii: "F"): value = value << 4 | UInt32(byte - UInt8(ascii: "A") + 10)
        default: return nil
        }
    }
    return value
}
