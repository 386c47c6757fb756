/// Where the text and number algorithms put the bytes they make.
///
/// The virtual machine's sink writes into its arena, tests use `[UInt8]`. An algorithm asks ``room`` before it writes
/// anything whose size the input chose (a width, a repetition), so a sink never sees more than it allowed.
package protocol ByteSink {
    /// Adds one byte.
    mutating func append(_ byte: UInt8)
    /// Adds bytes that stay the caller's: the sink copies them.
    mutating func append(contentsOf bytes: UnsafeRawBufferPointer)
    /// How many more bytes may come; ``TextLimits/resultBytesMax`` unless the sink knows better.
    var room: Int { get }
}

extension ByteSink {
    package var room: Int { TextLimits.resultBytesMax }

    /// Adds ASCII text of ours.
    mutating func append(literal text: StaticString) {
        text.withUTF8Buffer { append(contentsOf: UnsafeRawBufferPointer($0)) }
    }

    /// Adds the UTF-8 of `text`.
    mutating func append(text: String) {
        var text = text
        text.withUTF8 { append(contentsOf: UnsafeRawBufferPointer($0)) }
    }

    /// Adds the bytes of `bytes`.
    mutating func append(array bytes: [UInt8]) {
        bytes.withUnsafeBytes { append(contentsOf: $0) }
    }

    /// Adds `byte`, `count` times; nothing for a negative count.
    mutating func append(_ byte: UInt8, count: Int) {
        var left = count
        while left > 0 {
            append(byte)
            left -= 1
        }
    }

    /// Adds a code point in WTF-8: a lone surrogate takes three bytes.
    @inline(__always)
    package mutating func append(codePoint value: UInt32) {
        if value < 0x80 {
            append(UInt8(truncatingIfNeeded: value))
            return
        }
        appendLong(codePoint: value)
    }

    private mutating func appendLong(codePoint value: UInt32) {
        func tail(_ shift: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: 0x80 | (value >> shift) & 0x3F) }
        if value < 0x800 {
            append(UInt8(truncatingIfNeeded: 0xC0 | value >> 6))
        } else {
            if value < 0x10000 {
                append(UInt8(truncatingIfNeeded: 0xE0 | value >> 12))
            } else {
                append(UInt8(truncatingIfNeeded: 0xF0 | (value >> 18) & 7))
                append(tail(12))
            }
            append(tail(6))
        }
        append(tail(0))
    }
}

extension [UInt8]: ByteSink {
    package mutating func append(contentsOf bytes: UnsafeRawBufferPointer) {
        append(contentsOf: bytes.bindMemory(to: UInt8.self))
    }
}
