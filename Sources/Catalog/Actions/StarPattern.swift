/// A pattern in which `*` stands for any bytes; compiled once to be put to many texts.
package struct StarPattern: Sendable {
    /// What stands between stars, in order.
    private let parts: [[UInt8]]

    /// A pattern. Case counts.
    package init(_ pattern: String) {
        parts = pattern.utf8.split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false).map(Array.init)
    }

    /// Whether all of a text is like the pattern. O(length of both, multiplied).
    package func matches(_ text: [UInt8]) -> Bool {
        guard let first = parts.first, let last = parts.last, parts.count > 1 else { return parts.first == text }
        guard text.count >= first.count + last.count, text.starts(with: first),
            text[(text.count - last.count)...].elementsEqual(last)
        else { return false }
        var start = first.count
        let end = text.count - last.count
        for part in parts.dropFirst().dropLast() where !part.isEmpty {
            guard let found = Self.find(part, in: text, from: start, to: end) else { return false }
            start = found + part.count
        }
        return true
    }

    private static func find(_ part: [UInt8], in text: [UInt8], from start: Int, to end: Int) -> Int? {
        guard end - start >= part.count else { return nil }
        for place in start...(end - part.count) where text[place] == part[0] {
            if text[place..<(place + part.count)].elementsEqual(part) { return place }
        }
        return nil
    }
}
