/// Code points from and to the bytes of a Python string.
enum CodePoints {
    /// The code points of UTF-8 that may hold lone surrogates (WTF-8), or the bytes themselves.
    ///
    /// - Complexity: O(n).
    /// - Returns: nil where the bytes are neither.
    static func decode(_ bytes: UnsafeRawBufferPointer, kind: PatternKind) -> [UInt32]? {
        guard kind == .text else { return bytes.map { UInt32($0) } }
        var result: [UInt32] = []
        result.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            guard let length = sequenceLength(bytes, at: index) else { return nil }
            var code = UInt32(bytes[index])
            if length > 1 {
                code &= 0x7F >> UInt32(length)
                for offset in 1..<length { code = code << 6 | UInt32(bytes[index + offset] & 0x3F) }
            }
            result.append(code)
            index += length
        }
        return result
    }

    /// Bytes of the well-formed sequence at `index`, surrogates counted as well formed; nil if there is none.
    ///
    /// Source: The Unicode Standard, table 3-7, less its exclusion of `ED A0..BF`.
    static func sequenceLength(_ bytes: UnsafeRawBufferPointer, at index: Int) -> Int? {
        let first = bytes[index]
        if first < 0x80 { return 1 }
        let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        guard first >= 0xC2, first <= 0xF4, bytes.count - index >= length else { return nil }
        let second = bytes[index + 1]
        let least: UInt8 = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80
        let most: UInt8 = first == 0xF4 ? 0x8F : 0xBF
        guard second >= least, second <= most else { return nil }
        for offset in 2..<max(2, length) where bytes[index + offset] & 0xC0 != 0x80 { return nil }
        return length
    }

    /// Whether `code` is a surrogate, which UTF-8 proper cannot hold.
    static func isSurrogate(_ code: UInt32) -> Bool {
        code >= 0xD800 && code <= 0xDFFF
    }

    /// Appends `code` as UTF-8, a surrogate as three bytes, or as one byte in a bytes template.
    static func append(_ code: UInt32, to bytes: inout [UInt8], kind: PatternKind) {
        func tail(_ shift: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: code >> shift & 0x3F) | 0x80 }
        if kind == .bytes || code < 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: code))
        } else if code < 0x800 {
            bytes += [UInt8(truncatingIfNeeded: code >> 6) | 0xC0, tail(0)]
        } else if code < 0x10000 {
            bytes += [UInt8(truncatingIfNeeded: code >> 12) | 0xE0, tail(6), tail(0)]
        } else {
            bytes += [UInt8(truncatingIfNeeded: code >> 18) | 0xF0, tail(12), tail(6), tail(0)]
        }
    }
}
