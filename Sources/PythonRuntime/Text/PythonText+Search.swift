extension PythonText {
    /// `needle in self`.
    package func contains(_ needle: PythonText) -> Bool {
        ByteSearch.first(needle.bytes, in: bytes, from: 0) != nil
    }

    /// The part that `start` and `end` of `find`, `count` and the like name, as code point indices.
    ///
    /// Negative ones count from the end, both are brought into range; nil if the start lies behind the end or the
    /// text, where not even the empty text is found.
    package func window(start: Int?, end: Int?) -> Range<Int>? {
        if start == nil, end == nil { return 0..<bytes.count }
        let length = length
        func resolved(_ index: Int) -> Int { index < 0 ? max(0, index &+ length) : index }
        let first = resolved(start ?? 0)
        let last = min(length, resolved(end ?? length))
        guard first <= last else { return nil }
        let lower = offset(ofIndex: first)
        return lower..<offset(advancing: last - first, from: lower)
    }

    /// `find(needle, start, end)`: a code point index.
    package func find(_ needle: PythonText, start: Int? = nil, end: Int? = nil) -> Int? {
        guard let window = window(start: start, end: end),
            let found = ByteSearch.first(needle.bytes, in: self[window].bytes, from: 0)
        else { return nil }
        return index(ofOffset: window.lowerBound + found)
    }

    /// `rfind(needle, start, end)`: a code point index.
    package func findLast(_ needle: PythonText, start: Int? = nil, end: Int? = nil) -> Int? {
        guard let window = window(start: start, end: end),
            let found = ByteSearch.last(needle.bytes, in: self[window].bytes)
        else { return nil }
        return index(ofOffset: window.lowerBound + found)
    }

    /// `count(needle, start, end)`: occurrences that do not overlap.
    package func occurrences(of needle: PythonText, start: Int? = nil, end: Int? = nil) -> Int {
        guard let window = window(start: start, end: end) else { return 0 }
        let part = self[window]
        guard needle.count > 0 else { return part.length + 1 }
        var count = 0
        var offset = 0
        while let found = ByteSearch.first(needle.bytes, in: part.bytes, from: offset) {
            count += 1
            offset = found + needle.count
        }
        return count
    }

    /// `startswith(prefix, start, end)`.
    package func hasPrefix(_ prefix: PythonText, start: Int? = nil, end: Int? = nil) -> Bool {
        guard let window = window(start: start, end: end), prefix.count <= window.count else { return false }
        return self[window.lowerBound..<window.lowerBound + prefix.count].equals(prefix)
    }

    /// `endswith(suffix, start, end)`.
    package func hasSuffix(_ suffix: PythonText, start: Int? = nil, end: Int? = nil) -> Bool {
        guard let window = window(start: start, end: end), suffix.count <= window.count else { return false }
        return self[window.upperBound - suffix.count..<window.upperBound].equals(suffix)
    }

    /// `replace(old, new, count)`; a negative count means all.
    /// - Throws: ``TextFault/resultTooLarge(bytesMax:)`` before writing past the sink's room.
    package func appendReplacing(
        _ old: PythonText,
        with new: PythonText,
        count: Int = -1,
        into sink: inout some ByteSink
    ) throws(TextFault) {
        var left = count < 0 ? Int.max : count
        var offset = 0
        let room = sink.room
        var written = 0
        func check(_ length: Int) throws(TextFault) {
            written += length
            if written > room { throw .resultTooLarge(bytesMax: room) }
        }
        try check(bytes.count)
        if old.count == 0 {
            while left > 0 {
                try check(new.count)
                sink.append(contentsOf: new.bytes)
                left -= 1
                guard offset < bytes.count else { return }
                let next = codePoint(at: offset).next
                sink.append(contentsOf: self[offset..<next].bytes)
                offset = next
            }
        } else {
            while left > 0, let found = ByteSearch.first(old.bytes, in: bytes, from: offset) {
                try check(max(0, new.count - old.count))
                sink.append(contentsOf: self[offset..<found].bytes)
                sink.append(contentsOf: new.bytes)
                offset = found + old.count
                left -= 1
            }
        }
        sink.append(contentsOf: self[offset..<bytes.count].bytes)
    }
}
