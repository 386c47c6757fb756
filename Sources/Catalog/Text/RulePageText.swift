import Conditions
import Detections
import Diagnostics

/// A rule's page in a terminal: the sections of ``RulePage`` in its order.
package struct RulePageText {
    private let layout: TextLayout
    private let isFull: Bool

    /// Lines of a file that are shown unless all of the page is asked for.
    package static let sourceLinesMax = 24
    /// Rows of a list that are shown unless all of the page is asked for.
    package static let rowsMax = 12

    /// A writer of pages.
    ///
    /// - Parameters:
    ///   - width: Columns of a line; 0 for no limit.
    ///   - isFull: Whether long lists and files are shown whole.
    package init(usesColor: Bool, width: Int = 0, isFull: Bool = false) {
        layout = TextLayout(usesColor: usesColor, width: width)
        self.isFull = isFull
    }

    /// The page, with a line feed at its end.
    package func text(_ page: RulePage) -> String {
        heading(page) + attack(page) + sameAction(page.sameAction) + sources(page.sources) + logic(page)
            + tests(page.tests) + indicators(page) + outputs(page.outputs) + reads(page.reads) + similar(page.similar)
            + duplicates(page.duplicates) + origin(page.rule)
    }

    // MARK: Head

    private func heading(_ page: RulePage) -> String {
        let rule = page.rule
        var text = layout.dim("Detection rules › \(rule.vendorName) › \(layout.line(rule.collection))") + "\n"
        text += layout.bold(layout.line(rule.name)) + "\n"
        if rule.name != rule.id { text += layout.line(rule.id) + "\n" }
        var facts = [rule.severity?.rawValue, rule.status].compactMap(\.self) + rule.logSources
        if !rule.isEnabled { facts.append("disabled") }
        if rule.isDeprecated, rule.status?.lowercased() != "deprecated" { facts.append("deprecated") }
        if !facts.isEmpty { text += layout.line(facts.joined(separator: " · ")) + "\n" }
        if let description = rule.description { text += "\n" + layout.wrapped(description, indent: "") }
        if let runbook = rule.runbook { text += layout.section("Runbook") + layout.wrapped(runbook) }
        if !rule.falsePositives.isEmpty {
            text += layout.section("False positives")
            for item in rule.falsePositives { text += layout.wrapped(item) }
        }
        return text
    }

    private func attack(_ page: RulePage) -> String {
        guard !page.attack.isEmpty else { return layout.section("MITRE ATT&CK coverage") + "  none named\n" }
        let rows = page.attack.map { entry in
            var technique = entry.technique.map { $0.id == $0.name ? $0.id : "\($0.id) \($0.name)" } ?? ""
            switch entry.state {
            case .current: break
            case .revoked:
                technique += " (revoked" + (entry.successor.map { ", now \($0.id) \($0.name)" } ?? "") + ")"
            case .deprecated: technique += " (deprecated)"
            case .unknown: technique += " (not in ATT&CK)"
            }
            return [entry.tactic.map { $0.id == $0.name ? $0.id : $0.name } ?? "", technique]
        }
        return layout.section("MITRE ATT&CK coverage")
            + layout.table(rows, heads: ["Tactic", "Technique"], cellMax: 90)
    }

    // MARK: Actions

    private func sameAction(_ section: SameActionSection) -> String {
        var text = layout.section(
            "Rules detecting the same action",
            "other rules that look for the same operation, the most specific first"
        )
        guard !section.actions.isEmpty else { return text + "  it looks for no operation by name\n" }
        let names = section.actions.map { "\($0.name) (\($0.family))" }
        text += "  " + layout.line(cut(names, 6)) + "\n"
        for (title, rules) in [("Same vendor", section.sameVendor), ("Other vendors", section.otherVendors)] {
            guard !rules.isEmpty else {
                text += "  \(title): none\n"
                continue
            }
            text += "  \(title)\n"
            let shown = isFull ? rules[...] : rules.prefix(Self.rowsMax)
            text += layout.table(
                shown.map { [$0.rule.name, $0.rule.vendor.name, $0.rule.slug, $0.reason] },
                indent: "    "
            )
            text += more(rules.count - shown.count + (title == "Other vendors" ? section.omitted : 0), indent: "    ")
        }
        if section.isDisputed {
            let votes = section.techniques.map { "\($0.technique.id) \($0.technique.name) × \($0.rules)" }
            text += "  These rules do not agree what it is: " + layout.line(cut(votes, 6)) + "\n"
        }
        return text
    }

    // MARK: Body and logic

    private func sources(_ sources: [SourceText]) -> String {
        var text = ""
        for source in sources {
            text += layout.section("Rule body", "\(source.language) · \(layout.line(source.path))")
            let lines = source.text.split(separator: "\n", omittingEmptySubsequences: false)
            let shown = isFull ? lines[...] : lines.prefix(Self.sourceLinesMax)
            for line in shown { text += "  " + TerminalText.escape(String(line), keepsLines: true) + "\n" }
            if lines.count > shown.count {
                text += layout.dim("  … \(lines.count - shown.count) more lines (--full)") + "\n"
            }
            if source.isCut, isFull { text += layout.dim("  … and more than a page shows") + "\n" }
        }
        return text
    }

    private func logic(_ page: RulePage) -> String {
        let record = page.logic.record
        let badge = "\(record.completeness.rawValue) · \(record.validation.sentence)"
        var text = layout.section("Detection logic", badge)
        guard let outline = page.logic.outline else { return text + "  it has no condition\n" }
        for line in outline.lines {
            text += "  " + layout.line(line.text)
            if let place = line.place { text += "  " + layout.dim(layout.line(place.text)) }
            text += "\n"
        }
        if !record.opaque.isEmpty {
            text +=
                "\n"
                + layout.wrapped(
                    "This rule also does what no condition says; what stands above is the structured part. It:"
                )
            for part in isFull ? record.opaque[...] : record.opaque.prefix(Self.rowsMax) {
                let place = [part.file, part.line.map { "line \($0)" }].compactMap(\.self).joined(separator: ", ")
                text += "  - " + part.sentence + (place.isEmpty ? "" : "  " + layout.dim(layout.line(place))) + "\n"
                if let code = part.text { text += "      " + layout.line(code) + "\n" }
            }
            if !isFull { text += more(record.opaque.count - Self.rowsMax) }
        }
        return text
    }

    private func tests(_ tests: [TestEntry]) -> String {
        guard !tests.isEmpty else { return layout.section("Tests") + "  none\n" }
        let rows = tests.map { test in
            let result = test.passed.map { $0 ? "passes" : "fails" } ?? "not run"
            let says =
                switch test.condition {
                case .agrees: "the condition agrees"
                case .disagrees: "the condition disagrees"
                case .undecided: "the condition cannot tell"
                case .none: ""
                }
            let mocks = test.mocks.isEmpty ? "" : "mocks " + test.mocks.map(\.name).joined(separator: ", ")
            return [test.expectsMatch ? "match" : "no match", test.name, test.failure ?? result, says, mocks]
        }
        return layout.section("Tests") + layout.table(rows)
    }

    // MARK: Indicators and outputs

    private func indicators(_ page: RulePage) -> String {
        guard !page.indicators.isEmpty else { return layout.section("Indicators") + "  none\n" }
        var text = layout.section("Indicators", "how many other rules look for the same")
        let shown = isFull ? page.indicators[...] : page.indicators.prefix(Self.rowsMax * 2)
        let rows = shown.map { entry in
            let indicator = entry.indicator
            return [
                indicator.field, indicator.kind, indicator.value, "\(entry.sameVendorRules)", "\(entry.allRules)",
            ]
        }
        text += layout.table(rows, heads: ["Field", "Kind", "Value", "\(page.rule.vendorName)", "All"])
        return text + more(page.indicators.count - shown.count + page.indicatorsOmitted)
    }

    private func outputs(_ groups: [OutputGroup]) -> String {
        guard !groups.isEmpty else { return layout.section("Output fields") + "  none\n" }
        var text = layout.section("Output fields", "what a match carries")
        for group in groups {
            text += "  " + layout.line(group.origin) + "\n"
            let shown = isFull ? group.fields[...] : group.fields.prefix(Self.rowsMax * 2)
            text += layout.table(
                shown.map { [$0.name, $0.reads.isEmpty ? "" : "← " + cut($0.reads, 4)] },
                indent: "    ",
                cellMax: 80
            )
            text += more(group.fields.count - shown.count, indent: "    ")
        }
        return text
    }

    private func reads(_ reads: [String]) -> String {
        reads.isEmpty ? "" : layout.section("Fields read") + layout.wrapped(cut(reads, isFull ? reads.count : 24))
    }

    // MARK: Neighbours and origin

    private func similar(_ rules: [SimilarRule]) -> String {
        guard !rules.isEmpty else { return layout.section("Similar rules") + "  none\n" }
        let rows = rules.map { other in
            let score = (other.score * 100).rounded()
            return ["\(Int(score)) %", other.rule.name, other.rule.vendor.name, other.rule.slug, other.reason]
        }
        return layout.section("Similar rules") + layout.table(rows)
    }

    private func duplicates(_ rules: [DuplicateRule]) -> String {
        guard !rules.isEmpty else { return "" }
        let rows = rules.map { [$0.rule.name, $0.rule.vendor.name, $0.rule.slug, $0.kind.sentence] }
        return layout.section("Duplicates") + layout.table(rows)
    }

    private func origin(_ rule: RuleIdentity) -> String {
        var rows: [[String]] = [["page", rule.slug], ["file", rule.path]]
        for (name, value) in [
            ("upstream", rule.upstream), ("author", rule.author), ("licence", rule.license), ("created", rule.created),
            ("modified", rule.modified),
        ] {
            if let value { rows.append([name, value]) }
        }
        for reference in rule.references { rows.append(["reference", reference]) }
        if !rule.tags.isEmpty { rows.append(["tags", rule.tags.joined(separator: ", ")]) }
        return layout.section("Origin") + layout.table(rows, cellMax: 200)
    }

    // MARK: Parts

    private func more(_ count: Int, indent: String = "  ") -> String {
        count > 0 ? layout.dim("\(indent)… and \(count) more\(isFull ? "" : " (--full)")") + "\n" : ""
    }

    private func cut(_ items: [String], _ limit: Int) -> String {
        items.prefix(limit).joined(separator: ", ") + (items.count > limit ? " and \(items.count - limit) more" : "")
    }
}
