/// A text that people wrote and diagnostics point into: a rule's Python, a YAML file.
///
/// Offsets are UTF-8 bytes from the start of the text; lines and columns are counted from 1, columns in Unicode
/// scalars, as editors show them.
package final class Source: Sendable {
    /// The path as the user gave it, or a name in angle brackets for a text that has no file.
    package let path: String
    /// The text, as UTF-8.
    package let bytes: [UInt8]
    /// The offset of the first byte of each line; never empty.
    package let lineStarts: [Int]

    /// Remembers `bytes` under `path` and finds its lines (`\n`, `\r\n` and `\r` all end one). O(length).
    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
        var starts = [0]
        var offset = 0
        while offset < bytes.count {
            let byte = bytes[offset]
            offset += 1
            if byte == UInt8(ascii: "\n") {
                starts.append(offset)
            } else if byte == UInt8(ascii: "\r") {
                if offset < bytes.count, bytes[offset] == UInt8(ascii: "\n") { offset += 1 }
                starts.append(offset)
            }
        }
        lineStarts = starts
    }

    /// Remembers `text` under `path`.
    package convenience init(path: String, text: String) {
        self.init(path: path, bytes: Array(text.utf8))
    }

    /// The line that holds `offset`, from 1. An offset past the end is on the last line. O(log lines).
    package func line(at offset: Int) -> Int {
        var low = 0
        var high = lineStarts.count
        while low + 1 < high {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        return low + 1
    }

    /// The place of `offset` as people count it. O(log lines + length of the line).
    package func location(at offset: Int) -> Location {
        let line = line(at: offset)
        let start = lineStarts[line - 1]
        let end = min(max(offset, start), bytes.count)
        let scalars = bytes[start..<end].reduce(into: 0) { count, byte in
            if byte & 0xC0 != 0x80 { count += 1 }
        }
        return Location(line: line, column: scalars + 1)
    }

    /// The text of a line (from 1) without its end, or an empty string where there is no such line.
    package func text(ofLine line: Int) -> String {
        guard lineStarts.indices.contains(line - 1) else { return "" }
        let start = lineStarts[line - 1]
        var end = line < lineStarts.count ? lineStarts[line] : bytes.count
        while end > start, bytes[end - 1] == UInt8(ascii: "\n") || bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }

    /// The text that `span` covers; what lies outside the text is left out.
    package func text(of span: Span) -> String {
        let start = min(max(span.start, 0), bytes.count)
        return String(decoding: bytes[start..<min(max(span.end, start), bytes.count)], as: UTF8.self)
    }
}

/// A place in a source as people count it.
package struct Location: Hashable, Sendable {
    /// From 1.
    package var line: Int
    /// From 1, in Unicode scalars.
    package var column: Int

    /// The place at `line` and `column`, both from 1.
    package init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }
}
