import Catalog
import Conditions
import Detections

extension RuleView {
    /// The rule's files.
    func fillBody(_ slots: inout Slots) {
        let languages = page.sources.map { CodeLanguage(rawValue: $0.language) ?? .text }
        slots["language"] = .text((CodeLanguage(rawValue: page.rule.language) ?? .text).name)
        slots["sources"] = .list(
            page.sources.enumerated().map { index, source in
                CodeFigure(
                    name: source.path,
                    language: languages[index],
                    text: source.text,
                    anchor: Self.anchor(ofSource: index),
                    raw: links.source(page.rule.slug, index),
                    isCut: source.isCut
                ).slots
            }
        )
    }

    private static func anchor(ofSource index: Int) -> String { "file\(index)" }

    /// Where a line is on this page: one of the files, if it is one of theirs.
    private func url(of place: SourcePlace) -> String? {
        guard !page.sources.isEmpty else { return nil }
        var index: Int? = page.sources.count - 1
        if let file = place.file {
            index = page.sources.firstIndex { $0.path == file || file.hasSuffix("/" + $0.path) }
        }
        return index.map { "#\(Self.anchor(ofSource: $0))-\(place.line)" }
    }

    /// The condition and what it leaves out.
    func fillLogic(_ slots: inout Slots) {
        let logic = page.logic
        slots["badge"] = .markup(
            RuleMarks.completeness(logic.record.completeness, remark: logic.record.validation.sentence)
        )
        if let condition = logic.condition {
            let markup = ConditionMarkup(links: links, anchor: url)
            slots["condition"] = .markup(markup.outline(ConditionNode(condition)))
            slots["conditionText"] = .text(logic.record.text)
        }
        let contradictions = logic.record.validation.disagreeing
        slots["contradictions"] = .text(contradictions.map { "“\($0)”" }.joined(separator: ", "))
        slots["hasOpaque"] = .flag(!logic.record.opaque.isEmpty)
        slots["opaque"] = .list(
            logic.record.opaque.map { part in
                let place = part.line.map { SourcePlace(file: part.file, line: $0) }
                let url = place.flatMap(url(of:))
                return [
                    "sentence": .text(part.sentence),
                    "text": .text(part.text),
                    "place": .text(url == nil ? nil : place.map { "line \($0.line)" }),
                    "url": .text(url),
                ]
            }
        )
    }

    // MARK: Tables

    /// What the rule looks for: rows of one field and kind together.
    func fillIndicators(_ slots: inout Slots) {
        let entries = page.indicators
        slots["hasIndicators"] = .flag(!entries.isEmpty)
        slots["omitted"] = page.indicatorsOmitted > 0 ? .count(page.indicatorsOmitted) : .text("")
        slots["indicatorList"] = .text(
            entries.map { "\($0.indicator.field) \($0.indicator.kind) \($0.indicator.value)" }.joined(separator: "\n")
        )
        let runs = Self.runs(entries) { "\($0.indicator.field)\u{0}\($0.indicator.kind)" }
        slots["indicators"] = .list(
            zip(entries, runs).map { entry, run in
                let indicator = entry.indicator
                var row: Slots = [
                    "value": .text(indicator.value),
                    // Exported pages say of what one rule alone looks for nothing that its own page does not.
                    "url": .text(links.isServed || entry.allRules > 0 ? links.indicator(indicator.key) : nil),
                    "same": .count(entry.sameVendorRules),
                    "all": .count(entry.allRules),
                ]
                if let run {
                    row["head"] = .group([
                        "span": .text(String(run)),
                        "field": .text(indicator.field),
                        "fieldURL": .text(links.search("field", indicator.field)),
                        "kind": .text(indicator.kind),
                    ])
                }
                return row
            }
        )
    }

    /// What matches carry, by origin.
    func fillOutputs(_ slots: inout Slots) {
        let fields = page.outputs.flatMap { group in group.fields.map { (origin: group.origin, field: $0) } }
        slots["hasOutputs"] = .flag(!fields.isEmpty)
        let runs = Self.runs(fields) { $0.origin }
        slots["outputs"] = .list(
            zip(fields, runs).map { entry, run in
                var row: Slots = [
                    "name": .text(entry.field.name),
                    "kind": .text(entry.field.kind == .field ? "" : entry.field.kind.rawValue),
                    "reads": .text(entry.field.reads.joined(separator: ", ")),
                ]
                if let run { row["head"] = .group(["span": .text(String(run)), "origin": .text(entry.origin)]) }
                return row
            }
        )
    }

    /// Of each element that begins a run of equal ones how long the run is; nil for the others.
    private static func runs<Element>(_ elements: [Element], by key: (Element) -> String) -> [Int?] {
        var runs: [Int?] = []
        var start = 0
        var last: String?
        for (index, element) in elements.enumerated() {
            let key = key(element)
            if key == last {
                runs.append(nil)
                runs[start] = index - start + 1
            } else {
                start = index
                runs.append(1)
                last = key
            }
        }
        return runs
    }
}
