package import Catalog

/// What the rules for some logs leave out of ATT&CK: beside the rest of the catalogue, and beside all there is.
package struct GapsView {
    private let query: String
    private let ruleCount: Int
    private let others: [CoverageGap]
    private let all: [CoverageGap]
    private let logs: [SearchResults.Facet.Value]
    private let frame: SiteFrame

    /// The gaps of the rules that meet `query`.
    ///
    /// - Parameters:
    ///   - ruleCount: Rules that meet it.
    ///   - others: Techniques that other rules of the catalogue cover.
    ///   - all: Techniques that no rule of the query covers, of all there are.
    ///   - logs: Kinds of log to choose from.
    package init(
        query: String,
        ruleCount: Int,
        others: [CoverageGap],
        all: [CoverageGap],
        logs: [SearchResults.Facet.Value],
        frame: SiteFrame
    ) {
        self.query = query
        self.ruleCount = ruleCount
        self.others = others
        self.all = all
        self.logs = logs
        self.frame = frame
    }

    /// The document.
    package func render() -> Markup {
        let links = frame.links
        let slots: Slots = [
            "isServed": .flag(links.isServed),
            "action": .text(links.gaps()),
            "query": .markup(Markup(verbatim: query)),
            "isAll": .flag(query.isEmpty),
            "count": .count(ruleCount),
            "searchURL": .text(links.search(query)),
            "logs": .list(
                logs.map { log in
                    let term = QueryText.term("source", log.value)
                    return [
                        "label": .text(log.label),
                        "url": .text(links.gaps(term)),
                        "isChosen": .flag(QueryText(query).contains(term)),
                    ]
                }
            ),
            "hasOthers": .flag(!others.isEmpty),
            "others": .list(others.map(row)),
            "othersCount": .count(others.count),
            "all": .list(all.map(row)),
            "allCount": .count(all.count),
        ]
        return frame.page(title: "Coverage gaps", part: .gaps, Template.gaps.render(slots))
    }

    private func row(_ gap: CoverageGap) -> Slots {
        [
            "technique": .markup(TechniqueMarkup.link(gap.technique, frame.links)),
            "tactics": .text(gap.tactics.joined(separator: ", ")),
            "rules": .count(gap.rules),
        ]
    }
}
