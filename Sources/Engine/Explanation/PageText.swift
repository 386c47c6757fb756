import Conditions
import Detections
import Diagnostics
import Extraction

/// Writes pages for a terminal.
package struct PageText: Sendable {
    /// Whether to write ANSI colours.
    package var usesColor: Bool
    /// Columns to wrap lists at.
    package var width: Int

    /// Columns where the terminal says none.
    package static let widthDefault = 100

    /// Text for a terminal of so many columns; 0 for the default.
    package init(usesColor: Bool, width: Int = 0) {
        self.usesColor = usesColor
        self.width = width > 20 ? width : Self.widthDefault
    }

    /// A whole page.
    package func page(_ page: DetectionPage) -> String {
        var text = heading(page.detection)
        text += section("Condition", badge(page))
        text += outline(Self.shortened(ConditionTree(page.condition)), indent: "  ")
        if !page.validation.disagreeing.isEmpty {
            text += "\n  " + paint("Its own tests contradict it: ", "31") + names(page.validation.disagreeing) + "\n"
        }
        if !page.opaque.isEmpty {
            text += section("What only the code says")
            for opaque in page.opaque { text += self.opaque(opaque) }
        }
        if !page.indicators.isEmpty {
            text += section("Indicators", "other detections of the pack that look for the same")
            text += indicators(page.indicators)
        }
        if !page.reads.isEmpty { text += section("Fields read") + wrapped(page.reads.map(\.path), indent: "  ") }
        if !page.outputs.isEmpty { text += section("Output fields") + outputs(page.outputs) }
        return text
    }

    private func heading(_ detection: Detection) -> String {
        var text = paint(TerminalText.escape(detection.id), "1")
        if let name = detection.displayName, name != detection.id { text += "  " + TerminalText.escape(name) }
        text += "\n" + paint(TerminalText.escape(detection.source.path), "2") + "\n"
        var facts: [String] = []
        if let severity = detection.severity { facts.append(severity.rawValue) }
        facts += detection.logSources
        facts += detection.attack.map { [$0.tactic, $0.technique].compactMap(\.self).joined(separator: ":") }
        if !detection.isEnabled { facts.append("disabled") }
        if let status = detection.status { facts.append(status) }
        return text + TerminalText.escape(facts.joined(separator: " · ")) + "\n"
    }

    private func section(_ title: String, _ remark: String = "") -> String {
        "\n" + paint(title, "1") + (remark.isEmpty ? "" : "  " + remark) + "\n"
    }

    /// `exact, validated by 4 of 4 tests`.
    private func badge(_ page: DetectionPage) -> String {
        let color =
            switch page.completeness {
            case .exact: "32"
            case .partial: "33"
            case .opaque: "31"
            }
        let validation = page.validation
        var parts: [String] = []
        if validation.testCount == 0 {
            parts.append("not validated: it has no tests")
        } else {
            parts.append("validated \(validation.agreeing.count)/\(validation.testCount) by its own tests")
            if !validation.undecided.isEmpty { parts.append("\(validation.undecided.count) undecided") }
            if !validation.disagreeing.isEmpty {
                parts.append(paint("\(validation.disagreeing.count) contradicted", "31"))
            }
        }
        return paint(page.completeness.rawValue, color) + paint(" · ", "2") + parts.joined(separator: ", ")
    }

    // MARK: Parts

    /// The tree, long runs of opaque parts cut: they are listed below it.
    private static func shortened(_ tree: ConditionTree) -> ConditionTree {
        var result = tree
        result.children = []
        var run = 0
        for child in tree.children {
            run = child.label.hasPrefix("? ") ? run + 1 : 0
            if run <= runMax {
                result.children.append(shortened(child))
            } else if run == runMax + 1 {
                result.children.append(ConditionTree("? … and more, see below"))
            }
        }
        return result
    }

    /// Opaque parts in a row that an outline shows.
    private static let runMax = 2

    /// The lines of an outline, places dimmed.
    func outline(_ tree: ConditionTree, indent: String) -> String {
        let lines = tree.lines.map { line in
            (
                text: TerminalText.escape(line.text), remark: line.remark.map { TerminalText.escape($0) },
                place: line.place
            )
        }
        let widths = lines.filter { $0.place != nil || $0.remark != nil }.map(\.text.count)
        let column = min(widths.max() ?? 0, max(width - 40, 40))
        return lines.map { line in
            var text = indent + line.text
            let padding = String(repeating: " ", count: max(column - line.text.count, 0) + 2)
            if let remark = line.remark { text += padding + remark }
            if let place = line.place {
                text += (line.remark == nil ? padding : "  ") + paint(TerminalText.escape(place.text), "2")
            }
            return text + "\n"
        }.joined()
    }

    private func opaque(_ opaque: Opaque) -> String {
        var text = "  " + opaque.reason.sentence
        if let place = opaque.place { text += "  " + paint(TerminalText.escape(place.text), "2") }
        text += "\n"
        if let code = opaque.text { text += "    " + TerminalText.escape(code) + "\n" }
        if !opaque.reads.isEmpty {
            text += wrapped(Self.paths(opaque.reads), indent: "    reads ")
        }
        return text
    }

    private func indicators(_ uses: [DetectionPage.IndicatorUse]) -> String {
        let rows = uses.map { use in
            let indicator = use.indicator
            let leaf = Leaf(
                FieldReference(.event, [FieldStep(.key("", .panther))]),
                indicator.op,
                [indicator.value],
                isNegated: indicator.isNegated
            )
            // The words of a test, after a field that has no quotes.
            let predicate = leaf.text.drop { $0 != " " }
            return (text: TerminalText.escape(indicator.field + predicate), others: use.others)
        }
        let column = min(rows.map(\.text.count).max() ?? 0, max(width - 40, 40))
        return rows.map { row in
            let padding = String(repeating: " ", count: max(column - row.text.count, 0) + 2)
            let shown = row.others.prefix(3).joined(separator: ", ") + (row.others.count > 3 ? " …" : "")
            let count = row.others.isEmpty ? "0" : "\(row.others.count)  " + paint(TerminalText.escape(shown), "2")
            return "  " + row.text + padding + count + "\n"
        }.joined()
    }

    private func outputs(_ outputs: [OutputField]) -> String {
        var origins: [String] = []
        for output in outputs where !origins.contains(output.origin) { origins.append(output.origin) }
        let column = origins.map(\.count).max() ?? 0
        return origins.map { origin in
            let fields = outputs.filter { $0.origin == origin }.map { output in
                let sources = Self.paths(output.reads)
                let isPlain = sources.isEmpty || sources == [output.name]
                return output.name + (isPlain ? "" : " ← " + sources.joined(separator: ", "))
            }
            let head = "  " + origin + String(repeating: " ", count: column - origin.count + 2)
            let body = wrapped(
                fields,
                indent: String(repeating: " ", count: head.count),
                separator: origin == "alert_context" ? "\n" : ", "
            )
            return head + body.drop { $0 == " " }
        }.joined()
    }

    /// Paths, each once; of many the first.
    private static func paths(_ fields: [FieldReference]) -> [String] {
        var paths: [String] = []
        for field in fields where !paths.contains(field.path) { paths.append(field.path) }
        return paths.count <= pathsMax ? paths : paths.prefix(pathsMax - 1) + ["and \(paths.count - pathsMax + 1) more"]
    }

    /// Fields that are named for one thing.
    private static let pathsMax = 8

    private func names(_ names: [String]) -> String {
        names.map { TerminalText.escape("“\($0)”") }.joined(separator: ", ")
    }

    /// Items in lines of at most ``width`` columns; each on its own if the separator is a line feed.
    private func wrapped(_ items: [String], indent: String, separator: String = ", ") -> String {
        if separator == "\n" { return items.map { indent + TerminalText.escape($0) + "\n" }.joined() }
        var lines: [String] = []
        var line = ""
        for (index, item) in items.enumerated() {
            let piece = TerminalText.escape(item) + (index < items.count - 1 ? separator : "")
            if !line.isEmpty, indent.count + line.count + piece.count > width {
                lines.append(line)
                line = ""
            }
            line += piece
        }
        if !line.isEmpty { lines.append(line) }
        return lines.enumerated().map { number, line in
            var line = (number == 0 ? indent : String(repeating: " ", count: indent.count)) + line
            while line.hasSuffix(" ") { line.removeLast() }
            return line + "\n"
        }.joined()
    }

    func paint(_ text: String, _ code: String) -> String { usesColor ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text }
}
