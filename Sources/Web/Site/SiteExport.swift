import Catalog
package import CatalogStore
import Detections
import Pages

/// The catalogue as files: the pages that a server would show, with links that work in a folder, and beside them the same for
/// programs.
package struct SiteExport {
    private let store: CatalogStore
    /// Takes a file below the folder; names have `/` between their parts, each part plain letters.
    private let handOver: (_ path: String, _ bytes: [UInt8]) throws -> Void

    /// An export of a catalogue.
    package init(_ store: CatalogStore, to handOver: @escaping (_ path: String, _ bytes: [UInt8]) throws -> Void) {
        self.store = store
        self.handOver = handOver
    }

    /// Hands over all files; how many rules there are.
    package func run() throws -> Int {
        let overview = try store.overview()
        let top = Site.frame(overview, SiteLinks(.files(depth: 0)))
        let below = Site.frame(overview, SiteLinks(.files(depth: 1)))
        for asset in Asset.allCases { try handOver("assets/" + asset.name, asset.bytes) }
        try encode("catalog.json", overview)
        try encode("actions.json", try store.actions(limit: CatalogStore.actionsMax))
        var summaries: [RuleSummary] = []
        // Only what several rules look for has a page that says more than the rule's own.
        var indicators: Set<String> = []
        var actions: Set<Action> = []
        try store.forEachPage { page in
            summaries.append(page.summary)
            for entry in page.indicators where entry.allRules > 0 { indicators.insert(entry.indicator.key) }
            actions.formUnion(page.sameAction.actions.map(\.folded))
            try write(page, below)
        }
        try encode("rules.json", summaries)
        try write("index.html", AllRulesView(summaries, frame: top).render())
        for key in indicators.sorted() {
            guard let page = try store.indicatorPage(key: key) else { continue }
            try write("indicators/\(SiteLinks.fileName([key])).html", IndicatorView(page, frame: below).render())
        }
        for action in actions {
            guard let page = try store.actionPage(family: action.family, field: action.field, name: action.name) else {
                continue
            }
            let name = SiteLinks.fileName([action.family, action.field, action.name])
            try write("actions/\(name).html", ActionView(page, frame: below).render())
        }
        try writeAttack(top: top, below: below)
        return summaries.count
    }

    private func write(_ page: RulePage, _ frame: SiteFrame) throws {
        let slug = page.rule.slug
        try encode("rules/\(slug).json", page)
        try write("rules/\(slug).html", RuleView(page, frame: frame).render())
        for (index, source) in page.sources.enumerated() {
            try handOver("rules/\(slug).\(index).txt", Array(source.text.utf8))
        }
    }

    private func writeAttack(top: SiteFrame, below: SiteFrame) throws {
        let found = try store.attackUses(SearchQuery(""))
        let matrix = CoverageMatrix(found.uses, ruleCount: found.rules)
        try encode("coverage.json", matrix)
        try encode("layer.json", NavigatorLayer(matrix))
        try write("attack.html", MatrixView(matrix, frame: top).render())
        let disputed = try store.actions(disputedOnly: true, limit: CatalogStore.actionsMax)
        try write("disagreements.html", DisputesView(disputed, frame: top).render())
        let gaps = CoverageGap.gaps(of: found.uses)
        try write(
            "gaps.html",
            GapsView(query: "", ruleCount: found.rules, others: [], all: gaps, logs: [], frame: top).render()
        )
        // Identifiers that no release knows are named by rules too.
        let named = found.uses.compactMap(\.mention.technique)
        for id in Set(AttackMatrix.enterprise.techniques.map(\.id) + named).sorted() {
            let results = try store.search(SearchQuery(TechniqueView.query(id)), limit: SearchResults.countMax)
            let name = SiteLinks.fileName([id])
            try write("attack/\(name).html", TechniqueView(id, results: results, frame: below).render())
        }
    }

    private func write(_ path: String, _ markup: Markup) throws { try handOver(path, Array(markup.html.utf8)) }

    private func encode(_ path: String, _ value: some Encodable) throws {
        try handOver(path, Array(try CatalogJSON.encode(value)))
    }
}
