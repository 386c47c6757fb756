import Conditions
import Detections
import Diagnostics

/// Lists of the catalogue in a terminal.
package struct CatalogText {
    private let layout: TextLayout

    /// A writer of lists.
    ///
    /// - Parameter width: Columns of a line; 0 for no limit.
    package init(usesColor: Bool, width: Int = 0) { layout = TextLayout(usesColor: usesColor, width: width) }

    /// What a search found, the first of it being number `offset` of all.
    package func results(_ results: SearchResults, offset: Int = 0) -> String {
        guard results.total > 0 else { return "no rule was found\n" }
        var text = ""
        for hit in results.hits {
            let rule = hit.rule
            let facts = [rule.severity?.rawValue, rule.status, rule.completeness.rawValue].compactMap(\.self)
            text += layout.bold(layout.line(rule.name)) + "  "
            text +=
                layout.dim(layout.line(([rule.vendor.name, rule.collection] + facts).joined(separator: " · "))) + "\n"
            text += "  " + layout.line(rule.id)
            text += rule.slug == "\(rule.vendor.rawValue)-\(rule.id)" ? "\n" : "  " + layout.dim(rule.slug) + "\n"
            if !rule.condition.isEmpty { text += "  " + layout.line(layout.shortened(rule.condition, 140)) + "\n" }
            if hit.parts.contains(where: \.isMarked) { text += "  " + excerpt(hit) + "\n" }
        }
        for facet in results.facets {
            text += layout.section(facet.filter)
            text += layout.table(facet.values.map { ["\($0.count)", $0.value, $0.label == $0.value ? "" : $0.label] })
        }
        let last = offset + results.hits.count
        let range = results.hits.count == results.total ? "" : "\(min(offset + 1, last)) to \(last) of "
        return text + "\n\(range)\(TextLayout.count(results.total, "rule"))\n"
    }

    /// An excerpt on one line, the words that were looked for in bold.
    private func excerpt(_ hit: SearchResults.Hit) -> String {
        var hit = hit
        hit.excerpt = hit.excerpt.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return hit.parts.map { part in
            let text = TerminalText.escape(String(part.text))
            return part.isMarked ? layout.bold(text) : layout.dim(text)
        }.joined()
    }

    // MARK: Differences

    /// Two rules side by side.
    package func diff(_ page: DiffPage) -> String {
        var text = ""
        for (mark, rule) in [("<", page.left), (">", page.right)] {
            text += "\(mark) " + layout.bold(layout.line(rule.name)) + "  "
            text += layout.dim(layout.line("\(rule.vendor.name) · \(rule.collection) · \(rule.id)")) + "\n"
        }
        if let diff = page.condition {
            text += tests("In both", diff.shared, mark: "=")
            text += pairs("In both, but not in the same way", diff.altered)
            text += pairs("The same field with other values", diff.otherValues)
            text += tests("Only in the first", diff.leftOnly, mark: "<")
            text += tests("Only in the second", diff.rightOnly, mark: ">")
            if diff.isEmpty { text += "\nThey look for the same.\n" }
        } else {
            text += "\nOne of them has no condition to compare.\n"
        }
        for fact in page.facts {
            text += layout.section(fact.name)
            for value in fact.left { text += layout.paint("  < ", "31") + layout.line(value) + "\n" }
            for value in fact.right { text += layout.paint("  > ", "32") + layout.line(value) + "\n" }
        }
        return text
    }

    private func tests(_ title: String, _ tests: [ConditionDiff.Test], mark: String) -> String {
        guard !tests.isEmpty else { return "" }
        let color = ["<": "31", ">": "32"][mark] ?? "2"
        return layout.section(title)
            + tests.map { layout.paint("  \(mark) ", color) + layout.line($0.text) + "\n" }.joined()
    }

    private func pairs(_ title: String, _ pairs: [ConditionDiff.Pair]) -> String {
        guard !pairs.isEmpty else { return "" }
        return layout.section(title)
            + pairs.map { pair in
                layout.paint("  < ", "31") + layout.line(pair.left.text) + "\n"
                    + layout.paint("  > ", "32") + layout.line(pair.right.text) + "\n"
                    + pair.differences.map { "      " + layout.dim(layout.line($0)) + "\n" }.joined()
            }.joined()
    }

    // MARK: Coverage

    /// The matrix, a tactic a section.
    package func coverage(_ matrix: CoverageMatrix) -> String {
        var text = "ATT&CK \(matrix.attackVersion), \(TextLayout.count(matrix.rules, "rule")), "
        text += "\(matrix.rulesWithoutTechnique) without a technique\n"
        for column in matrix.tactics {
            text += layout.section(
                "\(column.tactic.name)",
                "\(column.coveredCount) of \(column.techniques.count) techniques, \(TextLayout.count(column.rules, "rule"))"
            )
            let covered = column.techniques.filter { $0.rules > 0 }
            text += layout.table(
                covered.map { cell in
                    let parts = cell.subtechniques.filter { $0.rules > 0 }
                        .map { "\($0.technique.id.drop { $0 != "." }) × \($0.rules)" }
                    return ["\(cell.rules)", cell.technique.id, cell.technique.name, parts.joined(separator: ", ")]
                }
            )
        }
        guard !matrix.outdated.isEmpty else { return text }
        text += layout.section("Not in this release", "identifiers that rules name all the same")
        return text
            + layout.table(
                matrix.outdated.map { outdated in
                    let successor = outdated.entry.successor.map { "now \($0.id) \($0.name)" } ?? ""
                    return [
                        "\(outdated.rules)", outdated.entry.text, outdated.entry.technique?.name ?? "",
                        outdated.entry.state.rawValue, successor,
                    ]
                }
            )
    }

    /// What is not covered.
    package func gaps(_ gaps: [CoverageGap]) -> String {
        guard !gaps.isEmpty else { return "no gap\n" }
        let rows = gaps.map { gap in
            [
                gap.rules > 0 ? "\(gap.rules)" : "", gap.technique.id, gap.technique.name,
                gap.tactics.joined(separator: ", "),
            ]
        }
        let hasRules = gaps.contains { $0.rules > 0 }
        return layout.table(rows, heads: [hasRules ? "Rules" : "", "Technique", "Name", "Tactics"])
            + "\n\(TextLayout.count(gaps.count, "technique")) not covered\n"
    }
}
