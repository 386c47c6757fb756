import Detections
import Diagnostics

/// What people write around a query: on its page, or in its comments.
struct Prose {
    /// The page's first heading.
    private(set) var title: String?
    /// What the query is for.
    private var paragraph: [String] = []
    private var isParagraphWhole = false
    /// Whether the paragraph stands under a heading that says it is the description.
    private var isDescription = false
    private(set) var techniques: [String] = []
    private(set) var tactics: [String] = []
    private(set) var references: [String] = []

    init() {}

    /// What the comments of a query say.
    init(comments source: Source) {
        for line in source.lineStarts.indices.prefix(Self.linesMax) {
            let text = source.text(ofLine: line + 1).trimmingBlanks
            guard text.hasPrefix("//") else {
                // The description is what stands before the query.
                if !text.isEmpty, !paragraph.isEmpty { isParagraphWhole = true }
                continue
            }
            append(text.drop { $0 == "/" }.trimmingBlanks)
        }
    }

    /// Lines of comments that are looked at.
    private static let linesMax = 20_000
    /// Lines of a description.
    private static let paragraphLinesMax = 40
    /// Techniques, and references, of one page.
    private static let itemsMax = 50

    /// Takes a line.
    mutating func append(_ line: String) {
        let text = line.trimmingBlanks
        collect(text)
        if text.hasPrefix("#") {
            let heading = text.drop { $0 == "#" }.trimmingBlanks
            if title == nil { title = heading }
            if !paragraph.isEmpty { isParagraphWhole = true }
            if heading.lowercased().hasPrefix("description"), !isDescription {
                (paragraph, isParagraphWhole, isDescription) = ([], false, true)
            }
            return
        }
        if text.isEmpty {
            if !paragraph.isEmpty { isParagraphWhole = true }
        } else if !isParagraphWhole, !text.hasPrefix("|"), paragraph.count < Self.paragraphLinesMax {
            // A link by itself describes nothing.
            if !text.hasPrefix("http") { paragraph.append(text) }
        }
    }

    /// Techniques and links of a line, and the tactics of a table that marks those that are covered.
    private mutating func collect(_ line: String) {
        for word in line.split(whereSeparator: { " \t<>()[]\"'`|,;".contains($0) }) {
            if word.hasPrefix("http://") || word.hasPrefix("https://") {
                let link = String(word)
                if references.count < Self.itemsMax, !references.contains(link) { references.append(link) }
            }
        }
        for technique in Self.techniques(in: line)
        where techniques.count < Self.itemsMax && !techniques.contains(technique) {
            techniques.append(technique)
        }
        guard line.hasPrefix("|") else { return }
        let cells = line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().map(\.trimmingBlanks)
        guard cells.count > 2, !cells[1].isEmpty, let tactic = AttackMatrix.enterprise.tactic(named: cells[0])?.id,
            !tactics.contains(tactic)
        else { return }
        tactics.append(tactic)
    }

    /// Identifiers of techniques in a text, also as paths have them: `T1059/001`.
    static func techniques(in text: String) -> [String] {
        let bytes = Array(text.utf8)
        var found: [String] = []
        func isDigit(_ place: Int) -> Bool {
            place < bytes.count && (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[place])
        }
        for place in bytes.indices where bytes[place] == UInt8(ascii: "T") {
            guard (1...4).allSatisfy({ isDigit(place + $0) }), !isDigit(place + 5) else { continue }
            if place > 0,
                bytes[place - 1] == UInt8(ascii: "_")
                    || (bytes[place - 1] | 0x20 >= 0x61 && bytes[place - 1] | 0x20 <= 0x7A)
            {
                continue
            }
            var name = String(decoding: bytes[place..<(place + 5)], as: UTF8.self)
            if place + 5 < bytes.count, bytes[place + 5] == UInt8(ascii: ".") || bytes[place + 5] == UInt8(ascii: "/"),
                (6...8).allSatisfy({ isDigit(place + $0) }), !isDigit(place + 9)
            {
                name += "." + String(decoding: bytes[(place + 6)..<(place + 9)], as: UTF8.self)
            }
            if AttackMatrix.enterprise.technique(name) != nil { found.append(name) }
        }
        return found
    }

    /// Says of a detection what the page says.
    func describe(_ detection: inout Detection, heading: String?) {
        let stem = PathName.name(detection.id).prefix { $0 != "#" }
        var name = title ?? String(stem)
        // Pages give one query for each product, and say which in the heading.
        if let heading, heading != title, detection.id.utf8.contains(UInt8(ascii: "#")) { name += " (\(heading))" }
        detection.displayName = name
        detection.description = paragraph.isEmpty ? nil : paragraph.joined(separator: "\n")
        let links = references.filter { !$0.contains("attack.mitre.org") }
        detection.reference = links.first ?? references.first
        var report = Report(framework: AttackReference.framework, items: [], spans: [])
        for tactic in tactics { report.items.append(tactic) }
        for technique in techniques { report.items.append(technique) }
        guard !report.items.isEmpty else { return }
        report.spans = report.items.map { _ in detection.idSpan }
        detection.reports = [report]
        detection.attack =
            tactics.map { AttackReference(tactic: $0, technique: nil) }
            + techniques.map { AttackReference(tactic: nil, technique: $0) }
    }
}
