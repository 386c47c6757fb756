/// A set of code points as sorted, disjoint ranges that do not touch.
struct CodePointSet: Hashable, Sendable {
    private(set) var ranges: [ClosedRange<UInt32>]

    /// The union of `ranges`, in any order.
    ///
    /// - Complexity: O(n log n).
    init(_ ranges: some Sequence<ClosedRange<UInt32>>) {
        self.ranges = []
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            guard let last = self.ranges.last, range.lowerBound <= last.upperBound &+ 1 else {
                self.ranges.append(range)
                continue
            }
            self.ranges[self.ranges.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
        }
    }

    /// Single code points.
    init(codes: some Sequence<UInt32>) {
        self.init(codes.map { $0...$0 })
    }

    /// - Complexity: O(log n).
    func contains(_ code: UInt32) -> Bool {
        var low = 0
        var high = ranges.count
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].upperBound < code { low = middle + 1 } else { high = middle }
        }
        return low < ranges.count && ranges[low].lowerBound <= code
    }

    /// All from 0 to `limit` that are not in this set, which has none above `limit`.
    func complement(upTo limit: UInt32) -> CodePointSet {
        var result: [ClosedRange<UInt32>] = []
        var start: UInt32 = 0
        for range in ranges {
            if range.lowerBound > start { result.append(start...range.lowerBound - 1) }
            start = range.upperBound + 1
        }
        if start <= limit { result.append(start...limit) }
        return CodePointSet(result)
    }

    /// The parts of the ranges that lie within `bounds`.
    func clamped(to bounds: ClosedRange<UInt32>) -> CodePointSet {
        CodePointSet(ranges.filter { $0.overlaps(bounds) }.map { $0.clamped(to: bounds) })
    }

    /// `[0-9]`.
    static let digitASCII = CodePointSet([0x30...0x39])
    /// `[A-Za-z0-9_]`.
    static let wordASCII = CodePointSet([0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A])
    /// `[\t\n\v\f\r ]`.
    static let spaceASCII = CodePointSet([0x09...0x0D, 0x20...0x20])
    /// `str.isspace`: PCRE2's `\s` lacks U+001C–U+001F and has U+180E.
    static let spaceUnicode = CodePointSet([
        0x09...0x0D, 0x1C...0x20, 0x85...0x85, 0xA0...0xA0, 0x1680...0x1680, 0x2000...0x200A, 0x2028...0x2029,
        0x202F...0x202F, 0x205F...0x205F, 0x3000...0x3000,
    ])
}
