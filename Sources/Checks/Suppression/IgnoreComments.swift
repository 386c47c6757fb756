import Diagnostics

/// The `# margay: ignore[CODE, …]` comments of a file.
///
/// A comment at the end of a line is about that line; one that stands alone is about the next line that is not a comment
/// of this kind. Found by their text: one inside a string counts too.
struct IgnoreComments {
    /// One code of one comment.
    struct Entry {
        let code: String
        /// The line it is about, from 1.
        let line: Int
        /// The code in the comment.
        let span: Span
        /// The comment, from the `#` to the end of the line, with the blanks before it.
        let comment: Span
        /// Codes in the comment.
        let codeCount: Int
    }

    let entries: [Entry]

    /// The comments of `source`. O(bytes).
    init(_ source: Source) {
        let marker = Array("margay: ignore[".utf8)
        var entries: [Entry] = []
        for (index, start) in source.lineStarts.enumerated() {
            let end = index + 1 < source.lineStarts.count ? source.lineStarts[index + 1] : source.bytes.count
            let line = source.bytes[start..<end]
            guard let hash = line.lastIndex(of: UInt8(ascii: "#")) else { continue }
            let text = line[(hash + 1)...].drop { $0 == UInt8(ascii: " ") }
            guard text.starts(with: marker) else { continue }
            let list = text.dropFirst(marker.count).prefix { $0 != UInt8(ascii: "]") }
            guard list.endIndex < line.endIndex, line[list.endIndex] == UInt8(ascii: "]") else { continue }
            let before = line[..<hash].reversed().drop { $0 == UInt8(ascii: " ") }
            let isAlone = before.isEmpty
            let codes = list.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: true)
            let lineEnd = line.lastIndex { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }.map { $0 + 1 } ?? hash
            for code in codes {
                let name = code.drop { $0 == UInt8(ascii: " ") }.prefix { $0 != UInt8(ascii: " ") }
                guard !name.isEmpty else { continue }
                entries.append(
                    Entry(
                        code: String(decoding: name, as: UTF8.self),
                        line: isAlone ? index + 2 : index + 1,
                        span: Span(name.startIndex, name.endIndex),
                        comment: isAlone ? Span(start, end) : Span(start + before.count, lineEnd),
                        codeCount: codes.count
                    )
                )
            }
        }
        self.entries = entries
    }
}
