/// Finds bytes in bytes, in linear time whatever the texts are.
///
/// UTF-8 keeps code points apart, so a match of bytes is a match of text. A plain search goes first: sixteen places at
/// a time for the needle's first and last byte, then a comparison. Comparisons that come to nothing spend a budget, a
/// few per byte of the hay; a text made to waste more than that is searched on by Knuth, Morris and Pratt.
enum ByteSearch {
    /// Wasted comparisons that a search may have made after `distance` bytes before it changes method.
    ///
    /// By distance, not by the size of the hay: a `split` searches anew from each separator on.
    private static func budget(_ distance: Int) -> Int { 256 + 8 * distance }

    /// The offset of the first occurrence at or after `start`; an empty needle is found at `start`.
    static func first(_ needle: UnsafeRawBufferPointer, in hay: UnsafeRawBufferPointer, from start: Int) -> Int? {
        guard start >= 0, start <= hay.count, needle.count <= hay.count - start else { return nil }
        guard needle.count > 0, let pattern = needle.baseAddress, let base = hay.baseAddress else { return start }
        let last = needle.count &- 1
        let firstByte = pattern.load(as: UInt8.self)
        // Both sides of a comparison are vectors: those that take a scalar are not specialised.
        let firsts = SIMD16<UInt8>(repeating: firstByte)
        let lasts = SIMD16<UInt8>(repeating: pattern.load(fromByteOffset: last, as: UInt8.self))
        let end = hay.count &- last
        var offset = start
        var wasted = 0
        while offset < end {
            guard offset &+ 16 <= end else {
                guard base.load(fromByteOffset: offset, as: UInt8.self) == firstByte else {
                    offset &+= 1
                    continue
                }
                let matched = commonPrefix(pattern, base + offset, needle.count)
                if matched == needle.count { return offset }
                offset &+= 1
                wasted &+= matched
                if wasted > budget(offset &- start) { return linearFirst(needle, in: hay, from: offset) }
                continue
            }
            let hits =
                base.loadUnaligned(fromByteOffset: offset, as: SIMD16<UInt8>.self) .== firsts
                .& base.loadUnaligned(fromByteOffset: offset &+ last, as: SIMD16<UInt8>.self) .== lasts
            let words = unsafeBitCast(hits, to: SIMD2<UInt64>.self)
            guard words.x | words.y != 0 else {
                offset &+= 16
                continue
            }
            offset &+= words.x != 0 ? words.x.trailingZeroBitCount >> 3 : 8 &+ words.y.trailingZeroBitCount >> 3
            let matched = commonPrefix(pattern, base + offset, needle.count)
            if matched == needle.count { return offset }
            offset &+= 1
            wasted &+= matched &+ 1
            if wasted > budget(offset &- start) { return linearFirst(needle, in: hay, from: offset) }
        }
        return nil
    }

    /// How many of `count` bytes are the same before the first that differ.
    @inline(__always)
    private static func commonPrefix(_ left: UnsafeRawPointer, _ right: UnsafeRawPointer, _ count: Int) -> Int {
        var matched = 0
        while matched < count,
            left.load(fromByteOffset: matched, as: UInt8.self) == right.load(fromByteOffset: matched, as: UInt8.self)
        {
            matched &+= 1
        }
        return matched
    }

    /// The offset of the last occurrence; an empty needle is found at the end.
    static func last(_ needle: UnsafeRawBufferPointer, in hay: UnsafeRawBufferPointer) -> Int? {
        let count = needle.count
        guard count > 0 else { return hay.count }
        var end = hay.count
        var wasted = 0
        let final = needle[count - 1]
        while end >= count {
            if hay[end - 1] == final {
                var matched = 1
                while matched < count, hay[end - 1 - matched] == needle[count - 1 - matched] { matched += 1 }
                if matched == count { return end - count }
                wasted += matched
                if wasted > budget(hay.count - end) {
                    return linearLast(needle, in: UnsafeRawBufferPointer(rebasing: hay[..<(end - 1)]))
                }
            }
            end -= 1
        }
        return nil
    }

    private static func linearFirst(
        _ needle: UnsafeRawBufferPointer,
        in hay: UnsafeRawBufferPointer,
        from start: Int
    ) -> Int? {
        let failures = failures(needle.count) { needle[$0] }
        var matched = 0
        var offset = start
        while offset < hay.count {
            while matched > 0, hay[offset] != needle[matched] { matched = failures[matched - 1] }
            if hay[offset] == needle[matched] { matched += 1 }
            offset += 1
            if matched == needle.count { return offset - matched }
        }
        return nil
    }

    private static func linearLast(_ needle: UnsafeRawBufferPointer, in hay: UnsafeRawBufferPointer) -> Int? {
        let count = needle.count
        let failures = failures(count) { needle[count - 1 - $0] }
        var matched = 0
        var offset = hay.count
        while offset > 0 {
            offset -= 1
            while matched > 0, hay[offset] != needle[count - 1 - matched] { matched = failures[matched - 1] }
            if hay[offset] == needle[count - 1 - matched] { matched += 1 }
            if matched == count { return offset }
        }
        return nil
    }

    /// How much of the needle still matches when its first `index + 1` bytes do and the next does not.
    private static func failures(_ count: Int, _ byte: (Int) -> UInt8) -> [Int] {
        var failures = [Int](repeating: 0, count: count)
        var matched = 0
        var index = 1
        while index < count {
            while matched > 0, byte(index) != byte(matched) { matched = failures[matched - 1] }
            if byte(index) == byte(matched) { matched += 1 }
            failures[index] = matched
            index += 1
        }
        return failures
    }
}
