/// Text of rules and events made fit for a terminal.
///
/// Titles, messages and names are written by strangers. A terminal obeys some characters instead of showing them: they can
/// clear lines, change the window's title, answer as if typed, or turn the reading order. Here they are spelled out.
package enum TerminalText {
    /// `text` with control characters as Python's `repr` writes them (`\x1b`, `\n`), and those that turn the reading order
    /// as `\u202e`. With `keepsLines`, line feeds and tabs stay. O(bytes).
    package static func escape(_ text: String, keepsLines: Bool = false) -> String {
        // Only bytes below the blank, DEL and bytes of longer characters can be part of what is escaped.
        if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
        var escaped = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if keepsLines, scalar == "\n" || scalar == "\t" {
                escaped.append(scalar)
            } else if let spelled = spelling(of: scalar) {
                escaped.append(contentsOf: spelled.unicodeScalars)
            } else {
                escaped.append(scalar)
            }
        }
        return String(escaped)
    }

    /// What stands for a character that must not be written; nil for all others.
    private static func spelling(of scalar: Unicode.Scalar) -> String? {
        switch scalar.value {
        case 0x0A: "\\n"
        case 0x0D: "\\r"
        case 0x09: "\\t"
        case 0x00..<0x20, 0x7F..<0xA0: "\\x" + digits(scalar.value, count: 2)
        // Marks, embeddings, overrides and isolates of direction; separators of lines and paragraphs.
        case 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: "\\u" + digits(scalar.value, count: 4)
        default: nil
        }
    }

    private static func digits(_ value: UInt32, count: Int) -> String {
        let text = String(value, radix: 16)
        return String(repeating: "0", count: max(0, count - text.utf8.count)) + text
    }
}
