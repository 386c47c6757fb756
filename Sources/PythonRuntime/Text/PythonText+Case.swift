extension PythonText {
    /// `lower()`, with the Greek final sigma.
    package func appendLower(into sink: inout some ByteSink) {
        if isASCII {
            appendASCII(into: &sink) { $0 | PythonText.caseBits($0, from: 0x41) }
        } else {
            appendMapped(into: &sink) { text, codePoint, offset, sink in
                text.appendLower(codePoint, at: offset, into: &sink)
            }
        }
    }

    /// `upper()`.
    package func appendUpper(into sink: inout some ByteSink) {
        if isASCII {
            appendASCII(into: &sink) { $0 & ~PythonText.caseBits($0, from: 0x61) }
        } else {
            appendMapped(into: &sink) { _, codePoint, _, sink in PythonText.appendUpper(codePoint, into: &sink) }
        }
    }

    /// `casefold()`.
    package func appendCaseFolded(into sink: inout some ByteSink) {
        guard !isASCII else {
            appendLower(into: &sink)
            return
        }
        appendMapped(into: &sink) { _, codePoint, _, sink in
            if PythonText.append(UnicodeTables.fold.mapping(of: codePoint), into: &sink) { return }
            if PythonText.append(UnicodeTables.lower.mapping(of: codePoint), into: &sink) { return }
            sink.append(codePoint: codePoint)
        }
    }

    /// `swapcase()`.
    package func appendSwappedCase(into sink: inout some ByteSink) {
        if isASCII {
            appendASCII(into: &sink) { $0 ^ PythonText.caseBits($0 | 0x2020_2020_2020_2020, from: 0x61) }
            return
        }
        appendMapped(into: &sink) { text, codePoint, offset, sink in
            let properties = UnicodeTables.properties(of: codePoint)
            if properties.contains(.upper) {
                text.appendLower(codePoint, at: offset, into: &sink)
            } else if properties.contains(.lower) {
                PythonText.appendUpper(codePoint, into: &sink)
            } else {
                sink.append(codePoint: codePoint)
            }
        }
    }

    /// `capitalize()`: the first character in title case, the rest lower.
    package func appendCapitalized(into sink: inout some ByteSink) {
        appendMapped(into: &sink) { text, codePoint, offset, sink in
            if offset == 0 {
                PythonText.appendTitle(codePoint, into: &sink)
            } else {
                text.appendLower(codePoint, at: offset, into: &sink)
            }
        }
    }

    /// `title()`: a letter after one that has no case in title case, the others lower.
    package func appendTitled(into sink: inout some ByteSink) {
        var afterCased = false
        var offset = 0
        while offset < bytes.count {
            let (codePoint, next) = codePoint(at: offset)
            if afterCased {
                appendLower(codePoint, at: offset, into: &sink)
            } else {
                PythonText.appendTitle(codePoint, into: &sink)
            }
            afterCased = UnicodeTables.properties(of: codePoint).contains(.cased)
            offset = next
        }
    }

    /// The bit 0x20 of each of eight ASCII bytes that is one of the 26 letters from `first` on.
    @inline(__always)
    private static func caseBits(_ word: UInt64, from first: UInt64) -> UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        // The top bit of a byte of each sum says: at least the first letter, past the last one.
        let reached = word &+ ones &* (0x80 - first)
        let passed = word &+ ones &* (0x80 - first - 26)
        return ((reached ^ passed) & (ones &* 0x80)) >> 2
    }

    /// Maps ASCII eight bytes at a time through a buffer on the stack, so that the sink is called once per 256 bytes.
    @inline(__always)
    private func appendASCII(into sink: inout some ByteSink, _ convert: (UInt64) -> UInt64) {
        withUnsafeTemporaryAllocation(byteCount: 256, alignment: 8) { buffer in
            var offset = 0
            while offset < bytes.count {
                let length = min(256, bytes.count - offset)
                var position = 0
                while position + 8 <= length {
                    let word = bytes.loadUnaligned(fromByteOffset: offset + position, as: UInt64.self)
                    buffer.storeBytes(of: convert(word), toByteOffset: position, as: UInt64.self)
                    position += 8
                }
                if position < length {
                    var word: UInt64 = 0
                    var index = length
                    while index > position {
                        index -= 1
                        word = word << 8 | UInt64(bytes[offset + index])
                    }
                    // The buffer's size is a multiple of eight, so a whole word fits behind the last one.
                    buffer.storeBytes(of: convert(word).littleEndian, toByteOffset: position, as: UInt64.self)
                }
                sink.append(contentsOf: UnsafeRawBufferPointer(rebasing: buffer[..<length]))
                offset += length
            }
        }
    }

    @inline(__always)
    private func appendMapped<Sink: ByteSink>(
        into sink: inout Sink,
        _ body: (PythonText, UInt32, Int, inout Sink) -> Void
    ) {
        var offset = 0
        while offset < bytes.count {
            let (codePoint, next) = codePoint(at: offset)
            body(self, codePoint, offset, &sink)
            offset = next
        }
    }

    private static func append(_ mapping: CaseMap.Mapping, into sink: inout some ByteSink) -> Bool {
        switch mapping {
        case .same: return false
        case .one(let result): sink.append(codePoint: result)
        case .many(let results): for result in results { sink.append(codePoint: result) }
        }
        return true
    }

    private static func appendUpper(_ codePoint: UInt32, into sink: inout some ByteSink) {
        if codePoint < 0x80 {
            sink.append(UInt8(truncatingIfNeeded: codePoint &- 0x61 < 26 ? codePoint & 0xDF : codePoint))
            return
        }
        if !append(UnicodeTables.upper.mapping(of: codePoint), into: &sink) { sink.append(codePoint: codePoint) }
    }

    private static func appendTitle(_ codePoint: UInt32, into sink: inout some ByteSink) {
        if !append(UnicodeTables.title.mapping(of: codePoint), into: &sink) { appendUpper(codePoint, into: &sink) }
    }

    private func appendLower(_ codePoint: UInt32, at offset: Int, into sink: inout some ByteSink) {
        let capitalSigma: UInt32 = 0x3A3
        if codePoint < 0x80 {
            sink.append(UInt8(truncatingIfNeeded: codePoint &- 0x41 < 26 ? codePoint | 0x20 : codePoint))
            return
        }
        if codePoint == capitalSigma {
            sink.append(codePoint: isFinalSigma(at: offset) ? 0x3C2 : 0x3C3)
        } else if !PythonText.append(UnicodeTables.lower.mapping(of: codePoint), into: &sink) {
            sink.append(codePoint: codePoint)
        }
    }

    /// Whether a sigma has a letter before it and none behind, marks and the like not counted.
    ///
    /// The search beside a sigma is cut at ``sigmaContextMax`` code points: a text of nothing but sigmas and marks
    /// would else take quadratic time. CPython has no such cut.
    private func isFinalSigma(at offset: Int) -> Bool {
        var before = offset
        var left = PythonText.sigmaContextMax
        var found = false
        while before > 0, left > 0 {
            let (codePoint, start) = codePoint(before: before)
            let properties = UnicodeTables.properties(of: codePoint)
            before = start
            left -= 1
            if properties.contains(.caseIgnorable) { continue }
            found = properties.contains(.cased)
            break
        }
        guard found else { return false }
        var after = codePoint(at: offset).next
        left = PythonText.sigmaContextMax
        while after < bytes.count, left > 0 {
            let (codePoint, next) = codePoint(at: after)
            let properties = UnicodeTables.properties(of: codePoint)
            after = next
            left -= 1
            if properties.contains(.caseIgnorable) { continue }
            return !properties.contains(.cased)
        }
        return true
    }

    /// How far the rule of the final sigma looks, in code points.
    static let sigmaContextMax = 1024
}
