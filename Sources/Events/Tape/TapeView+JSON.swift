extension TapeView {
    /// Appends a value as JSON text.
    ///
    /// A value that stands in the input is copied as it stands, white space and escapes included; one that was built or
    /// extended, or that had repeated keys, is written anew without white space. UTF-8 always: a lone surrogate is
    /// written as an escape. O(length), no recursion.
    package func appendJSON(of root: UInt32, to output: inout [UInt8]) {
        guard root < nodeCount else {
            output += "null".utf8
            return
        }
        // The containers being written, innermost last.
        var open: [(end: UInt32, isObject: Bool)] = []
        var index = root
        let end = next(after: root)
        var isFirst = true
        while true {
            while let container = open.last, index >= container.end {
                output.append(container.isObject ? UInt8(ascii: "}") : UInt8(ascii: "]"))
                open.removeLast()
                isFirst = false
            }
            guard index < end else { return }
            if let container = open.last {
                if !isFirst { output.append(UInt8(ascii: ",")) }
                if container.isObject {
                    appendString(key(of: index), to: &output)
                    output.append(UInt8(ascii: ":"))
                }
            }
            let node = node(index)
            isFirst = node.kind.isContainer && node.length == 0
            if isFirst {
                let isObject = node.kind == .object
                output.append(isObject ? UInt8(ascii: "{") : UInt8(ascii: "["))
                open.append((node.next, isObject))
                index += 1
            } else {
                appendVerbatim(index, node, to: &output)
                index = node.next
            }
        }
    }

    /// A value as JSON text: see ``appendJSON(of:to:)``.
    package func json(of index: UInt32) -> String {
        var output: [UInt8] = []
        appendJSON(of: index, to: &output)
        return String(decoding: output, as: UTF8.self)
    }

    private func appendVerbatim(_ index: UInt32, _ node: TapeNode, to output: inout [UInt8]) {
        switch node.kind {
        case .null: output += "null".utf8
        case .false: output += "false".utf8
        case .true: output += "true".utf8
        case .string: appendString(text(of: index), to: &output)
        case .integer, .double: output += bytes(text(of: index))
        case .array, .object: output += bytes(TapeText(offset: node.start, length: node.length))
        }
    }

    private func appendString(_ text: TapeText, to output: inout [UInt8]) {
        output.append(UInt8(ascii: "\""))
        if text.offset & TapeText.sideBit == 0 {
            output += bytes(text)
        } else {
            appendJSONEscaped(bytes(text), to: &output)
        }
        output.append(UInt8(ascii: "\""))
    }
}

/// Appends text as the inside of a JSON string: quotes, backslashes and control characters escaped, and the surrogates
/// of WTF-8. Text without any of them is copied as a whole.
package func appendJSONEscaped(_ bytes: UnsafeRawBufferPointer, to output: inout ByteBuffer) {
    var offset = 0
    while true {
        let start = offset
        offset = plainJSONEnd(bytes, from: offset, stopsAtNonASCII: false)
        output.append(UnsafeRawBufferPointer(rebasing: bytes[start..<offset]))
        guard offset < bytes.count else { return }
        let byte = bytes[offset]
        offset += 1
        switch byte {
        case UInt8(ascii: "\""): output.append(#"\""#)
        case UInt8(ascii: "\\"): output.append(#"\\"#)
        case 0x08: output.append(#"\b"#)
        case 0x09: output.append(#"\t"#)
        case 0x0A: output.append(#"\n"#)
        case 0x0C: output.append(#"\f"#)
        case 0x0D: output.append(#"\r"#)
        case 0..<0x20: appendUnicodeEscape(UInt32(byte), to: &output)
        case 0xED where offset + 1 < bytes.count && bytes[offset] >= 0xA0:
            let low = UInt32(bytes[offset] & 0x3F) << 6 | UInt32(bytes[offset + 1] & 0x3F)
            appendUnicodeEscape(0xD000 | low, to: &output)
            offset += 2
        default: output.append(byte)
        }
    }
}

/// As ``appendJSONEscaped(_:to:)-(_,ByteBuffer)``, to an array.
package func appendJSONEscaped(_ bytes: UnsafeRawBufferPointer, to output: inout [UInt8]) {
    var buffer = ByteBuffer(capacity: bytes.count + 16)
    appendJSONEscaped(bytes, to: &buffer)
    output += buffer.array
}

/// The end of the run of bytes from `start` that stand for themselves in a JSON string: no quote, backslash or control
/// character, and nothing above 0x7E if `stopsAtNonASCII`, else no 0xED, with which surrogates begin. Sixteen bytes at a time,
/// and the rest by eight.
package func plainJSONEnd(_ bytes: UnsafeRawBufferPointer, from start: Int, stopsAtNonASCII: Bool) -> Int {
    var offset = start
    while offset &+ 16 <= bytes.count {
        let special = firstSpecialByte(
            bytes.loadUnaligned(fromByteOffset: offset, as: SIMD16<UInt8>.self),
            stopsAtNonASCII
        )
        if special < 16 { return offset &+ special }
        offset &+= 16
    }
    while offset &+ 8 <= bytes.count {
        let word = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        let special = specialBytes(word, stopsAtNonASCII)
        if special != 0 { return offset &+ special.trailingZeroBitCount >> 3 }
        offset &+= 8
    }
    if offset < bytes.count, bytes.count >= 8 {
        // The last eight: those among them that were looked at before stand for themselves.
        let last = bytes.count &- 8
        let word = bytes.loadUnaligned(fromByteOffset: last, as: UInt64.self)
        let special = specialBytes(word, stopsAtNonASCII) & (UInt64.max << UInt64((offset &- last) &* 8))
        return special == 0 ? bytes.count : last &+ special.trailingZeroBitCount >> 3
    }
    while offset < bytes.count {
        let byte = bytes[offset]
        if byte < 0x20 || byte == 0x22 || byte == 0x5C { return offset }
        if stopsAtNonASCII ? byte >= 0x7F : byte == 0xED { return offset }
        offset &+= 1
    }
    return offset
}

/// The place of the first of sixteen bytes that does not stand for itself, or 16: see
/// ``plainJSONEnd(_:from:stopsAtNonASCII:)``.
@inline(__always)
private func firstSpecialByte(_ block: SIMD16<UInt8>, _ stopsAtNonASCII: Bool) -> Int {
    let quotes = block .== SIMD16<UInt8>(repeating: 0x22)
    let backslashes = block .== SIMD16<UInt8>(repeating: 0x5C)
    var special = quotes .| backslashes
    if stopsAtNonASCII {
        // As signed bytes, control characters and bytes above 0x7F are those below 0x20.
        let signed = unsafeBitCast(block, to: SIMD16<Int8>.self)
        special .|= signed .< SIMD16<Int8>(repeating: 0x20)
        special .|= block .== SIMD16<UInt8>(repeating: 0x7F)
    } else {
        let high = block & SIMD16<UInt8>(repeating: 0xE0)
        special .|= high .== SIMD16<UInt8>(repeating: 0)
        special .|= block .== SIMD16<UInt8>(repeating: 0xED)
    }
    let words = unsafeBitCast(special, to: SIMD2<UInt64>.self)
    if words.x != 0 { return words.x.trailingZeroBitCount >> 3 }
    if words.y != 0 { return 8 &+ (words.y.trailingZeroBitCount >> 3) }
    return 16
}

/// The high bit of each of eight bytes that does not stand for itself, as far as the first of them: see
/// ``plainJSONEnd(_:from:stopsAtNonASCII:)``.
@inline(__always)
private func specialBytes(_ word: UInt64, _ stopsAtNonASCII: Bool) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    // The high bit of each byte that is zero after the exclusive or; the first one found is right.
    let quote = word ^ (ones &* 0x22)
    let backslash = word ^ (ones &* 0x5C)
    let surrogate = word ^ (ones &* 0xED)
    var special = (quote &- ones) & ~quote | (backslash &- ones) & ~backslash
    special |= (word &- ones &* 0x20) & ~word
    special |= stopsAtNonASCII ? word | (word &+ ones) : (surrogate &- ones) & ~surrogate
    return special & 0x8080_8080_8080_8080
}

/// Appends a unit of UTF-16 as `\u` and four hexadecimal digits.
package func appendUnicodeEscape(_ unit: UInt32, to output: inout ByteBuffer) {
    output.append(#"\u"#)
    for shift in [UInt32(12), 8, 4, 0] {
        let digit = UInt8(truncatingIfNeeded: unit >> shift & 0xF)
        output.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
    }
}
