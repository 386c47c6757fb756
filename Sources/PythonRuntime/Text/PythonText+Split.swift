extension PythonText {
    /// `split(None, maximum)`: calls `each` with the byte range of each word, left to right.
    package func split(maximum: Int = -1, _ each: (Range<Int>) throws -> Void) rethrows {
        var left = maximum < 0 ? Int.max : maximum
        var offset = skippingSpaces(from: 0)
        while offset < bytes.count {
            let start = offset
            guard left > 0 else {
                // The last piece keeps its spaces, as in CPython.
                try each(start..<bytes.count)
                return
            }
            offset = skippingWord(from: offset)
            try each(start..<offset)
            left -= 1
            offset = skippingSpaces(from: offset)
        }
    }

    /// `split(separator, maximum)`: byte ranges, left to right.
    package func split(separator: PythonText, maximum: Int = -1, _ each: (Range<Int>) throws -> Void) throws {
        guard separator.count > 0 else { throw TextFault.emptySeparator }
        var left = maximum < 0 ? Int.max : maximum
        var offset = 0
        while left > 0, let found = ByteSearch.first(separator.bytes, in: bytes, from: offset) {
            try each(offset..<found)
            offset = found + separator.count
            left -= 1
        }
        try each(offset..<bytes.count)
    }

    /// `rsplit(None, maximum)`: byte ranges from right to left, the reverse of the list's order.
    package func splitFromRight(maximum: Int = -1, _ each: (Range<Int>) throws -> Void) rethrows {
        var left = maximum < 0 ? Int.max : maximum
        var end = self.stripped(.right).count
        while end > 0 {
            guard left > 0 else {
                // The first piece keeps its spaces, as in CPython.
                try each(0..<end)
                return
            }
            var start = end
            while start > 0 {
                let (codePoint, before) = codePoint(before: start)
                if PythonText.isSpace(codePoint) { break }
                start = before
            }
            try each(start..<end)
            left -= 1
            end = self[0..<start].stripped(.right).count
        }
    }

    /// `rsplit(separator, maximum)`: byte ranges from right to left, the reverse of the list's order.
    package func splitFromRight(
        separator: PythonText,
        maximum: Int = -1,
        _ each: (Range<Int>) throws -> Void
    ) throws {
        guard separator.count > 0 else { throw TextFault.emptySeparator }
        var left = maximum < 0 ? Int.max : maximum
        var end = bytes.count
        while left > 0, let found = ByteSearch.last(separator.bytes, in: self[0..<end].bytes) {
            try each(found + separator.count..<end)
            end = found
            left -= 1
        }
        try each(0..<end)
    }

    /// `splitlines(keepends)`: byte ranges, left to right.
    package func splitLines(keepEnds: Bool = false, _ each: (Range<Int>) throws -> Void) rethrows {
        var start = 0
        var offset = 0
        while offset < bytes.count {
            let (codePoint, next) = codePoint(at: offset)
            let ends =
                codePoint < 0x80
                ? codePoint &- 0x0A < 4 || codePoint &- 0x1C < 3
                : UnicodeTables.properties(of: codePoint).contains(.lineBreak)
            guard ends else {
                offset = next
                continue
            }
            let after = codePoint == 0x0D && next < bytes.count && bytes[next] == 0x0A ? next + 1 : next
            try each(start..<(keepEnds ? after : offset))
            start = after
            offset = after
        }
        if start < bytes.count { try each(start..<bytes.count) }
    }

    /// `partition(separator)`: the byte range of the separator; nil if it does not occur.
    package func partition(_ separator: PythonText) throws(TextFault) -> Range<Int>? {
        guard separator.count > 0 else { throw .emptySeparator }
        return ByteSearch.first(separator.bytes, in: bytes, from: 0).map { $0..<$0 + separator.count }
    }

    /// `rpartition(separator)`: the byte range of the last separator; nil if it does not occur.
    package func partitionFromRight(_ separator: PythonText) throws(TextFault) -> Range<Int>? {
        guard separator.count > 0 else { throw .emptySeparator }
        return ByteSearch.last(separator.bytes, in: bytes).map { $0..<$0 + separator.count }
    }

    @inline(__always)
    private func skippingSpaces(from start: Int) -> Int {
        var offset = start
        while offset < bytes.count {
            let (codePoint, next) = codePoint(at: offset)
            guard PythonText.isSpace(codePoint) else { break }
            offset = next
        }
        return offset
    }

    @inline(__always)
    private func skippingWord(from start: Int) -> Int {
        var offset = start
        while offset < bytes.count {
            let (codePoint, next) = codePoint(at: offset)
            if PythonText.isSpace(codePoint) { break }
            offset = next
        }
        return offset
    }
}
