package import Catalog

/// Rules that were found, with their properties counted.
package struct SearchView {
    /// Rules on a page.
    package static let rulesPerPage = SearchResults.countDefault

    private let query: String
    private let results: SearchResults
    /// From 1.
    private let number: Int
    private let frame: SiteFrame

    /// What `query` found, of which `results` has the hits of page `number`, from 1.
    package init(query: String, results: SearchResults, page number: Int, frame: SiteFrame) {
        self.query = query
        self.results = results
        self.number = number
        self.frame = frame
    }

    /// The document.
    package func render() -> Markup {
        let text = QueryText(query)
        let (first, last) = (
            (number - 1) * Self.rulesPerPage + 1, (number - 1) * Self.rulesPerPage + results.hits.count
        )
        var found = "\(Slot.grouped(results.total)) \(results.total == 1 ? "rule" : "rules")"
        if results.hits.count < results.total, !results.hits.isEmpty {
            found += ", \(Slot.grouped(first)) to \(Slot.grouped(last))"
        }
        let slots: Slots = [
            "isAll": .flag(text.terms.isEmpty),
            "found": .text(found),
            "notes": .list(results.notes.map { ["note": .text($0)] }),
            "chosen": .list(
                text.filters.map { index in
                    ["term": .text(text.terms[index]), "url": .text(url(text.removing(at: index)))]
                }
            ),
            "hasChosen": .flag(!text.filters.isEmpty),
            "hasFacets": .flag(!results.facets.isEmpty),
            "facets": .list(results.facets.map { facet($0, text) }),
            "rules": .list(results.hits.map(row)),
            "hasRules": .flag(!results.hits.isEmpty),
            "previous": number > 1 ? .text(url(query, page: number - 1)) : .text(""),
            "next": last < results.total && !results.hits.isEmpty ? .text(url(query, page: number + 1)) : .text(""),
        ]
        return frame.page(
            title: text.terms.isEmpty ? "Detection rules" : "\(query.prefix(80)) · rules",
            part: .rules,
            query: query,
            Template.search.render(slots)
        )
    }

    private func url(_ query: String, page: Int = 1) -> String {
        if query.isEmpty, page == 1 { return frame.links.home }
        return frame.links.search(query) + (page == 1 ? "" : "&page=\(page)")
    }

    private func row(_ hit: SearchResults.Hit) -> Slots {
        var slots = RuleRow(hit.rule).slots(frame.links)
        slots["excerpt"] = .markup(Self.marked(hit))
        return slots
    }

    /// A text with what was looked for marked.
    private static func marked(_ hit: SearchResults.Hit) -> Markup {
        var markup = Markup()
        for part in hit.parts {
            if part.isMarked { markup.append(literal: "<mark>") }
            markup.append(String(part.text))
            if part.isMarked { markup.append(literal: "</mark>") }
        }
        return markup
    }

    private func facet(_ facet: SearchResults.Facet, _ text: QueryText) -> Slots {
        [
            "title": .text(Self.title(facet.filter)),
            "values": .list(
                facet.values.map { value in
                    let term = QueryText.term(facet.filter, value.value)
                    return [
                        "label": .text(value.label.isEmpty ? "none" : value.label),
                        "count": .count(value.count),
                        "url": .text(url(text.toggling(term))),
                        "isChosen": .flag(text.contains(term)),
                    ]
                }
            ),
        ]
    }

    private static func title(_ filter: String) -> String {
        switch filter {
        case "vendor": "Vendor"
        case "source": "Log"
        case "tactic": "Tactic"
        case "technique": "Technique"
        case "severity": "Severity"
        case "is": "Condition"
        case "language": "Language"
        default: filter.prefix(1).uppercased() + filter.dropFirst()
        }
    }
}
