import Glibc

extension PythonText {
    /// `repr(self)`: single quotes unless only double ones avoid escapes; what is not printable becomes an escape.
    package func appendRepr(into sink: inout some ByteSink) {
        appendRepr(asciiOnly: false, into: &sink)
    }

    /// `ascii(self)`: as `repr`, and everything past U+007F escaped.
    package func appendASCIIRepr(into sink: inout some ByteSink) {
        appendRepr(asciiOnly: true, into: &sink)
    }

    /// The repr cut to `lengthMax` code points, for an exception's message.
    package func quoted(lengthMax: Int) -> String {
        var bytes: [UInt8] = []
        let kept = lengthMax < count ? self[0..<offset(advancing: lengthMax, from: 0)] : self
        // The whole decides on the quotes, the part that can show is enough to write.
        kept.appendRepr(quote: quote, asciiOnly: false, into: &bytes)
        return bytes.withUnsafeBytes { raw in
            let text = PythonText(raw)
            let end = text.offset(ofIndex: lengthMax)
            return String(decoding: raw[..<end], as: UTF8.self)
        }
    }

    private var quote: UInt8 { has(0x27) && !has(0x22) ? 0x22 : 0x27 }

    private func has(_ byte: UInt8) -> Bool {
        bytes.baseAddress.map { memchr($0, Int32(byte), bytes.count) != nil } ?? false
    }

    private func appendRepr(asciiOnly: Bool, into sink: inout some ByteSink) {
        appendRepr(quote: quote, asciiOnly: asciiOnly, into: &sink)
    }

    private func appendRepr(quote: UInt8, asciiOnly: Bool, into sink: inout some ByteSink) {
        sink.append(quote)
        var offset = plainCount(upTo: quote)
        var plainStart = 0
        while offset < bytes.count {
            let (codePoint, next) = codePoint(at: offset)
            let plain =
                codePoint < 0x80
                ? codePoint >= 0x20 && codePoint < 0x7F && codePoint != 0x5C && codePoint != UInt32(quote)
                : !asciiOnly && UnicodeTables.properties(of: codePoint).contains(.printable)
            if !plain {
                if plainStart < offset { sink.append(contentsOf: self[plainStart..<offset].bytes) }
                plainStart = next
                PythonText.appendEscape(codePoint, into: &sink)
            }
            offset = next
        }
        if plainStart < offset { sink.append(contentsOf: self[plainStart..<offset].bytes) }
        sink.append(quote)
    }

    /// Bytes at its start that `repr` writes as they are, eight at a time: most texts are nothing else.
    private func plainCount(upTo quote: UInt8) -> Int {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let highs: UInt64 = 0x8080_8080_8080_8080
        // The highest bit of each byte that is zero; of those after it perhaps too.
        func zeros(_ word: UInt64) -> UInt64 { (word &- ones) & ~word & highs }
        var offset = 0
        while offset &+ 8 <= bytes.count {
            let word = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            // Below 0x20, 0x7F and beyond, a backslash, the quote.
            let special =
                (word &- ones &* 0x20) & ~word & highs | (word | (word &+ ones)) & highs | zeros(word ^ ones &* 0x5C)
                | zeros(word ^ ones &* UInt64(quote))
            if special != 0 { break }
            offset &+= 8
        }
        return offset
    }

    /// The escape that `repr` writes: `\n`, `\xNN`, `\uNNNN` or `\UNNNNNNNN`.
    private static func appendEscape(_ codePoint: UInt32, into sink: inout some ByteSink) {
        switch codePoint {
        case 0x0A: sink.append(literal: "\\n")
        case 0x0D: sink.append(literal: "\\r")
        case 0x09: sink.append(literal: "\\t")
        case 0x5C, 0x27, 0x22:
            sink.append(0x5C)
            sink.append(UInt8(truncatingIfNeeded: codePoint))
        default: appendNumericEscape(codePoint, into: &sink)
        }
    }

    /// `\xNN`, `\uNNNN` or `\UNNNNNNNN`, the shortest that fits.
    static func appendNumericEscape(_ codePoint: UInt32, into sink: inout some ByteSink) {
        sink.append(literal: codePoint < 0x100 ? "\\x" : codePoint < 0x10000 ? "\\u" : "\\U")
        let top: UInt32 = codePoint < 0x100 ? 4 : codePoint < 0x10000 ? 12 : 28
        for shift in stride(from: Int(top), through: 0, by: -4) {
            let digit = UInt8(truncatingIfNeeded: codePoint >> UInt32(shift) & 15)
            sink.append(digit < 10 ? 0x30 + digit : 0x61 - 10 + digit)
        }
    }

    /// `repr` of a `bytes`.
    package static func appendBytesRepr(_ bytes: UnsafeRawBufferPointer, into sink: inout some ByteSink) {
        let quote: UInt8 = bytes.contains(0x27) && !bytes.contains(0x22) ? 0x22 : 0x27
        sink.append(UInt8(ascii: "b"))
        sink.append(quote)
        for byte in bytes {
            if byte >= 0x20, byte < 0x7F, byte != 0x5C, byte != quote {
                sink.append(byte)
            } else if byte == quote {
                sink.append(0x5C)
                sink.append(quote)
            } else {
                appendEscape(UInt32(byte), into: &sink)
            }
        }
        sink.append(quote)
    }
}
