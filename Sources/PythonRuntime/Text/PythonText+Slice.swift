extension PythonText {
    /// The bounds of a slice of something of `length`, as `slice.indices`: where it starts, and how many it takes.
    /// - Throws: ``TextFault/zeroStep``.
    package static func sliceIndices(
        start: Int?,
        stop: Int?,
        step: Int?,
        length: Int
    ) throws(TextFault) -> (first: Int, count: Int, step: Int) {
        let step = max(step ?? 1, -Int.max)
        guard step != 0 else { throw .zeroStep }
        let (low, high) = step > 0 ? (0, length) : (-1, length - 1)
        func resolved(_ index: Int) -> Int {
            let index = index < 0 ? index &+ length : index
            return max(low, min(high, index))
        }
        let first = start.map(resolved) ?? (step > 0 ? low : high)
        let last = stop.map(resolved) ?? (step > 0 ? high : low)
        let distance = step > 0 ? last - first : first - last
        guard distance > 0 else { return (first, 0, step) }
        return (first, (distance - 1) / abs(step) + 1, step)
    }

    /// `self[index]`: the byte range of a code point; a negative index counts from the end. Nil out of range.
    package func range(ofIndex index: Int) -> Range<Int>? {
        if isASCII {
            let offset = index < 0 ? index + bytes.count : index
            return offset >= 0 && offset < bytes.count ? offset..<offset + 1 : nil
        }
        let position = index < 0 ? index &+ length : index
        guard position >= 0 else { return nil }
        let start = offset(ofIndex: position)
        return start < bytes.count ? start..<codePoint(at: start).next : nil
    }

    /// `self[start:stop]`: a part of the same bytes.
    /// - Complexity: O(1) for ASCII, else linear.
    package func slice(start: Int?, stop: Int?) -> PythonText {
        let length = length
        guard let (first, count, _) = try? PythonText.sliceIndices(start: start, stop: stop, step: 1, length: length)
        else { return self[0..<0] }
        let lower = offset(ofIndex: first)
        return self[lower..<offset(advancing: count, from: lower)]
    }

    /// `self[start:stop:step]`.
    /// - Complexity: linear, also backwards.
    package func appendSlice(start: Int?, stop: Int?, step: Int?, into sink: inout some ByteSink) throws(TextFault) {
        let (first, count, step) = try PythonText.sliceIndices(start: start, stop: stop, step: step, length: length)
        guard count > 0 else { return }
        var offset = offset(ofIndex: first)
        var left = count
        // Malformed bytes may hold fewer code points to walk over than their length says.
        while offset >= 0, offset < bytes.count {
            let next = codePoint(at: offset).next
            sink.append(contentsOf: self[offset..<next].bytes)
            left -= 1
            if left == 0 { return }
            if isASCII {
                offset += step
            } else if step > 0 {
                offset = self.offset(advancing: step, from: offset)
            } else {
                for _ in 0..<(-step) where offset > 0 { offset = codePoint(before: offset).start }
            }
        }
    }

    /// `self[::-1]`.
    package func appendReversed(into sink: inout some ByteSink) {
        var offset = bytes.count
        while offset > 0 {
            let start = codePoint(before: offset).start
            sink.append(contentsOf: self[start..<offset].bytes)
            offset = start
        }
    }
}
