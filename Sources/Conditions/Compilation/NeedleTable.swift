/// Texts that are looked for in one text at once: by their first bytes, so that the text is gone through once and not once for each.
///
/// A table is 257 places, where the texts with each first byte begin and end, and behind them the texts' numbers in that order.
enum NeedleTable {
    /// Fewer texts are looked for one by one.
    static let countMin = 3

    /// A table for these texts; nil where there are too few or too many, or one is empty.
    static func make(_ texts: [[UInt8]]) -> [UInt16]? {
        guard texts.count >= countMin, texts.count <= Int(UInt16.max) else { return nil }
        var counts = [Int](repeating: 0, count: 257)
        for text in texts {
            guard let first = text.first else { return nil }
            counts[Int(first) + 1] += 1
        }
        for byte in 1...256 { counts[byte] += counts[byte - 1] }
        var order = [UInt16](repeating: 0, count: texts.count)
        var next = counts
        for (number, text) in texts.enumerated() {
            let first = Int(text[0])
            order[next[first]] = UInt16(number)
            next[first] += 1
        }
        return counts.map { UInt16($0) } + order
    }
}
