extension PythonText {
    /// The ends that a strip works on.
    package enum Ends: Sendable {
        case both
        case left
        case right
    }

    /// Whether a byte is white space to `str`: tab to carriage return, space, and the four separators 0x1C…0x1F.
    @inline(__always)
    static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte &- 0x09 < 5 || byte &- 0x1C < 4
    }

    @inline(__always)
    static func isSpace(_ codePoint: UInt32) -> Bool {
        codePoint < 0x80
            ? isSpace(UInt8(truncatingIfNeeded: codePoint))
            : UnicodeTables.properties(of: codePoint).contains(.space)
    }

    /// `strip()`, `lstrip()`, `rstrip()` without characters: a part of the same bytes.
    package func stripped(_ ends: Ends = .both) -> PythonText {
        stripped(ends) { PythonText.isSpace($0) }
    }

    /// `strip(characters)`: removes every code point that `characters` holds.
    package func stripped(_ ends: Ends = .both, of characters: PythonText) -> PythonText {
        let set = CodePointSet(characters)
        return stripped(ends) { set.contains($0) }
    }

    @inline(__always)
    private func stripped(_ ends: Ends, where drop: (UInt32) -> Bool) -> PythonText {
        var start = 0
        var end = bytes.count
        if ends != .right {
            while start < end {
                let (codePoint, next) = codePoint(at: start)
                guard drop(codePoint) else { break }
                start = next
            }
        }
        if ends != .left {
            while end > start {
                let (codePoint, before) = codePoint(before: end)
                guard drop(codePoint) else { break }
                end = max(start, before)
            }
        }
        return self[start..<max(start, end)]
    }
}

/// The characters of a `strip`: two words for ASCII, the text itself for the rest.
private struct CodePointSet {
    private var low: UInt64 = 0
    private var high: UInt64 = 0
    private var others: Set<UInt32> = []

    init(_ text: PythonText) {
        var offset = 0
        while offset < text.count {
            let (codePoint, next) = text.codePoint(at: offset)
            offset = next
            if codePoint < 64 {
                low |= 1 << UInt64(codePoint)
            } else if codePoint < 128 {
                high |= 1 << UInt64(codePoint - 64)
            } else {
                others.insert(codePoint)
            }
        }
    }

    @inline(__always)
    func contains(_ codePoint: UInt32) -> Bool {
        if codePoint < 64 { return low >> UInt64(codePoint) & 1 == 1 }
        if codePoint < 128 { return high >> UInt64(codePoint - 64) & 1 == 1 }
        return others.contains(codePoint)
    }
}
