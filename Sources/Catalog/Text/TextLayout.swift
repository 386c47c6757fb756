import Diagnostics

/// Words, colours and columns of a page in a terminal. Everything that strangers wrote goes through ``TerminalText``.
struct TextLayout {
    /// Whether colours are written.
    var usesColor: Bool
    /// Columns of a line; 0 for no limit.
    var width: Int

    /// A text in a colour of the terminal, by its number; the text is ours or escaped.
    func paint(_ text: String, _ code: String) -> String { usesColor ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text }

    func bold(_ text: String) -> String { paint(text, "1") }
    func dim(_ text: String) -> String { paint(text, "2") }

    /// A heading with a blank line before it.
    func section(_ title: String, _ remark: String = "") -> String {
        "\n" + bold(title) + (remark.isEmpty ? "" : "  " + dim(remark)) + "\n"
    }

    /// A stranger's text on one line.
    func line(_ text: String) -> String { TerminalText.escape(text) }

    /// Words in lines of at most ``width`` columns, each after `indent`. Line feeds of the text stay.
    func wrapped(_ text: String, indent: String = "  ") -> String {
        let limit = width == 0 ? 100 : max(20, min(width, 120) - indent.count)
        var lines: [String] = []
        for paragraph in TerminalText.escape(text, keepsLines: true).split(
            separator: "\n",
            omittingEmptySubsequences: false
        ) {
            var current = ""
            for word in paragraph.split(separator: " ") {
                if !current.isEmpty, current.count + 1 + word.count > limit {
                    lines.append(current)
                    current = ""
                }
                current += (current.isEmpty ? "" : " ") + word
            }
            lines.append(current)
        }
        while lines.last?.isEmpty == true { lines.removeLast() }
        return lines.map { $0.isEmpty ? "\n" : indent + $0 + "\n" }.joined()
    }

    /// Rows of cells in columns. A cell is shortened where its column is wider than its share.
    func table(_ rows: [[String]], heads: [String] = [], indent: String = "  ", cellMax: Int = 60) -> String {
        let rows = rows.map { $0.map { shortened(line($0), cellMax) } }
        let all = (heads.isEmpty ? [] : [heads]) + rows
        let count = all.map(\.count).max() ?? 0
        let widths = (0..<count).map { column in all.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0 }
        func text(_ row: [String]) -> String {
            var text = indent
            for (column, cell) in row.enumerated() {
                text += cell
                if column < row.count - 1 { text += String(repeating: " ", count: widths[column] - cell.count + 2) }
            }
            while text.last == " " { text.removeLast() }
            return text
        }
        return (heads.isEmpty ? "" : dim(text(heads)) + "\n") + rows.map { text($0) + "\n" }.joined()
    }

    /// A text of at most so many characters.
    func shortened(_ text: String, _ limit: Int) -> String {
        text.count <= limit ? text : text.prefix(max(0, limit - 1)) + "…"
    }

    /// `1 rule`, `2 rules`.
    static func count(_ count: Int, _ noun: String) -> String { "\(count) \(noun)" + (count == 1 ? "" : "s") }
}
