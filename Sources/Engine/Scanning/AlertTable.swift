import Detections
import Diagnostics

/// Alerts as a table for people: when, how severe, which detection, what happened, how often.
package struct AlertTable {
    /// Whether to write ANSI colours.
    package var usesColor: Bool
    /// Columns of the terminal; titles are cut to fit. 0 for no limit.
    package var width: Int

    package init(usesColor: Bool, width: Int) {
        self.usesColor = usesColor
        self.width = width
    }

    /// The table, its heading included; a sentence where there are no alerts.
    package func text(_ alerts: [Alert]) -> String {
        guard !alerts.isEmpty else { return "no alerts\n" }
        let rows = alerts.map { alert in
            (
                alert,
                [
                    String(alert.created.isoText.prefix(19)).replacing("T", with: " "),
                    alert.kind.isError ? "ERROR" : alert.content.severity.rawValue,
                    detectionName(alert.detection),
                    String(alert.matchCount),
                    TerminalText.escape(alert.content.title),
                ]
            )
        }
        let headings = ["time (UTC)", "severity", "detection", "events", "title"]
        var widths = headings.map(\.count)
        for (_, cells) in rows {
            for index in 0..<4 { widths[index] = max(widths[index], cells[index].count) }
        }
        var text = paint(line(headings, widths), "1") + "\n"
        for (alert, cells) in rows { text += paint(line(cells, widths), style(alert)) + "\n" }
        return text
    }

    /// An identifier in at most three tenths of the width: its end tells more than its beginning.
    private func detectionName(_ id: String) -> String {
        let name = TerminalText.escape(id)
        let room = width == 0 ? Int.max : max(20, width * 3 / 10)
        return name.count > room ? "…" + name.suffix(room - 1) : name
    }

    private func line(_ cells: [String], _ widths: [Int]) -> String {
        var text = ""
        for (index, cell) in cells.dropLast().enumerated() {
            let padding = String(repeating: " ", count: max(0, widths[index] - cell.count))
            // Numbers stand at the right of their column.
            text += (index == 3 ? padding + cell : cell + padding) + "  "
        }
        let room = width == 0 ? Int.max : max(20, width - text.count)
        let title = cells[cells.count - 1]
        return text + (title.count > room ? title.prefix(room - 1) + "…" : title)
    }

    private func style(_ alert: Alert) -> String {
        if alert.kind.isError { return "35" }
        return switch alert.content.severity {
        case .critical: "1;31"
        case .high: "31"
        case .medium: "33"
        case .low: "36"
        case .info: "0"
        }
    }

    private func paint(_ text: String, _ style: String) -> String {
        usesColor && style != "0" ? "\u{1B}[\(style)m\(text)\u{1B}[0m" : text
    }
}
