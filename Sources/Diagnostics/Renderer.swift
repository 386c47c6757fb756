/// Writes diagnostics as a compiler does: the message, the place, the line with the text at fault underlined, the hint.
///
/// ```
/// error[MG0301]: unknown field `usr.name`
///  --> rules/login.py:2:8
///   |
/// 2 | return usr.name == "root"
///   |        ^^^^^^^^
///   = hint: did you mean `user.name`?
/// ```
package struct Renderer: Sendable {
    /// Whether to write ANSI colours; the caller knows whether it is a terminal that reads.
    package var usesColor: Bool
    /// Longest part of a source line that is shown, in scalars: a rule may hold a line of a megabyte.
    package static let lineLengthMax = 160

    /// A renderer that writes colours, or none.
    package init(usesColor: Bool) {
        self.usesColor = usesColor
    }

    /// The text of one diagnostic, with a newline at its end.
    package func render(_ diagnostic: Diagnostic) -> String {
        let head = paint(
            "\(diagnostic.severity.rawValue)[\(diagnostic.code.identifier)]",
            diagnostic.severity == .error ? .red : diagnostic.severity == .warning ? .yellow : .cyan
        )
        var text = "\(head): \(paint(Self.visible(diagnostic.message), .bold))\n"
        if let source = diagnostic.source, let span = diagnostic.span {
            text += excerpt(of: span, in: source, arrow: "-->", mark: "^")
            for note in diagnostic.notes {
                text += "  \(paint("=", .blue)) note: \(Self.visible(note.message))\n"
                if let span = note.span { text += excerpt(of: span, in: source, arrow: ":::", mark: "-") }
            }
        } else {
            if let file = diagnostic.file { text += " \(paint("-->", .blue)) \(Self.visible(file))\n" }
            for note in diagnostic.notes { text += "  \(paint("=", .blue)) note: \(Self.visible(note.message))\n" }
        }
        if let hint = diagnostic.hint { text += "  \(paint("=", .blue)) hint: \(Self.visible(hint))\n" }
        return text
    }

    private func excerpt(of span: Span, in source: Source, arrow: String, mark: Character) -> String {
        let location = source.location(at: span.start)
        let number = String(location.line)
        let gutter = String(repeating: " ", count: number.count)
        let line = Array(source.text(ofLine: location.line).unicodeScalars)
        // A window around the column, so that a very long line does not flood the terminal.
        let windowStart = location.column > Self.lineLengthMax ? location.column - Self.lineLengthMax / 2 : 0
        let window = line.dropFirst(windowStart).prefix(Self.lineLengthMax)
        let shown = window.reduce(into: "") { text, scalar in
            text.unicodeScalars.append(scalar.properties.generalCategory == .control ? " " : scalar)
        }
        let before = max(0, location.column - 1 - windowStart)
        let spanLength = source.text(of: span).prefix { !$0.isNewline }.unicodeScalars.count
        let underlined = max(1, min(spanLength, window.count - before))
        let bar = paint("|", .blue)
        return """
            \(gutter)\(paint(arrow, .blue)) \(Self.visible(source.path)):\(location.line):\(location.column)
            \(gutter) \(bar)
            \(paint(number, .blue)) \(bar) \(shown)
            \(gutter) \(bar) \(String(repeating: " ", count: before))\(paint(String(repeating: mark, count: underlined), .red))

            """
    }

    /// Messages quote files of strangers.
    private static func visible(_ text: String) -> String { TerminalText.escape(text, keepsLines: true) }

    private enum Style: String {
        case bold = "1"
        case red = "1;31"
        case yellow = "1;33"
        case blue = "1;34"
        case cyan = "1;36"
    }

    private func paint(_ text: String, _ style: Style) -> String {
        usesColor ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
    }
}
